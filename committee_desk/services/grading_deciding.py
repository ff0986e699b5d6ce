"""What each recorded decision of grading asks: of whom, how many places, on which vote, by which paper."""

from collections.abc import Iterable, Mapping
from datetime import date

from committee_desk.domain.committee import EVERYBODY_ELSE, NEITHER, ItemKind
from committee_desk.domain.names import same_number
from committee_desk.domain.quota import APPROVED_PERCENT, LAW_PERCENT
from committee_desk.domain.said import said
from committee_desk.services.grading_decision_refusals import (
    CategoryNotGraded,
    ConsentPercentWrong,
    DecisionDayWrong,
    DecisionNumberMissing,
    DecisionReasonMissing,
    NobodyToHandTo,
    NoLeftOver,
    NotAmongEquals,
    NoTie,
    NotIncomplete,
    PlacesNegative,
    PooledAlready,
    PoolOverfull,
    PoolTooSmall,
    TieItemMissing,
    TieOvervoted,
    TieVotedOtherwise,
    TooManyOfTie,
)
from committee_desk.services.grading_roll import Roll
from committee_desk.services.grading_views import Decision, DecisionKind, Settlement
from committee_desk.services.meeting_refusals import DayNotTheMeetings, PaperNotTheMinutes
from committee_desk.services.meeting_rules import meeting_of, require_closed, require_passed
from committee_desk.services.ports import UnitOfWork


def of_tie(  # noqa: PLR0913, PLR0917 - of whom, for whom, on which vote
    uow: UnitOfWork, roll: Roll, category: str, wanted: Iterable[str], meeting: int, item: str
) -> dict[str, object]:
    """What the committee decided on a tie: whom it voted a place for, never more than are open."""
    chosen = tuple(dict.fromkeys(wanted))
    own = roll.roll_of(category)
    if own is None or own.tie is None:
        raise NoTie(roll.year, category)
    tie = own.tie
    for code in chosen:
        if code not in tie.equals:
            raise NotAmongEquals(roll.year, code, roll.names(tie.equals))
    where = item or _tie_item(uow, roll, meeting, tie.equals)
    voted = _voted_for(uow, roll.year, meeting, where, tie.equals)
    if len(voted) > tie.open:
        raise TieOvervoted(roll.year, meeting, roll.names(voted), tie.open)
    if len(chosen) > tie.open:
        raise TooManyOfTie(roll.year, len(chosen), tie.open)
    for subject in chosen or (NEITHER,):
        require_passed(uow, roll.year, meeting, where, subject)
    if set(voted) - set(chosen):
        raise TieVotedOtherwise(roll.year, roll.names(voted))
    return {"equals": sorted(tie.equals), "chosen": sorted(chosen), "open": tie.open, "item": where}


def _tie_item(uow: UnitOfWork, roll: Roll, meeting: int, equals: tuple[str, ...]) -> str:
    """The agenda's item on exactly these people."""
    for each in meeting_of(uow, roll.year, meeting).held.agenda:
        if each.kind is ItemKind.TIE and set(each.about) == set(equals):
            return each.id
    raise TieItemMissing(roll.year, meeting, roll.names(equals))


def _voted_for(uow: UnitOfWork, year: int, meeting: int, item: str, equals: tuple[str, ...]) -> tuple[str, ...]:
    votes = uow.meetings.votes(year, meeting)
    passed = {each.subject for each in votes if each.item == item and each.outcome == "passed"}
    return tuple(code for code in equals if code in passed)


def of_incomplete(roll: Roll, code: str, how: Settlement) -> dict[str, object]:
    """What becomes of somebody without a rating; a hand-over needs another rating of the part that has marks."""
    held = next((each for each in roll.incomplete if each.code == code), None)
    if held is None:
        raise NotIncomplete(roll.year, code, roll.names([code])[0])
    if how is Settlement.HAND_OVER and not held.may_hand_over:
        raise NobodyToHandTo(roll.year, held.name, held.missing)
    return {"how": str(how), "missing": sorted(held.missing)}


def of_left_over(roll: Roll, category: str, places: int) -> dict[str, object]:
    """So many of the office's places for a category, while the office has them left over."""
    if places < 0:
        raise PlacesNegative(roll.year)
    held = _graded(roll, category)
    office = roll.office
    left = office.left_over + office.of(held).assigned
    if places > left:
        raise NoLeftOver(roll.year, places, left, office.floor, office.floors)
    return {"places": places, "floor": office.floor, "floors": office.floors}


def of_pool(roll: Roll, places: Mapping[str, int]) -> dict[str, object]:
    """Categories counted as one, with the places of each, no more than the pooled people have."""
    if len(places) < 2:
        raise PoolTooSmall(roll.year)
    own = pool_subject(places)
    for category in places:
        held = roll.office.of(_graded(roll, category))
        if held.pool and pool_subject(held.pool) != own:
            raise PooledAlready(roll.year, category)
    quotas = [roll.office.of(category) for category in places]
    base, wanted = sum(each.base for each in quotas), sum(places.values())
    if min(places.values()) < 0:
        raise PlacesNegative(roll.year)
    floor = sum(each.base * each.percent for each in quotas) // 100
    if wanted > floor:
        raise PoolOverfull(roll.year, wanted, floor, base, max(each.percent for each in quotas))
    return {"places": dict(sorted(places.items())), "base": base, "floor": floor}


def pool_subject(categories: Iterable[str]) -> str:
    """How a pool is named."""
    return "+".join(sorted(categories))


def of_quarter(year: int, percent: int, file: str, digest: str) -> dict[str, object]:
    """The consent to more than 20 %."""
    if not LAW_PERCENT < percent <= APPROVED_PERCENT:
        raise ConsentPercentWrong(year, percent)
    return {"percent": percent, "file": file, "sha256": digest}


def decision(  # noqa: PLR0913, PLR0917 - what a recorded decision holds
    uow: UnitOfWork,
    year: int,
    kind: DecisionKind,
    subject: str,
    content: Mapping[str, object],
    paper: tuple[str, date],
    *,
    today: date,
    reason: str = "",
    meeting: int | None = None,
    item: str = "",
) -> Decision:
    """A decision that can be recorded: by a numbered paper of a day that came; where a meeting took it, voted.

    What a meeting took bears the number of its minutes, which is filled in where none is typed, and its day.
    """
    document, day = said(paper[0], "document"), paper[1]
    if not document and meeting is None:
        raise DecisionNumberMissing(year, kind)
    first = date(year, 1, 1)
    if not first <= day <= today:
        raise DecisionDayWrong(year, day, first, today)
    told = said(reason)
    if kind is DecisionKind.INCOMPLETE and not told:
        raise DecisionReasonMissing(year, kind)
    if meeting is not None and kind is not DecisionKind.TIE:
        where = item or _item_of(uow, year, meeting, ItemKind(str(kind)))
        people = (subject,) if kind is DecisionKind.INCOMPLETE else ()
        require_passed(uow, year, meeting, where, EVERYBODY_ELSE, people=people)
    if meeting is not None:
        document = _of_the_meeting(uow, year, meeting, document, day)
    return Decision(kind, subject, content, document, day, meeting, told or None)


def _of_the_meeting(uow: UnitOfWork, year: int, meeting: int, document: str, day: date) -> str:
    """The number of the minutes of a meeting that is closed; refused where number or day typed are not its own."""
    minutes, held = require_closed(uow, year, meeting), meeting_of(uow, year, meeting).held.called.date()
    if document and not same_number(document, minutes):
        raise PaperNotTheMinutes(year, meeting, document, minutes)
    if day != held:
        raise DayNotTheMeetings(year, meeting, day, held)
    return minutes


def _item_of(uow: UnitOfWork, year: int, meeting: int, kind: ItemKind) -> str:
    """The first item of that kind; the vote's own refusal names one that there is not."""
    agenda = meeting_of(uow, year, meeting).held.agenda
    return next((each.id for each in agenda if each.kind is kind), str(kind))


def _graded(roll: Roll, category: str) -> str:
    if roll.roll_of(category) is None:
        raise CategoryNotGraded(roll.year, category)
    return category
