"""Copies of the desk: on request, automatic, and one put back over the desk in use."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.backup import Reason
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import AutomaticCopy, CopyMade, CopyRow, RestorePreview
from committee_desk.services.changes import Change
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.second import Second


class BackupDesk:
    """Makes copies of the desk, lists the automatic ones and puts one back."""

    def copy_to(self, actor: Actor, path: Path, progress: Progress | None = None) -> CopyMade:
        """A checked copy under a new name; refuses to overwrite. The desk notes it in its journal."""
        raise NotImplementedError

    def automatic(self, reason: Reason, progress: Progress | None = None) -> AutomaticCopy:
        """A checked copy into the desk's own folder of copies, and into the second one; old ones are thinned out.

        CopyUnsound when the copy did not pass its check: it is gone again, and older ones all stay.
        """
        raise NotImplementedError

    def folder(self) -> Path:
        """Where the automatic copies stand."""
        raise NotImplementedError

    def copies(self) -> tuple[CopyRow, ...]:
        """Every automatic copy, newest first."""
        raise NotImplementedError

    def preview(self, copy: Path, *, passphrase: str | None = None, progress: Progress | None = None) -> RestorePreview:
        """What putting that copy back would do. CopyPassphraseWrong: ask for the copy's own passphrase."""
        raise NotImplementedError

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

        `seen` is the desk's head in the preview that was shown (`preview.here`): DeskMovedMeanwhile when it moved on.
        """
        raise NotImplementedError

    def second_folder(self) -> Path | None:
        """The second folder for automatic copies; None while it is off."""
        raise NotImplementedError

    def set_second_folder(self, actor: Actor, path: Path | None, why: str) -> Change:
        """Set or (None) switch off the second folder."""
        raise NotImplementedError
