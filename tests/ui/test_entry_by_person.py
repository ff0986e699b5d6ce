"""评分录入 by person on the sample office, with keys alone: a month of marks, batch lines, blocks, undo, filters."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from committee_desk.bootstrap import open_desk
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import EventState, Line, MarkTyped
from committee_desk.ui.common.sheet.saved import Saved
from committee_desk.ui.common.sheet.source import State
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.main_window import MainWindow
from tests.conftest import frozen_clock
from tests.ui.answering import Answers, said
from tests.ui.entry_hands import LEDGERS, Hands, keys_of, sheet_of, state_at

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_undo_takes_a_cell_back_and_redo_does_it_again(by_person: EntryPage, hands: Hands, sample_desk: Desk) -> None:
    hands.type("-1")
    hands.key(Key.Key_Return)
    hands.rest()
    assert [row.points for row in sheet_of(sample_desk).values()] == [Decimal(-1)]
    hands.key(Key.Key_Z, CTRL)
    hands.rest()
    assert not sheet_of(sample_desk)
    hands.key(Key.Key_Y, CTRL)
    hands.rest()
    assert [row.points for row in sheet_of(sample_desk).values()] == [Decimal(-1)]


def type_everybody(page: EntryPage, hands: Hands) -> dict[tuple[str, str], Decimal]:
    """A two-digit mark and Enter for each cell of the grid, down one column and then the next; nothing else."""
    wanted = {}
    for at, ledger in enumerate(LEDGERS):
        for code in keys_of(page):
            text = f"-{at % 3 + 1}"
            wanted[str(code), ledger] = Decimal(text)
            hands.type(text)
            hands.key(Key.Key_Return)
    hands.rest()
    return wanted


@pytest.mark.parametrize("people", [16, 20])
def test_a_month_of_marks_takes_at_most_3_1_keystrokes_each_without_the_mouse(
    by_person: EntryPage, hands: Hands, sample_desk: Desk, people: int
) -> None:
    source = by_person.by_person.source
    assert source is not None
    office = source.codes()[:people]
    source.keep(lambda person: person.code in office)
    by_person.side.sheet.reload()
    wanted = type_everybody(by_person, hands)
    marks = sample_desk.entry.grid(2026, 12).marks
    assert {(code, ledger): mark.points for (code, ledger, _), mark in marks.items()} == wanted
    assert len(wanted) == people * 7
    assert hands.pressed / len(wanted) <= 3.1


def test_marks_are_drafts_until_their_batch_line_is_written_and_count_then(
    by_person: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    hands.type("-1")
    hands.key(Key.Key_Return)
    hands.rest()
    assert state_at(by_person, "J001", "effect") is State.DRAFT
    by_person.by_person.to_line()
    for text in ("当事人有效投诉", "政〔2026〕9号", "政治部主任"):
        hands.give(text)
        hands.key(Key.Key_Return)
    hands.rest()
    (mark,) = sample_desk.entry.grid(2026, 12).marks.values()
    assert mark.state is EventState.COUNTED
    assert state_at(by_person, "J001", "effect") is State.SAVED
    assert by_person.side.sheet.view.hasFocus()
    (row,) = sheet_of(sample_desk).values()
    assert (row.reason, f"{row.day:%m-%d}") == ("当事人有效投诉", "12-31")


def test_another_batch_begins_with_empty_cells_and_leaves_the_first_as_it_was(
    by_person: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    actor = by_person.place.actor
    sample_desk.entry.put_line(actor, 2026, 12, Line("effect", 1, "投诉", "政〔2026〕9号", "政治部主任"))
    by_person.read_again()
    hands.rest()
    by_person.side.sheet.setFocus()
    hands.type("-1")
    hands.key(Key.Key_Return)
    hands.rest()
    by_person.by_person.bar.another.setFocus()
    hands.key(Key.Key_Space)
    hands.rest()
    assert by_person.by_person.bar.batches.currentText() == "第 2 批"
    source = by_person.by_person.source
    assert source is not None
    assert source.cell("J001", "effect").text == ""
    assert "−1.00" in source.cell("J001", "effect").why
    for text in ("来信表扬", "政〔2026〕10号"):
        hands.give(text)
        hands.key(Key.Key_Return)
    hands.key(Key.Key_Return)
    by_person.by_person.choose_person("J001")
    hands.type(".5")
    hands.key(Key.Key_Return)
    hands.rest()
    marks = sample_desk.entry.grid(2026, 12).marks
    assert all(mark.state is EventState.COUNTED for mark in marks.values())
    assert {place: mark.points for place, mark in marks.items()} == {
        ("J001", "effect", 1): Decimal(-1), ("J001", "effect", 2): Decimal("0.5"),
    }  # fmt: skip
    by_person.by_person.bar.batches.setFocus()
    hands.key(Key.Key_Up)
    hands.rest()
    earlier = source.cell("J001", "effect")
    assert earlier.text == "−1.00"
    assert "+0.50" in earlier.why


def test_a_block_from_a_spreadsheet_is_pasted_good_cells_kept_and_bad_ones_named(
    by_person: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    QApplication.clipboard().setText("-1\t-0.5\r\n-2\tx\r\n")
    hands.key(Key.Key_V, CTRL)
    hands.rest()
    marks = sample_desk.entry.grid(2026, 12).marks
    assert {(code, ledger) for code, ledger, _ in marks} == {("J001", "effect"), ("J001", "safety"), ("J002", "effect")}
    ((code, ledger, _sentence),) = by_person.side.sheet.not_accepted()
    assert (code, ledger) == ("J002", "safety")
    assert len({mark.seen for mark in marks.values()}) == 1


def test_what_the_system_holds_already_is_shown_in_the_persons_cell(entry: EntryPage, by_person: EntryPage) -> None:
    source = by_person.by_person.source
    assert source is not None
    cell = source.cell("J001", "skill")
    assert (cell.text, cell.mark) == ("", "file-import")
    assert "系统中已有 1 条（导入）" in cell.why
    by_person.side.sheet.choose("J001", "skill")


def test_a_change_by_another_is_shown_and_not_overwritten(
    by_person: EntryPage, hands: Hands, sample_desk: Desk, actor: Actor
) -> None:
    sample_desk.entry.mark(actor, 2026, 12, MarkTyped("J001", "effect", "-2"))
    hands.type("-1")
    hands.key(Key.Key_Return)
    hands.rest()
    ((code, ledger, sentence),) = by_person.side.sheet.not_accepted()
    assert (code, ledger) == ("J001", "effect")
    assert "−2" in sentence
    assert [row.points for row in sheet_of(sample_desk).values()] == [Decimal(-2)]
    hands.key(Key.Key_F8)
    hands.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Return)
    hands.rest()
    assert [row.points for row in sheet_of(sample_desk).values()] == [Decimal(-1)]
    assert not by_person.side.sheet.not_accepted()


def test_the_filters_leave_a_department_and_those_without_a_mark(by_person: EntryPage, hands: Hands) -> None:
    source = by_person.by_person.source
    assert source is not None
    everybody = len(source.keys())
    hands.type("-1")
    hands.key(Key.Key_Return)
    hands.rest()
    by_person.tools.filter.setFocus()
    hands.key(Key.Key_Space)
    hands.key(Key.Key_Space)
    assert by_person.tools.unfilled.isChecked()
    assert "J001" not in keys_of(by_person)
    assert "J006" not in keys_of(by_person)
    by_person.tools.unfilled.setChecked(False)
    by_person.tools.departments.setCurrentText("第二检察部")
    shown = [source.person(code) for code in keys_of(by_person)]
    assert shown
    assert {person.department for person in shown if person is not None} == {"第二检察部"}
    assert len(shown) < everybody


def test_each_category_has_its_own_people_and_ledgers(
    entry: EntryPage, by_person: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    by_person.tools.category.setFocus()
    hands.key(Key.Key_Down)
    hands.rest()
    assert by_person.scope.category is Category.ASSISTANT
    shown = by_person.by_person.source.grid  # type: ignore[union-attr]
    assert [each.indicator for each in shown.columns] == [
        each.indicator for each in sample_desk.entry.grid(2026, 12, Category.ASSISTANT).columns
    ]
    assert all(each.indicator not in LEDGERS for each in shown.columns)


def test_a_cell_stands_on_the_disk_before_it_is_called_saved(
    by_person: EntryPage, hands: Hands, sample_desk: Desk, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []

    def copy_as_a_kill_would_leave_it(saved: Saved) -> None:
        left = tmp_path / f"left-{len(seen)}"
        left.mkdir()
        for file in sample_desk.path.parent.glob(f"{sample_desk.path.name}*"):
            if not file.name.endswith(".lock") and file.is_file():
                shutil.copyfile(file, left / file.name)
        with closing(sqlite3.connect(left / sample_desk.path.name)) as held:
            (count,) = held.execute("SELECT count(*) FROM event_drafts WHERE ended_by IS NULL").fetchone()
        seen.append((count, saved.cells))

    by_person.side.sheet.saved.connect(copy_as_a_kill_would_leave_it)
    for _ in range(3):
        assert by_person.by_person.saved.text == "" or seen
        hands.type("-1")
        hands.key(Key.Key_Return)
        hands.rest()
    assert seen == [(1, 1), (2, 1), (3, 1)]
    assert by_person.by_person.saved.text == "已保存 09:00:00，第 3 行“办案效果”"


def test_a_half_typed_cell_is_saved_when_the_window_is_closed(
    by_person: EntryPage, hands: Hands, sample_desk: Desk, sample_window: MainWindow, settled: Settled
) -> None:
    hands.type("-2")
    path = sample_desk.path
    sample_window.close()
    assert [row.points for row in sheet_of(open_desk(path, clock=frozen_clock)).values()] == [Decimal(-2)]


def test_a_half_typed_cell_is_saved_when_another_page_is_led_to(
    by_person: EntryPage, hands: Hands, sample_desk: Desk, sample_window: MainWindow
) -> None:
    hands.type("-2")
    assert sample_window.frame is not None
    sample_window.frame.lead_to("people")
    assert [row.points for row in sheet_of(sample_desk).values()] == [Decimal(-2)]


def test_a_persons_whole_month_stands_in_the_panel_when_one_stands_on_the_name(
    by_person: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    by_person.by_person.choose_person("J006")
    hands.key(Key.Key_Home)
    hands.rest()
    told = said(by_person.panel)
    assert "向栋的12月" in told
    own = [row for row in sample_desk.entry.rows(2026, 12).rows if row.code == "J006"]
    assert len(own) == 2
    for row in own:
        assert f"{row.reason} {row.voucher}" in told
    standings = sample_desk.entry.grid(2026, 12).standings
    assert all(f"{standings['J006', ledger].reached:.2f}" in told for ledger in LEDGERS)
