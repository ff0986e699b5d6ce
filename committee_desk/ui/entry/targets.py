"""Where 评分录入 is led to: a month, an event in it, a person, a line of 工作台; once its month is read."""

from typing import TYPE_CHECKING

from committee_desk.domain.people import Category
from committee_desk.services.views import Owed
from committee_desk.ui.entry.tools import BY_EVENT, BY_PERSON

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage


class Targets:
    """Brings them into view; what lies in another month waits until that one is shown."""

    def __init__(self, page: "EntryPage") -> None:
        self._page = page
        self._waiting: object = None

    def show_waiting(self) -> None:
        """What waited for the month that is shown now."""
        target, self._waiting = self._waiting, None
        if target is not None:
            self.show(target)

    def show(self, key: object) -> None:
        """A month, or an event of a month: (12, 17), 12, or a person's code; or a line of 工作台."""
        if isinstance(key, Owed):
            self._lead_to(key)
            return
        month, number = key if isinstance(key, tuple) else (key, None)
        if isinstance(month, int) and month != self._page.scope.month:
            self._waiting = key
            self._page.go_to(month=month)
            return
        if self._page.shown is None:
            self._waiting = key
            return
        if isinstance(number, int):
            self._page.tools.clear_filters()
            self._page.pick_mode(BY_EVENT)
            self._page.by_event.choose_number(number)
        elif isinstance(month, str):
            self._page.pick_mode(BY_PERSON)
            self._page.by_person.choose_person(month)

    def _lead_to(self, line: Owed) -> None:
        """The month that a line of 工作台 is about, and the event in it, on the page of its category."""
        month, number = line.facts.get("month"), line.facts.get("number")
        if not isinstance(month, int):
            return
        if not isinstance(number, int):
            self.show(month)
            return
        desk, year, first = self._page.desk, self._page.year, self._page.scope.category
        order = sorted(Category, key=lambda each: each is not first)

        def holding() -> Category:
            pages = ((each, desk.entry.rows(year, month, each).rows) for each in order)
            return next((each for each, rows in pages if any(row.number == number for row in rows)), first)

        def show(category: Category) -> None:
            if category is not self._page.scope.category:
                self._waiting = (month, number)
                self._page.go_to(month=month, category=category)
            else:
                self.show((month, number))

        self._page.read(holding, show, kind="line")
