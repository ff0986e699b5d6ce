"""Quarterly grades (平时考核等次), where the office gives them; the sheet of the quarter's last month shows them."""

from datetime import date

from committee_desk.domain.departments import department_order
from committee_desk.domain.months import MONTHS_OF_A_QUARTER, NoSuchQuarter, QuarterNotOver, RoutineGrade, last_day
from committee_desk.domain.people import Stay
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.marks import require_year
from committee_desk.services.month_rules import KeptGrade, require_open
from committee_desk.services.month_views import (
    GradeChangedMeanwhile,
    GradeReasonMissing,
    GradeRow,
    NotGradedThen,
    RoutineGradesOff,
)
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.settings import MONTHS_GRADED, is_on

QUARTERS = range(1, 5)
ORDINARY = RoutineGrade.FAIR
"""What most people are given. Whoever departs from it says why."""


class QuartersDesk:
    """Takes quarterly grades, person by person."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    @allowed(Right.SEE_SCORES)
    def on(self) -> bool:
        """Whether the office gives them."""
        with self._open.reading() as uow:
            return is_on(uow, MONTHS_GRADED)

    @allowed(Right.SEE_SCORES)
    def rows(self, year: int, quarter: int) -> tuple[GradeRow, ...]:
        """Everybody who is there at the quarter's end, departments together; leaders are graded elsewhere."""
        with self._open.reading() as uow:
            require_year(uow, year)
            held = {each.code: each for each in uow.months.grades(year, quarter)}
            stays = _there(uow, year, quarter)
        return tuple(
            GradeRow(
                stay.code,
                stay.name,
                stay.department,
                *((given.grade, given.reason, given.entry) if (given := held.get(stay.code)) else ()),
            )
            for stay in sorted(stays.values(), key=lambda each: (department_order(each.department), each.code))
        )

    @allowed(Right.ENTER_EVENTS)
    def give(  # noqa: PLR0913, PLR0917 - who, whom, when, what, why, and what was seen
        self,
        actor: Actor,
        year: int,
        quarter: int,
        code: str,
        grade: RoutineGrade | None,
        reason: str = "",
        *,
        seen: int | None = None,
    ) -> Change:
        """Give, change or take away a person's grade of a quarter; another than 较好 needs a reason.

        `seen` is the entry of the grade that the caller saw: another's in between is not overwritten.
        """
        why = said(reason)
        with self._open.writing() as uow:
            if not is_on(uow, MONTHS_GRADED):
                raise RoutineGradesOff
            require_year(uow, year)
            stay = _there(uow, year, quarter).get(code)
            if stay is None:
                raise NotGradedThen(code, quarter)
            self._require_over(year, quarter)
            require_open(uow, date(year, quarter * MONTHS_OF_A_QUARTER, 1))
            before = next((each for each in uow.months.grades(year, quarter) if each.code == code), None)
            _refuse_overwriting(uow, before, stay.name, seen)
            if grade not in (None, ORDINARY) and not why:
                raise GradeReasonMissing(code, grade)
            if (before.grade, before.reason or "") == (grade, why) if before else grade is None:
                return Change.of()
            what = {"year": year, "quarter": quarter, "grade": grade, "before": before.grade if before else None}
            entry = uow.journal.append(actor, "months.grade", code, what, why=why or None)
            if grade is None:
                uow.months.end_grade(entry, year, quarter, code)
            else:
                uow.months.put_grade(entry, year, KeptGrade(code, quarter, grade, why or None, entry))
            uow.commit()
        return Change.of(Topic.MONTHS, entry=entry)

    def _require_over(self, year: int, quarter: int) -> None:
        """Nobody is graded for what is still to be done."""
        until = last_day(year, quarter * MONTHS_OF_A_QUARTER)
        if self._clock().date() < until:
            raise QuarterNotOver(year, quarter, until)


def _there(uow: UnitOfWork, year: int, quarter: int) -> dict[str, Stay]:
    if quarter not in QUARTERS:
        raise NoSuchQuarter(quarter)
    until = last_day(year, quarter * MONTHS_OF_A_QUARTER)
    return {stay.code: stay for stay in uow.people.stays_touching(until, until) if not stay.is_leader}


def _refuse_overwriting(uow: UnitOfWork, before: KeptGrade | None, name: str, seen: int | None) -> None:
    if before is None or before.entry == seen:
        return
    entry = next(row for row in uow.journal.rows(1, before.entry + 1))
    raise GradeChangedMeanwhile(name, entry.actor, entry.at, before.grade)
