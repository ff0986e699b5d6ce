"""Krippendorff's alpha, by the `krippendorff` library (Krippendorff, Content Analysis, 2019, chapter 12)."""

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats, Indices
from committee_desk.domain.rater_statistics.findings import NotComputable, Why

MOST_CELLS = 4_000_000
"""The library keeps people × values × values numbers: above that, marks are taken to the nearest 1, 2, 5 or 10."""
STEPS = (1, 2, 5, 10, 25, 50)


def alpha(people: Indices, values: Floats, level: str = "interval") -> float | NotComputable:
    """Alpha of marks, each with the place of its person: 1 is full agreement, 0 is what chance would do."""
    import krippendorff  # noqa: PLC0415 - heavy, and wanted when a round closes only

    numbers = np.bincount(people) if len(people) else np.zeros(0, dtype=np.intp)
    held = numbers[people] > 1
    if not held.any():
        return NotComputable(Why.TOO_FEW_MARKS if len(people) else Why.NO_MARKS, int(len(people) > 0), 2)
    units, places = np.unique(people[held], return_inverse=True)
    domain, columns = _domain(values[held], len(units))
    if len(domain) < 2:
        return NotComputable(Why.ALL_EQUAL)
    table = np.zeros((len(units), len(domain)), dtype=np.intp)
    np.add.at(table, (places, columns), 1)
    return round(float(krippendorff.alpha(value_counts=table, value_domain=domain, level_of_measurement=level)), 3)


def _domain(values: Floats, units: int) -> tuple[Floats, Indices]:
    """The values that occur, and which one each mark is; coarser where there are too many."""
    domain, columns = np.unique(values, return_inverse=True)
    for step in STEPS:
        if units * len(domain) ** 2 <= MOST_CELLS:
            break
        domain, columns = np.unique(np.rint(values / step) * step, return_inverse=True)
    return domain, columns
