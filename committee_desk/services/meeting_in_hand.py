"""A meeting as an act takes it in hand, as it was seen and on its day; and what follows for recusals and votes."""

from datetime import date

from committee_desk.domain.committee import MeetingState, MemberPost, Presence
from committee_desk.domain.said import said
from committee_desk.services.committee_rules import require_committee
from committee_desk.services.meeting_names import a_member
from committee_desk.services.meeting_refusals import (
    MeetingChanged,
    MeetingStateWrong,
    MeetingWithoutQuorum,
    MemberNotPresent,
    NobodyPresides,
    NoSuchMeeting,
    PresenceMissing,
)
from committee_desk.services.meeting_state import MeetingNow
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.services.ports import UnitOfWork


def row_of(uow: UnitOfWork, year: int, number: int) -> MeetingRow:
    """The meeting as it is recorded; NoSuchMeeting where the year has none of that number."""
    row = uow.meetings.one(year, number)
    if row is None:
        raise NoSuchMeeting(year, number)
    return row


def in_hand(uow: UnitOfWork, year: int, number: int, seen: int, *wanted: MeetingState) -> MeetingNow:
    """The meeting as it stands; refused where it is in no wanted state, or was written into since it was seen."""
    row = row_of(uow, year, number)
    if row.held.state not in wanted:
        raise MeetingStateWrong(year, number, row.held.state, wanted[0])
    if row.entry != seen:
        raise MeetingChanged(year, number, row.actor, row.at)
    return MeetingNow(uow, row)


def usable(uow: UnitOfWork, today: date, year: int, number: int, seen: int, *wanted: MeetingState) -> MeetingNow:
    """The same, of a committee that the law knows, on the meeting's day and today; its first fault is refused."""
    now = in_hand(uow, year, number, seen, *wanted)
    for fault in now.faults:
        raise fault
    require_committee(uow, max(now.day, today))
    return now


def require_quorum(now: MeetingNow) -> None:
    """Of every member it must be recorded whether he came, and enough must have come."""
    year, number = now.held.year, now.held.number
    if missing := tuple(each.name for each in now.attendance if each.presence is None):
        raise PresenceMissing(year, number, missing)
    if len(now.present) < now.needed:
        raise MeetingWithoutQuorum(year, number, len(now.present), len(now.attendance), now.needed)


def presiding_over(now: MeetingNow, typed: str) -> str:
    """Who presides: whoever is named, else the chair, in his absence a deputy."""
    if said(typed, "member_name"):
        key = a_member(now, typed)
        if key not in now.present:
            raise MemberNotPresent(now.name(key))
        return key
    heads = (
        each for each in now.attendance if each.post is not MemberPost.MEMBER and each.presence is Presence.PRESENT
    )
    chosen = next(heads, None)
    if chosen is None:
        chair = next((each.name for each in now.attendance if each.post is MemberPost.CHAIR), "")
        raise NobodyPresides(now.held.year, now.held.number, chair, "")
    return chosen.key


def settle(uow: UnitOfWork, entry: int, year: int, number: int) -> None:
    """Write down who leaves for whom as it stands now, and end votes that settle no question any more."""
    now = MeetingNow(uow, row_of(uow, year, number))
    uow.meetings.put_recusals(entry, year, number, now.recusals)
    uow.meetings.end_votes(entry, year, number, [(each.item, each.subject) for each in now.void()])


def naming(uow: UnitOfWork, now: MeetingNow) -> tuple[str, ...]:
    """Whose departures and decisions name the meeting, by name; a decision on a category by the category's."""
    year, number = now.held.year, now.held.number
    of = [each.code for each in uow.grades.choices(year) if each.meeting == number]
    of += [each.subject for each in uow.grades.decisions(year) if each.meeting == number]
    return now.people(dict.fromkeys(of))
