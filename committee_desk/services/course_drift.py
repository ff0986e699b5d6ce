"""Figures that moved after the approval all the same: sanctions and leave are taken at any time.

What they move no longer agrees with the list that hangs. These people are frozen until a correction (更正) re-decides
on them (domain rules, rows 13 and 14): it is owed, no old list is hung, and nothing is decided on them meanwhile. The
window of everybody else goes on.
"""

from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain.course import LOCKED, Move
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import ListStage
from committee_desk.services.course_views import Lack, Owing
from committee_desk.services.grading_moved import moved_since
from committee_desk.services.grading_views import Moved
from committee_desk.services.ports import UnitOfWork

GRADING = "grading"


class ListOutOfDate(DeskError):
    """An approved list that is an old version is to be hung: figures of people on it moved since."""

    def __init__(self, year: int, move: Move, moved: tuple[Moved, ...]) -> None:
        super().__init__(year, move, moved)
        self.year, self.move, self.moved = year, move, moved


def drift_of(uow: UnitOfWork, year: int) -> tuple[Moved, ...]:
    """Whose figures are no longer those that were approved. Looked for only where a sanction or leave came since."""
    if uow.course.stage(year) not in LOCKED:
        return ()
    laid_at = uow.grades.entry_of(year, ListStage.APPROVED)
    if laid_at is None or not uow.course.standing_touched(laid_at):
        return ()
    laid = uow.grades.list(year, ListStage.APPROVED)
    return moved_since(uow, year, laid) if laid is not None else ()


def require_current_list(uow: UnitOfWork, year: int, move: Move) -> None:
    """Refuse (`ListOutOfDate`) to go on with a list whose figures moved since it was approved."""
    if moved := drift_of(uow, year):
        raise ListOutOfDate(year, move, moved)


def lacks_to_post(uow: UnitOfWork, year: int, _now: datetime) -> Iterator[Lack]:
    """That the approved list still holds."""
    return _lacks(uow, year, Move.POST)


def _lacks(uow: UnitOfWork, year: int, move: Move) -> Iterator[Lack]:
    if moved := drift_of(uow, year):
        fault = ListOutOfDate(year, move, moved)
        yield Lack("course.drift", GRADING, {"fault": fault, "count": len(moved)}, Owing.COMMITTEE, moved[0].code)
