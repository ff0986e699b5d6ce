"""The offices that this PC trusts, and how one is added or taken away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings

from committee_desk.domain.journal import groups
from committee_desk.services.trust import TrustedOffice
from committee_desk.ui.common.chips import NEUTRAL, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.surfaces import Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.system.cards_tab import allow, row_of
from committee_desk.wording.language import tr

HIGH = 112


def _kind(row: TrustedOffice) -> Chip:
    if row.demo:
        return Chip(tr("演示"), WARN, "alert-triangle", tr("本机各演示台账共用，只认演示文书"))
    return Chip(tr("单位"), NEUTRAL, "building-bank")


def _columns() -> tuple[Column[TrustedOffice], ...]:
    return (
        Column("name", tr("单位"), lambda row: row.name, 180, style=Style.NAME, fits=True),
        Column("kind", tr("种类"), lambda row: _kind(row).text, 80, chip=_kind),
        Column("until", tr("有效期至"), lambda row: row.until.date().isoformat(), 100),
        Column("fingerprint", tr("指纹"), lambda row: groups(row.fingerprint), 200, style=Style.SUB, stretch=True,
               tip=lambda row: groups(row.fingerprint)),
    )  # fmt: skip


class TrustedCard(Card):
    """`forget` takes the chosen one away, `add` trusts one from a file."""

    def __init__(self, memory: QSettings, add: Callable[[], object], forget: Callable[[TrustedOffice], object]) -> None:
        super().__init__(tr("本机信任的单位"))
        self._forget = forget
        said = tr("本机生成的证书自动信任；别的单位的，核对指纹后信任。移除后，它签章的文书在本机不再认定为真。")
        self.body.addSpacing(4)
        self.body.addWidget(label(said, "cap", wrap=True))
        self.body.addSpacing(8)
        spec = TableSpec("trusted", _columns(), key=lambda row: row.fingerprint, sort_by="name")
        self.table: ListTable[TrustedOffice] = ListTable(spec, tr("本机信任的单位"), memory)
        self.table.setFixedHeight(HIGH)
        self.table.chosen.connect(lambda _row: self.say_possible())
        self.nobody = label(
            tr("本机还没有信任任何单位。核验别的单位的考核表时点“信任这份证书”，或者从该院导出的证书文件信任。"),
            "sub", wrap=True,
        )  # fmt: skip
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.table)
        self.body.addSpacing(8)
        self.add = button(tr("从证书文件信任…"), add, icon_name="file-certificate")
        self.remove = button(tr("移除…"), self._remove, icon_name="trash")
        self.body.addLayout(row_of(self.add, self.remove))
        self.say_possible()

    def show_trusted(self, rows: Sequence[TrustedOffice]) -> None:
        """List them."""
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        self.say_possible()

    def say_possible(self) -> None:
        """What can be taken away."""
        row = self.table.current()
        demo = tr("演示证书由本机自动管理，不能移除") if row is not None and row.demo else ""
        allow(self.remove, tr("先选一个单位") if row is None else demo)

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            self._forget(row)
