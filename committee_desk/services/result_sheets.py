"""Locks the data of final sheets: the figures of form 1, and what every step of the closing came to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from committee_desk.domain.committee import MeetingState
from committee_desk.domain.course import Move
from committee_desk.domain.grade_list import GradeList, Listed
from committee_desk.domain.objections import objection_label
from committee_desk.domain.people import Category
from committee_desk.domain.publication import CHINA
from committee_desk.domain.results import PartyDecision, Result
from committee_desk.services.locked_sheets import Approval, LockedSheet, Published, with_printed_basis
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.scored_year import explained
from committee_desk.services.sheet_gathering import Recorded, gather
from committee_desk.services.sheet_views import GradeSheet

BasisOf = Callable[[GradeSheet], Mapping[str, str]]
"""The text of 依据 that a sheet prints of each indicator."""


def locked_sheets(  # noqa: PLR0913, PLR0917 - whose, from which list, by which decision, as which versions
    uow: UnitOfWork,
    laid: GradeList,
    codes: Sequence[str],
    decision: PartyDecision,
    before: Mapping[str, Result],
    why: str,
    basis: BasisOf,
) -> dict[str, LockedSheet]:
    """The final sheets of these people, by code."""
    year = laid.year
    plain = _plain_sheets(uow, laid, codes)
    proposed_on = _proposed_on(uow, year)
    found = {}
    for code in codes:
        person, held = laid.of(code), before.get(code)
        sheet = replace(plain[code], final=True, grade=person.grade, rank=person.rank)
        found[code] = LockedSheet(
            sheet=with_printed_basis(sheet, basis(sheet)),
            version=held.version + 1 if held else 1,
            grade=person.grade,
            proposed=person.proposed,
            proposed_on=proposed_on,
            reason=person.reason,
            approval=_approval(uow, laid, person),
            published=_published(uow, year, code),
            decision=decision.document,
            decided_on=decision.day,
            replaces=held.version if held else None,
            why=why if held else "",
        )
    return found


def _plain_sheets(uow: UnitOfWork, laid: GradeList, codes: Sequence[str]) -> dict[str, GradeSheet]:
    """Form 1 of each as the desk says it now: the figures of the list in force."""
    of_category: dict[Category, list[str]] = {}
    for code in codes:
        of_category.setdefault(Category(laid.of(code).category), []).append(code)
    sheets: dict[str, GradeSheet] = {}
    for category, asked in of_category.items():
        found = explained(uow, laid.year, asked, category)
        recorded = Recorded.of(uow, laid.year, category)
        for sheet in gather(found.scores, found.explanations, found.scheme, recorded):
            sheets[sheet.person.code] = sheet
    return sheets


def _proposed_on(uow: UnitOfWork, year: int) -> date:
    return max(each.at for each in uow.course.taken(year) if each.move is Move.PROPOSE).astimezone(CHINA).date()


def _approval(uow: UnitOfWork, laid: GradeList, person: Listed) -> Approval:
    """The vote on this person at the meeting that the list in force rests on."""
    held = next(
        each
        for each in uow.grades.lists(laid.year)
        if each.holds and each.list.version == laid.version and each.list.stage is laid.stage
    )
    meeting = uow.meetings.one(laid.year, held.meeting) if held.meeting is not None else None
    if meeting is None or meeting.held.state is not MeetingState.CLOSED:
        raise AssertionError("an approved list without the minutes that approved it")
    votes = [each for each in uow.meetings.votes(laid.year, meeting.held.number) if person.code in each.people]
    vote = votes[-1] if votes else uow.meetings.votes(laid.year, meeting.held.number)[0]
    day = meeting.held.called.astimezone(CHINA).date()
    return Approval(
        meeting.held.document, day, vote.members, vote.entitled + len(vote.recused), len(vote.recused), *vote.count
    )


def _published(uow: UnitOfWork, year: int, code: str) -> Published:
    """The closed window in which the person's grade hung, and the objections by or about the person."""
    closed = [
        each
        for each in uow.publication.versions(year)
        if each.taken_back is None and uow.publication.closing(year, each.version) is not None
    ]
    named = [each for each in closed if any(line.code == code for line in each.notice.lines)] or closed
    window = uow.publication.window(year, named[-1].version)
    raised = tuple(
        (objection_label(year, each.number), str(each.state))
        for each in uow.objections.of_year(year)
        if code in {each.code, each.other}
    )
    return Published(
        named[-1].version,
        window.posted.astimezone(CHINA).date(),
        window.counted[0],
        window.last_day,
        len(window.counted),
        window.cut_off,
        raised,
    )
