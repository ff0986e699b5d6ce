"""签章证书: the office's certificate and its signers', made, taken over, issued, withdrawn, exported and printed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from committee_desk.domain.roles import Right
from committee_desk.services.certificate_views import CertificateRow, CertificatesView
from committee_desk.ui.common.chips import Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.messages import show_notice, show_trouble
from committee_desk.ui.common.surfaces import Banner, Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.system.cards_tab import CardsTab, allow, emptied, row_of
from committee_desk.ui.system.certificate_words import kind_name, state_chip, whose
from committee_desk.ui.verify.verdict_card import in_two_lines
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LOW, HIGH = 150, 320


class CertificatesTab(CardsTab):
    """How the office's certificate stands, and the list of all of them."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("签章证书"))
        self._view: CertificatesView | None = None
        self.make = button(tr("制作本院证书…"), self._make, icon_name="certificate", primary=True)
        self.take = button(tr("导入 PKCS#12…"), self._take_over, icon_name="file-import")
        self.own = button(tr("签发我的证书…"), self._issue_own, icon_name="writing-sign")
        self.drop = button(tr("停用…"), self._withdraw, icon_name="circle-x")
        self.pem = button(tr("导出 PEM…"), self._export, icon_name="file-export")
        self.print = button(tr("打印登记单…"), self._print, icon_name="printer")
        self.column.addWidget(self._state())
        self.column.addWidget(self._list(), 1)

    def _state(self) -> Card:
        card = Card(tr("本院签章证书"))
        self._banner = QVBoxLayout()
        card.body.addSpacing(6)
        card.body.addLayout(self._banner)
        self.fingerprint = label("", "", wrap=True, select=True)
        card.body.addSpacing(6)
        card.body.addWidget(self.fingerprint)
        card.body.addSpacing(8)
        card.body.addLayout(row_of(self.make, self.take))
        return card

    def _list(self) -> Card:
        card = Card(tr("全部证书"))
        said = tr("密钥锁在本台账里，口令和 PIN 不存。停用和过期只影响以后，以前签的照样有效。")
        card.body.addWidget(label(said, "cap", wrap=True))
        card.body.addSpacing(8)
        spec = TableSpec("certificates", self._columns(), key=lambda row: row.number, sort_by="number",
                         dim=lambda row: row.withdrawn is not None)  # fmt: skip
        self.table: ListTable[CertificateRow] = ListTable(spec, tr("全部证书"), self._page.place.memory)
        self.table.setMinimumHeight(LOW)
        self.table.setMaximumHeight(HIGH)
        self.table.chosen.connect(lambda _row: self._say_possible())
        card.body.addWidget(self.table)
        card.body.addSpacing(8)
        card.body.addLayout(row_of(self.own, self.drop, self.pem, self.print))
        return card

    def _columns(self) -> tuple[Column[CertificateRow], ...]:
        def chip(row: CertificateRow) -> Chip:
            return state_chip(row, self._page.now())

        return (
            Column("number", tr("证书号"), lambda row: str(row.number), 50, style=Style.SUB,
                   sort=lambda row: row.number),
            Column("kind", tr("用途"), lambda row: kind_name(row.kind), 90, fits=True),
            Column("holder", tr("持有人"), whose, 150, style=Style.NAME, fits=True),
            Column("state", tr("状态"), lambda row: chip(row).text, 100, chip=chip),
            Column("since", tr("签发日期"), lambda row: row.at.date().isoformat(), 92, style=Style.SUB, spare=True),
            Column("until", tr("有效期至"), lambda row: row.until.date().isoformat(), 92),
            Column("second", tr("第二人"), lambda row: row.countersigned or "", 80, style=Style.SUB, spare=True),
            Column("fingerprint", tr("指纹"), lambda row: in_two_lines(row.fingerprint).replace("\n", " "), 160,
                   style=Style.SUB, stretch=True, tip=lambda row: in_two_lines(row.fingerprint)),
        )  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the certificates."""
        desk = self._page.desk
        self._page.read(desk.certificates.view, self._show, kind="certificates")

    def _show(self, view: CertificatesView) -> None:
        self._view = view
        emptied(self._banner)
        self._banner.addWidget(self._told(view))
        anchor = view.anchor
        told = ""
        if anchor is not None:
            told = tr(
                "证书指纹（印在文书上，别的电脑凭它信任本院）：\n{groups}", groups=in_two_lines(anchor.fingerprint)
            )
        self.fingerprint.setText(told)
        self.fingerprint.setVisible(bool(told))
        self.table.set_rows(view.rows)
        self._say_possible()

    def _told(self, view: CertificatesView) -> Banner:
        """How it stands, and what to do."""
        seal = view.seal
        if view.demo:
            said = tr("本机的演示台账共用一份演示证书，自动生成，不需要口令。用它签的文书只供演示，没有法律效力。")
            return Banner("info", tr("演示台账使用演示证书"), said)
        if seal is None:
            said = tr("制作一份，或导入发证机构给本院的证书；此后才能给确认表加盖电子印章。")
            return Banner("warn", tr("本院还没有签章证书"), said)
        day = seal.until.date().isoformat()
        if self._page.now() >= seal.until:
            said = tr("有效期到 {day} 为止。请制作或导入新的一份；以前签的照样有效。", day=day)
            return Banner("warn", tr("本院签章证书已过期"), said)
        if not view.trusted:
            said = tr("别的电脑制作的，或同名的另一份已被信任。请在“核验”页照登记单输入指纹，信任它。")
            return Banner("warn", tr("本机还不信任本院的这份证书"), said)
        return Banner("ok", tr("本院签章证书有效"), tr("有效期至 {day}。忘记口令时，停用后重新制作。", day=day))

    def show_rights(self) -> None:
        """Also when the desk is only read."""
        self._say_possible()

    def _say_possible(self) -> None:
        view, place, row = self._view, self._page.place, self.table.current()
        keeps, demo = place.why_not(Right.KEEP_CERTIFICATES), view is not None and view.demo
        only = tr("演示台账使用本机的演示证书，不另作证书") if demo else ""
        held = tr("本院已有证书；要更换的，先停用") if self._holds() else ""
        for each in (self.make, self.take):
            allow(each, keeps, only, held)
        no_issuer = tr("本院没有能签发个人证书的证书") if view is None or view.issuer is None else ""
        allow(self.own, place.why_not(Right.SIGN_SHEETS), no_issuer)
        none = tr("先选一份证书") if row is None else ""
        gone = tr("这份证书已经停用") if row is not None and row.withdrawn is not None else ""
        allow(self.drop, keeps, none, gone)
        allow(self.pem, tr("还没有证书") if view is None or (row is None and view.anchor is None) else "")
        allow(self.print, none)

    def _holds(self) -> bool:
        seal = self._view.seal if self._view is not None else None
        return seal is not None and self._page.now() < seal.until

    # -- acts ------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        from committee_desk.ui.system.certificate_forms import MakeForm  # noqa: PLC0415 - made when asked for

        form = MakeForm(self._page)
        if form.run(form.make) and form.made:
            self._tell(form.made[0].fingerprint, trusted=form.made[0].trusted)

    def _take_over(self) -> None:
        from committee_desk.ui.system.certificate_forms import TakeOverForm  # noqa: PLC0415 - made when asked for

        form = TakeOverForm(self._page)
        if form.run(form.take_over) and form.made:
            self._tell(form.made[0].fingerprint, trusted=form.made[0].trusted)

    def _tell(self, fingerprint: str, *, trusted: bool) -> None:
        """What it means that the office has a certificate now."""
        here = tr("本机已信任它。") if trusted else tr("本机已信任同名单位的另一份证书，这一份须在“核验”页核对后信任。")
        text = tr(
            "指纹：\n{groups}\n{here}请打印登记单，与印章管理档案一起保存；别的电脑凭登记单或文书上的指纹信任本院。",
            groups=in_two_lines(fingerprint),
            here=here,
        )
        show_notice(self, tr("本院签章证书已制作"), text)

    def _issue_own(self) -> None:
        from committee_desk.ui.system.certificate_forms import IssueForm  # noqa: PLC0415 - made when asked for

        form = IssueForm(self._page, self._page.place.actor.name)
        if form.run(form.issue):
            self._page.place.say(tr("个人证书已签发"))

    def _withdraw(self) -> None:
        from committee_desk.ui.system.certificate_forms import WithdrawForm  # noqa: PLC0415 - made when asked for

        row, view = self.table.current(), self._view
        if row is None or view is None:
            return
        form = WithdrawForm(self._page, row, len(hanging(row, view)))
        if form.run(form.withdraw):
            self._page.place.say(tr("证书已停用"))

    def _export(self) -> None:
        row, view = self.table.current(), self._view
        chosen = row or (view.anchor if view is not None else None)
        if chosen is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, tr("导出证书"), f"{chosen.holder}-{kind_name(chosen.kind)}.pem", tr("证书文件 (*.pem)")
        )
        if name:
            self._put(Path(name), lambda: self._page.desk.certificates.pem(chosen.number))

    def _put(self, path: Path, made: Callable[[], bytes]) -> None:
        content = self._page.perform(made)
        if content is None:
            return
        file = QSaveFile(str(path))
        whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
        if whole and file.commit():
            self._page.place.say(tr("证书已存到 {path}。里面没有密钥，可以公开", path=str(path)))
        else:
            show_trouble(self, tr("写不了文件“{path}”。请另选文件夹，或检查磁盘空间和权限。", path=str(path)))

    def _print(self) -> None:
        from committee_desk.ui.common.paper.dialog import show_journalled  # noqa: PLC0415 - printing loads late

        row, desk, actor = self.table.current(), self._page.desk, self._page.place.actor
        if row is not None:
            title, number = tr("证书登记单 {name}", name=row.holder), row.number
            show_journalled(
                self._page,
                title,
                lambda: desk.certificates.preview_record(actor, number),
                lambda: desk.certificates.record(actor, number),
            )


def hanging(row: CertificateRow, view: CertificatesView) -> list[CertificateRow]:
    """The certificate and those that go with it when it is withdrawn."""
    going = [row]
    for each in going:
        going += [
            other for other in view.rows
            if other.withdrawn is None and other.issuer == each.fingerprint and other not in going
        ]  # fmt: skip
    return going
