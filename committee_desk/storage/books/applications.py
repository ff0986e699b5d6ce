"""复核 and 申诉 after the notice, as they hold now and as they were."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.services.application_views import HeldApplication
from committee_desk.storage.books.names import Names
from committee_desk.storage.result_tables import applications
from committee_desk.storage.tables import journal, persons

_AS_THEY_ARE = (
    "year", "number", "version", "grounds", "receiver", "last_day", "in_time", "decide_by", "extended_to", "objection",
    "proceeding", "decided", "entry",
)  # fmt: skip
_OR_EMPTY = ("evidence", "request", "organ", "outcome", "document")
_MOMENTS = ("received", "typed", "at")


class ApplicationsRows:
    """The applications' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, year: int, number: int) -> HeldApplication | None:
        """One application as it holds; None where the year has none of that number."""
        row = self._connection.execute(_rows().where(_holding(year), applications.c.number == number)).one_or_none()
        return None if row is None else _read(row)

    def of_year(self, year: int) -> tuple[HeldApplication, ...]:
        """Every application of the year, by number."""
        return tuple(map(_read, self._connection.execute(_rows().where(_holding(year)))))

    def history(self, year: int, number: int) -> tuple[HeldApplication, ...]:
        """Every row of one application, superseded ones too, oldest first."""
        asked = _rows().where(applications.c.year == year, applications.c.number == number)
        return tuple(map(_read, self._connection.execute(asked)))

    def next_number(self, year: int) -> int:
        """A number that no application of the year ever bore."""
        highest = sa.select(sa.func.max(applications.c.number)).where(applications.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, given: HeldApplication) -> None:
        """Keep the application in place of what stood under its number."""
        standing = sa.update(applications).where(_holding(given.year), applications.c.number == given.number)
        self._connection.execute(standing.values(ended_by=entry))
        values = {name: getattr(given, name) for name in _AS_THEY_ARE} | {
            **{name: getattr(given, name) or None for name in _OR_EMPTY},
            "kind": str(given.kind),
            "person_id": Names(self._connection).persons([given.code], entry)[given.code],
            "received": given.received.isoformat(),
            "typed": given.typed.isoformat(),
            "state": str(given.state),
            "entry": entry,
        }
        self._connection.execute(sa.insert(applications), [values])


def _holding(year: int) -> sa.ColumnElement[bool]:
    return sa.and_(applications.c.ended_by.is_(None), applications.c.year == year)


def _rows() -> sa.Select[Any]:
    own = (applications.c[name] for name in (*_AS_THEY_ARE, *_OR_EMPTY, "kind", "received", "typed", "state"))
    joined = applications.join(persons, persons.c.id == applications.c.person_id).join(
        journal, journal.c.seq == applications.c.entry
    )
    return (
        sa.select(persons.c.code, *own, journal.c.actor, journal.c.at)
        .select_from(joined)
        .order_by(applications.c.number, applications.c.id)
    )


def _read(row: sa.Row[Any]) -> HeldApplication:
    told = row._asdict()
    return HeldApplication(
        **{
            **told,
            **{name: told[name] or "" for name in _OR_EMPTY},
            **{name: datetime.fromisoformat(told[name]) for name in _MOMENTS},
            "kind": Remedy(row.kind),
            "state": ApplicationState(row.state),
        }
    )
