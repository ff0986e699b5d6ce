"""Leaders' marks as they hold now, typed ones and imported ones."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.services.mark_views import HeldMark, TypedMark
from committee_desk.storage.books.names import Names, insert_many
from committee_desk.storage.exact import to_stored
from committee_desk.storage.tables import imports, journal, leader_marks, persons


class MarksRows:
    """The marks' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, code: str | None = None) -> tuple[HeldMark, ...]:
        """Every mark of the year, or one person's, by code and rater."""
        asked = _marks().where(leader_marks.c.ended_by.is_(None), leader_marks.c.year == year)
        if code is not None:
            asked = asked.where(persons.c.code == code)
        return tuple(map(_mark, self._connection.execute(asked)))

    def put(self, entry: int, year: int, typed: TypedMark) -> None:
        """Keep a typed mark in place of the one that the same leader gave before."""
        self.end(entry, year, typed.code, typed.rater_code)
        number = Names(self._connection).persons([typed.code], entry)[typed.code]
        row = (year, number, typed.rater, to_stored(typed.mark), typed.rater_code, typed.reason, entry)
        insert_many(self._connection, leader_marks, "year, person_id, rater, mark, rater_code, reason, entry", [row])

    def end(self, entry: int, year: int, code: str, rater_code: str) -> None:
        """Let a typed mark hold no longer."""
        person = sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()
        held = sa.update(leader_marks).where(
            leader_marks.c.ended_by.is_(None),
            leader_marks.c.year == year,
            leader_marks.c.person_id == person,
            leader_marks.c.rater_code == rater_code,
        )
        self._connection.execute(held.values(ended_by=entry))


def _marks() -> sa.Select[Any]:
    came_by = sa.func.coalesce(leader_marks.c.source_entry, leader_marks.c.entry)
    own = (leader_marks.c[name] for name in ("rater", "rater_code", "mark", "reason", "entry"))
    joined = leader_marks.join(persons).join(journal, journal.c.seq == leader_marks.c.entry)
    return (
        sa.select(persons.c.code, *own, journal.c.actor, journal.c.at, imports.c.workbook)
        .select_from(joined.outerjoin(imports, imports.c.entry == came_by))
        .order_by(persons.c.code, leader_marks.c.rater, leader_marks.c.id)
    )


def _mark(row: sa.Row[Any]) -> HeldMark:
    named = row._asdict()
    return HeldMark(
        **{
            **named,
            "reason": named["reason"] or "",
            "workbook": named["workbook"] or "",
            "at": datetime.fromisoformat(named["at"]),
        }
    )
