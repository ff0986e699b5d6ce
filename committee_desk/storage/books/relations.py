"""Relationships and charges as they hold now."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.leading import Charge
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.relation_views import ChargeRow, RelationRow
from committee_desk.storage.books.names import Names
from committee_desk.storage.tables import charges, departments, journal, persons, relationships


class RelationsRows:
    """The relations' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._names = Names(connection)

    def relationships(self, code: str | None = None) -> tuple[RelationRow, ...]:
        """Those of one person, either way but as written down, or all."""
        asked = _relationships().where(relationships.c.ended_by.is_(None))
        if code is not None:
            asked = asked.where((persons.c.code == code) | (relationships.c.other_code == code))
        return tuple(map(_relation, self._connection.execute(asked)))

    def relationship(self, number: int) -> RelationRow | None:
        """One that holds now."""
        asked = _relationships().where(relationships.c.ended_by.is_(None), relationships.c.id == number)
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else _relation(row)

    def add_relationship(self, entry: int, relationship: Relationship) -> None:
        """Write one down."""
        values = {
            "person_id": self._names.persons([relationship.code], entry)[relationship.code],
            "other": relationship.other,
            "other_code": relationship.other_code,
            "kind": relationship.kind.value,
            "note": relationship.note,
            "entry": entry,
        }
        self._connection.execute(sa.insert(relationships), [values])

    def end_relationship(self, entry: int, number: int) -> None:
        """Let one hold no longer."""
        self._end(relationships, entry, number)

    def charges(self) -> tuple[ChargeRow, ...]:
        """Every charge, by department and beginning. Names are for the service to fill in."""
        asked = _charges().where(charges.c.ended_by.is_(None))
        return tuple(map(_charge, self._connection.execute(asked)))

    def charge(self, number: int) -> ChargeRow | None:
        """One that holds now."""
        asked = _charges().where(charges.c.ended_by.is_(None), charges.c.id == number)
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else _charge(row)

    def add_charge(self, entry: int, charge: Charge) -> None:
        """Write one down."""
        values = {
            "department_id": self._names.departments([charge.department], entry)[charge.department],
            "person_id": self._names.persons([charge.code], entry)[charge.code],
            "since": charge.since,
            "until": charge.until,
            "entry": entry,
        }
        self._connection.execute(sa.insert(charges), [values])

    def end_charge(self, entry: int, number: int) -> None:
        """Let one hold no longer."""
        self._end(charges, entry, number)

    def departments(self) -> tuple[str, ...]:
        """Every department of the desk."""
        return tuple(self._connection.scalars(sa.select(departments.c.name).order_by(departments.c.id)))

    def _end(self, table: sa.Table, entry: int, number: int) -> None:
        holding = sa.update(table).where(table.c.id == number, table.c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))


def _relationships() -> sa.Select[Any]:
    own = (relationships.c[name] for name in ("other", "other_code", "kind", "note"))
    return (
        sa.select(relationships.c.id, persons.c.code, *own, relationships.c.entry, journal.c.actor, journal.c.at)
        .select_from(relationships.join(persons).join(journal, journal.c.seq == relationships.c.entry))
        .order_by(persons.c.code, relationships.c.id)
    )


def _relation(row: sa.Row[Any]) -> RelationRow:
    known = Relationship(row.code, row.other, row.other_code, Kinship(row.kind), row.note)
    return RelationRow(row.id, known, row.entry, row.actor, datetime.fromisoformat(row.at))


def _charges() -> sa.Select[Any]:
    joined = charges.join(departments).join(persons).join(journal, journal.c.seq == charges.c.entry)
    return (
        sa.select(
            charges.c.id,
            departments.c.name.label("department"),
            persons.c.code,
            charges.c.since,
            charges.c.until,
            charges.c.entry,
            journal.c.actor,
            journal.c.at,
        )
        .select_from(joined)
        .order_by(departments.c.id, charges.c.since, charges.c.id)
    )


def _charge(row: sa.Row[Any]) -> ChargeRow:
    held = Charge(row.department, row.code, row.since, row.until)
    return ChargeRow(row.id, held, row.code, False, row.entry, row.actor, datetime.fromisoformat(row.at))  # noqa: FBT003 - a field
