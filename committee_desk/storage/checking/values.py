"""Stored values: each column holds what its field is, so that nothing that reads it later stumbles."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

import sqlalchemy as sa

from committee_desk.storage.checking.reading import Facts, Invariant, Reading
from committee_desk.storage.exact import Exact
from committee_desk.storage.tables import metadata

SHOWN = 40
"""So much of a strange value is shown."""
SECRET = frozenset({"ballots", "sealed_marks", "accounts"})
"""Whose values are never shown."""


def _shapes(reading: Reading) -> Iterator[Facts]:
    for table in metadata.sorted_tables:
        held = reading.tables.get(table.name)
        if held is None:
            continue
        columns = [column for column in table.c if column.name in held]
        wrong = " OR ".join(f"NOT ({_fits(column)})" for column in columns)
        for row in reading.each(f'SELECT rowid, {_all(columns)} FROM "{table.name}" WHERE {wrong}'):
            yield from _wrong_of(reading, table, columns, row[0])


def _wrong_of(reading: Reading, table: sa.Table, columns: list[sa.Column[object]], row: int) -> Iterator[Facts]:
    for column in columns:
        asked = f'SELECT "{column.name}" FROM "{table.name}" WHERE rowid = ? AND NOT ({_fits(column)})'
        for (value,) in reading.rows(asked, row):
            yield {"table": table.name, "row": row, "column": column.name, "value": _shown(table, value)}


def _fractions(reading: Reading) -> Iterator[Facts]:
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Exact) and column.name in reading.tables.get(table.name, ()):
                asked = f'SELECT rowid, "{column.name}" FROM "{table.name}" WHERE typeof("{column.name}") = \'text\''
                for row, value in reading.each(asked):
                    if not _is_decimal(value):
                        shown = _shown(table, value)
                        yield {"table": table.name, "row": row, "column": column.name, "value": shown}


def _fits(column: sa.Column[object]) -> str:
    """What SQL says of a value that the column may hold."""
    name = f'"{column.name}"'
    kind = column.type
    if isinstance(kind, Exact):
        fits = f"typeof({name}) IN ('integer', 'text')"
    elif isinstance(kind, sa.Date):
        fits = f"typeof({name}) = 'text' AND date({name}) IS {name}"
    elif isinstance(kind, sa.Boolean):
        fits = f"typeof({name}) = 'integer' AND {name} IN (0, 1)"
    elif isinstance(kind, sa.Integer):
        fits = f"typeof({name}) = 'integer'"
    elif isinstance(kind, sa.LargeBinary):
        fits = f"typeof({name}) = 'blob'"
    else:
        fits = f"typeof({name}) = 'text'"
    return f"{name} IS NULL OR ({fits})" if column.nullable else f"{name} IS NOT NULL AND ({fits})"


def _all(columns: list[sa.Column[object]]) -> str:
    return ", ".join(f'"{column.name}"' for column in columns if not isinstance(column.type, sa.LargeBinary))


def _shown(table: sa.Table, value: object) -> str:
    return "***" if table.name in SECRET else str(value)[:SHOWN]


def _is_decimal(value: object) -> bool:
    try:
        return Decimal(str(value)).is_finite()
    except InvalidOperation:
        return False


INVARIANTS = (Invariant("values.shape", _shapes), Invariant("values.number", _fractions))
