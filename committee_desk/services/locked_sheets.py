"""The data of a final sheet (form 1) as they were locked by the 院党组's decision: what is printed and sealed for ever.

A later version of the program must be able to read them: new fields get a default here, and none is ever renamed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from committee_desk.domain.explanation import IndicatorExplanation, Step
from committee_desk.domain.journal import canonical
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.domain.sealing import Box, SignerRole
from committee_desk.services.sheet_views import (
    FormerOffice,
    GradeSheet,
    Outcome,
    SheetIndicator,
    SheetLimit,
    SheetPart,
    SheetPerson,
)

PRINTED = "printed"
"""The rule of an explanation that is kept as the text that stands on the sheet."""


class Approval(NamedTuple):
    """How the committee decided: minutes, day, how many were to come and came, who left, the count of the vote."""

    document: str
    day: date
    members: int
    present: int
    recused: int
    ayes: int
    noes: int
    abstentions: int


class Published(NamedTuple):
    """The window in which the grade hung, and what became of objections: their numbers with their outcome."""

    version: int
    posted: date
    first: date
    last: date
    counted: int
    cut_off: str
    objections: tuple[tuple[str, str], ...] = ()


class DrawnFinal(NamedTuple):
    """A final sheet before it is signed: its bytes, and where each signer signs."""

    pdf: bytes
    boxes: Mapping[SignerRole, Box]


@dataclass(frozen=True, slots=True)
class LockedSheet:
    """A person's final sheet: the facts of form 1, and what every step of the closing says of the grade."""

    sheet: GradeSheet
    version: int
    grade: Grade | None
    proposed: Grade | None
    proposed_on: date
    reason: str
    approval: Approval
    published: Published | None
    """None of somebody whom no notice named: who has no grade need not hang."""
    decision: str
    decided_on: date
    replaces: int | None = None
    why: str = ""

    def fingerprint(self) -> str:
        """SHA-256 of everything that the sheet says."""
        return sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """The sheet as the desk keeps it."""
        return canonical(self)

    @classmethod
    def from_json(cls, text: str) -> "LockedSheet":
        """The sheet that a desk kept."""
        told: dict[str, Any] = json.loads(text)
        approval, published = told["approval"], told["published"]
        return cls(
            **{
                **told,
                "sheet": _sheet(told["sheet"]),
                "grade": _grade(told["grade"]),
                "proposed": _grade(told["proposed"]),
                "proposed_on": date.fromisoformat(told["proposed_on"]),
                "approval": Approval(**{**approval, "day": date.fromisoformat(approval["day"])}),
                "published": None if published is None else _published(published),
                "decided_on": date.fromisoformat(told["decided_on"]),
            }
        )


def with_printed_basis(sheet: GradeSheet, basis: Mapping[str, str]) -> GradeSheet:
    """The same sheet with each indicator's 依据 as the text that was printed, by the indicator's id."""
    parts = tuple(
        replace(
            part,
            indicators=tuple(
                replace(line, explanation=_printed(line.explanation, basis.get(line.indicator, "")))
                for line in part.indicators
            ),
        )
        for part in sheet.parts
    )
    return replace(sheet, parts=parts)


def printed_basis(explanation: IndicatorExplanation) -> str:
    """The text of an explanation that `with_printed_basis` kept."""
    return str(explanation.rule.facts["text"])


def _printed(explanation: IndicatorExplanation, text: str) -> IndicatorExplanation:
    return replace(explanation, rule=Step(PRINTED, {"text": text}), steps=(), inputs=())


def _sheet(told: dict[str, Any]) -> GradeSheet:
    person = told["person"]
    return GradeSheet(
        **{
            **told,
            "person": SheetPerson(**{**person, "quota_since": _day(person["quota_since"])}),
            "since": date.fromisoformat(told["since"]),
            "until": date.fromisoformat(told["until"]),
            "parts": tuple(_part(each) for each in told["parts"]),
            "performance_grade": PerformanceGrade(told["performance_grade"]),
            "outcome": Outcome(told["outcome"]),
            "grade": _grade(told["grade"]),
            "limits": tuple(SheetLimit(**{**each, "decided": _day(each["decided"])}) for each in told["limits"]),
            "category": Category(told["category"]),
            "former_offices": tuple(FormerOffice(**each) for each in told["former_offices"]),
        }
    )


def _part(told: dict[str, Any]) -> SheetPart:
    return SheetPart(**{**told, "indicators": tuple(_indicator(each) for each in told["indicators"])})


def _indicator(told: dict[str, Any]) -> SheetIndicator:
    kept = told["explanation"]
    explanation = IndicatorExplanation(**{**kept, "rule": Step(**kept["rule"]), "steps": (), "inputs": ()})
    return SheetIndicator(**{**told, "explanation": explanation})


def _published(told: dict[str, Any]) -> Published:
    days = {each: date.fromisoformat(told[each]) for each in ("posted", "first", "last")}
    objections = tuple((label, outcome) for label, outcome in told["objections"])
    return Published(**{**told, **days, "objections": objections})


def _grade(told: str | None) -> Grade | None:
    return None if told is None else Grade(told)


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)
