"""What binds a grade, whoever gives it: the 业绩 grade, decisions on the person, the ability review, quarterly grades.

Coupling (业绩考评规定): 优秀 only beside 业绩 优秀 or 良好; 业绩 不合格, or found unfit for the post, at most 基本称职.
"""

from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.scores import Grade, PerformanceGrade, PersonScore, Status

GRADED = tuple(Grade)
"""The grades, best first."""


class Bound(StrEnum):
    """Why somebody cannot have that grade."""

    SETTLED_APART = "settled_apart"
    TIED = "tied"
    INCOMPLETE = "incomplete"
    AWAITS_REVIEW = "awaits_review"
    STANDING = "standing"
    WEAK_CASEWORK = "weak_casework"
    FAILED_CASEWORK = "failed_casework"
    UNFIT = "unfit"
    QUARTERS = "quarters"


class Standing(NamedTuple):
    """What bears on one person's grade beside the score. `below`: kept from 优秀 by a quarterly grade."""

    incompetent: bool = False
    reviewed: bool = False
    unfit: bool = False
    below: bool = False


_UNGRADED = {
    Status.TIE_AT_QUOTA: Bound.TIED,
    Status.INCOMPLETE: Bound.INCOMPLETE,
}


def bound(score: PersonScore, standing: Standing, grade: Grade | None) -> Bound | None:
    """What keeps the person from that grade (None: from being given none); None where nothing does."""
    if score.status is not Status.GRADED:
        return _UNGRADED.get(score.status, Bound.SETTLED_APART)
    if score.review_required and not standing.reviewed:
        return Bound.AWAITS_REVIEW
    if standing.incompetent:
        return None if grade is Grade.INCOMPETENT else Bound.STANDING
    if grade is Grade.EXCELLENT:
        return _from_excellent(score, standing)
    if grade is Grade.COMPETENT:
        return _from_competent(score, standing)
    return None


def _from_competent(score: PersonScore, standing: Standing) -> Bound | None:
    if score.performance_grade is PerformanceGrade.FAIL:
        return Bound.FAILED_CASEWORK
    return Bound.UNFIT if standing.unfit else None


def _from_excellent(score: PersonScore, standing: Standing) -> Bound | None:
    if score.barred:
        return Bound.STANDING
    if score.performance_grade not in (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD):
        return Bound.WEAK_CASEWORK
    if standing.unfit:
        return Bound.UNFIT
    return Bound.QUARTERS if standing.below else None
