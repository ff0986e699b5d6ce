"""Who is scored in a year, and how many months they were on duty in which department, weighed by 办案系数."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from committee_desk.domain.exact import POINT, Amount, in_units
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.standing import Leave

FIRST_DAY, LAST_DAY = date.min, date.max
MIDDLE = 15
"""The day of a month that decides whether the month counts."""


class Duty(NamedTuple):
    """One person's months in one department, and their sum weighed by the duty factor (units of a point)."""

    department: str
    months: int
    weighed: Amount


def touches(stay: Stay, year: int) -> bool:
    """Whether the stay covers at least one day of the year."""
    return (stay.since is None or stay.since.year <= year) and (stay.until is None or stay.until.year >= year)


def scored_stays(
    stays: Iterable[Stay], category: Category, year: int, day: date | None = None
) -> dict[str, list[Stay]]:
    """The stays that make people scored in that year, by code, each person's in the order of time."""
    found: defaultdict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        if stay.category is category and touches(stay, year):
            if day is not None and stay.since is not None and stay.since > day:
                continue
            found[stay.code].append(stay)
    for several in found.values():
        if len(several) > 1:
            several.sort(key=lambda each: (each.since or FIRST_DAY, each.until or LAST_DAY, each.department))
    return dict(found)


def month_middles(year: int, day: date | None = None) -> tuple[date, ...]:
    """The 15ths of the year's months, those that have come by that day."""
    middles = (date(year, month, MIDDLE) for month in range(1, 13))
    return tuple(middle for middle in middles if day is None or middle <= day)


def long_leave(leave: Iterable[Leave], least_days: int, year: int) -> dict[str, list[Leave]]:
    """By code the leave that costs months: long enough, and touching the year."""
    found: defaultdict[str, list[Leave]] = defaultdict(list)
    for each in leave:
        if each.since.year <= year <= each.until.year and each.days >= least_days:
            found[each.code].append(each)
    return dict(found)


def duties(
    stays: Mapping[str, list[Stay]], away: Mapping[str, list[Leave]], middles: tuple[date, ...]
) -> dict[str, list[Duty]]:
    """Everybody's months in each department; people and departments without a month are left out."""
    found: dict[str, list[Duty]] = {}
    all_year: dict[tuple[str, Amount], list[Duty]] = {}
    for code, held in stays.items():
        only = held[0]
        if len(held) == 1 and code not in away and middles and only.covers(middles[0]) and only.covers(middles[-1]):
            key = only.department, factor_units(only)
            if key not in all_year:
                all_year[key] = [Duty(key[0], len(middles), key[1] * len(middles))]
            found[code] = all_year[key]
        elif months := _month_by_month(held, away.get(code, []), middles):
            found[code] = months
    return found


def factor_units(stay: Stay) -> Amount:
    """The stay's duty factor in units of a point."""
    return _in_points(stay.factor)


@lru_cache(maxsize=256)
def _in_points(factor: Decimal) -> Amount:
    """Kept because an office knows a handful of factors and ten thousand stays."""
    return in_units(factor, POINT)


def _month_by_month(held: list[Stay], away: list[Leave], middles: tuple[date, ...]) -> list[Duty]:
    months: defaultdict[str, int] = defaultdict(int)
    weighed: defaultdict[str, Amount] = defaultdict(int)
    for middle in middles:
        if _is_away(away, middle):
            continue
        there = {stay.department: stay for stay in held if stay.covers(middle)}
        for department, stay in there.items():
            months[department] += 1
            weighed[department] += factor_units(stay)
    return [Duty(department, count, weighed[department]) for department, count in months.items()]


def middles_on_duty(stay: Stay, away: Iterable[Leave], middles: tuple[date, ...]) -> list[date]:
    """The 15ths that make their month count for the stay."""
    return [middle for middle in middles if stay.covers(middle) and not _is_away(away, middle)]


def _is_away(away: Iterable[Leave], day: date) -> bool:
    return any(leave.since <= day <= leave.until for leave in away)
