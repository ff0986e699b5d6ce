"""What kind of file this is, told by its first bytes before anything opens it as a desk."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition

from committee_desk.domain.desk_file import DeskDamaged, DeskLocked, DeskMissing, IsAFolder, NotADesk
from committee_desk.storage.failures import failure_of
from committee_desk.storage.passphrase import MARK, SALT_LENGTH

APPLICATION_ID = 0x43_44_53_4B  # CDSK
PATIENCE_SECONDS = 5.0
"""How long to wait for whoever holds the file."""

_PLAIN = b"SQLite format 3\0"
_APPLICATION_AT, _HEAD = 68, 72  # where SQLite's header keeps the application's mark, and where that ends
_WRITING, _OURS, _AHEAD = slice(18, 20), b"\1\1", b"\2\2"  # how it is written and read: as here, with a log ahead

_in_use: Counter[Path] = Counter()
_held_alone: set[Path] = set()
_let_go = Condition()


@contextmanager
def in_use(path: Path) -> Iterator[None]:
    """Marks a desk as open in this process.

    On Unix, closing any handle on a file drops all of the process's locks on it: so nobody here may read the head of
    a desk, past the engine, while a unit of work relies on its locks.
    """
    with _let_go:
        _let_go.wait_for(lambda: path not in _held_alone)
        _in_use[path] += 1
    try:
        yield
    finally:
        with _let_go:
            _in_use[path] -= 1
            _let_go.notify_all()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keeps the rest of this process off the desk while its file is exchanged: others wait until the block ends."""
    with _let_go:
        if not _let_go.wait_for(lambda: not _in_use[path] and path not in _held_alone, PATIENCE_SECONDS):
            raise DeskLocked(path)
        _held_alone.add(path)
    try:
        yield
    finally:
        with _let_go:
            _held_alone.discard(path)
            _let_go.notify_all()


def require_file(path: Path) -> None:
    """Refuse what is no file at all."""
    try:
        if path.is_dir():
            raise IsAFolder(path)
        if not path.exists():
            raise DeskMissing(path)
        if not path.is_file():
            raise NotADesk(path)
    except OSError as error:
        raise failure_of(error, path) or error from error
    except ValueError as error:  # a name that no file can have
        raise DeskMissing(path) from error


def salt_of(path: Path) -> bytes | None:
    """The salt of a protected desk, None for an open one; refuses what is neither."""
    require_file(path)
    head = _head(path)
    if head.startswith(MARK) and len(head) == _HEAD:
        return head[:SALT_LENGTH]
    if not head.startswith(_PLAIN) or head[_APPLICATION_AT:] != APPLICATION_ID.to_bytes(4, "big"):
        raise NotADesk(path)
    if head[_WRITING] not in {_OURS, _AHEAD}:  # no engine writes this
        raise DeskDamaged(path)
    return None


def is_switched(path: Path) -> bool:
    """Whether another program switched an open desk to a log that is written ahead (WAL)."""
    require_file(path)
    head = _head(path)
    return head.startswith(_PLAIN) and head[_WRITING] == _AHEAD


def _head(path: Path) -> bytes:
    with _let_go:
        if not _let_go.wait_for(lambda: not _in_use[path.absolute()], PATIENCE_SECONDS):
            raise DeskLocked(path)
        try:
            with path.open("rb") as file:
                return file.read(_HEAD)
        except OSError as error:
            raise failure_of(error, path) or error from error
