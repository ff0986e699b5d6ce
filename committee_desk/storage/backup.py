"""Makes copies of a desk file by the engine's online backup: checked and on the disk before they get their name."""

import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2

from committee_desk.domain.backup import CopyUnsound
from committee_desk.domain.checking import Report, Subject
from committee_desk.domain.desk_file import DeskDamaged, NotADesk
from committee_desk.domain.journal import BEGINNING
from committee_desk.services.views import Head
from committee_desk.storage.birth import name_it, refuse_taken
from committee_desk.storage.checking.sound import silent, sound
from committee_desk.storage.engine import connect
from committee_desk.storage.failures import failure_of
from committee_desk.storage.leftovers import (
    ABANDONED_SECONDS,
    UNFINISHED,
    give_up,
    settle_on_disk,
    sweep_abandoned,
    unfinished_of,
)
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import in_use

Progress = Callable[[int, int], None]

PAGES_AT_ONCE = 2000
"""So many pages are copied between two reports of progress."""


class Made(NamedTuple):
    """A finished copy: the digest of its file, and the journal's head in it."""

    sha256: str
    head: Head


def make_copy(
    desk: Path, key: Key | None, target: Path, progress: Progress | None = None, *, whatever_state: bool = False
) -> Made:
    """A consistent, checked copy of the desk under a new name, complete or absent, protected by the same key.

    `whatever_state` copies a broken desk too, to be set aside.
    """
    refuse_taken(target)
    with unfinished_beside(target, desk.stem) as unfinished:
        transfer(desk, key, unfinished, progress, told_as=target)
        report = (
            _examined(unfinished, key, progress)
            if whatever_state
            else require_sound(unfinished, key, progress, told_as=target)
        )
        made = Made(digest_of(unfinished), head_of(report))
        finish(unfinished, target, like=desk)
    return made


@contextmanager
def unfinished_beside(target: Path, stem: str) -> Iterator[Path]:
    """A name for a file in the making, in the target's folder; nothing of it stays when the block ends.

    What a cut left there before goes too.
    """
    sweep_abandoned(target.parent)
    _sweep(target.parent, stem)
    unfinished = target.with_name(f".{stem}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        yield unfinished
    except (dbapi2.Error, OSError) as error:
        raise failure_of(error, target) or error from error
    finally:
        for leftover in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
            with suppress(OSError):  # swept later
                give_up(leftover)


def _sweep(folder: Path, stem: str) -> None:
    with suppress(OSError):  # no such folder, or none that may be read
        for each in unfinished_of(folder / stem, (folder,)):
            with suppress(OSError):
                if time.time() - each.stat().st_mtime > ABANDONED_SECONDS:
                    give_up(each)


def transfer(desk: Path, key: Key | None, fresh: Path, progress: Progress | None = None, *, told_as: Path) -> None:
    """Copy one consistent state of the desk into a new file. Others read meanwhile; who writes waits."""
    with in_use(desk.absolute()), closing(_reading(desk, key)) as source:
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            with closing(connect(fresh, key, mode="rwc")) as target:
                source.backup(target, pages=PAGES_AT_ONCE, progress=_reported(progress))
        except dbapi2.Error as error:
            failure = failure_of(error, told_as)
            raise type(failure)(desk) if isinstance(failure, DeskDamaged | NotADesk) else failure or error from error


def _reading(desk: Path, key: Key | None) -> dbapi2.Connection:
    """A connection that has begun to read: from here on nothing that others write can mix with it."""
    try:
        source = connect(desk, key)
    except dbapi2.Error as error:
        raise failure_of(error, desk) or error from error
    try:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").close()
    except dbapi2.Error as error:
        source.close()
        raise failure_of(error, desk) or error from error
    return source


def _reported(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    if progress is None:
        return None

    def report(_status: int, left: int, total: int) -> None:
        progress(total - left, total)

    return report


def _examined(file: Path, key: Key | None, progress: Progress | None) -> Report:
    return sound(file, key, progress or silent)


def head_of(report: Report) -> Head:
    """The journal's head as the check read it; no entry where it could not."""
    return Head(report.journal_entries or 0, report.journal_head or BEGINNING)


def require_sound(file: Path, key: Key | None, progress: Progress | None = None, *, told_as: Path) -> Report:
    """The full check's report; CopyUnsound where anything is broken."""
    report = _examined(file, key, progress)
    if not report.ok:
        raise CopyUnsound(told_as, tuple(dict.fromkeys(problem.subject for problem in report.problems)))
    return report


def digest_of(file: Path) -> str:
    """The SHA-256 of the file's bytes."""
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def finish(unfinished: Path, target: Path, *, like: Path) -> None:
    """Put the file on the disk, readable by whom the original is, and give it its name."""
    with suppress(OSError):  # a stick knows no permissions
        unfinished.chmod(stat.S_IMODE(like.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)
    settle_on_disk(unfinished)
    name_it(unfinished, target)
    with suppress(OSError):  # the name itself; a share may not know how
        settle_on_disk(target.parent)


def duplicate(copy: Path, target: Path) -> None:
    """The same bytes under another name, compared after they were written, complete or absent."""
    refuse_taken(target)
    with unfinished_beside(target, copy.stem) as unfinished:
        with copy.open("rb") as source, unfinished.open("xb") as fresh:
            while piece := source.read(1 << 20):
                fresh.write(piece)
        settle_on_disk(unfinished)
        if digest_of(unfinished) != digest_of(copy):
            raise CopyUnsound(target, (Subject.FILE,))
        finish(unfinished, target, like=copy)
