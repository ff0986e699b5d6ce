"""What is settled before anybody works on a desk: whether it is written or only read, by which clock it goes, and
whether this PC saw a newer state of it at the same place."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import DeskDamaged, OlderThanRemembered, OlderVersionReadOnly, ReadOnly
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.strangers import Stranger
from committee_desk.paths import migrations
from committee_desk.services.clock import DEMO_BEGINS, DemoClock, pc_clock
from committee_desk.services.ports import Clock
from committee_desk.services.views import Head
from committee_desk.storage.build import known_versions, require_built, require_whole_length
from committee_desk.storage.engine import engine_for
from committee_desk.storage.heads import HeadMemory
from committee_desk.storage.migrate import bring_up_to_date, known_version_of, require_current
from committee_desk.storage.passphrase import Key
from committee_desk.storage.place import can_be_written
from committee_desk.storage.recognise import in_use
from committee_desk.storage.work import SqlWork


class Met(NamedTuple):
    """A desk ready to be worked on, with what this PC remembers of it; `older` where that is more than it holds."""

    work: SqlWork
    clock: Clock
    memory: HeadMemory
    head: Head | None
    older: OlderThanRemembered | None
    stranger: Stranger | None = None


class Known(NamedTuple):
    """What this PC's memory holds against a file that is only checked."""

    older: OlderThanRemembered | None = None
    stranger: Stranger | None = None


class _Look(NamedTuple):
    uid: str
    office: str
    demo: bool
    head: Head | None
    latest: datetime | None


def meet(path: Path, key: Key | None, clock: Clock | None, *, settles: bool = False) -> Met:
    """Bring the desk up to date where it can be written, look at it, and hold it against this PC's memory."""
    read_only = _made_ready(path, key)
    work = SqlWork(path, key, pc_clock, read_only)
    look = _look(work)
    if look is None:
        look = _look(work)  # what the damage left, now that it was noticed
    if look is None:
        raise DeskDamaged(path)
    goes_by = clock or (DemoClock(look.latest or DEMO_BEGINS) if look.demo else pc_clock)
    work.go_by(goes_by)
    memory = HeadMemory(path, look.uid, settles=settles)
    work.tell(memory)
    older, stranger = _older(work, memory, look.head), _stranger(memory, look)
    if look.head is not None and older is None:
        memory.remember(look.head, pc_clock())
    return Met(work, goes_by, memory, look.head, older, stranger)


def meet_unnamed(file: Path, key: Key | None, clock: Clock | None) -> Met:
    """A desk file in the making, up to date: nothing is remembered of it before it has its name."""
    work = SqlWork(file, key, pc_clock)
    look = _look(work)
    if look is None:
        raise DeskDamaged(file)
    goes_by = clock or (DemoClock(look.latest or DEMO_BEGINS) if look.demo else pc_clock)
    work.go_by(goes_by)
    return Met(work, goes_by, HeadMemory(file, look.uid), look.head, None)


def _made_ready(path: Path, key: Key | None) -> ReadOnly | None:
    try:
        medium = None if can_be_written(path) else ReadOnly.MEDIUM
        if _require_as_built(path, key, medium):
            return medium
        if medium is not None:
            require_current(path, key, medium)
            return medium
        bring_up_to_date(path, key, pc_clock())
    except DeskDamaged as damaged:
        try:
            require_current(path, key, ReadOnly.DAMAGED)
        except OlderVersionReadOnly:
            raise damaged from None
        return ReadOnly.DAMAGED
    return None


def _require_as_built(path: Path, key: Key | None, medium: ReadOnly | None) -> bool:
    """Refuse, as damaged, a file that is not as long as its pages, or is built otherwise than its version; whether that
    is today's."""
    known = known_versions(migrations())
    with in_use(path.absolute()), engine_for(path, key, medium).connect() as connection:
        version = known_version_of(connection, path, known)
        require_whole_length(connection, path)
        require_built(connection, path, version)
    return version == known[-1]


def _look(work: SqlWork) -> _Look | None:
    """Who the desk is and where its journal stands; None where damage hides who it is."""
    try:
        with work.reading() as uow:
            row = uow.office.identity()
            try:
                if not uow.journal.head().entries:  # its founding is the first
                    work.found_damaged()
                return _Look(row.uid, row.office, row.demo, uow.journal.head(), uow.journal.latest_moment())
            except DeskDamaged:
                work.found_damaged()
                return _Look(row.uid, row.office, row.demo, None, None)
    except DeskDamaged:
        return None


def _older(work: SqlWork, memory: HeadMemory, head: Head | None) -> OlderThanRemembered | None:
    seen = memory.seen()
    if seen is None or head is None or head == seen.head:
        return None
    try:
        with work.reading() as uow:
            then = uow.journal.hash_of(seen.head.entries)
            if then != seen.head.hash and uow.journal.restored_over(seen.head):
                return None  # two people took the older state when they restored it
            memory.require_no_older(head, then)
    except DeskDamaged:
        return None  # a page that cannot be read is no swapped copy; the desk says that it is damaged
    except OlderThanRemembered as older:
        return older
    return None


def _stranger(memory: HeadMemory, look: _Look) -> Stranger | None:
    """Another desk than last time; a demonstration is made anew at will, and its banner says what it is."""
    before = None if look.demo else memory.another_before()
    return None if before is None else Stranger(look.uid, look.office, *before)


def known_of(path: Path, key: Key | None) -> Known:
    """What this PC remembers otherwise of the desk in that file; writes nothing, and is silent where it cannot tell."""
    work = SqlWork(path, key, pc_clock, ReadOnly.MEDIUM)
    try:
        look = _look(work)
        if look is None:
            return Known()
        memory = HeadMemory(path, look.uid)
        return Known(_older(work, memory, look.head), _stranger(memory, look))
    except (DeskError, Trouble, SQLAlchemyError, dbapi2.Error):  # another version's tables, or a broken file
        return Known()


def remember_instead(path: Path, key: Key | None) -> None:
    """This PC remembers the desk as it is now, whatever it saw before: the end of an act that put it there."""
    work = SqlWork(path, key, pc_clock)
    with work.reading() as uow:
        uid, head = uow.office.identity().uid, uow.journal.head()
    HeadMemory(path, uid, settles=True).take_instead(head, pc_clock())
