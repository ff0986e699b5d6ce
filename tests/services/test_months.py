"""Months of a year: closed in order, published in versions, corrected in the open, never lowered from behind."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.departments import department_order
from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.months import Gone, MonthClosed, MonthState, NoSuchMonth
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.scores import Status
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.month_rules import require_open
from committee_desk.services.month_views import (
    MonthIncomplete,
    MonthNotBegun,
    MonthOutOfOrder,
    MonthReasonMissing,
    MonthStands,
    NoSuchVersion,
    NothingToPublish,
    PublishedWouldBeLowered,
)
from committee_desk.services.months_owed import owed
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.second import Second
from committee_desk.storage.work import SqlWork
from committee_desk.wording.saying import sentence
from tests.conftest import frozen_clock
from tests.imports.workbooks import good, workbook
from tests.services.seated_desks import SECRET, sit, with_accounts

WHY = "补登，部门已催"
PROSECUTORS = "检察官"
OPEN, CLOSED, PUBLISHED = MonthState.OPEN, MonthState.CLOSED, MonthState.PUBLISHED


def publish(desk: Desk, actor: Actor, *months: int) -> None:
    for month in months:
        desk.months.close(actor, 2026, month, WHY)
        desk.months.publish(actor, 2026, month)


@pytest.fixture
def read_in(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Callable[..., int]:
    """Reads one event of J001 in, whose cells may be other ones; gives the journal entry."""

    def read(*, replace: bool = False, **cells: object) -> int:
        row = good(Kind.EVENTS, **{"日期": "2026-01-20", "凭证号": "政〔2026〕9号", **cells})
        path = workbook(tmp_path / "加减分.xlsx", [row])
        entry = sample_desk.imports.carry_out(actor, Kind.EVENTS, path, 2026, replace=replace).change.entry
        assert entry is not None
        return entry

    return read


def total(desk: Desk, month: int, version: int, code: str = "J001") -> int:
    line = desk.months.sheet(2026, month, PROSECUTORS, version).of(code)
    assert line is not None
    return line.total


def states(desk: Desk) -> list[MonthState]:
    return [each.state for each in desk.months.strip(2026)]


def test_a_month_goes_from_open_to_closed_to_published(sample_desk: Desk, actor: Actor) -> None:
    assert states(sample_desk) == [OPEN] * 12
    sample_desk.months.close(actor, 2026, 1, WHY)
    assert states(sample_desk)[:2] == [CLOSED, OPEN]
    published = sample_desk.months.publish(actor, 2026, 1)
    assert states(sample_desk)[:2] == [PUBLISHED, OPEN]
    assert published.versions[PROSECUTORS] == 1
    assert sample_desk.months.strip(2026)[0].version == 1


def test_what_a_month_lacks_is_listed_with_its_place_and_accepted_with_a_reason_that_stays(
    sample_desk: Desk, actor: Actor
) -> None:
    lacks = {lack.kind: lack for lack in sample_desk.months.missing(2026, 1)}
    assert {"unevaluated", "silent", "unadopted"} <= set(lacks)
    assert lacks["unevaluated"].page == "cases"
    assert lacks["silent"].facts["names"] == ("检察侦查部",)
    with pytest.raises(MonthIncomplete) as refused:
        sample_desk.months.close(actor, 2026, 1, "  ")
    assert "没有评查" in sentence(refused.value)
    assert states(sample_desk)[0] is OPEN
    sample_desk.months.close(actor, 2026, 1, WHY)
    newest = sample_desk.journal.rows(1)[0]
    assert (newest.verb, newest.subject, newest.why) == ("months.close", "2026-01", WHY)
    assert "unevaluated" in newest.what


def test_months_close_and_are_published_in_order(sample_desk: Desk, actor: Actor) -> None:
    months = sample_desk.months
    with pytest.raises(MonthOutOfOrder) as refused:
        months.close(actor, 2026, 2, WHY)
    assert "请先办1月" in sentence(refused.value)
    months.close(actor, 2026, 1, WHY)
    months.close(actor, 2026, 2, WHY)
    with pytest.raises(MonthOutOfOrder) as refused:
        months.publish(actor, 2026, 2)
    assert "请先公布1月" in sentence(refused.value)


def test_a_month_that_has_not_begun_is_not_closed_and_one_that_is_not_over_says_so(
    sample_desk: Desk, actor: Actor
) -> None:
    sample_desk.close()
    for month in range(1, 3):
        sample_desk.months.close(actor, 2026, month, WHY)
    in_march = open_desk(sample_desk.path, clock=lambda: datetime(2026, 3, 9, 9, tzinfo=CHINA))
    assert [each.future for each in in_march.months.strip(2026)] == [False] * 3 + [True] * 9
    assert "running" in {lack.kind for lack in in_march.months.missing(2026, 3)}
    assert "running" not in {lack.kind for lack in in_march.months.missing(2026, 2)}
    in_february = open_desk(sample_desk.path, clock=lambda: datetime(2026, 2, 28, 9, tzinfo=CHINA))
    with pytest.raises(MonthNotBegun):
        in_february.months.close(actor, 2026, 3, WHY)


def test_nothing_is_typed_into_a_closed_month(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.months.close(actor, 2026, 1, WHY)
    with SqlWork(sample_desk.path, None, frozen_clock).reading() as uow:
        require_open(uow, date(2026, 2, 1))
        with pytest.raises(MonthClosed) as refused:
            require_open(uow, date(2026, 1, 31))
    assert "写明理由重开这个月" in sentence(refused.value)


def test_an_act_that_does_not_fit_the_state_is_refused(sample_desk: Desk, actor: Actor) -> None:
    months = sample_desk.months
    with pytest.raises(MonthStands):
        months.publish(actor, 2026, 1)
    with pytest.raises(MonthStands):
        months.reopen(actor, 2026, 1, WHY)
    months.close(actor, 2026, 1, WHY)
    with pytest.raises(MonthStands):
        months.close(actor, 2026, 1, WHY)
    with pytest.raises(NoSuchMonth):
        months.close(actor, 2026, 13, WHY)
    with pytest.raises(NoSuchYear):
        months.close(actor, 2025, 1, WHY)
    with pytest.raises(NoSuchVersion):
        months.sheet(2026, 1, PROSECUTORS, 1)


def test_reopening_needs_a_reason_and_keeps_what_was_published(sample_desk: Desk, actor: Actor) -> None:
    publish(sample_desk, actor, 1)
    before = sample_desk.months.sheet(2026, 1, PROSECUTORS, 1)
    with pytest.raises(MonthReasonMissing):
        sample_desk.months.reopen(actor, 2026, 1, " ")
    sample_desk.months.reopen(actor, 2026, 1, "漏登一条")
    january = sample_desk.months.strip(2026)[0]
    assert (january.state, january.version, january.reopened) == (OPEN, 1, True)
    assert sample_desk.months.sheet(2026, 1, PROSECUTORS, 1) == before


def test_in_strict_reopening_takes_two(sample_desk: Desk) -> None:
    with_accounts(sample_desk, Way.STRICT)
    actor = sit(sample_desk, Role.OPERATOR)
    sample_desk.months.close(actor, 2026, 1, WHY)
    with pytest.raises(SecondNeeded):
        sample_desk.months.reopen(actor, 2026, 1, "漏登一条")
    sample_desk.months.reopen(actor, 2026, 1, "漏登一条", Second("reviewer", SECRET))
    sit(sample_desk, Role.SECRETARY)
    reopening = next(row for row in sample_desk.journal.rows(9) if row.verb == "months.reopen")
    assert reopening.authority == "李强 (reviewer)"


def test_a_month_with_nothing_new_is_not_published_again(sample_desk: Desk, actor: Actor) -> None:
    publish(sample_desk, actor, 1)
    with pytest.raises(NothingToPublish):
        sample_desk.months.publish(actor, 2026, 1)


def test_a_reopened_month_without_changes_is_published_without_a_new_version(sample_desk: Desk, actor: Actor) -> None:
    publish(sample_desk, actor, 1)
    sample_desk.months.reopen(actor, 2026, 1, "核对")
    sample_desk.months.close(actor, 2026, 1, WHY)
    assert sample_desk.months.publish(actor, 2026, 1).versions == {}
    assert states(sample_desk)[0] is PUBLISHED


def test_a_later_correction_makes_a_new_version_and_both_stay(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    publish(sample_desk, actor, 1, 2)
    assert sample_desk.months.corrections(2026) == frozenset()
    first = total(sample_desk, 1, 1)
    read_in(分值=0.5)
    assert sample_desk.months.corrections(2026) == {1, 2}
    assert sample_desk.months.publish(actor, 2026, 1).versions == {PROSECUTORS: 2}
    assert sample_desk.months.corrections(2026) == {2}
    assert (total(sample_desk, 1, 1), total(sample_desk, 1, 2)) == (first, first + 50)
    found = sample_desk.months.difference(2026, 1, PROSECUTORS, 1, 2)
    assert [(each.code, each.what) for each in found] == [("J001", "skill"), ("J001", "total")]
    newest, old = (each for each in sample_desk.months.versions(2026, 1) if each.category == PROSECUTORS)
    assert (newest.version, newest.superseded, old.version, old.superseded) == (2, False, 1, True)


def test_what_comes_in_for_a_later_month_corrects_no_earlier_one(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    publish(sample_desk, actor, 1)
    read_in(日期="2026-02-01")
    assert sample_desk.months.corrections(2026) == frozenset()


def test_yearly_ratings_that_come_later_correct_no_month(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    people = workbook(tmp_path / "人员.xlsx", [good(Kind.PEOPLE)])
    desk.imports.carry_out(actor, Kind.PEOPLE, people, 2026)
    publish(desk, actor, 1)
    marks = workbook(tmp_path / "领导评价.xlsx", [good(Kind.LEADER_RATINGS, 被评价人工号="J009")])
    desk.imports.carry_out(actor, Kind.LEADER_RATINGS, marks, 2026)
    assert desk.months.sheet(2026, 1, PROSECUTORS).people != desk.months.sheet(2026, 1, PROSECUTORS, 1).people
    assert desk.months.corrections(2026) == frozenset()


def test_a_replaced_row_that_would_lower_a_published_figure_is_refused_and_the_window_named(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    read_in(分值=1.5)
    publish(sample_desk, actor, 1, 2)
    head = sample_desk.journal.head()
    with pytest.raises(PublishedWouldBeLowered) as refused:
        read_in(分值=0.5, replace=True)
    assert sample_desk.journal.head() == head
    said = sentence(refused.value)
    assert "已公布的得分会被改低" in said
    assert "“评分录入”" in said
    assert "秦生康 J001" in said
    assert {month for month, _ in refused.value.lowered} == {1, 2}


def test_a_replaced_row_that_raises_a_published_figure_is_taken(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    read_in(分值=1.5)
    publish(sample_desk, actor, 1)
    read_in(分值=2, replace=True)
    assert sample_desk.months.corrections(2026) == {1}


def test_a_take_back_that_would_lower_a_published_figure_is_refused(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    entry = read_in(分值=1.5)
    publish(sample_desk, actor, 1)
    with pytest.raises(PublishedWouldBeLowered):
        sample_desk.imports.take_back(actor, entry, "误导入")
    assert sample_desk.months.corrections(2026) == frozenset()


def test_in_a_reopened_month_and_those_after_it_the_source_may_correct_itself(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    read_in(分值=1.5)
    publish(sample_desk, actor, 1, 2)
    sample_desk.months.reopen(actor, 2026, 1, "来源更正")
    read_in(分值=0.5, replace=True)
    assert sample_desk.months.corrections(2026) == {2}
    publish(sample_desk, actor, 1)
    sample_desk.months.publish(actor, 2026, 2)
    assert total(sample_desk, 2, 2) == total(sample_desk, 2, 1) - 100


def test_what_was_lower_before_is_no_doing_of_a_later_correction(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    read_in(分值=1.5)
    publish(sample_desk, actor, 1)
    read_in(工号="J002", 分值=-0.5, 指标="司法作风")  # a new row may lower: the month then says that it was corrected
    read_in(工号="J001", 分值=2, replace=True)
    assert sample_desk.months.corrections(2026) == {1}


def test_the_sheet_is_in_the_order_of_departments_and_never_ranks_unless_the_office_wants_it(
    sample_desk: Desk, actor: Actor
) -> None:
    publish(sample_desk, actor, 1)
    sheet = sample_desk.months.sheet(2026, 1, PROSECUTORS, 1)
    departments = [line.department for line in sheet.people]
    assert departments == sorted(departments, key=departments.index)
    assert [line.code for line in sheet.people[:4]] == ["J001", "J005", "J009", "J013"]
    assert {line.rank for line in sheet.people} == {None}
    assert not sheet.ranked


def test_every_category_s_sheet_lists_the_departments_by_their_numbers(sample_desk: Desk, actor: Actor) -> None:
    publish(sample_desk, actor, 1)
    for category in ("检察官", "检察辅助人员"):
        sheet = sample_desk.months.sheet(2026, 1, category, 1)
        departments = list(dict.fromkeys(line.department for line in sheet.people))
        assert departments == sorted(departments, key=department_order)
        assert departments[0] == "第一检察部"


def adopt_ranks(desk: Desk, actor: Actor, *, ranked: bool) -> None:
    """The year's scheme for prosecutors, with monthly ranks or without."""
    holding = desk.schemes.read(2026).holding
    assert holding is not None
    desk.schemes.begin(actor, 2026)
    said = json.dumps({**json.loads(holding.text), "monthly_rank": ranked}, ensure_ascii=False)
    draft = desk.schemes.read(2026).draft
    assert draft is not None
    desk.schemes.save(actor, 2026, Category.PROSECUTOR, said, draft.entry)
    draft = desk.schemes.read(2026).draft
    assert draft is not None
    adoption = Adoption("考评委〔2026〕2号", date(2026, 6, 1))
    desk.schemes.adopt(actor, 2026, Category.PROSECUTOR, adoption, draft.entry)


def test_a_scheme_that_ranks_no_more_corrects_what_was_published_with_ranks(sample_desk: Desk, actor: Actor) -> None:
    adopt_ranks(sample_desk, actor, ranked=True)
    publish(sample_desk, actor, 1)
    assert sample_desk.months.sheet(2026, 1, PROSECUTORS, 1).ranked
    assert sample_desk.months.corrections(2026) == frozenset()
    adopt_ranks(sample_desk, actor, ranked=False)
    assert sample_desk.months.corrections(2026) == {1}
    assert sample_desk.months.publish(actor, 2026, 1).versions == {PROSECUTORS: 2}
    assert not sample_desk.months.sheet(2026, 1, PROSECUTORS, 2).ranked
    assert sample_desk.months.sheet(2026, 1, PROSECUTORS, 1).ranked
    assert sample_desk.months.difference(2026, 1, PROSECUTORS, 1, 2) == ()
    assert sample_desk.months.corrections(2026) == frozenset()


def test_who_is_gone_stays_on_the_sheet_with_that_remark(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    def stay(code: str, **cells: object) -> dict[str, object]:
        return {"工号": code, "姓名": f"某{code}", "部门": "一部", "人员类别": "检察官", **cells}

    people = [
        stay("J001", 离岗日期="2026-03-15"),
        stay("J002", 离岗日期="2026-03-31"),
        stay("J002", 人员类别="检察辅助人员", 部门="二部", 到岗日期="2026-04-01"),
        stay("J003", 离岗日期="2026-03-31"),
        stay("J003", 部门="二部", 到岗日期="2026-04-01"),
    ]
    desk.imports.carry_out(actor, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", people), 2026)
    gone = {
        month: {line.code: line.gone for line in desk.months.sheet(2026, month, PROSECUTORS).people}
        for month in (2, 3, 5)
    }
    nobody = dict.fromkeys(("J001", "J002", "J003"))
    assert gone[2] == nobody
    assert gone[3] == {**nobody, "J001": Gone("2026-03-15")}
    assert gone[5] == {**nobody, "J001": Gone("2026-03-15"), "J002": Gone("2026-03-31", elsewhere=True)}
    publish(desk, actor, 1, 2, 3)
    kept = desk.months.sheet(2026, 3, PROSECUTORS, 1).of("J001")
    assert kept is not None
    assert kept.gone == Gone("2026-03-15")


def test_where_months_are_ranked_whoever_is_pending_stands_among_the_others(sample_desk: Desk, actor: Actor) -> None:
    adopt_ranks(sample_desk, actor, ranked=True)
    sheet = sample_desk.months.sheet(2026, 6, PROSECUTORS)
    pending = [each for each in sample_desk.scores.as_of(2026, date(2026, 6, 30)).people
               if each.status in {Status.PENDING, Status.NO_GRADE}]  # fmt: skip
    assert pending
    for person in pending:
        line = sheet.of(person.code)
        assert line is not None
        assert line.rank == 1 + sum(each.total > line.total for each in sheet.people if each.rank is not None)


def test_what_the_months_brought_adds_up_to_the_cumulative_total(sample_desk: Desk) -> None:
    sheets = [sample_desk.months.sheet(2026, month, PROSECUTORS) for month in range(1, 13)]
    for line in sheets[-1].people:
        brought = [held.change for sheet in sheets if (held := sheet.of(line.code)) is not None]
        assert sum(brought) == line.total


def test_every_months_sheet_says_what_the_year_says_as_of_its_last_day(sample_desk: Desk) -> None:
    for month, day in ((1, date(2026, 1, 31)), (2, date(2026, 2, 28)), (12, date(2026, 12, 31))):
        sheet = sample_desk.months.sheet(2026, month, PROSECUTORS)
        year = sample_desk.scores.as_of(2026, day)
        assert {line.code: line.total for line in sheet.people} == {each.code: each.total for each in year.people}
        assert {line.code: dict(line.indicators) for line in sheet.people} == {
            each.code: dict(each.indicators) for each in year.people
        }


def test_publishing_keeps_a_copy_of_the_desk_first(sample_desk: Desk, actor: Actor) -> None:
    before = len(sample_desk.backup.copies())
    publish(sample_desk, actor, 1)
    assert len(sample_desk.backup.copies()) == before + 1


def owed_lines(desk: Desk, today: date) -> dict[str, tuple[int, ...]]:
    with SqlWork(desk.path, None, frozen_clock).reading() as uow:
        return {line.kind: line.facts["months"] for line in owed(uow, 2026, today, {"J001": "秦生康"})}  # type: ignore[misc] # a tuple of months


def test_the_desk_says_which_months_are_to_be_closed_published_or_published_anew(
    sample_desk: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    assert owed_lines(sample_desk, date(2026, 4, 1)) == {"months_to_close": (1, 2, 3)}
    publish(sample_desk, actor, 1)
    sample_desk.months.close(actor, 2026, 2, WHY)
    assert owed_lines(sample_desk, date(2026, 4, 1)) == {"months_to_close": (3,), "months_to_publish": (2,)}
    read_in()
    assert owed_lines(sample_desk, date(2026, 3, 31))["months_corrected"] == (1,)
    sample_desk.months.reopen(actor, 2026, 1, "更正")
    assert owed_lines(sample_desk, date(2026, 3, 1)) == {"months_to_publish": (2,), "months_reopened": (1,)}


def test_a_year_or_a_month_that_the_desk_does_not_hold_is_refused(sample_desk: Desk) -> None:
    months = sample_desk.months
    for year in (2025, 0, -1, 10**9):
        asked = (months.strip, months.corrections, months.versions)
        by_month = (months.missing, months.categories, months.versions)
        for ask in asked:
            with pytest.raises(NoSuchYear):
                ask(year)
        for ask_month in by_month:
            with pytest.raises(NoSuchYear):
                ask_month(year, 1)
    for month in (0, 13, -1):
        for ask_month in (months.missing, months.categories, months.versions):
            with pytest.raises(NoSuchMonth):
                ask_month(2026, month)
        with pytest.raises(NoSuchMonth):
            months.difference(2026, month, "检察官", 0)
