"""The office's certificate as the wizard offers it: made at once, or later in 系统."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from committee_desk.domain.protection import LEAST_PASSPHRASE, PassphraseTooShort, require_long_enough
from committee_desk.services.actor import pc_user
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.jobs import Worker
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def _secret() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class FirstCertificate:
    """Stands in a step of the wizard."""

    def __init__(self, dialog: FormDialog) -> None:
        self._dialog = dialog
        said = tr(
            "等次确认表要加盖电子印章的，须先有本院签章证书。可以现在制作，也可以以后在“系统”页的“签章证书”中制作。"
        )
        dialog.explain(said)
        self.now = QCheckBox(tr("现在制作本院签章证书"))
        dialog.add_row("", self.now, tr("演示台账的证书由程序自动生成，不在这里制作"))
        self.now.setAccessibleName(self.now.text())
        self.passphrase, self.again, self.second = _secret(), _secret(), QLineEdit()
        self.second.setMaxLength(60)
        least = tr("至少 {count} 位，与台账口令不同；由保管印章的人设定，忘记后只能重新制作", count=LEAST_PASSPHRASE)
        dialog.add_row(tr("签章口令"), self.passphrase, least)
        dialog.add_row(tr("再输一次"), self.again)
        dialog.add_row(tr("第二人姓名"), self.second, tr("在场并同意制作的另一人，记入日志"))
        self.now.toggled.connect(lambda _on: self._follow())
        self._follow()

    @property
    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.passphrase, self.again, self.second

    def _follow(self) -> None:
        for each in self._fields:
            each.setEnabled(self.now.isChecked())

    def wrong(self, desk_passphrase: str | None) -> Iterator[tuple[str, QWidget]]:
        """What is not right yet, and in which field."""
        if not self.now.isChecked():
            return
        typed, second = self.passphrase.text(), self.second.text().strip()
        try:
            require_long_enough(typed)
        except PassphraseTooShort as error:
            yield sentence(error) if typed else tr("请填写签章口令。"), self.passphrase
        if typed and typed == desk_passphrase:
            yield tr("签章口令不能与台账口令相同。请另设一个。"), self.passphrase
        if typed != self.again.text():
            yield tr("两次输入的签章口令不一致。请重新输入。"), self.again
        if not second:
            yield tr("请填写第二人。"), self.second
        elif second == pc_user().name:
            yield tr("第二人不能是{name}本人。请填写另一人。", name=second), self.second

    def summary(self) -> str:
        """The line of the wizard's last step."""
        if self.now.isChecked():
            return tr("签章证书：现在制作，第二人 {name}", name=self.second.text().strip())
        return tr("签章证书：以后制作")

    def make(self, desk: Desk) -> None:
        """Make it, show its fingerprint, and print its record where that is wanted."""
        if not self.now.isChecked():
            return
        from committee_desk.services.second import Second  # noqa: PLC0415 - once somebody is named

        typed, second = self.passphrase.text(), Second(self.second.text().strip(), "")
        worker = Worker(self._dialog)
        bar = ProgressDialog(self._dialog, tr("正在生成证书"), stoppable=False)
        made = bar.carry_out(worker, lambda _tell: desk.certificates.make(pc_user(), typed, second))
        if made is not None:
            self._show(desk, made.number, made.fingerprint)

    def _show(self, desk: Desk, number: int, fingerprint: str) -> None:
        from committee_desk.ui.verify.verdict_card import in_two_lines  # noqa: PLC0415 - once there is one

        text = tr(
            "指纹：\n{groups}\n请打印登记单，与印章管理档案一起保存；别的电脑凭它信任本院。也可以以后在“系统”页打印。",
            groups=in_two_lines(fingerprint),
        )
        if ask(self._dialog, tr("本院签章证书已制作"), text, tr("打印登记单…"), no=tr("以后打印")):
            from committee_desk.ui.common.paper.on_paper import ask_printer  # noqa: PLC0415 - printing loads late
            from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, prepare, print_pages  # noqa: PLC0415

            printer = ask_printer(self._dialog, tr("打印登记单"))
            if printer is not None:
                prepare(printer)
                drawn = desk.certificates.record(pc_user(), number)
                print_pages(printer, desk.sheets.pages(drawn, DOTS_AN_INCH))
