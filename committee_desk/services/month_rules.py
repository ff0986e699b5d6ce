"""What other services ask of months: whether one may still be typed into. And the port of the book that keeps them."""

from datetime import date, datetime
from typing import NamedTuple, Protocol

from committee_desk.domain.months import MonthClosed, MonthState, RoutineGrade
from committee_desk.services.ports import UnitOfWork


class KeptSheet(NamedTuple):
    """One version of a month's sheet as the desk keeps it; `figures` is JSON."""

    month: int
    category: str
    version: int
    ranked: bool
    figures: str
    entry: int


class KeptGrade(NamedTuple):
    """One person's quarterly grade, and the entry that brought it."""

    code: str
    quarter: int
    grade: RoutineGrade
    reason: str | None
    entry: int


class CaseWithout(NamedTuple):
    """A case closed in a month without its evaluation."""

    number: str
    closed: date


class MonthsBook(Protocol):
    """Months that are closed or published, their sheets, and quarterly grades."""

    def states(self, year: int) -> dict[int, MonthState]:
        """The state of every month that is not open."""
        ...

    def put(self, entry: int, year: int, month: int, state: MonthState) -> None:
        """The month's new state in place of the old one."""
        ...

    def add_sheet(self, entry: int, year: int, sheet: KeptSheet) -> None:
        """Keep one more version of a month's sheet."""
        ...

    def sheets(self, year: int, month: int | None = None) -> tuple[KeptSheet, ...]:
        """Every version of every sheet of the year or of one month, oldest first within its category."""
        ...

    def published(self, year: int, month: int | None = None) -> tuple[tuple[KeptSheet, datetime, str], ...]:
        """The same, newest first, with when and by whom each was published."""
        ...

    def newest(self, year: int) -> dict[tuple[int, str], int]:
        """The newest version of every sheet, by month and category, without its figures."""
        ...

    def touched_since(self, year: int, entry: int, day: date, *, rated: bool = False) -> bool:
        """Whether anything dated up to that day, that the year's figures rest on, came or went after that entry.

        `rated`: yearly ratings, which bear no date, too.
        """
        ...

    def drafts(self, year: int, month: int) -> tuple[int, ...]:
        """The numbers (登记号) of the month's drafts."""
        ...

    def unapproved(self, since: date, until: date) -> int:
        """How many counted events of these days have no approver."""
        ...

    def unevaluated(self, since: date, until: date) -> tuple[CaseWithout, ...]:
        """The cases that closed in these days and have no evaluation."""
        ...

    def heard_from(self, since: date, until: date) -> frozenset[str]:
        """The departments with an event, a draft or a closed case in these days."""
        ...

    def unadopted(self, year: int) -> tuple[str, ...]:
        """The categories whose scheme was not adopted."""
        ...

    def grades(self, year: int, quarter: int) -> tuple[KeptGrade, ...]:
        """The quarter's grades."""
        ...

    def put_grade(self, entry: int, year: int, given: KeptGrade) -> None:
        """A person's grade of a quarter in place of the old one."""
        ...

    def end_grade(self, entry: int, year: int, quarter: int, code: str) -> None:
        """Take a quarterly grade away."""
        ...


def state_of(uow: UnitOfWork, year: int, month: int) -> MonthState:
    """How far the month is."""
    return uow.months.states(year).get(month, MonthState.OPEN)


def require_open(uow: UnitOfWork, day: date) -> None:
    """Refuse (`MonthClosed`) what is to be typed with a date in a closed or published month."""
    state = state_of(uow, day.year, day.month)
    if state is not MonthState.OPEN:
        raise MonthClosed(day.year, day.month, state)
