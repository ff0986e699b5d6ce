"""Signing in: who sits down at a desk with accounts."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.account_views import Welcome


class SignInDialog(FormDialog):
    """Account and password; what the desk refuses is said here, and the account stays typed."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, tr("登录"), tr("登录"))
        self._desk = desk
        self.welcome: Welcome | None = None
        self.login, self.password = QLineEdit(), password_field()
        self.login.setMaxLength(60)
        self.explain(tr("{office}的台账设有账号，请登录。", office=desk.identity().office))
        self.add_row(tr("登录名"), self.login)
        self.add_row(tr("密码"), self.password)

    def sign_in(self) -> bool:
        """Seat who was typed; whether that succeeded."""
        if not self.login.text().strip():
            self.refuse(tr("请填写登录名。"), self.login)
            return False
        try:
            self.welcome = self._desk.seating.sign_in(self.login.text().strip(), self.password.text())
        except (DeskError, Trouble) as error:
            self.password.clear()
            self.refuse(sentence(error), self.password)
            return False
        return True


def password_field() -> QLineEdit:
    """A field whose text nobody reads over a shoulder."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(200)
    return field
