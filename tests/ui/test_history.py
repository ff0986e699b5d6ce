"""From a figure to its history by keys: in ranking, cases and people; old and new values; on to the journal's entry."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.ui.cases.page import CasesPage
from committee_desk.ui.common.history_dialog import HistoryDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.ranking.page import RankingPage
from committee_desk.ui.system.page import SystemPage
from tests.ui.answering import CTRL, Answers

Settled = Callable[[MainWindow], None]


@pytest.fixture
def corrected(sample_desk: Desk, actor: Actor, tmp_path: Path) -> str:
    """The case whose review was read in again with one point more; its number."""
    path = tmp_path / "评查.xlsx"
    book = load_workbook(resource("samples", "office", "评查.xlsx"))
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    mark = sheet.cell(2, headings["程序得分"])
    mark.value = mark.value - 1
    number = str(sheet.cell(2, headings["案号"]).value)
    book.save(path)
    sample_desk.imports.carry_out(actor, Kind.REVIEWS, path, 2026, replace=True, why="录入有误")
    return number


def rows_of(dialog: QWidget) -> list[list[str]]:
    assert isinstance(dialog, HistoryDialog)
    return [[column.text(row) for column in dialog.table.rows.spec.columns] for row in dialog.table.shown]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget() or window, key, CTRL)


def test_a_corrected_review_shows_old_and_new_and_enter_leads_to_its_entry(
    qtbot: QtBot,
    corrected: str,
    sample_window: MainWindow,
    sample_desk: Desk,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    page = sample_window.frame.lead_to("cases")
    assert isinstance(page, CasesPage)
    settled(sample_window)
    page.show_target(corrected)
    settled(sample_window)
    facts = page.detail.facts
    facts.setCurrentRow(facts.count() - 1)
    seen: list[list[str]] = []
    beneath: list[tuple[str, bool]] = []

    def look(dialog: QWidget) -> None:
        seen.extend(rows_of(dialog))
        assert isinstance(dialog, HistoryDialog)
        beneath.append((dialog.whole.text(), dialog.whole.wordWrap() and dialog.whole.isVisible()))
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    asked = answers(look)
    press(qtbot, sample_window, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: not asked.left)
    settled(sample_window)
    newest, first = seen
    assert "程序得分" in newest[3]
    assert beneath == [(newest[3], True)]
    assert " → " in newest[3]
    assert newest[4] == "录入有误"
    assert newest[5].startswith("评查.xlsx")
    assert first[3].startswith("记入：")
    system = sample_window.frame.pages.current
    assert isinstance(system, SystemPage)
    qtbot.waitUntil(lambda: system.journal.table.current() is not None)
    assert str(system.journal.table.current().seq) == newest[0] == str(sample_desk.journal.head().entries)
    assert system.journal.panel.isVisible()


def test_an_indicator_of_the_ranking_shows_everything_it_rests_on(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled, answers: Callable[..., Answers]
) -> None:
    page = sample_window.frame.lead_to("ranking")
    assert isinstance(page, RankingPage)
    settled(sample_window)
    page.show_target("J013")
    settled(sample_window)
    tree = page.detail.view
    quality = tree.tree.index(1, 0, tree.tree.index(0, 0))
    assert tree.tree.node(quality).text == "办案质量"
    tree.setCurrentIndex(quality)
    seen: list[list[str]] = []

    def look(dialog: QWidget) -> None:
        seen.extend(rows_of(dialog))
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)

    asked = answers(look)
    page.detail.history.tool.click()
    qtbot.waitUntil(lambda: not asked.left)
    assert len(seen) == 59
    assert {row[7] for row in seen} == {"导入工作簿"}


def test_without_anything_chosen_the_key_says_what_to_choose(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled
) -> None:
    sample_window.frame.lead_to("people")
    settled(sample_window)
    press(qtbot, sample_window, Qt.Key.Key_H)
    assert "先在右侧选中一项" in sample_window.frame.status.message.text()
