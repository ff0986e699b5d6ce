"""Changing one's own password; after a reset before anything else."""

from PySide6.QtWidgets import QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.account_refusals import SignInLocked, SignInRefused
from committee_desk.services.changes import Change
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.seat.sign_in import password_field
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


class PasswordDialog(FormDialog):
    """Old and new; `known` is the old one where its owner has just typed it."""

    def __init__(self, parent: QWidget | None, desk: Desk, known: str | None = None) -> None:
        super().__init__(parent, tr("修改我的密码"), tr("修改密码"))
        self._desk, self._known = desk, known
        self.change: Change | None = None
        if known is not None:
            self.explain(tr("这个账号的密码是别人给的。请先换成只有自己知道的密码，再开始工作。"))
        self.old, self.new, self.again = password_field(), password_field(), password_field()
        if known is None:
            self.add_row(tr("现在的密码"), self.old)
        self.add_row(tr("新密码"), self.new)
        self.add_row(tr("再输一次"), self.again)
        self.consequence.setText(tr("修改记入日志，密码本身不记"))

    def carry_out(self) -> bool:
        """Change it; whether that succeeded."""
        if self.new.text() != self.again.text():
            self.refuse(tr("两次输入的密码不一致。请重新输入。"), self.again)
            return False
        old = self.old.text() if self._known is None else self._known
        try:
            self.change = self._desk.seating.change_password(self._desk.seat.actor, old, self.new.text())
        except (SignInRefused, SignInLocked) as error:
            self.refuse(
                tr("现在的密码不对。请重新输入。") if isinstance(error, SignInRefused) else sentence(error), self.old
            )
            return False
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error), self.new)
            return False
        return True


def change_password(parent: QWidget | None, desk: Desk, known: str | None = None) -> Change | None:
    """Ask for the new password and set it; None when cancelled."""
    dialog = PasswordDialog(parent, desk, known)
    dialog.run(dialog.carry_out)
    return dialog.change
