"""Draws the sheet in view for the preview of 打印, once somebody stops walking down the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from committee_desk.domain.errors import DeskError
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.printing.months import pictures
from committee_desk.wording.months import of_the_year
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.printing.page import PrintPage

PAUSE = 120
"""Milliseconds to wait while somebody walks down the list, before a sheet is drawn."""


class Drawing:
    """Reads the chosen sheet, or the chosen month's, as the page would print it."""

    def __init__(self, page: "PrintPage") -> None:
        self._page = page
        self._pause = QTimer(page)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.draw)

    def start(self) -> None:
        """Draw after the pause; another choice meanwhile begins it anew."""
        self._pause.start()

    def draw(self) -> None:
        """Draw what is in view now."""
        page = self._page
        if page.on_months:
            self._draw_month()
            return
        row = page.table.current()
        if row is None or not page.isVisible():
            return
        desk, year, actor, dots = page.desk, page.year, page.place.actor, page.preview.dots_an_inch()
        category = page.category.category

        def fetch() -> tuple[PagePicture, ...]:
            return desk.sheets.pages(desk.sheets.preview(year, row.score.code, actor, category), dots)

        page.read(
            fetch, lambda pages: page.preview.show_pages(row.score.name, pages), kind="preview", failed=self._undrawn
        )

    def _draw_month(self) -> None:
        page = self._page
        row = page.months.current()
        if row is None or not page.isVisible():
            return
        desk, actor, dots = page.desk, page.place.actor, page.preview.dots_an_inch()
        named = of_the_year(row.year, row.month)
        page.read(
            lambda: pictures(desk, row, actor, dots),
            lambda pages: page.preview.show_pages(named, pages),
            kind="preview",
            failed=self._undrawn,
        )

    def _undrawn(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self._page.preview.show_refusal(sentence(error))
        else:
            tell_failure(self._page, error)
