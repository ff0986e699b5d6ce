"""A month as it is shown: its events, the grid, and what each does to its ledger."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from committee_desk.domain.events import TypedEvent, beyond_bounds
from committee_desk.domain.months import MonthState, last_day
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Indicator
from committee_desk.services.entry_book import LedgerSum, StoredEvent
from committee_desk.services.entry_month import require_month
from committee_desk.services.entry_people import Ledgers, Roster
from committee_desk.services.entry_views import (
    Column,
    EventField,
    EventRow,
    EventSheet,
    EventState,
    Line,
    Mark,
    MarkGrid,
    Running,
    Standing,
    Subtotal,
)
from committee_desk.services.ports import UnitOfWork

Ledger = tuple[str, str]
"""A person's code and an indicator."""

BonusOf = Callable[[str], Decimal]
"""What a person's cases beyond the target add to the ledger that takes the workload bonus."""
_NOTHING = LedgerSum(Decimal(0), Decimal(0))
_LAST = date.max


def state_of(event: TypedEvent, *, strict: bool) -> EventState:
    """Whether it counts, waits for another account's approval alone, or lacks more."""
    lacking = event.lacking()
    if not lacking:
        return EventState.COUNTED
    return EventState.WAITS if strict and lacking == (EventField.APPROVER,) else EventState.DRAFT


class MonthShowing:
    """What one month of one category looks like now."""

    def __init__(  # noqa: PLR0913 - one month of one category
        self,
        uow: UnitOfWork,
        year: int,
        month: int,
        category: Category,
        *,
        strict: bool,
        bonus: Callable[[], BonusOf],
        bonus_then: Callable[[], BonusOf],
    ) -> None:
        """`bonus_then` is the workload bonus as of the month's end, `bonus` the present one."""
        require_month(uow, year, month)
        self._uow, self._year, self._month, self._category = uow, year, month, category
        self._strict = strict
        self._bonus, self._bonus_then = bonus, bonus_then

    def sheet(self) -> EventSheet:
        """The events, row by row."""
        stored = [each for each in self._stored if self._belongs(each.event)]
        rows = [self._row(each) for each in sorted(stored, key=_in_order)]
        return EventSheet(
            self._year, self._month, self._category, self._open, tuple(rows), tuple(self._subtotals(rows))
        )

    def grid(self) -> MarkGrid:
        """People × ledgers."""
        columns = tuple(self._columns())
        people = self._roster.in_month(self._year, self._month, self._category)
        present = {each.indicator: each.line.line for each in columns}
        marks = {each: self._mark(held) for each, held in self._in_cells.items()}
        other = self._other(present)
        standings = {
            (person.code, ledger.id): Standing(
                self._held(ledger, self._sum((person.code, ledger.id)).by_day, person.code),
                other.get((person.code, ledger.id), Decimal(0)),
            )
            for person in people
            for ledger in self._ledgers.all(self._category)
        }
        return MarkGrid(self._year, self._month, self._category, self._open, columns, people, marks, standings)

    def lines(self, indicator: str) -> tuple[Line, ...]:
        """One column's batch lines."""
        return next((each.lines for each in self._columns() if each.indicator == indicator), ())

    @cached_property
    def _roster(self) -> Roster:
        return Roster.of(self._uow, self._year)

    @cached_property
    def _ledgers(self) -> Ledgers:
        return Ledgers.of(self._uow, self._year)

    @cached_property
    def _stored(self) -> list[StoredEvent]:
        return self._uow.entry.of_month(self._year, self._month)

    @cached_property
    def _in_cells(self) -> dict[tuple[str, str, int], StoredEvent]:
        ledgers = {each.id for each in self._ledgers.all(self._category)}
        return {
            (each.event.code or "", each.event.indicator, each.event.line): each
            for each in self._stored
            if each.event.line is not None and each.event.indicator in ledgers
        }

    @cached_property
    def _open(self) -> bool:
        return self._uow.entry.month_state(self._year, self._month) is MonthState.OPEN

    @cached_property
    def _scans(self) -> Mapping[str, int]:
        return self._uow.entry.scans(self._year)

    @cached_property
    def _closings(self) -> Mapping[str, date | None]:
        cases = {each.event.case for each in self._stored if each.event.case is not None}
        return self._uow.entry.closings(cases) if cases else {}

    @cached_property
    def _sums(self) -> dict[Ledger, LedgerSum]:
        return self._uow.entry.sums(self._year, last_day(self._year, self._month))

    @cached_property
    def _lost(self) -> dict[int, Decimal]:
        """How much of each counted event of the month does not count, by its row's id."""
        counted = {(e.event.code or "", e.event.indicator or "") for e in self._stored if e.counts}
        return lost_points(self._uow, self._year, self._ledgers, (e for e in counted if self._passes(e)), self._bonus)

    def _passes(self, ledger: Ledger) -> bool:
        """Whether the year's sum goes, or may go, beyond the ledger's bounds."""
        known = self._ledgers.get(ledger[1])
        if known is None:
            return False
        reached = known.start + self._sum(ledger).whole
        return reached < 0 or reached > known.maximum or known.takes_workload_bonus

    def _sum(self, ledger: Ledger) -> LedgerSum:
        return self._sums.get(ledger, _NOTHING)

    def _held(self, ledger: Indicator, added: Decimal, code: str) -> Decimal:
        extra = self._bonus_then()(code) if ledger.takes_workload_bonus else Decimal(0)
        return held(ledger, ledger.start + added + extra)

    def _belongs(self, event: TypedEvent) -> bool:
        """Whether the event is of this category: by its ledger, else by its person, else it is anybody's."""
        if event.indicator is not None:
            return (self._ledgers.category(event.indicator) or Category.PROSECUTOR) is self._category
        own = self._roster.categories(event.code, event.day) if event.code is not None else ()
        return not own or own[0] is self._category

    def _row(self, stored: StoredEvent) -> EventRow:
        event = stored.event
        stay = self._roster.stay(event.code, event.day) if event.code is not None else None
        ledger = self._ledgers.get(event.indicator) if event.indicator is not None else None
        closed = self._closings.get(event.case) if event.case is not None else None
        return EventRow(
            number=event.number or None,
            seen=stored.entry,
            state=state_of(event, strict=self._strict) if not stored.counts else EventState.COUNTED,
            lacking=tuple(map(EventField, event.lacking())),
            code=event.code,
            name=stay.name if stay else event.code,
            department=stay.department if stay else None,
            indicator=event.indicator,
            indicator_name=ledger.name if ledger else event.indicator,
            day=event.day,
            points=event.points,
            reason=event.reason,
            voucher=event.voucher,
            approver=event.approver,
            excess=self._lost.get(stored.id, Decimal(0)) if stored.counts else Decimal(0),
            scans=self._scans.get(event.voucher or "", 0),
            source=stored.source,
            line=event.line,
            case=event.case,
            case_year=closed.year if closed else None,
            title=event.title,
            periodical=event.periodical,
            author=event.author,
            overridden=stored.overridden,
            written=stored.at,
            writer=stored.actor,
        )

    def _mark(self, stored: StoredEvent) -> Mark:
        event = stored.event
        return Mark(
            event.code or "",
            event.indicator or "",
            event.line or 1,
            event.number,
            stored.entry,
            event.points or Decimal(0),
            state_of(event, strict=self._strict),
            tuple(map(EventField, event.lacking())),
            self._lost.get(stored.id, Decimal(0)) if stored.counts else Decimal(0),
        )

    def _columns(self) -> Iterable[Column]:
        written: defaultdict[str, dict[int, Line]] = defaultdict(dict)
        for each in self._uow.entry.lines(self._year, self._month, self._category):
            written[each.indicator][each.line] = each
        for _, indicator, line in self._in_cells:
            written[indicator].setdefault(line, Line(indicator, line))
        marks: defaultdict[tuple[str, int], int] = defaultdict(int)
        for _, indicator, line in self._in_cells:
            marks[indicator, line] += 1
        for ledger in self._ledgers.all(self._category):
            lines = written[ledger.id] or {1: Line(ledger.id, 1)}
            told = (self._counted_line(line, marks[ledger.id, number]) for number, line in sorted(lines.items()))
            yield Column(ledger.id, ledger.name, ledger.maximum, ledger.start, tuple(told))

    def _counted_line(self, line: Line, marks: int) -> Line:
        scans = self._scans.get(line.voucher or "", 0)
        return Line(line.indicator, line.line, line.reason, line.voucher, line.approver, line.seen, marks, scans)

    def _other(self, present: Mapping[str, int]) -> dict[Ledger, Decimal]:
        """What counts in the month besides the cells under the present lines."""
        found: defaultdict[Ledger, Decimal] = defaultdict(Decimal)
        for stored in self._stored:
            event = stored.event
            under = event.line is not None and present.get(event.indicator or "") == event.line
            if stored.counts and not under and event.code and event.indicator and event.points is not None:
                found[event.code, event.indicator] += event.points
        return found

    def _subtotals(self, rows: Iterable[EventRow]) -> Iterable[Subtotal]:
        counted = defaultdict(list)
        for row in rows:
            if row.state is EventState.COUNTED and row.points is not None:
                counted[row.indicator].append(row.points)
        for ledger in self._ledgers.all(self._category):
            points = counted.get(ledger.id)
            if points:
                added = sum((each for each in points if each > 0), Decimal(0))
                taken = sum((each for each in points if each < 0), Decimal(0))
                yield Subtotal(ledger.id, ledger.name, len(points), added, taken)


def held(ledger: Indicator, reached: Decimal) -> Decimal:
    """The ledger within its bounds."""
    return min(max(reached, Decimal(0)), Decimal(ledger.maximum))


def lost_points(
    uow: UnitOfWork, year: int, ledgers: Ledgers, wanted: Iterable[Ledger], bonus: Callable[[], BonusOf]
) -> dict[int, Decimal]:
    """How much of each event of these people's ledgers does not count, by its row's id; whole ones are left out."""
    asked = list(wanted)
    found: dict[int, Decimal] = {}
    for (code, indicator), rows in uow.entry.laid(year, asked).items() if asked else ():
        known = ledgers.get(indicator)
        if known is not None:
            besides = bonus()(code) if known.takes_workload_bonus else Decimal(0)
            lost = beyond_bounds(known.start, known.maximum, [row.points for row in rows], besides)
            found |= {row.id: each for row, each in zip(rows, lost, strict=True) if each}
    return found


def running(  # noqa: PLR0913, PLR0917 - one row, as it is being typed
    uow: UnitOfWork,
    year: int,
    ledger: Indicator,
    code: str,
    points: Decimal | None,
    number: int | None,
    besides: Decimal,
) -> Running:
    """What a row does to its ledger."""
    whole = uow.entry.sums(year, _LAST, code).get((code, ledger.id), _NOTHING).whole
    stored = uow.entry.numbered([number]).get(number) if number is not None else None
    mine = stored.event if stored else None
    own = Decimal(0)
    if stored is not None and stored.counts and mine and (mine.code, mine.indicator) == (code, ledger.id):
        own = mine.points or own
    added = points if points is not None else (mine.points if mine and mine.points is not None else Decimal(0))
    without = ledger.start + besides + whole - own
    before, after = held(ledger, without), held(ledger, without + added)
    return Running(ledger.id, ledger.name, ledger.start, ledger.maximum, before, after, added - (after - before))


def _in_order(stored: StoredEvent) -> tuple[bool, date, bool, int]:
    """By day, drafts without one last; of one day what counts before what does not, as it was brought."""
    event = stored.event
    return event.day is None, event.day or _LAST, not stored.counts, stored.id if stored.counts else event.number
