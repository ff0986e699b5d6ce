"""What an exchange of the desk's file leaves when it is cut off, and how plain bytes are given up."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PLAIN = b"SQLite format 3\0"
UNFINISHED = ".unfinished"
EXCHANGE = f".exchange{UNFINISHED}"
"""How names end that only an exchange gives."""
ABANDONED_SECONDS = 3600
"""A file in the making that nobody touched for so long is a leftover of a program that was cut off."""
_IN_THE_MAKING = re.compile(r"\..+\.[0-9a-f]{8}\.unfinished(-journal)?", re.ASCII)
"""How new desks and copies are called before they have their name: our own pattern, and nobody else's."""
_PIECE = 1 << 20


def is_plain(path: Path) -> bool:
    """Whether anybody can read the file."""
    with path.open("rb") as file:
        return file.read(len(PLAIN)) == PLAIN


def unfinished_of(desk: Path, folders: tuple[Path, ...], ending: str = UNFINISHED) -> Iterator[Path]:
    """The files that cut-off work on the desk or on its copies left, with their journals.

    Beside the desk other desks may stand; the other folders hold its copies and nothing else.
    """
    for folder in folders:
        with suppress(OSError):  # no such folder, or none that may be read
            for each in sorted(folder.iterdir()):
                named, begins = each.name.removesuffix("-journal"), f".{desk.stem}." if folder == desk.parent else "."
                if named.startswith(begins) and named.endswith(ending) and each.is_file():
                    yield each


def sweep_abandoned(folder: Path) -> None:
    """Remove what programs that were cut off left in the folder: files in the making that nobody touched for long."""
    with suppress(OSError):  # no such folder, or none that may be read
        for each in folder.iterdir():
            if _IN_THE_MAKING.fullmatch(each.name):
                with suppress(OSError):
                    if each.is_file() and time.time() - each.stat().st_mtime > ABANDONED_SECONDS:
                        give_up(each)


def give_up(path: Path) -> None:
    """Remove a file; where it is plain, write over its bytes first, as far as the disk lets them be written over.

    Bytes that bear a second name are somebody's: a cut between the giving of a name and the taking of the other.
    """
    with suppress(OSError):
        if is_plain(path) and path.stat().st_nlink == 1:
            overwrite(path)
    path.unlink(missing_ok=True)


def overwrite(path: Path) -> None:
    """Write zeros over every byte of the file and wait for the disk."""
    with path.open("r+b") as file:
        left = file.seek(0, os.SEEK_END)
        file.seek(0)
        while left > 0:
            left -= file.write(bytes(min(left, _PIECE)))
        file.flush()
        os.fsync(file.fileno())


def settle_on_disk(path: Path) -> None:
    """Wait until the file, or the folder's list of names, is on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    except (PermissionError, IsADirectoryError):  # Windows opens no folders, and keeps their lists by itself
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
