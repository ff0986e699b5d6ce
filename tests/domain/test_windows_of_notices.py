"""What comes in time, and which days a window counts whatever happens to its notice."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.publication import (
    CHINA,
    MIDNIGHT,
    Hung,
    NotHanging,
    PublicationWindow,
    StepWhy,
    Terms,
    WindowStep,
    count,
    in_time,
)
from committee_desk.services.notices import shipped_days

CALENDAR = WorkingCalendar(shipped_days())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def window(cut_off: str = "17:30") -> PublicationWindow:
    posted = at("2026-02-09 09:10")
    terms = Terms(cut_off=cut_off)
    counted = count(CALENDAR, {"公告栏": [Hung(posted)]}, terms)
    return PublicationWindow(1, (WindowStep(1, StepWhy.POSTED, posted, counted, terms),))


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        ("2026-02-14 17:30", (True, 0, 5)),
        ("2026-02-14 17:30:59", (True, 0, 5)),
        ("2026-02-14 17:31", (False, 1, 5)),
        ("2026-02-14 17:50", (False, 20, 5)),
        ("2026-02-10 10:00", (True, 0, 1)),
        ("2026-02-09 10:00", (True, 0, None)),
        ("2026-02-24 09:00", (False, 13890, None)),
    ],
)
def test_1_a_paper_is_in_time_until_the_printed_minute(received: str, answer: tuple[object, ...]) -> None:
    assert in_time(window(), at(received)) == answer


def test_1_where_no_hour_is_printed_the_last_day_ends_at_its_end() -> None:
    assert in_time(window(MIDNIGHT), at("2026-02-14 23:59")).in_time
    assert in_time(window(MIDNIGHT), at("2026-02-15 00:01")) == (False, 1, None)


def test_a_paper_is_in_time_by_the_clock_of_china_wherever_its_moment_was_written() -> None:
    assert in_time(window(), datetime.fromisoformat("2026-02-14T09:30:00+00:00")).in_time
    assert not in_time(window(), datetime.fromisoformat("2026-02-14T09:31:00+00:00")).in_time


@given(posted=st.dates(date(2025, 1, 1), date(2026, 11, 1)), days=st.integers(5, 20))
def test_a_notice_that_hangs_undisturbed_counts_what_the_calendar_counts(posted: date, days: int) -> None:
    moment = datetime(posted.year, posted.month, posted.day, 9, 10, tzinfo=CHINA)
    assert count(CALENDAR, {"公告栏": [Hung(moment)]}, Terms(days)) == CALENDAR.window(posted, days).counted


@given(
    posted=st.dates(date(2025, 1, 1), date(2026, 9, 1)),
    gaps=st.lists(st.tuples(st.integers(1, 72), st.integers(1, 72)), max_size=5),
)
def test_a_notice_taken_down_and_hung_again_never_ends_sooner_and_counts_no_broken_day(
    posted: date, gaps: list[tuple[int, int]]
) -> None:
    now = datetime(posted.year, posted.month, posted.day, 9, 10, tzinfo=CHINA)
    spans: list[Hung] = []
    for hanging, down in gaps:
        spans.append(Hung(now, now + timedelta(hours=hanging)))
        now += timedelta(hours=hanging + down)
    spans.append(Hung(now))
    counted = count(CALENDAR, {"公告栏": spans}, Terms())
    assert counted[-1] >= CALENDAR.window(posted).closes
    assert len(counted) == 5
    for day in counted:
        cut_off = datetime(day.year, day.month, day.day, 17, 30, tzinfo=CHINA)
        assert any(each.posted.date() < day and (each.taken is None or each.taken >= cut_off) for each in spans)


def test_days_are_not_counted_on_while_it_hangs_no_more() -> None:
    posted = at("2026-02-09 09:10")
    with pytest.raises(NotHanging):
        count(CALENDAR, {"公告栏": [Hung(posted, at("2026-02-12 10:00"))]}, Terms())
