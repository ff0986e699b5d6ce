"""Frozen rows about copies of a desk: those there are, what one would bring back, and what it would take away."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from committee_desk.domain.backup import Reason, Relation
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.views import Head, JournalRow


class CopyState(StrEnum):
    """What an automatic copy is worth.

    READY: it passed its check when it was made, and this desk opens it. UNSOUND: the desk was broken when it was made.
    """

    READY = "ready"
    OTHER_PASSPHRASE = "other_passphrase"  # noqa: S105 - a state
    OTHER_DESK = "other_desk"
    UNREADABLE = "unreadable"
    UNSOUND = "unsound"


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One automatic copy; `second` when it stands in the second folder. `head` only where it could be read."""

    path: Path
    moment: datetime
    reason: Reason
    size: int
    state: CopyState
    head: Head | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class CopyMade:
    """What `copy_to` made. `unwritten` is why the desk could not note it; None where it is in the journal."""

    path: Path
    sha256: str
    head: Head
    protected: bool
    unwritten: DeskError | Trouble | None = None


@dataclass(frozen=True, slots=True)
class AutomaticCopy:
    """What `automatic` did: the copy (None: nothing had changed since the last one), how many old ones it took away,
    and why the second folder has none, where one is set and did not take it."""

    copy: CopyRow | None
    removed: int = 0
    second_failed: DeskError | Trouble | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of a kind the desk holds now and the copy held then; how many would go, how many come back.

    `table` names the kind; its words stand in `wording.backups`.
    """

    table: str
    now: int
    then: int
    lost: int
    back: int


@dataclass(frozen=True, slots=True)
class SettingDiffers:
    """A setting that would change; None where it stands at its default."""

    key: str
    now: str | None
    then: str | None


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What putting a copy back over the desk in use would do.

    `common` is the last entry that both have. `lost` are the desk's entries after it, newest first and at most 500 of
    the `lost_count`; `gained_count` those that only the copy has. `migrates`: an older program made the copy.
    `other_passphrase`: it is protected otherwise than the desk, and would be put under the desk's own protection.
    """

    copy: Path
    relation: Relation
    common: int
    here: Head
    there: Head
    there_at: datetime | None
    lost: tuple[JournalRow, ...]
    lost_count: int
    gained_count: int
    counts: tuple[Counted, ...] = field(default=())
    settings: tuple[SettingDiffers, ...] = field(default=())
    migrates: bool = False
    other_passphrase: bool = False
