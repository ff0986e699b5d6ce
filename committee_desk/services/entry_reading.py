"""What a typed text means: points, days and words, read as generously as workbooks are."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from committee_desk.domain.scheme import Indicator
from committee_desk.services import typed_values
from committee_desk.services.entry_refusals import (
    DayOutsideMonth,
    NoAuthorPlace,
    NoDay,
    NoNumber,
    PointsBeyond,
    TextTooLong,
    TooManyPlaces,
)
from committee_desk.services.entry_views import EventField
from committee_desk.services.imports import cells

PLACES = 2
_DAY_ALONE = re.compile(r"(?:(\d{1,2})\s*(?:[-/.月]\s*))?(\d{1,2})\s*[日号]?")
_FULL_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_MOST_AUTHORS = 99


def points(typed: str) -> Decimal:
    """Points with at most two places; +1.5, −0.50 and full-width digits are numbers, 1.5分 and 1O are none."""
    found = typed_values.number(typed)
    if found is None:
        raise NoNumber(typed.strip())
    if not typed_values.fits(found, PLACES):
        raise TooManyPlaces(found)
    return found


def within(value: Decimal, indicator: Indicator) -> Decimal:
    """The points, refused beyond what the whole indicator holds."""
    if abs(value) > indicator.maximum:
        raise PointsBeyond(value, indicator.name, indicator.maximum)
    return value


def day(typed: str, year: int, month: int) -> date:
    """A day of that month: 5, 12-05, 12月5日, or a whole date."""
    found = _short(typed, year, month) or _whole(typed, month)
    if (found.year, found.month) != (year, month):
        raise DayOutsideMonth(found, year, month)
    return found


def _short(typed: str, year: int, month: int) -> date | None:
    match = _DAY_ALONE.fullmatch(typed.translate(_FULL_WIDTH).strip())
    if match is None:
        return None
    try:
        return date(year, int(match[1] or month), int(match[2]))
    except ValueError:
        raise NoDay(typed.strip(), month) from None


def _whole(typed: str, month: int) -> date:
    found = typed_values.day(typed)
    if found is None:
        raise NoDay(typed.strip(), month)
    return found


def text(field: EventField, typed: str) -> str:
    """Free text as it stands."""
    return _fitting(field, cells.text, typed, cells.LONGEST_TEXT)


def number_of_document(field: EventField, typed: str) -> str:
    """A document's or a case's number: no spaces, digits half-width."""
    return _fitting(field, cells.code, typed, cells.LONGEST_CODE)


def author(typed: str) -> int:
    """A place in the order of authors: 1, 第1, 第一作者."""
    plain = typed.translate(_FULL_WIDTH).strip().removeprefix("第").removesuffix("作者").removesuffix("位")
    chinese = "一二三四五六七八九".find(plain) + 1 if len(plain) == 1 else 0
    if chinese:
        return chinese
    if not plain.isdecimal() or not 1 <= int(plain) <= _MOST_AUTHORS:
        raise NoAuthorPlace(typed.strip())
    return int(plain)


def _fitting(field: EventField, read: Callable[[str], str | cells.Bad], typed: str, limit: int) -> str:
    found = read(typed)
    if isinstance(found, cells.Bad):
        raise TextTooLong(field, limit)
    return found
