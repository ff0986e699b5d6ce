"""The row above the list of results: for whom what is next, whose department, which category, and the filter."""

from collections.abc import Sequence

from committee_desk.domain.people import Category
from committee_desk.services.result_views import ResultRow
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.decisions.columns import Show, lets
from committee_desk.wording.language import tr


class ResultTools(ToolRow):
    """Keeps in the table whom it lets through, and counts them."""

    def __init__(self, table: ListTable[ResultRow]) -> None:
        super().__init__()
        self._table, self._show = table, Show.ALL
        self._rows: Sequence[ResultRow] = ()
        words = [
            (Show.ALL.value, tr("全部")),
            (Show.TO_DECIDE.value, tr("待决定")),
            (Show.TO_SERVE.value, tr("待送达")),
            (Show.TO_SIGN.value, tr("待签字")),
            (Show.DONE.value, tr("办结")),
        ]
        self.tabs = self.add_tabs(words, self.pick)
        self.departments = self.add(DepartmentChoice(self._keep))
        self.categories = self.add(CategoryChoice(self._keep))
        self.filter = self.add_filter(table, table.filter_text, table.remembered_filter())

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """These are the people."""
        self._rows = rows
        self.categories.offer_of({Category(row.category) for row in rows})
        self.departments.offer_of(row.department for row in rows)
        self._table.set_rows(rows)
        self._keep()

    def pick(self, key: str) -> None:
        """Show other people."""
        self._show = Show(key)
        self.tabs.pick(key)
        self._keep()

    def show_all(self) -> None:
        """Let everybody through."""
        self.pick(Show.ALL.value)
        self.filter.clear()
        self.departments.show_all()
        self.categories.show_all()

    def show_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the filter field finds departments, too: their choice gives way to it."""
        if narrow:
            self.departments.show_all()
        self.departments.setVisible(not narrow)

    def _keep(self) -> None:
        chosen = self._show

        def among(row: ResultRow) -> bool:
            return self.departments.lets(row.department) and self.categories.lets(row.category)

        here = [row for row in self._rows if among(row)]
        for show in Show:
            self.tabs.count(show.value, sum(lets(row, show) for row in here))
        self._table.keep(lambda row: lets(row, chosen) and among(row))
