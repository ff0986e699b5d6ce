"""The notices that the program brings along agree with the State Council's, day by day."""

from datetime import date, timedelta

import pytest

from committee_desk.domain.calendar import DayKind, WorkingCalendar
from committee_desk.services.notices import demonstration_days, shipped_days

OFF = {
    2025: ("01-01/01-01", "01-28/02-04", "04-04/04-06", "05-01/05-05", "05-31/06-02", "10-01/10-08"),
    2026: ("01-01/01-03", "02-15/02-23", "04-04/04-06", "05-01/05-05", "06-19/06-21", "09-25/09-27", "10-01/10-07"),
}
WORK = {
    2025: ("01-26", "02-08", "04-27", "09-28", "10-11"),
    2026: ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10"),
}


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_days_off_are_those_of_the_notice(year: int) -> None:
    expected = set()
    for span in OFF[year]:
        first, last = (date.fromisoformat(f"{year}-{d}") for d in span.split("/"))
        expected |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    weekdays = {d for d in expected if d.weekday() < 5}
    shipped = {d.day for d in shipped_days() if d.day.year == year and d.kind is DayKind.OFF}
    assert weekdays <= shipped <= expected


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_days_made_up_are_those_of_the_notice(year: int) -> None:
    shipped = {d.day for d in shipped_days() if d.day.year == year and d.kind is DayKind.WORK}
    assert shipped == {date.fromisoformat(f"{year}-{d}") for d in WORK[year]}


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_announced(year: int, count: int) -> None:
    calendar = WorkingCalendar(shipped_days())
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    assert sum(calendar.is_working(d) for d in days if d.year == year) == count


def test_every_day_names_its_festival_in_chinese_and_the_notice_it_stands_in() -> None:
    for listed in shipped_days():
        assert listed.name is not None
        assert not listed.name.isascii()
        assert listed.document
    documents = {d.document for d in shipped_days() if d.day.year == 2026}
    assert documents == {"国办发明电〔2025〕7号"}


def test_a_number_that_was_not_checked_is_not_made_up() -> None:
    assert {d.document for d in shipped_days() if d.day.year == 2022 and d.day.month < 12} == {
        "国务院办公厅关于2022年部分节假日安排的通知（chinesecalendar 收录）"
    }


def test_the_last_days_of_december_stand_in_the_next_years_notice() -> None:
    listed = {d.day: d for d in shipped_days()}
    assert "2019年" in listed[date(2018, 12, 31)].document


def test_the_sample_calendar_of_a_demonstration_says_that_it_is_one() -> None:
    days = demonstration_days()
    assert {d.document for d in days} == {"演示数据"}
    assert {d.day.year for d in days} == {2027}
    assert WorkingCalendar(days).held_years() == (2027,)
    assert all(d.day.weekday() >= 5 for d in days if d.kind is DayKind.WORK)
