"""The vote that an approved list rests on: on this version, on everybody graded, after everything it decides on."""

from collections.abc import Mapping

from committee_desk.domain.committee import ItemKind
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.services.grading_refusals import DecidedAfterVote, DepartureAfterVote
from committee_desk.services.grading_views import DecisionKind
from committee_desk.services.meeting_rules import meeting_of, require_closed, require_passed
from committee_desk.services.ports import UnitOfWork


def require_voted(uow: UnitOfWork, laid: GradeList, meeting: int, item: str) -> str:
    """The number of the minutes. Every question of the item passed, and nothing was decided on anybody after it."""
    year = laid.year
    where = item or _grades_item(uow, year, meeting)
    proposed = uow.grades.list(year, ListStage.PROPOSED)
    graded = tuple(each.code for each in laid.people if each.grade is not None)
    require_passed(uow, year, meeting, where, people=graded, list_version=proposed.version if proposed else None)
    voted = {
        code: each.entry for each in uow.meetings.votes(year, meeting) if each.item == where for code in each.people
    }
    _refuse_decided_after(uow, laid, voted)
    return require_closed(uow, year, meeting)


def is_voted(uow: UnitOfWork, laid: GradeList) -> bool:
    """Whether a meeting with numbered minutes passed this list, so that it can be approved."""
    for each in uow.meetings.of_year(laid.year):
        try:
            require_voted(uow, laid, each.held.number, "")
        except DeskError:
            continue
        return True
    return False


def _grades_item(uow: UnitOfWork, year: int, meeting: int) -> str:
    agenda = meeting_of(uow, year, meeting).held.agenda
    return next((each.id for each in agenda if each.kind is ItemKind.GRADES), str(ItemKind.GRADES))


def _refuse_decided_after(uow: UnitOfWork, laid: GradeList, voted: Mapping[str, int]) -> None:
    """What was recorded, changed or lifted after the vote nobody voted on: on a person, or on everybody's places."""
    first = min(voted.values(), default=0)
    late: set[str] = set()
    for kind, subject, entry in uow.grades.touched(laid.year):
        if kind in _OF_ONE:
            late |= {subject} if entry > voted.get(subject, entry) else set()
        elif entry > first:  # of places or a tie: it may move anybody's grade
            raise DecidedAfterVote(laid.year, DecisionKind(kind))
    if late:
        raise DepartureAfterVote(laid.year, tuple(each.name for each in laid.people if each.code in late))


_OF_ONE = frozenset({"choice", "review", str(DecisionKind.INCOMPLETE)})
"""What bears on the grade of one person alone."""
