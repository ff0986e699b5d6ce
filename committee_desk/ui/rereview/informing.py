"""告知受影响的人: everybody whom a decision moved, what of them moved, who was told; told one by one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout

from committee_desk.domain.roles import Right
from committee_desk.services.effect_views import InformingRow
from committee_desk.ui.common.chips import OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.list_dialog import ListDialog
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.rereview.moved_table import figures, grades
from committee_desk.ui.rereview.papers import RereviewSheets
from committee_desk.ui.rereview.serving import ToldDialog
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.effects import why_words
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(820, 460)


def state(row: InformingRow) -> Chip:
    """Whether the person was told."""
    held = row.held
    if held.told is None:
        return Chip(tr("待告知"), WARN, "clock")
    how = tr("{by}，{how}", by=held.told_by, how=held.how)
    return Chip(tr("{day} 已告知", day=held.told.isoformat()), OK, "circle-check", how)


def spec() -> TableSpec[InformingRow]:
    """The columns."""
    return TableSpec(
        id="informings",
        columns=(
            Column("name", tr("姓名"), lambda row: row.name, 72, style=Style.NAME, fits=True),
            Column("total", tr("总分"), lambda row: figures(row.held.moved.total), 110, right=True, fits=True),
            Column("grade", tr("等次"), lambda row: grades(row.held.moved), 96, fits=True),
            Column("why", tr("为什么"), lambda row: why_words(row.held.moved), 160, stretch=True),
            Column("told", tr("告知"), lambda row: state(row).text, 120, chip=state, fits=True),
        ),
        key=lambda row: row.held.code,
        sort_by="name",
    )  # fmt: skip


class InformingDialog(ListDialog):
    """Enter on a line records that the person was told."""

    def __init__(self, page: "Page", year: int, number: int, title: str) -> None:
        super().__init__(page.window(), title, SIZE)
        self._page, self._year, self._number = page, year, number
        self.said = label("", "sub", wrap=True)
        self.table: ListTable[InformingRow] = ListTable(spec(), title, page.place.memory, parent=self)
        self.tell = button(tr("登记已告知…"), self.record, icon_name="check", primary=True)
        self.paper = button(tr("打印告知书…"), self.print_, icon_name="printer")
        for each in (self.tell, self.paper):
            each.setAutoDefault(False)
        acts = QHBoxLayout()
        for each in (self.tell, self.paper):
            acts.addWidget(each)
        acts.addStretch(1)
        self.column.addWidget(self.said)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(acts)
        self.add_foot(tr("告知书上只有本人的变动；告知方式、日期和办理人记入日志"))
        self.table.opened.connect(lambda _row: self.record())
        self.table.chosen.connect(lambda _row: self._follow())
        self._read()
        self.table.setFocus()

    def _read(self) -> None:
        rows = self._page.perform(lambda: self._page.desk.effects.informings(self._year, self._number)) or ()
        owed = sum(each.owed for each in rows)
        left = tr_n("还有 {count} 人没有告知", "还有 {count} 人没有告知", owed)
        self.said.setText(left if owed else tr("受影响的人都已告知"))
        self.table.set_rows(rows)
        current = self.table.current()
        if current is None or not current.owed:
            waiting = next((each for each in self.table.shown if each.owed), None)
            if waiting is not None:
                self.table.choose(waiting.held.code)
        self._follow()

    def _follow(self) -> None:
        row = self.table.current()
        nothing = "" if row is not None else tr("先选中一人")
        told = tr("已经告知") if row is not None and not row.owed else ""
        allow(self.tell, self._page.place.why_not(Right.REREVIEW), nothing, told)
        allow(self.paper, nothing)

    def record(self) -> None:
        """Record that the chosen person was told."""
        row = self.table.current()
        if row is None or not self.tell.isEnabled():
            return
        dialog = ToldDialog(self._page, row)
        if dialog.run(dialog.carry):
            self._page.place.say(tr("已登记：{name} 已被告知", name=row.name))
            self._read()
        self.table.setFocus()

    def print_(self) -> None:
        """告知书 of the chosen person."""
        if (row := self.table.current()) is not None:
            RereviewSheets(self._page).informing(row)
