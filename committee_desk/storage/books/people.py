"""People as recorded now: their stays, leave and sanctions."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.people import Category, Stay
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.people_book import LatestStay
from committee_desk.services.views import Traced
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, source_of, with_source
from committee_desk.storage.office_tables import departments, persons
from committee_desk.storage.score_tables import leave, sanctions, stays

_NAMED = {"code": persons.c.code, "department": departments.c.name}
_STAY = tuple(_NAMED[field] if field in _NAMED else stays.c[field] for field in Stay._fields)
_STAYS_NAMED = stays.join(persons).join(departments)


class PeopleRows:
    """The people's book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def latest_stays(self, since: date, until: date) -> tuple[LatestStay, ...]:
        """Everybody with a stay that touches these days, by code, with the latest such stay."""
        latest: dict[str, LatestStay] = {}
        for stay in self.stays_touching(since, until):
            before = latest.get(stay.code)
            latest[stay.code] = LatestStay(stay, 1 if before is None else before.stays + 1)
        return tuple(latest.values())

    def stays_touching(self, since: date, until: date) -> tuple[Stay, ...]:
        """Everybody's stays that touch these days, by code, oldest first."""
        touching = (
            sa.select(*_STAY)
            .select_from(_STAYS_NAMED)
            .where(
                stays.c.ended_by.is_(None),
                sa.or_(stays.c.since.is_(None), stays.c.since <= until),
                sa.or_(stays.c.until.is_(None), stays.c.until >= since),
            )
            .order_by(persons.c.code, stays.c.since)
        )
        return tuple(map(_stay, self._connection.execute(touching)))

    def stays(self, code: str) -> tuple[Traced[Stay], ...]:
        """All stays of one person, oldest first."""
        asked = (
            sa.select(*_STAY, stays.c.entry, stays.c.row, *SOURCE_COLUMNS)
            .select_from(with_source(stays, _STAYS_NAMED))
            .where(stays.c.ended_by.is_(None), persons.c.code == code)
            .order_by(stays.c.since)
        )
        return tuple(Traced(_stay(row), source_of(row)) for row in self._connection.execute(asked))

    def leave(self, code: str | None = None) -> tuple[Traced[Leave], ...]:
        """Leave of one person, or of everybody, by code and day."""
        own = (leave.c.kind, leave.c.since, leave.c.until)
        rows = self._of(leave, own, code, leave.c.since)
        return tuple(Traced(Leave(row.code, row.kind, row.since, row.until), source_of(row)) for row in rows)

    def sanctions(self, code: str | None = None) -> tuple[Traced[Sanction], ...]:
        """Sanctions of one person, or of everybody, by code and day."""
        own = tuple(sanctions.c[f] for f in Sanction._fields if f != "code")
        rows = self._of(sanctions, own, code, sanctions.c.decided)
        return tuple(Traced(Sanction(*row[: len(Sanction._fields)]), source_of(row)) for row in rows)

    def _of(
        self, table: sa.Table, own: tuple[sa.Column[Any], ...], code: str | None, day: sa.Column[date]
    ) -> Iterable[AnyRow]:
        asked = (
            sa.select(persons.c.code, *own, table.c.entry, table.c.row, *SOURCE_COLUMNS)
            .select_from(with_source(table, table.join(persons)))
            .where(table.c.ended_by.is_(None))
            .order_by(persons.c.code, day)
        )
        return self._connection.execute(asked if code is None else asked.where(persons.c.code == code))


def _stay(row: AnyRow) -> Stay:
    held = Stay._make(row[: len(Stay._fields)])
    return held._replace(category=Category(held.category))
