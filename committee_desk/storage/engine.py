"""One desk file as an SQLAlchemy engine: sqlcipher3 for open and protected desks alike.

Every unit of work opens the file anew and closes it, so that nothing holds it between two acts and a file that
vanished is noticed. Nothing here ever makes a file: `storage.birth` does.
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import DeskDamaged, NotADesk, PassphraseNeeded, WrongPassphrase
from committee_desk.storage import recognise
from committee_desk.storage.failures import failure_of
from committee_desk.storage.passphrase import Key, derive
from committee_desk.storage.recognise import require_file, salt_of

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


def connect(path: Path, key: Key | None, *, mode: str = "rw") -> dbapi2.Connection:
    """A bare connection with every pragma set. `mode` is rw, or rwc where a file is to be made."""
    if mode == "rw":
        require_file(path)
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = dbapi2.connect(
        uri, uri=True, isolation_level=None, timeout=recognise.PATIENCE_SECONDS, check_same_thread=False
    )
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log = off")
            connection.execute(key.pragma())
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()
    except BaseException as error:
        connection.close()
        if isinstance(error, UnicodeDecodeError):  # the engine quotes a broken table in what it says
            raise DeskDamaged(path) from error
        raise
    return connection


def engine_for(path: Path, key: Key | None) -> sa.Engine:
    """The engine of one desk file; its failures arrive as those of `domain.desk_file`."""
    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
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


def unlock(path: Path, passphrase: str | None) -> Key | None:
    """The key of the desk file, tried; None for an open desk, whatever passphrase was given."""
    salt = salt_of(path)
    if salt is None:
        return None
    if not passphrase:
        raise PassphraseNeeded(path)
    key = derive(passphrase, salt)
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
