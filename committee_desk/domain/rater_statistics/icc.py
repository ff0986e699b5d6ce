"""Intraclass correlations after Shrout & Fleiss, Psychological Bulletin 86 (1979), with their F and 95 % intervals.

People are the targets, ballots or those who sign the judges. (1,·): every person was judged by raters of his own;
(2,·): the same raters, of many who might have rated; (3,·): these raters and no others. (·,1) is one rater, (·,k) the
mean of all. (1,·) follows from each person's marks alone. (2,·) and (3,·) follow from the means of raters too: of marks
that are signed they may be kept, of ballots never.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats, Marks
from committee_desk.domain.rater_statistics.distributions import f_quantile
from committee_desk.domain.rater_statistics.findings import Icc, Interval, NotComputable, Why, told

SHARE = 0.975
"""Two sides of 2.5 % leave 95 %."""
NOTHING = 1e-9
"""A mean square below it is a rounding error of equal marks."""


class _OneWay(NamedTuple):
    """The analysis of variance by people: `raters` is how many marks a person has, one by one or in the mean."""

    between: float
    within: float
    people: int
    raters: float
    below: int


class _TwoWay(NamedTuple):
    """The analysis of variance by people and raters, of a table without gaps (BMS, JMS, EMS)."""

    between: float
    judges: float
    error: float
    people: int
    raters: int


class _Test(NamedTuple):
    """The F of people against what is left, None where nothing is left."""

    f: float | None
    above: int
    below: int

    def interval(self, bound: Callable[[float], float]) -> Interval | None:
        """What the 95 % bounds of F make of a form."""
        if self.f is None:
            return None
        low, high = f_quantile(SHARE, self.above, self.below), f_quantile(SHARE, self.below, self.above)
        return Interval(bound(self.f / low), bound(self.f * high))


def one_way(marks: Marks) -> tuple[Icc, ...] | NotComputable:
    """ICC(1,1) and ICC(1,k); where people have different numbers of marks, k is what the analysis of variance takes."""
    table = _one_way(marks)
    if isinstance(table, NotComputable):
        return table
    between, within, people, raters, below = table
    single = (between - within) / (between + (raters - 1) * within)
    mean = (between - within) / between

    test = _tested(between, within, people - 1, below)
    return (
        _told("1,1", single, test.interval(_of_one(raters)), test),
        _told("1,k", mean, test.interval(_of_mean), test),
    )


def two_way(complete: Floats) -> tuple[Icc, ...] | NotComputable:
    """ICC(2,1), (2,k), (3,1) and (3,k) of raters (rows) who marked everybody (columns)."""
    table = _two_way(complete)
    if isinstance(table, NotComputable):
        return table
    between, judges, error, people, raters = table
    test = _tested(between, error, people - 1, (people - 1) * (raters - 1))
    among_many = (judges - error) / people
    single = (between - error) / (between + (raters - 1) * error + raters * among_many)
    mean = (between - error) / (between + among_many)
    fixed_single = (between - error) / (between + (raters - 1) * error)
    fixed_mean = (between - error) / between
    bounds = _bounds_of_random(table, single)
    return (
        _told("2,1", single, bounds, test),
        _told("2,k", mean, bounds and _stepped_up(bounds, raters), test),
        _told("3,1", fixed_single, test.interval(_of_one(raters)), test),
        _told("3,k", fixed_mean, test.interval(_of_mean), test),
    )


def _one_way(marks: Marks) -> _OneWay | NotComputable:
    numbers, places = marks.numbered
    people, total = len(numbers), len(marks.values)
    if people < 2:
        return NotComputable(Why.TOO_FEW_PEOPLE, people, 2)
    if total == people:
        return NotComputable(Why.TOO_FEW_MARKS, 1, 2)
    means = np.bincount(places, marks.values) / numbers
    between = float((numbers * (means - marks.values.mean()) ** 2).sum()) / (people - 1)
    within = float(((marks.values - means[places]) ** 2).sum()) / (total - people)
    raters = (total - float((numbers**2).sum()) / total) / (people - 1)
    return _equal(between, within) or _OneWay(between, within, people, raters, total - people)


def _two_way(complete: Floats) -> _TwoWay | NotComputable:
    raters, people = complete.shape
    if people < 2:
        return NotComputable(Why.TOO_FEW_PEOPLE, people, 2)
    if raters < 2:
        return NotComputable(Why.TOO_FEW_MARKS, 1, 2)
    mean, of_people, of_raters = complete.mean(), complete.mean(axis=0), complete.mean(axis=1)
    between = raters * float(((of_people - mean) ** 2).sum()) / (people - 1)
    judges = people * float(((of_raters - mean) ** 2).sum()) / (raters - 1)
    left = complete - of_people[np.newaxis, :] - of_raters[:, np.newaxis] + mean
    error = float((left**2).sum()) / ((people - 1) * (raters - 1))
    if between + (judges - error) / people < NOTHING:  # people differ less than chance alone would make them
        return NotComputable(Why.PEOPLE_EQUAL if error + judges >= NOTHING else Why.ALL_EQUAL)
    return _equal(between, error + judges) or _TwoWay(between, judges, error, people, raters)


def _equal(between: float, within: float) -> NotComputable | None:
    """Nothing to compare where people do not differ."""
    if between >= NOTHING:
        return None
    return NotComputable(Why.ALL_EQUAL if within < NOTHING else Why.PEOPLE_EQUAL)


def _bounds_of_random(table: _TwoWay, single: float) -> Interval | None:
    """The interval of ICC(2,1), by Satterthwaite's degrees of freedom (Shrout & Fleiss, p. 424)."""
    between, judges, error, n, k = table
    if error < NOTHING:
        return None
    ratio = judges / error
    rest = n * (1 + (k - 1) * single) - k * single
    freedom = (k - 1) * (n - 1) * (k * single * ratio + rest) ** 2
    freedom /= (n - 1) * (k * single * ratio) ** 2 + rest**2
    spread = k * judges + (k * n - k - n) * error
    if freedom <= 0 or spread <= 0:
        return None
    high, low = f_quantile(SHARE, n - 1, freedom), f_quantile(SHARE, freedom, n - 1)
    found = Interval(
        n * (between - high * error) / (high * spread + n * between),
        n * (low * between - error) / (spread + n * low * between),
    )
    return found if found.low <= single <= found.high else None  # it is an approximation, of no use far below nought


def _tested(between: float, left: float, above: int, below: int) -> _Test:
    return _Test(None if left < NOTHING else between / left, above, below)


def _told(form: str, value: float, interval: Interval | None, test: _Test) -> Icc:
    held = Interval(*(told(each, 2) for each in interval)) if interval else None
    f = None if test.f is None else told(test.f, 2)
    return Icc(form, told(value, 2), held, f, test.above, test.below)


def _of_one(raters: float) -> Callable[[float], float]:
    return lambda f: (f - 1) / (f + raters - 1)


def _of_mean(f: float) -> float:
    return 1 - 1 / f


def _stepped_up(single: Interval, raters: int) -> Interval | None:
    """Spearman and Brown: the mean of so many for one."""
    if 1 + (raters - 1) * single.low < NOTHING:
        return None
    return Interval(*(raters * each / (1 + (raters - 1) * each) for each in single))
