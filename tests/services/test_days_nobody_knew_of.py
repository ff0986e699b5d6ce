"""What is recorded afterwards (补录) gives no day that was over before anybody could know that it counts."""

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.errors import DeskError
from committee_desk.paths import state_folder
from committee_desk.services.publication_views import HungNotice, TakenDown
from committee_desk.wording.acts import act_object
from tests.services.publishing_hands import (
    ACTOR,
    BOARD,
    LOBBY,
    TWO,
    YEAR,
    Publishing,
    day,
    minutes,
    moment,
    opened_office,
)

INVENTED = "试验用放假安排，非国务院通知"
MONDAY = moment("2026-01-12 09:10")


def later(office: Publishing, now: str, posted: str = "2026-01-12 09:10") -> None:
    """A posting that is recorded later than it hung."""
    office.at(moment(now)).desk.publication.post(ACTOR, YEAR, office.plan(moment(posted)))


def test_a_window_that_was_over_before_it_was_recorded_is_not_recorded(office: Publishing) -> None:
    said = office.refused(lambda: later(office, "2026-01-26 09:00"))
    assert said == (
        "2026-01-12（周一）09:10 张贴的公示书最迟应在 2026-01-13（周二）17:30 以前登记，现在登记，"
        "已过去的日子没有人能据以提出异议，不能计入公示期。请现在重新张贴，按新的张贴时间登记。"
    )
    office.post(moment("2026-01-26 09:05"))
    assert office.days[0] == "01-27"


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2026-01-12 09:10", "2026-01-13 17:30"),
        ("2026-01-16 09:10", "2026-01-19 17:30"),
        ("2026-02-14 09:10", "2026-02-24 17:30"),
    ],
)
def test_a_posting_is_recorded_before_its_first_counted_day_is_over(office: Publishing, posted: str, last: str) -> None:
    office.refused(lambda: later(office, last, posted))
    office.clock.now = moment(last) - minutes(1)
    later(office, "2026-01-01 00:00", posted)
    assert office.view.current is not None


def test_a_posting_recorded_afterwards_says_so_in_the_journal_and_on_its_page(office: Publishing) -> None:
    later(office, "2026-01-13 08:40")
    current = office.view.current
    assert current is not None
    assert current.postings[0].recorded == moment("2026-01-13 08:40")
    assert act_object(office.desk.journal.rows(1)[0]) == "2025 年度公示书第 1 版（补录）"


def test_a_gap_learned_of_a_month_later_adds_a_day_that_is_still_to_come(office: Publishing) -> None:
    office.post(MONDAY)
    office.at(moment("2026-03-02 09:00"))
    desk = office.desk.publication
    desk.take_down(ACTOR, YEAR, TakenDown(BOARD, moment("2026-01-14 10:00"), TWO, "风吹落"))
    desk.record_posting(ACTOR, YEAR, HungNotice(BOARD, moment("2026-01-14 11:00"), TWO))
    assert office.days == ("01-13", "01-15", "01-16", "01-19", "03-03")
    said = office.refused(lambda: office.close(moment("2026-03-02 09:00")))
    assert said.startswith("公示期到 2026-03-03（周二）17:30 才截止")
    (note,) = office.view.current.notes
    assert (note.day, note.content.counted[-1]) == (day("2026-03-02"), day("2026-03-03"))
    posting = office.view.current.postings[0]
    assert (posting.recorded, posting.taken_recorded) == (MONDAY, moment("2026-03-02 09:00"))


def test_more_days_asked_for_when_the_window_is_over_are_still_to_come(office: Publishing) -> None:
    office.post(MONDAY)
    office.at(moment("2026-03-02 09:00")).desk.publication.lengthen(ACTOR, YEAR, 7, "多给两日")
    assert office.days[-3:] == ("01-19", "03-03", "03-04")


def test_a_day_off_learned_of_when_the_window_is_over_is_made_up_for_by_one_still_to_come(office: Publishing) -> None:
    office.post(MONDAY)
    office.at(moment("2026-03-02 09:00"))
    office.desk.calendar.set_day(ACTOR, day("2026-01-14"), DayKind.OFF, None, INVENTED)
    assert [(each.kind, each.day) for each in office.view.owed] == [("recount", day("2026-03-03"))]
    office.desk.publication.recount_calendar(ACTOR, YEAR)
    assert office.days[-2:] == ("01-19", "03-03")


def test_what_is_foreseen_is_what_is_recorded(office: Publishing) -> None:
    office.post(MONDAY)
    office.at(moment("2026-03-02 09:00"))
    desk = office.desk.publication
    assert desk.if_lengthened(YEAR, 7).last_day == day("2026-03-04")
    assert desk.if_taken_down(YEAR, BOARD, moment("2026-01-14 10:00")).last_day == day("2026-03-03")


BACK = st.integers(min_value=0, max_value=200)
AFTERWARDS = st.lists(
    st.one_of(
        st.tuples(st.just("down"), st.integers(1, 60), BACK),
        st.tuples(st.just("again"), st.integers(1, 60), BACK),
        st.tuples(st.just("lengthen"), st.integers(1, 60), st.integers(6, 12)),
        st.tuples(st.just("off"), st.integers(1, 60), st.integers(0, 15)),
        st.tuples(st.just("recount"), st.integers(1, 60), st.just(0)),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=AFTERWARDS)
def test_no_step_ends_before_a_whole_working_day_after_its_notice(
    tmp_path: Path, template_approved: Path, acts: list[tuple[str, int, int]]
) -> None:
    shutil.rmtree(state_folder(), ignore_errors=True)  # each example begins with the desk as it was made
    office = opened_office(tmp_path / "公示.desk", template_approved)
    office.post(MONDAY, BOARD, LOBBY)
    now = MONDAY
    for what, hours, about in acts:
        now += timedelta(hours=hours)
        office.at(now)
        before = office.view.current.window
        with suppress(DeskError):
            _do(office, what, about)
        window = office.view.current.window
        added = set(window.counted) - set(before.counted)
        assert all(each > now.date() for each in added)
        assert window == before or window.last_day == before.last_day or window.last_day > now.date()
    office.desk.close()


def _do(office: Publishing, what: str, about: int) -> None:
    """An act of now about something that was so many hours ago."""
    happened, desk = office.clock.now - timedelta(hours=about), office.desk
    if what == "down":
        desk.publication.take_down(ACTOR, YEAR, TakenDown(BOARD, happened, TWO))
    elif what == "again":
        desk.publication.record_posting(ACTOR, YEAR, HungNotice(BOARD, happened, TWO))
    elif what == "lengthen":
        desk.publication.lengthen(ACTOR, YEAR, about, "多给几日")
    elif what == "off":
        desk.calendar.set_day(ACTOR, (MONDAY + timedelta(days=about)).date(), DayKind.OFF, None, INVENTED)
    else:
        desk.publication.recount_calendar(ACTOR, YEAR)
