"""How a cell becomes a value: tidy text, codes, names, dates and exact numbers, or why it does not.

Real exports pad names, mix full-width digits in, keep numbers as text and dates in five shapes; all of that is read
alike. A number is what the spreadsheet shows: fifteen digits, exact from there on.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from committee_desk.domain.names import MIDDLE_DOTS
from committee_desk.services.imports.problems import Why
from committee_desk.services.imports.table import Cell


class Bad(NamedTuple):
    """A cell that contradicts its field."""

    why: Why
    facts: tuple[tuple[str, object], ...] = ()


LONGEST_CODE, LONGEST_NAME, LONGEST_TEXT = 80, 80, 2000
EARLIEST_YEAR = 1900
_SERIAL_BEGINS = date(1899, 12, 30)  # what spreadsheets count from, their phantom 29 February 1900 included
_SERIAL_FROM, _SERIAL_TO = 18_264, 109_575  # 1950 to 2199: a smaller number is a year or a slip, not a day
_SERIAL_FOR_EVER = 2_958_465  # 9999-12-31, which programs write for "no end"

_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_NOTHING = dict.fromkeys([*range(0x20), 0x7F, 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_SPACES = dict.fromkeys([0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000])
_UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_DOTS = dict.fromkeys(map(ord, MIDDLE_DOTS), "·")
_CODE = {**_NOTHING, **_SPACES, **{f: h for f, h in _HALF_WIDTH.items() if chr(h).isalnum() or chr(h) in "-_/."}}
_WORD = {**_NOTHING, **_SPACES, **_HALF_WIDTH}
_LINE_ENDS = {**_NOTHING, 0x09: " ", 0x0A: "\n", 0xA0: " "}
_AWKWARD_CODE = re.compile(r"[\x00-\x20\x7f-\xad\u1680\u2000-\u200f\u202f\u205f-\u2060\u3000\ufeff\uff01-\uff5e]")
_LETTERS = re.compile(r"[A-Za-z]")

_DATE = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)")
_TIME = re.compile(r"[\sT]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*$")
_BESIDE_UNITS = re.compile(r"\s*([年月日])\s*")
_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?|(\d{2}))(?:[-/.]?(\d{1,2})日?)?")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_ERROR = re.compile(r"#(?:N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|ERR:\d{3}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+\d{1,3}")
_MINUS = {0x2212: "-", 0x2013: "-"}


def as_text(cell: Cell) -> str:
    """What the spreadsheet shows: 1001 for a code kept as the number 1001.0."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return format(Decimal(format(cell, ".15g")), "f")
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in the cell, or nothing but spaces."""
    return isinstance(cell, str) and (not cell or not cell.translate(_NOTHING).strip())


def is_error(text: str) -> bool:
    """Whether the text is what a spreadsheet shows for an error (#N/A): a .csv keeps nothing else of it."""
    return len(text) <= 10 and _ERROR.fullmatch(text.translate(_HALF_WIDTH).upper()) is not None


def word(cell: Cell) -> str:
    """A word of a dictionary, or a heading: no spaces anywhere, full-width letters and signs as the usual ones."""
    return as_text(cell).translate(_WORD)


def code(cell: Cell) -> str | Bad:
    """A code, a case number or the number of a document: no spaces, digits and letters half-width.

    2.02601E+11 is what a spreadsheet made of a long one; the digits that it dropped are gone.
    """
    text = cell if type(cell) is str else as_text(cell)
    if _AWKWARD_CODE.search(text):
        text = text.translate(_CODE)
    if "+" in text and _SCIENTIFIC.fullmatch(text):
        return Bad(Why.DAMAGED_CODE)
    return text if len(text) <= LONGEST_CODE else Bad(Why.TOO_LONG, (("limit", LONGEST_CODE),))


def _outer_trimmed(text: str) -> str:
    """A number or a date without the spaces round it; one inside makes it another value, so that it stays."""
    return text.translate(_UNSEEN).translate(_HALF_WIDTH).strip()


def name(cell: Cell) -> str | Bad:
    """A name of a person or department: 张　三 is 张三, every middle dot is one; Latin words keep one space."""
    text = as_text(cell).translate(_DOTS)
    plain = text.translate(_NOTHING)
    tidy = " ".join(plain.split()) if _LETTERS.search(plain) else plain.translate(_SPACES)
    return tidy if len(tidy) <= LONGEST_NAME else Bad(Why.TOO_LONG, (("limit", LONGEST_NAME),))


def text(cell: Cell) -> str | Bad:
    """Free text as it stands, without the spaces round it."""
    if type(cell) is str and cell.isprintable():
        tidy = cell.strip()
    else:
        shown = as_text(cell)
        tidy = shown.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").translate(_LINE_ENDS).strip()
    return tidy if len(tidy) <= LONGEST_TEXT else Bad(Why.TOO_LONG, (("limit", LONGEST_TEXT),))


def day(cell: Cell) -> date | Bad:
    """A date: a real one, a serial number, or text in one of the five shapes. A time of day is let go."""
    found = _day(cell)
    return found if found is not None and found.year >= EARLIEST_YEAR else Bad(Why.NO_DATE)


def _day(cell: Cell) -> date | None:
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, int | float):
        return None if isinstance(cell, bool) else _serial(cell)
    shown = _BESIDE_UNITS.sub(r"\1", _TIME.sub("", _outer_trimmed(as_text(cell))))
    if shown.isdecimal() and (len(shown) in (5, 6) or shown == str(_SERIAL_FOR_EVER)):
        return _serial(int(shown))
    match = _DATE.fullmatch(shown)
    return _real(match[1], match[3] or match[5], match[4] or match[6]) if match else None


def _real(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def _serial(number: float) -> date | None:
    known = _SERIAL_FROM <= number <= _SERIAL_TO or number == _SERIAL_FOR_EVER
    return _SERIAL_BEGINS + timedelta(days=int(number)) if known else None


def month(cell: Cell) -> str | Bad:
    """A month of birth as 1977.08, from text, a number such as 1990.1 (October), or a date."""
    if isinstance(cell, date):
        return f"{cell.year:04}.{cell.month:02}"
    if isinstance(cell, float) and cell < 10_000:
        cell = f"{cell:.2f}"
    serial = _day(cell) if isinstance(cell, int | float) and cell < 190_000 else None
    if serial is not None:
        return f"{serial.year:04}.{serial.month:02}"
    match = _MONTH.fullmatch(_BESIDE_UNITS.sub(r"\1", _outer_trimmed(as_text(cell))))
    if match is None:
        return Bad(Why.NO_MONTH)
    year, numbered = int(match[1]), int(match[2] or match[3] or match[4])
    try:
        date(year, numbered, int(match[5] or 1))
    except ValueError:
        return Bad(Why.NO_MONTH)
    return f"{year:04}.{numbered:02}" if year >= EARLIEST_YEAR else Bad(Why.NO_MONTH)


def number(cell: Cell) -> Decimal | Bad:
    """An exact number."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return Bad(Why.NO_NUMBER)
    if isinstance(cell, int | float):
        return Decimal(format(cell, ".15g")) if isfinite(cell) else Bad(Why.NO_NUMBER)
    shown = _outer_trimmed(cell).translate(_MINUS)
    return Decimal(shown) if _NUMBER.fullmatch(shown) and len(shown) <= 30 else Bad(Why.NO_NUMBER)


def within(least: int, most: int) -> Callable[[Cell], Decimal | Bad]:
    """A number from `least` to `most`, both included."""

    def read(cell: Cell) -> Decimal | Bad:
        found = number(cell)
        if isinstance(found, Bad):
            return found
        if found < least:
            return Bad(Why.BELOW, (("least", least), ("most", most)))
        return found if found <= most else Bad(Why.ABOVE, (("least", least), ("most", most)))

    return read


def not_below_zero(cell: Cell) -> Decimal | Bad:
    """A number of 0 or more."""
    found = number(cell)
    return Bad(Why.BELOW, (("least", 0),)) if not isinstance(found, Bad) and found < 0 else found


def share(cell: Cell) -> Decimal | Bad:
    """A share: more than 0, at most 1. Text such as 60% is 0.6."""
    shown = _outer_trimmed(cell) if isinstance(cell, str) else ""
    percent = shown.endswith("%")
    found = number(shown[:-1] if percent else cell)
    if isinstance(found, Bad):
        return found
    found = found / 100 if percent else found
    if found <= 0:
        return Bad(Why.NOT_ABOVE, (("least", 0), ("most", 1)))
    return found if found <= 1 else Bad(Why.ABOVE, (("least", 0), ("most", 1)))


def whole(least: int, most: int) -> Callable[[Cell], int | Bad]:
    """A whole number from `least` to `most`."""

    def read(cell: Cell) -> int | Bad:
        found = number(cell)
        if isinstance(found, Bad):
            return found
        if found != int(found):
            return Bad(Why.NOT_WHOLE)
        if found < least:
            return Bad(Why.BELOW, (("least", least), ("most", most)))
        return int(found) if found <= most else Bad(Why.ABOVE, (("least", least), ("most", most)))

    return read


def one_of(*known: str) -> Callable[[Cell], str | Bad]:
    """A word of a dictionary."""
    words = {word(each): each for each in known}

    def read(cell: Cell) -> str | Bad:
        return words.get(word(cell)) or Bad(Why.NOT_ONE_OF, (("known", known),))

    return read
