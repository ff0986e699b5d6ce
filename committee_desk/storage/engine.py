"""One desk file as an SQLAlchemy engine: sqlcipher3 for open and protected desks alike.

Every unit of work opens the file anew and closes it, so that nothing holds it between two acts and a file that
vanished is noticed. Nothing here ever makes a file: `storage.birth` does.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import (
    DeskDamaged,
    DeskReplaced,
    NotADesk,
    PassphraseNeeded,
    ReadOnly,
    RecoveryCodeMistyped,
    RecoveryCodeOutdated,
    WritingSwitched,
    WrongPassphrase,
)
from committee_desk.domain.recovery_code import Mistyped, is_code
from committee_desk.storage import recognise
from committee_desk.storage.failures import failure_of
from committee_desk.storage.passphrase import Key, keys
from committee_desk.storage.place import can_be_written
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


class DeskConnection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection that knows its path, and which file stood there just before it was opened."""

    path: Path
    opened: tuple[int, int] | None = None

    def replaced(self) -> bool:
        """Whether the file lost its name since: taken away, or another one stands there."""
        return self.opened is not None and self.opened != standing_at(self.path)


def standing_at(path: Path) -> tuple[int, int] | None:
    """Which file stands at the path now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def connect(path: Path, key: Key | None, *, mode: str = "rw") -> dbapi2.Connection:
    """A bare connection with every pragma set. `mode` is rw, ro, or rwc where a file is to be made."""
    if mode != "rwc":
        require_file(path)
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    stood = standing_at(path)
    connection = dbapi2.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=recognise.PATIENCE_SECONDS,
        check_same_thread=False,
        factory=DeskConnection,
    )
    connection.path, connection.opened = path, stood
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


def connect_to_damaged(path: Path, key: Key | None) -> dbapi2.Connection:
    """A connection that reads what can be read: past broken tables, and in a file that lost its end."""
    connection = connect(path, key, mode="ro")
    connection.execute("PRAGMA writable_schema = ON").close()
    return connection


def engine_for(path: Path, key: Key | None, read_only: ReadOnly | None = None) -> sa.Engine:
    """The engine of one desk file; its failures arrive as those of `domain.desk_file`."""
    damaged = read_only is ReadOnly.DAMAGED

    def connected() -> dbapi2.Connection:
        return connect_to_damaged(path, key) if damaged else connect(path, key, mode="ro" if read_only else "rw")

    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connected,
        poolclass=NullPool,
        hide_parameters=True,
    )

    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("desk_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")
        if writes:
            require_in_place(connection)

    sa.event.listen(engine, "begin", begin)

    def translate(context: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type takes parameters it does not publish
        told = failure_of(context.original_exception, path)
        if told is None and damaged and isinstance(context.original_exception, dbapi2.Error):
            told = DeskDamaged(path)  # a table whose description cannot be read is missing
        if told is not None:
            if context.connection is not None:
                require_in_place(context.connection)
            raise told from context.original_exception

    sa.event.listen(engine, "handle_error", translate)
    return engine


def require_in_place(connection: sa.Connection) -> None:
    """Refuse to go on in a file that lost its name: what is written there nobody opens again."""
    driver = connection.connection.driver_connection
    if isinstance(driver, DeskConnection) and driver.replaced():
        raise DeskReplaced(driver.path)


def unlock(path: Path, passphrase: str | None) -> Key | None:
    """The key of the desk file, tried; None for an open desk, whatever passphrase was given."""
    salt = salt_of(path)
    if salt is None:
        if recognise.is_switched(path) and not can_be_written(path):
            raise WritingSwitched(path)
        return None
    if not passphrase:
        raise PassphraseNeeded(path)
    return opening(path, passphrase, salt)


def opening(path: Path, typed: str, salt: bytes) -> Key:
    """The key that opens a protected desk, for a passphrase or a recovery code; refuses what does not."""
    try:
        for key in keys(typed, salt):
            if _opens(path, key):
                return key
    except Mistyped:
        raise RecoveryCodeMistyped(path) from None
    raise RecoveryCodeOutdated(path) if is_code(typed) else WrongPassphrase(path)


def _opens(path: Path, key: Key) -> bool:
    try:
        with closing(connect(path, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").close()
    except dbapi2.Error as error:
        told = failure_of(error, path)
        if isinstance(told, NotADesk):
            return False
        raise told or error from error
    return True
