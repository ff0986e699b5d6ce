"""复核 and 申诉 after the notice (检察官法 44; 公务员法 95–97): taken down in time or late, and what becomes of each.

A late one is kept and cannot be accepted. Neither stops what was decided. A ground used or withdrawn during the window
bars nobody from 复核: nothing here asks what was objected to before.
"""

from collections.abc import Callable
from datetime import date, datetime

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.publication import CHINA
from committee_desk.domain.remedies import (
    ApplicationMove,
    ApplicationState,
    Remedy,
    decide_by,
    require_origin,
)
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.application_refusals import (
    AcceptanceDayOutside,
    AnswerDayOutside,
    AnsweredByTheDecision,
    ApplicationChanged,
    ApplicationIncomplete,
    ApplicationInTime,
    ApplicationLate,
    NoResultKnown,
    NotExtensible,
)
from committee_desk.services.application_rows import card_of, extensible, rows_of
from committee_desk.services.application_rules import (
    ACCEPTED,
    accepted_on,
    applicants_of,
    application_of,
    clock_of,
    fitted,
    organ_of,
    routed,
)
from committee_desk.services.application_taking import journalled, laid_down, offered
from committee_desk.services.application_views import (
    ApplicationCard,
    ApplicationCounter,
    ApplicationRow,
    Applied,
    Applying,
    Clock,
    HeldApplication,
    Offered,
)
from committee_desk.services.changes import Change, Topic
from committee_desk.services.marks import require_year
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.objection_rules import people_of, to_the_minute
from committee_desk.services.on_paper import MissingGlyphs, on_paper
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import Clock as Now
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_answers import ended_with
from committee_desk.services.seat import Seat, allowed


class ApplicationsDesk:
    """Takes applications, lists them, and keeps what becomes of each."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Now, seat: Seat, missing: MissingGlyphs) -> None:
        self._open, self._clock, self._seat, self._missing = open_work, clock, seat, missing

    @allowed(Right.SEE_OBJECTIONS)
    def rows(self, year: int) -> tuple[ApplicationRow, ...]:
        """The applications of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return rows_of(uow, year, self._clock().date())

    @allowed(Right.SEE_OBJECTIONS)
    def card(self, year: int, number: int) -> ApplicationCard:
        """One application with its steps and what can be done now."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return card_of(uow, application_of(uow, year, number), self._clock().date())

    @allowed(Right.SEE_OBJECTIONS)
    def knowing(self, year: int) -> int:
        """How many people know their result, so that the days of their remedies run or ran."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return len({each.code for each in uow.results.deliveries(year)})

    @allowed(Right.TAKE_OBJECTIONS)
    def counter(self, year: int) -> ApplicationCounter:
        """What stands ready when somebody brings an application."""
        with self._open.reading() as uow:
            require_year(uow, year)
            taken = uow.applications.of_year(year)
            people, number, organ = applicants_of(uow, year), uow.applications.next_number(year), organ_of(uow)
        holder = self._seat.session.holder if self._seat.session else ""
        receiver = holder or (taken[-1].receiver if taken else "")
        return ApplicationCounter(people, number, self._clock(), receiver, organ)

    @allowed(Right.TAKE_OBJECTIONS)
    def check(self, year: int, code: str, remedy: Remedy, received: datetime) -> Clock:
        """What an application that came then comes to, before anything is saved; refused as registering refuses it."""
        with self._open.reading() as uow:
            require_year(uow, year)
            people = people_of(uow, year)
            if code not in people:
                raise NoSuchPerson(code)
            return clock_of(uow, year, people[code], remedy, to_the_minute(received))

    @allowed(Right.SEE_OBJECTIONS)
    def offered(self, year: int) -> tuple[Offered, ...]:
        """The late objections that can be taken over as 复核 now: the notice of their result was served."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return offered(uow, year, self._clock())

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def register(self, actor: Actor, year: int, wanted: Applying) -> Applied:
        """Take an application down under the next number of the year, in time or late."""
        now = self._clock()
        with self._open.writing() as uow:
            require_year(uow, year)
            uow.journal.refuse_clock_behind(now)
            people = people_of(uow, year)
            require_no_part(uow, people, actor.name, (wanted.code,), "", application=True)
            if wanted.objection is not None:
                routed(uow, year, wanted.objection)
            fit = fitted(uow, year, people, wanted, now)
            held = laid_down(year, uow.applications.next_number(year), fit, now)
            entry = uow.journal.append(actor, "application.register", held.label, journalled(held), dated=True)
            uow.applications.put(entry, held)
            uow.commit()
        return Applied(held.label, held.number, held, Change.of(Topic.RESULTS, Topic.OBJECTIONS, entry=entry))

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def take_over(self, actor: Actor, year: int, objection: int, receiver: str) -> Applied:
        """Take a late objection over as 复核. It came when it came, and counts from when its result was known."""
        with self._open.reading() as uow:
            require_year(uow, year)
            held = routed(uow, year, objection)
            known = [each.known for each in uow.results.deliveries(year) if each.code == held.code]
        if not known:
            raise NoResultKnown(held.code, decided=False)
        since = datetime.combine(max(known), datetime.min.time(), CHINA)
        wanted = Applying(
            held.code, Remedy.REVIEW, held.grounds, max(held.received, since), receiver, held.evidence, held.request,
            objection=objection,
        )  # fmt: skip
        return self.register(actor, year, wanted)

    @allowed(Right.TAKE_OBJECTIONS)
    def accept(self, actor: Actor, year: int, number: int, seen: int, day: date | None = None) -> Change:
        """受理. A late one is not. The days in which a 申诉 is decided run from `day`, on which its organ accepted it:
        today, unless told otherwise. AcceptanceDayOutside for one before it came, or to come."""
        today = self._clock().date()
        accepted = day or today

        def act(uow: UnitOfWork, held: HeldApplication) -> HeldApplication:
            if not held.in_time:
                raise ApplicationLate(held.label, held.received.date(), held.last_day)
            if not held.received.date() <= accepted <= today:
                raise AcceptanceDayOutside(held.label, accepted, held.received.date(), today)
            since = accepted if held.kind is Remedy.APPEAL else held.received.date()
            due = decide_by(held.kind, since, WorkingCalendar(uow.calendar.days()))
            return held._replace(state=ApplicationState.ACCEPTED, decide_by=due)

        return self._move(actor, year, number, seen, ApplicationMove.ACCEPT, act, day=accepted)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def refuse(self, actor: Actor, year: int, number: int, seen: int, why: str = "") -> Change:
        """不予受理: late, or with a reason."""

        def act(_uow: UnitOfWork, held: HeldApplication) -> HeldApplication:
            if held.in_time and not said(why):
                raise ApplicationInTime(held.label)
            return held._replace(state=ApplicationState.REFUSED, outcome=said(why))

        return self._move(actor, year, number, seen, ApplicationMove.REFUSE, act, said(why))

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def withdraw(self, actor: Actor, year: int, number: int, seen: int, document: str) -> Change:
        """Withdrawn by who applied, in writing; a re-review that goes on ends with it."""

        def act(_uow: UnitOfWork, held: HeldApplication) -> HeldApplication:
            if not (paper := said(document, "document")):
                raise ApplicationIncomplete("document")
            return held._replace(state=ApplicationState.WITHDRAWN, document=paper)

        return self._move(actor, year, number, seen, ApplicationMove.WITHDRAW, act)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def extend(self, actor: Actor, year: int, number: int, seen: int, document: str) -> Change:
        """The organ lengthened its time to decide on a 申诉 by 30 days, by that paper. Once (公务员法 96)."""
        with self._open.writing() as uow:
            held = _as_seen(uow, year, number, seen)
            if not extensible(held):
                raise NotExtensible(held.label, held.kind, held.extended_to, waits=not held.runs)
            if not (paper := said(document, "document")):
                raise ApplicationIncomplete("document")
            since = accepted_on(uow, held)
            until = decide_by(held.kind, since, WorkingCalendar(uow.calendar.days()), extended=True)
            what = {"year": year, "until": until, "document": paper}
            entry = uow.journal.append(actor, "application.extend", held.label, what, dated=True)
            uow.applications.put(entry, held._replace(extended_to=until))
            uow.commit()
        return Change.of(Topic.RESULTS, entry=entry)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def answer(  # noqa: PLR0913 - which, what the organ decided by which paper on which day, as seen
        self, actor: Actor, year: int, number: int, seen: int, *, changed: bool, document: str, day: date, outcome: str
    ) -> Change:
        """Record what the higher organ decided on a 申诉. A change is carried out by a proceeding of its own."""

        def act(_uow: UnitOfWork, held: HeldApplication) -> HeldApplication:
            if held.kind is not Remedy.APPEAL:
                raise AnsweredByTheDecision(held.label)
            paper, told = said(document, "document"), said(outcome, "note")
            for field, given in (("document", paper), ("outcome", told)):
                if not given:
                    raise ApplicationIncomplete(field)
            today = self._clock().date()
            if not held.received.date() <= day <= today:
                raise AnswerDayOutside(held.label, day, held.received.date(), today)
            state = ApplicationState.CHANGED if changed else ApplicationState.UPHELD
            return held._replace(state=state, document=paper, outcome=told, decided=day)

        return self._move(actor, year, number, seen, ApplicationMove.ANSWER, act)

    def _move(  # noqa: PLR0913, PLR0917 - who, which, as seen, what, and how it becomes so
        self,
        actor: Actor,
        year: int,
        number: int,
        seen: int,
        move: ApplicationMove,
        act: Callable[[UnitOfWork, HeldApplication], HeldApplication],
        why: str = "",
        *,
        day: date | None = None,
    ) -> Change:
        with self._open.writing() as uow:
            held = _as_seen(uow, year, number, seen)
            require_origin(held.label, held.state, move)
            require_no_part(uow, people_of(uow, year), actor.name, (held.code,), held.label)
            after = act(uow, held)
            what = {"year": year, "code": held.code, "was": held.state, "document": after.document or None,
                    "outcome": after.state, **({ACCEPTED: day} if day is not None else {})}  # fmt: skip
            entry = uow.journal.append(actor, move.verb, held.label, what, why=why or None, dated=True)
            uow.applications.put(entry, after)
            if move is ApplicationMove.WITHDRAW:
                ended_with(uow, entry, ProceedingKind.APPLICATION, year, number, after.document)
            uow.commit()
        return Change.of(Topic.RESULTS, Topic.OBJECTIONS, Topic.PROCEEDINGS, entry=entry)


def _as_seen(uow: UnitOfWork, year: int, number: int, seen: int) -> HeldApplication:
    require_year(uow, year)
    held = application_of(uow, year, number)
    if held.entry != seen:
        raise ApplicationChanged(held)
    return held
