"""The history of a fact: every version that the desk ever held of it, with who brought and who ended it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from committee_desk.domain.sources import Source


class FactKind(StrEnum):
    """What kind of fact has a history. Beside each: its natural key, in order."""

    STAY = "stay"  # code, department, since
    CASE_SHARE = "case_share"  # case number, code
    REVIEW = "review"  # case number
    EVENT = "event"  # code, indicator, day, voucher, reason
    LEADER_MARK = "leader_mark"  # code, rater
    SANCTION = "sanction"  # code, document
    LEAVE = "leave"  # code, kind, since
    CALENDAR_DAY = "calendar_day"  # day
    SETTING = "setting"  # key


@dataclass(frozen=True, slots=True)
class Touch:
    """The journal entry that brought or ended a version."""

    entry: int
    at: datetime
    actor: str
    role: str
    verb: str
    why: str | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a fact. `values` are its fields beside the key; `source` is where it was read from."""

    kind: FactKind
    key: tuple[object, ...]
    values: Mapping[str, object]
    source: Source
    brought: Touch
    ended: Touch | None
