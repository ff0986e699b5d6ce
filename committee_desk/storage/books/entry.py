"""Events as they are typed: read by month, by number and by person; written in bulk."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.events import TypedEvent
from committee_desk.domain.months import MonthState, last_day
from committee_desk.domain.people import Category
from committee_desk.services.entry_book import Fact, LedgerRow, LedgerSum, StoredEvent, Writer
from committee_desk.services.entry_views import Line, voucher_subject
from committee_desk.storage.books.names import Names, among, insert_many
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, source_of, with_source
from committee_desk.storage.exact import from_stored, to_stored
from committee_desk.storage.tables import (
    attachments,
    case_numbers,
    case_shares,
    event_drafts,
    event_lines,
    events,
    imports,
    journal,
    months,
    persons,
)

_OWN = ("points", "reason", "voucher", "approver", "title", "periodical", "author")
_APPROVING = "events.approve"
_replaced = events.alias("replaced")


class EntryRows:
    """The book of typed events of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._names = Names(connection)

    def month_state(self, year: int, month: int) -> MonthState:
        """Whether the month takes typing."""
        holding = (months.c.year == year, months.c.month == month, months.c.ended_by.is_(None))
        state = self._connection.scalar(sa.select(months.c.state).where(*holding))
        return MonthState(state) if state else MonthState.OPEN

    def of_month(self, year: int, month: int) -> list[StoredEvent]:
        """Everything dated in the month, typed and imported, by day; and the month's drafts, by number."""
        counted = self._counted(*_dated(year, month))
        drafts = self._drafts(event_drafts.c.year == year, event_drafts.c.month == month)
        return [*counted, *drafts]

    def drafts(self, year: int) -> list[StoredEvent]:
        """The year's drafts, by number."""
        return self._drafts(event_drafts.c.year == year)

    def typed(
        self, year: int, month: int, codes: Collection[str] | None = None, numbers: Collection[int] | None = None
    ) -> list[StoredEvent]:
        """The month's typed events and drafts: of these people, of these numbers; with neither, all."""
        counted = (*_dated(year, month), events.c.number.is_not(None), *self._about(events, codes, numbers))
        held = (event_drafts.c.year == year, event_drafts.c.month == month)
        return [*self._counted(*counted), *self._drafts(*held, *self._about(event_drafts, codes, numbers))]

    def numbered(self, numbers: Collection[int]) -> dict[int, StoredEvent]:
        """The typed events and drafts of these numbers, of whatever month."""
        wanted = among(numbers)
        found = [*self._counted(events.c.number.in_(wanted)), *self._drafts(event_drafts.c.number.in_(wanted))]
        return {each.event.number: each for each in found}

    def ended(self, entry: int, number: int | None, code: str | None) -> Writer | None:
        """Who ended the version that this entry wrote of that number, or of that person's cells."""
        for table in (events, event_drafts):
            whose = table.c.number == number if number is not None else table.c.person_id == _person_of(code)
            asked = sa.select(journal.c.actor, journal.c.at).join(table, table.c.ended_by == journal.c.seq)
            row = self._connection.execute(asked.where(table.c.entry == entry, whose).limit(1)).one_or_none()
            if row is not None:
                return Writer(row.actor, datetime.fromisoformat(row.at))
        return None

    def typists(self, numbers: Collection[int]) -> Mapping[int, frozenset[str]]:
        """Everybody who typed a version of these events, or of the batch lines that they were typed under."""
        found = {number: set(names) for number, names in self.writers(numbers).items()}
        for table in (events, event_drafts):
            on_line = sa.and_(
                event_lines.c.year == table.c.year,
                event_lines.c.month == _month_of(table),
                event_lines.c.indicator == table.c.indicator,
                event_lines.c.line == table.c.line,
            )
            asked = sa.select(table.c.number, journal.c.actor).join(event_lines, on_line)
            lined = asked.join(journal, journal.c.seq == event_lines.c.entry)
            for number, actor in self._connection.execute(lined.where(table.c.number.in_(among(numbers))).distinct()):
                found.setdefault(number, set()).add(actor)
        return {number: frozenset(names) for number, names in found.items()}

    def writers(self, numbers: Collection[int]) -> Mapping[int, frozenset[str]]:
        """Everybody who wrote a version of these events themselves; approving is no writing."""
        found: dict[int, set[str]] = {}
        for table in (events, event_drafts):
            asked = sa.select(table.c.number, journal.c.actor).join(journal, journal.c.seq == table.c.entry)
            typed = asked.where(table.c.number.in_(among(numbers)), journal.c.verb != _APPROVING).distinct()
            for number, actor in self._connection.execute(typed):
                found.setdefault(number, set()).add(actor)
        return {number: frozenset(names) for number, names in found.items()}

    def facts(self, year: int, month: int, codes: Collection[str]) -> dict[Fact, tuple[int, int | None, str]]:
        """Every counted fact of these people in the month: its row's id, 登记号 and workbook."""
        fact = (persons.c.code, events.c.indicator, events.c.day, events.c.voucher, events.c.reason)
        asked = (
            sa.select(*fact, events.c.id, events.c.number, imports.c.workbook)
            .select_from(with_source(events, events.join(persons)))
            .where(*_dated(year, month), *self._about(events, codes, None))
        )
        found = self._connection.execute(asked).all()
        return {tuple(row[:5]): (row.id, row.number, row.workbook or "") for row in found}

    def last_number(self) -> int:
        """The highest 登记号 that was ever given."""
        numbers = (events.c.number, event_drafts.c.number)
        highest = (self._connection.scalar(sa.select(sa.func.max(each)).where(each.is_not(None))) for each in numbers)
        return max(each or 0 for each in highest)

    def sums(self, year: int, until: date, code: str | None = None) -> dict[tuple[str, str], LedgerSum]:
        """What everybody's (or one person's) ledgers come to, by code and indicator."""
        points = sa.type_coerce(events.c.points, sa.types.NullType())
        whole = sa.func.typeof(events.c.points) == "integer"
        early = events.c.day <= until
        asked = sa.select(
            persons.c.code,
            events.c.indicator,
            sa.func.coalesce(sa.func.sum(points).filter(whole), 0),
            sa.func.coalesce(sa.func.sum(points).filter(whole, early), 0),
        ).join(persons)
        limits = [events.c.ended_by.is_(None), events.c.year == year]
        if code is not None:
            limits.append(events.c.person_id == _person_of(code))
        summed = asked.where(*limits).group_by(events.c.person_id, events.c.indicator)
        found = {
            (row[0], row[1]): LedgerSum(from_stored(row[2]), from_stored(row[3]))
            for row in self._connection.execute(summed)
        }
        exact = sa.select(persons.c.code, events.c.indicator, events.c.day, events.c.points).join(persons)
        for row in self._connection.execute(exact.where(*limits, ~whole)):
            before = found[row.code, row.indicator]
            by_day = before.by_day + (row.points if row.day <= until else 0)
            found[row.code, row.indicator] = LedgerSum(before.whole + row.points, by_day)
        return found

    def laid(self, year: int, ledgers: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[LedgerRow]]:
        """The year's events of these ledgers (code and indicator) by day."""
        found: dict[tuple[str, str], list[LedgerRow]] = {each: [] for each in ledgers}
        asked = sa.select(persons.c.code, events.c.indicator, events.c.id, events.c.number, events.c.points)
        whose = events.c.person_id.in_(_persons_of({code for code, _ in found}))
        held = asked.join(persons).where(events.c.ended_by.is_(None), events.c.year == year, whose)
        for row in self._connection.execute(held.order_by(events.c.day, events.c.id)):
            if (row.code, row.indicator) in found:
                found[row.code, row.indicator].append(LedgerRow(row.id, row.number, row.points))
        return found

    def lines(self, year: int, month: int, category: Category) -> list[Line]:
        """The batch lines that were written for the month, by indicator and number."""
        own = tuple(event_lines.c[name] for name in ("indicator", "line", "reason", "voucher", "approver", "entry"))
        asked = sa.select(*own).where(*_month_lines(year, month, category), event_lines.c.ended_by.is_(None))
        return [Line(*row) for row in self._connection.execute(asked.order_by(*own[:2]))]

    def put_line(self, entry: int, year: int, month: int, category: Category, line: Line) -> None:
        """Keep a batch line, in the place of what it said before."""
        place = (event_lines.c.indicator == line.indicator, event_lines.c.line == line.line)
        held = (*_month_lines(year, month, category), *place, event_lines.c.ended_by.is_(None))
        self._connection.execute(sa.update(event_lines).where(*held).values(ended_by=entry))
        said = {name: getattr(line, name) for name in ("indicator", "line", "reason", "voucher", "approver")}
        when = {"year": year, "month": month, "category": str(category), "entry": entry}
        self._connection.execute(sa.insert(event_lines), [{**when, **said}])

    def write(self, entry: int, ended: Iterable[StoredEvent], added: Sequence[TypedEvent]) -> None:
        """End these versions and keep those: what lacks nothing counts, the others are drafts."""
        for table, counts in ((events, True), (event_drafts, False)):
            pairs = [(entry, each.id) for each in ended if each.counts is counts]
            if pairs:
                self._connection.exec_driver_sql(f"UPDATE {table.name} SET ended_by = ? WHERE id = ?", pairs)  # noqa: S608 - our own tables' names
        people = self._names.persons(dict.fromkeys(each.code for each in added if each.code is not None), entry)
        cases = self._names.cases(dict.fromkeys(each.case for each in added if each.case is not None), entry)
        for table in (events, event_drafts):
            rows = [each for each in added if bool(each.lacking()) is (table is event_drafts)]
            if rows:
                columns = _columns(table)
                lying = [_lying(each, columns, people, cases, entry) for each in rows]
                insert_many(self._connection, table, ", ".join(columns), lying)

    def naming_papers(self) -> list[StoredEvent]:
        """Every event and draft, of whatever year, that names a paper."""
        found: list[StoredEvent] = []
        for read, table in ((self._counted, events), (self._drafts, event_drafts)):
            found += read(sa.or_(table.c.title.is_not(None), table.c.reason.like("%《%")))
        return found

    def scans(self, year: int) -> Mapping[str, int]:
        """How many files lie under each document number of the year."""
        begin = voucher_subject(year, "")
        asked = sa.select(attachments.c.subject, sa.func.count()).where(
            attachments.c.ended_by.is_(None), attachments.c.subject >= begin, attachments.c.subject < f"{begin[:-1]};"
        )
        found = self._connection.execute(asked.group_by(attachments.c.subject)).all()
        return {subject.removeprefix(begin): count for subject, count in found}

    def closings(self, numbers: Collection[str]) -> Mapping[str, date | None]:
        """The closing day of each of these cases that the desk holds; None while it is open."""
        asked = sa.select(case_numbers.c.number, case_shares.c.closed).join(case_numbers)
        held = asked.where(case_shares.c.ended_by.is_(None), case_numbers.c.number.in_(among(numbers)))
        return dict(self._connection.execute(held).all())

    def _about(
        self, table: sa.Table, codes: Collection[str] | None, numbers: Collection[int] | None
    ) -> list[sa.ColumnElement[bool]]:
        if codes is None and numbers is None:
            return []
        limits = []
        if codes:
            limits.append(table.c.person_id.in_(_persons_of(codes)))
        if numbers:
            limits.append(table.c.number.in_(among(numbers)))
        return [sa.or_(*limits) if limits else sa.false()]

    def _counted(self, *limits: sa.ColumnElement[bool]) -> list[StoredEvent]:
        joined = events.join(persons, persons.c.id == events.c.person_id)
        asked = (
            sa.select(*_told(events), _replaced.c.points.label("overridden"), events.c.row, *SOURCE_COLUMNS)
            .select_from(
                with_source(events, joined)
                .join(journal, journal.c.seq == events.c.entry)
                .outerjoin(case_numbers, case_numbers.c.id == events.c.case_id)
                .outerjoin(_replaced, _replaced.c.id == events.c.overrides)
            )
            .where(events.c.ended_by.is_(None), *limits)
            .order_by(events.c.day, events.c.id)
        )
        return [_counted(row) for row in self._connection.execute(asked)]

    def _drafts(self, *limits: sa.ColumnElement[bool]) -> list[StoredEvent]:
        asked = (
            sa.select(*_told(event_drafts), event_drafts.c.month)
            .select_from(
                event_drafts.outerjoin(persons, persons.c.id == event_drafts.c.person_id)
                .join(journal, journal.c.seq == event_drafts.c.entry)
                .outerjoin(case_numbers, case_numbers.c.id == event_drafts.c.case_id)
            )
            .where(event_drafts.c.ended_by.is_(None), *limits)
            .order_by(event_drafts.c.number)
        )
        found = self._connection.execute(asked)
        return [_stored(row, _typed(row, row.month)) for row in found]


def _told(table: sa.Table) -> tuple[sa.ColumnElement[Any], ...]:
    own = tuple(table.c[name] for name in ("id", "number", "year", "line", "indicator", "day", *_OWN, "entry"))
    return (*own, persons.c.code, case_numbers.c.number.label("case_number"), journal.c.at, journal.c.actor)


def _typed(row: AnyRow, month: int) -> TypedEvent:
    return TypedEvent(
        row.number or 0, row.year, month, row.line, row.code, row.indicator, row.day, row.points, row.reason,
        row.voucher, row.approver, row.case_number, row.title, row.periodical, row.author,
    )  # fmt: skip


def _counted(row: AnyRow) -> StoredEvent:
    source = source_of(row) if row.import_entry is not None else None
    event = _typed(row, row.day.month)
    return _stored(row, event)._replace(counts=True, source=source, overridden=row.overridden)


def _stored(row: AnyRow, event: TypedEvent) -> StoredEvent:
    return StoredEvent(row.id, counts=False, event=event, entry=row.entry, at=_at(row), actor=row.actor)


def _at(row: AnyRow) -> datetime:
    return datetime.fromisoformat(row.at)


def _dated(year: int, month: int) -> tuple[sa.ColumnElement[bool], ...]:
    between = events.c.day.between(date(year, month, 1), last_day(year, month))
    return events.c.ended_by.is_(None), events.c.year == year, between


def _month_of(table: sa.Table) -> sa.ColumnElement[int]:
    return event_drafts.c.month if table is event_drafts else sa.extract("month", table.c.day)


def _month_lines(year: int, month: int, category: Category) -> tuple[sa.ColumnElement[bool], ...]:
    return event_lines.c.year == year, event_lines.c.month == month, event_lines.c.category == str(category)


def _person_of(code: str | None) -> sa.ScalarSelect[int]:
    return sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()


def _persons_of(codes: Collection[str]) -> sa.Select[tuple[int]]:
    return sa.select(persons.c.id).where(persons.c.code.in_(among(codes)))


def _columns(table: sa.Table) -> tuple[str, ...]:
    placed = ("month",) if table is event_drafts else ()
    return ("number", "year", *placed, "line", "person_id", "indicator", "day", "case_id", *_OWN, "entry")


def _lying(
    event: TypedEvent, columns: Sequence[str], people: Mapping[str, int], cases: Mapping[str, int], entry: int
) -> tuple[Any, ...]:
    """The event as its row lies in the table."""
    stored = {
        "person_id": people[event.code] if event.code is not None else None,
        "case_id": cases[event.case] if event.case is not None else None,
        "day": event.day.isoformat() if event.day is not None else None,
        "points": _exact(event.points),
        "entry": entry,
    }
    return tuple(stored[name] if name in stored else getattr(event, name) for name in columns)


def _exact(points: Decimal | None) -> int | str | None:
    return None if points is None else to_stored(points)
