"""Locks the data of final sheets: the figures of form 1, and what every step of the closing came to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from committee_desk.domain.course import Move
from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.objections import objection_label
from committee_desk.domain.people import Category
from committee_desk.domain.publication import CHINA
from committee_desk.domain.results import PartyDecision, Result
from committee_desk.domain.scores import Grade
from committee_desk.services.locked_sheets import Approval, LockedSheet, Published, with_printed_basis
from committee_desk.services.meeting_views import MeetingRow, Vote
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
    proposed_on, first = _proposed_on(uow, year), _as_proposed(uow, year)
    found = {}
    for code in codes:
        person, held = laid.of(code), before.get(code)
        sheet = replace(plain[code], final=True, grade=person.grade, rank=person.rank)
        found[code] = LockedSheet(
            sheet=with_printed_basis(sheet, basis(sheet)),
            version=held.version + 1 if held else 1,
            grade=person.grade,
            proposed=first.get(code, person.proposed),
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


def _as_proposed(uow: UnitOfWork, year: int) -> dict[str, Grade | None]:
    """What the 政工 proposed of each on the list that the committee had before it."""
    proposed = uow.grades.list(year, ListStage.PROPOSED)
    people = proposed.people if proposed is not None else ()
    return {each.code: each.grade if each.grade is not None else each.proposed for each in people}


def _proposed_on(uow: UnitOfWork, year: int) -> date:
    return max(each.at for each in uow.course.taken(year) if each.move is Move.PROPOSE).astimezone(CHINA).date()


def _approval(uow: UnitOfWork, laid: GradeList, person: Listed) -> Approval:
    """The newest vote on this person among the meetings that the approved lists up to the one in force rest on."""
    rested = [
        each.meeting
        for each in uow.grades.lists(laid.year)
        if each.list.stage is ListStage.APPROVED and each.list.version <= laid.version and each.meeting is not None
    ]
    held = [(uow.meetings.one(laid.year, each), uow.meetings.votes(laid.year, each)) for each in reversed(rested)]
    for meeting, votes in held:
        on_person = [each for each in votes if person.code in each.people]
        if on_person and meeting is not None:
            return _as_voted(meeting, on_person[-1])
    meeting, votes = held[0]  # who has no grade need not be voted on: what the list rests on stands there
    if meeting is None or not votes:
        raise AssertionError("an approved list that nobody voted on")
    return _as_voted(meeting, votes[0])


def _as_voted(meeting: MeetingRow, vote: Vote) -> Approval:
    day = meeting.held.called.astimezone(CHINA).date()
    return Approval(
        meeting.held.document,
        day,
        vote.members,
        vote.entitled + len(vote.recused),
        len(vote.recused),
        *vote.count,
    )


def _published(uow: UnitOfWork, year: int, code: str) -> Published | None:
    """The closed window in which the person's grade hung, and the objections by or about the person; None of somebody
    whom no notice named.
    """
    closed = [
        each
        for each in uow.publication.versions(year)
        if each.taken_back is None and uow.publication.closing(year, each.version) is not None
    ]
    named = [each for each in closed if any(line.code == code for line in each.notice.lines)]
    if not named:
        return None
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
