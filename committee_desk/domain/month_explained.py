"""A person's month explained (个人月度得分说明): what each figure was, what the month brought to it, and from what.

Everything is as of the month's last day. What decided on somebody's grade plays no part in a month and is not here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event, Register
from committee_desk.domain.explanation import IndicatorExplanation
from committee_desk.domain.people import Stay
from committee_desk.domain.sources import Overridden


class Counts(StrEnum):
    """Whether the month is a month on duty, and why not. Kind and days of leave stay in 人员."""

    ON_DUTY = "on_duty"
    LEAVE = "leave"
    ABSENT = "absent"


class MonthCase(NamedTuple):
    """A case that closed in the month, or whose review came in it. `in_time` is None where nothing is due."""

    share: CaseShare
    equivalent: Fraction
    in_time: bool | None
    review: Review | None
    points: Fraction
    """Of its review grade, 0 where there is none."""


class MonthEvent(NamedTuple):
    """An event of the month; `lost` is what of its points does not count (超出封顶不计; negative: 已扣完不再扣)."""

    event: Event
    register: Register | None
    lost: Fraction

    @property
    def counted(self) -> Fraction:
        """What it adds to its ledger."""
        return Fraction(self.event.points) - self.lost


class LedgerChange(NamedTuple):
    """What moved a ledger in the month; together the change of the ledger before anything is handed on or rounded.

    `start` is the base that a first month brings; `earlier` what events before the month count otherwise than they
    did (room under the maximum that the month took or gave, all of them in a first month); `bonus` the change of what
    work beyond the target adds. `lost` is what of the month's points does not count, and is no part of the sum.
    """

    events: int
    counted: Fraction
    start: Fraction
    earlier: Fraction
    bonus: Fraction
    lost: Fraction

    @property
    def whole(self) -> Fraction:
        """All of it."""
        return self.counted + self.start + self.earlier + self.bonus


@dataclass(frozen=True, slots=True)
class Reached:
    """One indicator: hundredths at the end of the month before and now, None where there is no figure.

    `before_by_facts` and `by_facts` are what the facts say now, where a published version says otherwise. `rated` is
    false while a yearly rating has not been given.
    """

    name: str
    before: int | None
    now: int | None
    before_by_facts: int | None
    by_facts: int | None
    explanation: IndicatorExplanation
    ledger: LedgerChange | None = None
    rated: bool = True

    @property
    def change(self) -> int:
        """What the month brought, as the month's sheet says it."""
        return (self.now or 0) - (self.before or 0)

    @property
    def change_by_facts(self) -> int:
        """What the month brought, as the facts say it now."""
        return (self.by_facts or 0) - (self.before_by_facts or 0)

    @property
    def differs(self) -> bool:
        """Whether the facts say another figure now than the one that was published."""
        return self.now != self.by_facts


class DutySoFar(NamedTuple):
    """Months on duty in one department so far, and what cases are expected of them; None without a workload rule."""

    department: str
    months: int
    weighed: Fraction
    target: Fraction | None


class ByHand(NamedTuple):
    """A figure of the source that two people replaced, and of what it is one: a case, a reason, a leader."""

    what: str
    overridden: Overridden


@dataclass(frozen=True, slots=True)
class MonthExplained:
    """All of one person's month in one category, as the facts say it now.

    `stays` are those that touch the month, else the latest one before it. `reviewed_since` are cases of earlier months
    whose review came in this one. `reviewed_after` is how many of the year's cases were reviewed after its end: they
    count in the year and in none of its months; said of December alone.
    """

    year: int
    month: int
    category: str
    scheme: str
    code: str
    name: str
    department: str
    leads: bool
    stays: tuple[Stay, ...]
    counts: Counts
    duties: tuple[DutySoFar, ...]
    months_lost: int
    reached: tuple[Reached, ...]
    total_before: int
    total: int
    cases: tuple[MonthCase, ...]
    reviewed_since: tuple[MonthCase, ...]
    events: tuple[MonthEvent, ...]
    by_hand: tuple[ByHand, ...]
    counts_cases: bool
    reviewed_after: int = 0

    @property
    def change(self) -> int:
        """What the month brought."""
        return self.total - self.total_before

    @property
    def unrated(self) -> tuple[Reached, ...]:
        """The yearly ratings that are still missing: the total is the sum of what is there."""
        return tuple(each for each in self.reached if not each.rated)

    @property
    def until(self) -> date | None:
        """The last day of the latest stay, where it has one."""
        return self.stays[-1].until if self.stays else None
