"""Ballots far from the rest: how far each one's marks lie from what the people got in the middle."""

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats, Sheet
from committee_desk.domain.rater_statistics.findings import SPREAD_FROM, Ballots, NotComputable, Why, told_count

FAR = 3.5
"""A modified z-score above it is called an outlier (Iglewicz & Hoaglin 1993)."""
NORMAL = 0.6745
"""The median absolute deviation of a standard normal distribution."""
NEAR = 1.0
"""A ballot that lies less than a mark from the middle is as near as any."""
LEAST_SCALE = 0.25
"""Where all ballots lie alike far away, one of twice that distance is still nothing to ask about."""


def far_ballots(sheet: Sheet) -> Ballots | NotComputable:
    """How many ballots lie far from the rest, as a count and never which."""
    marked = sheet.values[~np.isnan(sheet.values).all(axis=1)]
    if len(marked) < SPREAD_FROM:
        return NotComputable(Why.TOO_FEW_BALLOTS, 0, SPREAD_FROM)
    distances = np.log(np.maximum(_distances(marked), NEAR))  # strict and lenient raters make a long upper tail
    middle = np.median(distances)
    scale = max(float(np.median(np.abs(distances - middle))) / NORMAL, LEAST_SCALE)
    return told_count(int(((distances - middle) / scale > FAR).sum()), len(marked))


def _distances(marked: Floats) -> Floats:
    """Each ballot's mean distance from the people's median marks."""
    held = marked[:, ~np.isnan(marked).all(axis=0)]
    distances: Floats = np.nanmean(np.abs(held - np.nanmedian(held, axis=0)), axis=1)
    return distances
