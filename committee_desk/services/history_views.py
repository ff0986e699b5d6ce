"""The history of a fact: every version that the desk ever held of it, with who brought and who ended it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from committee_desk.domain.sources import Source


class FactKind(StrEnum):
    """What kind of fact has a history."""

    STAY = "stay"
    CASE_SHARE = "case_share"
    REVIEW = "review"
    EVENT = "event"
    LEADER_MARK = "leader_mark"
    SANCTION = "sanction"
    LEAVE = "leave"
    CALENDAR_DAY = "calendar_day"
    SETTING = "setting"


NATURAL_KEYS = {
    FactKind.STAY: ("code", "department", "since"),
    FactKind.CASE_SHARE: ("number", "code"),
    FactKind.REVIEW: ("number",),
    FactKind.EVENT: ("code", "indicator", "day", "voucher", "reason"),
    FactKind.LEADER_MARK: ("code", "rater"),
    FactKind.SANCTION: ("code", "document"),
    FactKind.LEAVE: ("code", "kind", "since"),
    FactKind.CALENDAR_DAY: ("day",),
    FactKind.SETTING: ("key",),
}
"""The fields that tell one fact of a kind from another, in order."""


class Touch(NamedTuple):
    """The journal entry that brought or ended a version."""

    entry: int
    at: datetime
    actor: str
    role: str
    verb: str
    why: str | None
    authority: str | None
    evidence: str | None = None


class Version(NamedTuple):
    """One version of a fact. `values` are its fields beside the key; `source` is where it was read from."""

    kind: FactKind
    key: tuple[object, ...]
    values: Mapping[str, object]
    source: Source
    brought: Touch
    ended: Touch | None


class HistoryBook(Protocol):
    """What facts were, and who changed them."""

    def versions(self, kind: FactKind, limits: Mapping[str, object]) -> tuple[Version, ...]:
        """Every version of the facts whose fields are these, oldest first; a collection stands for any of its texts."""
        ...
