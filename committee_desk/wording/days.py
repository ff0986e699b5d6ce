"""Days in words."""

from collections.abc import Iterable
from datetime import date

from committee_desk.wording.language import tr


def weekday(day: date) -> str:
    """The day of the week."""
    return (tr("周一"), tr("周二"), tr("周三"), tr("周四"), tr("周五"), tr("周六"), tr("周日"))[day.weekday()]


def dated(day: date) -> str:
    """A day with its weekday, such as 2026-02-14（周六）."""
    return tr("{day}（{weekday}）", day=day.isoformat(), weekday=weekday(day))


def listed(days: Iterable[date]) -> str:
    """Several days in a row."""
    return tr("、").join(dated(day) for day in days)
