"""One meeting as its acts find it: who sits on the committee, who came, who leaves for whom, which votes still hold."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property

from committee_desk.domain.committee import (
    AgendaItem,
    ItemKind,
    MeetingState,
    Member,
    MemberPost,
    Origin,
    Presence,
    Question,
    Recusal,
    derived,
    needed,
    questions_of,
)
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.names import written
from committee_desk.domain.namesakes import told_apart
from committee_desk.domain.people import Stay
from committee_desk.domain.relationships import Kin
from committee_desk.services.committee_rules import faults_of, quorum_of, sitting
from committee_desk.services.committee_views import CommitteeFault
from committee_desk.services.meeting_views import (
    Attendance,
    MeetingRow,
    MeetingView,
    Named,
    QuestionView,
    RecusalRow,
    Vote,
)
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of


class MeetingNow:
    """A meeting read in one unit of work. While it is called or open everything is worked out anew from what is
    recorded of members and relationships; once closed it is what was recorded of it."""

    def __init__(self, uow: UnitOfWork, row: MeetingRow) -> None:
        self._uow, self.row, self.held = uow, row, row.held

    @property
    def day(self) -> date:
        """The day that it was called for."""
        return self.held.called.date()

    @property
    def is_over(self) -> bool:
        """Whether it is only read."""
        return self.held.state in {MeetingState.CLOSED, MeetingState.WITHDRAWN}

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Who sits on the committee that day."""
        return tuple(row.member for row in sitting(self._uow.members.all(), self.day))

    @cached_property
    def faults(self) -> tuple[CommitteeFault, ...]:
        """What is wrong with the committee; a meeting that is over is not judged anew."""
        return () if self.is_over else faults_of(self._uow, self.members, self.day)

    @cached_property
    def attendance(self) -> tuple[Attendance, ...]:
        """Every member and whether he came, as far as it is recorded."""
        recorded = self._uow.meetings.attendance(self.held.year, self.held.number)
        if self.is_over:
            return tuple(sorted(recorded, key=lambda each: list(MemberPost).index(each.post)))
        known = {each.key: each for each in recorded}
        return tuple(_came(each, known.get(each.key)) for each in self.members)

    @cached_property
    def present(self) -> tuple[str, ...]:
        """The keys of those who came."""
        return tuple(each.key for each in self.attendance if each.presence is Presence.PRESENT)

    @property
    def needed(self) -> int:
        """How many members must be there, and remain for a question."""
        return self.needed_of(len(self.attendance))

    def needed_of(self, members: int) -> int:
        """The same of so many members."""
        return needed(members, quorum_of(self._uow))

    def name(self, key: str) -> str:
        """A member's name; the key of who is none."""
        return next((each.name for each in self.attendance if each.key == key), key)

    def member(self, key: str) -> Member:
        """Who was a member under that key: somebody of the desk, or known by name alone."""
        name = self.name(key)
        return Member(name, MemberPost.MEMBER, self.day, code=None if key == written(name) else key)

    # -- agenda and recusals -------------------------------------------------------------------------------------------

    @cached_property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """The agenda; an item on the list of grades that names nobody is about everybody on the list proposed."""
        if self.is_over or self._listed is None:
            return self.held.agenda
        codes = self._listed[1]
        return tuple(
            each._replace(about=codes) if each.kind is ItemKind.GRADES and not each.about else each
            for each in self.held.agenda
        )

    @cached_property
    def _listed(self) -> tuple[int, tuple[str, ...]] | None:
        return self._uow.meetings.proposed(self.held.year)

    @cached_property
    def laid(self) -> tuple[int, datetime] | None:
        """The version of the list proposed, and when it was laid down."""
        return laid_of(self._uow, self.held.year)

    def list_version(self, item: AgendaItem) -> int | None:
        """Which version of the list an item on it is about."""
        return self._listed[0] if item.kind is ItemKind.GRADES and self._listed else None

    @cached_property
    def kin(self) -> Kin:
        """Who is a relative of whom."""
        return kin_of(self._uow)

    @cached_property
    def stays(self) -> Mapping[str, Stay]:
        """The people of the desk by code, each with the stay of the meeting's day or the latest before."""
        first = date(self.held.year, 1, 1)
        return {each.code: each for each in self._uow.people.stays_touching(first, max(self.day, first))}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the people of the desk by code."""
        return {code: (stay.name,) for code, stay in self.stays.items()}

    @cached_property
    def recusals(self) -> tuple[Recusal, ...]:
        """Who leaves for whom: what the desk derives first, then what was declared."""
        recorded = self._uow.meetings.recusals(self.held.year, self.held.number)
        if self.is_over:
            return recorded
        found = [each for item in self.agenda for each in derived(item, self.members, self.kin, self.names)]
        known = {(each.item, each.member, each.about) for each in found}
        for each in (copy for one in recorded if one.origin is Origin.DECLARED for copy in self._wherever(one)):
            if (key := (each.item, each.member, each.about)) not in known:
                known.add(key)
                found.append(each)
        return tuple(found)

    def _wherever(self, declared: Recusal) -> list[Recusal]:
        """A stake in a person holds for every item that is about him, one in an item for that item."""
        if not declared.about:
            return [declared] if any(each.id == declared.item for each in self.agenda) else []
        return [declared._replace(item=each.id) for each in self.agenda if declared.about in each.about]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the agenda, in its order."""
        return tuple(each for item in self.agenda for each in questions_of(item, self.recusals))

    def entitled(self, question: Question) -> tuple[str, ...]:
        """Who may vote on a question: came, and need not leave."""
        return tuple(key for key in self.present if key not in question.leaving)

    def presiding(self, question: Question) -> str | None:
        """Who presides without being named: who does over the meeting, else a deputy who may; None: name somebody."""
        able = self.entitled(question)
        deputies = [each.key for each in self.attendance if each.post is MemberPost.DEPUTY]
        return next((key for key in (self.held.presiding, *deputies) if key in able), None)

    @cached_property
    def called(self) -> Mapping[str, str]:
        """How everybody is called whom the meeting is about or who sits in it: namesakes with the code, in whichever
        question they stand."""
        about = {code for item in self.agenda for code in item.about} | {each.about for each in self.recusals}
        people = {code: stay.name for code in sorted(about) if (stay := self.stays.get(code)) is not None}
        return told_apart((people | {each.key: each.name for each in self.attendance}).items())

    # -- votes ---------------------------------------------------------------------------------------------------------

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """The votes on record."""
        return self._uow.meetings.votes(self.held.year, self.held.number)

    def vote_on(self, question: Question) -> Vote | None:
        """The vote that settles a question: on these very people, by members who came and need not leave, on the list
        that stands."""
        of = (each for each in self.votes if (each.item, each.subject) == (question.item, question.subject))
        vote = next(of, None)
        return vote if vote is not None and (self.is_over or self._answers(vote, question)) else None

    def _answers(self, vote: Vote, question: Question) -> bool:
        item = next(each for each in self.agenda if each.id == question.item)
        same = set(vote.people) == set(question.people) and vote.list_version == self.list_version(item)
        return same and set(vote.voters) <= set(self.entitled(question))

    def void(self) -> tuple[Vote, ...]:
        """The votes on record that settle no question any more: somebody must leave who did not, or was not there, or
        the list moved on."""
        held = {(each.item, each.subject) for each in self.questions if self.vote_on(each) is not None}
        return tuple(each for each in self.votes if (each.item, each.subject) not in held)

    # -- as it is shown ------------------------------------------------------------------------------------------------

    def view(self) -> MeetingView:
        """Everything that the page shows."""
        return MeetingView(
            row=self.row,
            attendance=self.attendance,
            recusals=tuple(
                RecusalRow(each, self.called.get(each.member, each.member), self.person(each.about).name)
                for each in self.recusals
            ),
            questions=tuple(map(self._shown, self.questions)),
            needed=self.needed,
            faults=self.faults,
        )

    def _shown(self, question: Question) -> QuestionView:
        item = next(each for each in self.agenda if each.id == question.item)
        vote = self.vote_on(question)
        return QuestionView(
            question=question,
            item=item,
            people=tuple(map(self.person, question.people)),
            leaving=tuple(self.called.get(key, key) for key in sorted(question.leaving)),
            entitled=len(self.entitled(question)) if vote is None else vote.entitled,
            needed=self.needed,
            presiding=self.presiding(question),
            vote=vote,
        )

    def person(self, code: str) -> Named:
        """A person whom something is about, told apart from namesakes; nobody for an empty code."""
        stay = self.stays.get(code)
        return Named(code, self.called.get(code, stay.name), stay.department) if stay else Named(code, code)

    def people(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Their names."""
        return tuple(self.person(code).name for code in codes)


def laid_of(uow: UnitOfWork, year: int, version: int | None = None) -> tuple[int, datetime] | None:
    """That version of the list proposed, or the one that holds, and the minute in which it was laid down."""
    for each in uow.grades.lists(year):
        wanted = each.holds if version is None else each.list.version == version
        if wanted and each.list.stage is ListStage.PROPOSED:
            return each.list.version, each.at.replace(second=0, microsecond=0)
    return None


def _came(member: Member, recorded: Attendance | None) -> Attendance:
    if recorded is None:
        return Attendance(member.key, member.name, member.post, None)
    return Attendance(member.key, member.name, member.post, recorded.presence, recorded.note)
