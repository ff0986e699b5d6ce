"""The desk's file as something that a passphrase opens: put under another one, and its automatic copies with it."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain import recovery_code
from committee_desk.domain.backup import CopyName, folder_of_copies
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.ports import Clock
from committee_desk.storage.engine import opening
from committee_desk.storage.exchange import exchange
from committee_desk.storage.leftovers import EXCHANGE, UNFINISHED, give_up, is_plain, sweep_abandoned, unfinished_of
from committee_desk.storage.passphrase import SALT_LENGTH, Key, derive, new_salt
from committee_desk.storage.recognise import alone
from committee_desk.storage.work import SqlWork

if TYPE_CHECKING:
    from committee_desk.services.protection import Rewritten, WriteEntry

OtherFolder = Callable[[], Path | None]
"""The second folder of automatic copies, where one is set."""

_BEFORE_MIGRATION = re.compile(r"\.\d{4}\.\d{8}-\d{6}", re.ASCII)


_MARKED = re.compile(r'"from":"([0-9a-f]+)"')


class _Reached(NamedTuple):
    """What became of the copies."""

    rekeyed: int = 0
    removed: int = 0
    left: int = 0


class SqlVault:
    """Puts one desk, which `work` has open, under another passphrase."""

    def __init__(self, path: Path, work: SqlWork, clock: Clock, other_folder: OtherFolder = lambda: None) -> None:
        self._path, self._work, self._clock, self._other_folder = path.absolute(), work, clock, other_folder

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open it."""
        return self._work.key is not None

    @property
    def file_name(self) -> str:
        """What the desk's file is called."""
        return self._path.name

    def require(self, passphrase: str) -> None:
        """Refuse what does not open the desk."""
        key = self._work.key
        if key is not None:
            opening(self._path, passphrase, key.salt)

    def recovery_code(self) -> str:
        """The desk's key in groups that a person can type."""
        key = self._work.key
        return "" if key is None else "-".join(recovery_code.groups(key.raw))

    def rewrite(self, passphrase: str | None, write_entry: "WriteEntry") -> "Rewritten":
        """The desk under another passphrase (None: under none), with that entry, whole or not at all."""
        from committee_desk.services.protection import Rewritten  # noqa: PLC0415 - the window opens without

        old, new = self._work.key, None if passphrase is None else derive(passphrase, new_salt())

        def finish(fresh: Path) -> None:
            with SqlWork(fresh, new, self._clock).writing() as uow:
                write_entry(uow, {"from": _mark(old), "to": _mark(new)})
                uow.commit()

        folders = self._folders()
        with alone(self._path):
            exchange(self._path, old, new, finish)
            self._work.go_on_with(new)
        reached = _follow(_copies(self._path, folders), old, new, spent=() if old is None or new is None else None)
        return Rewritten(*reached, _sweep(self._path, folders, UNFINISHED))

    def finish_cut_off(self) -> None:
        """Do what a change of protection that was cut off left to do. For whoever opens the desk as the only one."""
        folders = self._folders()
        _sweep(self._path, folders, EXCHANGE)
        for folder in folders:
            sweep_abandoned(folder)
        key = self._work.key
        if key is None:
            return
        astray = [copy for copy in _copies(self._path, folders) if _salt(copy) not in {key.salt, b""}]
        if astray:
            _follow(astray, None, key, spent=self._spent())

    def _folders(self) -> tuple[Path, ...]:
        """Where files of the desk may stand: beside it, and in the folders of its copies."""
        other = self._other_folder()
        return (self._path.parent, folder_of_copies(self._path), *([other] if other else []))

    def _spent(self) -> tuple[bytes, ...]:
        """The salts that the desk's journal says are no longer its own."""
        with self._work.reading() as uow:
            told = [entry.what for entry in uow.journal.entries() if entry.verb.startswith("protection.")]
        return tuple(bytes.fromhex(salt) for what in told for salt in _MARKED.findall(what))


def _follow(copies: list[Path], old: Key | None, new: Key | None, *, spent: tuple[bytes, ...] | None) -> _Reached:
    """Put the copies under the new key.

    Those under a key that nobody has any more are removed where their salt is among `spent`, or, where that is None,
    whatever it is; as are those that cannot be read.
    """
    rekeyed = removed = left = 0
    for copy in copies:
        salt = _salt(copy)
        if salt == (new.salt if new else None):
            continue
        known = salt is None or (old is not None and salt == old.salt)
        if not known and spent is not None and salt not in spent:
            continue
        if known and _exchanged(copy, None if salt is None else old, new):
            rekeyed += 1
            continue
        with suppress(OSError):
            give_up(copy)
        removed, left = removed + (not copy.exists()), left + copy.exists()
    return _Reached(rekeyed, removed, left)


def _exchanged(copy: Path, old: Key | None, new: Key | None) -> bool:
    try:
        exchange(copy, old, new)
    except (DeskError, Trouble):
        return False
    return True


def _copies(desk: Path, folders: tuple[Path, ...]) -> list[Path]:
    """The copies that the program made of the desk by itself."""
    return sorted(copy for folder in folders for copy in _files_in(folder) if _is_copy_of(copy, desk))


def _is_copy_of(file: Path, desk: Path) -> bool:
    if file.parent == desk.parent:
        between = file.name.removeprefix(desk.stem).removesuffix(desk.suffix)
        return file != desk and _BEFORE_MIGRATION.fullmatch(between) is not None
    return CopyName.read(file.name) is not None


def _files_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError):  # no such folder, or none that may be read
        yield from (each for each in folder.iterdir() if each.is_file())


def _sweep(desk: Path, folders: tuple[Path, ...], ending: str) -> int:
    """Remove what cut-off work left; how many files that were."""
    found = list(unfinished_of(desk, folders, ending))
    for each in found:
        with suppress(OSError):
            give_up(each)
    return sum(not each.exists() for each in found)


def _salt(copy: Path) -> bytes | None:
    """The salt of a protected copy, None for a plain one; nothing (b"") where the file is gone or cannot be read."""
    try:
        if is_plain(copy):
            return None
        with copy.open("rb") as file:
            return file.read(SALT_LENGTH)
    except OSError:
        return b""


def _mark(key: Key | None) -> str | None:
    """The salt as the journal names it: it stands in the file's first bytes and tells nothing of the passphrase."""
    return None if key is None else key.salt.hex()
