"""Hands that type slips: a scanner, a keyboard, and how many keys were pressed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.slip_views import BatchRow
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.slips.dialog import TypingDialog
from committee_desk.ui.slips.line import SlipLine
from committee_desk.ui.slips.work import open_work
from tests.services.seated_desks import SECRET, first_accounts
from tests.ui.open_rounds import YEAR

Key = Qt.Key
TYPISTS = {"zhou": "周敏", "li": "李强", "sun": "孙丽"}


def in_strict(desk: Desk, actor: Actor) -> Desk:
    """Three who may type, and the two whom 严格 keeps apart from them."""
    people = [NewAccount(login, name, (Role.OPERATOR,), SECRET) for login, name in TYPISTS.items()]
    apart = [
        NewAccount("wang", "王伟", (Role.ADMINISTRATOR,), SECRET),
        NewAccount("zhao", "赵静", (Role.AUDITOR,), SECRET),
    ]
    return first_accounts(desk, actor, Way.STRICT, [*people, *apart])


class Typist:
    """Somebody at the keyboard of the typing window."""

    def __init__(self, desk: Desk, place: Workplace, number: int, login: str = "") -> None:
        if login:
            desk.seating.sign_in(login, SECRET)
        self.desk, self.number, self.pressed = desk, number, 0
        self.dialog = TypingDialog(None, open_work(place, desk, YEAR, number))
        self.dialog.show()
        QApplication.processEvents()

    # -- keys ------------------------------------------------------------------------------------------------------

    def focused(self) -> QWidget:
        """What gets the keys."""
        return self.dialog.focusWidget() or self.dialog

    def key(self, key: Qt.Key) -> None:
        """One key."""
        self.pressed += 1
        QTest.keyClick(self.focused(), key)
        QApplication.processEvents()

    def keys(self, text: str) -> None:
        """A key for each character."""
        for each in text:
            self.pressed += 1
            QTest.keyClicks(self.focused(), each)

    def scan(self, serial: str) -> None:
        """What a scanner types: no finger touches a key."""
        QTest.keyClicks(self.focused(), serial)
        QTest.keyClick(self.focused(), Key.Key_Return)
        QApplication.processEvents()

    def slip(self, serial: str, marks: str | list[str]) -> None:
        """A scanned slip, the marks one line after the other: "" is a blank, "-" an abstention."""
        self.scan(serial)
        for mark in [marks] * len(self.lines) if isinstance(marks, str) else marks:
            self.mark(mark)

    def mark(self, mark: str) -> None:
        """One line."""
        self.keys(mark)
        if mark != "-":
            self.key(Key.Key_Return)

    def through(self) -> None:
        """Through with the batch."""
        self.key(Key.Key_F9)

    # -- what is seen ----------------------------------------------------------------------------------------------

    @property
    def lines(self) -> tuple[SlipLine, ...]:
        """The lines of the slip in view."""
        view = self.dialog.views.currentWidget()
        return tuple(each for each in view.findChildren(SlipLine) if each.isVisible())

    @property
    def said(self) -> str:
        """All words that stand there."""
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    @property
    def shown(self) -> str:
        """Everything that could show a mark: words, fields, lists."""
        fields = [each.text() for each in self.dialog.findChildren(QLineEdit) if each.isVisible()]
        lists = [each.item(at).text() for each in self.dialog.findChildren(QListWidget) for at in range(each.count())]
        fixed = [each.told for each in self.lines]
        return "\n".join([self.said, *fields, *lists, *fixed])

    @property
    def batch(self) -> BatchRow:
        """The newest batch."""
        return self.desk.slips.batches(YEAR, self.number)[-1]

    def leave(self) -> None:
        """Away from the keyboard."""
        self.dialog.done(0)
        self.dialog.deleteLater()
        if self.desk.seat.has_accounts:
            self.desk.seating.sign_out()
