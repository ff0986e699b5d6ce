"""评分录入: events typed row by row or cell by cell, batch lines, approval, withdrawal, and who claims which paper."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Protocol

from committee_desk.domain.exact import half_up
from committee_desk.domain.months import last_day
from committee_desk.domain.names import spelt
from committee_desk.domain.papers import papers_in
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right, Way
from committee_desk.domain.said import said, visible
from committee_desk.services import entry_reading as reading
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.entry_book import StoredEvent
from committee_desk.services.entry_claims import claims as all_claims
from committee_desk.services.entry_keeping import Kept, clashes, keep_cells, keep_steps
from committee_desk.services.entry_month import Step, TypedMonth, require_month, require_open, shown
from committee_desk.services.entry_people import Ledgers
from committee_desk.services.entry_refusals import (
    ApproverMissing,
    ApproverNotTyped,
    ApprovesOwn,
    BlockRefused,
    ChangedMeanwhile,
    NoNumber,
    NoSuchEvent,
    NoSuchLedger,
    NoSuchLine,
    NotReadyToApprove,
    SameLine,
    WithdrawalWithoutReason,
)
from committee_desk.services.entry_rows import on_line
from committee_desk.services.entry_showing import BonusOf, MonthShowing, running, state_of
from committee_desk.services.entry_views import (
    Blocked,
    Claim,
    Entered,
    EventField,
    EventSheet,
    EventState,
    Line,
    MarkGrid,
    MarkTyped,
    RowTyped,
    Running,
)
from committee_desk.services.imports.cells import is_empty
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.typed_values import number as number_of

PROSECUTOR = Category.PROSECUTOR


class WorkloadBonus(Protocol):
    """What each person's cases beyond the target add, of the whole year or up to a day."""

    def __call__(self, year: int, category: Category, day: date | None = None, /) -> Callable[[str], Fraction]:
        """By the person's code."""
        ...


class EntryDesk:
    """Takes what is typed as text, says what it made of it, and shows a month whole.

    Every typing verb takes `seen`, the entry of the version that the caller saw, and refuses (`ChangedMeanwhile`) when
    another stands there by now. Undo is the same verb with the old text. Typing needs an open month (`MonthClosed`).
    """

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, workload_bonus: WorkloadBonus) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat
        self._workload_bonus = workload_bonus

    @property
    def strict(self) -> bool:
        """Whether events are approved by another account than the one that types them (严格)."""
        return self._seat.has_accounts and self._seat.way is Way.STRICT

    @allowed(Right.SEE_SCORES)
    def rows(self, year: int, month: int, category: Category = PROSECUTOR) -> EventSheet:
        """The month's events of the category and its drafts, with the sums of each indicator."""
        with self._open.reading() as uow:
            return self._showing(uow, year, month, category).sheet()

    @allowed(Right.SEE_SCORES)
    def grid(self, year: int, month: int, category: Category = PROSECUTOR) -> MarkGrid:
        """People × ledgers: the cells typed under each column's batch lines, and what else the month holds."""
        with self._open.reading() as uow:
            return self._showing(uow, year, month, category).grid()

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
        with self._open.reading() as uow:
            require_month(uow, year, 1)
            if points is not None and number_of(points) is None:
                raise NoNumber(str(points))
            ledgers = Ledgers.of(uow, year)
            ledger = ledgers.get(indicator)
            if ledger is None:
                raise NoSuchLedger(indicator, tuple(each.name for each in ledgers.all(category)))
            whose = ledgers.category(indicator) or category
            besides = self._bonus(year, whose)()(code) if ledger.takes_workload_bonus else Decimal(0)
            return running(uow, year, ledger, code, points, number, besides)

    @allowed(Right.SEE_SCORES)
    def claims(self, year: int, month: int | None = None) -> tuple[Claim, ...]:
        """Every paper that several events claim, at least one of them in the year (or month); most odd first."""

        def concerns(stored: StoredEvent) -> bool:
            return stored.event.year == year and month in (None, stored.event.month)

        with self._open.reading() as uow:
            found = all_claims(uow, _names(uow))
        return tuple(claim for claim, stored in found if any(map(concerns, stored)))

    @allowed(Right.ENTER_EVENTS)
    def enter(  # noqa: PLR0913, PLR0917 - one row of one month
        self, actor: Actor, year: int, month: int, row: RowTyped, category: Category = PROSECUTOR, why: str = ""
    ) -> Entered:
        """Keep a new row or the changed fields of one. It counts once nothing is lacking, else it is a draft.

        A draft of which every field was emptied is gone. What counts and was written by somebody else or on another
        day is emptied only with `why` (`EventCounts`); somebody else's is made another person's, ledger's or day's, or
        given other points only with `why` (`WrittenByAnother`). A row of which several fields are bad raises the first
        one's refusal; `block` with this one row names them all.
        """
        return self._one(actor, year, month, row, category, why, "events.enter")

    @allowed(Right.ENTER_EVENTS)
    def mark(  # noqa: PLR0913, PLR0917 - one cell of one month
        self, actor: Actor, year: int, month: int, cell: MarkTyped, category: Category = PROSECUTOR, why: str = ""
    ) -> Entered:
        """Keep one cell of the grid, an event of the month's last day under the column's batch line; empty: gone."""
        return self._one(actor, year, month, cell, category, why, "events.mark")

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
        with self._open.writing() as uow:
            kept = keep_cells(self._month(uow, actor, year, month, category, why), cells, "events.block")
        return Blocked(_change(kept), kept.numbers)

    @allowed(Right.SEE_SCORES)
    def lines(self, year: int, month: int, indicator: str, category: Category = PROSECUTOR) -> tuple[Line, ...]:
        """The batch lines of a column, in order; a column without any has its first, empty one."""
        with self._open.reading() as uow:
            return self._showing(uow, year, month, category).lines(indicator)

    @allowed(Right.ENTER_EVENTS)
    def put_line(  # noqa: PLR0913, PLR0917 - one line of one column of one month
        self, actor: Actor, year: int, month: int, line: Line, category: Category = PROSECUTOR, why: str = ""
    ) -> Change:
        """Write a batch line (`line.seen` as for cells) and put all its marks on it; one that did not count may now.

        Another batch (另起一批) is the next number.
        """
        with self._open.writing() as uow:
            typed = self._month(uow, actor, year, month, category, why)
            said = _tidy(line, strict=typed.strict)
            _require_line(typed, said, line.seen)
            typed.load(None, None)
            on_it = [
                held
                for (_, at, number), held in typed.in_cells.items()
                if (at, number) == (line.indicator, line.line) and not held.imported  # their words are the source's
            ]
            steps = [on_line(typed, held, said) for held in on_it]
            for _, clash in clashes(uow, steps):
                raise clash
            if typed.lines.get((said.indicator, said.line)) == replace(said, seen=line.seen):
                return Change.of()

            def keep(entry: int) -> None:
                uow.entry.put_line(entry, year, month, category, said)

            subject = f"{year}-{month:02} {said.indicator} {said.line}"
            what = {"line": said.line, "indicator": said.indicator, "category": category}
            said_of = {name: getattr(said, name) for name in ("reason", "voucher", "approver")}
            kept = keep_steps(
                uow, actor, "events.line", steps, subject, why=typed.why, besides=keep, told={**what, **said_of}
            )
        return _change(kept)

    @allowed(Right.APPROVE_EVENTS)
    def approve(self, actor: Actor, events: Sequence[tuple[int, int]], approver: str | None = None) -> Change:
        """Approve events that lack nothing else, each by its number and `seen`. In 严格 by another account than the
        one that typed, in its own name; else under the name given."""
        name = self._approver(actor, approver)
        with self._open.writing() as uow:
            held = uow.entry.numbered([number for number, _ in events])
            typists = uow.entry.typists(list(held)) if self.strict else {}
            steps = []
            for number, seen in events:
                stored = _present(uow, held.get(number), number, seen)
                require_open(uow, stored.event.year, stored.event.month)
                lacking = [each for each in stored.event.lacking() if each != EventField.APPROVER]
                if lacking:
                    raise NotReadyToApprove(number, tuple(map(EventField, lacking)))
                if spelt(actor.name) in map(spelt, typists.get(number, ())):
                    raise ApprovesOwn(number, actor.name)
                steps.append(Step(stored, stored.event._replace(approver=stored.event.approver or name)))
            for _, clash in clashes(uow, steps):
                raise clash
            kept = keep_steps(uow, actor, "events.approve", steps, "", authority=name)
        return _change(kept)

    @allowed(Right.ENTER_EVENTS)
    def withdraw(self, actor: Actor, number: int, why: str, seen: int | None = None) -> Change:
        """Let a typed event or draft hold no longer. It stays in the history with the reason."""
        why = said(why)
        with self._open.writing() as uow:
            held = uow.entry.numbered([number]).get(number)
            stored = _present(uow, held, number, seen if seen is not None or held is None else held.entry)
            require_open(uow, stored.event.year, stored.event.month)
            if is_empty(why) and state_of(stored.event, strict=self.strict) is not EventState.DRAFT:
                raise WithdrawalWithoutReason
            kept = keep_steps(uow, actor, "events.withdraw", [Step(stored, None)], "", why=why)
        return _change(kept)

    def _one(  # noqa: PLR0913, PLR0917 - as its verbs
        self, actor: Actor, year: int, month: int, cell: RowTyped | MarkTyped, category: Category, why: str, verb: str
    ) -> Entered:
        with self._open.writing() as uow:
            try:
                kept = keep_cells(self._month(uow, actor, year, month, category, why), [cell], verb)
            except BlockRefused as refused:
                raise refused.problems[0].error from None
        (number,) = kept.numbers
        if number is None:
            return Entered(_change(kept), None, None)
        with self._open.reading() as uow:
            event = uow.entry.numbered([number])[number].event
            names_paper = event.title is not None or papers_in(event.reason or "")
            found = all_claims(uow, _names(uow)) if names_paper else ()
        mine = tuple(claim for claim, stored in found if number in {each.event.number for each in stored})
        return Entered(_change(kept), number, state_of(event, strict=self.strict), mine)

    def _month(  # noqa: PLR0913, PLR0917 - as its verbs
        self, uow: UnitOfWork, actor: Actor, year: int, month: int, category: Category, why: str
    ) -> TypedMonth:
        return TypedMonth(uow, actor, self._clock(), year, month, category, self.strict, said(why))

    def _showing(self, uow: UnitOfWork, year: int, month: int, category: Category) -> MonthShowing:
        now = self._bonus(year, category)
        over = month == 12 or (year, month) >= (self._clock().year, self._clock().month)
        then = now if over or month not in range(1, 13) else self._bonus(year, category, last_day(year, month))
        return MonthShowing(uow, year, month, category, strict=self.strict, bonus=now, bonus_then=then)

    def _bonus(self, year: int, category: Category, day: date | None = None) -> Callable[[], BonusOf]:
        @cache
        def asked() -> BonusOf:
            exact = self._workload_bonus(year, category, day)

            def of(code: str) -> Decimal:
                above, below = exact(code).as_integer_ratio()
                return Decimal(half_up(above, below)) / 100

            return of

        return asked

    def _approver(self, actor: Actor, approver: str | None) -> str:
        if self.strict:
            if approver is not None:
                raise ApproverNotTyped
            return actor.name
        if approver is None or not visible(approver):
            raise ApproverMissing
        return reading.text(EventField.APPROVER, approver)


def _change(kept: Kept) -> Change:
    return Change.of() if kept.entry is None else Change.of(Topic.EVENTS, entry=kept.entry)


def _names(uow: UnitOfWork) -> dict[str, str]:
    return {person.code: person.name for person in uow.search.people()}


def _present(uow: UnitOfWork, held: StoredEvent | None, number: int, seen: int | None) -> StoredEvent:
    """The version that the caller saw."""
    if held is None:
        ended = uow.entry.ended(seen or 0, number, None)
        if ended is None:
            raise NoSuchEvent(number)
        raise ChangedMeanwhile(ended.actor, ended.at, None)
    if held.entry != seen:
        raise ChangedMeanwhile(held.actor, held.at, shown(held.event))
    return held


def _tidy(line: Line, *, strict: bool) -> Line:
    """The line as it is kept: texts read like cells, nothing for what is empty."""
    reason = reading.text(EventField.REASON, line.reason or "") or None
    voucher = reading.number_of_document(EventField.VOUCHER, line.voucher or "") or None
    approver = reading.text(EventField.APPROVER, line.approver or "") or None
    if strict and approver is not None:
        raise ApproverNotTyped
    return Line(line.indicator, line.line, reason, voucher, approver)


def _require_line(typed: TypedMonth, line: Line, seen: int | None) -> None:
    """Refuse a line of no column, one that leaves a gap, one changed meanwhile and one that is another once more."""
    known = typed.ledgers.all(typed.category)
    if line.indicator not in {each.id for each in known}:
        raise NoSuchLedger(line.indicator, tuple(each.name for each in known))
    numbers = {number for indicator, number in typed.lines if indicator == line.indicator}
    if line.line < 1 or line.line > max(numbers, default=0) + 1:
        raise NoSuchLine(line.line)
    held = typed.lines.get((line.indicator, line.line))
    if (held.seen if held else None) != seen:
        moment = typed.uow.journal.moment_of(held.seen) if held and held.seen else None
        raise ChangedMeanwhile("", moment, held.reason if held else None)
    for (indicator, number), other in typed.lines.items():
        same = (other.reason, other.voucher) == (line.reason, line.voucher) and line.voucher is not None
        if indicator == line.indicator and number != line.line and same:
            raise SameLine(number)
