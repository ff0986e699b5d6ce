"""Seals: every journal entry carries a digest of the rows that it wrote and ended, table by table.

A row is hashed as the engine writes it out: each column that holds something with its literal, so that a column which
a later version adds changes no seal. What ended a row is no part of it: the ending entry seals that itself. The
content of an attached file is left out, its own sha256 stands in the row. An entry `desk.migrate` seals every table
whole, up to itself: for the rows of entries that were written before entries sealed theirs. So does an entry that
empties rows which have ended (ballots of a round that is over), for that table: what earlier entries sealed there is
gone on purpose, and what is left is sealed anew.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa

from committee_desk.storage.tables import contents, desk, journal, metadata

WHOLE = "desk.migrate"
"""The verb of entries that seal every table whole."""

ANEW = "anew."
"""Before the name of a table that an entry seals whole, having emptied some of its rows."""

_AT_ONCE = 4096


class Digest(NamedTuple):
    """The digest of an entry's rows in one table, and how many changes of rows that accounts for."""

    hash: str
    rows: int


class SealedTable(NamedTuple):
    """One table as seals see it: what numbers its rows and, where they can be ended, which column says by whom."""

    name: str
    number: str
    ending: str | None
    line: str
    """SQL: one row as bytes."""


@cache
def sealed_tables() -> tuple[SealedTable, ...]:
    """Every table whose rows name the entry that wrote them."""
    return tuple(_sealed(table, frozenset(table.c.keys())) for table in metadata.sorted_tables if "entry" in table.c)


def sealed_tables_of(connection: sa.Connection) -> tuple[SealedTable, ...]:
    """Those of them that the file has, with the columns that it has: an earlier version knew fewer of either."""
    held = _columns(connection)
    found = (table for table in metadata.sorted_tables if "entry" in table.c and "entry" in held.get(table.name, ()))
    return tuple(_sealed(table, held[table.name]) for table in found)


def _columns(connection: sa.Connection) -> dict[str, frozenset[str]]:
    """The columns of every table that the file has."""
    asked = """
        SELECT t.name, c.name FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
        WHERE lower(t.type) = 'table'
    """
    found: dict[str, set[str]] = {}
    for table, column in connection.exec_driver_sql(asked):
        found.setdefault(table, set()).add(column)
    return {table: frozenset(columns) for table, columns in found.items()}


def _sealed(table: sa.Table, held: frozenset[str]) -> SealedTable:
    return SealedTable(
        table.name,
        next(iter(table.primary_key.columns)).name,
        next((name for name in _ENDINGS if name in held and name in table.c), None),
        _line(table, held),
    )


_ENDINGS = ("ended_by", "taken_back_by")


def _line(table: sa.Table, held: frozenset[str]) -> str:
    known = [column for column in table.c if column.name in held]
    kept = [column for column in known if column.name not in _ENDINGS and column is not contents.c.content]
    parts = ", ".join(_part(column) for column in kept)
    # The engine writes text out up to its first NUL; the length tells of what would hide behind one.
    lengths = " + ".join(_length(column) for column in kept if not isinstance(column.type, sa.Integer))
    return f"CAST(concat('+', {parts}, '|', {lengths or 0}, char(10)) AS BLOB)"


def _part(column: sa.Column[Any]) -> str:
    if column.nullable:  # what holds nothing is left out
        return f"""iif("{column.name}" IS NULL, NULL, '|{column.name}=' || quote("{column.name}"))"""
    return f"""'|{column.name}=', quote("{column.name}")"""


def _length(column: sa.Column[Any]) -> str:
    return f'coalesce(octet_length("{column.name}"), 0)'


def digest_of(connection: sa.Connection, table: SealedTable, entry: int) -> Digest | None:
    """The digest of what the entry wrote and ended in that table; None where it touched nothing there."""
    written = f'SELECT {table.line} FROM {table.name} WHERE entry = ? ORDER BY "{table.number}"'  # noqa: S608 - names of our own tables
    hashed, count = sha256(), 0
    count += _hash_all(hashed, connection, written, entry)
    if table.ending:
        ended = (
            f"SELECT CAST('-' || \"{table.number}\" || char(10) AS BLOB) FROM {table.name}"  # noqa: S608 - names of our own tables
            f' WHERE {table.ending} = ? ORDER BY "{table.number}"'
        )
        count += _hash_all(hashed, connection, ended, entry)
    return Digest(hashed.hexdigest(), count) if count else None


def digests_of(connection: sa.Connection, entry: int) -> dict[str, Digest]:
    """The digests of everything that the entry wrote and ended, by table."""
    touched = set(connection.exec_driver_sql(_touched(), {"entry": entry}).scalars())
    found = ((table.name, digest_of(connection, table, entry)) for table in sealed_tables() if table.name in touched)
    return {name: digest for name, digest in found if digest is not None}


@cache
def _touched() -> str:
    """SQL: the tables in which an entry wrote or ended anything, asked of all at once."""
    return " UNION ALL ".join(
        f"SELECT '{table.name}' WHERE "  # noqa: S608 - names of our own tables
        + " OR ".join(
            f"EXISTS (SELECT 1 FROM {table.name} WHERE {column} = :entry)"  # noqa: S608 - the same
            for column in ("entry", table.ending)
            if column
        )
        for table in sealed_tables()
    )


def digest_of_desk(connection: sa.Connection) -> Digest:
    """The digest of the one row that says whose desk this is."""
    hashed = sha256()
    line = f"SELECT {_line(desk, _columns(connection)[desk.name])} FROM desk WHERE id >= ? ORDER BY id"  # noqa: S608 - names of our own tables
    return Digest("", _hash_all(hashed, connection, line, 0))._replace(hash=hashed.hexdigest())


def whole_digests(connection: sa.Connection, entry: int) -> dict[str, str]:
    """The digest of every table as it stood when that entry was written: all rows, and which of them had ended."""
    found = {table.name: _whole(connection, table, entry) for table in sealed_tables()}
    return {name: digest.hash for name, digest in found.items() if digest.rows} | {
        desk.name: digest_of_desk(connection).hash
    }


def digest_anew(connection: sa.Connection, name: str, entry: int) -> Digest:
    """The digest of a whole table in which that entry emptied rows; it accounts for no change by itself."""
    table = next(each for each in sealed_tables() if each.name == name)
    return _whole(connection, table, entry)._replace(rows=0)


def _whole(connection: sa.Connection, table: SealedTable, entry: int) -> Digest:
    hashed, count = sha256(), 0
    rows = f'SELECT {table.line} FROM {table.name} WHERE coalesce(entry, 0) <= ? ORDER BY "{table.number}"'  # noqa: S608 - names of our own tables
    count += _hash_all(hashed, connection, rows, entry)
    if table.ending:
        ended = (
            f"SELECT CAST('-' || \"{table.number}\" || '=' || {table.ending} || char(10) AS BLOB) FROM {table.name}"  # noqa: S608 - names of our own tables
            f' WHERE {table.ending} <= ? ORDER BY "{table.number}"'
        )
        count += _hash_all(hashed, connection, ended, entry)
    return Digest(hashed.hexdigest(), count)


def _hash_all(hashed: Any, connection: sa.Connection, asked: str, entry: int) -> int:  # noqa: ANN401 - hashlib's own type has no name
    count = 0
    result = connection.exec_driver_sql(asked, (entry,))
    while rows := result.fetchmany(_AT_ONCE):
        hashed.update(b"".join([row[0] for row in rows]))
        count += len(rows)
    return count


# -- verifying --------------------------------------------------------------------------------------------------------


class _Seals(NamedTuple):
    """What the journal says: the seals of single entries, those of whole tables, and entries whose seal is gone."""

    single: Mapping[int, Mapping[str, str]]
    whole: Mapping[int, Mapping[str, str]]
    gone: tuple[int, ...]

    def anew(self, table: str) -> int:
        """The newest entry that sealed that table whole, having emptied rows of it; 0 where none did."""
        return max((entry for entry, seal in self.single.items() if f"{ANEW}{table}" in seal), default=0)

    @property
    def unsealed_before(self) -> int:
        """Entries before this one wrote without sealing; 0 where all sealed."""
        return min(self.whole, default=0)


def verify_seals(connection: sa.Connection) -> Iterator[tuple[int, str]]:
    """Every entry and table where the rows are not those that the entry sealed; (entry, "journal") where the entry
    itself lost its seal, entry 0 for rows that name no entry and should.
    """
    seals = _seals(connection)
    yield from ((entry, journal.name) for entry in seals.gone)
    for table in sealed_tables_of(connection):
        anew = seals.anew(table.name)
        if anew and _whole(connection, table, anew).hash != seals.single[anew][f"{ANEW}{table.name}"]:
            yield anew, table.name
        yield from _broken_singly(connection, table, seals, anew)
        for entry, seal in seals.whole.items():
            if entry < anew:
                continue  # what it sealed there was emptied
            held = _whole(connection, table, entry)
            if (held.hash if held.rows else None) != seal.get(table.name):
                yield entry, table.name
    yield from _broken_desk(connection, seals)


def _seals(connection: sa.Connection) -> _Seals:
    single: dict[int, Mapping[str, str]] = {}
    whole: dict[int, Mapping[str, str]] = {}
    gone: list[int] = []
    asked = sa.select(journal.c.seq, journal.c.verb, journal.c.rows).order_by(journal.c.seq)
    for seq, verb, rows in connection.execute(asked):
        seal = _read(rows)
        if seal is not None:
            (whole if verb == WHOLE else single)[seq] = seal
        elif rows is not None or single or whole:
            gone.append(seq)
    return _Seals(single, whole, tuple(gone))


def _read(rows: str | None) -> Mapping[str, str] | None:
    try:
        read = None if rows is None else json.loads(rows)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def _broken_singly(
    connection: sa.Connection, table: SealedTable, seals: _Seals, anew: int
) -> Iterator[tuple[int, str]]:
    held = _hashes_by_entry(connection, table)
    sealed = {entry: seal[table.name] for entry, seal in seals.single.items() if table.name in seal}
    for entry in sorted(held.keys() | sealed.keys()):
        if (anew and entry <= anew) or (entry < seals.unsealed_before and entry not in sealed):
            continue  # a seal of the whole table covers it
        if entry not in held or held[entry].hexdigest() != sealed.get(entry):
            yield entry, table.name


def _hashes_by_entry(connection: sa.Connection, table: SealedTable) -> dict[int, Any]:
    """What each entry wrote and ended in that table, hashed in one pass over either."""
    held: dict[int, Any] = {}
    asked = [f'SELECT coalesce(entry, 0), {table.line} FROM {table.name} ORDER BY entry, "{table.number}"']  # noqa: S608 - names of our own tables
    if table.ending:
        asked.append(
            f"SELECT {table.ending}, CAST('-' || \"{table.number}\" || char(10) AS BLOB) FROM {table.name}"  # noqa: S608 - names of our own tables
            f' WHERE {table.ending} IS NOT NULL ORDER BY {table.ending}, "{table.number}"'
        )
    for each in asked:
        for entry, rows in groupby(connection.exec_driver_sql(each), itemgetter(0)):
            hashed = held.setdefault(entry, sha256())
            for line in rows:
                hashed.update(line[1])
    return held


def _broken_desk(connection: sa.Connection, seals: _Seals) -> Iterator[tuple[int, str]]:
    """The newest entry that sealed the desk's own row, where that row is another."""
    sealed = {entry: seal[desk.name] for entry, seal in {**seals.single, **seals.whole}.items() if desk.name in seal}
    if not sealed:
        yield 0, desk.name
    elif digest_of_desk(connection).hash != sealed[max(sealed)]:
        yield max(sealed), desk.name
