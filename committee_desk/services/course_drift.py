"""Figures that moved after the approval all the same: sanctions and leave are taken at any time.

What they move no longer agrees with the list that hangs, so that it is owed, and the window is not closed over it: a
decision on these people would be one on an old version.
"""

from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain.course import LOCKED, Move
from committee_desk.domain.grade_list import ListStage
from committee_desk.services.course_views import Lack, Owing
from committee_desk.services.grading_moved import moved_since
from committee_desk.services.grading_views import Moved
from committee_desk.services.ports import UnitOfWork

GRADING = "grading"


def drift_of(uow: UnitOfWork, year: int) -> tuple[Moved, ...]:
    """Whose figures are no longer those that were approved. Looked for only where a sanction or leave came since."""
    if uow.course.stage(year) not in LOCKED:
        return ()
    approved = max((each.entry for each in uow.course.taken(year) if each.move is Move.APPROVE), default=0)
    if not uow.course.standing_touched(approved):
        return ()
    laid = uow.grades.list(year, ListStage.APPROVED)
    return moved_since(uow, year, laid) if laid is not None else ()


def lacks_to_go_on(uow: UnitOfWork, year: int, _now: datetime) -> Iterator[Lack]:
    """That the approved list still holds, before it is posted and before the window is closed."""
    if moved := drift_of(uow, year):
        names = tuple(each.name for each in moved)
        yield Lack("course.drift", GRADING, {"names": names, "count": len(moved)}, Owing.COMMITTEE, moved[0].code)
