"""Re-reviews and corrections as they hold now, and as they were."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.journal import canonical
from committee_desk.domain.proceeding_kept import (
    Proceeding,
    challenges_from,
    changes_from,
    examiners_from,
    hearings_from,
    parts_to_json,
    served_from,
)
from committee_desk.domain.proceedings import Motion, ProceedingKind, ProceedingState
from committee_desk.storage.books.names import Names
from committee_desk.storage.result_tables import proceedings
from committee_desk.storage.tables import journal, persons

_ABOUT = persons.alias("about")
_AS_THEY_ARE = ("year", "number", "source", "basis", "meeting", "day", "list_version", "entry")
_OR_EMPTY = ("findings", "reasons", "effects", "document", "why")
_JSON = ("challenged", "examiners", "hearing", "changes", "served")


class ProceedingsRows:
    """The proceedings' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, year: int, number: int) -> Proceeding | None:
        """One proceeding as it holds; None where the year has none of that number."""
        asked = _rows().where(_holding(year), proceedings.c.number == number)
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else _read(row)

    def of_year(self, year: int) -> tuple[Proceeding, ...]:
        """Every proceeding of the year, by number."""
        return tuple(map(_read, self._connection.execute(_rows().where(_holding(year)))))

    def history(self, year: int, number: int) -> tuple[Proceeding, ...]:
        """Every row of one proceeding, superseded ones too, oldest first."""
        asked = _rows().where(proceedings.c.year == year, proceedings.c.number == number)
        return tuple(map(_read, self._connection.execute(asked)))

    def next_number(self, year: int) -> int:
        """A number that no proceeding of the year ever bore."""
        highest = sa.select(sa.func.max(proceedings.c.number)).where(proceedings.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, given: Proceeding) -> None:
        """Keep the proceeding in place of what stood under its number."""
        standing = sa.update(proceedings).where(_holding(given.year), proceedings.c.number == given.number)
        self._connection.execute(standing.values(ended_by=entry))
        numbers = Names(self._connection).persons([given.code, given.about], entry)
        values = {name: getattr(given, name) for name in _AS_THEY_ARE} | {
            **{name: getattr(given, name) or None for name in _OR_EMPTY},
            "kind": str(given.kind),
            "person_id": numbers[given.code],
            "about_id": numbers[given.about],
            "state": str(given.state),
            "challenged": parts_to_json(given.challenged),
            "examiners": parts_to_json(given.examiners),
            "hearing": parts_to_json(given.hearings) if given.hearings else None,
            "changes": parts_to_json(given.changes) if given.changes else None,
            "motion": str(given.motion) if given.motion else None,
            "served": canonical(given.served._asdict()) if given.served else None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(proceedings), [values])


def _holding(year: int) -> sa.ColumnElement[bool]:
    return sa.and_(proceedings.c.ended_by.is_(None), proceedings.c.year == year)


def _rows() -> sa.Select[Any]:
    own = (proceedings.c[name] for name in (*_AS_THEY_ARE, *_OR_EMPTY, *_JSON, "kind", "state", "motion"))
    joined = (
        proceedings.join(persons, persons.c.id == proceedings.c.person_id)
        .join(_ABOUT, _ABOUT.c.id == proceedings.c.about_id)
        .join(journal, journal.c.seq == proceedings.c.entry)
    )
    return (
        sa.select(persons.c.code, _ABOUT.c.code.label("about"), *own, journal.c.actor, journal.c.at)
        .select_from(joined)
        .order_by(proceedings.c.number, proceedings.c.id)
    )


def _read(row: sa.Row[Any]) -> Proceeding:
    told = row._asdict()
    hearing = told.pop("hearing")
    return Proceeding(
        **{
            **told,
            **{name: told[name] or "" for name in _OR_EMPTY},
            "kind": ProceedingKind(row.kind),
            "state": ProceedingState(row.state),
            "challenged": challenges_from(row.challenged),
            "examiners": examiners_from(row.examiners),
            "hearings": hearings_from(hearing),
            "changes": changes_from(row.changes),
            "motion": Motion(row.motion) if row.motion else None,
            "served": served_from(row.served),
            "at": datetime.fromisoformat(row.at),
        }
    )
