"""Marks returned and circles among those who sign, each against what chance does (permutation, seeded).

Chance is drawn by dealing each rater's distances anew over the people whom he marked: his severity and how far he
spreads his marks stay his, and only whom he favours is left to chance. p = (1 + as strong draws) / (1 + draws).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from committee_desk.domain.rater_statistics.arrays import Floats, Indices
from committee_desk.domain.rater_statistics.findings import TOLD_FROM, NotComputable, Pattern, Why, told
from committee_desk.domain.rater_statistics.signed import Signed, residuals

DRAWS, AT_ONCE, SEED = 999, 100, 43
"""The seed is article 43's: the same marks give the same p on every machine."""
FAVOUR = 0.5
"""A favour lies half a standard deviation or more above what the rater gives and the person gets."""
MOST_RATERS = 60
"""Among more who mark each other, patterns are not looked for."""
EVEN = 1e-9

Strength = Callable[[Floats], Floats]


class _Distances(NamedTuple):
    """The marks' distances in standard deviations: of the raters who are marked too, over everybody they marked.

    `columns` are the places of these raters among the people.
    """

    raters: tuple[str, ...]
    rows: Floats
    columns: Indices

    @property
    def square(self) -> Floats:
        """The part in which they mark each other."""
        return self.rows[:, self.columns]

    @property
    def mutual(self) -> npt.NDArray[np.bool_]:
        """Who marked whom and was marked by him."""
        given = ~np.isnan(self.square)
        both: npt.NDArray[np.bool_] = given & given.T
        return both

    def drawn(self) -> Iterator[Floats]:
        """Squares of chance, some at a time."""
        random = np.random.default_rng(SEED)
        for start in range(0, DRAWS, AT_ONCE):
            size = min(AT_ONCE, DRAWS - start)
            dealt = np.full((size, *self.rows.shape), np.nan)
            for at, row in enumerate(self.rows):
                marked = ~np.isnan(row)
                dealt[:, at, marked] = random.permuted(np.tile(row[marked], (size, 1)), axis=1)
            yield dealt[:, :, self.columns]


def reciprocity(signed: Signed) -> Pattern | NotComputable:
    """Whether two who mark each other return the distance: above for above, below for below."""
    held = _distances(signed)
    if isinstance(held, NotComputable):
        return held
    pairs = np.triu(held.mutual, 1)
    if (possible := int(pairs.sum())) < TOLD_FROM:
        return NotComputable(Why.NOT_MUTUAL, 0, TOLD_FROM)

    def strength(squares: Floats) -> Floats:
        products: Floats = (squares * squares.transpose(0, 2, 1))[:, pairs].mean(axis=1)
        return products

    returned = _returned(held.square[np.newaxis])[0]
    return _against_chance(held, strength, returned, int(returned.sum()) // 2, possible)


def circles(signed: Signed) -> Pattern | NotComputable:
    """Whether there are threes in which everybody favours both others."""
    held = _distances(signed)
    if isinstance(held, NotComputable):
        return held
    possible = int(_triangles(held.mutual[np.newaxis].astype(np.float64))[0])
    if possible < TOLD_FROM:
        return NotComputable(Why.NOT_MUTUAL, 0, TOLD_FROM)
    returned = _returned(held.square[np.newaxis])[0]
    inside = returned * (returned @ returned)
    found = int(_triangles(returned[np.newaxis])[0])
    return _against_chance(held, lambda squares: _triangles(_returned(squares)), inside, found, possible)


def _distances(signed: Signed) -> _Distances | NotComputable:
    both = signed.both
    if len(both) > MOST_RATERS:
        return NotComputable(Why.TOO_MANY_RATERS, len(both), MOST_RATERS)
    if len(both) < 2:
        return NotComputable(Why.NOT_MUTUAL, 0, TOLD_FROM)
    left = residuals(signed)
    scale = float(np.nanstd(left))
    if scale < EVEN:
        return NotComputable(Why.ALL_EQUAL)
    rows = left[[signed.raters.index(code) for code in both]] / scale
    return _Distances(both, rows, np.array([signed.people.index(code) for code in both], dtype=np.intp))


def _against_chance(held: _Distances, strength: Strength, inside: Floats, found: int, possible: int) -> Pattern:
    """How often chance is as strong; who is `inside` is told only of three cases or more."""
    seen = float(strength(held.square[np.newaxis])[0])
    reached = sum(int((strength(squares) >= seen - EVEN).sum()) for squares in held.drawn())
    people = tuple(held.raters[at] for at in np.flatnonzero(inside.any(axis=0))) if found >= TOLD_FROM else ()
    return Pattern(found, possible, told(seen, 2), told((1 + reached) / (1 + DRAWS), 3), people)


def _returned(squares: Floats) -> Floats:
    """1 where two favour each other, in each square."""
    favours = (np.nan_to_num(squares, nan=-1.0) >= FAVOUR).astype(np.float64)
    return favours * favours.transpose(0, 2, 1)


def _triangles(mutual: Floats) -> Floats:
    """How many threes of everybody with everybody stand in each square."""
    numbers: Floats = ((mutual @ mutual) * mutual).sum(axis=(1, 2)) / 6
    return numbers
