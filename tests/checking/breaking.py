"""Breaks a desk on purpose: past the program, past its triggers, and where asked with every seal and hash made anew."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from committee_desk.domain.journal import Entry, canonical, chain_hash
from committee_desk.storage.engine import WRITING, engine_for
from committee_desk.storage.seals import WHOLE, digest_of_desk, digests_of


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file in somebody else's program, without the triggers while the block runs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f'DROP TRIGGER "{name}"')
        yield raw
        for _, text in triggers:
            raw.execute(text)


def break_it(path: Path, *statements: str, sealed: bool = True) -> None:
    """Change the file; `sealed` makes all seals and hashes anew, so that nothing tells of the change but itself."""
    with opened(path) as raw:
        for statement in statements:
            assert raw.execute(statement).rowcount, f"nothing was changed by: {statement}"
    if sealed:
        seal_anew(path)


def seal_anew(path: Path) -> None:
    """What a forger does who knows the program: every seal and every hash from the beginning on."""
    with opened(path):
        seals = _seals(path)
    with opened(path) as raw:
        for seq, rows in seals.items():
            raw.execute("UPDATE journal SET rows = ? WHERE seq = ?", (rows, seq))
        chain_anew(raw)


def _seals(path: Path) -> dict[int, str]:
    found = {}
    with engine_for(path, None).connect().execution_options(**WRITING) as connection:
        for seq, verb in connection.exec_driver_sql("SELECT seq, verb FROM journal WHERE rows IS NOT NULL").all():
            assert verb != WHOLE
            rows = {table: digest.hash for table, digest in digests_of(connection, seq).items()}
            if verb == "desk.found":
                rows["desk"] = digest_of_desk(connection).hash
            found[seq] = canonical(rows)
    return found


def chain_anew(raw: sqlite3.Connection, *, printed_heads: bool = True) -> None:
    """Every hash from the beginning on, over what the entries say now; in the entries of printings, too."""
    previous, hashes = "0" * 64, {}
    columns = ", ".join(Entry._fields)
    for row in raw.execute(f"SELECT {columns} FROM journal ORDER BY seq").fetchall():
        entry = Entry(*row)._replace(previous=previous)
        head = json.loads(entry.what).get("head") if printed_heads else None
        if head is not None:  # what no forger can do on the paper itself
            entry = entry._replace(what=entry.what.replace(head["hash"], hashes[head["entry"]]))
        previous = hashes[entry.seq] = chain_hash(entry)
        values = (entry.what, entry.previous, previous, entry.seq)
        raw.execute("UPDATE journal SET what = ?, previous = ?, hash = ? WHERE seq = ?", values)


def index_that_lies(raw: sqlite3.Connection, name: str, but_not: str) -> None:
    """Build that index over fewer rows, under the text of the whole one."""
    (text,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    raw.execute(f'DROP INDEX "{name}"')
    raw.execute(f"{text} AND NOT ({but_not})")
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (text, name))
    raw.execute("PRAGMA writable_schema = OFF")
