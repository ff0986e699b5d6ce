"""Why a figure is what it is: the rule, its inputs with their sources, the arithmetic.

These are facts without wording. `wording.explanations` turns a node into a sentence, in either language, and
window, workbook and sheet all print what it says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.sources import Overridden, Source

Fact = str | int | Decimal | Fraction | None


def written(day: date | None) -> str | None:
    """A day as a fact: 2026-03-05."""
    return None if day is None else day.isoformat()


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that went into a figure: a case, an event, a leader's mark, a month, a class of ballots.

    `kind` names the sentence (case, review, event, month, department, mark, ballot_class, …), `facts` fill it.
    `effect` is what it contributed (an equivalent, points), when that is one number. `headings` are the columns of the
    source's row that decided it. `overridden` are its figures that two people put in the place of the source's.
    """

    kind: str
    facts: Mapping[str, Fact]
    effect: Fraction | None = None
    source: Source | None = None
    headings: tuple[str, ...] = ()
    overridden: tuple[Overridden, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: `kind` names the sentence, `facts` fill it."""

    kind: str
    facts: Mapping[str, Fact]


class Explained(NamedTuple):
    """What one rule says of one person: the rule itself, its arithmetic, and what went in."""

    rule: Step
    steps: list[Step]
    inputs: list[Input]


@dataclass(frozen=True, slots=True)
class IndicatorExplanation:
    """All of one indicator: what it may reach, what it came to, by which rule, from what.

    `printed` is in hundredths and always equals the figure of the score; None when not applicable or unrated.
    """

    indicator: str
    part: str
    maximum: int
    printed: int | None
    rule: Step
    steps: tuple[Step, ...]
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class PersonExplanation:
    """All indicators of one person in the scheme's order, and what decided status and grade."""

    code: str
    year: int
    indicators: tuple[IndicatorExplanation, ...]
    outcome: tuple[Step, ...]
    standing: tuple[Input, ...] = ()
