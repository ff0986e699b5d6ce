"""Severity and leniency of those who sign: each compared with the others on the same people."""

import math
from collections.abc import Iterator

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats
from committee_desk.domain.rater_statistics.distributions import t_quantile
from committee_desk.domain.rater_statistics.findings import Interval, NotComputable, Severity, Shift, Why, told
from committee_desk.domain.rater_statistics.signed import Signed

LEAST_PEOPLE = 5
"""Over fewer people in common nothing is said of a rater."""
ERROR = 0.05
"""All the raters' intervals together miss with that probability: each is held to its part of it (Bonferroni)."""


def severities(signed: Signed) -> tuple[Severity, ...]:
    """How much each rater marks above or below the mean of the others who marked the same people."""
    return tuple(_severities(signed))


def _severities(signed: Signed) -> Iterator[Severity]:
    marked = ~np.isnan(signed.values)
    filled = np.where(marked, signed.values, 0.0)
    number, total = marked.sum(axis=0), filled.sum(axis=0)
    for at, rater in enumerate(signed.raters):
        common = marked[at] & (number > 1)
        found = int(common.sum())
        if found < LEAST_PEOPLE:
            yield Severity(rater, NotComputable(Why.NOBODY_IN_COMMON, found, LEAST_PEOPLE))
            continue
        own = filled[at, common]
        others = int((marked[:, common].any(axis=1)).sum()) - 1
        differences = own - (total[common] - own) / (number[common] - 1)
        yield Severity(rater, _shift(differences, others, len(signed.raters)))


def _shift(differences: Floats, others: int, raters: int) -> Shift:
    people, mean = len(differences), float(differences.mean())
    error = float(differences.std(ddof=1)) / math.sqrt(people)
    away = t_quantile(1 - ERROR / (2 * raters), people - 1) * error
    return Shift(told(mean, 1), Interval(told(mean - away, 1), told(mean + away, 1)), people, others)
