"""A person's month explained: the figures are those of the month's sheet, and what is shown adds up to what changed."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from committee_desk.domain.month_explained import Counts, MonthExplained, Reached
from committee_desk.domain.months import NoSuchMonth
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.scored_year import NotScored
from tests.imports.workbooks import good, workbook
from tests.services.test_months import adopt_ranks
from tests.services.typing_desks import whole

YEAR = 2026
POINTS = {"workload_points", "review_mean", "review_grade", "in_time_share", "mark_mean"}
Read = Callable[..., None]


@pytest.fixture
def read(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Read:
    """Reads one row of a kind in, whose cells may be other ones."""

    def reading(kind: Kind, **cells: object) -> None:
        path = workbook(tmp_path / f"{kind.value}.xlsx", [good(kind, **cells)])
        sample_desk.imports.carry_out(actor, kind, path, YEAR, replace=True)

    return reading


def told(desk: Desk, month: int, code: str = "J001", category: Category = Category.PROSECUTOR) -> MonthExplained:
    return desk.month_explained.explain(YEAR, month, code, category).told


def of(month: MonthExplained, indicator: str) -> Reached:
    return next(each for each in month.reached if each.explanation.indicator == indicator)


@pytest.mark.parametrize("month", [1, 2, 6, 11])
def test_the_figures_of_everybody_are_those_of_the_month_s_sheet(sample_desk: Desk, month: int) -> None:
    for category in sample_desk.scores.categories(YEAR):
        for line in sample_desk.months.sheet(YEAR, month, category).people:
            found = told(sample_desk, month, line.code, category)
            assert (found.name, found.department) == (line.name, line.department)
            assert (found.total_before, found.total, found.change) == (line.total_before, line.total, line.change)
            named = {each.explanation.indicator: each for each in found.reached}
            assert {name: each.now for name, each in named.items() if each.now is not None} == line.indicators
            before = {name: each.before for name, each in named.items() if each.before is not None}
            assert before == line.indicators_before
            assert all(each.explanation.printed == each.now for each in found.reached)


@pytest.mark.parametrize("month", [2, 5, 8, 11])
def test_the_arithmetic_that_is_told_leads_to_the_figure(sample_desk: Desk, month: int) -> None:
    """What went in is dated up to the month's last day, as what was scored is."""
    led = 0
    for person in sample_desk.month_explained.people(YEAR, month):
        for each in told(sample_desk, month, person.code).reached:
            steps = each.explanation.steps
            points = [Fraction(step.facts["points"] or 0) for step in steps if step.kind in POINTS]
            if points and each.now is not None:
                sum_ = min(max(sum(points, Fraction(0)), Fraction(0)), Fraction(each.explanation.maximum))
                handed = next((step.facts for step in steps if step.kind == "respread"), None)
                assert sum_ == handed["before"] if handed else int(sum_ * 100 + Fraction(1, 2)) == each.now
                led += 1
    assert led > 30


@pytest.mark.parametrize("month", [1, 3, 6, 9, 12])
def test_what_is_shown_of_a_ledger_adds_up_to_what_the_month_brought(sample_desk: Desk, month: int) -> None:
    seen = 0
    for person in sample_desk.month_explained.people(YEAR, month):
        found = told(sample_desk, month, person.code)
        before = sample_desk.month_explained.explain(YEAR, month - 1, person.code).told if month > 1 and any(
            each.before is not None for each in found.reached
        ) else None  # fmt: skip
        for each in found.reached:
            if each.ledger is None:
                continue
            name = each.explanation.indicator
            events = [one for one in found.events if one.event.indicator == name]
            assert each.ledger.counted == sum((one.counted for one in events), Fraction(0))
            assert each.ledger.events == len(events)
            handed = [one for one in (each, of(before, name) if before else None)
                      if one and any(step.kind == "respread" for step in one.explanation.steps)]  # fmt: skip
            if not handed:
                assert abs(each.ledger.whole * 100 - each.change) <= 1, (person, name)
                seen += bool(events)
    assert seen


def test_an_event_beyond_the_maximum_says_what_of_it_does_not_count_and_later_room_counts_again(
    sample_desk: Desk, read: Read
) -> None:
    read(Kind.EVENTS, 指标="司法技能", 日期="2026-03-05", 分值="+12", 凭证号="政〔2026〕901号")
    march = told(sample_desk, 3)
    event = next(each for each in march.events if each.event.voucher == "政〔2026〕901号")
    assert event.lost > 0
    assert of(march, "skill").now == 1000
    read(Kind.EVENTS, 指标="司法技能", 日期="2026-04-05", 分值="-1", 凭证号="政〔2026〕902号")
    april = of(told(sample_desk, 4), "skill")
    assert april.ledger is not None
    assert april.ledger.earlier > 0
    assert abs(april.ledger.whole * 100 - april.change) <= 1


def test_the_month_s_cases_come_with_equivalent_term_and_review(sample_desk: Desk) -> None:
    november = told(sample_desk, 11, "J013")
    assert len(november.cases) == 10
    assert {each.share.closed.month for each in november.cases if each.share.closed} == {11}
    joint = next(each for each in november.cases if each.share.share != 1)
    assert joint.equivalent < 2
    assert {each.in_time for each in november.cases} == {True, False}
    assert all(each.review and each.review.reviewed and each.review.reviewed <= date(YEAR, 11, 30)
               for each in november.reviewed_since)  # fmt: skip
    before = of(told(sample_desk, 10, "J013"), "quantity").explanation
    own = [step.facts["equivalent"] for each in (before, of(november, "quantity").explanation)
           for step in each.steps if step.kind == "equivalent"]  # fmt: skip
    assert Fraction(own[1] or 0) - Fraction(own[0] or 0) == sum(each.equivalent for each in november.cases)


def test_a_review_that_came_after_the_month_is_not_there_yet(sample_desk: Desk) -> None:
    for month in range(1, 12):
        for each in told(sample_desk, month, "J013").cases:
            if each.review is None:
                later = told(sample_desk, month + 1, "J013").reviewed_since
                if each.share.number in {one.share.number for one in later}:
                    return
    raise AssertionError


def test_a_published_month_is_told_by_its_version_and_says_what_changed_since(
    sample_desk: Desk, actor: Actor, read: Read
) -> None:
    sample_desk.months.close(actor, YEAR, 1, "补登")
    sample_desk.months.publish(actor, YEAR, 1)
    found = sample_desk.month_explained.explain(YEAR, 1, "J001")
    assert (found.version, found.differs) == (1, False)
    assert found.published is not None
    read(Kind.EVENTS, 日期="2026-01-20", 凭证号="政〔2026〕903号")
    found = sample_desk.month_explained.explain(YEAR, 1, "J001")
    skill = of(found.told, "skill")
    assert (found.version, found.differs) == (1, True)
    assert (skill.now, skill.by_facts) == (0, 150)
    assert found.told.total == sample_desk.months.sheet(YEAR, 1, "检察官", 1).of("J001").total  # type: ignore[union-attr]
    sample_desk.months.publish(actor, YEAR, 1)
    found = sample_desk.month_explained.explain(YEAR, 1, "J001")
    assert (found.version, found.differs, of(found.told, "skill").now) == (2, False, 150)


def test_who_came_onto_a_published_month_s_list_later_is_told_by_the_facts(
    sample_desk: Desk, actor: Actor, read: Read
) -> None:
    sample_desk.months.close(actor, YEAR, 1, "补登")
    sample_desk.months.publish(actor, YEAR, 1)
    read(Kind.PEOPLE, 工号="J099", 姓名="新来人", 到岗日期="2026-01-05")
    found = sample_desk.month_explained.explain(YEAR, 1, "J099")
    assert (found.version, found.others_published) == (0, True)


def test_who_moves_leaves_or_comes_in_the_month_is_said_to(sample_desk: Desk, read: Read) -> None:
    june = told(sample_desk, 6, "J005")
    assert [each.department for each in june.duties] == ["第一检察部", "第二检察部"]
    assert [each.months for each in june.duties] == [5, 1]
    newcomer = told(sample_desk, 7, "J006")
    assert all(each.before is None for each in newcomer.reached)
    assert newcomer.change == newcomer.total
    read(Kind.PEOPLE, 工号="J098", 姓名="要走人", 部门="第一检察部", 到岗日期="2020-01-01", 离岗日期="2026-03-10")
    left = told(sample_desk, 3, "J098")
    assert (left.until, left.counts) == (date(2026, 3, 10), Counts.ABSENT)
    assert told(sample_desk, 2, "J098").counts is Counts.ON_DUTY
    with pytest.raises(NotScored):
        told(sample_desk, 3, "J006")


def test_leave_that_costs_the_month_is_said_without_kind_and_days(sample_desk: Desk, read: Read) -> None:
    assert told(sample_desk, 3, "J001").counts is Counts.ON_DUTY
    read(Kind.LEAVE, 工号="J001", 种类="病假", 起="2026-03-02", 止="2026-03-25")
    march = told(sample_desk, 3, "J001")
    assert (march.counts, march.months_lost) == (Counts.LEAVE, 1)
    assert "病假" not in str(march)


def test_who_is_under_investigation_is_told_like_anybody(sample_desk: Desk, read: Read) -> None:
    before = told(sample_desk, 11, "J001")
    read(Kind.SANCTIONS, 工号="J001", 种类="立案未结", 决定文号="检察督〔2026〕9号", 决定日期="2026-05-06")
    assert told(sample_desk, 11, "J001") == before


def test_the_leader_is_explained_and_unrated_parts_are_named(sample_desk: Desk) -> None:
    chief = told(sample_desk, 11, "J020")
    assert chief.leads
    assert [each.name for each in chief.unrated] == ["领导评价", "民主测评"]
    assert chief.total == sum(each.now or 0 for each in chief.reached)


def test_a_rank_is_told_only_where_the_office_ranks_months(sample_desk: Desk, actor: Actor) -> None:
    assert sample_desk.month_explained.explain(YEAR, 11, "J013").rank is None
    adopt_ranks(sample_desk, actor, ranked=True)
    line = sample_desk.months.sheet(YEAR, 11, "检察官").of("J013")
    assert line is not None
    assert sample_desk.month_explained.explain(YEAR, 11, "J013").rank == line.rank


def test_a_typed_event_comes_with_its_number_and_voucher(sample_desk: Desk, actor: Actor) -> None:
    number = sample_desk.entry.enter(actor, YEAR, 12, whole()).number
    december = told(sample_desk, 12, "J010")
    typed = next(each for each in december.events if each.register is not None and each.register.number == number)
    assert (typed.event.voucher, typed.event.approver) == ("政〔2026〕500号", "政治部主任")


def test_a_month_that_there_is_not_is_refused(sample_desk: Desk) -> None:
    with pytest.raises(NoSuchMonth):
        sample_desk.month_explained.explain(YEAR, 13, "J001")
