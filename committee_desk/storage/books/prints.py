"""What was printed of whom, from which data, as which version."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from committee_desk.services.sheet_views import PrintedSheet, PrintMark
from committee_desk.storage.tables import journal, persons, prints, stays

_NEWEST_NAME = (
    sa.select(stays.c.name)
    .where(stays.c.person_id == persons.c.id, stays.c.ended_by.is_(None))
    .order_by(stays.c.since.desc())
    .limit(1)
    .scalar_subquery()
)


class PrintsRows:
    """The prints' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def latest(self, year: int, form: str) -> dict[str, PrintMark]:
        """The newest version of that form by code; a final sheet is newer than every draft."""
        asked = (
            sa.select(persons.c.code, prints.c.version, prints.c.final, prints.c.fingerprint)
            .select_from(prints.join(persons))
            .where(prints.c.year == year, prints.c.form == form)
            .order_by(prints.c.final, prints.c.version, prints.c.id)
        )
        found = self._connection.execute(asked)
        return {code: PrintMark(version, bool(final), mark) for code, version, final, mark in found}

    def add(self, entry: int, year: int, form: str, marks: Mapping[str, PrintMark]) -> None:
        """Record one printing by code; versions below these end with it, and every draft with a final sheet."""
        numbers = self._person_ids()
        rows = [
            {
                "year": year,
                "form": form,
                "person_id": numbers[code],
                "version": mark.version,
                "final": mark.final,
                "fingerprint": mark.fingerprint,
                "entry": entry,
            }
            for code, mark in marks.items()
        ]
        lower = sa.update(prints).where(
            prints.c.year == year,
            prints.c.form == form,
            prints.c.person_id == sa.bindparam("of_person"),
            sa.or_(
                sa.and_(prints.c.final == sa.bindparam("as_final"), prints.c.version < sa.bindparam("new_version")),
                prints.c.final < sa.bindparam("as_final"),
            ),
            prints.c.ended_by.is_(None),
        )
        ending = [{"of_person": r["person_id"], "new_version": r["version"], "as_final": r["final"]} for r in rows]
        self._connection.execute(lower.values(ended_by=entry), ending)
        self._connection.execute(sa.insert(prints), rows)

    def rows(self, year: int) -> tuple[PrintedSheet, ...]:
        """What was printed in the year, newest first."""
        asked = (
            sa.select(
                persons.c.code,
                _NEWEST_NAME.label("name"),
                prints.c.form,
                prints.c.version,
                prints.c.final,
                prints.c.fingerprint,
                prints.c.entry,
                journal.c.at,
                journal.c.actor,
                prints.c.ended_by.is_not(None).label("superseded"),
            )
            .select_from(prints.join(persons).join(journal, journal.c.seq == prints.c.entry))
            .where(prints.c.year == year)
            .order_by(prints.c.entry.desc(), persons.c.code)
        )
        return tuple(_printed(row) for row in self._connection.execute(asked))

    def _person_ids(self) -> dict[str, int]:
        return {code: number for number, code in self._connection.execute(sa.select(persons.c.id, persons.c.code))}


def _printed(row: sa.Row[tuple[object, ...]]) -> PrintedSheet:
    named = row._asdict()
    return PrintedSheet(
        **{
            **named,
            "name": named["name"] or "",
            "at": datetime.fromisoformat(str(named["at"])),
            "superseded": bool(named["superseded"]),
        }
    )
