"""Kinship (亲属关系) and charge of departments (分管): written down on 人员, ended with a reason, never overwritten."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from committee_desk.domain.leading import Charge
from committee_desk.domain.names import spelt
from committee_desk.domain.people import Stay
from committee_desk.domain.relationships import Kin, Kinship, Relationship
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.people_book import LatestStay
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.relation_views import (
    ChargeEndsBefore,
    ChargeOverlaps,
    ChargeRow,
    ChargeTooEarly,
    EndingReasonMissing,
    MarriedAlready,
    NoSuchDepartment,
    RelatedAlready,
    RelationGone,
    RelationRow,
    RelativeIsSelf,
    RelativeOfTheDesk,
    RelativeUnnamed,
)
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.typed_people import of_the_desk

EVER = date.max
EARLIEST_CHARGE = date(1990, 1, 1)
"""Nobody who serves today was given charge of a department before."""


class RelationsDesk:
    """Who is a relative of whom, and who has charge of which department."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    # -- kinship ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_PEOPLE)
    def of(self, code: str) -> tuple[RelationRow, ...]:
        """The relatives of one person, also those that were written down with the other."""
        with self._open.reading() as uow:
            return tuple(seen_from(uow, each, code) for each in uow.relations.relationships(code))

    @allowed(Right.SEE_PEOPLE)
    def kin(self) -> Kin:
        """Who is a relative of whom, for whoever has to stand aside."""
        with self._open.reading() as uow:
            return kin_of(uow)

    @allowed(Right.KEEP_RELATIONS)
    def relate(self, actor: Actor, relationship: Relationship) -> Change:
        """Write a relationship down; the name of a relative of the desk is the one that the desk has."""
        with self._open.writing() as uow:
            told = self._fit(uow, relationship)
            entry = uow.journal.append(actor, "relations.put", told.code, told._asdict())
            uow.relations.add_relationship(entry, told)
            uow.commit()
        return Change.of(Topic.RELATIONS, entry=entry)

    @allowed(Right.KEEP_RELATIONS)
    def unrelate(self, actor: Actor, number: int, why: str) -> Change:
        """Let a relationship hold no longer: it ended, or was written down by mistake."""
        if not (why := said(why)):
            raise EndingReasonMissing
        with self._open.writing() as uow:
            held = uow.relations.relationship(number)
            if held is None:
                raise RelationGone
            told = held.relationship._asdict()
            entry = uow.journal.append(actor, "relations.end", held.relationship.code, told, why=why)
            uow.relations.end_relationship(entry, number)
            uow.commit()
        return Change.of(Topic.RELATIONS, entry=entry)

    def _fit(self, uow: UnitOfWork, wanted: Relationship) -> Relationship:
        names = names_of(uow)
        if wanted.code not in names:
            raise NoSuchPerson(wanted.code)
        other = said(wanted.other, "relative")
        if wanted.other_code is not None:
            if wanted.other_code not in names:
                raise NoSuchPerson(wanted.other_code)
            if wanted.other_code == wanted.code:
                raise RelativeIsSelf(names[wanted.code])
            other = names[wanted.other_code]
        elif not other:
            raise RelativeUnnamed
        elif spelt(other) in {spelt(names[wanted.code]), spelt(wanted.code)}:
            raise RelativeIsSelf(names[wanted.code])
        elif options := of_the_desk(everybody(uow), other):
            raise RelativeOfTheDesk(other, options)
        told = wanted._replace(other=other, note=said(wanted.note, "relation_note") or None)
        self._refuse_twice(uow, told, names[told.code])
        if told.kind is Kinship.SPOUSE:
            self._refuse_second_spouse(uow, told, names)
        return told

    @staticmethod
    def _refuse_twice(uow: UnitOfWork, told: Relationship, name: str) -> None:
        for each in uow.relations.relationships(told.code):
            seen = each.relationship.seen_from(told.code, name)
            same = seen.other_code == told.other_code if told.other_code else spelt(seen.other) == spelt(told.other)
            if same and bool(seen.other_code) == bool(told.other_code):
                raise RelatedAlready(name, told.other, seen.kind)

    @staticmethod
    def _refuse_second_spouse(uow: UnitOfWork, told: Relationship, names: Mapping[str, str]) -> None:
        """A marriage that ended is ended here first."""
        for code in (told.code, told.other_code):
            for each in uow.relations.relationships(code) if code is not None else ():
                if each.relationship.kind is Kinship.SPOUSE:
                    first = each.relationship.code
                    seen = each.relationship.seen_from(code or "", names.get(first, first))
                    raise MarriedAlready(names[code or ""], seen.other)

    # -- charge of departments -------------------------------------------------------------------------------------

    @allowed(Right.SEE_PEOPLE)
    def charges(self) -> tuple[ChargeRow, ...]:
        """Who has or had charge of which department, with names."""
        with self._open.reading() as uow:
            latest = _latest(uow)
            return tuple(_named(each, latest) for each in uow.relations.charges())

    @allowed(Right.SEE_PEOPLE)
    def departments(self) -> tuple[str, ...]:
        """Every department that somebody may have charge of."""
        with self._open.reading() as uow:
            return uow.relations.departments()

    @allowed(Right.KEEP_RELATIONS)
    def charge(self, actor: Actor, wanted: Charge, instead_of: int | None = None) -> Change:
        """Write down who has charge of a department, or correct what was written down (`instead_of` its number)."""
        if wanted.since < EARLIEST_CHARGE:
            raise ChargeTooEarly(wanted.since, EARLIEST_CHARGE)
        if wanted.until is not None and wanted.until < wanted.since:
            raise ChargeEndsBefore(wanted.since, wanted.until)
        with self._open.writing() as uow:
            before = self._held(uow, instead_of)
            names = names_of(uow)
            if wanted.code not in names:
                raise NoSuchPerson(wanted.code)
            if wanted.department not in uow.relations.departments():
                raise NoSuchDepartment(wanted.department)
            self._refuse_overlap(uow, wanted, names[wanted.code], instead_of)
            told = {"before": before.charge._asdict() if before else None, "after": wanted._asdict()}
            what = told if before else wanted._asdict()
            entry = uow.journal.append(actor, "charges.put", wanted.department, what)
            if before is not None:
                uow.relations.end_charge(entry, before.number)
            uow.relations.add_charge(entry, wanted)
            uow.commit()
        return Change.of(Topic.RELATIONS, entry=entry)

    @allowed(Right.KEEP_RELATIONS)
    def discharge(self, actor: Actor, number: int, why: str) -> Change:
        """Take a charge off the list as never given; one that ended is corrected to its last day instead."""
        if not (why := said(why)):
            raise EndingReasonMissing
        with self._open.writing() as uow:
            held = self._held(uow, number)
            assert held is not None  # noqa: S101 - a number was given
            told = held.charge._asdict()
            entry = uow.journal.append(actor, "charges.end", held.charge.department, told, why=why)
            uow.relations.end_charge(entry, number)
            uow.commit()
        return Change.of(Topic.RELATIONS, entry=entry)

    @staticmethod
    def _held(uow: UnitOfWork, number: int | None) -> ChargeRow | None:
        held = uow.relations.charge(number) if number is not None else None
        if number is not None and held is None:
            raise RelationGone
        return held

    @staticmethod
    def _refuse_overlap(uow: UnitOfWork, wanted: Charge, name: str, instead_of: int | None) -> None:
        for each in uow.relations.charges():
            held = each.charge
            same = (held.department, held.code) == (wanted.department, wanted.code) and each.number != instead_of
            if same and held.since <= (wanted.until or EVER) and wanted.since <= (held.until or EVER):
                raise ChargeOverlaps(name, held)


def kin_of(uow: UnitOfWork) -> Kin:
    """Who is a relative of whom, in a unit of work that is open."""
    return Kin(each.relationship for each in uow.relations.relationships())


def seen_from(uow: UnitOfWork, row: RelationRow, code: str) -> RelationRow:
    """The row as that person's panel shows it."""
    if row.relationship.code == code:
        return row
    first = uow.people.stays(row.relationship.code)
    name = first[-1].fact.name if first else row.relationship.code
    return replace(row, relationship=row.relationship.seen_from(code, name))


def names_of(uow: UnitOfWork) -> Mapping[str, str]:
    """The latest name of everybody ever recorded, by code."""
    return {code: latest.stay.name for code, latest in _latest(uow).items()}


def everybody(uow: UnitOfWork) -> Mapping[str, Stay]:
    """The latest stay of everybody ever recorded, by code."""
    return {code: latest.stay for code, latest in _latest(uow).items()}


def _latest(uow: UnitOfWork) -> dict[str, LatestStay]:
    return {each.stay.code: each for each in uow.people.latest_stays(date.min, date.max)}


def _named(row: ChargeRow, latest: Mapping[str, LatestStay]) -> ChargeRow:
    found = latest.get(row.charge.code)
    if found is None:
        return row
    heads = found.stay.department == row.charge.department and not found.stay.is_leader
    return replace(row, name=found.stay.name, heads=heads)
