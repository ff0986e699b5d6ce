"""What the window asks of those who started it: opening, founding and demonstrating desks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.desk_file import DeskRefused, WrongPassphrase
from committee_desk.services.access import AcceptOlder
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.ports import Progress

if TYPE_CHECKING:
    from committee_desk.services.restoring import Restored
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.ui.verify.checking import Checking


class NewDesk(Protocol):
    """Makes a new desk file and opens it."""

    def __call__(self, path: Path, office: str, year: int, *, passphrase: str | None) -> Desk:
        """The desk; refuses to overwrite."""
        ...


def no_passphrase(path: Path, _passphrase: str) -> None:
    """A door that no passphrase opens."""
    raise WrongPassphrase(path)


class OpenDesk(Protocol):
    """Opens a desk file for the window."""

    def __call__(self, path: Path, passphrase: str | None, accept_older: AcceptOlder | None = None) -> Desk:
        """The desk; refuses what is no desk, is in use, or is older than this PC remembers."""
        ...


Who = Callable[[Desk], Actor]
"""Says who acts at a desk that comes back; where it has accounts, they sign in there."""


def no_restore(backup: Path, _path: Path, _who: Who, _passphrase: str | None) -> "Restored":
    """A door that leads nowhere."""
    raise WrongPassphrase(backup)


def no_salvage(path: Path, _target: Path, _passphrase: str | None) -> "tuple[SavedTable, ...]":
    """A door that leads nowhere."""
    raise WrongPassphrase(path)


def fit_everywhere(_path: Path) -> DeskRefused | None:
    """Sees nothing wrong with any place."""
    return None


def no_checking() -> "Checking":
    """A door that leads nowhere."""
    raise NotImplementedError


class Doors(NamedTuple):
    """Given to the window by `app`, because only `bootstrap` knows storage."""

    open_desk: OpenDesk
    new_desk: NewDesk
    make_demo: Callable[[Path, Progress], Path]
    self_check: Callable[[], dict[str, object]]
    try_passphrase: Callable[[Path, str], None] = no_passphrase
    """Raises WrongPassphrase when it does not open that file; the lock asks it."""
    restore: "Callable[[Path, Path, Who, str | None], Restored]" = no_restore
    """Puts a copy back as a new file; refuses to overwrite, and a copy that its check finds broken."""
    unfit_place: Callable[[Path], DeskRefused | None] = fit_everywhere
    """Why no desk may lie there."""
    salvage: "Callable[[Path, Path, str | None], tuple[SavedTable, ...]]" = no_salvage
    """Saves what can be read of a file that does not open as a desk into a new one; refuses to overwrite."""
    checking: "Callable[[], Checking]" = no_checking
    """Looks at sheets and at whom this PC trusts, where no desk is open."""
