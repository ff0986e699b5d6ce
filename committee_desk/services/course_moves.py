"""What every official act asks first and says last: whether the year stands where it begins, and where it leads.

An act of a subject calls `require` before anything else and `advance` in its own transaction, under its own entry,
whose verb is the move's. So no act can skip a step, and none is half done.
"""

from typing import Protocol

from committee_desk.domain.course import Move, Stage, moved
from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.services.course_views import Taken
from committee_desk.services.ports import UnitOfWork


class CourseBook(Protocol):
    """How far each year is."""

    def stage(self, year: int) -> Stage:
        """The year's stage; a year that nothing was proposed for is being scored."""
        ...

    def entry_of(self, year: int) -> int | None:
        """The journal entry of the move that led to the stage; None while the year was never moved."""
        ...

    def taken(self, year: int) -> tuple[Taken, ...]:
        """Every move of the year, oldest first."""
        ...

    def locked_years(self) -> tuple[int, ...]:
        """The years whose list of grades is approved, and not returned."""
        ...

    def locked_and_touched(self, entry: int) -> tuple[int, ...]:
        """Those of them that something came or went for from that entry on which their figures rest on.

        Sanctions and leave are left out: they are taken at any time.
        """
        ...

    def standing_touched(self, entry: int) -> bool:
        """Whether a sanction or leave came or went after that entry."""
        ...

    def standing_touched_of(self, entry: int) -> frozenset[str]:
        """Of whom a sanction or leave came or went after that entry."""
        ...

    def put(self, entry: int, year: int, move: Move) -> None:
        """The stage that the move leads to, in place of the one before."""
        ...


def stage_of(uow: UnitOfWork, year: int) -> Stage:
    """How far the year is; NoSuchYear where the desk does not hold it."""
    held = uow.office.years()
    if year not in held:
        raise NoSuchYear(year, held)
    return uow.course.stage(year)


def require(uow: UnitOfWork, year: int, move: Move) -> None:
    """Refuse (StepNotPossible) a move that does not begin where the year stands."""
    moved(year, stage_of(uow, year), move)


def advance(uow: UnitOfWork, entry: int, year: int, move: Move) -> None:
    """Bring the year on, or back, under the entry of the act that does it."""
    require(uow, year, move)
    uow.course.put(entry, year, move)


def has_reached(uow: UnitOfWork, year: int, stage: Stage) -> bool:
    """Whether the year is at that stage or beyond."""
    return stage.is_reached_at(stage_of(uow, year))
