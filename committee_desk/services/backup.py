"""Copies of the desk: on request, automatic, and one put back over the desk in use."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.domain.backup import (
    CopyIsTheDesk,
    CopyName,
    DeskMovedMeanwhile,
    Reason,
    RestoreReasonMissing,
    folder_of_copies,
    outlived,
)
from committee_desk.domain.desk_file import ReadOnlyDesk
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import TRIES
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import (
    AutomaticCopy,
    CopyMade,
    CopyRow,
    CopyState,
    RestorePreview,
)
from committee_desk.services.changes import Change, Topic
from committee_desk.services.copy_ports import Copies
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.restoring import compared, refuse_another, restored_from
from committee_desk.services.seat import Seat, allowed, anybody
from committee_desk.services.second_folder import SECOND_FOLDER, require_fit, second_place, second_set
from committee_desk.services.settings import ReasonMissing
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class BackupDesk:
    """Makes copies of the desk, lists the automatic ones and puts one back."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, copies: Copies, seat: Seat, witnessing: "Witnessing"
    ) -> None:
        self._open, self._clock, self._copies = open_work, clock, copies
        self._seat, self._witnessing = seat, witnessing

    @allowed(Right.BACKUP)
    def copy_to(self, actor: Actor, path: Path, progress: Progress | None = None) -> CopyMade:
        """A checked copy under a new name; refuses to overwrite. The desk notes it in its journal."""
        made = self._copies.make(path, progress)
        unwritten = None
        try:
            with self._open.writing() as uow:
                what = {"file": path.name, "sha256": made.sha256, "entries": made.head.entries, "head": made.head.hash}
                uow.journal.append(actor, "backup.copy", None, what)
                uow.commit()
        except (DeskError, Trouble) as failure:  # the copy counts whatever befell the desk meanwhile
            unwritten = failure
        return CopyMade(path, made.sha256, made.head, self._copies.protected, unwritten)

    @anybody("what makes a copy before an act asks nobody: it shows nothing and leaves no protection")
    def automatic(self, reason: Reason, progress: Progress | None = None) -> AutomaticCopy:
        """A checked copy into the desk's own folder of copies, and into the second one; old ones are thinned out.

        None is made where one of the same day holds all that the desk holds. CopyUnsound when the copy did not pass
        its check: it is gone again, and older ones all stay.
        """
        if self._open.read_only is not None:  # nothing changes on it, or it is damaged and would pass no check
            return AutomaticCopy(None)
        now = self._clock()
        with self._open.reading() as uow:
            uid, head, demo = uow.office.identity().uid, uow.journal.head(), uow.office.identity().demo
        if demo:  # made anew at will, beside files that are to be left alone
            return AutomaticCopy(None)
        held = self._copies.rows(self.folder(), uid)
        newest = next((row for row in held if row.state is CopyState.READY), None)
        if (
            newest is not None
            and newest.head == head
            and (newest.moment.date() == now.date() or reason is Reason.CLOSING)
        ):
            return AutomaticCopy(None)
        return self._made(reason, now, uid, progress)

    def _made(self, reason: Reason, now: datetime, uid: str, progress: Progress | None) -> AutomaticCopy:
        path, _ = self._copies.make_named(reason, now, progress)
        failed = self._to_second(path, now, uid)
        rows = self._copies.rows(self.folder(), uid)
        copy = next((row for row in rows if row.path == path), None)
        removed = 0
        if copy is not None and copy.state is CopyState.READY:
            removed = self._copies.thin(self.folder(), outlived(_names(rows), now))
        return AutomaticCopy(copy, removed, failed)

    def _to_second(self, copy: Path, now: datetime, uid: str) -> DeskError | Trouble | None:
        folder = self._second()
        if folder is None:
            return None
        try:
            self._copies.duplicate(copy, folder)
            rows = self._copies.rows(folder, uid, second=True)
            self._copies.thin(folder, outlived(_names(rows), now))
        except (DeskError, Trouble) as failure:
            return failure
        except OSError as error:
            return self._copies.trouble(error, folder)
        return None

    @anybody("where the copies stand is no secret of the desk")
    def folder(self) -> Path:
        """Where the automatic copies stand."""
        return folder_of_copies(self._copies.desk)

    @allowed(Right.BACKUP)
    def copies(self) -> tuple[CopyRow, ...]:
        """Every automatic copy, newest first; those of the second folder where it can be reached."""
        with self._open.reading() as uow:
            uid = uow.office.identity().uid
        rows = self._copies.rows(self.folder(), uid)
        second = self._second()
        if second is not None:
            try:
                rows += self._copies.rows(second, uid, second=True)
            except (DeskError, Trouble):  # it is said when a copy is made
                return rows
        return tuple(sorted(rows, key=lambda row: (row.moment, row.path.name, not row.second), reverse=True))

    @allowed(Right.RESTORE)
    def preview(self, copy: Path, *, passphrase: str | None = None, progress: Progress | None = None) -> RestorePreview:
        """What putting that copy back would do. CopyPassphraseWrong: ask for the copy's own passphrase."""
        self._refuse_the_desk_itself(copy)
        with self._copies.lay_out(copy, passphrase, progress) as laid, laid.work.reading() as there:
            told = laid.compare()
            with self._open.reading() as here:
                refuse_another(copy, here, there)
                return compared(copy, laid, told, here, there)

    @allowed(Right.RESTORE)
    def restore_over(  # noqa: PLR0913 - who, what, why, with whom
        self,
        actor: Actor,
        copy: Path,
        why: str,
        second: "Second | None" = None,
        *,
        seen: Head | None = None,
        passphrase: str | None = None,
        progress: Progress | None = None,
    ) -> Change:
        """Put the copy in the place of the desk in use, after an automatic copy of it; needs two people.

        `seen` is the desk's head in the preview that was shown (`preview.here`): DeskMovedMeanwhile when more than
        sign-ins and tries of passwords was written since, such as a second person's slip.
        """
        if not (why := said(why)):
            raise RestoreReasonMissing
        if self._open.read_only is not None:
            raise ReadOnlyDesk(self._copies.desk, self._open.read_only)
        self._refuse_the_desk_itself(copy)
        with self._copies.lay_out(copy, passphrase, progress) as laid:
            with self._open.reading() as here, laid.work.reading() as there:
                refuse_another(copy, here, there)
                if seen is not None and not here.journal.only_since(seen, TRIES):
                    raise DeskMovedMeanwhile(self._copies.desk)
            authority = self._witnessing.confirm(second, "desk.restore", actor=actor)
            with self._open.reading() as here:  # the confirmation is an entry too
                lost = here.journal.head()

            def keep_what_is(uow: UnitOfWork) -> None:
                self._refuse_moved(uow, lost)
                self._copies.make_named(Reason.RESTORE, self._clock(), progress)

            def write_entry(uow: UnitOfWork) -> int:
                what = {**restored_from(copy, laid), "lost": {"entries": lost.entries, "head": lost.hash}}
                subject = uow.office.identity().uid
                entry = uow.journal.append(actor, "desk.restore", subject, what, why=why, authority=authority)
                self._witnessing.keep_confirmed(uow, authority, "desk.restore", actor)
                return entry

            entry = laid.replace(keep_what_is, write_entry)
        self._seat.reconsider()
        return Change.of(*Topic, entry=entry)

    def _refuse_the_desk_itself(self, copy: Path) -> None:
        try:
            itself = copy.samefile(self._copies.desk)
        except (OSError, ValueError):
            return
        if itself:
            raise CopyIsTheDesk(copy)

    def _refuse_moved(self, here: UnitOfWork, seen: Head) -> None:
        if here.journal.head() != seen:
            raise DeskMovedMeanwhile(self._copies.desk)

    @allowed(Right.BACKUP)
    def second_folder(self) -> Path | None:
        """The second folder for automatic copies; None while it is off."""
        with self._open.reading() as uow:
            return second_set(uow)

    @allowed(Right.SETTINGS)
    def set_second_folder(self, actor: Actor, path: Path | None, why: str) -> Change:
        """Set or (None) switch off the second folder."""
        if not (why := said(why)):
            raise ReasonMissing
        if path is not None:
            require_fit(path, self._copies.desk)
        with self._open.writing() as uow:
            before = uow.settings.all().get(SECOND_FOLDER, "")
            value = "" if path is None else str(path)
            if value == before:
                return Change.of()
            what = {"value": value, "before": before}
            entry = uow.journal.append(actor, "setting.put", SECOND_FOLDER, what, why=why)
            uow.settings.put(entry, SECOND_FOLDER, value)
            uow.commit()
        return Change.of(Topic.SETTINGS, entry=entry)

    def _second(self) -> Path | None:
        """Where this desk's copies stand in the second folder: apart from those of other desks."""
        with self._open.reading() as uow:
            return second_place(uow, self._copies.desk)


def _names(rows: tuple[CopyRow, ...]) -> list[CopyName]:
    """The names of the copies that may be thinned out: this desk's own."""
    return [
        name
        for row in rows
        if row.state is not CopyState.OTHER_DESK and (name := CopyName.read(row.path.name)) is not None
    ]
