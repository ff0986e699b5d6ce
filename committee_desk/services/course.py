"""A year's process at a glance: how far it is, what the next step lacks, what was done when and by whom."""

from committee_desk.domain.course import Move, Stage, moves_from
from committee_desk.domain.roles import Right
from committee_desk.services.clock import CHINA
from committee_desk.services.course_lacks import lacks_of
from committee_desk.services.course_moves import stage_of
from committee_desk.services.course_views import CourseStep, CourseView, Lack, Taken, YearDates
from committee_desk.services.course_window import running_window
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed


class CourseDesk:
    """Shows a year's process. What moves it are the acts of the subjects alone."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    @allowed(Right.SEE_DESK)
    def stage(self, year: int) -> Stage:
        """How far the year is."""
        with self._open.reading() as uow:
            return stage_of(uow, year)

    @allowed(Right.SEE_DESK)
    def view(self, year: int) -> CourseView:
        """The year's process; what the next step lacks for those alone who may see grading."""
        looks = self._seat.may(Right.SEE_GRADING)
        with self._open.reading() as uow:
            stage, taken = stage_of(uow, year), uow.course.taken(year)
            steps = tuple(self._step(uow, year, move, stage, taken, looks=looks) for move in Move if not move.is_back)
        back = tuple(move for move in moves_from(stage) if move.is_back)
        return CourseView(year, stage, steps, back, taken)

    @allowed(Right.SEE_DESK)
    def dates(self, year: int) -> YearDates:
        """When its steps were: everybody in the office could read them from the board."""
        with self._open.reading() as uow:
            stage, taken = stage_of(uow, year), uow.course.taken(year)
            window = running_window(uow, year) if Stage.PUBLISHED.is_reached_at(stage) else None
            decided = [each.day for each in uow.results.decisions(year)]
            known = [each.known for each in uow.results.deliveries(year)]
        done = {move: found.at.date() for move in Move if (found := standing(taken, move, stage)) is not None}
        return YearDates(
            done.get(Move.PROPOSE),
            done.get(Move.APPROVE),
            window.posted.astimezone(CHINA).date() if window else done.get(Move.POST),
            window.last_day if window else None,
            done.get(Move.CLOSE),
            min(decided, default=None),
            max(known, default=None),
        )

    @allowed(Right.SEE_GRADING)
    def lacks(self, year: int, move: Move) -> tuple[Lack, ...]:
        """What the move lacks now, whether or not the year stands where it begins."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            return lacks_of(uow, year, move, self._clock())

    def _step(  # noqa: PLR0913 - a step of which year, seen by whom
        self, uow: UnitOfWork, year: int, move: Move, stage: Stage, taken: tuple[Taken, ...], *, looks: bool
    ) -> CourseStep:
        done = standing(taken, move, stage)
        is_next = move.origin is stage
        return CourseStep(move, done, is_next, lacks_of(uow, year, move, self._clock()) if is_next and looks else ())


def standing(taken: tuple[Taken, ...], move: Move, stage: Stage) -> Taken | None:
    """When the move was made the last time; None where the year never came so far, or went back from it."""
    if not move.goal.is_reached_at(stage):
        return None
    return next((each for each in reversed(taken) if each.move is move), None)
