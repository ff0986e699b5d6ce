"""The grid of people and ledgers: cells under batch lines, whole blocks in one entry, and what is refused of them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.months import last_day
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import (
    BlockRefused,
    CellTwice,
    ChangedMeanwhile,
    EventCounts,
    EventThereAlready,
    NoNumber,
    NoSuchLedger,
    NoSuchLine,
    NotInTheGrid,
    PointsBeyond,
    SameLine,
)
from committee_desk.services.entry_views import EventField, EventState, Line, Mark, MarkTyped
from committee_desk.services.imports import Kind
from tests.imports.workbooks import workbook
from tests.services.typing_desks import changed, row_of

F = EventField
LINE = Line("skill", 1, "月度培训", "政〔2026〕9号", "政治部主任")


def cell(desk: Desk, code: str, indicator: str = "skill") -> Mark | None:
    return desk.entry.grid(2026, 12).mark(code, indicator)


def test_the_grid_has_a_row_for_everybody_of_the_category_and_a_column_for_each_ledger(sample_desk: Desk) -> None:
    grid = sample_desk.entry.grid(2026, 12)
    assert [person.code for person in grid.people] == [f"J{number:03}" for number in range(1, 21)]
    assert [column.name for column in grid.columns] == [
        "办案效果", "办案安全", "办案规范", "司法作风", "司法技能", "职业操守", "加分",
    ]  # fmt: skip
    assert grid.standings["J010", "skill"].reached == Decimal("8.5")
    assistants = sample_desk.entry.grid(2026, 12, Category.ASSISTANT)
    assert {person.code[0] for person in assistants.people} == {"F"}
    assert not {each.indicator for each in assistants.columns} & {each.indicator for each in grid.columns}


def test_a_months_standings_hold_the_workload_bonus_as_of_its_end(sample_desk: Desk) -> None:
    seen = set()
    for month in (3, 6, 12):
        grid, then = sample_desk.entry.grid(2026, month), sample_desk._figures.year(2026, last_day(2026, month))
        for person in grid.people:
            reached = grid.standings[person.code, "bonus"].reached
            assert int(reached * 100) == then.of(person.code).indicators["bonus"]
            seen.add((person.code, reached))
    assert len(seen) > len(grid.people)


def test_a_cell_without_a_batch_line_is_a_draft_that_counts_once_the_line_is_written(
    sample_desk: Desk, actor: Actor
) -> None:
    before = sample_desk.scores.year(2026).of("J010").total
    entered = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.25"))
    assert entered.state is EventState.DRAFT
    draft = cell(sample_desk, "J010")
    assert draft is not None
    assert (draft.points, draft.lacking) == (Decimal("0.25"), (F.REASON, F.VOUCHER, F.APPROVER))
    assert sample_desk.scores.year(2026).of("J010").total == before
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    counted = cell(sample_desk, "J010")
    assert counted is not None
    assert (counted.state, counted.number) == (EventState.COUNTED, entered.number)
    row = row_of(sample_desk, entered.number)
    assert (row.day, row.reason, row.voucher) == (date(2026, 12, 31), "月度培训", "政〔2026〕9号")
    assert sample_desk.scores.year(2026).of("J010").total == before + 25


def test_correcting_a_batch_line_changes_all_its_marks_under_one_entry(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    cells = [MarkTyped(f"J{number:03}", "skill", "0.1") for number in range(1, 6)]
    sample_desk.entry.block(actor, 2026, 12, cells)
    (held,) = sample_desk.entry.lines(2026, 12, "skill")
    assert held.marks == 5
    change = sample_desk.entry.put_line(
        actor, 2026, 12, Line("skill", 1, "季度培训", "政〔2026〕9号", "政治部主任", seen=held.seen)
    )
    typed = [row for row in sample_desk.entry.rows(2026, 12).rows if row.typed]
    assert {(row.reason, row.seen) for row in typed} == {("季度培训", change.entry)}
    with pytest.raises(ChangedMeanwhile):
        sample_desk.entry.put_line(actor, 2026, 12, Line("skill", 1, "第三种", "政1号", "主任", seen=held.seen))


def test_another_batch_is_the_next_line_with_cells_of_its_own(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    first = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.25"))
    with pytest.raises(NoSuchLine):
        sample_desk.entry.put_line(actor, 2026, 12, Line("skill", 3, "跳过一批", "政3号", "主任"))
    with pytest.raises(SameLine):
        sample_desk.entry.put_line(actor, 2026, 12, Line("skill", 2, LINE.reason, LINE.voucher, "主任"))
    sample_desk.entry.put_line(actor, 2026, 12, Line("skill", 2, "岗位练兵", "政〔2026〕10号", "政治部主任"))
    assert cell(sample_desk, "J010") is None
    second = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.5"))
    assert first.number != second.number
    grid = sample_desk.entry.grid(2026, 12)
    assert [grid.marks["J010", "skill", line].points for line in (1, 2)] == [Decimal("0.25"), Decimal("0.5")]
    assert grid.standings["J010", "skill"].other == Decimal("0.25")
    back = MarkTyped("J010", "skill", "0.75", seen=grid.marks["J010", "skill", 1].seen, line=1)
    assert sample_desk.entry.mark(actor, 2026, 12, back).number == first.number


def test_a_cell_typed_by_two_people_keeps_the_first_and_shows_it_to_the_second(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.mark(Actor("李强"), 2026, 12, MarkTyped("J010", "skill", "0.25"))
    with pytest.raises(ChangedMeanwhile) as refused:
        sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.5"))
    assert (refused.value.who, refused.value.present) == ("李强", "+0.25")
    held = cell(sample_desk, "J010")
    assert held is not None
    sample_desk.entry.mark(Actor("李强"), 2026, 12, MarkTyped("J010", "skill", "", seen=held.seen))
    with pytest.raises(ChangedMeanwhile) as refused:
        sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.5", seen=held.seen))
    assert (refused.value.who, refused.value.present) == ("李强", None)


def test_an_emptied_cell_is_gone_and_typed_again_by_undo(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    first = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.25"))
    gone = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", " ", seen=first.change.entry))
    assert (gone.number, cell(sample_desk, "J010")) == (None, None)
    sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.25"))
    assert cell(sample_desk, "J010") is not None


def test_a_counted_cell_of_somebody_else_is_emptied_only_with_a_reason(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    typed = sample_desk.entry.mark(Actor("李强"), 2026, 12, MarkTyped("J010", "skill", "0.25"))
    emptying = MarkTyped("J010", "skill", "", seen=typed.change.entry)
    with pytest.raises(EventCounts):
        sample_desk.entry.mark(actor, 2026, 12, emptying)
    assert sample_desk.entry.mark(actor, 2026, 12, emptying, why="人错了").number is None


def test_a_mark_typed_over_among_the_events_leaves_its_batch(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    number = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.25")).number
    sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, number), points="0.5"))
    assert row_of(sample_desk, number).line == 1
    sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, number), reason="单独的事由"))
    assert row_of(sample_desk, number).line is None
    assert cell(sample_desk, "J010") is None


def test_a_pasted_block_with_bad_cells_is_not_written_and_names_every_one(sample_desk: Desk, actor: Actor) -> None:
    before = sample_desk.journal.head()
    cells = [
        MarkTyped("J001", "skill", "0.5"),
        MarkTyped("J002", "skill", "o.5"),
        MarkTyped("F001", "skill", "0.5"),
        MarkTyped("J003", "skill", "11"),
        MarkTyped("J004", "quantity", "1"),
        MarkTyped("J001", "skill", "0.6"),
        MarkTyped("J005", "skill", "1", line=2),
    ]
    with pytest.raises(BlockRefused) as refused:
        sample_desk.entry.block(actor, 2026, 12, cells)
    assert [(each.index, type(each.error)) for each in refused.value.problems] == [
        (1, NoNumber),
        (2, NotInTheGrid),
        (3, PointsBeyond),
        (4, NoSuchLedger),
        (5, CellTwice),
        (6, NoSuchLine),
    ]
    assert sample_desk.journal.head() == before


def test_a_month_of_a_thousand_people_is_one_entry(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    people = [
        {"工号": f"J{number:04}", "姓名": f"甲{number}", "部门": f"第{number % 9}部", "人员类别": "检察官"}
        for number in range(1000)
    ]
    desk.imports.carry_out(actor, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", people), 2026)
    columns = [column.indicator for column in desk.entry.grid(2026, 12).columns]
    for indicator in columns:
        desk.entry.put_line(actor, 2026, 12, Line(indicator, 1, "月度考核", "政1号", "主任"))
    before = desk.journal.head().entries
    cells = [MarkTyped(f"J{number:04}", indicator, "-0.5") for number in range(1000) for indicator in columns]
    done = desk.entry.block(actor, 2026, 12, cells)
    assert (len(set(done.numbers)), desk.journal.head().entries) == (7000, before + 1)
    grid = desk.entry.grid(2026, 12)
    assert len(grid.marks) == 7000
    assert grid.standings["J0999", "effect"].reached == Decimal("5.5")
    emptied = [cell._replace(points="", seen=done.change.entry) for cell in cells]
    desk.entry.block(actor, 2026, 12, emptied)
    assert desk.entry.grid(2026, 12).marks == {}


def test_a_line_whose_facts_stand_there_already_is_refused(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.put_line(actor, 2026, 12, LINE)
    sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.25"))
    sample_desk.entry.put_line(actor, 2026, 12, Line("skill", 2, "别的", "政2号", "主任"))
    number = sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J010", "skill", "0.5")).number
    with pytest.raises(EventThereAlready):
        sample_desk.entry.enter(
            actor, 2026, 12, changed(row_of(sample_desk, number), reason=LINE.reason or "", voucher=LINE.voucher or "")
        )


def test_row_17_a_person_who_left_the_category_has_no_row_in_the_months_after(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    stays = [
        {"工号": "J001", "姓名": "张三", "部门": "第一检察部", "人员类别": "检察官", "离岗日期": "2026-05-31"},
        {"工号": "J001", "姓名": "张三", "部门": "办公室", "人员类别": "司法行政人员", "到岗日期": "2026-06-01"},
    ]
    desk.imports.carry_out(actor, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", stays), 2026)

    def rows(month: int, category: Category) -> list[str]:
        return [person.department for person in desk.entry.grid(2026, month, category).people]

    assert [rows(month, Category.PROSECUTOR) for month in (5, 6)] == [["第一检察部"], []]
    assert [rows(month, Category.ADMINISTRATIVE) for month in (5, 6)] == [[], ["办公室"]]
