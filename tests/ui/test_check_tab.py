"""核查: the result at opening, a whole check by keys, what it finds in words, and printed heads compared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from committee_desk.domain.journal import groups
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.check_tab import CheckTab
from committee_desk.ui.system.page import SystemPage
from tests.checking.breaking import break_it

Settled = Callable[[MainWindow], None]
System = Callable[[str], SystemPage]


def said(tab: CheckTab) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def printed(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """A desk of which two people's sheets were printed, one after the other."""
    sample_desk.sheets.draw(actor, 2026, ["J001"], tmp_path)
    sample_desk.sheets.draw(actor, 2026, ["J002"], tmp_path)
    return sample_desk


def press_whole_check(qtbot: QtBot, tab: CheckTab) -> None:
    tab.start.setFocus()
    qtbot.keyClick(tab.start, Qt.Key.Key_Space)


def test_the_quick_look_stands_there_and_a_whole_check_takes_its_place(qtbot: QtBot, system: System) -> None:
    tab = system("check").check
    assert "打开时的快速核查：没有发现问题" in said(tab)
    press_whole_check(qtbot, tab)
    assert "全面核查：没有发现问题" in said(tab)


@pytest.mark.breaks_the_desk
def test_what_was_changed_past_the_program_is_listed_and_copied(
    qtbot: QtBot, system: System, sample_desk: Desk, sample_window: MainWindow, settled: Settled
) -> None:
    tab = system("check").check
    break_it(sample_desk.identity().path, "UPDATE reviews SET substance = substance + 1 WHERE id = 1", sealed=False)
    press_whole_check(qtbot, tab)
    assert "核查出" in said(tab)
    assert tab.table.isVisible()
    assert tab.table.shown
    tab.copy.setFocus()
    qtbot.keyClick(tab.copy, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert sample_desk.identity().uid in copied
    assert tab.table.rows.spec.columns[1].text(tab.table.shown[0]) in copied


def test_the_auditor_goes_down_the_papers_with_enter(qtbot: QtBot, system: System, printed: Desk) -> None:
    heads = system("check").check.heads
    papers = printed.journal.printed_heads()
    assert [paper.printed for paper in heads.table.shown] == list(papers)
    heads.table.choose(papers[0].entry)
    heads.typed.setFocus()
    for paper in papers:
        assert heads.entry.value() == paper.head
        qtbot.keyClicks(heads.typed, groups(paper.hash)[:24].upper())
        qtbot.keyClick(heads.typed, Qt.Key.Key_Return)
    assert [heads.table.rows.spec.columns[-1].text(each) for each in heads.table.shown] == ["相符", "相符"]


def test_a_head_that_differs_says_what_that_means_and_waits_to_be_read_again(
    qtbot: QtBot, system: System, printed: Desk
) -> None:
    tab = system("check").check
    heads, paper = tab.heads, printed.journal.printed_heads()[0]
    heads.table.choose(paper.entry)
    qtbot.keyClicks(heads.typed, "0000 1111 2222 3333")
    qtbot.keyClick(heads.typed, Qt.Key.Key_Return)
    assert f"第 {paper.head} 条不符" in said(tab)
    assert "改写过" in said(tab)
    assert heads.typed.text() == "0000 1111 2222 3333"


@pytest.mark.breaks_the_desk
def test_an_agreeing_head_does_not_vouch_for_data_that_were_altered(
    qtbot: QtBot, system: System, printed: Desk
) -> None:
    tab = system("check").check
    paper = printed.journal.printed_heads()[0]
    break_it(printed.identity().path, "UPDATE reviews SET substance = substance + 1 WHERE id = 1", sealed=False)
    tab.heads.table.choose(paper.entry)
    qtbot.keyClicks(tab.heads.typed, groups(paper.hash))
    qtbot.keyClick(tab.heads.typed, Qt.Key.Key_Return)
    assert "数据与日志封存的不一致" in said(tab)
    assert "评查" in said(tab)
    assert f"第 {paper.head} 条相符" not in said(tab)
    assert tab.heads.table.rows.spec.columns[-1].text(tab.heads.table.shown[0]) == "数据不符"


def test_an_agreeing_head_says_that_the_data_were_looked_at(qtbot: QtBot, system: System, printed: Desk) -> None:
    tab = system("check").check
    paper = printed.journal.printed_heads()[0]
    tab.heads.table.choose(paper.entry)
    qtbot.keyClicks(tab.heads.typed, groups(paper.hash))
    qtbot.keyClick(tab.heads.typed, Qt.Key.Key_Return)
    assert f"第 {paper.head} 条相符" in said(tab)
    assert "数据与日志封存的一致" in said(tab)


def test_the_head_of_another_entry_is_called_that(qtbot: QtBot, system: System, printed: Desk) -> None:
    tab = system("check").check
    first, second = printed.journal.printed_heads()
    tab.heads.entry.setValue(second.head)
    qtbot.keyClicks(tab.heads.typed, groups(first.hash)[:24])
    qtbot.keyClick(tab.heads.typed, Qt.Key.Key_Return)
    assert f"这是第 {first.head} 条的日志头，不是第 {second.head} 条的" in said(tab)


def test_a_head_beyond_the_journal_is_unknown(qtbot: QtBot, system: System, printed: Desk) -> None:
    tab = system("check").check
    tab.heads.entry.setValue(9999)
    qtbot.keyClicks(tab.heads.typed, "0000 1111 2222 3333")
    qtbot.keyClick(tab.heads.typed, Qt.Key.Key_Return)
    assert "台账里没有第 9999 条" in said(tab)


def test_too_few_groups_are_refused(qtbot: QtBot, system: System, printed: Desk) -> None:
    tab = system("check").check
    qtbot.keyClicks(tab.heads.typed, "0000")
    qtbot.keyClick(tab.heads.typed, Qt.Key.Key_Return)
    assert tab.heads.typed.text() == "0000"
    assert "日志头" in said(tab)
    assert "不符" not in said(tab)
