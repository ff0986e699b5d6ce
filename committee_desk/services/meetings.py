"""Meetings of the committee: called with an agenda, opened with a quorum, voted at, closed with numbered minutes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from committee_desk.domain.committee import MeetingState
from committee_desk.domain.names import same_number
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.grading_recusals import require_hand_apart
from committee_desk.services.marks import require_year
from committee_desk.services.meeting_agenda import as_called, require_voted_kept
from committee_desk.services.meeting_in_hand import (
    in_hand,
    naming,
    presiding_over,
    require_quorum,
    row_of,
    settle,
    usable,
)
from committee_desk.services.meeting_names import a_member
from committee_desk.services.meeting_projection import Projection
from committee_desk.services.meeting_recusals import declared_by, is_same_stake, lifted
from committee_desk.services.meeting_refusals import (
    ItemVoted,
    MeetingNamed,
    MeetingTooEarly,
    MemberNotPresent,
    MinutesNumberMissing,
    MinutesNumberTaken,
    RecorderMissing,
    ReopeningReasonMissing,
)
from committee_desk.services.meeting_state import MeetingNow
from committee_desk.services.meeting_views import (
    Called,
    Came,
    Counted,
    Declared,
    HeldMeeting,
    MeetingRow,
    MeetingView,
    QuestionView,
    Vote,
)
from committee_desk.services.meeting_vote_refusals import VoteInUse, VoteReasonMissing
from committee_desk.services.meeting_votes import counted_in, vote_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing

RUNNING = (MeetingState.CALLED, MeetingState.OPEN)
REOPEN = "meeting.reopen"


class MeetingsDesk:
    """Calls, holds and closes meetings. Verbs that change a meeting take `seen`, the entry of the row that was seen:
    MeetingChanged where another secretary wrote into it meanwhile."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, witnessing: Callable[[], "Witnessing"]
    ) -> None:
        self._open, self._clock, self._seat, self._witnessing = open_work, clock, seat, witnessing

    # -- reading -------------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_GRADING)
    def rows(self, year: int) -> tuple[MeetingRow, ...]:
        """The meetings of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return uow.meetings.of_year(year)

    @allowed(Right.SEE_GRADING)
    def view(self, year: int, number: int) -> MeetingView:
        """One meeting with everything that belongs to it."""
        with self._open.reading() as uow:
            return MeetingNow(uow, row_of(uow, year, number)).view()

    @allowed(Right.SEE_GRADING)
    def questions(self, year: int, number: int, item: str) -> tuple[QuestionView, ...]:
        """The questions in which an item is voted: who is asked about, who leaves, how many may vote."""
        return self.view(year, number).questions_of(item)

    @allowed(Right.SEE_GRADING)
    def projection(self, year: int, number: int) -> Projection:
        """What the projector shows of it: nothing that members must not see of each other."""
        return Projection.of(self.view(year, number))

    # -- calling -------------------------------------------------------------------------------------------------------

    @allowed(Right.HOLD_MEETING)
    def call(self, actor: Actor, year: int, wanted: Called) -> Change:
        """Call a meeting, which gets the year's next number. The committee must be one that the law knows."""
        with self._open.writing() as uow:
            require_year(uow, year)
            told = as_called(uow, year, wanted, self._clock().date())
            number = uow.meetings.next_number(year)
            held = HeldMeeting(year, number, told.at, told.place, MeetingState.CALLED, told.agenda)
            entry = uow.journal.append(actor, "meeting.call", str(number), {"year": year, **told._asdict()})
            uow.meetings.put(entry, held)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.HOLD_MEETING)
    def amend(self, actor: Actor, year: int, number: int, wanted: Called, seen: int) -> Change:
        """Another time, place or agenda. While the meeting is open its time stands, and so does what was voted on."""
        with self._open.writing() as uow:
            now = in_hand(uow, year, number, seen, *RUNNING)
            told = as_called(uow, year, wanted, self._clock().date(), number)
            if now.held.state is MeetingState.OPEN:
                told = told._replace(at=now.held.called)
                require_voted_kept(now, told)
            before = Called(now.held.called, now.held.place, now.held.agenda)
            what = {"year": year, "before": before._asdict(), "after": told._asdict()}
            entry = uow.journal.append(actor, "meeting.amend", str(number), what)
            amended = now.held._replace(called=told.at, place=told.place, agenda=told.agenda)
            uow.meetings.put(entry, amended)
            settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.HOLD_MEETING)
    def withdraw(self, actor: Actor, year: int, number: int, why: str, seen: int) -> Change:
        """Call a meeting off on which nothing was voted; its number is not given again."""
        if not (why := said(why)):
            raise ReopeningReasonMissing(year, number)
        with self._open.writing() as uow:
            now = in_hand(uow, year, number, seen, *RUNNING)
            if now.votes:
                raise ItemVoted(year, number, now.votes[0].question)
            if named := naming(uow, now):
                raise MeetingNamed(year, number, named)
            entry = uow.journal.append(actor, "meeting.withdraw", str(number), {"year": year}, why=why)
            uow.meetings.put(entry, now.held._replace(state=MeetingState.WITHDRAWN))
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    # -- who is there, who leaves --------------------------------------------------------------------------------------

    @allowed(Right.HOLD_MEETING)
    def presence(self, actor: Actor, year: int, number: int, came: Mapping[str, Came], seen: int) -> Change:
        """Record who came, by key or by name as typed; members left out stay as they are.

        Votes of members who turn out not to have been there hold no longer.
        """
        with self._open.writing() as uow:
            now = self._usable(uow, year, number, seen, *RUNNING)
            told = {a_member(now, typed): each._replace(note=said(each.note, "note")) for typed, each in came.items()}
            before = {each.key: each for each in now.attendance}
            rows = {key: before[key]._replace(presence=each.presence, note=each.note) for key, each in told.items()}
            what = {"year": year, "presence": {each.name: each.presence for each in rows.values()}}
            entry = uow.journal.append(actor, "meeting.presence", str(number), what)
            uow.meetings.put_attendance(entry, year, number, (before | rows).values())
            if now.held.state is MeetingState.OPEN:
                settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.HOLD_MEETING)
    def declare(self, actor: Actor, year: int, number: int, wanted: Declared, seen: int) -> Change:
        """Record a stake that was declared, and what was decided on it. Votes by who must leave hold no longer."""
        with self._open.writing() as uow:
            now = self._usable(uow, year, number, seen, *RUNNING)
            told = declared_by(now, wanted)
            what = {"year": year, **told._asdict()}
            entry = uow.journal.append(actor, "meeting.declare", str(number), what)
            uow.meetings.put_recusals(entry, year, number, (*uow.meetings.recusals(year, number), told))
            settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.HOLD_MEETING)
    def lift(  # noqa: PLR0913, PLR0917 - a recusal is named by these
        self, actor: Actor, year: int, number: int, item: str, member: str, about: str, why: str, seen: int
    ) -> Change:
        """Lift what was declared; what rests on the law alone is lifted by nobody."""
        if not (why := said(why)):
            raise ReopeningReasonMissing(year, number)
        with self._open.writing() as uow:
            now = self._usable(uow, year, number, seen, *RUNNING)
            gone = lifted(now, item, a_member(now, member), about)
            what = {"year": year, **gone._asdict()}
            entry = uow.journal.append(actor, "meeting.lift", str(number), what, why=why)
            kept = (each for each in uow.meetings.recusals(year, number) if not is_same_stake(each, gone))
            uow.meetings.put_recusals(entry, year, number, kept)
            settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    # -- holding -------------------------------------------------------------------------------------------------------

    @allowed(Right.HOLD_MEETING)
    def open(self, actor: Actor, year: int, number: int, recorder: str, seen: int, presiding: str = "") -> Change:  # noqa: PLR0913, PLR0917
        """Open a meeting: of every member it is recorded whether he came, and enough did.

        Who presides is the chair, in his absence a deputy; whoever else does is named.
        """
        with self._open.writing() as uow:
            now = self._usable(uow, year, number, seen, MeetingState.CALLED)
            if self._clock().date() < now.day:
                raise MeetingTooEarly(year, number, now.held.called)
            require_quorum(now)
            chosen = presiding_over(now, presiding)
            if not (writer := said(recorder, "member_name")):
                raise RecorderMissing(year, number)
            what = {"year": year, "presiding": now.name(chosen), "recorder": writer, "present": now.present}
            entry = uow.journal.append(actor, "meeting.open", str(number), what, dated=True)
            opened = now.held._replace(state=MeetingState.OPEN, presiding=chosen, recorder=writer)
            uow.meetings.put(entry, opened)
            settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.HOLD_MEETING)
    def vote(  # noqa: PLR0913, PLR0917 - a question is named by these
        self,
        actor: Actor,
        year: int,
        number: int,
        item: str,
        subject: str,
        counted: Counted,
        seen: int,
        why: str = "",
    ) -> Change:
        """Record a vote on one question; where one stands already, another version of it, with the reason."""
        with self._open.writing() as uow:
            now = self._usable(uow, year, number, seen, MeetingState.OPEN)
            question = counted_in(now, item, subject)
            require_hand_apart(uow, year, actor, question.people)
            vote = vote_of(uow, now, question, counted, self._clock())
            before = now.vote_on(question)
            reason = self._reason(uow, now, before, why)
            what = {"year": year, "vote": vote, **({"replaces": before.entry} if before else {})}
            verb = "meeting.correct_vote" if before else "meeting.vote"
            entry = uow.journal.append(actor, verb, str(number), what, why=reason, dated=True)
            uow.meetings.put_vote(entry, year, number, vote)
            settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @staticmethod
    def _reason(uow: UnitOfWork, now: MeetingNow, before: Vote | None, why: str) -> str | None:
        """Why a vote that stands is to be another; nothing is asked of a first one."""
        if before is None:
            return None
        year, number = now.held.year, now.held.number
        if not (reason := said(why)):
            raise VoteReasonMissing(year, number)
        if resting := uow.meetings.resting(year, number, before.item):
            raise VoteInUse(year, number, resting)
        return reason

    @allowed(Right.HOLD_MEETING)
    def close(self, actor: Actor, year: int, number: int, document: str, minutes: str, seen: int) -> Change:  # noqa: PLR0913, PLR0917
        """Close a meeting with the number of its minutes: from here on it is only read."""
        text = said(minutes, "minutes")
        if not (paper := said(document, "document")):
            raise MinutesNumberMissing(year, number)
        with self._open.writing() as uow:
            now = self._usable(uow, year, number, seen, MeetingState.OPEN)
            require_quorum(now)
            if now.held.presiding not in now.present:
                raise MemberNotPresent(now.name(now.held.presiding))
            self._require_own_number(uow, year, number, paper)
            what = {"year": year, "document": paper, "minutes": text, "votes": len(now.votes) - len(now.void())}
            entry = uow.journal.append(actor, "meeting.close", str(number), what, dated=True)
            closed = now.held._replace(state=MeetingState.CLOSED, document=paper, minutes=text, agenda=now.agenda)
            settle(uow, entry, year, number)
            uow.meetings.put_attendance(entry, year, number, now.attendance)
            uow.meetings.put(entry, closed)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @staticmethod
    def _require_own_number(uow: UnitOfWork, year: int, number: int, paper: str) -> None:
        """Two meetings do not bear one number, whatever brackets or digits it is typed with."""
        for each in uow.office.years():
            for row in uow.meetings.of_year(each):
                if (each, row.held.number) != (year, number) and same_number(row.held.document or "", paper):
                    raise MinutesNumberTaken(year, number, paper, row.held.number, each)

    @allowed(Right.GO_BACK)
    def reopen(  # noqa: PLR0913, PLR0917 - who, which, why, and the second person
        self, actor: Actor, year: int, number: int, why: str, seen: int, second: "Second | None" = None
    ) -> Change:
        """Open a closed meeting again, with a reason; not one that a decision or a list of grades rests on."""
        if not (why := said(why)):
            raise ReopeningReasonMissing(year, number)
        with self._open.reading() as uow:
            _reopenable(uow, year, number, seen)
        authority = self._witnessing().confirm_in_strict(second, REOPEN)
        with self._open.writing() as uow:
            now = _reopenable(uow, year, number, seen)
            what = {"year": year, "document": now.held.document}
            entry = uow.journal.append(actor, REOPEN, str(number), what, why=why, authority=authority, dated=True)
            uow.meetings.put(entry, now.held._replace(state=MeetingState.OPEN))
            settle(uow, entry, year, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    def _usable(self, uow: UnitOfWork, year: int, number: int, seen: int, *wanted: MeetingState) -> MeetingNow:
        return usable(uow, self._clock().date(), year, number, seen, *wanted)


def _reopenable(uow: UnitOfWork, year: int, number: int, seen: int) -> MeetingNow:
    now = in_hand(uow, year, number, seen, MeetingState.CLOSED)
    if resting := uow.meetings.resting(year, number):
        raise VoteInUse(year, number, resting)
    return now
