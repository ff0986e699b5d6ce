"""记住的列对应: which forms of strange workbooks are read by what was said once, and forgetting one of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from committee_desk.services.imports.mapping import Remembered
from committee_desk.services.imports.rights import IMPORTED_BY
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(820, 420)


def read_as(known: Remembered) -> str:
    """Their columns and ours: 文号 → 凭证号. Columns that bear our own names say nothing and are left out."""
    said = [
        tr("{theirs} → {ours}", theirs=key.replace("#", " "), ours=dictionary_word(heading))
        for heading, key in known.columns.items()
        if key != heading
    ]
    return tr("、").join(said) or tr("各列都用本系统的名称")


def _columns() -> tuple[Column[Remembered], ...]:
    return (
        Column("kind", tr("类别"), lambda row: kind_name(row.kind), 96, style=Style.NAME, fits=True),
        Column("columns", tr("工作簿的列 → 读作"), read_as, 320, stretch=True, tip=read_as),
        Column("count", tr("列数"), lambda row: str(len(row.columns)), 64, right=True, fits=True,
               sort=lambda row: len(row.columns)),
    )  # fmt: skip


class MappingsDialog(QDialog):
    """The list; Enter or the button below forgets the chosen form, after a question."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page.window())
        self.setWindowTitle(tr("记住的列对应"))
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.about = label("", "sub", wrap=True)
        column.addWidget(self.about)
        spec = TableSpec("mappings", _columns(), key=lambda row: (row.kind, row.source), sort_by="kind", ascending=True)
        self.table: ListTable[Remembered] = ListTable(spec, tr("记住的列对应"), page.place.memory)
        self.whole = label("", "sub", wrap=True, select=True)
        self.whole.setAccessibleName(tr("工作簿的列 → 读作"))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._forget())
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        line = QHBoxLayout()
        self.forget = button(tr("忘掉这种格式…"), self._forget, icon_name="trash")
        self.forget.setAutoDefault(False)
        line.addWidget(self.forget)
        line.addStretch(1)
        line.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(line)
        fit_dialog(self, SIZE)
        self._show()
        self.table.setFocus()

    def _show(self) -> None:
        known = self._page.desk.mappings.remembered()
        self.about.setText(
            tr("这些格式的工作簿按导入时选定的列读取。忘掉一种，下次导入再按表头对应；已导入的数据不变。")
            if known
            else tr("还没有记住的列对应。导入表头不同的工作簿时，选定各列后按“记住并使用”。")
        )
        self.table.set_rows(known)
        if known:
            self.table.choose((known[0].kind, known[0].source))
        self._choose(self.table.current())

    def _choose(self, row: Remembered | None) -> None:
        self.whole.setText(read_as(row) if row is not None else "")
        barred = self._page.place.why_not(IMPORTED_BY[row.kind]) if row is not None else tr("先选中一种格式")
        allow(self.forget, barred)

    def _forget(self) -> None:
        row = self.table.current()
        if row is None or not self.forget.isEnabled():
            return
        text = tr(
            "以后导入“{kind}”中这种格式的工作簿（{columns}），要重新选定各列。记入日志。",
            kind=kind_name(row.kind),
            columns=read_as(row),
        )
        if not ask(self, tr("忘掉列的对应"), text, tr("忘掉"), careful=True):
            return
        desk, actor = self._page.desk, self._page.place.actor
        if self._page.perform(lambda: desk.mappings.forget(actor, row.kind, row.source)) is not None:
            self._page.place.say(tr("已忘掉“{kind}”的一种格式", kind=kind_name(row.kind)))
            self._show()
            self.table.setFocus()
