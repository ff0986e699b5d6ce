"""Which marks the statistics may rest on: those of classes that the person's result shows by themselves.

Where a class is too small, results show it merged with its neighbour, as their weighted mean (`round_counting`). Any
figure of the neighbour beside that mean, a bar or a deviation, would be a second equation: solved for the small class
it gives a leader's ballot. The same holds for figures of both together, which weigh marks and not classes. So such
marks are in no figure at all.
"""

import numpy as np

from committee_desk.domain.rater_statistics.arrays import CLASSES, Marks
from committee_desk.domain.round_counting import shown_alone
from committee_desk.domain.rounds import Terms


def displayed(marks: Marks, terms: Terms) -> Marks:
    """The marks of each person's classes that stand by themselves in the results."""
    if not len(marks.values):
        return marks
    size = len(CLASSES)
    numbers = np.bincount(marks.people * size + marks.classes, minlength=size * (int(marks.people.max()) + 1))
    kinds, kind = np.unique(numbers.reshape(-1, size), axis=0, return_inverse=True)
    alone = np.array([_alone(tuple(map(int, each)), terms) for each in kinds], dtype=np.bool_)
    kept = alone[kind.reshape(-1)[marks.people], marks.classes]
    return Marks(marks.classes[kept], marks.people[kept], marks.values[kept])


def _alone(numbers: tuple[int, ...], terms: Terms) -> list[bool]:
    shown = shown_alone(dict(zip(CLASSES, numbers, strict=True)), terms)
    return [each in shown for each in CLASSES]
