"""Rating rounds: adopted terms, turnout one within the other, marks as many as valid slips, nobody rated twice.

Never whom a mark was for: a sentence must not open what a ballot keeps shut.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import (
    Failing,
    Participant,
    Round,
    RoundKind,
    RoundState,
    RoundWay,
    Terms,
    Turnout,
    failing,
    label_of,
)
from committee_desk.storage.books.rounds import terms_from
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

_ROUNDS = """
    SELECT year, number, kind, way, state, title, terms, document, day, why, result, categories, again, entry
    FROM rounds WHERE ended_by IS NULL ORDER BY year, number
"""
_PEOPLE = """
    SELECT r.year, r.round, p.code, r.ballot_class, r.rated, r.by_hand, r.took_part
    FROM round_people AS r JOIN persons AS p ON p.id = r.person_id WHERE r.ended_by IS NULL ORDER BY p.code
"""
_TURNOUTS = """
    SELECT year, round, ballot_class, due, present, issued, returned, valid, invalid
    FROM round_turnouts WHERE ended_by IS NULL ORDER BY ballot_class
"""
_MARKS = """
    SELECT r.year, r.round, b.person_id, b.ballot_class, count(*)
    FROM round_people AS r JOIN ballots AS b ON b.person_id = r.person_id AND b.year = r.year
    WHERE r.ended_by IS NULL AND r.rated AND b.ended_by IS NULL GROUP BY 1, 2, 3, 4
"""
_SEALED = "SELECT DISTINCT year, round FROM sealed_marks WHERE ended_by IS NULL"
_BATCHES = """
    SELECT year, round, number, ballot_class, slips, typed_by, compared_by, settled_by, entry
    FROM round_batches WHERE ended_by IS NULL
"""
_LOOKS = "SELECT year, round, flag, looked_by, decided, entry FROM round_looks WHERE ended_by IS NULL"
_NEEDS = ("rounds",)
Key = tuple[int, int]
"""A year, and a round's number in it."""


class _Told(NamedTuple):
    """One round as the file tells it. `round` is None where its words are none that the program writes."""

    label: str
    entry: int
    round: Round | None
    people: tuple[Participant, ...]
    turnouts: dict[BallotClass, Turnout]


def _held(reading: Reading) -> dict[Key, _Told]:
    return reading.once("rounds", _read)


def _read(reading: Reading) -> dict[Key, _Told]:
    people: defaultdict[Key, list[Participant]] = defaultdict(list)
    for year, number, code, name, rated, by_hand, took_part in reading.each(_PEOPLE):
        there = None if took_part is None else bool(took_part)
        people[year, number].append(Participant(code, _class(name), bool(rated), bool(by_hand), there))
    turnouts: defaultdict[Key, dict[BallotClass, Turnout]] = defaultdict(dict)
    for year, number, name, *numbers in reading.each(_TURNOUTS):
        if (ballot_class := _class(name)) is not None:
            turnouts[year, number][ballot_class] = Turnout(*numbers)
    return {
        (row[0], row[1]): _Told(
            label_of(row[0], row[1]), row[-1], _round(row), tuple(people[row[:2]]), turnouts[row[:2]]
        )
        for row in reading.rows(_ROUNDS)
    }


def _shape(reading: Reading) -> Iterator[Facts]:
    years = {year for (year,) in reading.rows("SELECT year FROM years")}
    for (year, number), told in _held(reading).items():
        if told.round is None or year not in years or number < 1 or not told.round.title.strip():
            yield _named(told)


def _adopted(reading: Reading) -> Iterator[Facts]:
    """An own round that ever opened was adopted: by a document of a day."""
    for told, given in _own(reading):
        opened = given.state is not RoundState.DRAFT
        if opened != bool(given.document.strip() and given.day):
            yield _named(told)


def _turnout(reading: Reading) -> Iterator[Facts]:
    for told, given in _sound(reading):
        for name, each in told.turnouts.items():
            within = each.present <= each.due and each.issued <= each.due and min(each[:4]) >= 0
            counted = each.valid is not None and each.invalid is not None
            sums = not counted or (each.valid or 0) + (each.invalid or 0) == each.returned
            closed = given.state is not RoundState.CLOSED or (counted and each.returned <= each.issued)
            beyond = given.state is RoundState.VOID and each.above_issued
            if not ((within or beyond) and sums and closed):
                yield {**_named(told), "ballot_class": name}


def _thresholds(reading: Reading) -> Iterator[Facts]:
    """The turnout of a counted round is there and does not void it; that of a round void by its turnout does."""
    for told, given in _own(reading):
        classes = {each.ballot_class for each in told.people} - {None}
        why = failing(told.turnouts.values(), given.terms)
        if given.state is RoundState.CLOSED and (why is not None or told.turnouts.keys() != classes):
            yield _named(told)
        said = given.state is RoundState.VOID and given.why in set(Failing) - {Failing.DECIDED}
        if said and (given.why != why or not given.why):
            yield _named(told)
        if given.state is RoundState.VOID and not given.why.strip():
            yield _named(told)


def _people(reading: Reading) -> Iterator[Facts]:
    """Who takes part: somebody rates and is rated once a round opened; who did, is known after its end alone."""
    held = _held(reading)
    for told, given in _own(reading):
        opened = given.state is not RoundState.DRAFT
        lacks = not any(each.rated for each in told.people) or not any(each.ballot_class for each in told.people)
        early = given.state in (RoundState.DRAFT, RoundState.OPEN) and any(
            each.took_part is not None for each in told.people
        )
        if (opened and lacks) or early:
            yield _named(told)
    for year, number, name in reading.each("SELECT DISTINCT year, round, ballot_class FROM round_people"):
        if (name is not None and _class(name) is None) or (
            (year, number) not in held and _holding(reading, year, number)
        ):
            yield {"label": label_of(year, number), "entry": 0}


def _rated_twice(reading: Reading) -> Iterator[Facts]:
    seen: dict[tuple[int, str], str] = {}
    for (year, _), told in _held(reading).items():
        if told.round is None or not told.round.holds or told.round.state is RoundState.DRAFT:
            continue  # two drafts may name the same people until one is adopted
        for each in told.people:
            if each.rated and seen.setdefault((year, each.code), told.label) != told.label:
                yield {**_named(told), "other": seen[year, each.code], "code": each.code}


def _marks(reading: Reading) -> Iterator[Facts]:
    """Each valid slip of a counted round left one mark for everybody rated; no other own round has any that count."""
    found: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for year, number, _, name, count in reading.each(_MARKS):
        found[year, number][name].append(count)
    for told, given in _own(reading):
        marks, rated = found[given.year, given.number], [each.code for each in told.people if each.rated]
        if given.state is RoundState.CLOSED:
            wanted = {str(name): [each.valid] * len(rated) for name, each in told.turnouts.items() if each.valid}
            if dict(marks) != wanted:
                yield _named(told)
        elif given.state is RoundState.OPEN and marks:
            yield _named(told)


def _sealed(reading: Reading) -> Iterator[Facts]:
    held = _held(reading)
    for year, number in reading.rows(_SEALED):
        told = held.get((year, number))
        if told is None or told.round is None or told.round.state is not RoundState.VOID:
            yield {"label": label_of(year, number), "entry": told.entry if told else 0}


def _batches(reading: Reading) -> Iterator[Facts]:
    """Counted batches: of an ended round, by different people."""
    held = _held(reading)
    for year, number, batch, name, slips, *counters, entry in reading.rows(_BATCHES):
        told = held.get((year, number))
        ended = told and told.round and told.round.state in (RoundState.CLOSED, RoundState.VOID)
        named = [each for each in counters if each is not None]
        if not ended or _class(name) is None or slips < 1 or len(set(named)) != len(named) or not all(named):
            yield {"label": label_of(year, number), "batch": batch, "entry": entry}


def _looks(reading: Reading) -> Iterator[Facts]:
    held = _held(reading)
    for year, number, flag, by, decided, entry in reading.rows(_LOOKS):
        told = held.get((year, number))
        given = told.round if told else None
        if given is None or given.result is None or not flag or not by.strip() or not decided.strip():
            yield {"label": label_of(year, number), "flag": flag, "entry": entry}


def _again(reading: Reading) -> Iterator[Facts]:
    """What is held again was void, and has the same people and terms."""
    held = _held(reading)
    for told, given in _own(reading):
        if given.again is None:
            continue
        first = held.get((given.year, given.again))
        if first is None or first.round is None or first.round.state is not RoundState.VOID:
            yield {**_named(told), "first": label_of(given.year, given.again)}
        elif (first.round.terms, _taking(first)) != (given.terms, _taking(told)):
            yield {**_named(told), "first": first.label}


def _taking(told: _Told) -> set[tuple[object, ...]]:
    return {each[:3] for each in told.people}


def _holding(reading: Reading, year: int, number: int) -> bool:
    asked = "SELECT 1 FROM round_people WHERE year = ? AND round = ? AND ended_by IS NULL LIMIT 1"
    return reading.one(asked, year, number) is not None


def _sound(reading: Reading) -> Iterator[tuple[_Told, Round]]:
    for told in _held(reading).values():
        if told.round is not None:
            yield told, told.round


def _own(reading: Reading) -> Iterator[tuple[_Told, Round]]:
    """The rounds that the desk held itself."""
    return ((told, given) for told, given in _sound(reading) if given.way is RoundWay.DESK)


def _named(told: _Told) -> Facts:
    return {"label": told.label, "entry": told.entry}


@cache
def _class(name: str | None) -> BallotClass | None:
    return BallotClass(name) if name in set(BallotClass) else None


def _round(row: tuple[Any, ...]) -> Round | None:
    year, number, kind, way, state, title, terms, document, day, why, result, categories, again, entry = row
    try:
        locked: Terms = terms_from(json.loads(terms))
        return Round(
            year, number, RoundKind(kind), RoundWay(way), RoundState(state), title, locked, document or "",
            date.fromisoformat(day) if day else None, why or "", json.loads(result) if result else None, entry,
            tuple(json.loads(categories)), again,
        )  # fmt: skip
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None


INVARIANTS = (
    Invariant("rounds.shape", _shape, _NEEDS),
    Invariant("rounds.adopted", _adopted, _NEEDS),
    Invariant("rounds.turnout", _turnout, _NEEDS),
    Invariant("rounds.thresholds", _thresholds, _NEEDS),
    Invariant("rounds.people", _people, _NEEDS),
    Invariant("rounds.rated_twice", _rated_twice, _NEEDS),
    Invariant("rounds.marks", _marks, _NEEDS),
    Invariant("rounds.sealed", _sealed, _NEEDS),
    Invariant("rounds.batches", _batches, _NEEDS),
    Invariant("rounds.looks", _looks, _NEEDS),
    Invariant("rounds.again", _again, _NEEDS),
)
