"""What the window asks of those who started it: opening, founding and demonstrating desks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from committee_desk.services.desk import Desk
from committee_desk.services.ports import Progress


class NewDesk(Protocol):
    """Makes a new desk file and opens it."""

    def __call__(self, path: Path, office: str, year: int, *, passphrase: str | None) -> Desk:
        """The desk; refuses to overwrite."""
        ...


@dataclass(frozen=True)
class Doors:
    """Given to the window by `app`, because only `bootstrap` knows storage."""

    open_desk: Callable[[Path, str | None], Desk]
    new_desk: NewDesk
    make_demo: Callable[[Path, Progress], Path]
    self_check: Callable[[], dict[str, object]]
