"""One typed row or cell, read field by field: what it makes of its event, and everything that is wrong with it."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from committee_desk.domain.events import NEEDED, TypedEvent
from committee_desk.domain.people import Category
from committee_desk.domain.said import visible
from committee_desk.services import entry_reading as reading
from committee_desk.services.entry_book import StoredEvent
from committee_desk.services.entry_month import Step, TypedMonth
from committee_desk.services.entry_refusals import (
    ApproverNotTyped,
    DayAhead,
    EntryRefused,
    LedgerOfAnotherDay,
    NoSuchCase,
    NoSuchEvent,
    NoSuchLedger,
    NoSuchLine,
    NotAnEarlierCase,
    NotInTheGrid,
)
from committee_desk.services.entry_views import EventField, Line, MarkTyped, RowTyped
from committee_desk.services.imports.cells import is_empty

F = EventField
_FREE: Mapping[EventField, Callable[[EventField, str], str]] = {
    F.REASON: reading.text,
    F.VOUCHER: reading.number_of_document,
    F.APPROVER: reading.text,
    F.TITLE: reading.text,
    F.PERIODICAL: reading.text,
}
_OFF_ITS_LINE = ("code", "indicator", "day", "reason", "voucher", "approver")
"""Typed over one by one, the mark no longer rests on its batch line."""


_WHOSE_AND_HOW_MUCH = ("code", "indicator", "day", "points")
"""What another hand changes of an event that counts only with a reason."""


class Read(NamedTuple):
    """What a typed row came to: its step, or all that is wrong with it."""

    step: Step | None
    problems: tuple[EntryRefused, ...] = ()


def read_row(month: TypedMonth, row: RowTyped) -> Read:
    """A row of the sheet of events."""
    stored = month.present.get(row.number) if row.number is not None else None
    if row.number is not None and stored is None and month.uow.entry.ended(row.seen or 0, row.number, None) is None:
        raise NoSuchEvent(row.number)
    month.require_seen(stored, row.seen, row.number, None)
    before = stored.event if stored else TypedEvent(0, month.year, month.month)
    reader = _RowReader(month, row.typed, before)
    after = reader.read()
    if reader.problems:
        return Read(None, tuple(reader.problems))
    return Read(_settled(month, stored, before, after))


def read_mark(month: TypedMonth, cell: MarkTyped) -> Read:
    """A cell of the grid."""
    ledger = next((each for each in month.ledgers.all(month.category) if each.id == cell.indicator), None)
    if ledger is None:
        raise NoSuchLedger(cell.indicator, tuple(each.name for each in month.ledgers.all(month.category)))
    line = _line_of(month, cell)
    stored = month.in_cells.get((cell.code, cell.indicator, line.line))
    month.require_seen(stored, cell.seen, None, cell.code)
    if is_empty(cell.points):
        return Read(_emptied(month, stored))
    if not month.has_row(cell.code):
        raise NotInTheGrid(cell.code, month.category)
    points = reading.within(reading.points(cell.points), ledger)
    before = stored.event if stored else _new_mark(month, cell.code, line)
    _require_begun(month)
    after = before._replace(points=points)
    return Read(_settled(month, stored, before, after))


def _require_begun(month: TypedMonth) -> None:
    """A mark is dated the month's last day, which may lie ahead while the month runs, and not before it begins."""
    if month.last_day.replace(day=1) > month.now.date():
        raise DayAhead(month.last_day, month.now.date())


def on_line(month: TypedMonth, stored: StoredEvent, line: Line) -> Step:
    """A mark put on what its batch line says now."""
    before = stored.event
    after = before._replace(reason=line.reason, voucher=line.voucher, approver=before.approver)
    if not month.strict:
        after = after._replace(approver=line.approver)
    return _settled(month, stored, before, after, on_its_line=True)


def _line_of(month: TypedMonth, cell: MarkTyped) -> Line:
    present = month.present_lines.get(cell.indicator, 1)
    number = present if cell.line is None else cell.line
    line = month.lines.get((cell.indicator, number))
    if line is None and number != 1:
        raise NoSuchLine(number)
    return line or Line(cell.indicator, number)


def _new_mark(month: TypedMonth, code: str, line: Line) -> TypedEvent:
    return TypedEvent(
        0, month.year, month.month, line.line, code, line.indicator, month.last_day, None, line.reason, line.voucher,
        None if month.strict else line.approver,
    )  # fmt: skip


def _emptied(month: TypedMonth, stored: StoredEvent | None) -> Step:
    if stored is not None:
        month.require_slip(stored)
    return Step(stored, None)


def _settled(
    month: TypedMonth, stored: StoredEvent | None, before: TypedEvent, after: TypedEvent, *, on_its_line: bool = False
) -> Step:
    """The step from one version to the next, with what follows from the change."""
    if after == before:
        return Step(stored, before if stored else None)
    if all(value is None for value in after[4:]):
        return _emptied(month, stored)
    if stored is not None and any(
        getattr(after, name) is None and getattr(before, name) is not None for name in NEEDED
    ):
        month.require_slip(stored)
    elif stored is not None and _changed(before, after, _WHOSE_AND_HOW_MUCH):
        month.require_hand(stored)
    if month.strict and after.approver is not None:
        after = after._replace(approver=None)  # whoever approved did not see this
    if not on_its_line and _changed(before, after, _OFF_ITS_LINE if not month.strict else _OFF_ITS_LINE[:-1]):
        after = after._replace(line=None)
    return Step(stored, after)


def _changed(before: TypedEvent, after: TypedEvent, names: tuple[str, ...]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in names)


class _RowReader:
    """Reads the typed fields of one row over what stood there before."""

    def __init__(self, month: TypedMonth, typed: Mapping[EventField, str], before: TypedEvent) -> None:
        self._month, self._typed, self._before = month, typed, before
        self.problems: list[EntryRefused] = []

    def read(self) -> TypedEvent:
        """The event as it would stand. Look at `problems` first."""
        event = self._before
        event = self._put(event, "code", self._code, F.CODE, F.NAME)
        event = self._put(event, "day", self._day, F.DAY)
        event = self._put(event, "indicator", lambda: self._indicator(event), F.INDICATOR)
        event = self._put(event, "points", lambda: self._points(event), F.POINTS, F.INDICATOR)
        for field, read in _FREE.items():
            event = self._put(event, str(field), lambda f=field, r=read: self._free(f, r), field)  # type: ignore[misc]
        event = self._put(event, "case", self._case, F.CASE)
        event = self._put(event, "author", self._author, F.AUTHOR)
        if F.INDICATOR not in self._typed:
            self._put(event, "indicator", lambda: self._kept_indicator(event), F.CODE, F.NAME, F.DAY)
        return event

    def _put(self, event: TypedEvent, name: str, read: Callable[[], Any], *fields: EventField) -> TypedEvent:
        if not any(field in self._typed for field in fields):
            return event
        try:
            return event._replace(**{name: read()})
        except EntryRefused as problem:
            self.problems.append(problem)
            return event

    def _text(self, field: EventField) -> str | None:
        typed = self._typed.get(field, "")
        return None if is_empty(typed) or not visible(typed) else typed

    def _code(self) -> str | None:
        roster, name = self._month.roster, self._text(F.NAME)
        typed = self._text(F.CODE)
        code = roster.code(typed) if typed is not None else None
        if name is None:
            return code
        if code is None and self._before.code in roster.bearers(name):
            return self._before.code
        return roster.bearer(name, code)

    def _categories(self, event: TypedEvent) -> tuple[Category, ...]:
        page = self._month.category
        if event.code is None:
            return (page,)
        own = self._month.roster.categories(event.code, event.day)
        if event.day is None:
            return tuple(dict.fromkeys([page, *own])) if page in own else own
        return own

    def _indicator(self, event: TypedEvent) -> str | None:
        typed = self._text(F.INDICATOR)
        if typed is None:
            return None
        found = self._month.ledgers.find(typed, self._categories(event), event.code)
        self._require_of_the_day(event, found)
        return found

    def _kept_indicator(self, event: TypedEvent) -> str | None:
        if event.indicator is not None and event.code is not None:
            self._month.ledgers.require_of(event.indicator, self._categories(event), event.code)
            self._require_of_the_day(event, event.indicator)
        return event.indicator

    def _require_of_the_day(self, event: TypedEvent, indicator: str) -> None:
        """A dated event belongs to a ledger of the category that its person is in on that day."""
        if event.code is None or event.day is None:
            return
        ledgers, there = self._month.ledgers, self._month.roster.on(event.code, event.day)
        category, ledger = ledgers.category(indicator), ledgers.get(indicator)
        if there and category is not None and ledger is not None and category not in there:
            known = {each.id: each.name for each in ledgers.all(there[0])}
            raise LedgerOfAnotherDay(ledger.name, category, event.code, event.day, there[0], known)

    def _day(self) -> Any:  # noqa: ANN401 - a day or None
        typed = self._text(F.DAY)
        if typed is None:
            return None
        day, today = reading.day(typed, self._month.year, self._month.month), self._month.now.date()
        if day > today:
            raise DayAhead(day, today)
        return day

    def _points(self, event: TypedEvent) -> Decimal | None:
        typed = self._text(F.POINTS)
        points = event.points if F.POINTS not in self._typed else None if typed is None else reading.points(typed)
        ledger = self._month.ledgers.get(event.indicator) if event.indicator else None
        return points if points is None or ledger is None else reading.within(points, ledger)

    def _free(self, field: EventField, read: Callable[[EventField, str], str]) -> str | None:
        typed = self._text(field)
        text = None if typed is None else read(field, typed)
        if field is F.APPROVER and self._month.strict and text is not None and text != self._before.approver:
            raise ApproverNotTyped
        return text

    def _case(self) -> str | None:
        typed = self._text(F.CASE)
        if typed is None:
            return None
        number = reading.number_of_document(F.CASE, typed)
        closings = self._month.uow.entry.closings([number])
        if number not in closings:
            raise NoSuchCase(number)
        closed = closings[number]
        if closed is None or closed.year >= self._month.year:
            raise NotAnEarlierCase(number, closed, self._month.year)
        return number

    def _author(self) -> int | None:
        typed = self._text(F.AUTHOR)
        return None if typed is None else reading.author(typed)
