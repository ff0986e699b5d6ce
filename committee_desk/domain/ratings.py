"""Leaders' marks (领导评价) and peer ballots (民主测评)."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


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
