"""The desk's calendar: counted by its own notices, changed on a notice's authority alone, with a trace."""

from datetime import date

import pytest

from committee_desk.bootstrap import new_desk
from committee_desk.domain.calendar import CalendarDay, DayKind, TooFewDays, YearNotHeld
from committee_desk.services.actor import Actor
from committee_desk.services.calendar import DayNotListed, DocumentMissing, NewYearsDayStands, NoticeNotHeld
from committee_desk.services.changes import Topic

NOTICE = "国办发明电〔2026〕9号"


def test_a_new_desk_counts_by_the_notices_that_the_program_brings_along(desk):
    assert desk.calendar.window(date(2025, 12, 30)).closes == date(2026, 1, 7)
    assert desk.calendar.close_by(date(2026, 1, 20)).post_by == date(2026, 1, 12)
    assert desk.calendar.held_years()[-1] == 2026


def test_the_days_of_a_year_come_with_festival_and_notice(desk):
    days = desk.calendar.days(2026)
    assert days[0] == CalendarDay(date(2026, 1, 1), DayKind.OFF, "元旦", "国办发明电〔2025〕7号")
    assert {d.day.year for d in days} == {2026}
    assert days == tuple(sorted(days))
    assert desk.calendar.days(2027) == ()


def test_a_year_that_is_not_announced_is_refused(desk):
    with pytest.raises(YearNotHeld) as refused:
        desk.calendar.window(date(2026, 12, 30))
    assert refused.value.year == 2027


def test_fewer_than_five_days_are_refused(desk):
    with pytest.raises(TooFewDays):
        desk.calendar.window(date(2026, 2, 9), 4)


def test_a_day_moved_by_a_later_notice_moves_the_window(desk, actor):
    change = desk.calendar.set_day(actor, date(2026, 2, 14), DayKind.OFF, "春节", NOTICE)
    assert change.topics == {Topic.CALENDAR}
    assert desk.calendar.window(date(2026, 2, 9)).closes == date(2026, 2, 24)
    listed = {d.day: d for d in desk.calendar.days(2026)}
    assert listed[date(2026, 2, 14)] == CalendarDay(date(2026, 2, 14), DayKind.OFF, "春节", NOTICE)


def test_a_day_taken_off_the_list_follows_its_weekday_again(desk, actor):
    change = desk.calendar.clear_day(actor, date(2026, 2, 14), NOTICE)
    assert change.entry is not None
    assert desk.calendar.window(date(2026, 2, 9)).closes == date(2026, 2, 24)
    assert date(2026, 2, 14) not in {d.day for d in desk.calendar.days(2026)}


def test_every_change_names_its_notice_in_the_journal(desk, actor):
    desk.calendar.set_day(actor, date(2026, 2, 14), DayKind.OFF, None, f" {NOTICE} ")
    desk.calendar.clear_day(actor, date(2026, 2, 28), NOTICE)
    newest, before, *_ = desk.journal.rows(5)
    assert (newest.verb, newest.subject, newest.actor) == ("calendar.clear", "2026-02-28", actor.name)
    assert (before.verb, before.subject) == ("calendar.set", "2026-02-14")


def test_setting_what_is_already_listed_changes_nothing(desk, actor):
    entries = desk.journal.head().entries
    listed = desk.calendar.days(2026)[0]
    assert desk.calendar.set_day(actor, *listed).entry is None
    assert desk.journal.head().entries == entries


def test_a_change_without_a_notice_is_refused_and_leaves_no_trace(desk, actor):
    entries = desk.journal.head().entries
    with pytest.raises(DocumentMissing):
        desk.calendar.set_day(actor, date(2026, 2, 14), DayKind.OFF, "春节", "  ")
    with pytest.raises(DocumentMissing):
        desk.calendar.clear_day(actor, date(2026, 2, 14), "")
    with pytest.raises(DayNotListed) as refused:
        desk.calendar.clear_day(actor, date(2026, 3, 11), NOTICE)
    assert refused.value.day == date(2026, 3, 11)
    assert desk.journal.head().entries == entries


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 2, 3), date(2031, 10, 1)])
def test_one_typed_day_never_makes_a_year_held(desk, actor, day):
    held, entries = desk.calendar.held_years(), desk.journal.head().entries
    with pytest.raises(NoticeNotHeld) as refused:
        desk.calendar.set_day(actor, day, DayKind.OFF, "元旦", NOTICE)
    assert refused.value.year == day.year
    with pytest.raises(NoticeNotHeld):
        desk.calendar.clear_day(actor, day, NOTICE)
    assert (desk.calendar.held_years(), desk.journal.head().entries) == (held, entries)


def test_one_typed_day_never_unmakes_a_held_year(desk, actor):
    held, first = desk.calendar.held_years(), date(2026, 1, 1)
    with pytest.raises(NewYearsDayStands):
        desk.calendar.clear_day(actor, first, NOTICE)
    with pytest.raises(NewYearsDayStands):
        desk.calendar.set_day(actor, first, DayKind.WORK, None, NOTICE)
    assert desk.calendar.set_day(actor, first, DayKind.OFF, None, NOTICE).entry is not None
    assert desk.calendar.held_years() == held


def test_a_demonstration_has_a_sample_calendar_for_2027_that_says_so(tmp_path):
    desk = new_desk(tmp_path / "演示.desk", "演练县人民检察院", 2026, Actor("周敏"), demo=True)
    assert desk.calendar.held_years()[-1] == 2027
    assert {d.document for d in desk.calendar.days(2027)} == {"演示数据"}
    assert desk.calendar.window(date(2027, 1, 11)).closes == date(2027, 1, 18)


def test_no_other_desk_has_a_sample_calendar(desk):
    assert 2027 not in desk.calendar.held_years()
