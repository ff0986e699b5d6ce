"""The working file of an open round: an encrypted file beside the desk whose key only this PC has.

It is written anew as a whole, every table in the order of random keys, under another name, and then takes its place: a
cut leaves before or after, and nothing that was in it stays in free pages. Its stamp of time is always the same.
"""

import os
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.serials import new_mark
from committee_desk.services.round_file import (
    Ledger,
    RoundCopied,
    RoundElsewhere,
    RoundFileBroken,
    RoundFileChanged,
    RoundFileGone,
)
from committee_desk.storage.engine import standing_at
from committee_desk.storage.failures import failure_of
from committee_desk.storage.leftovers import UNFINISHED, overwrite, settle_on_disk
from committee_desk.storage.round_key import (
    ALWAYS,
    bind_key,
    counts_for,
    is_same,
    key_at,
    make_key,
    real_place,
    secret_of,
)
from committee_desk.storage.round_rows import lay, read

SALT_BYTES = 16

_PRAGMAS = (
    "PRAGMA journal_mode = MEMORY",  # of a file that nobody reads before it is whole
    "PRAGMA synchronous = OFF",  # it is waited for once, before it takes its place
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


class SqlRoundFiles:
    """The working files of one desk: `考评.desk.2026-测-001` beside it, their keys in this user's state folder.

    A key is that of the desk at its place. A copy of the desk elsewhere has its own: what is adopted, counted or void
    there takes no key from the desk in use. One that was moved together with its working file opens it all the same,
    and the key is that of its new place from then on; one that was copied with it does not, as long as the working
    file of the original stands where the key says.
    """

    def __init__(self, desk: Path, uid: str) -> None:
        self._desk, self._uid = real_place(desk), uid

    def make(self, label: str) -> None:
        """An empty file with a new key, in place of what a cut-off adoption of the same draft left."""
        self.destroy(label)
        key = self._key(label)
        with _told(key):
            make_key(key, self._file(label))
        fresh = Ledger(mark=new_mark(), salt=secrets.token_bytes(SALT_BYTES))
        _write_anew(self._file(label), secret_of(key), fresh)

    def is_here(self, label: str) -> bool:
        """Whether this PC can work on it: key and file are there."""
        return self._file(label).is_file() and (self._key(label).is_file() or bool(self._moved(label)))

    def open(self, label: str) -> "SqlRoundFile":
        """The file; RoundElsewhere without its key, RoundFileGone without itself, RoundCopied where it is a copy."""
        file, key = self._file(label), self._key(label)
        if not key.exists():
            self._take_over(label)
        try:
            secret = secret_of(key)
        except FileNotFoundError:
            raise RoundElsewhere(label) from None
        except OSError as error:
            raise failure_of(error, key) or error from error
        if not file.is_file():
            raise RoundFileGone(label, file.name)
        return SqlRoundFile(file, secret, label)

    def destroy(self, label: str) -> None:
        """Overwrite and remove first the key, then the file. Harmless where there is nothing left."""
        file = self._file(label)
        for each in (self._key(label), *self._moved(label), file, *_unfinished(file)):
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
        return key_at(self._desk, self._uid, label)

    def _others(self, label: str) -> list[Path]:
        """The keys of the round that desks at other places have."""
        own = self._key(label)
        return sorted(each for each in own.parent.glob(f"{self._uid}.{label}.*.key") if each != own)

    def _moved(self, label: str) -> list[Path]:
        """Those of them that open the file beside this desk: it was moved here, or renamed, together with its file."""
        file = self._file(label)
        if not file.is_file():
            return []
        return [each for each in self._others(label) if _is_free_for(each, file) and _opens(each, file)]

    def _take_over(self, label: str) -> None:
        """Let the key that was made elsewhere count for this place, where the desk was moved; refuse a copy."""
        file, others = self._file(label), self._others(label)
        for each in self._moved(label):
            with suppress(FileNotFoundError), _told(each):  # another window of the same desk was faster
                bind_key(each, self._key(label), file)
            return
        for original in (counts_for(each) for each in others):
            if original is not None and not is_same(original, file):
                raise RoundCopied(label, file.name, str(original))
        if others and not file.is_file():
            raise RoundFileGone(label, file.name)


class SqlRoundFile:
    """One working file with its key."""

    def __init__(self, path: Path, key: bytes, label: str) -> None:
        self._path, self._secret, self._label = path, key, label

    def read(self) -> Ledger:
        """What it holds now."""
        try:
            with closing(_connected(self._path, self._secret, mode="ro")) as connection:
                return read(connection)
        except dbapi2.Error as error:
            raise RoundFileBroken(self._label, self._path.name) from error
        except (ValueError, LookupError, TypeError, ArithmeticError) as error:
            raise RoundFileBroken(self._label, self._path.name) from error

    @contextmanager
    def writing(self, then: Callable[[], None] = lambda: None) -> Iterator[Ledger]:
        """What it holds, to be changed; the file is written anew, before or after, when the block ends well.

        `then` is done before the new file takes its place: where the desk cannot keep the act, the file keeps nothing.
        """
        stood = standing_at(self._path)
        ledger = self.read()
        yield ledger
        if stood is None or standing_at(self._path) != stood:
            raise RoundFileChanged(self._label, self._path.name)
        _write_anew(self._path, self._secret, ledger, then)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system reports of the file, in the desk's terms; that it is not there stays as it is."""
    try:
        yield
    except FileNotFoundError:
        raise
    except (dbapi2.Error, OSError) as error:
        raise failure_of(error, path) or error from error


def _is_free_for(key: Path, file: Path) -> bool:
    """Whether no other file stands where the key says: it counts for this one, or for one that is gone."""
    original = counts_for(key)
    return original is None or is_same(original, file)


def _opens(key: Path, file: Path) -> bool:
    with suppress(dbapi2.Error, OSError), closing(_connected(file, secret_of(key), mode="ro")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return True
    return False


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


def _write_anew(path: Path, key: bytes, ledger: Ledger, then: Callable[[], None] = lambda: None) -> None:
    for left in _unfinished(path):
        with suppress(OSError):
            left.unlink()
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with _told(path):
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with closing(_connected(fresh, key, mode="rw")) as connection:
                lay(connection, ledger)
            settle_on_disk(fresh)
            os.utime(fresh, (ALWAYS, ALWAYS))
        then()
        with _told(path):
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
