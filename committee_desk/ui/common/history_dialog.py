"""The history of a figure: every version with old and new values, who, when, why, from where; Enter opens its entry."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.services.history_views import Version
from committee_desk.ui.common.chips import OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.history import Asked, EntryTarget
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.acts import act_name
from committee_desk.wording.history import Turn, kind_of_fact, reason, turns
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(1180, 420)


def _columns(*, several: bool) -> tuple[Column[Turn], ...]:
    fact: Column[Turn] = Column(
        "fact", tr("哪一项"), lambda row: row.fact, 170, style=Style.SUB, fits=True, tip=lambda row: row.fact
    )
    return (
        Column("entry", tr("日志号"), lambda row: str(row.touch.entry), 64, right=True,
               sort=lambda row: row.touch.entry),
        Column("at", tr("时间"), lambda row: f"{row.touch.at:%Y-%m-%d %H:%M}", 138, sort=lambda row: row.touch.at),
        Column("actor", tr("经办人"), lambda row: row.touch.actor, 84, style=Style.NAME),
        *((fact,) if several else ()),
        Column("said", tr("旧值 → 新值"), lambda row: row.said, 250, stretch=True, tip=lambda row: row.said),
        Column("why", tr("理由"), lambda row: reason(row.touch), 110, style=Style.SUB,
               spare=True, tip=lambda row: reason(row.touch)),
        Column("place", tr("来源"), lambda row: row.place, 170, style=Style.SUB, tip=lambda row: row.place),
        Column("verb", tr("事项"), lambda row: act_name(row.touch.verb), 96, style=Style.SUB, spare=True, fits=True),
        Column("holds", tr("现在"), lambda row: tr("有效") if row.holds else "", 60, fits=True,
               chip=lambda row: Chip(tr("有效"), OK, "check") if row.holds else None),
    )  # fmt: skip


class HistoryDialog(QDialog):
    """`chosen_entry` is the journal entry that was asked for when the dialog is accepted."""

    def __init__(self, parent: QWidget, page: "Page", name: str, versions: Sequence[Version]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("历史：{name}", name=name))
        self.chosen_entry: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        told = turns(versions)
        kinds = tr("、").join(dict.fromkeys(kind_of_fact(each.kind) for each in told))
        column.addWidget(label(tr("{kinds}，共 {count} 次变动，新的在前。", kinds=kinds, count=len(told)), "sub"))
        several = len({each.fact for each in told}) > 1
        spec = TableSpec(
            "histories" if several else "history",
            _columns(several=several),
            key=lambda row: (row.touch.entry, row.fact, row.said),
            sort_by="entry",
            ascending=False,
        )
        self.table: ListTable[Turn] = ListTable(spec, tr("历史"), page.place.memory)
        self.whole = label("", "sub", wrap=True, select=True)
        self.whole.setAccessibleName(tr("旧值 → 新值"))
        self.table.chosen.connect(lambda row: self.whole.setText(row.said if row is not None else ""))
        self.table.set_rows(told)
        self.table.opened.connect(self._open)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        line = QHBoxLayout()
        self.to_journal = button(tr("查看日志条目"), self._open_current, icon_name="history")
        line.addWidget(self.to_journal)
        line.addStretch(1)
        line.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(line)
        fit_dialog(self, SIZE)
        if told:
            self.table.choose(spec.key(told[0]))
        self.table.setFocus()

    def _open_current(self) -> None:
        if (row := self.table.current()) is not None:
            self._open(row)

    def _open(self, row: Turn) -> None:
        self.chosen_entry = row.touch.entry
        self.accept()


def show_history(page: "Page", asked: Asked) -> None:
    """Read the versions on the worker, and show them; an entry chosen there opens in the journal."""
    desk, year = page.desk, page.year

    def read() -> list[Version]:
        facts = [version for each in asked.facts for version in desk.history.of(each.kind, each.key)]
        for indicator in asked.indicators:
            facts += desk.history.of_indicator(year, asked.code, indicator)
        return facts

    def show(versions: list[Version]) -> None:
        dialog = HistoryDialog(page.window(), page, asked.name, versions)
        if dialog.exec() and dialog.chosen_entry is not None:
            page.go.emit("system", EntryTarget(dialog.chosen_entry))

    page.read(read, show, kind="history")
