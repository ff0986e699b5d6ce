"""Straight-line ballots: the same mark for everybody. Counted in the booth too, before its ballots are parted."""

from collections.abc import Collection

from committee_desk.domain.round_counting import Slip, Unmarked, mark_of
from committee_desk.domain.rounds import Terms

LEAST_LINES = 5
"""Of fewer marks it says nothing that they are equal."""


def is_straight_line(slip: Slip, rated: Collection[str], terms: Terms) -> bool:
    """Whether a ballot marks five people or more, all alike."""
    marks = [mark_of(slip.lines.get(code, Unmarked.BLANK), terms) for code in rated]
    given = [mark for mark in marks if mark is not None]
    return len(given) >= LEAST_LINES and len(set(given)) == 1
