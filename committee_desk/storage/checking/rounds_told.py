"""Rating rounds as the file tells them, for what is checked of them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Participant, Round, RoundKind, RoundState, RoundWay, Terms, Turnout, label_of
from committee_desk.storage.books.rounds import terms_from
from committee_desk.storage.checking.reading import Facts, Reading

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
Key = tuple[int, int]
"""A year, and a round's number in it."""


class ToldRound(NamedTuple):
    """One round as the file tells it. `round` is None where its words are none that the program writes."""

    label: str
    entry: int
    round: Round | None
    people: tuple[Participant, ...]
    turnouts: dict[BallotClass, Turnout]


def held_rounds(reading: Reading) -> dict[Key, ToldRound]:
    """Every round that stands, by year and number."""
    return reading.once("rounds", _read)


def _read(reading: Reading) -> dict[Key, ToldRound]:
    people: defaultdict[Key, list[Participant]] = defaultdict(list)
    for year, number, code, name, rated, by_hand, took_part in reading.each(_PEOPLE):
        there = None if took_part is None else bool(took_part)
        people[year, number].append(Participant(code, class_of(name), bool(rated), bool(by_hand), there))
    turnouts: defaultdict[Key, dict[BallotClass, Turnout]] = defaultdict(dict)
    for year, number, name, *numbers in reading.each(_TURNOUTS):
        if (ballot_class := class_of(name)) is not None:
            turnouts[year, number][ballot_class] = Turnout(*numbers)
    return {
        (row[0], row[1]): ToldRound(
            label_of(row[0], row[1]), row[-1], _round(row), tuple(people[row[:2]]), turnouts[row[:2]]
        )
        for row in reading.rows(_ROUNDS)
    }


def sound_rounds(reading: Reading) -> Iterator[tuple[ToldRound, Round]]:
    """The rounds whose words the program writes."""
    for told in held_rounds(reading).values():
        if told.round is not None:
            yield told, told.round


def own_rounds(reading: Reading) -> Iterator[tuple[ToldRound, Round]]:
    """The rounds that the desk held itself."""
    return ((told, given) for told, given in sound_rounds(reading) if given.way is RoundWay.DESK)


def named(told: ToldRound) -> Facts:
    """Which round a sentence is about."""
    return {"label": told.label, "entry": told.entry}


@cache
def class_of(name: str | None) -> BallotClass | None:
    """That class; None where there is none of that name."""
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
