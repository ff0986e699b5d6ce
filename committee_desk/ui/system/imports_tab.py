"""The workbooks that were read in, and taking one back as a whole."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change
from committee_desk.services.imports import Kind
from committee_desk.services.views import ImportRecord
from committee_desk.ui.common.chips import Chip
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.common.tables import Column, ListTable, Style, TableSpec
from committee_desk.ui.common.theme import ROW
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr
from committee_desk.wording.roles import right_name

if TYPE_CHECKING:
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page


def _kind_word(record: ImportRecord) -> str:
    return kind_name(Kind(record.kind)) if record.kind in set(Kind) else record.kind


def _columns() -> tuple[Column[ImportRecord], ...]:
    return (
        Column("entry", tr("日志号"), lambda row: str(row.entry), 76, right=True, sort=lambda row: row.entry),
        Column("at", tr("时间"), lambda row: row.at.strftime("%Y-%m-%d %H:%M"), 140, sort=lambda row: row.at),
        Column("kind", tr("类别"), _kind_word, 90),
        Column("workbook", tr("工作簿"), lambda row: row.workbook, 180, style=Style.NAME, stretch=True,
               tip=lambda row: tr("SHA-256 {digest}", digest=row.sha256)),
        Column("sheet", tr("工作表"), lambda row: row.sheet, 90, style=Style.SUB),
        Column("added", tr("新增"), lambda row: str(row.added), 70, right=True, sort=lambda row: row.added),
        Column("replaced", tr("替换"), lambda row: str(row.replaced), 70, right=True, sort=lambda row: row.replaced),
        Column("unchanged", tr("未变"), lambda row: str(row.unchanged), 70, right=True, sort=lambda row: row.unchanged),
        Column("actor", tr("经办人"), lambda row: row.actor, 100, style=Style.SUB),
        Column("state", tr("状态"), lambda row: tr("已撤回") if row.taken_back else "", 100,
               chip=lambda row: Chip(tr("已撤回"), "neu", "arrow-back-up") if row.taken_back else None),
    )  # fmt: skip


class ImportsTab(QFrame):
    """History with take-back."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("导入记录"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: ListTable[ImportRecord] = ListTable(
            TableSpec(
                "imports", _columns(), key=lambda row: (row.entry, row.kind), sort_by="entry", ascending=False,
                dim=lambda row: row.taken_back,
            ),
            tr("导入记录"), page.place.memory, height=ROW,
        )  # fmt: skip
        self.table.chosen.connect(lambda _row: self._say_possible())
        self.back = button(tr("撤回这次导入…"), self._take_back, icon_name="arrow-back-up")
        self.back.setEnabled(False)
        self.mappings = button(tr("记住的列对应…"), self.show_mappings, icon_name="table-import")
        tools = ToolRow()
        tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        tools.add_widget(self.mappings)
        tools.add_widget(self.back)
        column.addWidget(tools)
        column.addWidget(self.table, 1)

    def show_mappings(self) -> None:
        """Which forms of strange workbooks are read by what was said once."""
        from committee_desk.ui.system.mappings import MappingsDialog  # noqa: PLC0415 - now and then

        if self.mappings.isEnabled():
            MappingsDialog(self._page).exec()

    def refresh(self) -> None:
        """Read the history."""
        may = self._page.place.may(Right.IMPORT)
        allow(self.mappings, "" if may else tr("您的角色无权{what}", what=right_name(Right.IMPORT)))
        self._page.read(self._page.desk.imports.history, self._show, kind="imports")

    def _show(self, rows: tuple[ImportRecord, ...]) -> None:
        self.table.set_rows(rows)
        self._say_possible()

    def _say_possible(self) -> None:
        record = self.table.current()
        self.back.setEnabled(record is not None and not record.taken_back)
        self.back.setToolTip("" if self.back.isEnabled() else tr("先选一条没有撤回过的导入"))

    def _take_back(self) -> None:
        record = self.table.current()
        if record is None:
            return
        why = ask_reason(
            self,
            tr("撤回导入"),
            tr(
                "“{workbook}”带来的 {added} 条新增和 {replaced} 条替换会全部撤回，被替换的恢复原样。",
                workbook=record.workbook,
                added=record.added,
                replaced=record.replaced,
            ),
            tr("撤回"),
        )
        if why is None:
            return
        desk, place = self._page.desk, self._page.place
        act = tr("撤回导入的“{workbook}”", workbook=record.workbook)

        def take_back(second: "Second | None") -> Change:
            return desk.imports.take_back(place.actor, record.entry, why, second)

        if self._page.perform(lambda: with_second_if_needed(self, desk, act, take_back)) is not None:
            place.say(tr("已撤回“{workbook}”", workbook=record.workbook))
