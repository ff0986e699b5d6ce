"""Leaders' marks (领导评价) and peer ballots (民主测评)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.exact import Amount, Ratio


class BallotClass(StrEnum):
    """A leaders, B heads of departments, C other staff (票类)."""

    A = "A"
    B = "B"
    C = "C"


class LeaderMark(NamedTuple):
    """A leader's mark 0-100 for one person. The same fact when both people are equal."""

    code: str
    rater: str
    mark: Decimal


class BallotMark(NamedTuple):
    """One line of one slip; `mark` None is 弃权. The same fact when slip and code are equal."""

    slip: str
    ballot_class: BallotClass
    code: str
    mark: Decimal | None


class MarkSum(NamedTuple):
    """The leaders' marks for one person, added up."""

    total: Amount
    number: int


class BallotSum(NamedTuple):
    """One class's marks for one person, added up, without 弃权."""

    ballot_class: str
    total: Amount
    number: int
    lowest: Amount
    highest: Amount

    def trimmed(self, trimmed_from: int) -> MarkSum:
        """The marks that count: of a class that is large enough, one highest and one lowest go."""
        if self.number < trimmed_from:
            return MarkSum(self.total, self.number)
        return MarkSum(self.total - self.lowest - self.highest, self.number - 2)


def class_weights(weights: Mapping[str, Decimal]) -> dict[str, int]:
    """The classes' weights as whole numbers that stand in the same proportion."""
    parts = {name: Fraction(weight) for name, weight in weights.items()}
    common = 1
    for part in parts.values():
        common *= part.denominator
    return {name: int(part * common) for name, part in parts.items()}


def peer_mean(sums: Iterable[BallotSum], weights: Mapping[str, int], trimmed_from: int) -> Ratio | None:
    """The weighted mean of the classes' means. A class without marks drops out and the others are weighted up."""
    above: Amount = 0
    below, weighed = 1, 0
    for each in sums:
        weight = weights.get(each.ballot_class, 0)
        if each.number and weight:
            total, number = each.trimmed(trimmed_from)
            above = above * number + weight * total * below
            below *= number
            weighed += weight
    return (above, below * weighed) if weighed else None
