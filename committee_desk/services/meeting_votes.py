"""A vote as it is taken down: a quorum remains, nobody who must leave took part, the count is possible."""

from datetime import datetime

from committee_desk.domain.committee import AgendaItem, Count, ItemKind, Question, outcome_of
from committee_desk.services.committee_rules import majority_of
from committee_desk.services.meeting_names import (
    PRESIDING,
    RECORDER,
    VOTER,
    able,
    meant,
    refuse_dressed,
    refuse_recused,
)
from committee_desk.services.meeting_refusals import (
    MeetingBeforeItsMatter,
    MeetingWithoutQuorum,
    NobodyPresides,
    NoSuchItem,
    RecorderMissing,
)
from committee_desk.services.meeting_state import MeetingNow
from committee_desk.services.meeting_views import Counted, Vote
from committee_desk.services.meeting_vote_refusals import VotesImpossible
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_examiners import require_fit_to_vote


def counted_in(now: MeetingNow, item: str, subject: str) -> Question:
    """The question that was voted on; NoSuchItem where the agenda has no such question as it stands now."""
    for each in now.questions:
        if (each.item, each.subject) == (item, subject):
            return each
    raise NoSuchItem(now.held.year, now.held.number, item)


def vote_of(uow: UnitOfWork, now: MeetingNow, question: Question, counted: Counted, taken: datetime) -> Vote:
    """The vote with its outcome. Everybody who is named must be able to take part in this question."""
    item = next(each for each in now.agenda if each.id == question.item)
    _require_list_before(now, item)
    if item.kind is ItemKind.REVIEW:
        require_fit_to_vote(uow, now.held.year, item.title)
    members, entitled = len(now.attendance), now.entitled(question)
    if len(entitled) < now.needed:
        leaving = tuple(now.name(key) for key in sorted(question.leaving.intersection(now.present)))
        few = (len(entitled), members, now.needed)
        raise MeetingWithoutQuorum(now.held.year, now.held.number, *few, item.title, leaving)
    presiding = _presiding(now, question, counted.presiding, item.title)
    recorder = _recorder(now, question, counted.recorder)
    voters = _voters(now, question, counted.voters) or entitled
    _require_possible(now, counted.count, len(voters), item.title)
    return Vote(
        item=question.item,
        subject=question.subject,
        question=item.title,
        people=question.people,
        voters=tuple(voters),
        recused=tuple(sorted(question.leaving)),
        members=members,
        entitled=len(entitled),
        count=Count(*counted.count),
        outcome=outcome_of(counted.count, members, majority_of(uow)),
        presiding=now.name(presiding),
        recorder=recorder,
        taken=taken,
        list_version=now.list_version(item),
    )


def _require_list_before(now: MeetingNow, item: AgendaItem) -> None:
    """Nobody votes on a list that was laid down after the meeting."""
    if item.kind is ItemKind.GRADES and now.laid is not None and now.held.called < now.laid[1]:
        raise MeetingBeforeItsMatter(now.held.year, now.held.number, now.held.called, now.laid[1], now.laid[0])


def _presiding(now: MeetingNow, question: Question, typed: str, title: str) -> str:
    if typed.strip():
        return able(now, typed, question, PRESIDING)
    chosen = now.presiding(question)
    if chosen is None:
        raise NobodyPresides(now.held.year, now.held.number, now.name(now.held.presiding), title)
    return chosen


def _recorder(now: MeetingNow, question: Question, typed: str) -> str:
    """Who wrote the vote down: whoever does at this meeting, or another; nobody whom the question is about."""
    who, *others = meant(now, typed if typed.strip() else now.held.recorder)
    if not who.name:
        raise RecorderMissing(now.held.year, now.held.number)
    for each in (*others, who):
        refuse_recused(now, each, question, RECORDER)
    if not who.key and not who.code:
        refuse_dressed(now, who.name, question, RECORDER)
    return who.name


def _voters(now: MeetingNow, question: Question, typed: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of those who were typed as voters, each once."""
    return tuple(dict.fromkeys(able(now, each, question, VOTER) for each in typed if each.strip()))


def _require_possible(now: MeetingNow, count: Count, entitled: int, title: str) -> None:
    whole = all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in count)
    if not whole or count.given > entitled or not count.given:
        given = count.given if whole else -1
        raise VotesImpossible(now.held.year, now.held.number, given, entitled, title)
