"""The ports of copying: what the services of backup need from storage, so that neither is known here."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from committee_desk.domain.backup import CopyName, Reason
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.backup_views import CopyRow, Counted
from committee_desk.services.ports import OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.views import Head


class Made(Protocol):
    """A finished copy."""

    @property
    def sha256(self) -> str:
        """The digest of its file."""
        ...

    @property
    def head(self) -> Head:
        """The journal's head in it."""
        ...


class LaidOut(Protocol):
    """A copy laid out to be looked at and put back: checked, of today's version, in a file of its own."""

    @property
    def sha256(self) -> str:
        """The digest of the copy's own file."""
        ...

    @property
    def head(self) -> Head:
        """The journal's head in the copy as it was."""
        ...

    @property
    def at(self) -> datetime | None:
        """When the newest entry of the copy was written."""
        ...

    @property
    def migrated(self) -> bool:
        """Whether an older program made the copy."""
        ...

    @property
    def other_passphrase(self) -> bool:
        """Whether the copy is protected otherwise than the desk."""
        ...

    @property
    def work(self) -> OpenUnitOfWork:
        """Opens units of work on the laid-out copy."""
        ...

    def compare(self) -> tuple[int, tuple[Counted, ...]]:
        """The last entry that copy and desk have in common, and how their rows differ."""
        ...

    def replace(self, before: Callable[[UnitOfWork], None], write_entry: Callable[[UnitOfWork], int]) -> int:
        """Put the copy in the desk's place under the writers' lock; `before` sees the desk as it was.

        Returns the number of the entry that was written.
        """
        ...


class Copies(Protocol):
    """The copies of the open desk, as files."""

    @property
    def desk(self) -> Path:
        """The desk's own file."""
        ...

    @property
    def protected(self) -> bool:
        """Whether a copy needs the desk's passphrase."""
        ...

    def make(self, target: Path, progress: Progress | None = None) -> Made:
        """A checked copy under a new name; CopyUnsound when it does not pass."""
        ...

    def make_named(self, reason: Reason, moment: datetime, progress: Progress | None = None) -> tuple[Path, Made]:
        """A checked copy in the desk's own folder of copies; before a restore also a broken one, set aside."""
        ...

    def duplicate(self, copy: Path, folder: Path) -> Path:
        """The copy once more in another folder, which is made where it is missing."""
        ...

    def rows(self, folder: Path, uid: str, *, second: bool = False) -> tuple[CopyRow, ...]:
        """Every automatic copy in the folder, newest first."""
        ...

    def thin(self, folder: Path, outlived: frozenset[CopyName]) -> int:
        """Remove these copies; how many went."""
        ...

    def trouble(self, error: OSError, path: Path) -> DeskError | Trouble:
        """What the system reports, in the desk's terms."""
        ...

    def lay_out(
        self, copy: Path, passphrase: str | None, progress: Progress | None = None
    ) -> AbstractContextManager[LaidOut]:
        """The copy laid out; nothing of it stays when the block ends."""
        ...
