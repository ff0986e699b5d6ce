"""Working days: the worked windows of the State Council's calendars for 2025 and 2026, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.calendar import (
    CalendarDay,
    DayKind,
    DayOutOfRange,
    TooFewDays,
    WorkingCalendar,
    YearNotHeld,
)
from committee_desk.services.notices import shipped_days

OFF = {
    2025: ("0101", "0128-0204", "0404-0406", "0501-0505", "0531-0602", "1001-1008"),
    2026: ("0101-0103", "0215-0223", "0404-0406", "0501-0505", "0619-0621", "0925-0927", "1001-1007"),
}
WORK = {2025: ("0126", "0208", "0427", "0928", "1011"), 2026: ("0104", "0214", "0228", "0509", "0920", "1010")}
DOCUMENT = "国务院办公厅通知"


def _days(year: int, spans: tuple[str, ...], kind: DayKind) -> list[CalendarDay]:
    found = []
    for span in spans:
        first, last = (date(year, int(d[:2]), int(d[2:])) for d in (span[:4], span[-4:]))
        found += [CalendarDay(first + timedelta(days=n), kind, None, DOCUMENT) for n in range((last - first).days + 1)]
    return found


def notice(year: int) -> list[CalendarDay]:
    """The year's notice as domain rules 5.3 quote it."""
    return _days(year, OFF[year], DayKind.OFF) + _days(year, WORK[year], DayKind.WORK)


CALENDAR = WorkingCalendar(notice(2025) + notice(2026))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("posted", "counted"),
    [
        ("2026-01-12", "2026-01-13 2026-01-14 2026-01-15 2026-01-16 2026-01-19"),
        ("2026-01-16", "2026-01-19 2026-01-20 2026-01-21 2026-01-22 2026-01-23"),
        ("2026-01-17", "2026-01-19 2026-01-20 2026-01-21 2026-01-22 2026-01-23"),
        ("2026-02-09", "2026-02-10 2026-02-11 2026-02-12 2026-02-13 2026-02-14"),
        ("2026-02-13", "2026-02-14 2026-02-24 2026-02-25 2026-02-26 2026-02-27"),
        ("2025-12-30", "2025-12-31 2026-01-04 2026-01-05 2026-01-06 2026-01-07"),
    ],
)
def test_the_worked_windows_close_on_the_day_they_should(posted: str, counted: str) -> None:
    window = CALENDAR.window(day(posted))
    assert window.counted == tuple(day(d) for d in counted.split())
    assert window.first_counted == day(counted.split(maxsplit=1)[0])
    assert window.closes == day(counted.rsplit(maxsplit=1)[-1])


def test_a_made_up_saturday_counts_and_a_wednesday_off_does_not() -> None:
    assert CALENDAR.is_working(day("2026-02-14"))
    assert not CALENDAR.is_working(day("2026-02-18"))
    assert not CALENDAR.is_working(day("2026-03-07"))
    assert CALENDAR.is_working(day("2026-03-09"))


def test_counting_the_posting_day_starts_on_it_when_it_is_a_working_day() -> None:
    assert CALENDAR.window(day("2026-01-12"), count_posting_day=True).closes == day("2026-01-16")
    assert CALENDAR.window(day("2026-01-17"), count_posting_day=True).closes == day("2026-01-23")


def test_a_longer_window_is_allowed() -> None:
    assert CALENDAR.window(day("2026-02-09"), 7).closes == day("2026-02-25")


@pytest.mark.parametrize("days", [4, 1, 0, -5])
def test_fewer_than_five_days_are_refused(days: int) -> None:
    with pytest.raises(TooFewDays) as refused:
        CALENDAR.window(day("2026-02-09"), days)
    assert (refused.value.days, refused.value.minimum) == (days, 5)
    with pytest.raises(TooFewDays):
        CALENDAR.close_by(day("2026-02-09"), days)


def test_a_window_into_a_year_without_its_notice_is_refused_and_names_the_year() -> None:
    with pytest.raises(YearNotHeld) as refused:
        CALENDAR.window(day("2026-12-30"))
    assert refused.value.year == 2027
    assert refused.value.held == (2025, 2026)


def test_a_window_that_ends_with_the_year_needs_no_other_calendar() -> None:
    assert CALENDAR.window(day("2026-12-24")).closes == day("2026-12-31")


def test_posting_on_new_years_eve_before_the_first_held_year_counts_only_held_days() -> None:
    assert CALENDAR.window(day("2024-12-31")).closes == day("2025-01-08")


@pytest.mark.parametrize("kind", [DayKind.WORK, None])
def test_a_year_is_not_held_until_its_first_of_january_is_off(kind: DayKind | None) -> None:
    rest = [d for d in notice(2026) if d.day != day("2026-01-01")]
    first = [] if kind is None else [CalendarDay(day("2026-01-01"), kind, None, DOCUMENT)]
    calendar = WorkingCalendar(rest + first)
    assert calendar.held_years() == ()
    with pytest.raises(YearNotHeld):
        calendar.window(day("2026-03-02"))


def test_december_days_of_next_years_notice_do_not_make_their_own_year_held() -> None:
    calendar = WorkingCalendar([CalendarDay(day("2024-12-31"), DayKind.OFF, "元旦", DOCUMENT), *notice(2025)])
    assert calendar.held_years() == (2025,)


@pytest.mark.parametrize(
    ("meeting", "post_by"),
    [
        ("2026-01-20", "2026-01-12"),
        ("2026-01-19", "2026-01-09"),
        ("2026-02-15", "2026-02-09"),
        ("2026-02-24", "2026-02-09"),
        ("2026-02-28", "2026-02-13"),
        ("2026-01-08", "2025-12-30"),
    ],
)
def test_the_last_day_to_post_before_a_meeting(meeting: str, post_by: str) -> None:
    assert CALENDAR.close_by(day(meeting)).post_by == day(post_by)


def test_close_by_needs_the_calendar_of_every_day_it_counts() -> None:
    with pytest.raises(YearNotHeld) as refused:
        CALENDAR.close_by(day("2025-01-03"))
    assert refused.value.year == 2024


@given(st.dates(date(2025, 1, 20), date(2026, 12, 31)), st.integers(5, 9), st.booleans())
def test_close_by_is_the_last_working_day_whose_window_closes_before_the_meeting(
    meeting: date, days: int, count: bool
) -> None:
    posting = CALENDAR.close_by(meeting, days, count_posting_day=count)
    assert CALENDAR.is_working(posting.post_by)
    assert CALENDAR.window(posting.post_by, days, count_posting_day=count).closes < meeting
    later = posting.post_by + timedelta(days=1)
    while not CALENDAR.is_working(later):
        later += timedelta(days=1)
    closes_in_time = later < meeting
    if closes_in_time:
        try:
            closes_in_time = CALENDAR.window(later, days, count_posting_day=count).closes < meeting
        except YearNotHeld:
            closes_in_time = False
    assert not closes_in_time


def test_a_limit_in_calendar_days_rolls_over_to_the_next_working_day() -> None:
    assert CALENDAR.limit(day("2026-01-22"), 30) == day("2026-02-24")


def test_a_limit_that_ends_on_a_working_day_stays_there() -> None:
    assert CALENDAR.limit(day("2026-02-28"), 30) == day("2026-03-30")
    assert CALENDAR.limit(day("2026-01-30"), 15) == day("2026-02-14")


def test_days_beyond_the_end_of_time_are_refused_and_not_a_crash() -> None:
    with pytest.raises(DayOutOfRange):
        CALENDAR.window(date.max)
    with pytest.raises(DayOutOfRange):
        CALENDAR.close_by(date.min)
    with pytest.raises(DayOutOfRange):
        CALENDAR.limit(day("2026-01-22"), 10**10)


def test_an_empty_calendar_holds_nothing() -> None:
    with pytest.raises(YearNotHeld) as refused:
        WorkingCalendar([]).window(day("2026-03-02"))
    assert refused.value.held == ()


def test_no_list_that_the_program_brings_along_lacks_a_holiday() -> None:
    shipped = WorkingCalendar(shipped_days())
    assert len(shipped.held_years()) > 15
    assert {year: shipped.missing(year) for year in shipped.held_years() if shipped.missing(year)} == {}


def test_a_year_of_which_nothing_is_listed_lacks_nothing_in_particular() -> None:
    assert WorkingCalendar([]).missing(2031) == ()
