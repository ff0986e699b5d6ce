"""The port of the book of typed events: drafts, what counts, and batch lines."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from committee_desk.domain.events import TypedEvent
from committee_desk.domain.months import MonthState
from committee_desk.domain.people import Category
from committee_desk.domain.sources import Source
from committee_desk.services.entry_views import Line

Fact = tuple[str, str, date, str, str]
"""What makes two counted events one fact: person, indicator, day, document number and reason."""


class StoredEvent(NamedTuple):
    """An event or draft as it is kept; imported ones have number 0, unless they took the place of a typed one.

    `id` and `counts` say where; `entry`, `at` and `actor` who wrote this version; `overridden` is the imported figure
    that it took the place of by hand.
    """

    id: int
    counts: bool
    event: TypedEvent
    entry: int
    at: datetime
    actor: str
    source: Source | None = None
    overridden: Decimal | None = None

    @property
    def imported(self) -> bool:
        """Whether its figure is a workbook's, or two people's instead of it: it is not typed over."""
        return self.source is not None or self.overridden is not None


class Writer(NamedTuple):
    """Who wrote, and when."""

    actor: str
    at: datetime


class LedgerSum(NamedTuple):
    """What one person's events of one ledger come to: in the whole year, and up to the day that was asked."""

    whole: Decimal
    by_day: Decimal


class LedgerRow(NamedTuple):
    """One event of a ledger, in the order in which they are laid."""

    id: int
    number: int | None
    points: Decimal


class EntryBook(Protocol):
    """Events as they are typed, row by row and cell by cell."""

    def month_state(self, year: int, month: int) -> MonthState:
        """Whether the month takes typing."""
        ...

    def of_month(self, year: int, month: int) -> list[StoredEvent]:
        """Everything dated in the month, typed and imported, by day; and the month's drafts, by number."""
        ...

    def drafts(self, year: int) -> list[StoredEvent]:
        """The year's drafts, by number."""
        ...

    def typed(
        self, year: int, month: int, codes: Collection[str] | None = None, numbers: Collection[int] | None = None
    ) -> list[StoredEvent]:
        """The month's typed events and drafts: of these people, of these numbers; with neither, all."""
        ...

    def numbered(self, numbers: Collection[int]) -> dict[int, StoredEvent]:
        """The typed events and drafts of these numbers, of whatever month."""
        ...

    def ended(self, entry: int, number: int | None, code: str | None) -> Writer | None:
        """Who ended the version that this entry wrote of that number, or of that person's cells."""
        ...

    def typists(self, numbers: Collection[int]) -> Mapping[int, frozenset[str]]:
        """Everybody who typed a version of these events, or of the batch lines that they were typed under."""
        ...

    def writers(self, numbers: Collection[int]) -> Mapping[int, frozenset[str]]:
        """Everybody who wrote a version of these events themselves; approving is no writing."""
        ...

    def facts(self, year: int, month: int, codes: Collection[str]) -> dict[Fact, tuple[int, int | None, str]]:
        """Every counted fact of these people in the month: its row's id, 登记号 and workbook."""
        ...

    def last_number(self) -> int:
        """The highest 登记号 that was ever given."""
        ...

    def sums(self, year: int, until: date, code: str | None = None) -> dict[tuple[str, str], LedgerSum]:
        """What everybody's (or one person's) ledgers come to, by code and indicator."""
        ...

    def laid(self, year: int, ledgers: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[LedgerRow]]:
        """The year's events of these ledgers (code and indicator) by day."""
        ...

    def lines(self, year: int, month: int, category: Category) -> list[Line]:
        """The batch lines that were written for the month, by indicator and number."""
        ...

    def put_line(self, entry: int, year: int, month: int, category: Category, line: Line) -> None:
        """Keep a batch line, in the place of what it said before."""
        ...

    def write(self, entry: int, ended: Iterable[StoredEvent], added: Sequence[TypedEvent]) -> None:
        """End these versions and keep those: what lacks nothing counts, the others are drafts."""
        ...

    def naming_papers(self) -> list[StoredEvent]:
        """Every event and draft, of whatever year, that names a paper."""
        ...

    def scans(self, year: int) -> Mapping[str, int]:
        """How many files lie under each document number of the year."""
        ...

    def closings(self, numbers: Collection[str]) -> Mapping[str, date | None]:
        """The closing day of each of these cases that the desk holds; None while it is open."""
        ...
