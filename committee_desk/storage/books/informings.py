"""Whom a decision on re-review moved, and when each was told."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.moved_people import moved_from_json, moved_to_json
from committee_desk.services.effect_views import Informing
from committee_desk.storage.tables import informings, persons


class InformingsRows:
    """The informings' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, proceeding: int | None = None) -> tuple[Informing, ...]:
        """Everybody whom the decisions of the year moved, or one decision, by proceeding and code."""
        t = informings.c
        asked = sa.select(t.year, t.proceeding, persons.c.code, t.moved, t.told, t.told_by, t.how, t.entry)
        asked = asked.join(persons).where(t.ended_by.is_(None), t.year == year)
        if proceeding is not None:
            asked = asked.where(t.proceeding == proceeding)
        return tuple(map(_informing, self._connection.execute(asked.order_by(t.proceeding, persons.c.code))))

    def put(self, entry: int, informing: Informing) -> None:
        """Keep it in place of what stood for that person and proceeding."""
        t = informings.c
        person = sa.select(persons.c.id).where(persons.c.code == informing.code).scalar_subquery()
        standing = sa.update(informings).where(
            t.ended_by.is_(None), t.year == informing.year, t.proceeding == informing.proceeding, t.person_id == person
        )
        self._connection.execute(standing.values(ended_by=entry))
        values = {
            "year": informing.year,
            "proceeding": informing.proceeding,
            "person_id": person,
            "moved": moved_to_json(informing.moved),
            "told": informing.told.isoformat() if informing.told else None,
            "told_by": informing.told_by or None,
            "how": informing.how or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(informings).values(values))


def _informing(row: sa.Row[*tuple[Any, ...]]) -> Informing:
    year, proceeding, code, moved, told, told_by, how, entry = row
    day = date.fromisoformat(told) if told else None
    return Informing(year, proceeding, code, moved_from_json(moved), day, told_by or "", how or "", entry)
