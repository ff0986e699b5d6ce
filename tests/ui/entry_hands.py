"""Hands on 评分录入, and what its sheets and the desk say."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import EventRow
from committee_desk.ui.common.sheet.source import RowKey, State
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.main_window import MainWindow

Settled = Callable[[MainWindow], None]
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
LEDGERS = ("effect", "safety", "regularity", "conduct", "skill", "ethics", "bonus")


class Hands:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot: QtBot, window: MainWindow, settled: Settled) -> None:
        self._qtbot, self._window, self._settled = qtbot, window, settled
        self.pressed = 0

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self._qtbot.keyClick(self._focus(), key, held)
        self.pressed += 1

    def type(self, text: str) -> None:
        for each in text:
            if each.isascii():
                self._qtbot.keyClicks(self._focus(), each)
                self.pressed += 1
            else:
                self.give(each)

    def give(self, text: str) -> None:
        """What an input method gives at once."""
        field = self._focus()
        if not isinstance(field, QLineEdit):
            self.key(Key.Key_F2)
            field = self._focus()
        assert isinstance(field, QLineEdit)
        field.insert(text)

    def rest(self) -> None:
        """Until everything is saved and read."""
        QApplication.processEvents()
        self._qtbot.wait(650)
        self._settled(self._window)

    def _focus(self) -> object:
        return QApplication.focusWidget() or self._window.focusWidget() or self._window


def sheet_of(desk: Desk, month: int = 12) -> dict[int, EventRow]:
    return {row.number: row for row in desk.entry.rows(2026, month).rows if row.number is not None}


def keys_of(page: EntryPage) -> Sequence[RowKey]:
    source = page.side.source
    assert source is not None
    return source.keys()


def texts(page: EntryPage, line: int) -> list[str]:
    source = page.by_event.source
    assert source is not None
    return [source.cell(source.keys()[line], column.id).text for column in source.columns]


def state_at(page: EntryPage, key: RowKey, column: str) -> State:
    source = page.side.source
    assert source is not None
    return source.cell(key, column).state
