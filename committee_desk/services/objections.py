"""Objections (异议): taken at the counter, in time or late by the printed cut-off, and what becomes of them.

When a paper came is apart from when it was typed: timeliness is the paper's. A late objection is kept, receipted and
routed to the re-review after the notice of the result. Every act names the entry of what its caller saw.
"""

from datetime import datetime
from typing import NamedTuple

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.objections import (
    SETTLED,
    ObjectionMove,
    moved,
    moves_from,
    objection_label,
)
from committee_desk.domain.people import Category
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.marks import require_year
from committee_desk.services.objection_checking import checked, turning
from committee_desk.services.objection_corrections import corrected, laid_down, told_of, turned
from committee_desk.services.objection_notices import (
    PublishedLine,
    as_in_force,
    notice_of,
    notices_of,
    published_of,
    timeliness,
)
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.objection_refusals import (
    HowInformedMissing,
    NobodyToInform,
    NoSuchObjection,
    NothingPosted,
    ObjectionChanged,
    ObjectionReasonMissing,
    ObjectionSettled,
    ObjectionUnsigned,
    WithdrawnInWritingAlone,
)
from committee_desk.services.objection_rows import row_of, rows_of, steps_of
from committee_desk.services.objection_rules import (
    fitted,
    people_of,
    scored_of,
)
from committee_desk.services.objection_views import (
    Checked,
    Counter,
    Filing,
    HeldObjection,
    ObjectionCard,
    ObjectionRow,
    Objector,
    Turning,
)
from committee_desk.services.on_paper import MissingGlyphs, on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_answers import ended_with
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.second import Second, Witnessing
from committee_desk.services.settings import ABOUT_OTHERS, is_on


class Registered(NamedTuple):
    """What the counter tells at once: the number, whether in time, and by when to answer."""

    label: str
    number: int
    held: HeldObjection
    change: Change


class ObjectionsDesk:
    """Takes objections, lists them, and keeps what becomes of each."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, witnessing: Witnessing, missing: MissingGlyphs
    ) -> None:
        self._open, self._clock, self._seat, self._witnessing = open_work, clock, seat, witnessing
        self._missing = missing

    @allowed(Right.TAKE_OBJECTIONS)
    def counter(self, year: int) -> Counter:
        """What stands ready when somebody comes; NothingPosted while no notice was."""
        with self._open.reading() as uow:
            require_year(uow, year)
            notices = notices_of(uow, year)
            if not notices:
                raise NothingPosted(year)
            taken, listed = is_on(uow, ABOUT_OTHERS), published_of(uow, year)
            people, objectors = people_of(uow, year), []
            scored = scored_of(uow, year, people)
            for code, stay in sorted(people.items()):
                others = taken and stay.category is Category.PROSECUTOR
                on_paper = listed.get(code)
                if on_paper or others or code in scored:
                    said_there = on_paper or PublishedLine(None, None, "")
                    objectors.append(Objector(code, stay.name, stay.department, *said_there, about_others=others))
            label = objection_label(year, uow.objections.next_number(year))
        receiver = self._seat.session.holder if self._seat.session else ""
        return Counter(notices, tuple(objectors), label, self._clock(), receiver)

    @allowed(Right.TAKE_OBJECTIONS)
    def check(self, year: int, version: int, received: datetime) -> Checked:
        """What a moment of receipt comes to, before anything is saved; refused as registering would refuse it."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return checked(uow, year, version, received, self._clock())

    @allowed(Right.TAKE_OBJECTIONS)
    def check_correction(self, year: int, number: int, version: int, received: datetime) -> Turning:
        """What putting an objection's time of receipt right comes to, before anything is saved."""
        with self._open.reading() as uow:
            return turning(uow, _one(uow, year, number), version, received)

    @allowed(Right.SEE_OBJECTIONS)
    def rows(self, year: int) -> tuple[ObjectionRow, ...]:
        """The objections of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return rows_of(uow, year, self._clock().date())

    @allowed(Right.SEE_OBJECTIONS)
    def card(self, year: int, number: int) -> ObjectionCard:
        """One objection with its steps and what can be done now."""
        with self._open.reading() as uow:
            held = _one(uow, year, number)
            notice = notice_of(uow, year, held.version)
            held, first = as_in_force(held, notice), uow.objections.first_received(year)
            row = row_of(held, people_of(uow, year), WorkingCalendar(uow.calendar.days()), self._clock().date(), first)
            steps = steps_of(uow.objections.history(year, number))
        nth = timeliness(notice, held.received).nth_day
        moves = moves_from(held.state, late=not held.in_time)
        return ObjectionCard(row, steps, moves, notice.posted, notice.cut_off, nth)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def register(self, actor: Actor, year: int, filing: Filing) -> Registered:
        """Take an objection down under the next number of the year, in time or late as the notice's cut-off says."""
        now = self._clock()
        with self._open.writing() as uow:
            require_year(uow, year)
            uow.journal.refuse_clock_behind(now)
            fit = fitted(uow, year, filing, now)
            number = uow.objections.next_number(year)
            held = laid_down(year, number, fit, now)
            entry = uow.journal.append(actor, "objection.register", held.label, told_of(held), dated=True)
            uow.objections.put(entry, held)
            uow.commit()
        return Registered(held.label, number, held, Change.of(Topic.OBJECTIONS, entry=entry))

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def correct(  # noqa: PLR0913, PLR0917 - who, which, what it should say, why, as seen, and who confirms
        self, actor: Actor, year: int, number: int, filing: Filing, why: str, seen: int, second: Second | None = None
    ) -> Change:
        """Put a slip of typing right, with the reason. One that turns out in time, or late, is to be decided anew.

        A time of receipt (or another notice) that carries the paper over the cut-off takes a second person.
        """
        with self._open.reading() as uow:
            *_, turns = _put_right(uow, actor, year, number, filing, why, seen)
        authority = self._witnessing.confirm(second, "objection.correct", actor=actor) if turns else None
        with self._open.writing() as uow:
            before, after, turns = _put_right(uow, actor, year, number, filing, why, seen)
            if turns and authority is None:
                raise SecondNeeded("objection.correct")
            if authority is not None:
                about = (before.code, before.other, after.code, after.other)
                require_no_part(uow, people_of(uow, year), authority, about, before.label)
            changed = {name for name in before._fields if getattr(before, name) != getattr(after, name)}
            if not changed:
                return Change.of()
            what = {side: {name: getattr(row, name) for name in sorted(changed)}
                    for side, row in (("before", before), ("after", after))}  # fmt: skip
            entry = uow.journal.append(
                actor, "objection.correct", before.label, what, why=said(why), authority=authority
            )  # fmt: skip
            uow.objections.put(entry, after)
            if after.state is not before.state:  # decided anew: what rested on it falls
                ended_with(uow, entry, ProceedingKind.OBJECTION, year, number, said(why))
            uow.commit()
        return Change.of(Topic.OBJECTIONS, Topic.PROCEEDINGS, entry=entry)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def accept(self, actor: Actor, year: int, number: int, seen: int, why: str = "") -> Change:
        """受理: the committee re-reviews it. In time and signed alone."""
        return self._move(actor, year, number, seen, ObjectionMove.ACCEPT, why)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def refuse(self, actor: Actor, year: int, number: int, seen: int, why: str) -> Change:
        """不予受理, with the reason. Never for being late."""
        return self._move(actor, year, number, seen, ObjectionMove.REFUSE, why)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def route(self, actor: Actor, year: int, number: int, seen: int, why: str = "") -> Change:
        """转结果通知后复核: what becomes of a late one."""
        return self._move(actor, year, number, seen, ObjectionMove.ROUTE, why)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def withdraw(self, actor: Actor, year: int, number: int, seen: int, document: str, why: str = "") -> Change:  # noqa: PLR0913, PLR0917
        """撤回, by a paper that the person wrote and that is named here."""
        return self._move(actor, year, number, seen, ObjectionMove.WITHDRAW, why, document)

    @allowed(Right.TAKE_OBJECTIONS)
    @on_paper
    def inform_other(self, actor: Actor, year: int, number: int, seen: int, how: str) -> Change:
        """That the person whose result is objected to was told of it, and how; without the objector's name."""
        with self._open.writing() as uow:
            before = _as_seen(uow, year, number, seen)
            require_no_part(uow, people_of(uow, year), actor.name, (before.code, before.other), before.label)
            if before.other is None or before.other_informed:
                raise NobodyToInform(before.label)
            if not (how := said(how, "document")):
                raise HowInformedMissing
            what = {"year": year, "other": before.other, "how": how}
            entry = uow.journal.append(actor, "objection.inform", before.label, what, dated=True)
            uow.objections.put(entry, before._replace(other_informed=how))
            uow.commit()
        return Change.of(Topic.OBJECTIONS, entry=entry)

    def _move(  # noqa: PLR0913, PLR0917 - who, which, as seen, what, why and by which paper
        self, actor: Actor, year: int, number: int, seen: int, move: ObjectionMove, why: str, document: str = ""
    ) -> Change:
        with self._open.writing() as uow:
            before = _as_seen(uow, year, number, seen)
            held = as_in_force(before, notice_of(uow, year, before.version))
            state = moved(held.label, held.state, move, minutes_late=held.minutes_late)
            people = people_of(uow, year)
            require_no_part(uow, people, actor.name, (held.code, held.other), held.label)
            why, document = said(why), said(document, "document")
            _require_grounds(held, move, why, document, people[held.code].name if held.code in people else held.code)
            what: dict[str, object] = {"year": year, "code": held.code, "was": held.state, "document": document or None}
            if held.in_time != before.in_time:
                what |= {"in_time": held.in_time, "minutes_late_before": before.minutes_late}
            entry = uow.journal.append(actor, move.verb, before.label, what, why=why or None, dated=True)
            uow.objections.put(entry, held._replace(state=state, state_reason=why, state_document=document))
            if move is ObjectionMove.WITHDRAW:
                ended_with(uow, entry, ProceedingKind.OBJECTION, year, number, document)
            uow.commit()
        return Change.of(Topic.OBJECTIONS, Topic.PROCEEDINGS, entry=entry)


def _one(uow: UnitOfWork, year: int, number: int) -> HeldObjection:
    require_year(uow, year)
    held = next(iter(uow.objections.of_year(year, number)), None)
    if held is None:
        raise NoSuchObjection(year, number)
    return held


def _as_seen(uow: UnitOfWork, year: int, number: int, seen: int) -> HeldObjection:
    held = _one(uow, year, number)
    if held.entry != seen:
        raise ObjectionChanged(held)
    return held


def _put_right(  # noqa: PLR0913, PLR0917 - who, which, what it should say, why, as seen
    uow: UnitOfWork, actor: Actor, year: int, number: int, filing: Filing, why: str, seen: int
) -> tuple[HeldObjection, HeldObjection, bool]:
    """Before, after, and whether that carries the paper over the cut-off; refused where it cannot be put right so."""
    before = _as_seen(uow, year, number, seen)
    if not said(why):
        raise ObjectionReasonMissing(before.label)
    if before.state in SETTLED:
        raise ObjectionSettled(before.label, before.state)
    concerned = (before.code, before.other, filing.code, filing.other)
    require_no_part(uow, people_of(uow, year), actor.name, concerned, before.label)
    fit = fitted(uow, year, filing, before.typed, number)
    return before, corrected(before, fit), turned(uow, before, fit)


def _require_grounds(held: HeldObjection, move: ObjectionMove, why: str, document: str, name: str) -> None:
    """What each move asks for: a signature, a reason, a paper."""
    if move is ObjectionMove.ACCEPT and not held.signed:
        raise ObjectionUnsigned(held.label, name)
    if move is ObjectionMove.REFUSE and not why:
        raise ObjectionReasonMissing(held.label)
    if move is ObjectionMove.WITHDRAW and not document:
        raise WithdrawnInWritingAlone(held.label, name)
