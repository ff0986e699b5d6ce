"""Rating rounds as they hold now: their people, turnout, batches, marks and looks. Nothing joins a rater to a mark."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.journal import canonical
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import (
    Batch,
    Participant,
    Round,
    RoundKind,
    RoundState,
    RoundWay,
    Terms,
    Turnout,
)
from committee_desk.domain.scores import Grade
from committee_desk.services.round_book import Look
from committee_desk.storage.blinding import new_blind
from committee_desk.storage.books.names import Names
from committee_desk.storage.books.round_marks import RoundMarks, of_round
from committee_desk.storage.round_tables import (
    round_batches,
    round_looks,
    round_people,
    round_turnouts,
    rounds,
)
from committee_desk.storage.tables import persons

_TURNOUT = ("due", "present", "issued", "returned", "valid", "invalid")
_OF_A_DRAFT = (rounds, round_people, round_turnouts)


class RoundsRows(RoundMarks):
    """The rounds' book of one unit of work."""

    # -- the round ---------------------------------------------------------------------------------------------------

    def of_year(self, year: int) -> tuple[Round, ...]:
        """Every round of the year, void ones too, by number."""
        asked = sa.select(rounds).where(rounds.c.ended_by.is_(None), rounds.c.year == year).order_by(rounds.c.number)
        return tuple(map(_read, self._connection.execute(asked)))

    def get(self, year: int, number: int) -> Round | None:
        """One round; None where the year has none of that number."""
        row = self._connection.execute(sa.select(rounds).where(*of_round(rounds, year, number))).one_or_none()
        return None if row is None else _read(row)

    def blind(self, year: int, number: int) -> str:
        """A random text that stands beside the round's result, and is forgotten with it."""
        return self._connection.scalar(sa.select(rounds.c.blind).where(*of_round(rounds, year, number))) or ""

    def next_number(self, year: int) -> int:
        """A number that no round of the year ever bore."""
        highest = sa.select(sa.func.max(rounds.c.number)).where(rounds.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, given: Round) -> None:
        """Keep the round in place of what stood under its number."""
        self._end(rounds, entry, *of_round(rounds, given.year, given.number))
        values = {
            "year": given.year,
            "number": given.number,
            **{name: str(getattr(given, name)) for name in ("kind", "way", "state", "title")},
            "terms": canonical(given.terms),
            "document": given.document or None,
            "day": given.day,
            "why": given.why or None,
            "result": None if given.result is None else canonical(given.result),
            "categories": canonical(given.categories),
            "again": given.again,
            "blind": new_blind(),
            "entry": entry,
        }
        self._connection.execute(sa.insert(rounds), [values])

    def end(self, entry: int, year: int, number: int) -> None:
        """Let a draft hold no longer, with its people and its turnout."""
        for table in _OF_A_DRAFT:
            key = "number" if table is rounds else "round"
            self._end(table, entry, *of_round(table, year, number, key))

    # -- people and turnout --------------------------------------------------------------------------------------------

    def people(self, year: int, number: int) -> tuple[Participant, ...]:
        """Who takes part, by code."""
        own = (round_people.c[name] for name in ("ballot_class", "rated", "by_hand", "took_part"))
        asked = sa.select(persons.c.code, *own).select_from(round_people.join(persons))
        held = asked.where(*of_round(round_people, year, number, "round")).order_by(persons.c.code)
        return tuple(
            Participant(code, BallotClass(each) if each else None, *rest)
            for code, each, *rest in self._connection.execute(held)
        )

    def put_people(self, entry: int, year: int, number: int, people: Iterable[Participant]) -> None:
        """Keep these people as the round's: what differs takes the place of what stood, who is missing goes."""
        held, wanted = ({each.code: each for each in side} for side in (self.people(year, number), people))
        gone = [code for code, each in held.items() if wanted.get(code) != each]
        numbers = Names(self._connection).persons(dict.fromkeys([*gone, *wanted]), entry)
        for code in gone:
            theirs = round_people.c.person_id == numbers[code]
            self._end(round_people, entry, *of_round(round_people, year, number, "round"), theirs)
        here = {"year": year, "round": number, "entry": entry}
        new = [each for code, each in wanted.items() if held.get(code) != each]
        if new:
            rows = [{**here, **_person(each), "person_id": numbers[each.code]} for each in new]
            self._connection.execute(sa.insert(round_people), rows)

    def forget_who_took_part(self, entry: int, year: int, number: int) -> None:
        """Keep of nobody whether he took part in the round, nor that it was ever written."""
        self.put_people(entry, year, number, [each._replace(took_part=None) for each in self.people(year, number)])
        theirs = round_people.c.year == year, round_people.c.round == number, round_people.c.took_part.is_not(None)
        self._empty(round_people, entry, {"took_part": None}, *theirs)

    def forget_statistics(self, entry: int, year: int, number: int) -> None:
        """Keep of the round no result that stood before this one: what closing worked out of its marks."""
        theirs = rounds.c.year == year, rounds.c.number == number, rounds.c.result.is_not(None)
        self._empty(rounds, entry, {"result": None}, *theirs)

    def turnouts(self, year: int, number: int) -> dict[BallotClass, Turnout]:
        """The turnout of each class that one was put down for."""
        own = (round_turnouts.c[name] for name in _TURNOUT)
        asked = sa.select(round_turnouts.c.ballot_class, *own).where(*of_round(round_turnouts, year, number, "round"))
        held = self._connection.execute(asked.order_by(round_turnouts.c.ballot_class))
        return {BallotClass(name): Turnout(*rest) for name, *rest in held}

    def put_turnout(self, entry: int, year: int, number: int, ballot_class: BallotClass, given: Turnout) -> None:
        """Keep a class's turnout in place of what stood."""
        own = round_turnouts.c.ballot_class == str(ballot_class)
        self._end(round_turnouts, entry, *of_round(round_turnouts, year, number, "round"), own)
        values = {"year": year, "round": number, "ballot_class": str(ballot_class), **given._asdict(), "entry": entry}
        self._connection.execute(sa.insert(round_turnouts), [values])

    def batches(self, year: int, number: int) -> tuple[Batch, ...]:
        """The batches that were counted, by number."""
        own = (round_batches.c[name] for name in Batch._fields)
        asked = sa.select(*own).where(*of_round(round_batches, year, number, "round")).order_by(round_batches.c.number)
        return tuple(
            Batch(row.number, BallotClass(row.ballot_class), *row[2:]) for row in self._connection.execute(asked)
        )

    def add_batches(self, entry: int, year: int, number: int, batches: Iterable[Batch]) -> None:
        """Keep who counted which batch."""
        rows = [
            {**each._asdict(), "ballot_class": str(each.ballot_class), "year": year, "round": number, "entry": entry}
            for each in batches
        ]
        if rows:
            self._connection.execute(sa.insert(round_batches), rows)

    # -- looks ---------------------------------------------------------------------------------------------------------

    def looks(self, year: int, number: int) -> tuple[Look, ...]:
        """What the committee looked into, by flag."""
        own = (round_looks.c[name] for name in Look._fields)
        asked = sa.select(*own).where(*of_round(round_looks, year, number, "round")).order_by(round_looks.c.flag)
        return tuple(Look(*row) for row in self._connection.execute(asked))

    def put_look(self, entry: int, year: int, number: int, look: Look) -> None:
        """Keep what was decided on a flag in place of what stood."""
        self._end(round_looks, entry, *of_round(round_looks, year, number, "round"), round_looks.c.flag == look.flag)
        values = {**look._asdict(), "year": year, "round": number, "entry": entry}
        self._connection.execute(sa.insert(round_looks), [values])


def _person(each: Participant) -> dict[str, object]:
    return {
        "ballot_class": str(each.ballot_class) if each.ballot_class else None,
        "rated": each.rated,
        "by_hand": each.by_hand,
        "took_part": each.took_part,
        "blind": new_blind(),
    }


def _read(row: sa.Row[Any]) -> Round:
    return Round(
        row.year,
        row.number,
        RoundKind(row.kind),
        RoundWay(row.way),
        RoundState(row.state),
        row.title,
        terms_from(json.loads(row.terms)),
        row.document or "",
        row.day,
        row.why or "",
        None if row.result is None else json.loads(row.result),
        row.entry,
        tuple(json.loads(row.categories)),
        row.again,
    )


def terms_from(told: Mapping[str, Any]) -> Terms:
    """The terms as a round's row keeps them."""
    return Terms(
        weights={BallotClass(name): Decimal(weight) for name, weight in told["weights"].items()},
        trimmed_from=int(told["trimmed_from"]),
        points={Grade(name): Decimal(points) for name, points in told["points"].items()},
        excellent_from=Decimal(told["excellent_from"]),
        most_excellent=told["most_excellent"],
        least_returned=Fraction(told["least_returned"]),
        least_valid=Fraction(told["least_valid"]),
        shown_from=int(told["shown_from"]),
    )
