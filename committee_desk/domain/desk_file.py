"""What can stand between a person and their desk file. Each failure carries the path and, where it helps, the facts."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from committee_desk.domain.errors import DeskError, Trouble


class ReadOnly(StrEnum):
    """Why a desk is read and not written."""

    MEDIUM = "medium"
    DAMAGED = "damaged"


class DeskRefused(DeskError):
    """A desk file that is not opened or not made."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DeskMissing(DeskRefused):
    """There is no such file."""


class FolderMissing(DeskRefused):
    """The folder in which a desk is to be made is not there."""


class DeskExists(DeskRefused):
    """A new desk would overwrite a file."""


class IsAFolder(DeskRefused):
    """A folder where a file is needed."""


class NotADesk(DeskRefused):
    """The file is something else."""


class DeskDamaged(DeskRefused):
    """The file was a desk, and its content is broken."""


class NewerDesk(DeskRefused):
    """A newer program wrote the desk."""

    def __init__(self, path: Path, version: str, known: str) -> None:
        super().__init__(path)
        self.version, self.known = version, known


class PassphraseNeeded(DeskRefused):
    """The desk is protected and no passphrase was given."""


class WrongPassphrase(DeskRefused):
    """The passphrase does not open the desk."""


class RecoveryCodeMistyped(WrongPassphrase):
    """A recovery code was typed with a slip: its checksum does not hold."""


class RecoveryCodeOutdated(WrongPassphrase):
    """A recovery code that is right in itself opens another desk, or this one before it was re-keyed."""


class DeskOnShare(DeskRefused):
    """The desk lies on another machine's disk, where locks cannot be trusted. `kind` is the file system's name."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path)
        self.kind = kind


class DeskInSyncFolder(DeskRefused):
    """A program copies the folder elsewhere while the desk is written."""

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__(path)
        self.folder = folder


class ReadOnlyDesk(DeskRefused):
    """A command on a desk that is only read."""

    def __init__(self, path: Path, reason: ReadOnly) -> None:
        super().__init__(path)
        self.reason = reason


class WritingSwitched(DeskRefused):
    """Another program switched how the file is written, and where it lies it can be neither read nor switched back."""


class OlderVersionReadOnly(DeskRefused):
    """An older program wrote the desk, and where it lies it cannot be brought up to date."""


class UnfinishedReadOnly(DeskRefused):
    """The last writing was cut off, and where the desk lies it cannot be taken back."""


class OlderThanRemembered(DeskRefused):
    """This PC saw a newer state of the desk at the same place: a copy was put there.

    `remembered` entries on `seen`, the last with `remembered_hash`; the file holds `found` of them, or as many and
    others (`other_course`).
    """

    def __init__(self, path: Path, remembered: int, seen: datetime, found: int, remembered_hash: str = "") -> None:
        super().__init__(path)
        self.remembered, self.seen, self.found, self.remembered_hash = remembered, seen, found, remembered_hash

    @property
    def other_course(self) -> bool:
        """Whether the file has as many entries as are remembered, but not the same."""
        return self.found >= self.remembered


class ReasonMissingForOlder(DeskRefused):
    """An older desk is to be taken and nobody says why."""


class NoSuchYear(DeskError):
    """The desk holds other years than the one asked for."""

    def __init__(self, year: int, held: tuple[int, ...]) -> None:
        super().__init__(str(year))
        self.year, self.held = year, held


class DeskTrouble(Trouble):
    """Something outside the program keeps a desk file from being read or written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DeskLocked(DeskTrouble):
    """Another program is writing and did not finish in time."""


class DeskInUse(DeskTrouble):
    """Another window has the desk open, or another command is reading facts in."""


class DeskReplaced(DeskTrouble):
    """While an act waited, another window put the desk under another passphrase, or another state in its place."""


class DiskFull(DeskTrouble):
    """No space is left."""


class NoPermission(DeskTrouble):
    """The file or its folder may not be read or written."""


class DiskFailed(DeskTrouble):
    """The disk answered with an error, or the file vanished."""
