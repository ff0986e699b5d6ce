"""Closing a month: what is missing, each line leading to its place, and the reason why it is closed all the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.desk import Desk
from committee_desk.services.month_views import Lack, MonthIncomplete
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import label, link
from committee_desk.ui.common.workplace import Workplace
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.months import lack_detail, lack_title, of_the_year
from committee_desk.wording.saying import sentence

WIDTH, MOST_CELLS = 620, 6


@dataclass(frozen=True, slots=True)
class Unaccepted:
    """Cells of the month that hold what was typed and not accepted: what they say, and how they are settled."""

    lines: tuple[tuple[str, str], ...]
    """Of each its text in its column, and why it was not accepted."""
    go: Callable[[], object]
    give_up: Callable[[], object]


class ClosingDialog(FormDialog):
    """`wanted` is the lack that the user went to settle instead; a month waits for what was typed and not accepted."""

    def __init__(  # noqa: PLR0913, PLR0917 - whose month, and all that it owes
        self,
        parent: QWidget,
        place: Workplace,
        desk: Desk,
        month: tuple[int, int],
        lacks: Sequence[Lack],
        unaccepted: Unaccepted | None = None,
    ) -> None:
        self._named = of_the_year(*month)
        super().__init__(parent, tr("关账 {month}", month=self._named), tr("关账"), width=WIDTH)
        self._place, self._desk, self._month = place, desk, month
        self.wanted: Lack | None = None
        self.goes_to_cells = False
        self._unaccepted = unaccepted if unaccepted is not None and unaccepted.lines else None
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        self.lines: list[QWidget] = []
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.form.addRow(self._list)
        self.add_row(tr("理由"), self.why, tr("确要带着所缺关账的，写明理由；理由记入日志，草稿仍是草稿，不计分"))
        self.consequence.setText(tr("关账后本月不能再录入；要改动须写明理由重开"))
        self._show(lacks)

    def _show(self, lacks: Sequence[Lack]) -> None:
        self._lacks = lacks
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = [self._line(lack) for lack in lacks]
        if self._unaccepted is not None:
            self._column.addWidget(self._cells(self._unaccepted))
        owed = tr_n("关账前还差 {count} 项", "关账前还差 {count} 项", len(lacks))
        head = owed if lacks else tr("本月没有缺什么，可以关账。")
        self._column.addWidget(label(head, "name"))
        for line in self.lines:
            self._column.addWidget(line)
        self.form.setRowVisible(1, bool(lacks))
        self.why.setEnabled(bool(lacks))
        self.fit()

    def _cells(self, cells: Unaccepted) -> QWidget:
        """What was typed and not accepted: the month waits until it is settled or given up."""
        part = QWidget()
        down = QVBoxLayout(part)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        count = len(cells.lines)
        head = tr_n(
            "{count} 格填了没有被接受，改好或放弃后才能关账", "{count} 格填了没有被接受，改好或放弃后才能关账", count
        )
        down.addWidget(label(head, "name", wrap=True))
        for text, why in cells.lines[:MOST_CELLS]:
            down.addWidget(label(text, "strong", wrap=True))
            down.addWidget(label(why, "cap", wrap=True))
        if count > MOST_CELLS:
            down.addWidget(label(tr("等，共 {count} 处", count=count), "cap"))
        across = QHBoxLayout()
        for words, act in ((tr("去改"), self._go_to_cells), (tr("放弃这些内容"), self._give_up)):
            made = link(words, act)
            made.setAutoDefault(False)
            across.addWidget(made)
        across.addStretch(1)
        down.addLayout(across)
        return part

    def _go_to_cells(self) -> None:
        self.goes_to_cells = True
        self.done(QDialog.DialogCode.Rejected)

    def _give_up(self) -> None:
        if self._unaccepted is not None:
            self._unaccepted.give_up()
            self._unaccepted = None
            self._show(self._lacks)

    def _line(self, lack: Lack) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(lack_title(lack), "strong", wrap=True))
        words.addWidget(label(lack_detail(lack), "cap", wrap=True))
        across.addLayout(words, 1)
        there = link(tr("去办"), lambda: self._lead(lack))
        there.setAccessibleName(tr("去办：{what}", what=lack_title(lack)))
        there.setAutoDefault(False)
        across.addWidget(there)
        return line

    def _lead(self, lack: Lack) -> None:
        self.wanted = lack
        self.done(QDialog.DialogCode.Rejected)

    def close_it(self) -> bool:
        """Close the month; what came to be missing meanwhile is shown."""
        year, month = self._month
        if self._unaccepted is not None:
            self.refuse(tr("还有填了没有被接受的格。请先改好，或放弃这些内容。"))
            return False
        try:
            change = self._desk.months.close(self._place.actor, year, month, self.why.text())
        except MonthIncomplete as error:
            self._show(error.lacks)
            self.refuse(tr("请写明理由，或先补齐所缺。"), self.why)
            return False
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error))
            return False
        self._place.changes.announce(change)
        return True
