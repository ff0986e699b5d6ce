"""A proceeding as the desk keeps it, and the JSON of its parts.

Every later version of the program must be able to read what is kept: a new field gets a default here.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from committee_desk.domain.journal import canonical
from committee_desk.domain.proceedings import (
    BY_APPLICATION,
    OPEN,
    Challenge,
    ChallengeKind,
    ChangeKind,
    Examiner,
    FactChange,
    Hearing,
    Motion,
    ProceedingKind,
    ProceedingState,
    ServedDecision,
    proceeding_label,
)


class Proceeding(NamedTuple):
    """One re-review or correction as its book holds it.

    `code` is who applied (of a correction: whom it is about), `about` whose result is examined; `source` the number of
    the objection or application. `effects` is what the committee saw before it voted (the JSON of `domain.effects`).
    """

    year: int
    number: int
    kind: ProceedingKind
    code: str
    about: str
    source: int | None
    basis: str
    challenged: tuple[Challenge, ...]
    state: ProceedingState
    examiners: tuple[Examiner, ...]
    entry: int
    actor: str
    at: datetime
    findings: str = ""
    hearings: tuple[Hearing, ...] = ()
    changes: tuple[FactChange, ...] = ()
    motion: Motion | None = None
    reasons: str = ""
    effects: str = ""
    meeting: int | None = None
    document: str = ""
    day: date | None = None
    list_version: int | None = None
    served: ServedDecision | None = None
    why: str = ""

    @property
    def label(self) -> str:
        """2026-复-001."""
        return proceeding_label(self.year, self.number, self.kind)

    @property
    def open(self) -> bool:
        """Whether a decision is still owed."""
        return self.state in OPEN

    @property
    def applicant(self) -> str | None:
        """Who must not be made worse by it (公务员法 96): who applied, nobody where nobody did."""
        return self.code if self.kind in BY_APPLICATION else None

    @property
    def undeclared(self) -> tuple[Examiner, ...]:
        """The examiners who have not declared yet."""
        return tuple(each for each in self.examiners if each.declared is None)


def parts_to_json(parts: Iterable[NamedTuple]) -> str:
    """Challenges, examiners, hearings, changes as their column keeps them."""
    return canonical([each._asdict() for each in parts])


def challenges_from(text: str) -> tuple[Challenge, ...]:
    """What is challenged."""
    return tuple(
        Challenge(ChallengeKind(each["kind"]), tuple(each["key"]), each.get("label", "")) for each in _rows(text)
    )


def examiners_from(text: str) -> tuple[Examiner, ...]:
    """Who examines."""
    return tuple(
        Examiner(each["name"], each.get("code"), _day(each.get("declared")), each.get("statement", ""))
        for each in _rows(text)
    )


def hearings_from(text: str | None) -> tuple[Hearing, ...]:
    """Who was heard."""
    return tuple(
        Hearing(each["code"], date.fromisoformat(each["day"]), each["said"], each["by"]) for each in _rows(text)
    )


def changes_from(text: str | None) -> tuple[FactChange, ...]:
    """What of the facts was found to be otherwise."""
    return tuple(
        FactChange(**{**each, "kind": ChangeKind(each["kind"]), "key": tuple(each["key"])}) for each in _rows(text)
    )


def served_from(text: str | None) -> ServedDecision | None:
    """How the decision was served."""
    if not text:
        return None
    told = json.loads(text)
    return ServedDecision(
        date.fromisoformat(told["day"]), told["means"], told["by"], tuple(told.get("witnesses", ())),
        told.get("proof", ""),
    )  # fmt: skip


def _rows(text: str | None) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(text) if text else []
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
