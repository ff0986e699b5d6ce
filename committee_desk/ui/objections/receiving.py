"""异议受理台 on 公示: the newest objections, the way to take one down, and the way to all of them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from committee_desk.services.objection_views import ObjectionRow
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.surfaces import Card


class ReceivingPanel(Card):
    """Stands on a page whose `topics` hold OBJECTIONS, and reads when that page calls `refresh`."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__("")
        del parent
        self._page = page
        self._rows: tuple[ObjectionRow, ...] = ()
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)

    def refresh(self) -> None:
        """Read the objections of the page's year again."""
        desk, year = self._page.desk, self._page.year
        self._page.read(lambda: desk.objections.rows(year), self._take, kind="receiving")

    def register(self) -> None:
        """登记异议: open the counter's dialog, as the page's own button does."""

    def _take(self, rows: tuple[ObjectionRow, ...]) -> None:
        self._rows = rows
