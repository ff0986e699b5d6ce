"""Somebody at the objection counter: every key is counted that is not the text of the form."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.objections.counter import CounterDialog
from committee_desk.ui.objections.page import ObjectionsPage
from tests.services.posted_notices import PostedOffice
from tests.ui.answering import CTRL, said

GROUNDS = "6月1日由第一检察部转任第二检察部，办案数量的目标件数应按两个部门分段核定。"


def before_objections(
    office: PostedOffice, window: MainWindow, settled: Callable[[MainWindow], None], qtbot: QtBot
) -> ObjectionsPage:
    """The window on that office, on 异议与复核, with the keyboard where work starts."""
    window.show_desk(office.desk, "objections")
    window.show()
    settled(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.frame is not None
    page = window.frame.pages.current
    assert isinstance(page, ObjectionsPage)
    page.focus_first()
    return page


class Counting:
    """A keyboard that counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self.pressed = qtbot, 0

    def _under(self) -> QWidget:
        """Where a key goes: an open list first, then what has the focus; a screen that is none forgets the dialog."""
        QApplication.processEvents()
        if (popup := QApplication.activePopupWidget()) is not None:
            return popup
        if (dialog := QApplication.activeModalWidget()) is not None and not dialog.isActiveWindow():
            dialog.activateWindow()
            self._qtbot.waitUntil(dialog.isActiveWindow)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        """A key that is counted."""
        for _ in range(times):
            self.pressed += 1
            self._qtbot.keyClick(self._under(), key, held)

    def keys(self, text: str) -> None:
        """Letters and digits that are counted."""
        for each in text:
            self.pressed += 1
            self._qtbot.keyClicks(self._under(), each)

    def text(self, text: str) -> None:
        """The form's own words, which are not."""
        focused = self._under()
        assert isinstance(focused, QLineEdit | QPlainTextEdit)
        focused.insert(text) if isinstance(focused, QLineEdit) else focused.insertPlainText(text)


def counter(dialog: QWidget) -> CounterDialog:
    """The counter's dialog, and nothing else."""
    assert isinstance(dialog, CounterDialog)
    return dialog


def looked(qtbot: QtBot, dialog: CounterDialog, words: str) -> None:
    """Wait until the dialog says so of the time of receipt."""
    qtbot.waitUntil(lambda: words in dialog.chip.accessibleName())


def take_down(qtbot: QtBot, chip: str, keys: Counting | None = None) -> Callable[[QWidget], None]:
    """Fills in the form from top to bottom with Enter, for 熊鹏 against score and rank, and registers it."""
    keys = keys or Counting(qtbot)

    def act(asked: QWidget) -> None:
        dialog = counter(asked)
        keys.keys("xp")
        keys.key(Qt.Key.Key_Return, times=2)
        assert "J005，第二检察部" in said(dialog)
        assert dialog.person.text() == "熊鹏（J005）"
        looked(qtbot, dialog, chip)
        keys.key(Qt.Key.Key_Return, times=2)  # received as it stands, against the newest notice
        keys.keys("23")
        keys.key(Qt.Key.Key_Return)
        keys.text(GROUNDS)
        keys.key(Qt.Key.Key_Tab)
        keys.text("重新计算得分和名次")
        keys.key(Qt.Key.Key_Return)
        keys.text("转任通知 1 份")
        keys.key(Qt.Key.Key_Return, times=2)
        if not dialog.receiver.text():
            keys.text("范伟雪")
        keys.key(Qt.Key.Key_Return)
        keys.key(Qt.Key.Key_Return)

    return act


def printed(qtbot: QtBot, keys: Counting | None = None) -> Callable[[QWidget], None]:
    """Waits for the paper, prints it with Enter and leaves."""
    keys = keys or Counting(qtbot)

    def act(asked: QWidget) -> None:
        button = asked.print  # type: ignore[attr-defined] # a dialog of a paper
        qtbot.waitUntil(button.hasFocus)
        keys.key(Qt.Key.Key_Return)
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    return act


def left_alone(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Waits for the paper and leaves it unprinted."""

    def act(asked: QWidget) -> None:
        button = asked.print  # type: ignore[attr-defined] # a dialog of a paper
        qtbot.waitUntil(button.isEnabled)
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    return act


def printer_into(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The printer that the user chooses writes into a file."""

    def chosen(dialog: QPrintDialog) -> int:
        printer: QPrinter = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", chosen)


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    """Ctrl+Enter, which waits for its window to be the active one."""
    QApplication.processEvents()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, CTRL)
