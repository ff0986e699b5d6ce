"""What holds of the committee and of its votes: used by its own acts, and by whatever rests on a vote."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from committee_desk.domain.committee import (
    EVERYBODY_ELSE,
    FEWEST,
    MOST,
    MeetingState,
    Member,
    MemberPost,
    Outcome,
    is_chief,
    needed,
)
from committee_desk.services.committee_views import (
    ChairNotChief,
    CommitteeFault,
    CommitteeSizeWrong,
    MemberRow,
    NoChair,
    SeveralChairs,
)
from committee_desk.services.meeting_refusals import (
    MeetingNotClosed,
    MeetingWithoutQuorum,
    NoSuchItem,
    NoSuchMeeting,
    VoteLost,
    VoteMissing,
)
from committee_desk.services.meeting_views import MeetingRow, Vote
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import MEETING_MAJORITY, MEETING_QUORUM, SETTINGS

EVER = date.max


def quorum_of(uow: UnitOfWork) -> Fraction:
    """Which share of all members must be there; 2/3 unless the office set another."""
    return _share(uow, MEETING_QUORUM)


def majority_of(uow: UnitOfWork) -> Fraction:
    """More than which share of all members must be for something; 1/2 unless the office set another."""
    return _share(uow, MEETING_MAJORITY)


def _share(uow: UnitOfWork, key: str) -> Fraction:
    return Fraction(uow.settings.all().get(key, SETTINGS[key].default))


# -- the committee -----------------------------------------------------------------------------------------------------


def sitting(rows: Iterable[MemberRow], day: date) -> tuple[MemberRow, ...]:
    """Whose term covers the day, the chair first."""
    return tuple(row for row in rows if row.member.covers(day))


def faults_of(uow: UnitOfWork, members: Sequence[Member], day: date) -> tuple[CommitteeFault, ...]:
    """What is wrong with these members as a committee on that day (检察官法 40)."""
    faults: list[CommitteeFault] = []
    if not FEWEST <= len(members) <= MOST:
        faults.append(CommitteeSizeWrong(day, len(members)))
    chairs = [each for each in members if each.post is MemberPost.CHAIR]
    if not chairs:
        faults.append(NoChair(day))
    elif len(chairs) > 1:
        faults.append(SeveralChairs(day, tuple(each.name for each in chairs)))
    else:
        faults.extend(_not_chief(uow, chairs[0], day))
    return tuple(faults)


def _not_chief(uow: UnitOfWork, chair: Member, day: date) -> Iterable[CommitteeFault]:
    """The roster says who the 检察长 is; a chair who is not on it is believed while it names no 检察长."""
    posts = {each.code: (each.name, each.post or "") for each in uow.people.stays_touching(day, day)}
    chiefs = {code: name for code, (name, post) in posts.items() if is_chief(post)}
    if chair.code in chiefs or (chair.code is None and not chiefs):
        return
    post = posts.get(chair.code or "", ("", ""))[1]
    yield ChairNotChief(day, chair.name, post, "、".join(chiefs.values()))


def require_committee(uow: UnitOfWork, day: date) -> tuple[Member, ...]:
    """The committee's members on that day; whatever is wrong with it is refused, the first fault named."""
    members = tuple(row.member for row in sitting(uow.members.all(), day))
    for fault in faults_of(uow, members, day):
        raise fault
    return members


# -- votes -------------------------------------------------------------------------------------------------------------


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
    """The vote that a decision rests on: passed, with a quorum.

    With a subject that question alone; without, every question of the item, and the answer is the first. `people`
    (codes) must all be among those voted on; with `list_version` that version of the list must be the one voted on.
    VoteMissing, VoteLost or MeetingWithoutQuorum where it does not hold. The meeting may still go on: an act that
    takes effect by the minutes asks `require_closed` too.
    """
    held = meeting_of(uow, year, meeting).held
    titles = {each.id: each.title for each in held.agenda}
    if item not in titles:
        raise NoSuchItem(year, meeting, item)
    votes = [each for each in uow.meetings.votes(year, meeting) if each.item == item]
    if subject != EVERYBODY_ELSE:
        votes = [each for each in votes if each.subject == subject]
    elif open_questions := _unanswered(uow, year, meeting, item, votes):
        raise VoteMissing(year, meeting, titles[item], open_questions)
    voted = {code for each in votes for code in each.people}
    missing = tuple(code for code in people if code not in voted)
    old = list_version is not None and any(each.list_version != list_version for each in votes)
    if not votes or missing or old:
        raise VoteMissing(year, meeting, titles[item], missing)
    for vote in votes:
        _require_held(uow, year, meeting, vote)
    return votes[0]


def _unanswered(uow: UnitOfWork, year: int, meeting: int, item: str, votes: Sequence[Vote]) -> tuple[str, ...]:
    """Those of the item's people whom no vote was about."""
    agenda = meeting_of(uow, year, meeting).held.agenda
    about: Mapping[str, tuple[str, ...]] = {each.id: each.about for each in agenda}
    voted = {code for each in votes for code in each.people}
    return tuple(code for code in about[item] if code not in voted)


def _require_held(uow: UnitOfWork, year: int, meeting: int, vote: Vote) -> None:
    least = needed(vote.members, quorum_of(uow))
    if vote.entitled < least:
        raise MeetingWithoutQuorum(year, meeting, vote.entitled, vote.members, least, vote.question)
    if vote.outcome is not Outcome.PASSED:
        raise VoteLost(year, meeting, vote.question, vote.count.ayes, vote.members)
