"""Remedies against a result (救济): which a grade has, and their last days by the calendar of the State Council."""

from datetime import date, timedelta

import pytest

from committee_desk.domain.calendar import CalendarDay, DayKind, WorkingCalendar, YearNotHeld
from committee_desk.domain.people import Category
from committee_desk.domain.remedies import (
    ApplicationMove,
    ApplicationStands,
    ApplicationState,
    Remedy,
    application_label,
    clocks_of,
    decide_by,
    last_day_after_review,
    remedies_of,
    require_origin,
)
from committee_desk.domain.scores import Grade


def off(first: date, days: int) -> list[CalendarDay]:
    """So many days off."""
    return [CalendarDay(first + timedelta(days=each), DayKind.OFF, "假", "国办发明电") for each in range(days)]


def worked(day: date) -> CalendarDay:
    """A weekend day that is worked."""
    return CalendarDay(day, DayKind.WORK, "班", "国办发明电")


OF_2026 = WorkingCalendar([
    *off(date(2026, 1, 1), 3), *off(date(2026, 2, 15), 9), *off(date(2026, 4, 4), 3), worked(date(2026, 2, 14)),
    worked(date(2026, 2, 28)),
])  # fmt: skip


def test_a_notice_known_on_22_january_2026_leaves_until_24_february():
    """The 30th day is Saturday 21 February, within the Spring Festival; the 24th is the first day that is worked."""
    (clock,) = clocks_of(Grade.COMPETENT, date(2026, 1, 22), OF_2026)
    assert (clock.remedy, clock.days, clock.last_day) == (Remedy.REVIEW, 30, date(2026, 2, 24))


def test_a_last_day_on_a_saturday_that_is_worked_stays():
    assert clocks_of(None, date(2026, 1, 15), OF_2026)[0].last_day == date(2026, 2, 14)


def test_an_office_may_give_more_days_and_never_less():
    assert clocks_of(None, date(2026, 3, 2), OF_2026, 35)[0].last_day == date(2026, 4, 7)
    assert clocks_of(None, date(2026, 3, 2), OF_2026, 10)[0].days == 30


def test_every_result_of_a_prosecutor_has_re_review_and_the_last_grade_alone_an_appeal_besides():
    every = {grade: remedies_of(grade) for grade in (*Grade, None)}
    assert every.pop(Grade.INCOMPETENT) == (Remedy.REVIEW, Remedy.APPEAL)
    assert set(every.values()) == {(Remedy.REVIEW,)}


@pytest.mark.parametrize("category", [Category.ASSISTANT, Category.ADMINISTRATIVE])
def test_whoever_is_no_prosecutor_has_re_review_and_appeal_against_the_last_grade_and_nothing_against_another(category):
    every = {grade: remedies_of(grade, category) for grade in (*Grade, None)}
    assert every.pop(Grade.INCOMPETENT) == (Remedy.REVIEW, Remedy.APPEAL)
    assert set(every.values()) == {()}
    assert clocks_of(Grade.BASIC, date(2026, 12, 20), OF_2026, category=category) == (), "no day to count"
    clocks = clocks_of(Grade.INCOMPETENT, date(2026, 1, 22), OF_2026, category=category)
    assert [each.last_day for each in clocks] == [date(2026, 2, 24)] * 2


def test_an_appeal_is_lodged_15_days_after_the_decision_on_the_review_and_decided_in_60_or_90():
    assert last_day_after_review(date(2026, 3, 2), OF_2026) == date(2026, 3, 17)
    assert decide_by(Remedy.REVIEW, date(2026, 3, 2), OF_2026) == date(2026, 4, 1)
    assert decide_by(Remedy.APPEAL, date(2026, 3, 2), OF_2026) == date(2026, 5, 1)
    assert decide_by(Remedy.APPEAL, date(2026, 3, 2), OF_2026, extended=True) == date(2026, 6, 1)


def test_no_day_is_named_by_a_calendar_that_is_not_held():
    with pytest.raises(YearNotHeld):
        clocks_of(None, date(2026, 12, 20), OF_2026)


def test_an_application_moves_from_where_the_move_begins_alone():
    with pytest.raises(ApplicationStands):
        require_origin("2026-复申-001", ApplicationState.RECEIVED, ApplicationMove.ANSWER)
    assert [application_label(2026, 1, each) for each in Remedy] == ["2026-复申-001", "2026-申-001"]
