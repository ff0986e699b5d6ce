"""Asks for the passphrase of a protected desk, or the recovery code from its printed sheet."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from committee_desk.domain.desk_file import RecoveryCodeMistyped, WrongPassphrase
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def ask_passphrase(parent: QWidget, name: str, refused: WrongPassphrase | None = None) -> str | None:
    """What was typed; None when cancelled. `refused` is what the last one came to."""
    dialog = FormDialog(parent, tr("口令"), tr("打开"))
    dialog.explain(tr("{name} 已加密，请输入口令。", name=name))
    field = QLineEdit()
    seen = QCheckBox(tr("显示输入的内容"))
    seen.toggled.connect(lambda on: field.setEchoMode(_echo(seen=on)))
    field.setEchoMode(_echo(seen=False))
    dialog.add_row(tr("口令"), field, tr("忘记口令时，可以输入打印保存的恢复码"))
    dialog.form.addRow("", seen)
    QWidget.setTabOrder(field, seen)
    seen.setChecked(isinstance(refused, RecoveryCodeMistyped))  # nobody finds a wrong letter behind dots
    if refused is not None:
        dialog.refuse(sentence(refused), field)

    def check() -> bool:
        if field.text():
            return True
        dialog.refuse(tr("请输入口令。"), field)
        return False

    return field.text() if dialog.run(check) else None


def _echo(*, seen: bool) -> QLineEdit.EchoMode:
    return QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
