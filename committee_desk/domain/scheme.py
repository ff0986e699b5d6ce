"""The scheme of a year (考核方案): parts, indicators and their rules, and the dictionaries that the rules use.

A scheme is data with a small set of rule kinds; there is no formula language. `scheme_file.load` reads one.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.domain.standards import MinimumStandard

PERFORMANCE, BONUS = "performance", "bonus"
"""The two parts that rules speak of: casework (业绩), which hands on points, and what is added on top (加分)."""


class NoSchemeOfCategory(DeskError):
    """A year of an older desk has no scheme yet for people of that category."""

    def __init__(self, year: int, category: Category) -> None:
        super().__init__(year, str(category))
        self.year, self.category = year, category


class RuleKind(StrEnum):
    """The ways in which an indicator can come to its points."""

    WORKLOAD = "workload"
    CASE_REVIEW = "case_review"
    IN_TIME = "in_time"
    LEDGER = "ledger"
    LEADER_MARKS = "leader_marks"
    BALLOTS = "ballots"


CASE_RULES = (RuleKind.WORKLOAD, RuleKind.CASE_REVIEW, RuleKind.IN_TIME)
"""The rules that start from cases."""


class Effect(StrEnum):
    """What a decision about a person does to the year's grade, lightest first."""

    NONE = "none"
    NOT_EXCELLENT = "not_excellent"
    NO_GRADE = "no_grade"
    INCOMPETENT = "incompetent"
    PENDING = "pending"


class Indicator(NamedTuple):
    """One indicator: what it may reach and how it is come by.

    `start` is where a ledger begins; `takes_workload_bonus` marks the ledger that the workload bonus goes into.
    """

    id: str
    name: str
    part: str
    maximum: int
    rule: RuleKind
    start: Decimal = Decimal(0)
    takes_workload_bonus: bool = False


class Part(NamedTuple):
    """A group of indicators that the ranking sums up: 业绩, 共性, 综合, 加分."""

    id: str
    name: str
    indicators: tuple[Indicator, ...]

    @property
    def maximum(self) -> int:
        """The points of all its indicators."""
        return sum(indicator.maximum for indicator in self.indicators)


class CaseWeighting(NamedTuple):
    """How much a case weighs: by its kind, and by a coefficient for many persons or certified difficulty."""

    weights: Mapping[str, Decimal]
    persons_without_addition: int
    addition_per_person: Decimal
    largest_coefficient: Decimal


DEFAULT_BALLOT_POINTS: Mapping[Grade, Decimal] = {
    Grade.EXCELLENT: Decimal(95),
    Grade.COMPETENT: Decimal(85),
    Grade.BASIC: Decimal(70),
    Grade.INCOMPETENT: Decimal(50),
}
"""What a grade on a ballot (等次票) counts where the scheme says nothing else, as schemes did before rounds."""


NO_CASES = CaseWeighting({}, 1, Decimal(0), Decimal(1))
"""Of a scheme that no case brings points in."""


class ReviewDictionary(NamedTuple):
    """The review grades of the cases that close in `since` or later (None: since ever), and their points."""

    since: int | None
    points: Mapping[str, Decimal]


class SanctionEffect(NamedTuple):
    """What one kind of decision does in its own year, and for how many years after it there is no grade.

    `after_by_term` means that the decision's own 期限(年) says for how many (empty: one).
    """

    effect: Effect
    years_after: int = 0
    after_by_term: bool = False


class Scheme(NamedTuple):
    """Everything that turns a year's facts into scores and proposed grades."""

    id: str
    name: str
    category: str
    parts: tuple[Part, ...]
    cases: CaseWeighting
    workload_slope: Decimal
    workload_maximum: Decimal
    best_review: str
    review_dictionaries: tuple[ReviewDictionary, ...]
    ballot_weights: Mapping[str, Decimal]
    trimmed_from: int
    month_lost_from_days: int
    no_grade_leave: tuple[str, ...]
    sanctions: Mapping[str, SanctionEffect]
    performance_grades: Mapping[PerformanceGrade, Decimal]
    grades: Mapping[Grade, Decimal]
    quota_percent: int
    review_percent: int
    minimum_standards: tuple[MinimumStandard, ...] = ()
    monthly_rank: bool = False
    """Whether the monthly sheet ranks people: off, for a league table by the month chases figures (domain rules 8)."""
    ballot_points: Mapping[Grade, Decimal] = DEFAULT_BALLOT_POINTS
    """What each grade on a ballot counts, where a round asks for grades instead of marks (domain rules 3.5)."""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators in the order in which they are printed."""
        return tuple(indicator for part in self.parts for indicator in part.indicators)

    @property
    def ledger_indicators(self) -> tuple[Indicator, ...]:
        """The indicators that take events (加减分)."""
        return tuple(indicator for indicator in self.indicators if indicator.rule is RuleKind.LEDGER)

    @property
    def counts_cases(self) -> bool:
        """Whether cases weigh anything: what assistants and administrative staff do is not itemised by cases."""
        return bool(self.cases.weights)

    @property
    def case_kinds(self) -> tuple[str, ...]:
        """The kinds of case that the scheme knows (案件类别)."""
        return tuple(self.cases.weights)

    @property
    def sanction_kinds(self) -> tuple[str, ...]:
        """The kinds of decision that the scheme knows (处分种类)."""
        return tuple(self.sanctions)

    @property
    def ballot_classes(self) -> tuple[str, ...]:
        """The classes of ballots (票类)."""
        return tuple(self.ballot_weights)

    def part(self, part_id: str) -> Part:
        """The part with that id; KeyError when there is none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def indicator(self, id_or_name: str) -> Indicator | None:
        """The indicator with that id or Chinese name, or None."""
        return next((each for each in self.indicators if id_or_name in (each.id, each.name)), None)

    def review_points(self, closing_year: int) -> Mapping[str, Decimal]:
        """The review grades of cases that close in that year, and the points of each."""
        fitting = [each for each in self.review_dictionaries if each.since is None or each.since <= closing_year]
        if not fitting and not self.review_dictionaries:
            return {}
        return max(fitting, key=lambda each: -1 if each.since is None else each.since).points
