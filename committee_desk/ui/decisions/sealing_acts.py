"""The acts of 电子签章: sealing, signing, looking, keeping; each says why it cannot be done."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from committee_desk.domain.roles import Right
from committee_desk.domain.sealing import SignerRole, same_office
from committee_desk.services.certificate_views import CertificatesView
from committee_desk.services.signing_refusals import NotSealed
from committee_desk.services.signing_views import SealedSheet, SheetRow, SheetState, SigningView
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.protection import said_of_leaving

if TYPE_CHECKING:
    from committee_desk.services.desk import Desk
    from committee_desk.ui.common.page import Page


class SealingActs:
    """`chosen` gives the selected rows."""

    def __init__(self, page: "Page", chosen: Callable[[], Sequence[SheetRow]]) -> None:
        self._page, self._chosen = page, chosen
        self.view: SigningView | None = None
        self.certificates: CertificatesView | None = None

    def follow(self, view: SigningView, certificates: CertificatesView) -> None:
        """What was read last."""
        self.view, self.certificates = view, certificates

    # -- who can do what -------------------------------------------------------------------------------------------

    def waiting(self, role: SignerRole) -> list[SheetRow]:
        """Whose sheet waits for that signer: among the selected where there are several, else among all."""
        rows = self._chosen()
        among = rows if len(rows) > 1 else (self.view.rows if self.view is not None else ())
        return [row for row in among if row.next is not None and row.next.role is role]

    def why_no_seal(self) -> str:
        """Why nothing can be sealed now."""
        if barred := self._page.place.why_not(Right.SEAL_SHEETS):
            return barred
        held = self.certificates
        if held is not None and not held.demo and held.seal is None:
            return tr("本院还没有签章证书，请先在“系统”的“签章证书”中制作")
        if held is not None and held.seal is not None and self._page.now() >= held.seal.until:
            return tr("本院签章证书已过期，请先在“系统”的“签章证书”中更换")
        return "" if self.waiting(SignerRole.SEAL) else tr("没有待盖章的确认表")

    def why_no_chair(self) -> str:
        """Why the chair cannot sign now, at this desk."""
        place = self._page.place
        if barred := place.why_not(Right.SIGN_SHEETS):
            return barred
        waiting = self.waiting(SignerRole.CHAIR)
        if not waiting:
            return tr("没有待主任委员签名的确认表")
        name = waiting[0].next.name if waiting[0].next else ""
        if not same_office(name, place.actor.name):
            return tr("应由主任委员“{name}”本人登录后签名", name=name)
        return self._without_certificate(name, None)

    def why_no_person(self, row: SheetRow | None) -> str:
        """Why the person cannot sign now."""
        if barred := self._page.place.why_not(Right.SERVE_RESULTS):
            return barred
        if row is None:
            return tr("先选中一个人")
        if row.next is None:
            return tr("这份确认表已经签完")
        if row.next.role is not SignerRole.PERSON:
            return tr("应先由主任委员签名")
        if row.said is None:
            return tr("先在“决定与送达”登记本人签字：同意或有异议、日期")
        return self._without_certificate(row.name, row.code)

    def why_no_certificate(self, row: SheetRow | None) -> str:
        """Why none can be issued to the person."""
        if barred := self._page.place.why_not(Right.SERVE_RESULTS):
            return barred
        if row is None:
            return tr("先选中一个人")
        held = self.certificates
        if held is not None and held.issuer is None:
            return tr("本院没有能签发个人证书的证书，请先在“系统”的“签章证书”中制作")
        return "" if self._without_certificate(row.name, row.code) else tr("本人已有个人证书")

    @staticmethod
    def why_no_look(row: SheetRow | None) -> str:
        """Why there is nothing to look at."""
        if row is None:
            return tr("先选中一个人")
        return "" if row.steps or row.version > 1 else tr("这份确认表还没有签章")

    def _without_certificate(self, name: str, code: str | None) -> str:
        from committee_desk.services.certificate_rules import signer_of  # noqa: PLC0415 - loaded with the certificates

        held = self.certificates
        row = signer_of(held.rows, name, code) if held is not None else None
        if row is None:
            return tr("“{name}”还没有个人证书，请先签发", name=name)
        return tr("“{name}”的个人证书已过期，请重新签发", name=name) if self._page.now() >= row.until else ""

    # -- acts ------------------------------------------------------------------------------------------------------

    def seal(self) -> bool:
        """加盖院印; whether anything was sealed."""
        from committee_desk.ui.decisions.sealing_forms import SealForm  # noqa: PLC0415 - made when asked for

        rows, place = self.waiting(SignerRole.SEAL), self._page.place
        form = SealForm(self._page, rows, demo=self.certificates is not None and self.certificates.demo)
        if not form.run(form.seal):
            return False
        if form.stopped:
            place.say(tr("已停下。盖好的保留，其余的可以接着盖"))
            return True
        if not form.sealed:
            place.say(tr("这些确认表刚才已在另一窗口盖章，没有重复盖章"))
            return True
        place.say(tr_n("已给 {count} 人的确认表盖章", "已给 {count} 人的确认表盖章", form.sealed))
        if form.paths:
            self._say_kept(len(form.paths), form.paths[0].parent)
        return True

    def sign_as_chair(self) -> bool:
        """主任签名; whether anything was signed."""
        return self._by_hand(self.waiting(SignerRole.CHAIR), self._page.place.actor.name, person=False)

    def sign_as_person(self, row: SheetRow) -> bool:
        """本人签名; whether it was signed."""
        return self._by_hand([row], row.name, person=True)

    def _by_hand(self, rows: Sequence[SheetRow], signer: str, *, person: bool) -> bool:
        from committee_desk.ui.decisions.sealing_forms import HandForm  # noqa: PLC0415 - made when asked for

        form = HandForm(self._page, rows, signer, person=person)
        if not form.run(form.sign):
            return False
        if form.signed:
            said = tr_n("{name}已签 {count} 份", "{name}已签 {count} 份", form.signed, name=signer)
            self._page.place.say(said)
        else:
            self._page.place.say(tr("已停下。签好的保留，其余的可以接着签"))
        return True

    def issue(self, row: SheetRow) -> None:
        """签发个人证书 at the counter."""
        from committee_desk.ui.system.certificate_forms import IssueForm  # noqa: PLC0415 - made when asked for

        form = IssueForm(self._page, row.name, (self._page.year, row.code))
        if form.run(form.issue):
            self._page.place.say(tr("已给{name}签发个人证书", name=row.name))

    def show(self, row: SheetRow) -> None:
        """The sealed sheet, its pages as pictures, with the versions before it."""
        from committee_desk.ui.decisions.sealing_papers import SealedDialog  # noqa: PLC0415 - made when asked for

        desk, year = self._page.desk, self._page.year
        sheets = self._page.perform(lambda: versions_of(desk, year, row))
        if sheets:
            SealedDialog(self._page, row, sheets).exec()

    def write(self, rows: Sequence[SheetRow]) -> None:
        """The files of whole sheets into a folder: of the selected where there are several, else of all."""
        name = QFileDialog.getExistingDirectory(self._page.window(), tr("已签章的确认表存到哪里"))
        if not name:
            return
        desk, actor, year, folder = self._page.desk, self._page.place.actor, self._page.year, Path(name)
        codes = [row.code for row in rows if row.state is SheetState.WHOLE] if len(rows) > 1 else None
        bar = ProgressDialog(self._page.window(), tr("正在存出"))
        paths = bar.carry_out(
            self._page.place.worker, lambda tell: desk.signing.write(actor, year, codes, folder, tell)
        )
        if paths is not None:
            self._say_kept(len(paths), folder)

    def _say_kept(self, count: int, folder: Path) -> None:
        done = tr("已存 {count} 份到 {folder}", count=count, folder=folder)
        self._page.place.say(said_of_leaving(done, protected=self._page.desk.identity().protected))

    def print_all(self, rows: Sequence[SheetRow]) -> None:
        """Whole sheets on a printer, one job: of the selected where there are several, else of all."""
        from committee_desk.ui.common.paper.on_paper import ask_printer  # noqa: PLC0415 - printing loads late
        from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, prepare, print_pages  # noqa: PLC0415

        among = rows if len(rows) > 1 else (self.view.rows if self.view is not None else ())
        whole = [row.code for row in among if row.state is SheetState.WHOLE]
        title = tr("打印已签章的确认表")
        printer = ask_printer(self._page.window(), title)
        if printer is None:
            return
        prepare(printer)
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year

        def work() -> int:
            sheets = desk.signing.hand_out(actor, year, whole)
            return print_pages(printer, (page for pdf in sheets for page in desk.sheets.pages(pdf, DOTS_AN_INCH)))

        bar = ProgressDialog(self._page.window(), tr("正在打印"), stoppable=False)
        if bar.carry_out(self._page.place.worker, lambda _tell: work()) is not None:
            self._page.place.say(tr("已送打印机：{name}", name=title))


def versions_of(desk: "Desk", year: int, row: SheetRow) -> list[SealedSheet]:
    """The sealed versions of somebody's sheet, the newest first."""
    found: list[SealedSheet] = []
    for version in range(row.version, 0, -1):
        try:
            found.append(desk.signing.sheet(year, row.code, version))
        except NotSealed:
            continue
    return found
