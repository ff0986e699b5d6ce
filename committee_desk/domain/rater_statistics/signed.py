"""Signed marks (领导评价) as arrays, and how far each lies from what its rater gives and its person gets."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from committee_desk.domain.rater_statistics.arrays import Floats
from committee_desk.domain.ratings import LeaderMark

ROUNDS, CLOSE = 500, 1e-9
"""So often at most the two means are taken out in turn, and until they no longer move."""


class Signed(NamedTuple):
    """A table of who marked whom: raters in rows, people in columns, NaN where there is no mark."""

    raters: tuple[str, ...]
    people: tuple[str, ...]
    values: Floats

    @property
    def both(self) -> tuple[str, ...]:
        """Those who mark and are marked."""
        return tuple(sorted(set(self.raters) & set(self.people)))


def signed_of(marks: Iterable[LeaderMark]) -> Signed:
    """The marks that raters gave to others; whoever marks himself says nothing of others."""
    given = {(each.rater, each.code): float(each.mark) for each in marks if each.rater != each.code}
    raters, people = (tuple(sorted(set(each))) for each in (zip(*given, strict=True) if given else ((), ())))
    row, column = ({code: at for at, code in enumerate(each)} for each in (raters, people))
    values = np.full((len(raters), len(people)), np.nan)
    for (rater, code), mark in given.items():
        values[row[rater], column[code]] = mark
    return Signed(raters, people, values)


def residuals(signed: Signed) -> Floats:
    """What is left of each mark without its rater's severity and its person's worth (least squares, additive)."""
    left = signed.values - np.nanmean(signed.values) if signed.values.size else signed.values.copy()
    for _ in range(ROUNDS):
        if not left.size:
            break
        rows = np.nanmean(left, axis=1, keepdims=True)
        left -= rows
        columns = np.nanmean(left, axis=0, keepdims=True)
        left -= columns
        if max(np.abs(rows).max(), np.abs(columns).max()) < CLOSE:
            break
    left[np.abs(left) < CLOSE] = 0.0
    return left
