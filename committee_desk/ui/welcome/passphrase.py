"""Asks for the passphrase of a protected desk, or the recovery code from its printed sheet."""

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.desk_file import WrongPassphrase
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def ask_passphrase(parent: QWidget, name: str, refused: WrongPassphrase | None = None) -> str | None:
    """What was typed; None when cancelled. `refused` is what the last one came to."""
    dialog = FormDialog(parent, tr("口令"), tr("打开"))
    dialog.explain(tr("{name} 已加密，请输入口令。", name=name))
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    dialog.add_row(tr("口令"), field, tr("忘记口令时，可以输入打印保存的恢复码"))
    if refused is not None:
        dialog.refuse(sentence(refused), field)

    def check() -> bool:
        if field.text():
            return True
        dialog.refuse(tr("请输入口令。"), field)
        return False

    return field.text() if dialog.run(check) else None
