"""The stack of pages: each made when first led to, each in an area that scrolls when the window is small."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget

from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Page, Workplace
from committee_desk.ui.common.surfaces import scrolled
from committee_desk.ui.frame.kept import Kept, give_back, keep
from committee_desk.ui.page_list import place


class Pages(QObject):
    """Knows which pages were made, and leads from one to another."""

    go = Signal(str, object)
    detail_wanted = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget()
        self.stack.setProperty("r", "surface")
        self._workplace = workplace
        self._made: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._desk: Desk | None = None
        self._year = 0
        self._stood: dict[str, Kept] = {}
        self.current: Page | None = None

    def keep(self) -> dict[str, Kept]:
        """How the pages stand: their tabs, choices and rows."""
        return {**self._stood, **{page_id: keep(page) for page_id, page in self._made.items()}}

    def will_stand(self, stood: dict[str, Kept]) -> None:
        """Pages made from now on stand like this once they are read."""
        self._stood = dict(stood)

    def set_desk(self, desk: Desk, year: int) -> None:
        """All pages show this desk and year from now on."""
        self.settle()
        self._desk, self._year = desk, year
        for page in self._made.values():
            page.set_desk(desk, year)

    def page(self, page_id: str) -> Page:
        """The page of that place."""
        if page_id not in self._made:
            made = place(page_id).page_class()(self._workplace)
            made.go.connect(self.go)
            made.detail_wanted.connect(lambda detail, owner=made: self._detail(owner, detail))
            area = scrolled(made, made.title())
            self.stack.addWidget(area)
            self._areas[page_id] = area
            self._made[page_id] = made
            stood = self._stood.pop(page_id, None)
            if stood is not None and stood.typed is not None:
                made.take_typed(stood.typed)
            if self._desk is not None:
                made.set_desk(self._desk, self._year)
            if stood is not None:
                made.when_read(lambda: give_back(made, stood))
        return self._made[page_id]

    def settle(self) -> None:
        """Have every page save what is half typed."""
        for page in self._made.values():
            page.settle()

    def unaccepted(self) -> int:
        """How many cells of all pages hold what was typed and not accepted."""
        return sum(page.unaccepted() for page in self._made.values())

    def lead_to(self, page_id: str) -> Page:
        """Show that page with its detail as it was left."""
        if self.current is not None:
            self.current.settle()
        page = self.page(page_id)
        self.current = page
        self.stack.setCurrentWidget(self._areas[page_id])
        self.detail_wanted.emit(page.detail if page.detail_open else None)
        return page

    def _detail(self, owner: Page, detail: object) -> None:
        if owner is self.current:
            self.detail_wanted.emit(detail)
