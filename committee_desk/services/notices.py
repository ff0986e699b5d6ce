"""The State Council's notices of days off that the program brings along, and the made-up one of a demonstration."""

from datetime import date, timedelta

from committee_desk.domain.calendar import CalendarDay, DayKind

DEMONSTRATION_DOCUMENT = "演示数据"
"""What a demonstration's sample calendar says in place of a notice's number."""

_NUMBERS = {2025: "国办发明电〔2024〕12号", 2026: "国办发明电〔2025〕7号"}

_FESTIVALS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}

_SAMPLE_2027 = (
    ("元旦", "01-01", "01-03", ()),
    ("春节", "02-05", "02-13", ("01-30", "02-14")),
    ("清明节", "04-03", "04-05", ()),
    ("劳动节", "05-01", "05-05", ("05-08",)),
    ("端午节", "06-09", "06-09", ()),
    ("中秋节", "09-15", "09-15", ()),
    ("国庆节", "10-01", "10-07", ("09-26", "10-09")),
)


def shipped_days() -> tuple[CalendarDay, ...]:
    """Every listed day of the notices that the package chinesecalendar holds, oldest first."""
    from chinese_calendar.constants import holidays, workdays  # noqa: PLC0415 - 30 ms that only the calendar needs

    kinds = ((holidays, DayKind.OFF), (workdays, DayKind.WORK))
    days = (
        CalendarDay(day, kind, _FESTIVALS.get(festival, festival), _document(_notice_year(day, festival)))
        for listed, kind in kinds
        for day, festival in listed.items()
    )
    return tuple(sorted(days))


def demonstration_days() -> tuple[CalendarDay, ...]:
    """A sample calendar for 2027: likely dates, announced by nobody."""
    days = []
    for festival, first, last, made_up in _SAMPLE_2027:
        start, end = _day_2027(first), _day_2027(last)
        off = (start + timedelta(days=n) for n in range((end - start).days + 1))
        days += [CalendarDay(day, DayKind.OFF, festival, DEMONSTRATION_DOCUMENT) for day in off]
        days += [CalendarDay(_day_2027(d), DayKind.WORK, festival, DEMONSTRATION_DOCUMENT) for d in made_up]
    return tuple(sorted(days))


def _day_2027(month_and_day: str) -> date:
    return date.fromisoformat(f"2027-{month_and_day}")


def _notice_year(day: date, festival: str) -> int:
    """The year whose notice lists the day: the last days of December stand in that of the next year."""
    return day.year + 1 if day.month == 12 and festival == "New Year's Day" else day.year


def _document(year: int) -> str:
    """The notice's number where it was checked, else its title and who transcribed it."""
    return _NUMBERS.get(year, f"国务院办公厅关于{year}年部分节假日安排的通知（chinesecalendar 收录）")
