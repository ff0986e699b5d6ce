"""结转新年度 from the year menu, by keys: what goes over is said before, and the new year is in view after."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.main_window import MainWindow
from tests.ui.answering import CTRL, Answers, pressed, said

Settled = Callable[[MainWindow], None]


def line(window: MainWindow, text: str) -> QAction:
    assert window.frame is not None
    menu = window.frame.top.year.menu()
    return next(action for action in menu.actions() if text in action.text())


def test_the_next_year_is_opened_from_the_year_menu_and_shown(
    sample_window: MainWindow, qtbot: QtBot, answers: Callable[..., Answers], settled: Settled
) -> None:
    told = []

    def confirm(dialog: QWidget) -> None:
        told.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers(confirm)
    line(sample_window, "结转新年度").trigger()
    settled(sample_window)

    frame = sample_window.frame
    assert frame is not None
    assert (frame.year, frame.top.year.text()) == (2027, "2027 年度")
    assert line(sample_window, "2026 年度").isCheckable()
    assert "沿用 2026 年的文本，待委员会采用" in told[0]
    assert "还没有 2027 年的放假通知" in told[0]


def test_leaving_the_dialog_opens_nothing(
    sample_window: MainWindow, qtbot: QtBot, answers: Callable[..., Answers]
) -> None:
    answers(pressed(qtbot, Qt.Key.Key_Escape))
    line(sample_window, "结转新年度").trigger()

    assert sample_window.frame is not None
    assert sample_window.frame.desk is not None
    assert sample_window.frame.desk.years() == (2026,)
    assert sample_window.frame.year == 2026
