"""Puts a desk under another key: a whole new file is written and checked beside it, then takes its name.

The old file is held exclusively from before the first byte is read until the new one has its name, so that nothing is
written to it meanwhile; whoever waited for it finds another file at the path and is told so (`engine`). A cut at any
moment leaves the old file or the new one, whole, and at most files that end in `.unfinished`.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import DeskDamaged
from committee_desk.storage.engine import connect
from committee_desk.storage.failures import failure_of
from committee_desk.storage.leftovers import EXCHANGE, give_up, settle_on_disk
from committee_desk.storage.passphrase import Key

Finish = Callable[[Path], None]


def exchange(path: Path, old: Key | None, new: Key | None, finish: Finish | None = None) -> None:
    """Put the desk at `path` under the key `new`. `finish` is given the new file before it takes the name."""
    mark = f".{path.stem}.{secrets.token_hex(4)}"
    fresh, spent = path.with_name(f"{mark}.new{EXCHANGE}"), path.with_name(f"{mark}.old{EXCHANGE}")
    try:
        with _held(path, old) as held:
            _write_out(held, fresh, new, path)
            if finish is not None:
                finish(fresh)
            _require_whole(fresh, new, path)
            shutil.copymode(path, fresh)
            settle_on_disk(fresh)
            _take_name(held, fresh, path, spent, plain=old is None)
    except (dbapi2.Error, OSError) as error:
        raise failure_of(error, path) or error from error
    finally:
        for leftover in (fresh, fresh.with_name(f"{fresh.name}-journal"), spent):
            with suppress(OSError):  # swept when the desk is next opened
                give_up(leftover)


@contextmanager
def _held(path: Path, key: Key | None) -> Iterator[dbapi2.Connection]:
    """A connection that nobody reads or writes beside, until it is closed."""
    with closing(connect(path, key)) as held:
        held.execute("PRAGMA foreign_keys = OFF")  # tables are copied in the order they were made
        held.execute("PRAGMA cache_spill = ON")
        held.execute("PRAGMA main.locking_mode = EXCLUSIVE")
        held.execute("BEGIN EXCLUSIVE")
        yield held


def _write_out(held: dbapi2.Connection, fresh: Path, new: Key | None, path: Path) -> None:
    os.close(
        os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    )  # before it has its rights nobody else reads it
    uri = f"{fresh.absolute().as_uri()}?mode=rwc"
    held.execute("ATTACH DATABASE ? AS fresh KEY ?", (uri, "" if new is None else new.text()))
    held.execute("SELECT sqlcipher_export('fresh')").close()
    for mark in ("application_id", "user_version"):
        held.execute(f"PRAGMA fresh.{mark} = {held.execute(f'PRAGMA main.{mark}').fetchone()[0]}")
    if not _alike(held):
        raise DeskDamaged(path)
    held.execute("COMMIT")  # the lock stays: locking_mode
    held.execute("DETACH DATABASE fresh")


def _alike(held: dbapi2.Connection) -> bool:
    """Whether both files have the same tables, triggers and indexes, and each table the same rows."""
    shape = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master ORDER BY 1, 2"
    main, fresh = (held.execute(shape.format(where)).fetchall() for where in ("main", "fresh"))
    if main != fresh:
        return False
    tables = [name for kind, name, _, _ in main if kind == "table"]
    return all(_same_rows(held, name) for name in tables)


def _same_rows(held: dbapi2.Connection, table: str) -> bool:
    named = table.replace('"', '""')
    counts = {held.execute(f'SELECT count(*) FROM {where}."{named}"').fetchone() for where in ("main", "fresh")}  # noqa: S608 - a table's own name
    other = f'SELECT 1 FROM (SELECT * FROM main."{named}" EXCEPT SELECT * FROM fresh."{named}") LIMIT 1'  # noqa: S608
    return len(counts) == 1 and held.execute(other).fetchone() is None


def _require_whole(fresh: Path, new: Key | None, path: Path) -> None:
    with closing(connect(fresh, new)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise DeskDamaged(path)


def _take_name(held: dbapi2.Connection, fresh: Path, path: Path, spent: Path, *, plain: bool) -> None:
    if plain:
        with suppress(OSError):  # a file system without links: the old bytes go with their name
            os.link(path, spent)
    if os.name == "nt":  # there an open file keeps its name
        held.close()
    fresh.replace(path)
    settle_on_disk(path.parent)
    if plain:
        give_up(spent)  # while it is still held, so that nobody reads half of it
