"""Quarterly grades (平时考核等次): only where an office gives them; who departs from the ordinary one says why."""

from datetime import datetime

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.months import MonthClosed, NoSuchQuarter, QuarterNotOver, RoutineGrade
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.month_views import (
    GradeChangedMeanwhile,
    GradeReasonMissing,
    GradeRow,
    NotGradedThen,
    RoutineGradesOff,
)
from committee_desk.services.settings import MONTHS_GRADED, ON
from committee_desk.wording.saying import sentence

GOOD, FAIR, POOR = RoutineGrade.GOOD, RoutineGrade.FAIR, RoutineGrade.POOR


@pytest.fixture
def grading(sample_desk: Desk, actor: Actor) -> Desk:
    """The sample office, giving quarterly grades."""
    sample_desk.settings.put(actor, MONTHS_GRADED, ON, "本院办法")
    return sample_desk


def row(desk: Desk, code: str, quarter: int = 1) -> GradeRow:
    return next(each for each in desk.quarters.rows(2026, quarter) if each.code == code)


def test_they_are_off_until_an_office_wants_them(sample_desk: Desk, actor: Actor) -> None:
    assert not sample_desk.quarters.on()
    with pytest.raises(RoutineGradesOff):
        sample_desk.quarters.give(actor, 2026, 1, "J001", FAIR)
    assert not sample_desk.months.sheet(2026, 3, "检察官").graded


def test_a_grade_stands_on_the_sheet_of_the_quarter_s_last_month_alone(grading: Desk, actor: Actor) -> None:
    grading.quarters.give(actor, 2026, 1, "J001", GOOD, "办案突出")
    shown = {}
    for month in (2, 3, 4, 6):
        line = grading.months.sheet(2026, month, "检察官").of("J001")
        assert line is not None
        shown[month] = line.grade
    assert shown == {2: None, 3: GOOD, 4: None, 6: None}


@pytest.mark.parametrize("grade", [GOOD, RoutineGrade.MIDDLING, POOR])
def test_whoever_departs_from_the_ordinary_grade_needs_a_reason(
    grading: Desk, actor: Actor, grade: RoutineGrade
) -> None:
    with pytest.raises(GradeReasonMissing) as refused:
        grading.quarters.give(actor, 2026, 1, "J001", grade, "  ")
    assert f"“{grade}”" in sentence(refused.value)
    assert row(grading, "J001").grade is None
    grading.quarters.give(actor, 2026, 1, "J001", FAIR)
    assert row(grading, "J001").grade is FAIR


def test_another_s_grade_in_between_is_not_overwritten(grading: Desk, actor: Actor) -> None:
    seen = row(grading, "J001").seen
    grading.quarters.give(Actor("李强"), 2026, 1, "J001", FAIR, seen=seen)
    with pytest.raises(GradeChangedMeanwhile) as refused:
        grading.quarters.give(actor, 2026, 1, "J001", GOOD, "办案突出", seen=seen)
    assert "李强" in sentence(refused.value)
    assert "较好" in sentence(refused.value)
    grading.quarters.give(actor, 2026, 1, "J001", GOOD, "办案突出", seen=row(grading, "J001").seen)
    assert row(grading, "J001").grade is GOOD


def test_a_grade_is_taken_away_and_the_same_again_is_no_change(grading: Desk, actor: Actor) -> None:
    assert grading.quarters.give(actor, 2026, 1, "J001", None) == Change.of()
    grading.quarters.give(actor, 2026, 1, "J001", FAIR)
    seen = row(grading, "J001").seen
    assert grading.quarters.give(actor, 2026, 1, "J001", FAIR, seen=seen) == Change.of()
    grading.quarters.give(actor, 2026, 1, "J001", None, seen=seen)
    assert row(grading, "J001").grade is None


def test_only_who_is_there_is_graded_and_leaders_elsewhere(grading: Desk, actor: Actor) -> None:
    assert "J020" not in {each.code for each in grading.quarters.rows(2026, 1)}
    with pytest.raises(NotGradedThen):
        grading.quarters.give(actor, 2026, 1, "J020", FAIR)
    for quarter in (0, 5, -1):
        with pytest.raises(NoSuchQuarter) as refused:
            grading.quarters.rows(2026, quarter)
        assert f"第 {quarter} 季度" in sentence(refused.value)
    with pytest.raises(NoSuchYear):
        grading.quarters.rows(2025, 1)
    with pytest.raises(NoSuchYear):
        grading.quarters.give(actor, 2025, 1, "J001", FAIR)


def test_nobody_is_graded_before_the_quarter_is_over(grading: Desk, actor: Actor) -> None:
    path = grading.identity().path
    early = open_desk(path, clock=lambda: datetime(2026, 3, 30, 9, tzinfo=CHINA))
    last = open_desk(path, clock=lambda: datetime(2026, 3, 31, 9, tzinfo=CHINA))
    with pytest.raises(QuarterNotOver) as refused:
        early.quarters.give(actor, 2026, 1, "J001", FAIR)
    assert "2026-03-31" in sentence(refused.value)
    last.quarters.give(actor, 2026, 1, "J001", FAIR)


def test_a_grade_is_missed_when_the_quarter_s_last_month_is_closed_and_barred_afterwards(
    grading: Desk, actor: Actor
) -> None:
    assert "ungraded" not in {lack.kind for lack in grading.months.missing(2026, 2)}
    lack = next(lack for lack in grading.months.missing(2026, 3) if lack.kind == "ungraded")
    grading.quarters.give(actor, 2026, 1, "J001", FAIR)
    after = next(lack for lack in grading.months.missing(2026, 3) if lack.kind == "ungraded")
    assert int(str(after.facts["count"])) == int(str(lack.facts["count"])) - 1
    for month in (1, 2, 3):
        grading.months.close(actor, 2026, month, "补登")
    with pytest.raises(MonthClosed):
        grading.quarters.give(actor, 2026, 1, "J002", FAIR)
