"""The sample office from its scores to its archive, by the demonstration's acts: what made it hard is on record."""

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
from committee_desk.demonstrated_result import ABROAD, REFUSING, SANCTIONED
from committee_desk.demonstration import Demonstration, make_demonstration
from committee_desk.domain.committee import ItemKind, Outcome
from committee_desk.domain.course import Stage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.publication import StepWhy
from committee_desk.domain.remedies import ApplicationState
from committee_desk.domain.results import Means, Opinion, ResultState
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.verdicts import Verdict

YEAR = 2026
LAST_IN_RANK, MARRIED, SPOUSE = "J017", "J010", "X003"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """The demonstration, only read by these tests."""
    return make_demonstration(tmp_path_factory.mktemp("走完"), Actor("周敏"))


@pytest.fixture(scope="module")
def verdicts(made: Demonstration, desk: Desk) -> dict[str, Verdict]:
    """What this PC says of the sealed sheets that it made."""
    return {sheet.name: desk.signing.verify(sheet) for sheet in made.sealed}


@pytest.fixture(scope="module")
def desk(made: Demonstration) -> Desk:
    """Its desk."""
    return open_desk(made.desk)


def test_the_year_stands_in_its_archive_and_the_desk_is_sound(desk: Desk) -> None:
    assert desk.course.view(YEAR).stage is Stage.ARCHIVED
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
    (meeting,) = (
        row.held.number
        for row in desk.meetings.rows(YEAR)
        if any(each.kind is ItemKind.GRADES for each in row.held.agenda)
    )
    (question,) = (each for each in desk.meetings.questions(YEAR, meeting, "1") if MARRIED in each.question.people)
    assert set(question.question.people) == {MARRIED, SPOUSE}
    assert SPOUSE in question.question.leaving
    assert question.vote is not None
    assert (question.vote.entitled, question.vote.outcome) == (6, Outcome.PASSED)


def test_a_notice_taken_down_a_day_early_hung_on_for_the_day_that_was_missing(desk: Desk) -> None:
    current = desk.publication.view(YEAR).versions[0]
    assert [step.why for step in current.window.steps] == [StepWhy.POSTED, StepWhy.TAKEN_DOWN]
    counted = [step.counted[-1] for step in current.window.steps]
    assert counted == [date(2027, 1, 30), date(2027, 2, 1)]
    assert current.closing is not None
    assert current.closing.closed >= current.window.closes_at


def test_one_objection_came_on_the_made_up_saturday_and_one_after_hours_on_the_last_day(desk: Desk) -> None:
    held = {row.held.code: row.held for row in desk.objections.rows(YEAR)}
    assert held[OBJECTOR].received.date() == date(2027, 1, 30)
    assert held[OBJECTOR].state is ObjectionState.CHANGED
    late = held[LATE_OBJECTOR]
    assert (late.in_time, late.minutes_late, late.state) == (False, 20, ObjectionState.ROUTED)


def test_the_objection_raised_one_to_a_place_and_pushed_another_out(desk: Desk) -> None:
    first, last = (desk.publication.view(YEAR).versions[at].held.notice for at in (0, -1))
    before = {line.code: line.grade for line in first.lines}
    after = {line.code: line.grade for line in last.lines}
    assert (before[OBJECTOR], after[OBJECTOR]) == ("称职", "优秀")
    assert (before[MARRIED], after[MARRIED]) == ("优秀", "称职")
    assert last.partial
    assert set(after) == {OBJECTOR, MARRIED, SANCTIONED}


def test_the_late_decision_left_one_without_grade_and_hung_for_its_own_days(desk: Desk) -> None:
    versions = desk.publication.view(YEAR).versions
    (line,) = (each for each in versions[-1].held.notice.lines if each.code == SANCTIONED)
    assert line.grade == ""
    assert len(versions[-1].window.counted) == 5
    row = desk.results.view(YEAR).row(SANCTIONED)
    assert row is not None
    assert row.grade is None


def test_everybody_was_decided_served_and_signed_or_refused(desk: Desk) -> None:
    rows = {row.code: row for row in desk.results.view(YEAR).rows}
    assert {row.state for row in rows.values()} == {ResultState.ARCHIVED}
    refused, abroad = rows[REFUSING], rows[ABROAD]
    assert refused.signature is not None
    assert refused.signature.opinion is Opinion.REFUSED
    assert len(refused.signature.witnesses) == 2
    assert abroad.delivery is not None
    assert abroad.delivery.means is Means.OTHER


def test_the_late_objection_was_answered_as_a_re_review_after_the_notice(desk: Desk) -> None:
    (application,) = (row.held for row in desk.applications.rows(YEAR))
    assert (application.code, application.state) == (LATE_OBJECTOR, ApplicationState.UPHELD)


def test_every_sealed_sheet_is_genuine_and_none_is_missing(verdicts: dict[str, Verdict], desk: Desk) -> None:
    assert {each.person for each in verdicts.values()} == {row.code for row in desk.results.view(YEAR).rows}
    assert all(each.genuine and each.demo for each in verdicts.values())


def test_every_paper_of_the_closing_is_drawn(desk: Desk, tmp_path: Path) -> None:
    papers = papers_of(desk, Actor("周敏"), YEAR, tmp_path / "文书")
    assert all(paper.read_bytes().startswith(b"%PDF-") for paper in papers)
