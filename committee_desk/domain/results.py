"""A result of a year: decided by the 院党组, written to the person, signed, archived (domain rules 1.2, steps 10–14).

    open ──decide──► decided ──serve──► notified ──sign──► signed ──archive──► archived

A result is never changed. What a re-review or a correction makes of it is its next version, with a decision, a notice
and a signature of its own; the version before stays as it was, marked as replaced.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.remedies import Remedy
from committee_desk.domain.scores import Grade


class ResultState(StrEnum):
    """How far a person's result is."""

    OPEN = "open"
    DECIDED = "decided"
    NOTIFIED = "notified"
    SIGNED = "signed"
    ARCHIVED = "archived"


class Means(StrEnum):
    """How the written notice reached the person: 直接送达, 留置送达, 邮寄送达, 其他方式 (somebody abroad)."""

    DIRECT = "direct"
    LEFT = "left"
    POST = "post"
    OTHER = "other"


PROVED = frozenset({Means.POST, Means.OTHER})
"""Ways that need a proof of the day on which the person came to know (公务员法 95, 知道该人事处理之日)."""


class Opinion(StrEnum):
    """What the person says of the result: 同意, 有异议, or nothing: 拒签."""

    AGREE = "agree"
    DISAGREE = "disagree"
    REFUSED = "refused"


class PartyDecision(NamedTuple):
    """A decision of the 院党组 on persons of a list: their grades by code, None where none is fixed (不确定等次)."""

    number: int
    day: date
    document: str
    list_version: int
    grades: tuple[tuple[str, Grade | None], ...]
    note: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Whom it is about."""
        return tuple(code for code, _ in self.grades)


class Result(NamedTuple):
    """One version of a person's result. `sheet` is the locked data of its sheet as JSON, `fingerprint` their hash."""

    code: str
    version: int
    grade: Grade | None
    decision: int
    list_version: int
    sheet: str
    fingerprint: str
    replaces: int | None = None
    why: str = ""
    archived: date | None = None


class NamedRemedy(NamedTuple):
    """A remedy as the notice names it: 复核 or 申诉, the organ it goes to, and its last day."""

    remedy: Remedy
    organ: str
    last_day: date


class Delivery(NamedTuple):
    """A notice (结果通知书) as it was served; `known` is the day from which the remedies' days are counted."""

    code: str
    version: int
    notice: str
    means: Means
    known: date
    served_by: str
    witnesses: tuple[str, ...] = ()
    proof: str = ""
    remedies: tuple[NamedRemedy, ...] = ()


class Signature(NamedTuple):
    """What the person signed on which day, or who saw that the signature was refused."""

    code: str
    version: int
    opinion: Opinion
    day: date
    witnesses: tuple[str, ...] = ()
    note: str = ""


def state_of(result: Result | None, delivery: Delivery | None, signature: Signature | None) -> ResultState:
    """How far a result is by what is recorded of it."""
    if result is None:
        return ResultState.OPEN
    if result.archived is not None:
        return ResultState.ARCHIVED
    if signature is not None:
        return ResultState.SIGNED
    return ResultState.NOTIFIED if delivery is not None else ResultState.DECIDED
