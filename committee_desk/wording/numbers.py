"""Exact numbers as people read them: rounded for the eye only, halves up."""

from decimal import Decimal
from fractions import Fraction

from committee_desk.domain.explanation import Fact

MINUS = "−"
MOST_DIGITS = 15
"""A number of a scheme's file that is longer is said by its power of ten."""


def rounded(value: Fact, places: int = 2) -> str:
    """The number with that many places; empty where there is none."""
    if value is None:
        return ""
    exact = Fraction(value)
    scaled = (abs(exact) * 10**places * 2 + 1) // 2
    whole, rest = divmod(scaled, 10**places)
    sign = MINUS if exact < 0 and scaled else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def plain(value: Fact) -> str:
    """The number with as many places as it has, up to four: 3, 0.5, 3.3333."""
    if value is None:
        return ""
    text = rounded(value, 4)
    return text.rstrip("0").rstrip(".")


def stated(value: Fact) -> str:
    """A number with every place that it has, as a scheme states it: 0.0625, −5; up to four where it has no end."""
    if not isinstance(value, int | Decimal):
        return plain(value)
    endless = isinstance(value, Decimal) and bool(value) and abs(value.adjusted()) > MOST_DIGITS
    text = f"{value:f}" if isinstance(value, Decimal) and not endless else str(value)
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS)


def stated_with_sign(value: Decimal | int) -> str:
    """The same with its sign and one place at least: +0.5, −1.0, −2.25."""
    text = signed(value, 1)
    return text if Fraction(value) * 10 % 1 == 0 else stated(value) if value < 0 else f"+{stated(value)}"


def signed(value: Fact, places: int = 2) -> str:
    """With its sign: +0.50, −1.00, 0.00."""
    text = rounded(value, places)
    return text if text.startswith(MINUS) or not Fraction(value or 0) else f"+{text}"


def percent(value: Fact) -> str:
    """A ratio in per cent with two places: 97.35%."""
    return f"{rounded(Fraction(value or 0) * 100)}%"


def points(hundredths: Fact) -> str:
    """A printed figure: 9008 is 90.08."""
    return rounded(Decimal(int(Fraction(hundredths or 0))) / 100)
