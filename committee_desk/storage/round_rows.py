"""The tables of a round's working file: keyed by what is random, with room for no order, no time and no typist."""

import json
import secrets
from collections.abc import Sequence
from decimal import Decimal

from sqlcipher3 import dbapi2

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import LooseMark
from committee_desk.services.round_file import BatchState, Code, KeptBatch, KeptSlip, Ledger, as_text, from_text

_TABLES = (
    "held (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "serials (serial TEXT PRIMARY KEY) WITHOUT ROWID",
    "batches (number INTEGER PRIMARY KEY, kept TEXT NOT NULL) WITHOUT ROWID",
    "slips (serial TEXT PRIMARY KEY, batch INTEGER NOT NULL, first TEXT NOT NULL, second TEXT) WITHOUT ROWID",
    "counted (serial TEXT PRIMARY KEY, typed TEXT NOT NULL) WITHOUT ROWID",
    "codes (hash TEXT PRIMARY KEY, person TEXT NOT NULL, class TEXT NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID",
    "marks (key TEXT PRIMARY KEY, ballot_class TEXT NOT NULL, person TEXT NOT NULL, mark TEXT) WITHOUT ROWID",
    "ballots (ballot_class TEXT PRIMARY KEY, ballots INTEGER NOT NULL, straight INTEGER NOT NULL) WITHOUT ROWID",
)


def lay(connection: dbapi2.Connection, ledger: Ledger) -> None:
    """Every table written in one go, in the order of its keys, none of which follows from an order of anything."""
    connection.execute("BEGIN")
    for table in _TABLES:
        connection.execute(f"CREATE TABLE {table}")
    held = [("mark", ledger.mark), ("salt", ledger.salt.hex()), ("session", ledger.session)]
    _insert(connection, "held", held)
    _insert(connection, "serials", [(serial,) for serial in ledger.serials])
    _insert(connection, "batches", [(each.number, json.dumps(each)) for each in ledger.batches.values()])
    _insert(connection, "slips", [_slip_row(serial, slip) for serial, slip in ledger.slips.items()])
    _insert(connection, "counted", list(ledger.counted.items()))
    _insert(connection, "codes", [(hashed, *code[:2], int(code.used)) for hashed, code in ledger.codes.items()])
    keyed = [(secrets.token_hex(16), each) for each in ledger.booth]
    _insert(connection, "marks", [(key, *each[:2], _digits(each.mark)) for key, each in keyed])
    classes = [(each, ledger.ballots.get(each, 0), ledger.straight.get(each, 0)) for each in ledger.ballots]
    _insert(connection, "ballots", classes)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def _insert(connection: dbapi2.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        statement = f"INSERT INTO {table} VALUES ({places})"  # noqa: S608 - the names of our own tables
        connection.executemany(statement, sorted(rows, key=lambda row: str(row[0])))


def read(connection: dbapi2.Connection) -> Ledger:
    """Everything that the file holds."""
    held = dict(connection.execute("SELECT name, value FROM held"))
    slips = connection.execute("SELECT serial, batch, first, second FROM slips")
    ballots = list(connection.execute("SELECT ballot_class, ballots, straight FROM ballots"))
    return Ledger(
        mark=held["mark"],
        salt=bytes.fromhex(held["salt"]),
        serials={serial for (serial,) in connection.execute("SELECT serial FROM serials")},
        batches={number: _batch(kept) for number, kept in connection.execute("SELECT number, kept FROM batches")},
        slips={serial: _slip(*kept) for serial, *kept in slips},
        counted=dict(connection.execute("SELECT serial, typed FROM counted")),
        codes={
            hashed: Code(person, BallotClass(name), bool(used))
            for hashed, person, name, used in connection.execute("SELECT hash, person, class, used FROM codes")
        },
        booth=[
            LooseMark(BallotClass(name), person, None if mark is None else Decimal(mark))
            for name, person, mark in connection.execute("SELECT ballot_class, person, mark FROM marks ORDER BY key")
        ],
        ballots={BallotClass(name): number for name, number, _ in ballots},
        straight={BallotClass(name): number for name, _, number in ballots},
        session=held["session"],
    )


def _batch(kept: str) -> KeptBatch:
    number, name, state, *rest = json.loads(kept)
    return KeptBatch(number, BallotClass(name), BatchState(state), *rest)


def _slip(batch: int, first: str, second: str | None) -> KeptSlip:
    return KeptSlip(batch, from_text(first), from_text(second) if second else None)


def _slip_row(serial: str, slip: KeptSlip) -> tuple[object, ...]:
    return serial, slip.batch, as_text(slip.first), None if slip.second is None else as_text(slip.second)


def _digits(mark: Decimal | None) -> str | None:
    return None if mark is None else str(mark)
