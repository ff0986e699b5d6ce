"""The list table: order, filter, rule lines, keyboard, clipboard, export, what it remembers."""

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.chips import Chip
from committee_desk.ui.common.tables import Column, ListTable, Rule, Style, TableSpec


class Person(NamedTuple):
    """A row."""

    rank: int
    name: str
    total: str | None


PEOPLE = [Person(1, "钱一", "95.00"), Person(2, "孙二", "90.50"), Person(3, "李三", "9.00"), Person(4, "周四", None)]


def _line_after_second(rows: object, ordered_by: str, ascending: bool) -> dict[int, Rule]:
    return {2: Rule("名额线 2 名")} if ordered_by == "rank" and ascending else {}


SPEC: TableSpec[Person] = TableSpec(
    "people",
    (
        Column("rank", "名次", lambda row: str(row.rank), 50, right=True, sort=lambda row: row.rank),
        Column(
            "name", "姓名", lambda row: row.name, style=Style.NAME, chip=lambda r: Chip("并列") if r.rank == 3 else None
        ),
        Column(
            "total", "总分", lambda row: row.total or "", right=True, sort=lambda r: float(r.total) if r.total else None
        ),
    ),
    key=lambda row: row.rank,
    sort_by="rank",
    rules=_line_after_second,
    find=lambda row: "zs" if row.name == "周四" else "",
)


@pytest.fixture
def table(qtbot: QtBot, memory: QSettings) -> ListTable[Person]:
    made: ListTable[Person] = ListTable(SPEC, "人员", memory)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_rows(PEOPLE)
    made.show()
    return made


def names(table: ListTable[Person]) -> list[str]:
    return [row.name for row in table.shown]


def test_the_model_keeps_qt_s_rules(table: ListTable[Person], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.rows)


def test_rows_are_ordered_by_the_key_of_their_column_not_by_its_text(table: ListTable[Person]) -> None:
    table.order("total", ascending=True)
    assert names(table) == ["李三", "孙二", "钱一", "周四"]


def test_rows_without_a_value_stand_last_in_both_directions(table: ListTable[Person]) -> None:
    table.order("total", ascending=False)
    assert names(table) == ["钱一", "孙二", "李三", "周四"]


def test_a_filter_keeps_rows_that_hold_every_word(table: ListTable[Person]) -> None:
    table.filter_text("孙 90")
    assert names(table) == ["孙二"]


def test_a_filter_finds_what_the_spec_adds_to_the_cells(table: ListTable[Person]) -> None:
    table.filter_text("ZS")
    assert names(table) == ["周四"]


def test_a_rule_line_stands_between_rows_and_leaves_with_the_order_it_belongs_to(table: ListTable[Person]) -> None:
    assert table.rows.rule_lines() == [2]
    assert table.rows.rowCount() == 5
    assert table.columnSpan(2, 0) == 3
    table.order("rank", ascending=False)
    assert table.rows.rule_lines() == []
    assert table.columnSpan(2, 0) == 1


def test_the_keyboard_steps_over_a_rule_line(table: ListTable[Person], qtbot: QtBot) -> None:
    table.choose(2)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current() == PEOPLE[2]


def test_down_on_the_last_row_does_not_wrap(table: ListTable[Person], qtbot: QtBot) -> None:
    table.choose(4)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current() == PEOPLE[3]


def test_the_current_row_stays_current_when_the_order_changes(table: ListTable[Person]) -> None:
    table.choose(3)
    table.order("total", ascending=False)
    assert table.current() == PEOPLE[2]


def test_the_page_hears_when_the_current_row_is_filtered_away(table: ListTable[Person], qtbot: QtBot) -> None:
    table.choose(3)
    with qtbot.waitSignal(table.chosen) as heard:
        table.filter_text("钱")
    assert heard.args == [None]


def test_the_current_rows_stay_chosen_when_what_the_filter_looks_in_arrives_late(table: ListTable[Person]) -> None:
    table.filter_text("0")
    table.selectAll()
    table.take_words(PEOPLE, table.rows.words_of(PEOPLE))
    assert [row.name for row in table.selected()] == ["钱一", "孙二", "李三"]
    table.choose(2)
    table.take_words(PEOPLE, ["90", "90", "9", ""])
    assert names(table) == ["钱一", "孙二"]
    assert table.current() == PEOPLE[1]


def test_enter_opens_what_the_filter_finds_once_it_knows_how_names_sound(
    table: ListTable[Person], qtbot: QtBot
) -> None:
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    table.filter_text("qy")
    assert table.current() is None
    table.take_words(PEOPLE, ["钱一 qy", "", "", ""])
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [PEOPLE[0]]


def test_enter_opens_the_current_row(table: ListTable[Person], qtbot: QtBot) -> None:
    table.choose(1)
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [PEOPLE[0]]


def test_selected_rows_are_copied_as_a_spreadsheet_block_without_rule_lines(
    table: ListTable[Person], qtbot: QtBot
) -> None:
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["名次\t姓名\t总分", "1\t钱一\t95.00", "2\t孙二\t90.50", "3\t李三\t9.00", "4\t周四\t"]


def test_what_is_seen_is_exported_in_its_order_and_filter(table: ListTable[Person], tmp_path: Path) -> None:
    table.filter_text("0")
    table.order("rank", ascending=False)
    assert table.export_seen(tmp_path / "seen.csv") == 3
    text = (tmp_path / "seen.csv").read_text("utf-8-sig")
    assert text.splitlines() == ["名次,姓名,总分", "3,李三,9.00", "2,孙二,90.50", "1,钱一,95.00"]


def test_a_text_that_looks_like_a_formula_is_exported_as_a_text(
    qtbot: QtBot, memory: QSettings, tmp_path: Path
) -> None:
    table: ListTable[Person] = ListTable(SPEC, "人员", memory)
    qtbot.addWidget(table)
    table.set_rows([Person(1, "=1+1", "-0.50")])
    table.export_seen(tmp_path / "seen.csv")
    assert (tmp_path / "seen.csv").read_text("utf-8-sig").splitlines()[1] == "1,'=1+1,-0.50"


def test_order_filter_and_widths_are_remembered(table: ListTable[Person], memory: QSettings, qtbot: QtBot) -> None:
    table.order("total", ascending=False)
    table.filter_text("孙")
    table.setColumnWidth(1, 180)
    again: ListTable[Person] = ListTable(SPEC, "人员", memory)
    qtbot.addWidget(again)
    again.set_rows(PEOPLE)
    assert again.rows.ordered_by == ("total", False)
    assert again.remembered_filter() == "孙"
    assert names(again) == ["孙二"]
    assert again.columnWidth(1) == 180


def test_a_screen_reader_hears_heading_and_text(table: ListTable[Person]) -> None:
    index = table.rows.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "总分 95.00"


def test_a_filter_that_finds_nothing_says_so_in_the_list(table: ListTable[Person]) -> None:
    table.filter_text("没有这个人")
    assert table.said_when_empty == "没有符合筛选的行"
    painted = table.viewport().grab().toImage()
    ground = painted.pixelColor(1, painted.height() - 2)
    top = [painted.pixelColor(x, y) for y in range(8, 40) for x in range(painted.width())]
    assert any(each != ground for each in top)
    table.filter_text("")
    assert table.said_when_empty == ""


def test_a_list_without_rows_does_not_blame_the_filter(table: ListTable[Person]) -> None:
    table.set_rows([])
    assert table.said_when_empty == ""
