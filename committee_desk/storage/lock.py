"""The lock of an open desk: the operating system holds it on small empty files, and lets go when the program dies.

One file stands beside the desk, where every user of the PC meets it; a second one, in this user's own folder and named
after the desk's inode, is met by whoever comes through a hard link. Neither says who holds it. Both go when let go.
A program never bars itself: it may open its own desk again.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from committee_desk.domain.desk_file import DeskInUse
from committee_desk.paths import state_folder

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass
class _Held:
    """A lock of this program and how many of its desks rely on it."""

    handle: int
    times: int = 1


_held: dict[Path, _Held] = {}
_one_at_a_time = Lock()


def hold(path: Path) -> Callable[[], None]:
    """Bar other programs from opening the desk as a window or importer; returns what lets go. DeskInUse when barred.

    Where no file can be made beside the desk nobody can write it either, and nothing is barred.
    """
    real = path.resolve()
    taken: list[Path] = []
    with _one_at_a_time:
        try:
            for file in (real.with_name(f".{real.name}.lock"), _of_inode(real)):
                if file is not None and _take_or_share(file):
                    taken.append(file)  # noqa: PERF401 - what was taken is let go when the next one is barred
        except BlockingIOError:
            _let_go(taken)
            raise DeskInUse(path) from None

    def let_go() -> None:
        with _one_at_a_time:
            _let_go(taken)
            taken.clear()

    return let_go


def _of_inode(real: Path) -> Path | None:
    try:
        told, folder = real.stat(), state_folder() / "locks"
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a PC that lets this user keep nothing
        return None
    return folder / f"{told.st_dev:x}-{told.st_ino:x}.lock"


def _take_or_share(file: Path) -> bool:
    """Take the lock, or count on it once more; False where no file can be made. BlockingIOError when barred."""
    if file in _held:
        _held[file].times += 1
        return True
    handle = _taken(file)
    if handle is None:
        return False
    _held[file] = _Held(handle)
    return True


def _taken(file: Path) -> int | None:
    while True:
        handle = _opened(file)
        if handle is None:
            return None
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            raise BlockingIOError from error
        if _still_there(file, handle):
            return handle
        os.close(handle)  # whoever held it removed the file just now


def _opened(file: Path) -> int | None:
    with suppress(OSError):
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    with suppress(OSError):  # another user of this PC made it
        return os.open(file, os.O_RDONLY)
    return None


def _still_there(file: Path, handle: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(handle))
    except OSError:
        return False


def _let_go(files: list[Path]) -> None:
    for file in reversed(files):
        held = _held[file]
        held.times -= 1
        if held.times:
            continue
        del _held[file]
        if os.name != "nt":
            with suppress(OSError):  # while it is still held, so that nobody else's file is removed
                file.unlink()
        os.close(held.handle)
        if os.name == "nt":
            with suppress(OSError):  # Windows removes no open file; whoever came first keeps theirs
                file.unlink()
