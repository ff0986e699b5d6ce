"""The row above the list of results: for whom what is next, whose department, which category, and the filter."""

from collections.abc import Sequence

from committee_desk.domain.people import Category
from committee_desk.services.result_views import ResultRow
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.decisions.columns import Show, lets
from committee_desk.wording.language import tr


class ResultTools(ToolRow):
    """Keeps in the table whom it lets through, and counts them."""

    def __init__(self, table: ListTable[ResultRow]) -> None:
        super().__init__()
        words = {
            Show.ALL: tr("全部"),
            Show.TO_DECIDE: tr("待决定"),
            Show.TO_SERVE: tr("待送达"),
            Show.TO_SIGN: tr("待签字"),
            Show.DONE: tr("办结"),
        }
        self.tabs = RowTabs(self, table, words, lets, self._of_filters)
        self.departments = self.add(DepartmentChoice(self.tabs.keep))
        self.categories = self.add(CategoryChoice(self.tabs.keep))
        self.filter = self.add_filter(table, table.filter_text, table.remembered_filter())

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """These are the people."""
        self.categories.offer_of({Category(row.category) for row in rows})
        self.departments.offer_of(row.department for row in rows)
        self.tabs.show_rows(rows)

    def pick(self, key: str) -> None:
        """Show other people."""
        self.tabs.pick(key)

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

    def _of_filters(self, row: ResultRow) -> bool:
        return self.departments.lets(row.department) and self.categories.lets(row.category)
