"""按事件: a line an event; Enter goes along the line and on to the next."""

from typing import TYPE_CHECKING

from committee_desk.services.entry_views import EventField, EventRow, EventState
from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.entry.desk_door import DeskDoor, Scope
from committee_desk.ui.entry.details import of_event
from committee_desk.ui.entry.event_cells import EMPTY_ROW
from committee_desk.ui.entry.events_source import EventsSource
from committee_desk.ui.entry.grid_side import GridSide
from committee_desk.ui.entry.lines import Lines
from committee_desk.ui.entry.offering import Offering
from committee_desk.ui.entry.shown import Shown
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage


class ByEvent(GridSide):
    """The sheet of events."""

    source: EventsSource | None

    def __init__(self, page: "EntryPage") -> None:
        super().__init__(page, "entry-events", tr("加减分事项"), Going.ALONG)
        self.source = None
        self.lines: dict[Scope, Lines] = {}
        """The keys of each month's lines, for what was typed there and not accepted."""

    def show_month(self, shown: Shown, door: DeskDoor, *, fresh: bool) -> None:
        """Show the month's events."""
        page = self.page
        if self.source is not None and not fresh:
            self.source.show(shown.sheet)
            self.sheet.reload()
            return
        known = shown.known(page.may_type(shown))
        offering = Offering(known, shown.sheet.rows, page.initials.of)
        lines = self.lines.setdefault(shown.scope, Lines())
        self.source = EventsSource(door, shown.sheet, known, offering, lines, approver=page.approver_typed)
        self.source.on_conflict = lambda _row: page.read_at_once()
        self.sheet.set_source(self.source, shown.scope)
        page.filter_rows()
        self._stand_at_the_end()

    def _stand_at_the_end(self) -> None:
        """Typing goes on below what is there."""
        if self.source is not None:
            focused = self.window().focusWidget()
            empty = self.source.first_empty()
            if empty is not None:
                self.sheet.choose(empty, EventField.CODE)
            if focused is not None and focused is not self.sheet.view:
                focused.setFocus()

    def tell_where(self) -> None:
        """The event one stands in."""
        current = self.sheet.current()
        row = self.source.row(current[0]) if self.source is not None and current is not None else EMPTY_ROW
        shown = None if row is EMPTY_ROW else row
        self.page.details.stand(of_event(shown) if shown is not None else None)
        self.page.acts.show_event(shown)

    def filter_rows(self, department: str | None, *, unfilled: bool) -> None:
        """Of one department; drafts alone."""
        if self.source is None:
            return

        def wanted(row: EventRow) -> bool:
            return department in {None, row.department} and (not unfilled or row.state is not EventState.COUNTED)

        self.source.keep(wanted if department is not None or unfilled else None)
        self.sheet.reload()

    def choose_number(self, number: int) -> None:
        """Stand in the event of that 登记号, in the first cell that lacks something."""
        key = self.source.key_of(number) if self.source is not None else None
        if self.source is not None and key is not None:
            row = self.source.row(key)
            self.sheet.choose(key, row.lacking[0] if row.lacking else EventField.POINTS)
