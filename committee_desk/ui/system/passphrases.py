"""The dialogs that ask for passphrases: the one in use, and a new one typed twice."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.desk_file import WrongPassphrase
from committee_desk.domain.protection import LEAST_PASSPHRASE
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class NewPassphrase(FormDialog):
    """A new passphrase typed twice, and where there is one already, the old one."""

    def __init__(self, parent: QWidget, title: str, *, ask_old: bool) -> None:
        super().__init__(parent, title, title)
        self.old, self.new, self.again = _secret(), _secret(), _secret()
        self._ask_old = ask_old
        if ask_old:
            self.add_row(tr("现在的口令"), self.old, tr("也可以填恢复码"))
        self.add_row(tr("新口令"), self.new, tr("至少 {count} 位，用一句自己记得住的话", count=LEAST_PASSPHRASE))
        self.add_row(tr("再输一遍"), self.again)
        self.consequence.setText(tr("记入日志，口令本身不记"))

    def complete(self) -> bool:
        """Whether everything is typed and both agree; says what does not."""
        if self._ask_old and not self.old.text():
            self.refuse(tr("请填写现在的口令。"), self.old)
        elif not self.new.text():
            self.refuse(tr("请填写新口令。"), self.new)
        elif self.new.text() != self.again.text():
            self.refuse(tr("两次输入的新口令不一样，请重新输入。"), self.again)
        else:
            return True
        return False


def ask_passphrase(parent: QWidget, title: str, text: str, opens: Callable[[str], object]) -> str | None:
    """The passphrase in use, or the recovery code; None when cancelled.

    `opens` tries it: where it raises WrongPassphrase the dialog stays open and says so, where it gives None it stays.
    """
    dialog = FormDialog(parent, title, tr("继续"))
    dialog.explain(text)
    field = _secret()
    dialog.add_row(tr("现在的口令"), field, tr("也可以填恢复码"))

    def check() -> bool:
        if not field.text():
            dialog.refuse(tr("请填写口令。"), field)
            return False
        try:
            return opens(field.text()) is not None
        except WrongPassphrase as error:
            dialog.refuse(sentence(error), field)
            field.selectAll()
            return False

    return field.text() if dialog.run(check) else None
