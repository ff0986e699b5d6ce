"""What holds of the committee: how many sit on it, who chairs it, how many must be there."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from committee_desk.domain.committee import (
    FEWEST,
    MOST,
    Member,
    MemberPost,
    is_chief,
)
from committee_desk.services.committee_views import (
    ChairNotChief,
    CommitteeFault,
    CommitteeSizeWrong,
    MemberRow,
    NoChair,
    SeveralChairs,
)
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import MEETING_MAJORITY, MEETING_QUORUM, SETTINGS


def quorum_of(uow: UnitOfWork) -> Fraction:
    """Which share of all members must be there; 2/3 unless the office set another."""
    return _share(uow, MEETING_QUORUM)


def majority_of(uow: UnitOfWork) -> Fraction:
    """More than which share of all members must be for something; 1/2 unless the office set another."""
    return _share(uow, MEETING_MAJORITY)


def _share(uow: UnitOfWork, key: str) -> Fraction:
    return Fraction(uow.settings.all().get(key, SETTINGS[key].default))


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
