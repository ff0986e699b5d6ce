"""What scoring a year starts from: stays and decisions as recorded, everything else added up person by person.

Storage adds up in SQL; `summing` does the same from single facts. Units are those of `exact`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from committee_desk.domain.decided import NOTHING, Decided
from committee_desk.domain.exact import Amount
from committee_desk.domain.people import Stay
from committee_desk.domain.ratings import BallotSum, MarkSum
from committee_desk.domain.standing import Leave, Sanction


class CaseSum(NamedTuple):
    """The cases of one handler that belong to one department (None: to none), closed in the year.

    `equivalent` are case-equivalents; `with_due` and `in_time` the shares of cases that have a last day and of those
    closed by it; `reviewed` the shares of reviewed cases, `marks` their share × mark, `points` the review grades'
    points, a grade's in full whatever the share, and `best` how many were graded best.
    """

    code: str
    department: str | None
    equivalent: Amount
    with_due: Amount
    in_time: Amount
    reviewed: Amount
    marks: Amount
    points: Amount
    best: int

    def plus(self, other: "CaseSum") -> "CaseSum":
        """Both together, under this one's code and department."""
        return CaseSum(
            self.code,
            self.department,
            self.equivalent + other.equivalent,
            self.with_due + other.with_due,
            self.in_time + other.in_time,
            self.reviewed + other.reviewed,
            self.marks + other.marks,
            self.points + other.points,
            self.best + other.best,
        )


@dataclass(frozen=True, slots=True)
class YearInputs:
    """Everything that a year's scores depend on, beside the scheme.

    `day` bounds what is known: None for the year as a whole. `stays`, `leave` and `sanctions` may be of all years and
    of all categories. `events` adds up each person's ledgers: by code, then by indicator. `decided` is what was
    decided about this category.
    """

    year: int
    stays: Sequence[Stay]
    cases: Sequence[CaseSum] = ()
    events: Mapping[str, Mapping[str, Amount]] = field(default_factory=dict)
    leader_marks: Mapping[str, MarkSum] = field(default_factory=dict)
    ballots: Mapping[str, Sequence[BallotSum]] = field(default_factory=dict)
    leave: Sequence[Leave] = ()
    sanctions: Sequence[Sanction] = ()
    day: date | None = None
    decided: Decided = NOTHING
