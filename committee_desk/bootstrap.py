"""Joins adapters to services: the one place that knows them all."""

from pathlib import Path

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.ports import Clock


def open_desk(path: Path, *, clock: Clock | None = None, passphrase: str | None = None) -> Desk:
    """Open a desk file. Refuses what is not a desk or is newer than this program; migrates an older one."""
    raise NotImplementedError


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
) -> Desk:
    """Make a new desk and open it; refuses to overwrite. `clock` is for tests alone.

    `scheme` is the id of a shipped scheme or the path of a scheme file; the default is `prosecutor-2026`.
    """
    raise NotImplementedError
