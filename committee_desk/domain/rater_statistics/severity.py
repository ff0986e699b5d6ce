"""Severity and leniency of those who sign, each compared with the others on the same people; and how well they agree.

The measure is the middle mark of all who marked a person, so that one strict leader does not make two fair ones look
lenient; where only two marked a person, it is the other one's mark, and nobody can say which of them is the strict one.
"""

import math
from collections.abc import Iterator

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats
from committee_desk.domain.rater_statistics.distributions import t_quantile
from committee_desk.domain.rater_statistics.findings import (
    Interval,
    NotComputable,
    Severity,
    Shift,
    SignedAgreement,
    Why,
    told,
)
from committee_desk.domain.rater_statistics.icc import two_way
from committee_desk.domain.rater_statistics.signed import Signed

LEAST_PEOPLE = 5
"""Over fewer people in common nothing is said of a rater."""
ERROR = 0.05
"""All the raters' intervals together miss with that probability: each is held to its part of it (Bonferroni)."""


def severities(signed: Signed) -> tuple[Severity, ...]:
    """How much each rater marks above or below the middle mark of the same people."""
    return tuple(_severities(signed))


def agreement(signed: Signed) -> SignedAgreement | NotComputable:
    """The two-way intraclass correlations of those who sign, over the people whom all of them marked.

    A rater who did not mark half of the people is left out first: he would leave the others nobody in common.
    """
    marked = ~np.isnan(signed.values)
    most = signed.values[2 * marked.sum(axis=1) >= marked.shape[1]]
    common = most[:, ~np.isnan(most).any(axis=0)]
    raters, people = common.shape
    if raters < 2 or people < LEAST_PEOPLE:
        return NotComputable(Why.NOBODY_IN_COMMON, people if raters > 1 else 0, LEAST_PEOPLE)
    forms = two_way(common)
    return forms if isinstance(forms, NotComputable) else SignedAgreement(raters, people, forms)


def _severities(signed: Signed) -> Iterator[Severity]:
    marked = ~np.isnan(signed.values)
    number = marked.sum(axis=0)
    for at, rater in enumerate(signed.raters):
        common = marked[at] & (number > 1)
        found = int(common.sum())
        if found < LEAST_PEOPLE:
            yield Severity(rater, NotComputable(Why.NOBODY_IN_COMMON, found, LEAST_PEOPLE))
            continue
        others = int((marked[:, common].any(axis=1)).sum()) - 1
        own, theirs = signed.values[at, common], np.delete(signed.values[:, common], at, axis=0)
        alone = number[common] == 2
        middle = np.where(alone, np.nansum(theirs, axis=0), np.nanmedian(signed.values[:, common], axis=0))
        yield Severity(rater, _shift(own - middle, others, len(signed.raters)))


def _shift(differences: Floats, others: int, raters: int) -> Shift:
    people, mean = len(differences), float(differences.mean())
    error = float(differences.std(ddof=1)) / math.sqrt(people)
    away = t_quantile(1 - ERROR / (2 * raters), people - 1) * error
    return Shift(told(mean, 1), Interval(told(mean - away, 1), told(mean + away, 1)), people, others)
