"""The working file of an open round: an encrypted file beside the desk whose key only this PC has.

It is written anew as a whole, every table in the order of random keys, under another name, and then takes its place: a
cut leaves before or after, and nothing that was in it stays in free pages. Its stamp of time is always the same.
"""

import json
import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from decimal import Decimal
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import LooseMark
from committee_desk.domain.serials import new_mark
from committee_desk.paths import state_folder
from committee_desk.services.round_file import (
    BatchState,
    Code,
    KeptBatch,
    KeptSlip,
    Ledger,
    RoundElsewhere,
    RoundFileBroken,
    RoundFileChanged,
    RoundFileGone,
    as_text,
    from_text,
)
from committee_desk.storage.engine import standing_at
from committee_desk.storage.failures import failure_of
from committee_desk.storage.leftovers import UNFINISHED, overwrite, settle_on_disk

KEY_BYTES, SALT_BYTES = 32, 16
ALWAYS = 946_684_800
"""The stamp of time that every working file bears: no file tells when it was written."""

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
_PRAGMAS = (
    "PRAGMA journal_mode = MEMORY",  # of a file that nobody reads before it is whole
    "PRAGMA synchronous = OFF",  # it is waited for once, before it takes its place
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


class SqlRoundFiles:
    """The working files of one desk: `考评.desk.2026-测-001` beside it, their keys in this user's state folder."""

    def __init__(self, desk: Path, uid: str) -> None:
        self._desk, self._uid = desk.absolute(), uid

    def make(self, label: str) -> None:
        """An empty file with a new key, in place of what a cut-off adoption of the same draft left."""
        self.destroy(label)
        key = self._key(label)
        key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _told(key):
            handle = os.open(key, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            os.utime(key, (ALWAYS, ALWAYS))
        fresh = Ledger(mark=new_mark(), salt=secrets.token_bytes(SALT_BYTES))
        _write_anew(self._file(label), key.read_bytes(), fresh)

    def is_here(self, label: str) -> bool:
        """Whether this PC can work on it: key and file are there."""
        return self._key(label).is_file() and self._file(label).is_file()

    def open(self, label: str) -> "SqlRoundFile":
        """The file; RoundElsewhere without its key, RoundFileGone without itself."""
        file = self._file(label)
        try:
            key = self._key(label).read_bytes()
        except FileNotFoundError:
            raise RoundElsewhere(label) from None
        except OSError as error:
            raise failure_of(error, self._key(label)) or error from error
        if not file.is_file():
            raise RoundFileGone(label, file.name)
        return SqlRoundFile(file, key, label)

    def destroy(self, label: str) -> None:
        """Overwrite and remove first the key, then the file. Harmless where there is nothing left."""
        for each in (self._key(label), self._file(label), *_unfinished(self._file(label))):
            with suppress(FileNotFoundError), _told(each):
                overwrite(each)  # under a second name too: whatever kept one kept what was to be in no backup
                each.unlink()

    def leftovers(self, ended: Collection[str]) -> tuple[str, ...]:
        """Which of these rounds, that have ended, left a key or a file here."""
        return tuple(
            label
            for label in ended
            if self._key(label).exists() or self._file(label).exists() or _unfinished(self._file(label))
        )

    def _file(self, label: str) -> Path:
        return self._desk.with_name(f"{self._desk.name}.{label}")

    def _key(self, label: str) -> Path:
        return state_folder() / "rounds" / f"{self._uid}.{label}.key"


class SqlRoundFile:
    """One working file with its key."""

    def __init__(self, path: Path, key: bytes, label: str) -> None:
        self._path, self._secret, self._label = path, key, label

    def read(self) -> Ledger:
        """What it holds now."""
        try:
            with closing(_connected(self._path, self._secret, mode="ro")) as connection:
                return _read(connection)
        except dbapi2.Error as error:
            raise RoundFileBroken(self._label, self._path.name) from error
        except (ValueError, LookupError, TypeError, ArithmeticError) as error:
            raise RoundFileBroken(self._label, self._path.name) from error

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """What it holds, to be changed; the file is written anew, before or after, when the block ends well."""
        stood = standing_at(self._path)
        ledger = self.read()
        yield ledger
        if stood is None or standing_at(self._path) != stood:
            raise RoundFileChanged(self._label, self._path.name)
        _write_anew(self._path, self._secret, ledger)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system reports of the file, in the desk's terms; that it is not there stays as it is."""
    try:
        yield
    except FileNotFoundError:
        raise
    except (dbapi2.Error, OSError) as error:
        raise failure_of(error, path) or error from error


def _unfinished(file: Path) -> list[Path]:
    """What writings that were cut off left beside the file."""
    with suppress(OSError):
        begins = f".{file.name}."
        return sorted(
            each
            for each in file.parent.iterdir()
            if each.name.startswith(begins) and each.name.removesuffix("-journal").endswith(UNFINISHED)
        )
    return []


def _write_anew(path: Path, key: bytes, ledger: Ledger) -> None:
    for left in _unfinished(path):
        with suppress(OSError):
            left.unlink()
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with _told(path):
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with closing(_connected(fresh, key, mode="rw")) as connection:
                _lay(connection, ledger)
            settle_on_disk(fresh)
            os.utime(fresh, (ALWAYS, ALWAYS))
            fresh.replace(path)
            with suppress(OSError):
                settle_on_disk(path.parent)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _connected(path: Path, key: bytes, *, mode: str) -> dbapi2.Connection:
    connection = dbapi2.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log = off")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS if mode == "rw" else ():
            connection.execute(pragma).close()
    except BaseException:
        connection.close()
        raise
    return connection


def _lay(connection: dbapi2.Connection, ledger: Ledger) -> None:
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


def _read(connection: dbapi2.Connection) -> Ledger:
    held = dict(connection.execute("SELECT name, value FROM held"))
    ballots = list(connection.execute("SELECT ballot_class, ballots, straight FROM ballots"))
    return Ledger(
        mark=held["mark"],
        salt=bytes.fromhex(held["salt"]),
        serials={serial for (serial,) in connection.execute("SELECT serial FROM serials")},
        batches={number: _batch(kept) for number, kept in connection.execute("SELECT number, kept FROM batches")},
        slips={
            serial: KeptSlip(batch, from_text(first), from_text(second) if second else None)
            for serial, batch, first, second in connection.execute("SELECT serial, batch, first, second FROM slips")
        },
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


def _slip_row(serial: str, slip: KeptSlip) -> tuple[object, ...]:
    return serial, slip.batch, as_text(slip.first), None if slip.second is None else as_text(slip.second)


def _digits(mark: Decimal | None) -> str | None:
    return None if mark is None else str(mark)
