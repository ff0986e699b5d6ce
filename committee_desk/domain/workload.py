"""The workload rule: each department's baseline, each person's target, and how far it was met."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from committee_desk.domain.duty import Duty
from committee_desk.domain.exact import Amount, Ratio
from committee_desk.domain.sums import CaseSum


class Baseline(NamedTuple):
    """What a department's cases come to over its prosecutors' weighed months: a month's average caseload.

    `office_wide` says that the department has one prosecutor only and takes the whole office's.
    """

    equivalent: Amount
    weighed: Amount
    office_wide: bool = False

    @property
    def is_zero(self) -> bool:
        """Whether nobody was on duty, or there were no cases."""
        return not self.weighed or not self.equivalent


def baselines(duties: Mapping[str, Iterable[Duty]], cases: Iterable[CaseSum]) -> dict[str, Baseline]:
    """The baseline of every department in which somebody has a month."""
    weighed: defaultdict[str, Amount] = defaultdict(int)
    people: defaultdict[str, int] = defaultdict(int)
    for months in duties.values():
        for department, _count, weight in months:
            weighed[department] += weight
            people[department] += 1
    equivalent: defaultdict[str | None, Amount] = defaultdict(int)
    for case_sum in cases:
        equivalent[case_sum.department] += case_sum.equivalent
    office = Baseline(sum(equivalent.values()), sum(weighed.values()), office_wide=True)
    return {
        department: office if people[department] == 1 else Baseline(equivalent.get(department, 0), weight)
        for department, weight in weighed.items()
    }


def target(months: Iterable[Duty], known: Mapping[str, Baseline]) -> Ratio | None:
    """The case-equivalents to be expected of a person with these months; None when that is nothing."""
    above: Amount = 0
    below: Amount = 1
    for department, _count, weight in months:
        baseline = known[department]
        if weight and not baseline.is_zero:
            above = above * baseline.weighed + weight * baseline.equivalent * below
            below *= baseline.weighed
    return (above, below) if above else None
