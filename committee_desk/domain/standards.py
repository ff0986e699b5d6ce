"""The year's minimum standards for each kind of work (各项工作的最低标准), and who falls short of them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

ALL_CASES = "*"
"""The work of a standard that speaks of cases of every kind."""


class Measure(StrEnum):
    """What a standard counts: cases by the person's share of them, ledger events, or the points of those events."""

    CASES = "cases"
    EVENTS = "events"
    POINTS = "points"


class MinimumStandard(NamedTuple):
    """The least that whoever is on duty all year with 办案系数 1 has to do of a kind of work.

    `work` is a kind of case, `ALL_CASES`, or the id of a ledger indicator.
    """

    work: str
    measure: Measure
    least: Decimal


class Done(NamedTuple):
    """What one person did of every kind of work: shares of cases by kind, events and their points by indicator."""

    cases: Mapping[str, Fraction]
    events: Mapping[str, int]
    points: Mapping[str, Fraction]

    def of(self, standard: MinimumStandard) -> Fraction:
        """How much of what the standard counts."""
        if standard.measure is Measure.EVENTS:
            return Fraction(self.events.get(standard.work, 0))
        if standard.measure is Measure.POINTS:
            return self.points.get(standard.work, Fraction(0))
        if standard.work == ALL_CASES:
            return sum(self.cases.values(), Fraction(0))
        return self.cases.get(standard.work, Fraction(0))


NOTHING = Done({}, {}, {})


class Reached(NamedTuple):
    """One person against one standard: `expected` is the standard's share for the person's time on duty."""

    code: str
    standard: MinimumStandard
    expected: Fraction
    reached: Fraction

    @property
    def falls_short(self) -> bool:
        """Whether the person did less than expected."""
        return self.reached < self.expected


def against_standards(
    standards: Iterable[MinimumStandard], years_of_duty: Mapping[str, Fraction], done: Mapping[str, Done]
) -> tuple[Reached, ...]:
    """Everybody against every standard, pro rata of the months on duty times 办案系数 (1 is a whole year)."""
    return tuple(
        Reached(code, standard, Fraction(standard.least) * time, done.get(code, NOTHING).of(standard))
        for standard in standards
        for code, time in sorted(years_of_duty.items())
    )
