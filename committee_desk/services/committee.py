"""The committee's members: appointed by decision for a term, corrected, their term ended; never overwritten."""

from dataclasses import replace
from datetime import date

from committee_desk.domain.committee import Member
from committee_desk.domain.names import spelt
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.committee_rules import faults_of, sitting
from committee_desk.services.committee_views import (
    CommitteeView,
    MemberOfTheDesk,
    MemberRow,
    MemberSitsAlready,
    MemberUnnamed,
    TermDecisionMissing,
    TermEndsBefore,
    TermGone,
    TermTooEarly,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.relation_views import EndingReasonMissing
from committee_desk.services.relations import everybody, names_of
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.typed_people import of_the_desk

EARLIEST = date(2019, 10, 1)
"""The law that asks for this committee came into force (检察官法, 2019 revision)."""


class CommitteeDesk:
    """Who sits on the 检察官考评委员会, and whether it is one that the law knows."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    @allowed(Right.SEE_GRADING)
    def view(self, day: date | None = None) -> CommitteeView:
        """All terms, who sits on that day (today), and what is wrong with the committee then."""
        asked = day or self._clock().date()
        with self._open.reading() as uow:
            rows = tuple(_placed(uow, row, asked) for row in uow.members.all())
            now = sitting(rows, asked)
            faults = faults_of(uow, [row.member for row in now], asked) if rows else ()
        return CommitteeView(asked, rows, now, faults)

    @allowed(Right.SEE_GRADING)
    def members(self, day: date | None = None) -> tuple[MemberRow, ...]:
        """Who sits on the committee on that day (today), the chair first."""
        return self.view(day).sitting

    @allowed(Right.KEEP_COMMITTEE)
    def appoint(self, actor: Actor, wanted: Member, instead_of: int | None = None) -> Change:
        """Write a term down, or correct one (`instead_of` its number): a member, a substitute by decision.

        How many they are and who chairs is not asked here, since five are written down one by one; it is whenever
        the committee is used.
        """
        with self._open.writing() as uow:
            before = _held(uow, instead_of)
            told = _fit(uow, wanted, instead_of)
            after = told._asdict()
            what = {"before": before.member._asdict(), "after": after} if before else after
            entry = uow.journal.append(actor, "committee.appoint", told.key, what)
            if before is not None:
                uow.members.end(entry, before.number)
            uow.members.add(entry, told)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.KEEP_COMMITTEE)
    def end_term(self, actor: Actor, number: int, until: date, decision: str) -> Change:
        """Let a term end on that day, by decision."""
        with self._open.writing() as uow:
            held = _held(uow, number)
            assert held is not None  # noqa: S101 - a number was given
            member = held.member
            if until < member.since:
                raise TermEndsBefore(member.since, until)
            if not (document := said(decision, "decision")):
                raise TermDecisionMissing(member.name)
            before = {"name": member.name, "until": member.until}
            told = {"before": before, "after": {"name": member.name, "until": until, "decision": document}}
            entry = uow.journal.append(actor, "committee.end", member.key, told)
            uow.members.end(entry, number)
            uow.members.add(entry, member._replace(until=until, decision=_both(member.decision, document)))
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)

    @allowed(Right.KEEP_COMMITTEE)
    def strike(self, actor: Actor, number: int, why: str) -> Change:
        """Take a term off the list as never given; one that ended keeps its last day instead."""
        if not (why := said(why)):
            raise EndingReasonMissing
        with self._open.writing() as uow:
            held = _held(uow, number)
            assert held is not None  # noqa: S101 - a number was given
            what = held.member._asdict()
            entry = uow.journal.append(actor, "committee.strike", held.member.key, what, why=why)
            uow.members.end(entry, number)
            uow.commit()
        return Change.of(Topic.COMMITTEE, entry=entry)


def _held(uow: UnitOfWork, number: int | None) -> MemberRow | None:
    held = uow.members.one(number) if number is not None else None
    if number is not None and held is None:
        raise TermGone
    return held


def _fit(uow: UnitOfWork, wanted: Member, instead_of: int | None) -> Member:
    """The term as it is kept; a person of the desk bears the name that the desk has."""
    names = names_of(uow)
    if wanted.code is not None and wanted.code not in names:
        raise NoSuchPerson(wanted.code)
    name = names[wanted.code] if wanted.code is not None else said(wanted.name, "member_name")
    if not name or spelt(name) == "":
        raise MemberUnnamed
    if wanted.code is None and (options := of_the_desk(everybody(uow), name)):
        raise MemberOfTheDesk(name, options)
    if wanted.since < EARLIEST:
        raise TermTooEarly(wanted.since, EARLIEST)
    if wanted.until is not None and wanted.until < wanted.since:
        raise TermEndsBefore(wanted.since, wanted.until)
    decision = said(wanted.decision, "decision")
    if not decision:
        raise TermDecisionMissing(name)
    told = wanted._replace(name=name, decision=decision)
    for row in uow.members.all():
        if row.number != instead_of and row.member.key == told.key and row.member.meets(told):
            raise MemberSitsAlready(name, row.member)
    return told


def _both(appointed: str, ended: str) -> str:
    """Both decisions stand with the term: by which it began and by which it ended."""
    return "；".join(dict.fromkeys(each for each in (appointed, ended) if each))


def _placed(uow: UnitOfWork, row: MemberRow, day: date) -> MemberRow:
    """The row with what the roster says of the member on that day, or on the nearest day before."""
    if row.member.code is None:
        return row
    stays = [each.fact for each in uow.people.stays(row.member.code)]
    stay = next((each for each in reversed(stays) if each.covers(day)), stays[-1] if stays else None)
    return replace(row, roster_post=stay.post or "", department=stay.department) if stay else row
