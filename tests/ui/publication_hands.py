"""Hands on 公示: the page as a user has it before them, and dialogs answered by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.publication.page import PublicationPage
from tests.services.publishing_hands import Publishing, moment
from tests.ui.answering import CTRL, said, type_into

Settled = Callable[[MainWindow], None]
POSTED, CUT_OFF = moment("2026-02-09 09:10"), moment("2026-02-14 17:30")


class Seen:
    """The page as a user has it before them."""

    def __init__(self, qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing) -> None:
        self.qtbot, self.window, self.settled, self.office = qtbot, window, settled, office
        window.show_desk(office.desk, "desk")
        window.show()
        settled(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert window.frame is not None
        page = window.frame.lead_to("publication")
        assert isinstance(page, PublicationPage)
        self.page = page
        self.settle()

    def settle(self) -> None:
        """Until everything is read and drawn."""
        self.qtbot.wait(200)
        self.settled(self.window)

    def at(self, text: str) -> "Seen":
        """F5 at that moment."""
        self.office.at(moment(text))
        self.page.read_again()
        self.settle()
        return self

    def do(self, name: str) -> None:
        """An act of the page, as Ctrl+K carries it out."""
        title = self.page.acts.offered()[name].title
        next(each.run for each in self.page.commands() if each.title == title)()
        self.settle()

    @property
    def words(self) -> str:
        """Everything that the page says."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, button: QWidget) -> None:
        """The button, by the space bar."""
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        self.settle()


def type_on(qtbot: QtBot, dialog: QWidget, *texts: str) -> None:
    """Each text where the focus is, over what stands there; Enter goes on."""
    for text in texts:
        field = dialog.focusWidget()
        if text:
            qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
            type_into(qtbot, field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, CTRL)


def second(qtbot: QtBot, told: list[str]) -> Callable[[QWidget], None]:
    """范伟雪 confirms; what was asked is kept."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        told.append(said(dialog))
        type_into(qtbot, dialog.name, "范伟雪")
        confirm(qtbot, dialog)

    return act
