"""Somebody at a sheet: presses keys where the focus is, and reads what is seen."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.sheet import Sheet
from committee_desk.ui.common.sheet.source import SheetSource
from committee_desk.ui.common.sheet.view import SheetView

S = TypeVar("S", bound=SheetSource)
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Typist:
    """Keys are counted."""

    def __init__(self, qtbot: QtBot, memory: QSettings) -> None:
        self._qtbot, self._memory = qtbot, memory
        self.keys = 0
        self.said: list[str] = []

    def sit(self, source: S, enter: Going = Going.DOWN, size: tuple[int, int] = (900, 400)) -> S:
        """Open a sheet over the source and stand on its first mark."""
        self.sheet = Sheet("test", "评分", self._memory, enter=enter)
        self._qtbot.addWidget(self.sheet)
        self.sheet.said.connect(self.said.append)
        self.sheet.resize(*size)
        self.sheet.show()
        self.sheet.set_source(source)
        self.sheet.activateWindow()
        self._qtbot.waitUntil(self.sheet.isActiveWindow)
        self.sheet.choose("J001", "l0")
        return source

    @property
    def view(self) -> SheetView:
        """The grid."""
        return self.sheet.view

    @property
    def focused(self) -> QWidget:
        """Where keys go."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def type(self, text: str) -> None:
        """Press letters; Chinese comes from the input method."""
        for letter in text:
            self.keys += 1
            if letter.isascii():
                QTest.keyClicks(self.focused, letter)
            else:
                written = QInputMethodEvent()
                written.setCommitString(letter)
                QApplication.sendEvent(self.focused, written)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key."""
        self.keys += 1
        QTest.keyClick(self.focused, key, held)

    def settle(self) -> None:
        """Let everything reach the desk."""
        self._qtbot.waitUntil(lambda: self.view.editor is not None or self.sheet.settle())
        QApplication.processEvents()

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for it, doing nothing."""
        self._qtbot.waitUntil(reached)

    def choose(self, row: Hashable, column: str) -> None:
        """Stand on a cell."""
        assert self.sheet.choose(row, column)

    def at(self) -> tuple[Hashable, str]:
        """The cell one stands on."""
        name = self.sheet.current()
        assert name is not None
        return name

    def selected(self) -> tuple[int, int, int, int]:
        """The selected rectangle."""
        block = self.view.block()
        assert block is not None
        return tuple(block)

    def _index(self, row: Hashable, column: str):
        place = self.view.rows.place((row, column))
        assert place is not None
        return self.view.rows.index(*place)

    def seen(self, row: Hashable, column: str) -> str:
        """What a cell shows."""
        return str(self._index(row, column).data())

    def heard(self, row: Hashable, column: str) -> str:
        """What a screen reader says of a cell."""
        return str(self._index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    def box(self, row: Hashable, column: str) -> QRect:
        """Where a cell is seen."""
        return self.view.visualRect(self._index(row, column))

    def click(self, row: Hashable, column: str, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Click a cell."""
        self.click_at(self.box(row, column).center(), held)

    def click_at(self, spot: QPoint, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Click there."""
        QTest.mouseClick(self.view.viewport(), LEFT, held, spot)

    def double_click(self, row: Hashable, column: str) -> None:
        """Double click a cell."""
        self.click(row, column)
        QTest.mouseDClick(self.view.viewport(), LEFT, NO_KEY, self.box(row, column).center())

    def drag(self, start: tuple[Hashable, str], end: tuple[Hashable, str]) -> None:
        """Draw the mouse over cells."""
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, NO_KEY, self.box(*start).center())
        QTest.mouseMove(viewport, self.box(*end).center())
        QApplication.processEvents()
        QTest.mouseRelease(viewport, LEFT, NO_KEY, self.box(*end).center())

    def callout(self) -> str:
        """What the callout says; empty while none is seen."""
        callout = self.bubble
        return callout.sentence.text() if callout.isVisible() else ""

    @property
    def bubble(self):
        """The callout."""
        QApplication.processEvents()
        return self.sheet._callouts.callout
