"""The journal: every act, newest first, and the head that can be written down on paper."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from committee_desk.services.views import Head, JournalRow
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import Column, ListTable, Style, TableSpec
from committee_desk.ui.common.theme import PAGE_MARGIN, ROW_COMPACT
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.frame.status_bar import grouped
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

AT_ONCE = 500


def _columns() -> tuple[Column[JournalRow], ...]:
    return (
        Column("seq", tr("序号"), lambda row: str(row.seq), 70, right=True, sort=lambda row: row.seq),
        Column("at", tr("时间"), lambda row: row.at.strftime("%Y-%m-%d %H:%M:%S"), 160, sort=lambda row: row.at),
        Column("actor", tr("经办人"), lambda row: row.actor, 110, style=Style.NAME),
        Column("verb", tr("事项"), lambda row: act_name(row.verb), 150),
        Column("subject", tr("对象"), act_object, 240, stretch=True),
        Column("why", tr("理由"), lambda row: row.why or "", 200, style=Style.SUB),
        Column("hash", tr("摘要"), lambda row: grouped(row.hash, 3), 130, style=Style.SUB),
    )


class JournalTab(QFrame):
    """Only read here; nobody writes to it but the acts themselves."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._rows: tuple[JournalRow, ...] = ()
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("日志"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: ListTable[JournalRow] = ListTable(
            TableSpec("journal", _columns(), key=lambda row: row.seq, sort_by="seq", ascending=False),
            tr("日志"), page.place.memory, height=ROW_COMPACT,
        )  # fmt: skip
        tools = ToolRow()
        tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        column.addWidget(tools)
        column.addWidget(self.table, 1)
        foot = QFrame()
        foot.setProperty("r", "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 8)
        self.head = label("", "sub", select=True)
        line.addWidget(self.head, 1)
        self.more = button(tr("更早的"), self._older)
        line.addWidget(self.more)
        column.addWidget(foot)

    def refresh(self) -> None:
        """Read the newest entries."""
        journal = self._page.desk.journal
        self._page.read(
            lambda: (journal.head(), journal.rows(AT_ONCE)), lambda found: self._show(*found), kind="journal"
        )

    def _show(self, head: Head, rows: tuple[JournalRow, ...]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        self.head.setText(tr("共 {count} 条，日志头 {head}", count=head.entries, head=grouped(head.hash, 16)))
        self.more.setVisible(bool(rows) and rows[-1].seq > 1)

    def _older(self) -> None:
        journal, before = self._page.desk.journal, self._rows[-1].seq
        self._page.read(lambda: journal.rows(AT_ONCE, before), self._add, kind="older")

    def _add(self, rows: tuple[JournalRow, ...]) -> None:
        self._rows += rows
        self.table.set_rows(self._rows)
        self.more.setVisible(bool(rows) and rows[-1].seq > 1)
