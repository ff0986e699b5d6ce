"""One reader of typed numbers and days, as generous as workbooks are read; whatever comes out can be reckoned with.

Text that says no number, and one beyond anything that a desk holds, are both none: 5_0, 1e27, NaN, 2026-W10-1.
"""

from datetime import date
from decimal import Decimal

from committee_desk.services.imports import cells

MOST_DIGITS = 15
"""So many stand at most before the point, and behind it."""
LATEST_YEAR = 2199


def number(given: object) -> Decimal | None:
    """The number that was typed, or that a caller gave; None where there is none to reckon with."""
    found = given if isinstance(given, Decimal) else cells.number(given) if isinstance(given, str | int) else None
    if not isinstance(found, Decimal) or not found.is_finite():
        return None
    exponent = found.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -MOST_DIGITS or (found and found.adjusted() >= MOST_DIGITS):
        return None
    return Decimal(int(found)) if exponent > 0 else found


def fits(value: Decimal, places: int) -> bool:
    """Whether a number that was read has no more decimal places than that."""
    return value == round(value, places)


def day(given: object) -> date | None:
    """The day that was typed, or that a caller gave; None for no day, and for one of no office's time."""
    found = cells.day(given) if isinstance(given, str | date) else None
    return found if isinstance(found, date) and found.year <= LATEST_YEAR else None


def count(given: object) -> int | None:
    """The whole number from 0 that was typed; None for anything else."""
    found = number(given)
    return int(found) if found is not None and found >= 0 and fits(found, 0) else None


def hour(given: str) -> str:
    """The hour of a day as it was typed, in the usual digits: 17:30 for １７：３０."""
    return cells.word(given)
