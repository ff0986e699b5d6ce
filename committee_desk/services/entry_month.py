"""One month being typed: whom and what it knows, and whether it takes anything at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.events import TypedEvent
from committee_desk.domain.months import MonthClosed, MonthState, NoSuchMonth, last_day
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.entry_book import StoredEvent
from committee_desk.services.entry_people import Ledgers, Roster
from committee_desk.services.entry_refusals import ChangedMeanwhile, EventCounts, WrittenByAnother
from committee_desk.services.entry_views import Line
from committee_desk.services.imports.cells import is_empty
from committee_desk.services.ports import UnitOfWork

FEW = 20
"""For so many people at most each is asked for alone."""


class Step(NamedTuple):
    """What one typed row or cell does: the version that it ends, and the one that stands then (None: nothing)."""

    stored: StoredEvent | None
    event: TypedEvent | None


@dataclass
class TypedMonth:
    """What typing into a month is judged by, inside one transaction. `strict`: approval is another account's act."""

    uow: UnitOfWork
    actor: Actor
    now: datetime
    year: int
    month: int
    category: Category
    strict: bool
    why: str = ""
    present: Mapping[int, StoredEvent] = field(default_factory=dict)
    in_cells: Mapping[tuple[str, str, int], StoredEvent] = field(default_factory=dict)
    _few: bool = False

    def __post_init__(self) -> None:
        require_open(self.uow, self.year, self.month)

    @cached_property
    def roster(self) -> Roster:
        """The year's people."""
        return Roster.of(self.uow, self.year)

    @cached_property
    def ledgers(self) -> Ledgers:
        """The year's ledgers."""
        return Ledgers.of(self.uow, self.year)

    def has_row(self, code: str) -> bool:
        """Whether somebody has a row in the grid. For a cell or two the desk is not asked for everybody."""
        if self._few and "roster" not in vars(self):
            own = Roster(each.fact for each in self.uow.people.stays(code))
            return bool(own.in_month(self.year, self.month, self.category))
        return code in self._in_grid

    @cached_property
    def _in_grid(self) -> frozenset[str]:
        return frozenset(each.code for each in self.roster.in_month(self.year, self.month, self.category))

    @cached_property
    def lines(self) -> Mapping[tuple[str, int], Line]:
        """The batch lines that were written."""
        written = self.uow.entry.lines(self.year, self.month, self.category)
        return {(each.indicator, each.line): each for each in written}

    @cached_property
    def present_lines(self) -> Mapping[str, int]:
        """The line under which each column is typed now."""
        found: dict[str, int] = {}
        typed_under = [(indicator, line) for _, indicator, line in self.in_cells]
        for indicator, line in (*self.lines, *typed_under):
            found[indicator] = max(line, found.get(indicator, 1))
        return found

    @cached_property
    def last_day(self) -> date:
        """The day that a cell of the grid is dated."""
        return last_day(self.year, self.month)

    def load(self, codes: set[str] | None, numbers: set[int] | None) -> None:
        """Look at the present versions of these people's events and of these numbers; of all where both are None."""
        self._few = codes is not None and len(codes) <= FEW
        held = self.uow.entry.typed(self.year, self.month, codes, numbers)
        self.present = {each.event.number: each for each in held}
        self.in_cells = {
            (each.event.code or "", each.event.indicator or "", each.event.line): each
            for each in held
            if each.event.line is not None
        }

    def require_seen(self, stored: StoredEvent | None, seen: int | None, number: int | None, code: str | None) -> None:
        """Refuse where another version stands than the one that was on the screen."""
        if stored is not None and stored.entry != seen:
            raise ChangedMeanwhile(stored.actor, stored.at, shown(stored.event))
        if stored is None and seen is not None:
            ended = self.uow.entry.ended(seen, number, code)
            raise ChangedMeanwhile(ended.actor if ended else "", ended.at if ended else None, None)

    def require_slip(self, stored: StoredEvent) -> None:
        """What counts stops counting by a slip of the same day and hand, else only with a reason."""
        own = stored.actor == self.actor.name and stored.at.date() == self.now.date()
        if stored.counts and not own and is_empty(self.why):
            raise EventCounts(stored.event.number)

    def require_hand(self, stored: StoredEvent) -> None:
        """What counts and was written by somebody else is made another only with a reason. Approving is no writing."""
        if not stored.counts or stored.actor == self.actor.name or not is_empty(self.why):
            return
        number = stored.event.number
        if self.uow.entry.writers([number]).get(number) != frozenset({self.actor.name}):
            raise WrittenByAnother(number, stored.actor)


def require_open(uow: UnitOfWork, year: int, month: int) -> None:
    """Refuse typing into a month that is closed, or that there is not."""
    require_month(uow, year, month)
    state = uow.entry.month_state(year, month)
    if state is not MonthState.OPEN:
        raise MonthClosed(year, month, state)


def require_month(uow: UnitOfWork, year: int, month: int) -> None:
    """Refuse a year that the desk does not hold, and a thirteenth month."""
    if year not in uow.office.years():
        raise NoSuchYear(year, uow.office.years())
    if month not in range(1, 13):
        raise NoSuchMonth(month)


def shown(event: TypedEvent) -> str:
    """What stands there, in short."""
    return "" if event.points is None else f"{event.points:+.2f}".replace("-", "−")
