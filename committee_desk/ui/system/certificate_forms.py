"""The forms of 签章证书: making the office's, taking one over, issuing to a signer, withdrawing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import groups
from committee_desk.domain.protection import LEAST_PASSPHRASE, PassphraseTooShort
from committee_desk.domain.sealing import same_office
from committee_desk.services.certificate_refusals import (
    FileUnreadable,
    KeyUnfit,
    NotAPkcs12,
    PinTooWeak,
    Pkcs12Locked,
    Pkcs12WithoutKey,
    SealLocked,
    WithdrawalUnexplained,
    WrongSealPassphrase,
)
from committee_desk.services.passwords import LEAST
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.secret_field import secret_field
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.publication.form import ActDialog, Fields, reason_field
from committee_desk.ui.system.certificate_words import kind_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.certificate_views import CertificateRow, FoundInFile, Made
    from committee_desk.services.changes import Change
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page

R = TypeVar("R")
WIDE = 600
STRONG, FAIR = 16, 12
"""So many characters make a passphrase strong, or fair."""


def strength(typed: str, least: int) -> str:
    """How strong a passphrase is, in a word; length counts more than odd characters."""
    if not typed:
        return ""
    kinds = sum(any(test(each) for each in typed) for test in (str.isdigit, str.islower, str.isupper))
    length = min(len(typed), 2 * len(set(typed))) + kinds  # one letter over and over is soon tried
    if len(typed) < least:
        return tr("强度：太短")
    if length >= STRONG:
        return tr("强度：强")
    return tr("强度：中") if length >= FAIR else tr("强度：弱，建议用一句更长的话")


class CertificateForm(ActDialog):
    """Deriving a key takes most of a second: it is done beside the window."""

    def beside(self, title: str, work: Callable[[], R]) -> R | None:
        """On the worker; what is refused is raised here."""
        bar = ProgressDialog(self, title, stoppable=False)
        return bar.carry_out(self.page.place.worker, lambda _tell: work(), asks=(DeskError, Trouble))

    def twice(self, first: QLineEdit, again: QLineEdit, name: str) -> bool:
        """Whether both were typed and agree; says at the field what does not."""
        if not first.text():
            self.refuse_all([(tr("请填写{name}。", name=name), first)])
        elif first.text() != again.text():
            self.refuse_all([(tr("两次输入的{name}不一样，请重新输入。", name=name), again)])
        else:
            return True
        return False


class MakeForm(CertificateForm):
    """制作本院签章证书: a passphrase typed twice, and a second person."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("制作本院签章证书"), tr("制作…"), width=WIDE)
        self.explain(
            tr(
                "生成本院的根证书、签发证书和院印证书。密钥只存在本台账里，用签章口令锁住；口令谁也找不回来，"
                "忘记后只能停用旧证书、重新制作。请由保管印章的人设定，并妥善保管。"
            )
        )
        self.passphrase, self.again = secret_field(), secret_field()
        hint = tr("至少 {count} 位；与台账口令不同的一句话最好", count=LEAST_PASSPHRASE)
        self.add_row(tr("签章口令"), self.passphrase, hint)
        self.add_row(tr("再输一次"), self.again)
        self.passphrase.textChanged.connect(
            lambda typed: self.hint(self.passphrase, strength(typed, LEAST_PASSPHRASE) or hint)
        )
        self.consequence.setText(tr("下一步由第二人确认；口令不记入日志"))
        self.made: list[Made] = []

    def make(self) -> bool:
        """Make them."""
        if not self.twice(self.passphrase, self.again, tr("签章口令")):
            return False
        desk, actor, typed = self.page.desk, self.page.place.actor, self.passphrase.text()

        def command(second: "Second | None") -> "Change":
            made = self.beside(tr("正在生成证书"), lambda: desk.certificates.make(actor, typed, second))
            return kept(self.made, made)

        return self.carry_out(tr("制作本院签章证书"), command, {PassphraseTooShort: self.passphrase}, self.passphrase)


class TakeOverForm(CertificateForm):
    """导入 PKCS#12: the file, its passphrase, what it holds, and a second person."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("导入签章证书"), tr("导入…"), width=WIDE)
        self.explain(tr("导入发证机构给本院的证书文件（.p12 或 .pfx）。密钥存入本台账，用签章口令锁住。"))
        self.path = QLineEdit()
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        choose = button(tr("选择…"), self._ask)
        choose.setAutoDefault(False)
        line.addWidget(self.path, 1)
        line.addWidget(choose)
        both.setFocusProxy(self.path)
        self.path.setAccessibleName(tr("证书文件"))
        self.file = both
        self.add_row(tr("证书文件"), both)
        self.passphrase = secret_field()
        self.add_row(tr("文件口令"), self.passphrase, tr("发证机构给的口令"))
        self.new, self.again = secret_field(), secret_field()
        hint = tr("至少 {count} 位，以后签章用它；文件口令够长的可以不填，沿用文件口令", count=LEAST_PASSPHRASE)
        self.add_row(tr("新的签章口令"), self.new, hint)
        self.add_row(tr("再输一次"), self.again)
        self.new.textChanged.connect(lambda typed: self.hint(self.new, strength(typed, LEAST_PASSPHRASE) or hint))
        first = tr("填好后按“读取”，先看再导入。")
        self.found = self.add_words(tr("证书内容"), f"{first}\n\n\n")  # room for what will stand there
        self.look_button = button(tr("读取"), self.look, icon_name="eye")
        self.look_button.setAutoDefault(False)
        self.form.addRow("", self.look_button)
        self.follow(self.look_button)
        self.consequence.setText(tr("下一步由第二人确认"))
        self.made: list[Made] = []
        self._fields_of = {
            NotAPkcs12: self.file, KeyUnfit: self.file, Pkcs12WithoutKey: self.file, FileUnreadable: self.file,
            Pkcs12Locked: self.passphrase, PassphraseTooShort: self.new,
        }  # fmt: skip

    def _focus_first(self) -> None:
        self.path.setFocus()

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("选择证书文件"), "", tr("PKCS#12 证书 (*.p12 *.pfx);;所有文件 (*)")
        )
        if name:
            self.path.setText(name)

    def _chosen(self) -> Path | None:
        if not self.path.text().strip():
            self.refuse_all([(tr("请选择证书文件。"), self.file)])
            return None
        return Path(self.path.text().strip()).expanduser()

    def look(self) -> None:
        """Say what the file holds."""
        path = self._chosen()
        if path is None:
            return
        found = self._read(path)
        if found is not None:
            self.clear_refusal()
            told = tr(
                "{holder}，由{issuer}签发，{since} 至 {until}\n指纹 {fingerprint}",
                holder=found.holder,
                issuer=found.issuer,
                since=found.since.date().isoformat(),
                until=found.until.date().isoformat(),
                fingerprint=groups(found.fingerprint),
            )
            self.found.setText("\n".join(filter(None, (told, self._another_name(found)))))
            self.verb.setFocus()

    def _read(self, path: Path) -> "FoundInFile | None":
        """What the file holds; None where it was refused, which is said."""
        desk, typed = self.page.desk, self.passphrase.text()
        try:
            return self.beside(tr("正在读取证书"), lambda: desk.certificates.look_into(path, typed))
        except (DeskError, Trouble) as error:
            self.say_refused(error, self._fields_of, self.file)
            return None

    def _another_name(self, found: "FoundInFile") -> str:
        """That the seal would bear another name than this desk's office; empty where it does not."""
        own = self.page.desk.identity().office
        if same_office(found.holder, own):
            return ""
        return tr(
            "注意：证书是“{holder}”的，本台账的单位是“{office}”。用它盖章的文书，核验时会注明两个名称。",
            holder=found.holder,
            office=own,
        )

    def _sure_of_the_name(self, path: Path) -> bool:
        """Asked only where the certificate names another office than the desk's."""
        found = self._read(path)
        words = self._another_name(found) if found is not None else ""
        title = tr("证书不是本院的名称")
        return found is not None and (not words or ask(self, title, words, tr("仍然导入"), careful=True))

    def take_over(self) -> bool:
        """Take it over."""
        path, typed = self._chosen(), self.passphrase.text()
        if path is None:
            return False
        desk, actor, new = self.page.desk, self.page.place.actor, self.new.text() or None
        if new and not self.twice(self.new, self.again, tr("签章口令")):
            return False
        if not self._sure_of_the_name(path):
            return False

        def command(second: "Second | None") -> "Change":
            made = self.beside(tr("正在导入证书"), lambda: desk.certificates.take_over(actor, path, typed, second, new))
            return kept(self.made, made)

        return self.carry_out(tr("导入本院签章证书“{name}”", name=path.name), command, self._fields_of, self.file)


class IssueForm(CertificateForm):
    """签发个人证书: to whoever sits here, or at the counter to an assessed person; the PIN is typed by them."""

    def __init__(self, page: "Page", holder: str, person: tuple[int, str] | None = None) -> None:
        super().__init__(page, tr("签发个人证书：{name}", name=holder), tr("签发…"), width=WIDE)
        self._holder, self._person = holder, person
        self.explain(tr("PIN 由{name}本人设定和输入，别人不得知道。签发要用本院签章口令。", name=holder))
        self.pin, self.again, self.passphrase = secret_field(), secret_field(), secret_field()
        hint = tr("至少 {count} 位，不能是工号、登录名或常见的密码", count=LEAST)
        self.add_row(tr("PIN"), self.pin, hint)
        self.add_row(tr("再输一次"), self.again)
        self._demo = page.desk.identity().demo
        if not self._demo:
            self.add_row(tr("签章口令"), self.passphrase, tr("由保管本院签章证书的人输入"))
        self.pin.textChanged.connect(lambda typed: self.hint(self.pin, strength(typed, LEAST) or hint))
        self.consequence.setText(tr("下一步由第二人确认"))
        self.made: list[Made] = []

    def issue(self) -> bool:
        """Issue it."""
        if not self.twice(self.pin, self.again, tr("PIN")):
            return False
        if not self._demo and not self.passphrase.text():
            self.refuse_all([(tr("请填写签章口令。"), self.passphrase)])
            return False
        act = tr("给{name}签发个人证书", name=self._holder)
        fields: Fields = {
            PinTooWeak: self.pin, WrongSealPassphrase: self.passphrase, SealLocked: self.passphrase,
        }  # fmt: skip
        return self.carry_out(act, self._command, fields, self.pin)

    def _command(self, second: "Second | None") -> "Change":
        certificates, actor = self.page.desk.certificates, self.page.place.actor
        pin, typed = self.pin.text(), self.passphrase.text()

        def work() -> "Made":
            if self._person is None:
                return certificates.issue_own(actor, pin, typed, second)
            return certificates.issue_to(actor, *self._person, pin, typed, second)

        return kept(self.made, self.beside(tr("正在生成证书"), work))


class WithdrawForm(CertificateForm):
    """停用: why, and a second person."""

    def __init__(self, page: "Page", row: "CertificateRow", going: int) -> None:
        super().__init__(page, tr("停用{kind}：{name}", kind=kind_name(row.kind), name=row.holder), tr("停用…"))
        self._row = row
        also = tr("由它签发的 {count} 份证书一并停用。", count=going - 1) if going > 1 else ""
        self.explain(tr("停用后不能再用它签章，也不能恢复；以前签的照样有效。{also}", also=also))
        self.why = reason_field()
        self.add_row(tr("理由"), self.why, tr("如：口令遗忘、保管人变动、证书更换"))
        self.consequence.setText(tr("理由记入日志；下一步由第二人确认"))

    def withdraw(self) -> bool:
        """Withdraw it."""
        desk, actor, number, why = self.page.desk, self.page.place.actor, self._row.number, self.why.text()
        act = tr("停用{kind}“{name}”", kind=kind_name(self._row.kind), name=self._row.holder)
        return self.carry_out(
            act,
            lambda second: desk.certificates.withdraw(actor, number, why, second),
            {WithdrawalUnexplained: self.why},
            self.why,
        )


def kept(into: "list[Made]", made: "Made | None") -> "Change":
    """What was made, for whoever asks; its change for the window."""
    from committee_desk.services.changes import Change  # noqa: PLC0415 - as above

    if made is None:
        return Change.of()
    into.append(made)
    return made.change
