"""What people type on the lines of a ballot, read as they mean it and kept in one spelling."""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Line, Slip, Unmarked
from committee_desk.domain.rounds import RoundKind
from committee_desk.domain.scores import Grade
from committee_desk.services import typed_values
from committee_desk.services.round_file import Typed

LEAST, MOST, PLACES = Decimal(0), Decimal(100), 2
ABSTAINED = "弃权"
_ABSTAINS = frozenset({ABSTAINED, "弃", "-", "—", "－"})
_GRADES = {str(place): grade for place, grade in enumerate(Grade, start=1)} | {str(grade): grade for grade in Grade}
_FIFTH = "5"
"""On a grade ballot 弃权 is the fifth choice."""


def kept(text: str, kind: RoundKind) -> str | None:
    """The one spelling of what was typed on a line: nothing for a blank; None where it says no mark."""
    typed = "".join(unicodedata.normalize("NFKC", text).split())
    if not typed:
        return ""
    if typed in _ABSTAINS or (kind is RoundKind.GRADE and typed == _FIFTH):
        return ABSTAINED
    if kind is RoundKind.GRADE:
        return _GRADES.get(typed)
    mark = typed_values.number(typed)
    if mark is None or not LEAST <= mark <= MOST or not typed_values.fits(mark, PLACES):
        return None
    return format(mark.normalize() + 0, "f")


def line_of(text: str) -> Line:
    """The line that a kept spelling stands for."""
    if not text:
        return Unmarked.BLANK
    if text == ABSTAINED:
        return Unmarked.ABSTAINED
    return _GRADES[text] if text in _GRADES and not text.isdigit() else Decimal(text)


def slip_of(ballot_class: BallotClass, typed: Typed) -> Slip:
    """The slip that kept lines make."""
    return Slip(ballot_class, {code: line_of(text) for code, text in typed.items()})


def without_blanks(lines: Mapping[str, str]) -> dict[str, str]:
    """Kept lines as they are stored: a blank is no line."""
    return {code: text for code, text in lines.items() if text}
