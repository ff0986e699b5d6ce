"""Marks and whole slips as arrays: numbers alone, in which nobody's name stands."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.domain.round_counting import Line, Slip, Unmarked, mark_of
from committee_desk.domain.rounds import Terms

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]

CLASSES = tuple(BallotClass)


class Marks(NamedTuple):
    """Single marks: the place of each one's class in `CLASSES`, of its person, and its value."""

    classes: Indices
    people: Indices
    values: Floats

    @property
    def numbered(self) -> tuple[Indices, Indices]:
        """How many marks each person has who has any, and the place of each mark's person among these."""
        numbers = np.bincount(self.people)
        places = np.cumsum(numbers > 0) - 1
        return numbers[numbers > 0], places[self.people]

    def of_class(self, ballot_class: BallotClass) -> "Marks":
        """The marks of one class."""
        held = self.classes == CLASSES.index(ballot_class)
        return Marks(self.classes[held], self.people[held], self.values[held])


class Sheet(NamedTuple):
    """Whole slips: a row a slip, a column a person, NaN where there is no mark; and each row's class."""

    values: Floats
    classes: Indices

    def of_class(self, ballot_class: BallotClass) -> "Sheet":
        """The slips of one class."""
        held = self.classes == CLASSES.index(ballot_class)
        return Sheet(self.values[held], self.classes[held])


def marks_of(marks: Collection[BallotMark], rated: Sequence[str]) -> Marks:
    """The marks that were given, without those that are none."""
    place, size = {code: at for at, code in enumerate(rated)}, len(marks)
    classes, floats = {each: at for at, each in enumerate(CLASSES)}, _Floats()
    values = np.fromiter((floats[each.mark] for each in marks), np.float64, size)
    given = ~np.isnan(values)
    return Marks(
        np.fromiter((classes[each.ballot_class] for each in marks), np.intp, size)[given],
        np.fromiter((place[each.code] for each in marks), np.intp, size)[given],
        values[given],
    )


def sheet_of(slips: Sequence[Slip], rated: Sequence[str], terms: Terms) -> Sheet:
    """Valid slips as they were filled in."""
    values = np.full((len(slips), len(rated)), np.nan)
    worth = _Worth(terms)
    for at, slip in enumerate(slips):
        values[at] = [worth[slip.lines.get(code, Unmarked.BLANK)] for code in rated]
    classes = np.array([CLASSES.index(slip.ballot_class) for slip in slips], dtype=np.intp)
    return Sheet(values, classes)


class _Floats(dict[Decimal | None, float]):
    """A mark as a float, each turned once: three hundred thousand marks have a hundred values."""

    def __missing__(self, mark: Decimal | None) -> float:
        self[mark] = value = float("nan") if mark is None else float(mark)
        return value


class _Worth(dict[Line, float]):
    """What a line is worth, NaN where it is no mark."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self.terms = terms

    def __missing__(self, line: Line) -> float:
        mark = mark_of(line, self.terms)
        self[line] = value = float("nan") if mark is None else float(mark)
        return value
