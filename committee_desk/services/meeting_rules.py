"""What a decision of the committee rests on: a vote that was taken, passed, with a quorum, by nobody who must leave."""

from collections.abc import Iterable

from committee_desk.domain.committee import (
    EVERYBODY_ELSE,
    MeetingState,
    Outcome,
    Question,
    is_of,
    kinship_with,
)
from committee_desk.services.committee_rules import faults_of, quorum_of, require_committee, sitting
from committee_desk.services.meeting_refusals import (
    MeetingBeforeItsMatter,
    MeetingNotClosed,
    MeetingWithoutQuorum,
    NoSuchItem,
    NoSuchMeeting,
)
from committee_desk.services.meeting_state import MeetingNow, laid_of
from committee_desk.services.meeting_views import MeetingRow, Vote
from committee_desk.services.meeting_vote_refusals import RecusedVoted, VoteLost, VoteMissing
from committee_desk.services.ports import UnitOfWork

__all__ = ["faults_of", "meeting_of", "quorum_of", "require_closed", "require_committee", "require_passed", "sitting"]


def meeting_of(uow: UnitOfWork, year: int, number: int) -> MeetingRow:
    """The meeting; NoSuchMeeting where the year has none of that number, or it was called off."""
    row = uow.meetings.one(year, number)
    if row is None or row.held.state is MeetingState.WITHDRAWN:
        raise NoSuchMeeting(year, number)
    return row


def require_closed(uow: UnitOfWork, year: int, meeting: int) -> str:
    """The number of the meeting's minutes; MeetingNotClosed while it goes on or has not begun."""
    held = meeting_of(uow, year, meeting).held
    if held.state is not MeetingState.CLOSED:
        raise MeetingNotClosed(year, meeting)
    return held.document


def require_passed(  # noqa: PLR0913 - what a decision rests on
    uow: UnitOfWork,
    year: int,
    meeting: int,
    item: str,
    subject: str = EVERYBODY_ELSE,
    *,
    people: Iterable[str] = (),
    list_version: int | None = None,
) -> Vote:
    """The vote that a decision rests on: passed, with a quorum, by nobody who must leave.

    With a subject that question alone; without, every question of the item, and the answer is the first. `people`
    (codes) must all be among those voted on; with `list_version` that version of the list must be the one voted on.
    VoteMissing, VoteLost, MeetingWithoutQuorum or RecusedVoted where it does not hold; CommitteeFault where, as its
    terms are written down now, the committee was none on the meeting's day (检察官法 40). The meeting may still go on:
    an act that takes effect by the minutes asks `require_closed` too.
    """
    now = MeetingNow(uow, meeting_of(uow, year, meeting))
    title = next((each.title for each in now.agenda if each.id == item), None)
    if title is None:
        raise NoSuchItem(year, meeting, item)
    asked = [each for each in now.questions if each.item == item and subject in {EVERYBODY_ELSE, each.subject}]
    votes = [vote for each in asked if (vote := now.vote_on(each)) is not None]
    voted = {code for vote in votes for code in vote.people}
    unanswered = {code for each in asked if now.vote_on(each) is None for code in each.people}
    missing = tuple(dict.fromkeys(code for code in (*people, *_in_order(asked)) if code in unanswered - voted))
    missing += tuple(code for code in people if code not in voted and code not in missing)
    old = list_version is not None and any(vote.list_version != list_version for vote in votes)
    if missing or old or len(votes) < len(asked) or not votes:
        raise VoteMissing(year, meeting, title, () if old else now.people(missing))
    laid = laid_of(uow, year, list_version) if list_version is not None else None
    if laid is not None and now.held.called < laid[1]:
        raise MeetingBeforeItsMatter(year, meeting, now.held.called, laid[1], laid[0])
    for vote in votes:
        _require_held(now, vote)
    require_committee(uow, now.day)
    return votes[0]


def _in_order(questions: Iterable[Question]) -> tuple[str, ...]:
    return tuple(code for each in questions for code in each.people)


def _require_held(now: MeetingNow, vote: Vote) -> None:
    year, number = now.held.year, now.held.number
    least, there = now.needed_of(vote.members), len(set(vote.voters) & set(now.present))
    if min(vote.entitled, len(now.present)) < least or there < len(vote.voters):
        remaining = min(vote.entitled, len(now.present), there)
        raise MeetingWithoutQuorum(year, number, remaining, vote.members, least, vote.question)
    if vote.outcome is not Outcome.PASSED:
        raise VoteLost(year, number, vote.question, vote.count.ayes, vote.members)
    for member in map(now.member, vote.voters):
        for code in vote.people:
            if is_of(member, code, now.names) or kinship_with(member, code, now.kin, now.names) is not None:
                raise RecusedVoted(year, number, member.name, now.person(code).name, vote.question)
