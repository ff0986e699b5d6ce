"""Objections against a notice that the office posted by its own acts: late ones, and a notice that came down early."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.domain.course import Move
from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.services.objection_views import Filing
from committee_desk.services.publication_views import HungNotice, TakenDown
from committee_desk.wording.objections import timeliness
from committee_desk.wording.overview import owed_title
from tests.services.closing_years import BOARD, CLERK, YEAR, ClosingOffice, closing_office
from tests.services.posted_notices import at
from tests.sound_desks import require_sound

TWO = ("范伟雪", "彭强涛")


@pytest.fixture
def closing(tmp_path: Path, template_sample_desk: Path) -> Iterator[ClosingOffice]:
    """The grades hang since Monday 11 January 2027, 9:00."""
    office = closing_office(tmp_path / "考评.desk", template_sample_desk)
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    yield office
    require_sound(office.path)


def registered(office: ClosingOffice) -> int:
    """J005's objection to his own score, received now."""
    filing = Filing("J005", 1, (Matter.SCORE,), "目标件数应分段核定", office.clock.now, "范伟雪")
    return office.desk.objections.register(CLERK, YEAR, filing).number


def test_an_objection_after_hours_of_the_last_day_is_kept_receipted_and_routed(closing: ClosingOffice) -> None:
    closing.clock.now = at(18, 17, 50)
    number = registered(closing)
    card = closing.desk.objections.card(YEAR, number)
    assert timeliness(card.row.held, card.nth_day) == "逾期（20 分钟）"
    assert closing.desk.objection_papers.receipt(CLERK, YEAR, number).startswith(b"%PDF")
    closing.desk.objections.route(CLERK, YEAR, number, card.row.held.entry)
    closing.close()
    assert closing.desk.objections.rows(YEAR)[0].state is ObjectionState.ROUTED


def test_an_objection_is_registered_after_the_window_closed_and_says_how_late_it_is(closing: ClosingOffice) -> None:
    closing.wait_for_the_end()
    closing.close()
    closing.clock.now = at(20, 9)
    held = closing.desk.objections.card(YEAR, registered(closing)).row.held
    assert timeliness(held, None) == "逾期（1 天 15 小时）"


def test_a_notice_that_came_down_early_gives_back_the_days_and_what_was_late_is_in_time(closing: ClosingOffice) -> None:
    closing.clock.now = at(15, 9)
    closing.desk.publication.take_down(CLERK, YEAR, TakenDown(BOARD, at(15, 9), TWO, "风吹落"))
    closing.clock.now = at(18, 17, 50)
    number = registered(closing)
    closing.clock.now = at(19, 8, 30)
    closing.desk.publication.record_posting(CLERK, YEAR, HungNotice(BOARD, at(19, 8, 30), TWO))
    told = closing.desk.overview(YEAR, closing.clock.now.date()).owed
    assert "公示延长后，1 件异议不再逾期" in map(owed_title, told)
    held = closing.desk.objections.card(YEAR, number).row.held
    same = Filing(held.code, 1, held.matters, held.grounds, held.received, held.receiver)
    closing.desk.objections.correct(CLERK, YEAR, number, same, "撤下一天，公示延长", held.entry)
    assert closing.desk.objections.card(YEAR, number).row.held.in_time
