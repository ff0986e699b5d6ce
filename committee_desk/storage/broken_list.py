"""Reading a damaged desk whose own list of tables cannot be read: a copy gets that list from a desk made anew.

Every desk is born with the same tables on the same pages, so the pages of the list fit any desk of the same key.
"""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import NotADesk, PassphraseNeeded, WrongPassphrase
from committee_desk.domain.recovery_code import Mistyped
from committee_desk.storage.engine import connect
from committee_desk.storage.failures import failure_of
from committee_desk.storage.migrate import lay_tables
from committee_desk.storage.passphrase import Key, keys
from committee_desk.storage.recognise import salt_of
from committee_desk.storage.tables import metadata

PAGE = 4096
_FIRST = 1


def reader(path: Path, key: Key | None) -> dbapi2.Connection:
    """A connection that reads what can be read, though the list of tables breaks off."""
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log = off")
            connection.execute(key.pragma())
        connection.execute("PRAGMA writable_schema = ON").close()  # before anything that reads the list
        connection.execute("PRAGMA query_only = ON").close()
    except BaseException:
        connection.close()
        raise
    return connection


def unlock_broken(path: Path, passphrase: str | None) -> Key | None:
    """The key of a damaged desk: the one under which its first page is a page."""
    salt = salt_of(path)
    if salt is None:
        return None
    if not passphrase:
        raise PassphraseNeeded(path)
    with suppress(Mistyped):
        for key in keys(passphrase, salt):
            if _is_right(path, key):
                return key
    raise WrongPassphrase(path)


def _is_right(path: Path, key: Key) -> bool:
    try:
        with closing(reader(path, key)) as connection:
            connection.execute("SELECT name FROM sqlite_master").fetchall()
    except dbapi2.Error as error:
        return not isinstance(failure_of(error, path), NotADesk)
    return True


@contextmanager
def with_a_list(path: Path, key: Key | None, beside: Path) -> Iterator[Path]:
    """The file itself where it names all its tables, else a copy next to `beside` that does, removed afterwards."""
    if _names_all(path, key):
        yield path
        return
    mark = secrets.token_hex(4)
    model, copy = (beside.with_name(f".{beside.name}.{mark}.{part}.unfinished") for part in ("model", "copy"))
    try:
        lay_tables(model, key)
        shutil.copyfile(path, copy)
        _lend(model, copy, _pages_of_the_list(model, key))
        yield copy
    finally:
        for each in (model, copy):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _names_all(path: Path, key: Key | None) -> bool:
    try:
        with closing(reader(path, key)) as connection:
            for table in metadata.tables:
                connection.execute(f"SELECT * FROM {table} LIMIT 0").close()  # noqa: S608 - a table of the program's own
    except (dbapi2.Error, UnicodeDecodeError):
        return False
    return True


def _pages_of_the_list(model: Path, key: Key | None) -> list[int]:
    """Which pages hold the list of tables: those without which it cannot be read."""
    with closing(connect(model, key, mode="ro")) as connection:
        count = connection.execute("PRAGMA page_count").fetchone()[0]
        begun = {row[0] for row in connection.execute("SELECT rootpage FROM sqlite_master")}
    return [page for page in range(_FIRST + 1, count + 1) if page not in begun and not _does_without(model, key, page)]


def _does_without(model: Path, key: Key | None, page: int) -> bool:
    whole = _read(model, page)
    _write(model, page, bytes(PAGE))
    try:
        with closing(reader(model, key)) as connection:
            connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    except (dbapi2.Error, UnicodeDecodeError):
        return False
    finally:
        _write(model, page, whole)
    return True


def _lend(model: Path, copy: Path, pages: list[int]) -> None:
    for page in pages:
        _write(copy, page, _read(model, page))


def _read(path: Path, page: int) -> bytes:
    with path.open("rb") as file:
        file.seek((page - 1) * PAGE)
        return file.read(PAGE)


def _write(path: Path, page: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(content)
