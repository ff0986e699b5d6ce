"""A clerk at the keyboard of the whole window: keys go where the focus is, and nowhere else."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.page import Page
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.frame.palette import SearchPalette
from committee_desk.ui.main_window import MainWindow
from tests.ui.answering import CTRL, Act, Answers
from tests.ui.meeting_hands import shown

ENTER, SPACE, TAB, DOWN, END, ESC = (
    Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Escape,
)  # fmt: skip
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def seen(widget: QWidget) -> str:
    """Everything that is written there and can be seen."""
    QApplication.processEvents()
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


class Clerk:
    """Presses keys, types, and reads; `answers` are what is done in the dialogs that a key is about to open."""

    def __init__(self, qtbot: QtBot, window: MainWindow, settled: Callable[[MainWindow], None]) -> None:
        self.qtbot, self.window, self._settled = qtbot, window, settled

    # -- keys ------------------------------------------------------------------------------------------------------

    def under(self) -> QWidget:
        """Where a key goes: an open list, a dialog, the window; a screen that is none forgets which is in front."""
        QApplication.processEvents()
        if (popup := QApplication.activePopupWidget()) is not None:
            return popup
        front = QApplication.activeModalWidget() or self.window
        if not front.isActiveWindow():
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow)
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        assert front.isAncestorOf(found) or found is front
        return found

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One after the other, where the focus is by then."""
        for key in keys:
            self.qtbot.keyClick(self.under(), key, held)

    def type(self, *texts: str) -> None:
        """Over what stands in the field, then Enter; an empty text leaves the field as it is."""
        for text in texts:
            if text:
                self.key(Qt.Key.Key_A, held=CTRL)
                self.write(text)
            self.key(ENTER)

    def write(self, text: str) -> None:
        """Letters and digits by their keys, Chinese as an input method gives it."""
        if text.isascii():
            self.qtbot.keyClicks(self.under(), text)
            return
        given = QInputMethodEvent()
        given.setCommitString(text)
        QApplication.sendEvent(self.under(), given)

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.key(ENTER, held=CTRL)

    # -- the window ------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Until everything is read."""
        self.qtbot.wait(20)
        self._settled(self.window)
        QApplication.processEvents()

    def open(self, act: Callable[[], None], *answers: Act) -> None:
        """A key that opens dialogs, and what is done in each; all of them must have opened."""
        wrong: list[BaseException] = []
        asked = Answers([_leaving(each, wrong) for each in answers], ProgressDialog)
        act()
        self.settle()
        if wrong:
            raise wrong[0]
        assert not asked.left, f"{len(asked.left)} dialogs never opened; the window says “{self.said}”"

    def command(self, title: str, *answers: Act, shows: str = "") -> None:
        """Ctrl+K, the words, Enter on the first line, which must say so, or what `shows`."""
        wanted = shows or title.rstrip("…")

        def choose() -> None:
            self.key(Qt.Key.Key_K, held=CTRL)
            self.write(title)
            (palette,) = (each for each in self.window.findChildren(SearchPalette) if each.isVisible())
            found = palette.findChild(QListWidget)
            assert found is not None
            self.qtbot.waitUntil(lambda: _first(found).startswith(wanted))
            self.key(ENTER)
            self.settle()

        self.open(choose, *answers)

    def press(self, word: str, *answers: Act) -> None:
        """Tab until the button of that word has the focus, then Space."""
        self.open(lambda: (self.tab_to(word), self.key(Qt.Key.Key_Space))[0], *answers)

    def tab_to(self, word: str) -> None:
        """Tab until what has the focus bears that word."""
        met: list[str] = []
        for _ in range(80):
            now: Any = self.under()
            if word in (said := f"{now.accessibleName()} {getattr(now, 'text', str)()}"):
                return
            met.append(said.strip())
            self.key(TAB)
        raise AssertionError(f"Tab never comes to {word}, only to {met}")

    @property
    def page(self) -> Page:
        """The page in view."""
        assert self.window.frame is not None
        assert self.window.frame.pages.current is not None
        return self.window.frame.pages.current

    @property
    def said(self) -> str:
        """What the status bar says for a moment."""
        assert self.window.frame is not None
        return self.window.frame.status.message.text()

    @property
    def deadline(self) -> str:
        """What the top bar says of the next legal deadline."""
        assert self.window.frame is not None
        return seen(self.window.frame.top)

    def words(self) -> str:
        """Everything that the page in view says, its tab in front and its details included."""
        detail = self.page.detail
        told = [seen(self.page), seen(detail) if detail is not None and detail.isVisible() else ""]
        tabs = self.page.findChild(QTabWidget)
        return "\n".join((*told, tabs.tabText(tabs.currentIndex()) if tabs is not None else ""))


def _first(found: QListWidget) -> str:
    item = found.item(0)
    return item.text() if item is not None else ""


def _leaving(act: Act, wrong: list[BaseException]) -> Act:
    """The dialog is gone once it was answered; one that stays says why, and is left."""

    def answered(dialog: QWidget) -> None:
        try:
            act(dialog)
            QApplication.processEvents()
            assert not dialog.isVisible(), f"{dialog.windowTitle()} stays: {seen(dialog)}"
        except BaseException as error:  # noqa: BLE001 - the test ends by it, outside the dialog's own loop
            wrong.append(error)
            assert isinstance(dialog, QDialog)
            dialog.done(0)

    return answered


def questions(clerk: Clerk) -> list[tuple[str, ...]]:
    """What the meeting votes on, as its table is read: whom, who leaves, how many may vote, how it ended."""
    page: Any = clerk.page
    return shown(page.meeting)
