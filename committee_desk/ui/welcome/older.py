"""A desk older than this PC remembers: what was seen, what was found, and two people who take it nevertheless."""

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.desk_file import OlderThanRemembered
from committee_desk.services.access import AcceptOlder
from committee_desk.services.second import Second
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr


class OlderDialog(FormDialog):
    """Asks both people and the reason. Passwords are for a desk with accounts; others leave them empty."""

    def __init__(self, parent: QWidget | None, error: OlderThanRemembered) -> None:
        super().__init__(parent, tr("台账比上次打开时旧"), tr("两人确认，仍然打开"))
        seen = error.seen.strftime("%Y-%m-%d %H:%M")
        self.refuse(
            tr(
                "这台电脑在 {seen} 见过“{name}”的 {remembered} 条日志，现在同一位置的文件有 {found} 条，且不是同一份。",
                seen=seen, name=error.path.name, remembered=error.remembered, found=error.found,
            )
            if error.other_course
            else tr(
                "这台电脑在 {seen} 见过“{name}”的 {remembered} 条日志，现在同一位置的文件只有 {found} 条。",
                seen=seen, name=error.path.name, remembered=error.remembered, found=error.found,
            )
        )  # fmt: skip
        self.explain(
            tr("可能有人换上了旧的副本。请先查明；确须使用这一份的，由两人写明理由后打开，姓名和理由记入日志。")
        )
        self.first, self.first_password = QLineEdit(), _hidden()
        self.second, self.second_password = QLineEdit(), _hidden()
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        for field in (self.first, self.second):
            field.setMaxLength(60)
        without = tr("台账没有账号的，不填")
        self.add_row(tr("第一人"), self.first, tr("姓名；台账有账号的，填账号名"))
        self.add_row(tr("第一人密码"), self.first_password, without)
        self.add_row(tr("第二人"), self.second, tr("在场的另一人：姓名，或账号名"))
        self.add_row(tr("第二人密码"), self.second_password, without)
        self.add_row(tr("理由"), self.why)

    def accepted_by(self) -> AcceptOlder:
        """Who takes it, and why."""
        return AcceptOlder(
            self.why.text().strip(),
            Second(self.second.text().strip(), self.second_password.text()),
            Second(self.first.text().strip(), self.first_password.text()),
        )

    def complete(self) -> bool:
        """Whether both people and the reason are there; says what is missing."""
        first, second = self.first.text().strip(), self.second.text().strip()
        wrong = [
            *([(tr("请填写第一人。"), self.first)] if not first else []),
            *([(tr("请填写第二人。"), self.second)] if not second else []),
            *([(tr("两人不能是同一人。"), self.second)] if first and first == second else []),
            *([(tr("请填写理由。"), self.why)] if not self.why.text().strip() else []),
        ]
        if wrong:
            self.refuse("\n".join(said for said, _ in wrong), wrong[0][1])
        return not wrong


def ask_older(parent: QWidget | None, error: OlderThanRemembered) -> AcceptOlder | None:
    """Who takes the older desk and why; None when nobody does."""
    dialog = OlderDialog(parent, error)
    return dialog.accepted_by() if dialog.run(dialog.complete) else None


def _hidden() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
