"""The register of re-reviews above the one that is chosen: a few rows, what they show, and the acts that open one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.rereview.columns import spec
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LEAST_ROWS, MOST_ROWS = 2, 5
OPEN, ALL = "open", "all"


class Register(QFrame):
    """A table of at most a few rows' height; the rest belongs to the one that is chosen."""

    def __init__(self, page: "Page", open_: Callable[[], object], correct: Callable[[], object]) -> None:
        super().__init__()
        self._rows: tuple[ProceedingRow, ...] = ()
        self._show, self._low = ALL, False
        self.table: ListTable[ProceedingRow] = ListTable(spec(), tr("复核与更正登记"), page.place.memory)
        self.tools = ToolRow()
        self.tabs = self.tools.add_tabs([(ALL, tr("全部")), (OPEN, tr("待办"))], self.pick)
        self.open_button = button(tr("立项复核…"), open_, icon_name="plus")
        self.correct_button = button(tr("立项更正…"), correct, icon_name="pencil")
        self.tools.add_widget(self.open_button)
        self.tools.add_widget(self.correct_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(hairline())
        column.addWidget(self.table)

    def show_rows(self, rows: tuple[ProceedingRow, ...]) -> None:
        """These; whichever is owed something is chosen where none is."""
        self._rows = rows
        self.table.setVisible(bool(rows))
        self.table.set_rows(rows)
        self._keep()
        if self.table.current() is None and self.table.shown:
            waiting = next((each for each in self.table.shown if waits(each)), self.table.shown[-1])
            self.table.choose(waiting.held.number)

    def pick(self, key: str) -> None:
        """Show other rows."""
        self._show = key
        self.tabs.pick(key)
        self._keep()

    def _keep(self) -> None:
        self.tabs.count(ALL, len(self._rows))
        self.tabs.count(OPEN, sum(map(waits, self._rows)))
        chosen = self._show
        self.table.keep(lambda row: chosen == ALL or waits(row))
        self._fit()

    def choose(self, number: int) -> bool:
        """That one, whatever the list shows; False where it is not read yet."""
        if not any(row.held.number == number for row in self._rows):
            return False
        if not self.table.choose(number):
            self.pick(ALL)
            self.table.choose(number)
        return True

    def show_low(self, *, low: bool) -> None:
        """In a low window only the rows; the acts stand in Ctrl+K too."""
        self._low = low
        self.tools.setHidden(low and bool(self._rows))
        self._fit()

    def _fit(self) -> None:
        rows = max(1, min(LEAST_ROWS if self._low else MOST_ROWS, len(self.table.shown)))
        self.table.setFixedHeight(HEADER_ROW + rows * ROW + 2)


def waits(row: ProceedingRow) -> bool:
    """Whether it is still owed a decision, or its decision is to be served."""
    return row.held.open or (row.held.day is not None and row.held.served is None)
