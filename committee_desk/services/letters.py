"""情况反映: letters without a name, and what others than those entitled write. Kept, looked into, and no objections."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from committee_desk.domain.objections import letter_label
from committee_desk.domain.people import Stay
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.letter_views import Letter, LetterRow
from committee_desk.services.marks import require_year
from committee_desk.services.objection_refusals import (
    LetterChanged,
    LetterEmpty,
    LetterHandlingMissing,
    LetterNotApart,
    LetterReceivedWrong,
    LetterReceiverMissing,
)
from committee_desk.services.objection_rules import people_of, to_the_minute
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.typed_people import Part, aside


class LetterKept(NamedTuple):
    """The number that a new letter bears."""

    label: str
    number: int
    change: Change


class LettersDesk:
    """Keeps letters in a register of their own."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    @allowed(Right.SEE_OBJECTIONS)
    def rows(self, year: int) -> tuple[LetterRow, ...]:
        """The letters of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return _named(uow, year, uow.letters.of_year(year))

    @allowed(Right.TAKE_OBJECTIONS)
    def register(self, actor: Actor, year: int, letter: Letter) -> LetterKept:
        """Keep a letter under the next number of the year; without a sender it is anonymous."""
        with self._open.writing() as uow:
            require_year(uow, year)
            uow.journal.refuse_clock_behind(self._clock())
            told = self._fit(uow, year, letter)
            number = uow.letters.next_number(year)
            entry = uow.journal.append(
                actor, "letter.register", letter_label(year, number), _what(year, told), dated=True
            )
            uow.letters.put(entry, year, number, told, "")
            uow.commit()
        return LetterKept(letter_label(year, number), number, Change.of(Topic.OBJECTIONS, entry=entry))

    @allowed(Right.TAKE_OBJECTIONS)
    def handle(self, actor: Actor, year: int, number: int, handled: str, seen: int) -> Change:
        """Say what became of a letter."""
        if not (handled := said(handled, "handling")):
            raise LetterHandlingMissing
        with self._open.writing() as uow:
            require_year(uow, year)
            held = next(iter(uow.letters.of_year(year, number)), None)
            if held is None or held.entry != seen:
                raise LetterChanged(held)
            if held.handled == handled:
                return Change.of()
            _require_apart(uow, year, actor.name, held.letter.about)
            what = {"year": year, "before": held.handled, "after": handled}
            entry = uow.journal.append(actor, "letter.handle", held.label, what)
            uow.letters.put(entry, year, number, held.letter, handled)
            uow.commit()
        return Change.of(Topic.OBJECTIONS, entry=entry)

    def _fit(self, uow: UnitOfWork, year: int, wanted: Letter) -> Letter:
        content, receiver = said(wanted.content, "letter"), said(wanted.receiver, "receiver")
        received, now = to_the_minute(wanted.received), self._clock()
        if not content:
            raise LetterEmpty
        if not receiver:
            raise LetterReceiverMissing
        first = date(year, 1, 1)
        if received.date() < first or received > now:
            raise LetterReceivedWrong(received, first, now)
        if wanted.about is not None and wanted.about not in people_of(uow, year):
            raise NoSuchPerson(wanted.about)
        _require_apart(uow, year, receiver, wanted.about)
        return Letter(content, received, receiver, said(wanted.sender, "sender"), wanted.about)


def _require_apart(uow: UnitOfWork, year: int, typed: str, about: str | None) -> None:
    """Nobody takes or answers for a letter about himself or a relative."""
    people = people_of(uow, year)
    if about is not None and (found := aside(kin_of(uow), people, typed, (about,))):
        name = people[about].name if about in people else about
        raise LetterNotApart(found.who, name, clear=found.why is not Part.UNCLEAR)


def _what(year: int, letter: Letter) -> dict[str, object]:
    """What the journal says; the letter's words stand in the row that the entry seals."""
    about, received, anonymous = letter.about, letter.received, not letter.sender
    return {"year": year, "about": about, "received": received, "receiver": letter.receiver, "anonymous": anonymous}


def _named(uow: UnitOfWork, year: int, rows: tuple[LetterRow, ...]) -> tuple[LetterRow, ...]:
    people = people_of(uow, year) if any(each.letter.about for each in rows) else {}
    return tuple(_with_names(row, people) for row in rows)


def _with_names(row: LetterRow, people: Mapping[str, Stay]) -> LetterRow:
    stay = people.get(row.letter.about or "")
    return replace(row, about_name=stay.name, department=stay.department) if stay else row
