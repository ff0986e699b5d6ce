"""Rating rounds as they hold now: their people, turnout, batches, marks and looks. Nothing joins a rater to a mark."""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from random import SystemRandom
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.journal import canonical
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass, BallotMark
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
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.round_book import Imported, Look
from committee_desk.storage.books.facts import RANDOM_IDS, FactRows
from committee_desk.storage.books.names import Names, insert_many
from committee_desk.storage.exact import to_stored
from committee_desk.storage.round_tables import (
    round_batches,
    round_looks,
    round_people,
    round_turnouts,
    rounds,
    sealed_marks,
)
from committee_desk.storage.tables import ballots, imports, persons, stays

_TURNOUT = ("due", "present", "issued", "returned", "valid", "invalid")
_OF_A_DRAFT = (rounds, round_people, round_turnouts)


class RoundsRows:
    """The rounds' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    # -- the round ---------------------------------------------------------------------------------------------------

    def of_year(self, year: int) -> tuple[Round, ...]:
        """Every round of the year, void ones too, by number."""
        asked = sa.select(rounds).where(rounds.c.ended_by.is_(None), rounds.c.year == year).order_by(rounds.c.number)
        return tuple(map(_read, self._connection.execute(asked)))

    def get(self, year: int, number: int) -> Round | None:
        """One round; None where the year has none of that number."""
        row = self._connection.execute(sa.select(rounds).where(*_of(rounds, year, number))).one_or_none()
        return None if row is None else _read(row)

    def next_number(self, year: int) -> int:
        """A number that no round of the year ever bore."""
        highest = sa.select(sa.func.max(rounds.c.number)).where(rounds.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, given: Round) -> None:
        """Keep the round in place of what stood under its number."""
        self._end(rounds, entry, *_of(rounds, given.year, given.number))
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
            "entry": entry,
        }
        self._connection.execute(sa.insert(rounds), [values])

    def end(self, entry: int, year: int, number: int) -> None:
        """Let a draft hold no longer, with its people and its turnout."""
        for table in _OF_A_DRAFT:
            key = "number" if table is rounds else "round"
            self._end(table, entry, *_of(table, year, number, key))

    # -- people and turnout --------------------------------------------------------------------------------------------

    def people(self, year: int, number: int) -> tuple[Participant, ...]:
        """Who takes part, by code."""
        own = (round_people.c[name] for name in ("ballot_class", "rated", "by_hand", "took_part"))
        asked = sa.select(persons.c.code, *own).select_from(round_people.join(persons))
        held = asked.where(*_of(round_people, year, number, "round")).order_by(persons.c.code)
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
            self._end(round_people, entry, *_of(round_people, year, number, "round"), theirs)
        here = {"year": year, "round": number, "entry": entry}
        new = [each for code, each in wanted.items() if held.get(code) != each]
        if new:
            rows = [{**here, **_person(each), "person_id": numbers[each.code]} for each in new]
            self._connection.execute(sa.insert(round_people), rows)

    def turnouts(self, year: int, number: int) -> dict[BallotClass, Turnout]:
        """The turnout of each class that one was put down for."""
        own = (round_turnouts.c[name] for name in _TURNOUT)
        asked = sa.select(round_turnouts.c.ballot_class, *own).where(*_of(round_turnouts, year, number, "round"))
        held = self._connection.execute(asked.order_by(round_turnouts.c.ballot_class))
        return {BallotClass(name): Turnout(*rest) for name, *rest in held}

    def put_turnout(self, entry: int, year: int, number: int, ballot_class: BallotClass, given: Turnout) -> None:
        """Keep a class's turnout in place of what stood."""
        own = round_turnouts.c.ballot_class == str(ballot_class)
        self._end(round_turnouts, entry, *_of(round_turnouts, year, number, "round"), own)
        values = {"year": year, "round": number, "ballot_class": str(ballot_class), **given._asdict(), "entry": entry}
        self._connection.execute(sa.insert(round_turnouts), [values])

    def batches(self, year: int, number: int) -> tuple[Batch, ...]:
        """The batches that were counted, by number."""
        own = (round_batches.c[name] for name in Batch._fields)
        asked = sa.select(*own).where(*_of(round_batches, year, number, "round")).order_by(round_batches.c.number)
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

    # -- marks ---------------------------------------------------------------------------------------------------------

    def add_marks(self, entry: int, year: int, marks: Sequence[BallotMark]) -> None:
        """Let these marks count: shuffled, each under its own random id."""
        FactRows(self._connection).write(Kind.BALLOTS, year, entry, marks, [0] * len(marks))

    def end_marks(self, entry: int, year: int, number: int) -> None:
        """Let the marks for the round's people count no longer; they go under a void round's seal."""
        self._end(ballots, entry, *self._marks_of(year, number))

    def seal_marks(self, entry: int, year: int, number: int, marks: Iterable[BallotMark]) -> None:
        """Keep a void round's single marks sealed: never counted, never shown, never deleted."""
        given = list(marks)
        if not given:
            return
        numbers = Names(self._connection).persons(dict.fromkeys(each.code for each in given), entry)
        random = SystemRandom()
        rows = [
            (id_, year, number, str(each.ballot_class), numbers[each.code], _stored(each.mark), entry)
            for id_, each in zip(random.sample(range(1, RANDOM_IDS), len(given)), given, strict=True)
        ]
        random.shuffle(rows)
        insert_many(self._connection, sealed_marks, "id, year, round, ballot_class, person_id, mark, entry", rows)

    def sealed(self, year: int, number: int) -> int:
        """How many marks a void round keeps sealed."""
        asked = sa.select(sa.func.count()).where(*_of(sealed_marks, year, number, "round"))
        return self._connection.scalar(asked) or 0

    def marks(self, year: int, number: int) -> tuple[BallotMark, ...]:
        """The marks that count for the people rated in the round, without slips and in no order of theirs."""
        asked = (
            sa.select(ballots.c.ballot_class, persons.c.code, ballots.c.mark)
            .select_from(ballots.join(persons))
            .where(*self._marks_of(year, number))
            .order_by(persons.c.code, ballots.c.ballot_class, ballots.c.mark)
        )
        return tuple(
            BallotMark("", BallotClass(name), code, mark) for name, code, mark in self._connection.execute(asked)
        )

    def imported_for(self, year: int) -> frozenset[str]:
        """The people for whom workbooks brought ballots that count."""
        asked = sa.select(persons.c.code).select_from(ballots.join(persons)).where(*self._marks_of_workbooks(year))
        return frozenset(self._connection.scalars(asked.distinct()))

    def imported_marks(self, year: int) -> tuple[BallotMark, ...]:
        """The marks that workbooks brought and that count, with the slips that the workbooks name."""
        asked = (
            sa.select(ballots.c.slip, ballots.c.ballot_class, persons.c.code, ballots.c.mark)
            .select_from(ballots.join(persons))
            .where(*self._marks_of_workbooks(year))
            .order_by(ballots.c.slip, persons.c.code)
        )
        found = self._connection.execute(asked)
        return tuple(BallotMark(slip, BallotClass(name), code, mark) for slip, name, code, mark in found)

    def imported(self, year: int) -> Imported:
        """The ballots of workbooks that count: people, their categories, slips by class, the workbooks' names."""
        limits = self._marks_of_workbooks(year)
        counted = sa.select(ballots.c.ballot_class, sa.func.count(sa.distinct(ballots.c.slip))).where(*limits)
        by_class = self._connection.execute(counted.group_by(ballots.c.ballot_class))
        slips = {BallotClass(name): number for name, number in by_class}
        if not slips:
            return Imported(frozenset(), (), {}, ())
        theirs = sa.select(ballots.c.person_id).where(*limits)
        held = sa.select(stays.c.category).where(stays.c.ended_by.is_(None), stays.c.person_id.in_(theirs))
        found = set(self._connection.scalars(held.distinct()))
        came_by = sa.func.coalesce(ballots.c.source_entry, ballots.c.entry)
        named = sa.select(imports.c.workbook).join(ballots, imports.c.entry == came_by).where(*limits).distinct()
        workbooks = tuple(sorted(self._connection.scalars(named)))
        categories = tuple(str(each) for each in Category if str(each) in found)
        return Imported(self.imported_for(year), categories, slips, workbooks)

    # -- looks ---------------------------------------------------------------------------------------------------------

    def looks(self, year: int, number: int) -> tuple[Look, ...]:
        """What the committee looked into, by flag."""
        own = (round_looks.c[name] for name in Look._fields)
        asked = sa.select(*own).where(*_of(round_looks, year, number, "round")).order_by(round_looks.c.flag)
        return tuple(Look(*row) for row in self._connection.execute(asked))

    def put_look(self, entry: int, year: int, number: int, look: Look) -> None:
        """Keep what was decided on a flag in place of what stood."""
        self._end(round_looks, entry, *_of(round_looks, year, number, "round"), round_looks.c.flag == look.flag)
        values = {**look._asdict(), "year": year, "round": number, "entry": entry}
        self._connection.execute(sa.insert(round_looks), [values])

    def _marks_of(self, year: int, number: int) -> tuple[sa.ColumnElement[bool], ...]:
        theirs = ballots.c.person_id.in_(self._rated(year, number))
        return ballots.c.ended_by.is_(None), ballots.c.year == year, theirs

    def _marks_of_workbooks(self, year: int) -> tuple[sa.ColumnElement[bool], ...]:
        others = ballots.c.person_id.not_in(self._rated(year))
        return ballots.c.ended_by.is_(None), ballots.c.year == year, others

    def _rated(self, year: int, number: int | None = None) -> sa.Select[tuple[int]]:
        """Whom the desk's own closed rounds of the year rate, or one round."""
        asked = sa.select(round_people.c.person_id).where(round_people.c.ended_by.is_(None), round_people.c.rated)
        if number is not None:
            return asked.where(round_people.c.year == year, round_people.c.round == number)
        held = sa.and_(rounds.c.year == round_people.c.year, rounds.c.number == round_people.c.round)
        closed = rounds.c.state == RoundState.CLOSED.value, rounds.c.way == RoundWay.DESK.value
        return asked.join(rounds, held).where(round_people.c.year == year, rounds.c.ended_by.is_(None), *closed)

    def _end(self, table: sa.Table, entry: int, *limits: sa.ColumnElement[bool]) -> None:
        self._connection.execute(sa.update(table).where(table.c.ended_by.is_(None), *limits).values(ended_by=entry))


def _of(table: sa.Table, year: int, number: int, key: str = "number") -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.ended_by.is_(None), table.c.year == year, table.c[key] == number


def _stored(mark: Decimal | None) -> int | str | None:
    return None if mark is None else to_stored(mark)


def _person(each: Participant) -> dict[str, object]:
    return {
        "ballot_class": str(each.ballot_class) if each.ballot_class else None,
        "rated": each.rated,
        "by_hand": each.by_hand,
        "took_part": each.took_part,
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
