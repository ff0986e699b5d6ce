"""入额未办案: quota-holders without a case that counts in the year."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from committee_desk.services.evaluation_views import Idle
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(820, 420)


def _columns() -> tuple[Column[Idle], ...]:
    return (
        Column("code", tr("工号"), lambda row: row.code, 64, fits=True),
        Column("name", tr("姓名"), lambda row: row.name, 84, fits=True, style=Style.NAME),
        Column("department", tr("部门"), lambda row: row.department, 100, stretch=True, tip=lambda row: row.department),
        Column("post", tr("职务"), lambda row: row.post, 84, style=Style.SUB, spare=True,
               tip=lambda row: row.post),
        Column("leader", tr("领导成员"), lambda row: tr("是") if row.is_leader else "", 72, fits=True),
        Column("since", tr("到岗"), lambda row: row.since.isoformat() if row.since else "", 96, style=Style.SUB),
        Column("until", tr("离岗"), lambda row: row.until.isoformat() if row.until else "", 96, style=Style.SUB),
        Column("open", tr("未结案件"), lambda row: str(row.open_cases), 72, right=True, fits=True,
               sort=lambda row: row.open_cases),
    )  # fmt: skip


class IdleDialog(QDialog):
    """The list; Enter leads to the person."""

    def __init__(self, page: "Page", idle: tuple[Idle, ...]) -> None:
        super().__init__(page.window())
        self.setWindowTitle(tr("入额未办案"))
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        said = tr("{year} 年度入额检察官中，没有本年度审结案件的 {count} 人。", year=page.year, count=len(idle))
        column.addWidget(label(said, "sub", wrap=True))
        spec = TableSpec("idle", _columns(), key=lambda row: row.code, sort_by="code", ascending=True)
        self.table: ListTable[Idle] = ListTable(spec, tr("入额未办案"), page.place.memory)
        self.table.set_rows(idle)
        self.table.opened.connect(self._open)
        column.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(line)
        fit_dialog(self, SIZE)
        if idle:
            self.table.choose(idle[0].code)
        self.table.setFocus()

    def _open(self, row: Idle) -> None:
        self.accept()
        self._page.go.emit("people", row.code)


def show_idle(page: "Page") -> None:
    """Read who they are and show them."""
    desk, year = page.desk, page.year

    def show(idle: tuple[Idle, ...]) -> None:
        IdleDialog(page, idle).exec()

    page.read(lambda: desk.evaluations.missing(year).idle, show, kind="idle")
