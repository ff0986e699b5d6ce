"""The second person: a dialog that says exactly which act takes two, and asks for whoever confirms it."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import pc_user
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.services.second import Second

R = TypeVar("R")


class SecondDialog(FormDialog):
    """Asks for another person's name, at a desk with accounts for their account and password."""

    def __init__(self, parent: QWidget | None, desk: Desk, act: str) -> None:
        super().__init__(parent, tr("须有第二人确认"), tr("确认这一项"))
        self._first = desk.seat.actor.name
        self._accounts = desk.seat.has_accounts
        self.explain(tr("须两人办理的事项：{act}", act=act))
        self.name, self.password = QLineEdit(), QLineEdit()
        self.name.setMaxLength(60)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        if self._accounts:
            self.add_row(tr("第二人登录名"), self.name, tr("另一人的登录名，不能是{name}", name=self._first))
            self.add_row(tr("第二人密码"), self.password, tr("由第二人本人输入"))
        else:
            self.add_row(tr("第二人姓名"), self.name, tr("在场并同意这一项的另一人"))
        self.consequence.setText(tr("第二人的姓名与这一项一起记入日志"))

    @property
    def second(self) -> "Second":
        """Who was named."""
        from committee_desk.services.second import Second  # noqa: PLC0415 - once somebody is named

        return Second(self.name.text().strip(), self.password.text())

    def complete(self) -> bool:
        """Whether somebody else is named, as far as the dialog can tell; says what is missing."""
        if not self.name.text().strip():
            self.refuse(tr("请填写第二人。"), self.name)
        elif self._accounts and not self.password.text():
            self.refuse(tr("请第二人输入自己的密码。"), self.password)
        elif not self._accounts and self.name.text().strip() in {self._first, pc_user().name}:
            self.refuse(tr("第二人不能是{name}本人。请填写另一人。", name=self.name.text().strip()), self.name)
        else:
            return True
        return False


def ask_second(parent: QWidget | None, desk: Desk, act: str) -> "Second | None":
    """Who confirms that act; None when cancelled. `act` names it in full: 将备份“一月.desk”恢复到本台账."""
    dialog = SecondDialog(parent, desk, act)
    return dialog.second if dialog.run(dialog.complete) else None


def with_second(parent: QWidget | None, desk: Desk, act: str, command: "Callable[[Second], R]") -> R | None:
    """Carry out the act with whoever confirms it; None when cancelled.

    A refusal is said in the dialog, what was typed stays. Announcing the change is left to the caller.
    """
    dialog = SecondDialog(parent, desk, act)
    done: list[R] = []

    def carry_out() -> bool:
        if not dialog.complete():
            return False
        try:
            done.append(command(dialog.second))
        except (DeskError, Trouble) as error:
            dialog.refuse(sentence(error), dialog.password if dialog.password.isVisible() else dialog.name)
            return False
        return True

    return done[0] if dialog.run(carry_out) else None


def with_second_if_needed(
    parent: QWidget | None, desk: Desk, act: str, command: "Callable[[Second | None], R]"
) -> R | None:
    """The same for an act that takes two only in one way of working: a second is asked for where one is needed."""
    try:
        return command(None)
    except SecondNeeded:
        return with_second(parent, desk, act, command)
