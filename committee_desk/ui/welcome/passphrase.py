"""Asks for the passphrase of a protected desk."""

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr


def ask_passphrase(parent: QWidget, name: str) -> str | None:
    """What was typed; None when cancelled."""
    dialog = FormDialog(parent, tr("口令"), tr("打开"))
    dialog.explain(tr("{name} 已加密，请输入口令。", name=name))
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    dialog.add_row(tr("口令"), field)

    def check() -> bool:
        if field.text():
            return True
        dialog.refuse(tr("请输入口令。"), field)
        return False

    return field.text() if dialog.run(check) else None
