"""What can stand between a person and their desk file. Each failure carries the path and, where it helps, the facts."""

from pathlib import Path

from committee_desk.domain.errors import DeskError, Trouble


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


class DiskFull(DeskTrouble):
    """No space is left."""


class NoPermission(DeskTrouble):
    """The file or its folder may not be read or written."""


class DiskFailed(DeskTrouble):
    """The disk answered with an error, or the file vanished."""
