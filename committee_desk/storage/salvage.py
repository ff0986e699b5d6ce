"""Saving what can be read of a damaged desk: every row that is still whole, table by table, into a new desk.

Rows are read from both ends of a table up to the broken place, and what lies between is parted until single rows are
left over. The new desk bears the old journal as far as it was read, with nothing added: a check names what is missing.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import DeskDamaged
from committee_desk.services.salvage_views import SALVAGED, SavedTable
from committee_desk.storage.birth import born_under
from committee_desk.storage.broken_list import reader, with_a_list
from committee_desk.storage.engine import connect
from committee_desk.storage.passphrase import Key
from committee_desk.storage.refounding import refound
from committee_desk.storage.tables import metadata

MOST_TRIES = 3_000
"""So often a table's broken part is parted before the rest is given up."""

_LARGEST = (1 << 63) - 1
_BROKEN = (dbapi2.Error, UnicodeDecodeError, MemoryError, OverflowError, DeskDamaged)

Row = tuple[object, ...]


def salvage(path: Path, key: Key | None, target: Path) -> tuple[SavedTable, ...]:
    """Copy what can be read into a new desk under another name, with the same protection; overwrites nothing."""
    with born_under(target, key) as unfinished, closing(connect(unfinished, key)) as saved:
        saved.execute("PRAGMA foreign_keys = OFF")
        saved.execute("BEGIN IMMEDIATE")
        with with_a_list(path, key, unfinished) as source:
            tables = tuple(_saved(source, key, table.name, saved) for table in metadata.sorted_tables)
        refound(saved, path.stem)
        saved.execute("COMMIT")
        saved.execute(f"PRAGMA user_version = {SALVAGED}")
    return tables


def _saved(path: Path, key: Key | None, table: str, target: dbapi2.Connection) -> SavedTable:
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    placed = ", ".join("?" for _ in columns)
    statement = f"INSERT INTO {table} VALUES ({placed})"  # noqa: S608 - a table of the program's own
    broken = _Broken(path, key, table, columns)
    count = 0
    with closing(broken):
        for row in broken.rows():
            with suppress(dbapi2.IntegrityError, sqlite3.IntegrityError):  # a broken row that the table would not take
                count += target.execute(statement, row[1:]).rowcount
                continue
            broken.whole = False
    return SavedTable(table, count, whole=broken.whole)


class _Broken:
    """One table of the damaged desk, read around its broken places."""

    def __init__(self, path: Path, key: Key | None, table: str, columns: list[str]) -> None:
        self._path, self._key = path, key
        listed = ", ".join(f'"{column}"' for column in columns)
        self._asked = f"SELECT rowid, {listed} FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"  # noqa: S608 - the program's own
        self._connection: dbapi2.Connection | None = None
        self._tries = 0
        self.whole = True

    def rows(self) -> Iterator[Row]:
        """Every row that can be read, each with its number first."""
        upwards = _Way(0)
        yield from self._walk(upwards, -1, _LARGEST, "")
        if upwards.ended:
            return
        self.whole = False
        downwards = _Way(_LARGEST)
        yield from self._walk(downwards, upwards.last + 1, _LARGEST, " DESC")
        if not downwards.ended:
            yield from self._between(upwards.last + 1, downwards.last - 1)

    def _walk(self, way: "_Way", low: int, high: int, order: str) -> Iterator[Row]:
        try:
            for row in self._open().execute(self._asked + order, (low, high)):
                way.last = row[0]
                yield row
            way.ended = True
        except _BROKEN:
            self._begin_anew()

    def _between(self, low: int, high: int) -> Iterator[Row]:
        waiting = [(low, high)]
        while waiting and self._tries < MOST_TRIES:
            low, high = waiting.pop()
            if low > high:
                continue
            self._tries += 1
            found = self._all(low, high)
            if found is not None:
                yield from found
            elif low < high:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]

    def _all(self, low: int, high: int) -> list[Row] | None:
        try:
            return list(self._open().execute(self._asked, (low, high)))
        except _BROKEN:
            self._begin_anew()
            return None

    def _open(self) -> dbapi2.Connection:
        if self._connection is None:
            self._connection = reader(self._path, self._key)
        return self._connection

    def _begin_anew(self) -> None:
        """A protected desk answers nothing more, on the same connection, after a broken page."""
        if self._key is not None:
            self.close()

    def close(self) -> None:
        """Let go of the damaged file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Way:
    """How far a reading came: the number of the last row, and whether it reached the end."""

    def __init__(self, last: int) -> None:
        self.last, self.ended = last, False
