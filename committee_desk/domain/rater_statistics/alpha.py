"""Krippendorff's alpha, by the `krippendorff` library (Krippendorff, Content Analysis, 2019, chapter 12)."""

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats, Indices, Marks
from committee_desk.domain.rater_statistics.findings import NotComputable, Why, told

MOST_CELLS = 4_000_000
"""The library keeps people × values × values numbers: above that, marks are taken to the nearest 1, 2, 5 or 10."""
STEPS = (1, 2, 5, 10, 25, 50)


def alpha(marks: Marks, level: str = "interval") -> float | NotComputable:
    """Alpha of marks: 1 is full agreement, 0 is what chance would do."""
    import krippendorff  # noqa: PLC0415 - heavy, and wanted when a round closes only

    if not len(marks.values):
        return NotComputable(Why.NO_MARKS)
    numbers, places = marks.numbered
    held = numbers[places] > 1
    if not held.any():
        return NotComputable(Why.TOO_FEW_MARKS, 1, 2)
    domain, columns = _domain(marks.values[held], len(numbers))
    if len(domain) < 2:
        return NotComputable(Why.ALL_EQUAL)
    cells = np.bincount(places[held] * len(domain) + columns, minlength=len(numbers) * len(domain))
    table = cells.reshape(len(numbers), len(domain))
    return told(float(krippendorff.alpha(value_counts=table, value_domain=domain, level_of_measurement=level)), 3)


def _domain(values: Floats, units: int) -> tuple[Floats, Indices]:
    """The values that occur, and which one each mark is; coarser where there are too many."""
    domain, columns = np.unique(values, return_inverse=True)
    for step in STEPS:
        if units * len(domain) ** 2 <= MOST_CELLS:
            break
        domain, columns = np.unique(np.rint(values / step) * step, return_inverse=True)
    return domain, columns
