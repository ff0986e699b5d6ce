"""One desk file as an SQLAlchemy engine: sqlcipher3 for open and protected desks alike.

Every unit of work opens the file anew and closes it, so that nothing holds it between two acts and a file that
vanished is noticed. Nothing here ever makes a file: `storage.birth` does.
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import (
    DeskMissing,
    IsAFolder,
    NoPermission,
    NotADesk,
    PassphraseNeeded,
    WrongPassphrase,
)
from committee_desk.storage.failures import failure_of
from committee_desk.storage.passphrase import MARK, SALT_LENGTH, Key, derive

APPLICATION_ID = 0x43_44_53_4B  # CDSK
BUSY_SECONDS = 5.0
_PLAIN = b"SQLite format 3\0"
_APPLICATION_AT, _HEAD = 68, 72  # where SQLite's header keeps the application's mark, and where that ends
_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE would delete past the triggers
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # nothing of the desk reaches the temporary folder
    "PRAGMA cache_size = -65536",
    "PRAGMA cache_spill = OFF",  # else a long import would lock readers out before it commits
)

WRITING = {"desk_writes": True}
"""Execution option of a connection that takes the writers' lock when it begins."""


def connect(path: Path, key: Key | None, *, mode: str = "rw", busy_seconds: float = BUSY_SECONDS) -> dbapi2.Connection:
    """A bare connection with every pragma set. `mode` is rw, or rwc where a file is to be made."""
    if mode == "rw":
        require_file(path)
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=busy_seconds, check_same_thread=False)
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log = off")
            connection.execute(key.pragma())
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()
    except BaseException:
        connection.close()
        raise
    return connection


def engine_for(path: Path, key: Key | None, *, busy_seconds: float = BUSY_SECONDS) -> sa.Engine:
    """The engine of one desk file; its failures arrive as those of `domain.desk_file`."""
    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, busy_seconds=busy_seconds),
        poolclass=NullPool,
        hide_parameters=True,
    )
    sa.event.listen(engine, "begin", _begin)

    def translate(context: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type takes parameters it does not publish
        told = failure_of(context.original_exception, path)
        if told is not None:
            raise told from context.original_exception

    sa.event.listen(engine, "handle_error", translate)
    return engine


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("desk_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")


def require_file(path: Path) -> None:
    """Refuse what is no file at all."""
    try:
        if path.is_dir():
            raise IsAFolder(path)
        if not path.exists():
            raise DeskMissing(path)
        if not path.is_file():
            raise NotADesk(path)
    except PermissionError as error:
        raise NoPermission(path) from error
    except ValueError as error:  # a name that no file can have
        raise DeskMissing(path) from error


def is_protected(path: Path) -> bool:
    """Whether the desk needs a passphrase. Reads the file's head, so ask before the file is open.

    Refuses what is neither an open nor a protected desk.
    """
    require_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise failure_of(error, path) or error from error
    if head.startswith(MARK) and len(head) == _HEAD:
        return True
    if not head.startswith(_PLAIN) or head[_APPLICATION_AT:] != APPLICATION_ID.to_bytes(4, "big"):
        raise NotADesk(path)
    return False


def unlock(path: Path, passphrase: str | None) -> Key | None:
    """The key of the desk file, tried; None for an open desk, whatever passphrase was given."""
    if not is_protected(path):
        return None
    if not passphrase:
        raise PassphraseNeeded(path)
    with path.open("rb") as file:
        key = derive(passphrase, file.read(SALT_LENGTH))
    _try(path, key)
    return key


def _try(path: Path, key: Key) -> None:
    try:
        connection = connect(path, key)
    except dbapi2.Error as error:
        raise _wrong_key(error, path) from error
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").close()
    except dbapi2.Error as error:
        raise _wrong_key(error, path) from error
    finally:
        connection.close()


def _wrong_key(error: dbapi2.Error, path: Path) -> Exception:
    told = failure_of(error, path)
    return WrongPassphrase(path) if isinstance(told, NotADesk) else told or error
