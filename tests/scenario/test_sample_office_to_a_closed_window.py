"""The sample office from its scores to a closed window, by the demonstration's acts: what made it hard is on record."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.demonstrated_closing import (
    CHOSEN,
    EQUALS,
    LATE_OBJECTOR,
    OBJECTOR,
    papers_of,
)
from committee_desk.demonstration import make_demonstration
from committee_desk.domain.committee import Outcome
from committee_desk.domain.course import Stage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.publication import StepWhy
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk

YEAR = 2026
LAST_IN_RANK, MARRIED, SPOUSE = "J017", "J010", "X003"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The demonstration's desk, only read by these tests."""
    return open_desk(make_demonstration(tmp_path_factory.mktemp("走完"), Actor("周敏")).desk)


def test_the_year_stands_at_the_closed_window_and_the_desk_is_sound(desk: Desk) -> None:
    assert desk.course.view(YEAR).stage is Stage.CLOSED
    assert desk.check.full().ok


def test_the_tie_was_settled_by_the_committees_vote(desk: Desk) -> None:
    listed = desk.grading.in_force(YEAR)
    assert listed is not None
    grades = {each.code: each.grade for each in listed.people if each.code in EQUALS}
    assert {code for code, grade in grades.items() if grade is Grade.EXCELLENT} == set(CHOSEN)
    assert len({each.total for each in listed.people if each.code in EQUALS}) == 1


def test_whoever_was_last_was_reviewed_before_the_list_was_laid_down(desk: Desk) -> None:
    (row,) = (row for roll in desk.grading.view(YEAR).rolls for row in roll.rows if row.code == LAST_IN_RANK)
    assert row.review is not None
    assert row.review.day < date(2027, 1, 18)
    assert row.listed.grade is Grade.COMPETENT
    assert "review_required" not in {line.kind for line in desk.overview(YEAR, date(2027, 2, 1)).owed}


def test_a_member_left_the_room_for_the_spouse_and_for_the_own_file(desk: Desk) -> None:
    meeting = desk.meetings.rows(YEAR)[-1].held.number
    (question,) = (each for each in desk.meetings.questions(YEAR, meeting, "1") if MARRIED in each.question.people)
    assert set(question.question.people) == {MARRIED, SPOUSE}
    assert SPOUSE in question.question.leaving
    assert question.vote is not None
    assert (question.vote.entitled, question.vote.outcome) == (6, Outcome.PASSED)


def test_a_notice_taken_down_a_day_early_hung_on_for_the_day_that_was_missing(desk: Desk) -> None:
    current = desk.publication.view(YEAR).versions[-1]
    assert [step.why for step in current.window.steps] == [StepWhy.POSTED, StepWhy.TAKEN_DOWN]
    counted = [step.counted[-1] for step in current.window.steps]
    assert counted == [date(2027, 1, 30), date(2027, 2, 1)]
    assert current.closing is not None
    assert current.closing.closed >= current.window.closes_at


def test_one_objection_came_on_the_made_up_saturday_and_one_after_hours_on_the_last_day(desk: Desk) -> None:
    held = {row.held.code: row.held for row in desk.objections.rows(YEAR)}
    assert held[OBJECTOR].received.date() == date(2027, 1, 30)
    assert held[OBJECTOR].state is ObjectionState.ACCEPTED
    late = held[LATE_OBJECTOR]
    assert (late.in_time, late.minutes_late, late.state) == (False, 20, ObjectionState.ROUTED)


def test_every_paper_of_the_closing_is_drawn(desk: Desk, tmp_path: Path) -> None:
    papers = papers_of(desk, Actor("周敏"), YEAR, tmp_path / "文书")
    assert all(paper.read_bytes().startswith(b"%PDF-") for paper in papers)
