"""Form 11 of a meeting: minutes (会议记录), vote slips (表决票) and the register of recusals (回避登记表)."""

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple, Protocol

from committee_desk.domain.committee import MeetingState
from committee_desk.domain.course import Stage
from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.journal import canonical
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.committee_rules import majority_of
from committee_desk.services.grading_roll import laid_down, roll_of
from committee_desk.services.grading_views import ListVersion
from committee_desk.services.journal_views import on_paper
from committee_desk.services.meeting_refusals import NoSuchItem
from committee_desk.services.meeting_rules import meeting_of
from committee_desk.services.meeting_state import MeetingNow
from committee_desk.services.meeting_views import MeetingView, QuestionView
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Head


class VotedList(NamedTuple):
    """Which version of the list proposed was voted on, and everybody's grade by that vote."""

    version: int
    fingerprint: str
    people: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """What the papers of a meeting are drawn from; `questions` are those for which slips are asked."""

    office: str
    demo: bool
    view: MeetingView
    majority: Fraction
    at: datetime
    by: str
    head: Head
    questions: tuple[QuestionView, ...] = ()
    voted: VotedList | None = None

    @property
    def final(self) -> bool:
        """Whether the minutes are closed and numbered."""
        return self.view.row.held.state is MeetingState.CLOSED

    def fingerprint(self) -> str:
        """SHA-256 of what the meeting says; what is wrong with the committee by now stands on no paper."""
        return sha256(canonical((replace(self.view, faults=()), self.voted)).encode()).hexdigest()


class MeetingDrawer(Protocol):
    """Puts form 11 on paper; UnprintableCharacters when no font holds one of its characters."""

    def minutes(self, paper: MeetingPaper) -> bytes:
        """会议记录 as PDF."""
        ...

    def slips(self, paper: MeetingPaper) -> bytes:
        """表决票 as PDF, one for each member who may vote on a question."""
        ...

    def register(self, paper: MeetingPaper) -> bytes:
        """回避登记表 as PDF."""
        ...


class MeetingPapers:
    """Draws the papers of a meeting as it stands; minutes that bear no number yet are marked 未定稿.

    What is handed out is journalled.
    """

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: MeetingDrawer, seat: Seat) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat

    @allowed(Right.SEE_GRADING)
    def preview_minutes(self, actor: Actor, year: int, number: int) -> bytes:
        """The very 会议记录 that `minutes` would give, without a trace in the journal."""
        return self._drawer.minutes(self._paper(actor, year, number))

    @allowed(Right.SEE_GRADING)
    def minutes(self, actor: Actor, year: int, number: int) -> bytes:
        """会议记录: who was there, what was voted, who left for what."""
        paper = self._paper(actor, year, number)
        return self._handed_out(actor, paper, "minutes", self._drawer.minutes(paper))

    @allowed(Right.HOLD_MEETING)
    def preview_slips(self, actor: Actor, year: int, number: int, item: str = "", subject: str | None = None) -> bytes:
        """The very 表决票 that `slips` would give, without a trace in the journal."""
        return self._drawer.slips(self._asked(actor, year, number, item, subject))

    @allowed(Right.HOLD_MEETING)
    def slips(self, actor: Actor, year: int, number: int, item: str = "", subject: str | None = None) -> bytes:
        """表决票 for every question, of one item, or one question: as many as may vote on it, all alike."""
        paper = self._asked(actor, year, number, item, subject)
        return self._handed_out(actor, paper, "slips", self._drawer.slips(paper))

    @allowed(Right.SEE_GRADING)
    def preview_register(self, actor: Actor, year: int, number: int) -> bytes:
        """The very 回避登记表 that `register` would give, without a trace in the journal."""
        return self._drawer.register(self._paper(actor, year, number))

    @allowed(Right.SEE_GRADING)
    def register(self, actor: Actor, year: int, number: int) -> bytes:
        """回避登记表: every recusal of the meeting, derived or declared, and what was decided."""
        paper = self._paper(actor, year, number)
        return self._handed_out(actor, paper, "register", self._drawer.register(paper))

    def _handed_out(self, actor: Actor, paper: MeetingPaper, name: str, drawn: bytes) -> bytes:
        held = paper.view.row.held
        what = {"year": held.year, "paper": name, "fingerprint": paper.fingerprint(), "head": on_paper(paper.head)}
        with self._open.writing() as uow:
            uow.journal.append(actor, "meeting.draw", str(held.number), what, dated=True)
            uow.commit()
        return drawn

    def _asked(self, actor: Actor, year: int, number: int, item: str, subject: str | None) -> MeetingPaper:
        """The meeting with the questions for which slips are asked."""
        paper = self._paper(actor, year, number)
        wanted = tuple(
            each
            for each in paper.view.questions
            if item in {"", each.question.item} and subject in {None, each.question.subject}
        )
        if not wanted:
            raise NoSuchItem(year, number, item)
        return replace(paper, questions=wanted)

    def _paper(self, actor: Actor, year: int, number: int) -> MeetingPaper:
        with self._open.reading() as uow:
            view = MeetingNow(uow, meeting_of(uow, year, number)).view()
            voted = _voted(uow, view)
            desk, head, majority = uow.office.identity(), uow.journal.head(), majority_of(uow)
        return MeetingPaper(desk.office, desk.demo, view, majority, self._clock(), actor.name, head, (), voted)


def _voted(uow: UnitOfWork, view: MeetingView) -> VotedList | None:
    """The list that the meeting voted on; None where it voted on none."""
    held = view.row.held
    versions = (each.vote.list_version for each in view.questions if each.vote is not None)
    version = next((each for each in versions if each is not None), None)
    lists = uow.grades.lists(held.year)
    proposed = next(
        (each for each in lists if (each.list.stage, each.list.version) == (ListStage.PROPOSED, version)), None
    )
    if version is None or proposed is None:
        return None
    people = _as_voted(uow, held.number, proposed, lists).people
    return VotedList(version, proposed.list.fingerprint, people)


def _as_voted(uow: UnitOfWork, number: int, proposed: ListVersion, lists: tuple[ListVersion, ...]) -> GradeList:
    """The grades of a vote: the approved list that rests on it; before there is one, what would be approved."""
    approved = [each for each in lists if each.list.stage is ListStage.APPROVED and each.meeting == number]
    if any(each.holds for each in approved):
        return next(each.list for each in approved if each.holds)
    year = proposed.list.year
    if proposed.holds and uow.course.stage(year) is Stage.PROPOSED:
        return laid_down(roll_of(uow, year), ListStage.APPROVED, proposed.list.version)
    return approved[-1].list if approved else proposed.list
