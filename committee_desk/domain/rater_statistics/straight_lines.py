"""Straight-line ballots: the same mark for everybody. Counted in the booth too, before its ballots are parted."""

from collections.abc import Collection

from committee_desk.domain.round_counting import Slip, Unmarked, mark_of
from committee_desk.domain.rounds import Terms

LEAST_LINES = 5
"""Of fewer marks it says nothing that they are equal."""


def is_straight_line(slip: Slip, rated: Collection[str], terms: Terms) -> bool:
    """Whether a ballot marks five people or more, all alike."""
    first, number = None, 0
    for code in rated:
        mark = mark_of(slip.lines.get(code, Unmarked.BLANK), terms)
        if mark is None:
            continue
        if number and mark != first:
            return False
        first, number = mark, number + 1
    return number >= LEAST_LINES
