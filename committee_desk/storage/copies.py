"""The automatic copies of one desk: in which folder, under which name, and what each is worth."""

from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from committee_desk.domain.backup import CopyName, CopyUnsound, Reason, folder_of_copies
from committee_desk.domain.desk_file import DeskExists, NotADesk
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.backup_views import CopyRow, CopyState
from committee_desk.services.ports import Clock, Progress
from committee_desk.services.views import Head
from committee_desk.storage.backup import Made, duplicate, make_copy
from committee_desk.storage.engine import connect
from committee_desk.storage.failures import failure_of
from committee_desk.storage.leftovers import give_up, settle_on_disk
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import salt_of
from committee_desk.storage.work import SqlWork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from committee_desk.storage.restore import LaidBeside

_NAMES_IN_A_SECOND = 100


class SqlCopies:
    """The copies of the desk that `work` has open."""

    def __init__(self, path: Path, work: SqlWork, clock: Clock) -> None:
        self._path, self._work, self._clock = path.absolute(), work, clock

    @property
    def desk(self) -> Path:
        """The desk's own file."""
        return self._path

    @property
    def protected(self) -> bool:
        """Whether a copy needs the desk's passphrase."""
        return self._work.key is not None

    def make(self, target: Path, progress: Progress | None = None) -> Made:
        """A checked copy under a new name; CopyUnsound when it does not pass."""
        return make_copy(self._path, self._work.key, target, progress)

    def make_named(self, reason: Reason, moment: datetime, progress: Progress | None = None) -> tuple[Path, Made]:
        """A checked copy in the desk's own folder of copies; before a restore also a broken one, set aside."""
        return _copy_named(self._path, self._work.key, reason, moment, progress)

    def duplicate(self, copy: Path, folder: Path) -> Path:
        """The copy once more, in another folder that is made where its parent is there."""
        if not folder.parent.is_dir():
            raise FileNotFoundError(2, "", str(folder.parent))
        folder.mkdir(exist_ok=True)
        duplicate(copy, folder / copy.name)
        return folder / copy.name

    def rows(self, folder: Path, uid: str, *, second: bool = False) -> tuple[CopyRow, ...]:
        """Every automatic copy in the folder, newest first; whatever else is there is passed over."""
        found = [(name, file) for file in _files(folder) if (name := CopyName.read(file.name)) is not None]
        found.sort(key=lambda each: (each[0].moment, each[0].number), reverse=True)
        return tuple(self._row(name, file, uid, second=second) for name, file in found)

    @contextmanager
    def lay_out(self, copy: Path, passphrase: str | None, progress: Progress | None = None) -> "Iterator[LaidBeside]":
        """The copy laid out beside the desk; nothing of it stays when the block ends."""
        from committee_desk.storage.restore import LaidBeside, key_of_copy, laid_out  # noqa: PLC0415 - hardly ever

        key = key_of_copy(copy, self._work.key, passphrase)
        with laid_out(copy, key, self._path, self._clock(), progress) as laid:
            yield LaidBeside(laid, self._work, self._clock)

    def trouble(self, error: OSError, path: Path) -> DeskError | Trouble:
        """What the system reports, in the desk's terms."""
        failure = failure_of(error, path)
        assert failure is not None  # noqa: S101 - it knows every OSError
        return failure

    def _row(self, name: CopyName, file: Path, uid: str, *, second: bool) -> CopyRow:
        state, head = look(file, self._work.key, uid)
        if name.unsound:
            state = CopyState.UNSOUND
        try:
            size = file.stat().st_size
        except OSError:
            size, state = 0, CopyState.UNREADABLE
        return CopyRow(file, name.moment, name.reason, size, state, head, second)

    def thin(self, folder: Path, outlived: frozenset[CopyName]) -> int:
        """Remove these copies; how many went."""
        gone = 0
        for file in _files(folder):
            if CopyName.read(file.name) in outlived:
                with suppress(OSError):
                    give_up(file)
                    gone += 1
        return gone


def copy_before(path: Path, key: Key | None, reason: Reason, moment: datetime) -> Path:
    """The copy that is made before a migration, when no service has the desk open yet."""
    return _copy_named(path, key, reason, moment, None)[0]


def _copy_named(
    desk: Path, key: Key | None, reason: Reason, moment: datetime, progress: Progress | None
) -> tuple[Path, Made]:
    folder = folder_of_copies(desk)
    try:
        if not folder.is_dir():
            folder.mkdir(exist_ok=True)
            with suppress(OSError):
                folder.chmod(desk.parent.stat().st_mode)
                settle_on_disk(folder.parent)
    except OSError as error:
        raise failure_of(error, folder) or error from error
    wall = moment.replace(tzinfo=None, microsecond=0)
    try:
        return _under_a_free_name(desk, key, folder, CopyName(wall, reason), progress)
    except CopyUnsound:
        if reason not in {Reason.MIGRATION, Reason.RESTORE}:
            raise
        return _under_a_free_name(desk, key, folder, CopyName(wall, reason, unsound=True), progress)


def _under_a_free_name(
    desk: Path, key: Key | None, folder: Path, name: CopyName, progress: Progress | None
) -> tuple[Path, Made]:
    taken = [
        each.number for file in _files(folder) if (each := CopyName.read(file.name)) and each.moment == name.moment
    ]
    for number in range(max(taken, default=0) + 1, _NAMES_IN_A_SECOND):
        target = folder / name._replace(number=number).text
        with suppress(DeskExists, FileExistsError):
            return target, make_copy(desk, key, target, progress, whatever_state=name.unsound)
    raise DeskExists(folder / name.text)


def _files(folder: Path) -> list[Path]:
    """The files of a folder; none where there is no such folder. Trouble where it cannot be reached."""
    try:
        return [each for each in folder.iterdir() if each.is_file() and not each.is_symlink()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise failure_of(error, folder) or error from error


def look(file: Path, key: Key | None, uid: str) -> tuple[CopyState, Head | None]:
    """What a copy is worth by its first look, and the journal's head in it."""
    try:
        salt = salt_of(file)
        if salt is not None and (key is None or key.salt != salt):
            return CopyState.OTHER_PASSPHRASE, None
        with closing(connect(file, key if salt is not None else None, mode="ro")) as connection:
            row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
            whose = connection.execute("SELECT uid FROM desk").fetchone()
    except dbapi2.Error as error:
        wrong = isinstance(failure_of(error, file), NotADesk)
        return CopyState.OTHER_PASSPHRASE if wrong else CopyState.UNREADABLE, None
    except (DeskError, Trouble, OSError):
        return CopyState.UNREADABLE, None
    if row is None or whose is None:
        return CopyState.UNREADABLE, None
    return CopyState.READY if whose[0] == uid else CopyState.OTHER_DESK, Head(int(row[0]), str(row[1]))
