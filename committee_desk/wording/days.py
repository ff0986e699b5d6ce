"""Days in words."""

from collections.abc import Iterable
from datetime import date, datetime

from committee_desk.domain.calendar import Missing
from committee_desk.wording.language import tr


def weekday(day: date) -> str:
    """The day of the week."""
    return (tr("周一"), tr("周二"), tr("周三"), tr("周四"), tr("周五"), tr("周六"), tr("周日"))[day.weekday()]


def month_name(month: int) -> str:
    """The month in short."""
    return (
        tr("1月"),
        tr("2月"),
        tr("3月"),
        tr("4月"),
        tr("5月"),
        tr("6月"),
        tr("7月"),
        tr("8月"),
        tr("9月"),
        tr("10月"),
        tr("11月"),
        tr("12月"),
    )[month - 1]


def short(day: date) -> str:
    """A day without its year, such as 2月14日."""
    return tr("{month}{day}日", month=month_name(day.month), day=day.day)


def dated(day: date) -> str:
    """A day with its weekday, such as 2026-02-14（周六）."""
    return tr("{day}（{weekday}）", day=day.isoformat(), weekday=weekday(day))


def moment(at: datetime) -> str:
    """A moment to the minute, such as 2026-02-14 09:30."""
    return f"{at:%Y-%m-%d %H:%M}"


def incomplete_notice(year: int, missing: Iterable[Missing]) -> str:
    """That a year's list of days off is not the whole notice, and what it lacks."""
    return tr(
        "日历中 {year} 年的放假安排似不完整：缺{holidays}，缺少的放假日会被当作工作日。请对照该年的放假通知补全。",
        year=year,
        holidays=holidays(missing),
    )


def holidays(missing: Iterable[Missing]) -> str:
    """Holidays that a list lacks."""
    names = {
        Missing.NEW_YEAR: tr("1月1日"),
        Missing.SPRING: tr("春节"),
        Missing.LABOUR: tr("5月1日"),
        Missing.NATIONAL: tr("10月1日"),
    }
    return tr("、").join(names[each] for each in missing)


def listed(days: Iterable[date]) -> str:
    """Several days in a row."""
    return tr("、").join(dated(day) for day in days)
