"""Joins adapters to services: the one place that knows them all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.documents.drawer import (
    LazyDrawer,
    LazyEvaluations,
    LazyExplained,
    LazyGrading,
    LazyMeetings,
    LazyMonths,
    LazyObjections,
    LazyOpinions,
    LazyPublication,
    LazyRecovery,
    LazyResults,
    LazyRounds,
    LazySlips,
    missing_glyphs,
)
from committee_desk.documents.folder import all_or_nothing
from committee_desk.documents.on_demand import Attachments, RankingWriter, Reader, Templates
from committee_desk.documents.raster import rasterise
from committee_desk.documents.signing_on_demand import LazyCertificates, LazySigner, LazyTrust, verify
from committee_desk.domain.checking import Problem, Report
from committee_desk.domain.desk_file import DeskDamaged, DeskInSyncFolder, DeskOnShare
from committee_desk.domain.roles import Right
from committee_desk.services.access import AcceptOlder, Access
from committee_desk.services.actor import Actor
from committee_desk.services.adapters import Paper, Workbooks
from committee_desk.services.clock import DemoClock, pc_clock
from committee_desk.services.desk import Desk
from committee_desk.services.office import OfficeDesk
from committee_desk.services.ports import Clock
from committee_desk.storage.engine import unlock
from committee_desk.storage.lock import hold
from committee_desk.storage.opening import Known, Met, meet, meet_unnamed, remember_instead
from committee_desk.storage.opening import known_of as known
from committee_desk.storage.place import require_fit_place
from committee_desk.storage.recognise import is_switched
from committee_desk.storage.vault import SqlVault
from committee_desk.storage.work import SqlWork

if TYPE_CHECKING:
    from committee_desk.services.imports import Kind
    from committee_desk.services.restoring import Restored
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.storage.copies import SqlCopies
    from committee_desk.storage.round_file import SqlRoundFiles


def open_desk(
    path: Path,
    *,
    passphrase: str | None = None,
    clock: Clock | None = None,
    access: Access = Access.BESIDE,
    accept_older: AcceptOlder | None = None,
) -> Desk:
    """Open a desk file. Refuses what is not a desk or is newer than this program; migrates an older one.

    A window or importer bars others until `Desk.close()`. Where the desk cannot be written, or is damaged, it is read
    only. `accept_older` takes a desk older than this PC remembers. A demonstration goes by its own clock, every other
    desk by the PC's. `clock` is for tests alone.
    """
    require_fit_place(path)
    key = unlock(path, passphrase)
    let_go = hold(path) if access is not Access.BESIDE else None
    try:
        met = meet(path, key, clock, settles=access is not Access.BESIDE)
        if access is Access.IMPORT:
            met.work.examine(thorough=False)  # nothing is read into a damaged file
        desk = _desk(path, met, let_go)
        if access is Access.WINDOW and met.work.read_only is None:
            _vault(path, met).finish_cut_off()
        if met.older is not None:
            desk.accept_older(met.older, accept_older, met.memory.take_instead)
    except BaseException:
        if let_go is not None:
            let_go()
        raise
    return desk


def new_desk(  # noqa: PLR0913 - everything that a desk is born with
    path: Path,
    office: str,
    year: int,
    actor: Actor,
    *,
    scheme: str | None = None,
    demo: bool = False,
    clock: Clock | None = None,
    passphrase: str | None = None,
    access: Access = Access.BESIDE,
) -> Desk:
    """Make a new desk and open it; refuses to overwrite. `clock` is for tests alone.

    `scheme` is the id of a shipped scheme or the path of a scheme file; the default is `prosecutor-2026`. The other
    categories begin with the shipped schemes.
    """
    from committee_desk.services.calendar import seed  # noqa: PLC0415 - the window opens without
    from committee_desk.services.founding import Founding, found  # noqa: PLC0415 - the same
    from committee_desk.services.schemes import founding_schemes  # noqa: PLC0415 - the same
    from committee_desk.storage.birth import newborn  # noqa: PLC0415 - the same

    require_fit_place(path)
    founding = Founding(office, year, founding_schemes(scheme), demo)
    goes_by = clock or (DemoClock() if demo else pc_clock)
    with newborn(path, passphrase) as (unfinished, key):
        found(SqlWork(unfinished, key, goes_by), goes_by, actor, founding, partial(seed, demo=demo))
    let_go = hold(path) if access is not Access.BESIDE else None
    return _desk(path, meet(path, key, goes_by, settles=True)._replace(stranger=None), let_go)


def try_passphrase(path: Path, passphrase: str) -> None:
    """Refuse a passphrase that does not open the file, as the lock of the window asks."""
    unlock(path, passphrase)


def is_demonstration(path: Path) -> bool:
    """Whether the file is a demonstration desk, of whatever version; refuses what is no desk. Migrates nothing."""
    key = unlock(path, None)
    with SqlWork(path, key, pc_clock).reading() as uow:
        return uow.office.identity().demo


def restore(
    backup: Path,
    path: Path,
    who: Callable[[Desk], Actor],
    *,
    passphrase: str | None = None,
    clock: Clock | None = None,
) -> "Restored":
    """Put a copy back as a new desk file; refuses to overwrite, and what its check finds broken.

    `who` says who acts, given the desk that comes back: where it has accounts, they sign in there. `clock` is for
    tests alone.
    """
    from committee_desk.services.restoring import Restored, restored_from  # noqa: PLC0415 - hardly ever
    from committee_desk.storage.restore import put_back  # noqa: PLC0415 - hardly ever

    require_fit_place(path)
    key = unlock(backup, passphrase)
    with put_back(backup, key, path, (clock or pc_clock)()) as laid:
        met = meet_unnamed(laid.file, key, clock)
        desk = _desk(laid.file, met, None)
        actor = who(desk)
        desk.seat.require(Right.RESTORE)
        with met.work.writing() as uow:
            uow.journal.append(actor, "desk.restore", uow.office.identity().uid, restored_from(backup, laid))
            uow.commit()
    remember_instead(path, key)  # put there by an act of its own journal, whatever stood there before
    return Restored(laid.head, laid.migrated, protected=key is not None)


def check_file(path: Path, passphrase: str | None) -> Report:
    """What is broken on the desk in that file. Neither opens it as a desk nor writes a byte; needs no account."""
    from committee_desk.storage.checking.sound import sound, unreadable  # noqa: PLC0415 - the window opens without it

    try:
        if is_switched(path):  # opening it, even to read, would write
            return Report((Problem("file.switched", {}),))
        key = unlock(path, passphrase)
    except DeskDamaged as error:
        return unreadable(error)
    return sound(path, key)


def known_of(path: Path, passphrase: str | None) -> Known:
    """What this PC remembers otherwise of the desk in that file; nothing where it cannot be read."""
    try:
        key = unlock(path, passphrase)
    except DeskDamaged:
        return Known()
    return known(path, key)


def unfit_place(path: Path) -> DeskOnShare | DeskInSyncFolder | None:
    """Why no desk may be opened there; None where it may."""
    try:
        require_fit_place(path)
    except (DeskOnShare, DeskInSyncFolder) as unfit:
        return unfit
    return None


def salvage_file(path: Path, target: Path, passphrase: str | None) -> "tuple[SavedTable, ...]":
    """Save what can be read of a file into a new desk, also of one that does not open; it bears the same accounts."""
    from committee_desk.storage.broken_list import unlock_broken  # noqa: PLC0415 - hardly ever
    from committee_desk.storage.salvage import salvage  # noqa: PLC0415 - the same

    require_fit_place(target)
    return salvage(path, unlock_broken(path, passphrase), target)


def write_template(kind: "Kind", path: Path) -> None:
    """Write an empty workbook to be filled in, without a desk; refuses to overwrite."""
    from committee_desk.services.imports.import_desk import template_to  # noqa: PLC0415 - the window opens without it

    template_to(Templates(), kind, path)


def _desk(path: Path, met: Met, let_go: Callable[[], None] | None) -> Desk:
    work = met.work
    paper = Paper(
        drawer=LazyDrawer(),
        open_folder=all_or_nothing,
        rasterise=rasterise,
        recovery=LazyRecovery(),
        slips=LazySlips(),
        attachments=Attachments(),
        opinions=LazyOpinions(),
        months=LazyMonths(),
        evaluations=LazyEvaluations(),
        explained=LazyExplained(),
        publication=LazyPublication(),
        objections=LazyObjections(),
        meetings=LazyMeetings(),
        grading=LazyGrading(),
        results=LazyResults(),
        rounds=LazyRounds(),
        certificates=LazyCertificates(),
        signer=LazySigner(),
        trust=LazyTrust(),
        verifier=partial(verify, clock=pc_clock if isinstance(met.clock, DemoClock) else met.clock),
        missing=missing_glyphs,
    )
    vault = _vault(path, met)
    workbooks = Workbooks(Reader(), Templates(), RankingWriter())
    copies = partial(_copies, path, work, met.clock)
    office, files = OfficeDesk(work, path, met.stranger), partial(_round_files, path, work)
    return Desk(office, work, met.clock, paper, workbooks, let_go, vault, copies, files)


def _vault(path: Path, met: Met) -> SqlVault:
    return SqlVault(path, met.work, met.clock, partial(_second_place, path, met.work))


def _copies(path: Path, work: SqlWork, clock: Clock) -> "SqlCopies":
    from committee_desk.storage.copies import SqlCopies  # noqa: PLC0415 - the window opens without it

    return SqlCopies(path, work, clock)


def _round_files(path: Path, work: SqlWork) -> "SqlRoundFiles":
    from committee_desk.storage.round_file import SqlRoundFiles  # noqa: PLC0415 - the window opens without it

    with work.reading() as uow:
        return SqlRoundFiles(path, uow.office.identity().uid)


def _second_place(path: Path, work: SqlWork) -> Path | None:
    from committee_desk.services.second_folder import second_place  # noqa: PLC0415 - the window opens without it

    with work.reading() as uow:
        return second_place(uow, path)
