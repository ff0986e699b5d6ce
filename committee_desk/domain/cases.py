"""Cases, the shares their handlers carry, and the review of a case (案件质量评查)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.scheme import CaseWeighting


class CaseShare(NamedTuple):
    """One handler's share in one case: a row of 案件.xlsx. The same fact when number and code are equal.

    Kind, department, dates, persons and difficulty belong to the case and agree over its rows.
    `closed` is None while the case is open. A case counts in the year of its closing.
    """

    number: str
    kind: str
    code: str
    accepted: date
    closed: date | None = None
    title: str | None = None
    department: str | None = None
    share: Decimal = Decimal(1)
    persons: int = 1
    difficulty: Decimal | None = None
    due: date | None = None
    outcome: str | None = None


class Review(NamedTuple):
    """The review of one case: 实体 0-60 and 程序 0-40 marks and a grade of the closing year's dictionary."""

    number: str
    substance: Decimal
    procedure: Decimal
    grade: str
    reviewed: date | None = None
    reviewer: str | None = None
    note: str | None = None


def coefficient(rules: CaseWeighting, persons: int, difficulty: Decimal | None) -> Fraction:
    """How much harder than an ordinary case this one is: for its many persons or by its certified difficulty."""
    more_persons = max(0, persons - rules.persons_without_addition)
    by_persons = 1 + Fraction(rules.addition_per_person) * more_persons
    certified = Fraction(1) if difficulty is None else Fraction(difficulty)
    return min(max(Fraction(1), certified, by_persons), Fraction(rules.largest_coefficient))


def weight(rules: CaseWeighting, kind: str, persons: int, difficulty: Decimal | None) -> Fraction:
    """What a whole case of that kind counts for: the weight of its kind times its coefficient."""
    return Fraction(rules.weights[kind]) * coefficient(rules, persons, difficulty)
