"""The vote that an approved list rests on: on this version, on everybody graded, after everything it decides on."""

from committee_desk.domain.committee import ItemKind
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.services.grading_refusals import DepartureAfterVote
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
    late = {code for code, entry in _decided(uow, year) if entry > voted.get(code, entry)}
    if late:
        raise DepartureAfterVote(year, tuple(each.name for each in laid.people if each.code in late))
    return require_closed(uow, year, meeting)


def _grades_item(uow: UnitOfWork, year: int, meeting: int) -> str:
    agenda = meeting_of(uow, year, meeting).held.agenda
    return next((each.id for each in agenda if each.kind is ItemKind.GRADES), str(ItemKind.GRADES))


def _decided(uow: UnitOfWork, year: int) -> list[tuple[str, int]]:
    """Whose grade which entry bears on: departures, ability reviews, ties, who lacked a rating."""
    found = [(each.code, each.entry) for each in uow.grades.choices(year) if each.stage is ListStage.APPROVED]
    found += [(each.code, each.entry) for each in uow.grades.reviews(year)]
    for each in uow.grades.decisions(year):
        if each.kind is DecisionKind.INCOMPLETE:
            found.append((each.subject, each.entry))
        elif each.kind is DecisionKind.TIE:
            equals = each.content.get("equals", ())
            found += [(str(code), each.entry) for code in equals] if isinstance(equals, list | tuple) else []
    return found
