"""Rows that took an imported one's place by hand: how they are written, and what was overridden in them."""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.sources import Overridden, Source, Traced
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, source_of, with_source
from committee_desk.storage.office_tables import journal

PUT = "override.put"
"""The act that overrides a figure."""
DECIDE = "proceeding.decide"
"""The decision on re-review that puts figures right, several at once."""
_KINDS = {"reviews": "review", "case_shares": "share", "events": "event", "leader_marks": "mark"}
"""As what a decision tells of the facts of a table."""


def succeed(connection: sa.Connection, table: sa.Table, number: int, entry: int, changed: Mapping[str, Any]) -> None:
    """End a row and write its successor: the same but for what changed, given as the columns store it."""
    asked = f"SELECT * FROM {table.name} WHERE id = ?"  # noqa: S608 - our own table's name
    values = {**connection.exec_driver_sql(asked, (number,)).one()._mapping, **changed}
    values |= {"entry": entry, "ended_by": None}
    del values["id"]
    end(connection, table, number, entry)
    columns, places = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({columns}) VALUES ({places})",  # noqa: S608 - the same
        tuple(values.values()),
    )


def end(connection: sa.Connection, table: sa.Table, number: int, entry: int) -> None:
    """Let a row hold no longer."""
    ended = sa.update(table).where(table.c.id == number, table.c.ended_by.is_(None))
    connection.execute(ended.values(ended_by=entry))


def origin(connection: sa.Connection, table: sa.Table, imported: int) -> Source:
    """Where the imported row stood, whose place was taken."""
    asked = sa.select(table.c.entry, table.c.row, *SOURCE_COLUMNS).select_from(with_source(table))
    return source_of(connection.execute(asked.where(table.c.id == imported)).one())


def overridden(connection: sa.Connection, table: sa.Table, imported: int) -> tuple[Overridden, ...]:
    """Every figure of the fact that no longer is the source's, each as it was overridden last."""
    told: dict[str, Overridden] = {}
    for each in _acts(connection, table, imported):
        for what in _told_by(each, table, imported):
            if what["imported"] == what["to"]:
                told.pop(what["field"], None)
                continue
            told[what["field"]] = Overridden(
                field=what["field"],
                imported=what["imported"],
                counts=what["to"],
                why=what.get("why", each.why) or "",
                evidence=what["evidence"],
                by=each.actor,
                second=each.authority or "",
                at=each.at,
                entry=each.seq,
            )
    return tuple(told.values())


def _told_by(act: AnyRow, table: sa.Table, imported: int) -> list[dict[str, Any]]:
    """What the act says of that fact: an override of one figure, a decision of each that it puts right."""
    what = json.loads(act.what)
    if act.verb == PUT:
        return [what]
    mine = (each for each in what.get("changes", ()) if each["kind"] == _KINDS[table.name])
    return [each for each in mine if imported in each.get("replaced", ())]


def traced(connection: sa.Connection, table: sa.Table, fact: Any, row: AnyRow) -> Traced[Any]:  # noqa: ANN401 - any fact
    """A fact with its source; one that was overridden keeps the source of the row whose place it took."""
    if row.overrides is None:
        return Traced(fact, source_of(row))
    return Traced(fact, origin(connection, table, row.overrides), overridden(connection, table, row.overrides))


def _acts(connection: sa.Connection, table: sa.Table, imported: int) -> list[AnyRow]:
    """The overrides since the imported row ended, oldest first: each ended the row of the one before."""
    found: list[AnyRow] = []
    ended = connection.scalar(sa.select(table.c.ended_by).where(table.c.id == imported))
    while ended is not None:
        act = connection.execute(sa.select(journal).where(journal.c.seq == ended)).one()
        if act.verb in {PUT, DECIDE}:
            found.append(act)
        following = sa.select(table.c.ended_by).where(table.c.entry == ended, table.c.overrides == imported)
        ended = connection.scalar(following)
    return found
