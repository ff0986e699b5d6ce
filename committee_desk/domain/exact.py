"""Exact arithmetic on whole numbers: fixed units for what is added up, and one rounding at the very end.

Sums are integers in the units below. A figure that is no whole number of its unit (a share of 0.333333333333333) makes
its sum a Fraction; both behave alike, and nothing is ever rounded on the way.
"""

from decimal import Decimal
from fractions import Fraction

Amount = int | Fraction
"""A number of units: an int nearly always, a Fraction where that would not be exact."""

Ratio = tuple[Amount, Amount]
"""A numerator and a denominator above zero, not reduced: cheaper than a Fraction for 10 000 people."""

SHARE = 10**6
"""Units in a share of one case."""
WEIGHT = 10**4
"""Units in a case's weight, in a review's mark and in a review grade's points."""
EQUIVALENT = SHARE * WEIGHT
"""Units in one case-equivalent, and in one mark of a whole share."""
POINT = 10**9
"""Units in a point of a ledger, in a mark 0-100 and in a duty factor."""


def in_units(value: Decimal | Fraction | int, units: int) -> Amount:
    """The value as a number of units."""
    scaled = Fraction(value) * units
    return scaled.numerator if scaled.denominator == 1 else scaled


def half_up(above: Amount, below: Amount) -> int:
    """The hundredths of `above / below`, neither negative, halves rounded up."""
    return (200 * above + below) // (2 * below)


def held(ratio: Ratio, most: int) -> Ratio:
    """The ratio, held within 0 and `most`."""
    above, below = ratio
    if above <= 0:
        return 0, 1
    return (most, 1) if above > most * below else ratio


def as_fraction(above: Amount, below: Amount = 1) -> Fraction:
    """The exact value of `above / below`."""
    return Fraction(above) / Fraction(below)


def figure(hundredths: int) -> str:
    """A figure of the score with its two places: 9008 is 90.08."""
    sign, size = ("-" if hundredths < 0 else ""), abs(hundredths)
    return f"{sign}{size // 100}.{size % 100:02d}"
