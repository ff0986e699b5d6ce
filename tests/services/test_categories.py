"""Each category is a list of its own, with scheme, ranks, quota, sheets; who changes category is right in both."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import NoSchemeOfCategory
from committee_desk.domain.scores import Status
from committee_desk.domain.scores_in_order import out_of_order
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import LedgerOfAnotherDay
from committee_desk.services.entry_views import EventField, EventState, RowTyped
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.sheet_refusals import NotOnTheList
from committee_desk.storage.checking.sound import sound
from committee_desk.wording.overview import owed_title
from tests.conftest import frozen_clock
from tests.services.typing_desks import whole

F = EventField
PROSECUTOR, ASSISTANT, ADMINISTRATIVE = Category
RELEASED = Path(__file__).parents[1] / "data" / "released"
PEOPLE = ("工号", "姓名", "部门", "人员类别", "领导成员", "到岗日期", "离岗日期")
MARKS = ("被评价人工号", "评价人", "得分")
BALLOTS = ("票号", "票类", "被测评人工号", "得分")
"""What the workbooks of these tests say."""


@pytest.fixture
def take(desk: Desk, actor: Actor, tmp_path: Path) -> Callable[..., Desk]:
    """Imports rows as a workbook of that kind."""

    def taken(kind: Kind, headings: tuple[str, ...], *rows: tuple[object, ...]) -> Desk:
        book = openpyxl.Workbook()
        for row in (headings, *rows):
            book.active.append(row)
        path = tmp_path / f"{kind}.xlsx"
        book.save(path)
        outcome = desk.imports.carry_out(actor, kind, path, 2026)
        assert not getattr(outcome, "bad", ()), outcome
        return desk

    return taken


def _type(desk: Desk, actor: Actor, category: Category, code: str, indicator: str, day: str, points: str) -> None:
    month = int(day.split("-", maxsplit=1)[0])
    row = whole(code=code, indicator=indicator, day=day, points=points, voucher=f"政〔2026〕{code}{month}号")
    assert desk.entry.enter(actor, 2026, month, row, category).state is EventState.COUNTED


def _colleagues(number: int) -> list[tuple[object, ...]]:
    """So many assistants of one department, all year, with codes F001, F002, …"""
    return [(f"F{n:03}", f"助理{n}", "第一检察部", "检察辅助人员", "", "", "") for n in range(1, number + 1)]


def _rated(take: Callable[..., Desk], codes: list[str], mark: int = 90) -> Desk:
    """Everybody has a leader's mark and a ballot."""
    take(Kind.LEADER_RATINGS, MARKS, *((code, "王检", mark) for code in codes))
    return take(Kind.BALLOTS, BALLOTS, *((f"A{code}", "A", code, mark) for code in codes))


def test_a_desk_is_founded_with_a_scheme_for_each_category(desk: Desk) -> None:
    assert desk.scores.categories(2026) == tuple(Category)
    for category in Category:
        scheme = desk.scores.scheme(2026, category)
        assert scheme.category == category
        assert sum(part.maximum for part in scheme.parts if part.id != "bonus") == 100
        assert scheme.part("performance").maximum >= 60
    indicators = [each.id for category in Category for each in desk.scores.scheme(2026, category).indicators]
    assert len(set(indicators)) == len(indicators)


def test_assistants_begin_at_their_base_and_go_up_and_down_by_events(take: Callable[..., Desk], actor: Actor) -> None:
    take(Kind.PEOPLE, PEOPLE, *_colleagues(5))
    desk = _rated(take, [f"F{n:03}" for n in range(1, 6)])
    _type(desk, actor, ASSISTANT, "F001", "岗位职责", "03-05", "+6")
    _type(desk, actor, ASSISTANT, "F001", "加分", "04-05", "+2")
    _type(desk, actor, ASSISTANT, "F002", "岗位职责", "03-05", "-3")
    scores = desk.scores.year(2026, ASSISTANT)
    assert [each.code for each in scores.people] == ["F001", "F002", "F003", "F004", "F005"]
    first, second, third = scores.people[:3]
    assert dict(third.indicators) == {
        "a_duties": 3200, "a_quality": 1600, "a_efficiency": 800, "a_conduct": 400, "a_skill": 500, "a_ethics": 600,
        "a_leader_rating": 540, "a_peer_rating": 360, "a_bonus": 0,
    }  # fmt: skip
    assert (first.total, second.total, third.total) == (8800, 7700, 8000)
    assert (first.rank, second.rank, third.rank) == (1, 5, 2)
    assert (scores.quota.base, scores.quota.places) == (5, 1)
    assert first.proposed_grade == "优秀"
    assert not any(each.review_required for each in scores.people)
    assert desk.scores.year(2026).people == ()


def test_a_leader_is_scored_and_never_ranked_in_any_category(take: Callable[..., Desk]) -> None:
    desk = take(
        Kind.PEOPLE,
        PEOPLE,
        *_colleagues(2),
        ("S001", "主任", "政治部", "司法行政人员", "是", "", ""),
        ("F009", "专职委员", "第一检察部", "检察辅助人员", "是", "", ""),
        ("J001", "检察长", "院领导", "检察官", "是", "", ""),
    )
    for category, code in ((ADMINISTRATIVE, "S001"), (ASSISTANT, "F009"), (PROSECUTOR, "J001")):
        scores = desk.scores.year(2026, category)
        leader = scores.of(code)
        assert (leader.status, leader.rank, leader.proposed_grade) == (Status.EXTERNAL, None, None)
        assert leader.indicators
        assert scores.quota.base == sum(each.status is not Status.EXTERNAL for each in scores.people)


def test_row_52_a_prosecutor_who_leaves_the_quota_in_july_is_graded_by_the_present_series(
    take: Callable[..., Desk], actor: Actor
) -> None:
    take(
        Kind.PEOPLE,
        PEOPLE,
        ("J001", "罗月", "第一检察部", "检察官", "", "2020-01-01", "2026-07-15"),
        ("J001", "罗月", "办公室", "司法行政人员", "", "2026-07-16", ""),
        ("J002", "林若", "第一检察部", "检察官", "", "", ""),
        ("S001", "陈平", "办公室", "司法行政人员", "", "", ""),
    )
    desk = _rated(take, ["J001", "J002", "S001"])
    _type(desk, actor, PROSECUTOR, "J001", "司法技能", "03-05", "+4")
    _type(desk, actor, ADMINISTRATIVE, "J001", "岗位职责", "09-05", "+5")
    before, now = desk.scores.year(2026), desk.scores.year(2026, ADMINISTRATIVE)
    assert (before.of("J001").status, before.of("J001").rank) == (Status.LEFT, None)
    assert before.of("J001").indicators["skill"] == 400
    assert (before.quota.base, [each.code for each in before.people if each.rank]) == (1, ["J002"])
    assert (now.of("J001").status, now.of("J001").rank, now.of("J001").department) == (Status.GRADED, 1, "办公室")
    assert now.of("J001").indicators["s_duties"] == 3700
    assert "skill" not in now.of("J001").indicators
    assert now.quota.base == 2
    assert desk.scores.lists_of(2026, "J001") == (PROSECUTOR, ADMINISTRATIVE)


def test_a_typed_event_belongs_to_the_category_of_its_person_on_its_day(
    take: Callable[..., Desk], actor: Actor
) -> None:
    desk = take(
        Kind.PEOPLE,
        PEOPLE,
        ("J001", "罗月", "第一检察部", "检察官", "", "2020-01-01", "2026-06-30"),
        ("J001", "罗月", "办公室", "司法行政人员", "", "2026-07-01", ""),
    )
    _type(desk, actor, PROSECUTOR, "J001", "司法技能", "06-30", "+1")
    _type(desk, actor, PROSECUTOR, "J001", "岗位职责", "08-05", "+1")
    before = desk.journal.head()
    for category in (PROSECUTOR, ADMINISTRATIVE):
        with pytest.raises(LedgerOfAnotherDay) as refused:
            _type(desk, actor, category, "J001", "skill", "08-05", "+1")
    assert (refused.value.category, refused.value.own) == (PROSECUTOR, ADMINISTRATIVE)
    assert "岗位职责" in refused.value.known.values()
    assert desk.journal.head() == before
    draft = desk.entry.enter(actor, 2026, 8, RowTyped({F.CODE: "J001", F.INDICATOR: "司法技能"}))
    with pytest.raises(LedgerOfAnotherDay):
        desk.entry.enter(actor, 2026, 8, RowTyped({F.DAY: "8-5"}, draft.number, draft.change.entry))
    put = desk.entry.enter(actor, 2026, 8, RowTyped({F.INDICATOR: "s_duties"}, draft.number, draft.change.entry))
    desk.entry.enter(actor, 2026, 8, RowTyped({F.DAY: "8-5"}, put.number, put.change.entry))


def test_row_52_whoever_retires_before_the_year_ends_is_on_no_list_of_the_ranked(take: Callable[..., Desk]) -> None:
    desk = take(Kind.PEOPLE, PEOPLE, *_colleagues(1), ("S001", "陈平", "办公室", "司法行政人员", "", "", "2026-08-31"))
    assert desk.scores.year(2026, ADMINISTRATIVE).of("S001").status is Status.LEFT
    assert desk.scores.year(2026, ADMINISTRATIVE).quota.base == 0


def test_row_17_who_changes_department_in_may_is_on_one_list_once_in_the_present_department(
    take: Callable[..., Desk],
) -> None:
    for category, code in (("检察辅助人员", "F001"), ("司法行政人员", "S001")):
        desk = take(
            Kind.PEOPLE,
            PEOPLE,
            (code, "何晴", "第一检察部", category, "", "", "2026-05-10"),
            (code, "何晴", "第二检察部", category, "", "2026-05-11", ""),
        )
        (person,) = desk.scores.year(2026, Category(category)).people
        assert (person.department, person.status) == ("第二检察部", Status.INCOMPLETE)


def test_both_sheets_of_who_changed_category_lie_in_one_folder_each_with_versions_of_its_own(
    take: Callable[..., Desk], actor: Actor, tmp_path: Path
) -> None:
    desk = take(
        Kind.PEOPLE,
        PEOPLE,
        ("J001", "罗月", "第一检察部", "检察官", "", "", "2026-07-15"),
        ("J001", "罗月", "办公室", "司法行政人员", "", "2026-07-16", ""),
    )
    folder = tmp_path / "表"
    for category in (PROSECUTOR, ADMINISTRATIVE):
        desk.sheets.draw(actor, 2026, None, folder, category=category)
    assert sorted(path.name for path in folder.iterdir()) == [
        "J001 罗月 2026 司法行政人员考核等次确认表.pdf",
        "J001 罗月 2026 检察官考核等次确认表.pdf",
    ]
    assert [(each.form, each.version) for each in desk.sheets.printed(2026)] == [
        ("grade_sheet_administrative", 1),
        ("grade_sheet", 1),
    ]
    assert not desk.sheets.outdated(2026, ADMINISTRATIVE)
    said = pypdfium2.PdfDocument(desk.sheets.preview(2026, "J001", actor, ADMINISTRATIVE))[0].get_textpage()
    assert "2026年7月16日至12月31日" in said.get_text_bounded().replace(" ", "")
    with pytest.raises(NotOnTheList):
        desk.sheets.preview(2026, "J001", actor, ASSISTANT)


def test_the_export_of_a_category_holds_its_people_alone_and_the_journal_names_it(
    take: Callable[..., Desk], actor: Actor, tmp_path: Path
) -> None:
    desk = take(Kind.PEOPLE, PEOPLE, *_colleagues(2), ("J001", "罗月", "第一检察部", "检察官", "", "", ""))
    desk.scores.export(actor, 2026, tmp_path / "辅助.xlsx", category=ASSISTANT)
    rows = list(openpyxl.load_workbook(tmp_path / "辅助.xlsx")["排名"].iter_rows(values_only=True))
    assert "检察辅助人员" in str(rows[0][0])
    assert [row[1] for row in rows[4:]] == ["F001", "F002"]
    assert json.loads(desk.journal.rows(1)[0].what)["category"] == "检察辅助人员"


def test_a_year_of_an_older_desk_takes_the_shipped_schemes_by_an_act_and_once(actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(RELEASED / "0002.desk", path)
    desk = open_desk(path, clock=frozen_clock)
    assert desk.scores.categories(2026) == (PROSECUTOR,)
    with pytest.raises(NoSchemeOfCategory):
        desk.scores.year(2026, ASSISTANT)
    before = desk.scores.year(2026)
    change = desk.category_schemes.take_shipped(actor, 2026)
    assert desk.journal.rows(1)[0].verb == "scheme.take"
    assert desk.category_schemes.missing(2026) == ()
    assert desk.scores.year(2026, ASSISTANT).quota.percent == 20
    assert desk.scores.year(2026) == before
    assert desk.category_schemes.take_shipped(actor, 2026).entry is None
    assert desk.journal.head().entries == change.entry
    assert sound(path, None).ok


def test_scoring_the_other_categories_is_checked_as_that_of_prosecutors_is(sample_desk: Desk) -> None:
    for category in Category:
        scores = sample_desk.scores.year(2026, category)
        assert not list(out_of_order(sample_desk.scores.scheme(2026, category), scores))


def test_a_year_of_an_older_desk_owes_a_scheme_for_the_people_it_has(actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(RELEASED / "0002.desk", path)
    desk = open_desk(path, clock=frozen_clock)

    def owed() -> list[str]:
        lines = desk.overview(2026, frozen_clock().date()).owed
        return [str(line.facts["category"]) for line in lines if line.kind == "scheme_of_category_missing"]

    present = {str(row.category) for row in desk.people.roster(2026)} - {str(PROSECUTOR)}
    assert present
    assert set(owed()) == present
    desk.category_schemes.take_shipped(actor, 2026)
    assert owed() == []


def test_a_tie_at_the_quota_of_assistants_waits_on_the_first_page(take: Callable[..., Desk], actor: Actor) -> None:
    take(Kind.PEOPLE, PEOPLE, *_colleagues(5), ("J001", "罗月", "第一检察部", "检察官", "", "", ""))
    desk = _rated(take, [f"F{n:03}" for n in range(1, 6)])
    for code in ("F001", "F002"):
        _type(desk, actor, ASSISTANT, code, "岗位职责", "03-05", "+8")
    (line,) = [each for each in desk.overview(2026, frozen_clock().date()).owed if each.kind == "tie_in_category"]
    assert line.facts["codes"] == ("F001", "F002")
    assert owed_title(line) == "检察辅助人员优秀名额末位 2 人相同"


def test_the_history_of_an_assistant_s_indicator_is_that_of_its_events(take: Callable[..., Desk], actor: Actor) -> None:
    desk = take(Kind.PEOPLE, PEOPLE, *_colleagues(1))
    _type(desk, actor, ASSISTANT, "F001", "岗位职责", "03-05", "+8")
    (version,) = desk.history.of_indicator(2026, "F001", "a_duties")
    assert version.key[0] == "F001"
