"""How far marks lie apart: by class over everybody together, and by person without a single mark."""

from collections.abc import Iterator, Sequence

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats, Marks
from committee_desk.domain.rater_statistics.findings import (
    SPREAD_FROM,
    TOLD_FROM,
    Bar,
    ClassSpread,
    NotComputable,
    PersonSpread,
    Quartiles,
    Why,
    told,
)

BAR, TOP = 5, 100
"""A bar is so many marks wide, or a multiple of it where too few marks would stand in one; and the highest mark."""


def class_spread(ballot_class: str, ballots: int, marks: Marks, shown: Marks) -> ClassSpread:
    """Quartiles and bars of a class of five ballots or more that marks three people or more.

    Of fewer, the lowest and the highest mark would be somebody's ballot for somebody. Of more, too, beside the person
    whose marks lie furthest apart: at either end so many marks are left out that the bars, which hold three, hide them.
    Only the marks that may be `shown` beside the results are in it (`displayed`).
    """
    if not len(marks.values):
        return ClassSpread(ballot_class, ballots, NotComputable(Why.NO_MARKS))
    if ballots < SPREAD_FROM:
        return ClassSpread(ballot_class, ballots, NotComputable(Why.TOO_FEW_BALLOTS, ballots, SPREAD_FROM))
    people = len(shown.numbered[0])
    if people < TOLD_FROM:
        merged = len(shown.values) < len(marks.values)
        why = NotComputable(Why.MERGED) if merged else NotComputable(Why.TOO_FEW_PEOPLE, people, TOLD_FROM)
        return ClassSpread(ballot_class, ballots, why)
    rest = np.sort(shown.values)[TOLD_FROM - 1 : 1 - TOLD_FROM]
    five = (rest[0], *np.quantile(shown.values, [0.25, 0.5, 0.75]), rest[-1])
    return ClassSpread(ballot_class, ballots, Quartiles(*(told(float(each), 1) for each in five)), bars(shown.values))


def bars(values: Floats) -> tuple[Bar, ...]:
    """The distribution in bars that hold three marks or more, or none."""
    edges = np.arange(0, TOP + BAR, BAR)
    numbers, _ = np.histogram(values, edges)
    return tuple(_wide_enough([int(each) for each in numbers]))


def _wide_enough(numbers: Sequence[int]) -> Iterator[Bar]:
    """Neighbours are put together until three marks stand in each that has any; what is left at the top goes down."""
    done: list[Bar] = []
    start = held = 0
    for at, number in enumerate(numbers):
        held += number
        if not held or held >= TOLD_FROM:
            done.append(Bar(start * BAR, (at + 1) * BAR, held))
            start, held = at + 1, 0
    while held and done:
        last = done.pop()
        start, held = last.low // BAR, held + last.number
        if held >= TOLD_FROM:
            break
    yield from done
    if held:
        yield Bar(start * BAR, TOP, held)


def person_spreads(marks: Marks, shown: Marks, rated: Sequence[str]) -> tuple[PersonSpread, ...]:
    """The standard deviation of everybody's marks, all classes together that results show alone: one by class would
    tell a small class, one with a merged class the mean that is merged."""
    size = len(rated)
    given, numbers = (np.bincount(each.people, minlength=size) for each in (marks, shown))
    safe = np.maximum(numbers, 1)
    means = np.bincount(shown.people, shown.values, minlength=size) / safe
    squares = np.bincount(shown.people, (shown.values - means[shown.people]) ** 2, minlength=size)
    deviations = np.sqrt(squares / np.maximum(numbers - 1, 1))
    return tuple(
        PersonSpread(code, _deviation(int(given[at]), int(numbers[at]), float(deviations[at])))
        for at, code in enumerate(rated)
    )


def _deviation(given: int, number: int, deviation: float) -> float | NotComputable:
    if given < SPREAD_FROM:
        return NotComputable(Why.TOO_FEW_MARKS if given else Why.NO_MARKS, 0, SPREAD_FROM if given else 0)
    if number < SPREAD_FROM:
        return NotComputable(Why.MERGED)
    return told(deviation, 1)
