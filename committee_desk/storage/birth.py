"""How a desk file comes into being: built whole under a temporary name, then given its own."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import DeskExists, FolderMissing, IsAFolder
from committee_desk.domain.protection import require_long_enough
from committee_desk.storage.failures import failure_of
from committee_desk.storage.leftovers import sweep_abandoned
from committee_desk.storage.migrate import lay_tables
from committee_desk.storage.passphrase import Key, derive, new_salt


@contextmanager
def newborn(path: Path, passphrase: str | None) -> Iterator[tuple[Path, Key | None]]:
    """An empty desk under a temporary name beside `path`; named `path` when the block ends well, else removed.

    Never overwrites: neither what is there now nor what appears in the meantime.
    """
    refuse_taken(path)
    if passphrase:
        require_long_enough(passphrase)
    key = derive(passphrase, new_salt()) if passphrase else None
    with born_under(path, key) as unfinished:
        yield unfinished, key


@contextmanager
def born_under(path: Path, key: Key | None) -> Iterator[Path]:
    """The same under a key that is there already."""
    refuse_taken(path)
    sweep_abandoned(path.parent)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        lay_tables(unfinished, key)
        yield unfinished
        name_it(unfinished, path)
    except (dbapi2.Error, OSError) as error:
        raise failure_of(error, path) or error from error
    finally:
        for leftover in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
            with suppress(OSError):  # on a read-only disk there is nothing to remove
                leftover.unlink(missing_ok=True)


def refuse_taken(path: Path) -> None:
    """Refuse a name that is taken, or whose folder is missing."""
    try:
        if path.is_dir():
            raise IsAFolder(path)
        if os.path.lexists(path):
            raise DeskExists(path)
        if not path.parent.is_dir():
            raise FolderMissing(path.parent)
    except OSError as error:
        raise failure_of(error, path) or error from error


def name_it(unfinished: Path, path: Path) -> None:
    """Give the finished file its name, overwriting nothing."""
    if os.name == "nt":
        unfinished.rename(path)  # refuses an existing name there
        return
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a stick's
        refuse_taken(path)
        unfinished.rename(path)
