"""Objections (异议) and letters (情况反映) as they hold now, and as they were."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.services.letter_views import Letter, LetterRow
from committee_desk.services.objection_views import HeldObjection
from committee_desk.storage.books.names import Names
from committee_desk.storage.closing_tables import letters, objections
from committee_desk.storage.tables import journal, persons

_OTHERS = persons.alias("others")
_AS_THEY_ARE = (
    "year", "number", "version", "grounds", "receiver", "in_time", "minutes_late", "answer_by", "entry",
)  # fmt: skip
_OR_EMPTY = ("evidence", "request", "state_reason", "state_document", "new_facts", "other_informed")
_MOMENTS = ("received", "typed", "at")


class ObjectionsRows:
    """The objections' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, number: int | None = None) -> tuple[HeldObjection, ...]:
        """Every objection of the year, or one, by number."""
        asked = _objections().where(objections.c.ended_by.is_(None), objections.c.year == year)
        if number is not None:
            asked = asked.where(objections.c.number == number)
        return tuple(map(_objection, self._connection.execute(asked)))

    def history(self, year: int, number: int) -> tuple[HeldObjection, ...]:
        """Every row of one objection, superseded ones too, oldest first."""
        asked = _objections().where(objections.c.year == year, objections.c.number == number)
        return tuple(map(_objection, self._connection.execute(asked)))

    def first_received(self, year: int) -> Mapping[int, datetime]:
        """By number, when each objection of the year came as it was first registered."""
        asked = sa.select(objections.c.number, objections.c.received).where(objections.c.year == year)
        rows = self._connection.execute(asked.order_by(objections.c.id.desc()))
        return {number: datetime.fromisoformat(received) for number, received in rows}

    def next_number(self, year: int) -> int:
        """A number that no objection of the year ever bore."""
        highest = sa.select(sa.func.max(objections.c.number)).where(objections.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, held: HeldObjection) -> None:
        """Keep the objection in place of what stood under its number."""
        standing = sa.update(objections).where(
            objections.c.ended_by.is_(None), objections.c.year == held.year, objections.c.number == held.number
        )
        self._connection.execute(standing.values(ended_by=entry))
        codes = [held.code, *([held.other] if held.other else [])]
        numbers = Names(self._connection).persons(codes, entry)
        values = {name: getattr(held, name) for name in _AS_THEY_ARE} | {
            **{name: getattr(held, name) or None for name in _OR_EMPTY},
            "person_id": numbers[held.code],
            "other_id": numbers[held.other] if held.other else None,
            "matters": json.dumps([str(each) for each in held.matters]),
            "signed": held.signed,
            "received": held.received.isoformat(),
            "typed": held.typed.isoformat(),
            "state": str(held.state),
            "entry": entry,
        }
        self._connection.execute(sa.insert(objections), [values])


class LettersRows:
    """The letters' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, number: int | None = None) -> tuple[LetterRow, ...]:
        """Every letter of the year, or one, by number. Names are for the service to fill in."""
        asked = _letters().where(letters.c.ended_by.is_(None), letters.c.year == year)
        if number is not None:
            asked = asked.where(letters.c.number == number)
        return tuple(map(_letter, self._connection.execute(asked)))

    def next_number(self, year: int) -> int:
        """A number that no letter of the year ever bore."""
        highest = sa.select(sa.func.max(letters.c.number)).where(letters.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, year: int, number: int, letter: Letter, handled: str) -> None:
        """Keep the letter under that number, in place of what stood there."""
        standing = sa.update(letters).where(
            letters.c.ended_by.is_(None), letters.c.year == year, letters.c.number == number
        )
        self._connection.execute(standing.values(ended_by=entry))
        about = Names(self._connection).persons([letter.about], entry)[letter.about] if letter.about else None
        values = {
            "year": year,
            "number": number,
            "about_id": about,
            "sender": letter.sender or None,
            "received": letter.received.isoformat(),
            "receiver": letter.receiver,
            "content": letter.content,
            "handled": handled or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(letters), [values])


def _objections() -> sa.Select[Any]:
    own = (
        objections.c[name] for name in (*_AS_THEY_ARE, *_OR_EMPTY, "matters", "signed", "received", "typed", "state")
    )
    joined = (
        objections.join(persons, persons.c.id == objections.c.person_id)
        .outerjoin(_OTHERS, _OTHERS.c.id == objections.c.other_id)
        .join(journal, journal.c.seq == objections.c.entry)
    )
    return (
        sa.select(persons.c.code, _OTHERS.c.code.label("other"), *own, journal.c.actor, journal.c.at)
        .select_from(joined)
        .order_by(objections.c.number, objections.c.id)
    )


def _objection(row: sa.Row[Any]) -> HeldObjection:
    named = row._asdict()
    return HeldObjection(
        **{
            **named,
            **{name: named[name] or "" for name in _OR_EMPTY},
            **{name: datetime.fromisoformat(named[name]) for name in _MOMENTS},
            "matters": tuple(Matter(each) for each in json.loads(named["matters"])),
            "state": ObjectionState(named["state"]),
        }
    )


def _letters() -> sa.Select[Any]:
    own = (letters.c[name] for name in ("year", "number", "sender", "received", "receiver", "content", "handled"))
    joined = letters.outerjoin(persons, persons.c.id == letters.c.about_id).join(
        journal, journal.c.seq == letters.c.entry
    )
    return (
        sa.select(*own, letters.c.entry, persons.c.code, journal.c.actor, journal.c.at)
        .select_from(joined)
        .order_by(letters.c.number)
    )


def _letter(row: sa.Row[Any]) -> LetterRow:
    told = Letter(row.content, datetime.fromisoformat(row.received), row.receiver, row.sender or "", row.code)
    at = datetime.fromisoformat(row.at)
    return LetterRow(row.year, row.number, told, "", "", row.handled or "", row.entry, row.actor, at)
