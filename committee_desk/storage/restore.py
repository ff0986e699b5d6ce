"""A copy of a desk on its way back: laid out as a checked file of today, compared with the desk in use, put over it.

The desk in use is not exchanged for another file: its content is replaced in one transaction of its own, so that
whoever waits for its lock meets the restored desk, and a cut at any moment leaves it before or after. So it also keeps
its own protection, whatever the copy's was.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from committee_desk.domain.backup import CopyBroken, CopyPassphraseWrong, CopyUnsound
from committee_desk.domain.checking import Subject
from committee_desk.domain.desk_file import DeskDamaged, ReadOnlyDesk, WrongPassphrase
from committee_desk.paths import migrations
from committee_desk.services.backup_views import Counted
from committee_desk.services.ports import Clock, Progress, UnitOfWork
from committee_desk.services.views import Head
from committee_desk.storage.backup import digest_of, finish, head_of, require_sound, transfer, unfinished_beside
from committee_desk.storage.birth import refuse_taken
from committee_desk.storage.build import SCHEMA, parts_of
from committee_desk.storage.engine import WRITING, connect, engine_for, unlock
from committee_desk.storage.failures import failure_of
from committee_desk.storage.migrate import is_older, migrate_here
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import in_use, salt_of
from committee_desk.storage.tables import metadata
from committee_desk.storage.unit_of_work import SqlUnitOfWork
from committee_desk.storage.work import SqlWork

WriteEntry = Callable[[UnitOfWork], int]

_NOT_COUNTED = frozenset({"settings", "schemes"})
COUNTED = tuple(
    table.name for table in metadata.sorted_tables if "ended_by" in table.c and table.name not in _NOT_COUNTED
)
"""The tables whose rows a preview counts: every fact but settings, which are named one by one."""


class LaidOut(NamedTuple):
    """A copy as a private file: checked, and brought up to date. `head` and `at` are as the copy itself had them."""

    file: Path
    key: Key | None
    sha256: str
    head: Head
    at: datetime | None
    migrated: bool


class LaidBeside(NamedTuple):
    """A copy that was laid out beside the desk over which it may be put."""

    copy: LaidOut
    over: SqlWork
    clock: Clock

    @property
    def sha256(self) -> str:
        """The digest of the copy's own file."""
        return self.copy.sha256

    @property
    def head(self) -> Head:
        """The journal's head in the copy as it was."""
        return self.copy.head

    @property
    def at(self) -> datetime | None:
        """When the newest entry of the copy was written."""
        return self.copy.at

    @property
    def migrated(self) -> bool:
        """Whether an older program made the copy."""
        return self.copy.migrated

    @property
    def other_passphrase(self) -> bool:
        """Whether the copy is protected otherwise than the desk."""
        return self.copy.key != self.over.key

    @property
    def work(self) -> SqlWork:
        """Opens units of work on the laid-out copy."""
        return SqlWork(self.copy.file, self.copy.key, self.clock)

    def compare(self) -> tuple[int, tuple[Counted, ...]]:
        """The last entry that copy and desk have in common, and how their rows differ."""
        return compare(self.over.path, self.over.key, self.copy)

    def replace(self, before: Callable[[UnitOfWork], None], write_entry: WriteEntry) -> int:
        """Put the copy in the desk's place; this PC takes the older state from here on. The entry's number."""
        entry, head = replace_content(self.over, self.copy, self.clock, before, write_entry)
        self.over.took_older(head)
        return entry


@contextmanager
def laid_out(
    copy: Path, key: Key | None, beside: Path, moment: datetime, progress: Progress | None = None
) -> Iterator[LaidOut]:
    """The copy as a checked file of today, in the folder of `beside`; nothing of it stays when the block ends."""
    with unfinished_beside(beside, beside.stem) as file:
        try:
            laid = _laid(copy, key, file, beside, moment, progress)
        except (DeskDamaged, CopyUnsound) as error:
            subjects = error.subjects if isinstance(error, CopyUnsound) else (Subject.FILE,)
            raise CopyBroken(copy, subjects) from error
        yield laid


def _laid(  # noqa: PLR0913, PLR0917 - from where to where
    copy: Path, key: Key | None, file: Path, beside: Path, moment: datetime, progress: Progress | None
) -> LaidOut:
    older = is_older(copy, key, migrations())
    try:
        sha256 = digest_of(copy)
    except OSError as error:
        raise failure_of(error, copy) or error from error
    transfer(copy, key, file, progress, told_as=beside)
    report = require_sound(file, key, progress, told_as=copy)
    at = _latest(file, key)
    if older:
        migrate_here(file, key, migrations(), moment)
        require_sound(file, key, told_as=copy)
    return LaidOut(file, key, sha256, head_of(report), at, older)


@contextmanager
def put_back(backup: Path, key: Key | None, path: Path, moment: datetime) -> Iterator[LaidOut]:
    """A copy as a new desk file, named `path` when the block ends well; overwrites nothing."""
    refuse_taken(path)
    with laid_out(backup, key, path, moment) as laid:
        yield laid
        finish(laid.file, path, like=backup)


def _latest(file: Path, key: Key | None) -> datetime | None:
    with closing(connect(file, key)) as connection:
        row = connection.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return None if row is None else datetime.fromisoformat(row[0])


def key_of_copy(copy: Path, present: Key | None, passphrase: str | None) -> Key | None:
    """The key of a copy: that of the desk where it opens the copy, else the copy's own passphrase has to be given."""
    salt = salt_of(copy)
    if salt is None:
        return None
    if present is not None and present.salt == salt:
        return present
    if not passphrase:
        raise CopyPassphraseWrong(copy, given=False)
    try:
        return unlock(copy, passphrase)
    except WrongPassphrase:
        raise CopyPassphraseWrong(copy, given=True) from None


def compare(desk: Path, key: Key | None, copy: LaidOut) -> tuple[int, tuple[Counted, ...]]:
    """Hold a copy against the desk: the last common entry, and the rows. What was written up to it is the same."""
    with in_use(desk.absolute()), closing(connect(desk, key)) as connection:
        _attach(connection, copy)
        connection.execute("BEGIN")
        common = _common(connection)
        return common, tuple(_counted(connection, table, common) for table in COUNTED)


def _attach(connection: dbapi2.Connection, copy: LaidOut) -> None:
    uri = f"{copy.file.absolute().as_uri()}?mode=ro"
    connection.execute("ATTACH DATABASE ? AS restored KEY ?", (uri, "" if copy.key is None else copy.key.text()))


def _common(connection: dbapi2.Connection) -> int:
    asked = """
        SELECT coalesce(max(here.seq), 0) FROM main.journal AS here
        JOIN restored.journal AS there ON there.seq = here.seq AND there.hash = here.hash
    """
    return int(connection.execute(asked).fetchone()[0])


def _counted(connection: dbapi2.Connection, table: str, common: int) -> Counted:
    held = "SELECT count(*) FROM {}.{} WHERE ended_by IS NULL"
    now, then = (int(connection.execute(held.format(where, table)).fetchone()[0]) for where in ("main", "restored"))
    asked = f"""
        SELECT count(*) FROM main.{table} AS here JOIN restored.{table} AS there ON there.id = here.id
        WHERE here.ended_by IS NULL AND there.ended_by IS NULL AND here.entry <= ? AND there.entry = here.entry
    """  # noqa: S608 - names of our own tables
    both = int(connection.execute(asked, (common,)).fetchone()[0])
    return Counted(table, now, then, now - both, then - both)


def replace_content(
    work: SqlWork, copy: LaidOut, clock: Clock, before: Callable[[UnitOfWork], None], write_entry: WriteEntry
) -> tuple[int, Head]:
    """Put the copy's content in the place of the desk's, in one transaction under the writers' lock.

    `before` is called under the lock, while others still read the desk as it was. The entry is written by the copy's
    journal. Returns its number and the head after it.
    """
    if work.read_only is not None:
        raise ReadOnlyDesk(work.path, work.read_only)
    connected = engine_for(work.path, work.key).connect().execution_options
    with in_use(work.path), connected(**WRITING) as connection:
        raw = _bare(connection)
        raw.execute("PRAGMA foreign_keys = OFF")  # tables come one after the other; all is looked at in the end
        _attach(raw, copy)
        before(SqlUnitOfWork(connection, clock))  # begins, and holds the writers' lock from here on
        _exchange_tables(raw, work.path)
        uow = SqlUnitOfWork(connection, clock)
        entry = write_entry(uow)
        uow.commit()
        return entry, uow.journal.head()


def _bare(connection: sa.Connection) -> dbapi2.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, dbapi2.Connection)  # noqa: S101 - the one engine there is
    return raw


def _exchange_tables(raw: dbapi2.Connection, path: Path) -> None:
    for kind, name in _built(raw, "main", "type <> 'table'"):
        raw.execute(f'DROP {kind} main."{name}"')
    for _, name in _built(raw, "main", "type = 'table'"):
        raw.execute(f'DROP TABLE main."{name}"')
    for kind, name in _built(raw, "restored", "type = 'table'"):
        raw.execute(_statement(raw, kind, name))
        raw.execute(f'INSERT INTO main."{name}" SELECT * FROM restored."{name}"')  # noqa: S608 - a table's own name
    for kind, name in _built(raw, "restored", "type <> 'table'"):
        raw.execute(_statement(raw, kind, name))
    if not _alike(raw):
        raise DeskDamaged(path)


def _built(raw: dbapi2.Connection, where: str, kind: str) -> list[tuple[str, str]]:
    """What a file is built of, in the order in which it was made."""
    asked = f"SELECT type, name FROM {where}.sqlite_master WHERE sql IS NOT NULL AND {kind} ORDER BY rowid"  # noqa: S608
    return [(kind, name) for kind, name in raw.execute(asked).fetchall() if not name.startswith("sqlite_")]


def _statement(raw: dbapi2.Connection, kind: str, name: str) -> str:
    asked = "SELECT sql FROM restored.sqlite_master WHERE type = ? AND name = ?"
    return str(raw.execute(asked, (kind, name)).fetchone()[0])


def _alike(raw: dbapi2.Connection) -> bool:
    """Whether the desk now is what the copy is, and whole."""
    main, restored = (parts_of(raw.execute(SCHEMA.format(where)).fetchall()) for where in ("main", "restored"))
    if main != restored:
        return False
    for kind, name, _, _ in main:
        counted = f'SELECT (SELECT count(*) FROM main."{name}") = (SELECT count(*) FROM restored."{name}")'  # noqa: S608
        if kind == "table" and not raw.execute(counted).fetchone()[0]:
            return False
    whole = raw.execute("PRAGMA main.integrity_check").fetchall() == [("ok",)]
    return whole and not raw.execute("PRAGMA main.foreign_key_check").fetchall()
