"""评分录入: events typed row by row or cell by cell, batch lines, approval, withdrawal, and who claims which paper."""

from collections.abc import Sequence
from decimal import Decimal

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.entry_views import (
    Blocked,
    Claim,
    Entered,
    EventSheet,
    Line,
    MarkGrid,
    MarkTyped,
    RowTyped,
    Running,
)
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed

PROSECUTOR = Category.PROSECUTOR


class EntryDesk:
    """Takes what is typed as text, says what it made of it, and shows a month whole.

    Every typing verb takes `seen`, the entry of the version that the caller saw, and refuses (`ChangedMeanwhile`) when
    another stands there by now. Undo is the same verb with the old text. Typing needs an open month (`MonthClosed`).
    """

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    @allowed(Right.SEE_SCORES)
    def rows(self, year: int, month: int, category: Category = PROSECUTOR) -> EventSheet:
        """The month's events of the category and its drafts, with the sums of each indicator."""
        raise NotImplementedError

    @allowed(Right.SEE_SCORES)
    def grid(self, year: int, month: int, category: Category = PROSECUTOR) -> MarkGrid:
        """People × ledgers: the cells typed under each column's batch lines, and what else the month holds."""
        raise NotImplementedError

    @allowed(Right.SEE_SCORES)
    def running(  # noqa: PLR0913, PLR0917 - one row, as it is being typed
        self,
        year: int,
        code: str,
        indicator: str,
        points: Decimal | None = None,
        number: int | None = None,
        category: Category = PROSECUTOR,
    ) -> Running:
        """What a row does to its ledger in the year: `before` is without the event of that number, `after` with
        these points (None: those that it has)."""
        raise NotImplementedError

    @allowed(Right.SEE_SCORES)
    def claims(self, year: int, month: int | None = None) -> tuple[Claim, ...]:
        """Every paper that several events claim, at least one of them in the year (or month); most odd first."""
        raise NotImplementedError

    @allowed(Right.ENTER_EVENTS)
    def enter(  # noqa: PLR0913, PLR0917 - one row of one month
        self, actor: Actor, year: int, month: int, row: RowTyped, category: Category = PROSECUTOR, why: str = ""
    ) -> Entered:
        """Keep a new row or the changed fields of one. It counts once nothing is lacking, else it is a draft.

        A draft of which every field was emptied is gone. What counts and was written by somebody else or on another
        day is emptied only with `why` (`EventCounts`).
        """
        raise NotImplementedError

    @allowed(Right.ENTER_EVENTS)
    def mark(  # noqa: PLR0913, PLR0917 - one cell of one month
        self, actor: Actor, year: int, month: int, cell: MarkTyped, category: Category = PROSECUTOR, why: str = ""
    ) -> Entered:
        """Keep one cell of the grid, an event of the month's last day under the column's batch line; empty: gone."""
        raise NotImplementedError

    @allowed(Right.ENTER_EVENTS)
    def block(  # noqa: PLR0913, PLR0917 - many cells of one month
        self,
        actor: Actor,
        year: int,
        month: int,
        cells: Sequence[RowTyped | MarkTyped],
        category: Category = PROSECUTOR,
        why: str = "",
    ) -> Blocked:
        """Keep many rows or cells under one entry, all or none: `BlockRefused` names every bad one by its place."""
        raise NotImplementedError

    @allowed(Right.SEE_SCORES)
    def lines(self, year: int, month: int, indicator: str, category: Category = PROSECUTOR) -> tuple[Line, ...]:
        """The batch lines of a column, in order; a column without any has its first, empty one."""
        raise NotImplementedError

    @allowed(Right.ENTER_EVENTS)
    def put_line(  # noqa: PLR0913, PLR0917 - one line of one column of one month
        self, actor: Actor, year: int, month: int, line: Line, category: Category = PROSECUTOR
    ) -> Change:
        """Write a batch line (`line.seen` as for cells) and put all its marks on it; one that did not count may now.

        Another batch (另起一批) is the next number.
        """
        raise NotImplementedError

    @allowed(Right.APPROVE_EVENTS)
    def approve(self, actor: Actor, events: Sequence[tuple[int, int]], approver: str | None = None) -> Change:
        """Approve events that lack nothing else, each by its number and `seen`. In 严格 by another account than the
        one that typed, in its own name; else under the name given."""
        raise NotImplementedError

    @allowed(Right.ENTER_EVENTS)
    def withdraw(self, actor: Actor, number: int, why: str, seen: int | None = None) -> Change:
        """Let a typed event or draft hold no longer. It stays in the history with the reason."""
        raise NotImplementedError
