"""Files that appear in a folder together or not at all; and names that every system takes."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from committee_desk.domain.desk_file import DiskFailed, DiskFull, NoPermission

_RESERVED = str.maketrans(
    {**dict.fromkeys('<>:"/\\|?*', "_"), **dict.fromkeys(map(chr, range(32)), None), "\x7f": None}
)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
LONGEST = 240
"""Bytes that a file name may have, with room for a number."""


class AllOrNothing:
    """Files written under temporary names, renamed together; what stood there before comes back on failure."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = uuid4().hex[:8]
        self._written: list[tuple[Path, Path]] = []
        self._placed: list[Path] = []
        self._aside: list[tuple[Path, Path]] = []

    def put(self, name: str, content: bytes) -> None:
        """Write a file under a temporary name."""
        target = self._folder / self._free(name)
        temporary = self._folder / f".{self._mark}-{len(self._written)}.tmp"
        self._written.append((temporary, target))
        temporary.write_bytes(content)

    def place(self) -> tuple[Path, ...]:
        """Give every file its own name. What stood there comes back when the block is left by an error."""
        for temporary, target in self._written:
            if target.exists():
                aside = temporary.with_suffix(".old")
                target.rename(aside)
                self._aside.append((aside, target))
            temporary.rename(target)
            self._placed.append(target)
        return tuple(self._placed)

    def keep(self) -> None:
        """The block went well: what was replaced goes."""
        for aside, _target in self._aside:
            with suppress(OSError):  # somebody reads the old one; the new one is in place all the same
                aside.unlink()

    def undo(self) -> None:
        """The block failed: what was placed goes, what was replaced comes back."""
        for temporary, _target in self._written:
            temporary.unlink(missing_ok=True)
        for target in self._placed:
            target.unlink(missing_ok=True)
        for aside, target in self._aside:
            aside.replace(target)

    def _free(self, name: str) -> str:
        """The name, numbered where two people's sheets would bear it (a code may differ by a reserved character)."""
        taken = {target.name.casefold() for _, target in self._written}
        stem, dot, ending = name.rpartition(".")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number}){dot}{ending}"
        return name


@contextmanager
def all_or_nothing(folder: Path) -> Iterator[AllOrNothing]:
    """A folder to write into, made where it is missing; a Trouble when the disk is full or the folder closed."""
    with told_as_troubles(folder):
        made = _made(folder)
        files = AllOrNothing(folder)
        try:
            yield files
            files.keep()
        except BaseException:
            files.undo()
            for each in reversed(made):
                with suppress(OSError):  # somebody else put something in
                    each.rmdir()
            raise


def safe_name(name: str) -> str:
    """The name without what Windows reserves, and no longer than a file system takes."""
    stem, dot, ending = name.translate(_RESERVED).strip(" .").rpartition(".")
    room = LONGEST - len((dot + ending).encode())
    while len(stem.encode()) > room:
        stem = stem[:-1]
    return stem.rstrip(" .") + dot + ending


def _made(folder: Path) -> list[Path]:
    """The folders that had to be made, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


@contextmanager
def told_as_troubles(folder: Path) -> Iterator[None]:
    """What the system reports, told as the troubles of the desk."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        from committee_desk.services.sheet_refusals import NotAFolder  # noqa: PLC0415 - hardly ever

        raise NotAFolder(folder) from error
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(folder) from error
        raise (NoPermission if error.errno in _FORBIDDEN else DiskFailed)(folder) from error
