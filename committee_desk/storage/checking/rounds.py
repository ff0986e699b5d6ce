"""Rating rounds: adopted terms, turnout one within the other, marks as many as valid slips, nobody rated twice.

Never whom a mark was for: a sentence must not open what a ballot keeps shut.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import cast

from committee_desk.domain.journal import canonical
from committee_desk.domain.rounds import (
    Failing,
    RoundState,
    RoundWay,
    failing,
    label_of,
)
from committee_desk.storage.checking.reading import Facts, Invariant, Reading
from committee_desk.storage.checking.rounds_told import (
    Key,
    ToldRound,
    class_of,
    held_rounds,
    named,
    own_rounds,
    sound_rounds,
)

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
_WHOLE = """
    SELECT min(r.entry) FROM rounds AS r JOIN round_people AS p ON p.year = r.year AND p.round = r.number
    JOIN ballots AS b ON b.year = p.year AND b.person_id = p.person_id
    JOIN imports AS i ON i.entry = coalesce(b.source_entry, b.entry)
    WHERE r.ended_by IS NULL AND r.way = 'imported' AND r.state = 'closed' AND p.ended_by IS NULL AND b.mark IS NOT NULL
    AND r.year = ? AND r.number = ?
"""
_NEEDS = ("rounds",)


def _shape(reading: Reading) -> Iterator[Facts]:
    years = {year for (year,) in reading.rows("SELECT year FROM years")}
    for (year, number), told in held_rounds(reading).items():
        if told.round is None or year not in years or number < 1 or not told.round.title.strip():
            yield named(told)


def _adopted(reading: Reading) -> Iterator[Facts]:
    """An own round that ever opened was adopted: by a document of a day."""
    for told, given in own_rounds(reading):
        opened = given.state is not RoundState.DRAFT
        if opened != bool(given.document.strip() and given.day):
            yield named(told)


def _turnout(reading: Reading) -> Iterator[Facts]:
    """One number within the other; due are, of a round that the desk held, all who may rate in the class."""
    for told, given in sound_rounds(reading):
        raters = Counter(each.ballot_class for each in told.people)
        for name, each in told.turnouts.items():
            due = given.way is not RoundWay.DESK or each.due == raters[name]
            within = each.present <= each.due and each.issued <= each.due and min(each[:4]) >= 0
            counted = each.valid is not None and each.invalid is not None
            sums = not counted or (each.valid or 0) + (each.invalid or 0) == each.returned
            closed = given.state is not RoundState.CLOSED or (counted and each.returned <= each.issued)
            beyond = given.state is RoundState.VOID and each.above_issued
            if not ((within or beyond) and sums and closed and due):
                yield {**named(told), "ballot_class": name}


def _thresholds(reading: Reading) -> Iterator[Facts]:
    """The turnout of a counted round is there and does not void it; that of a round void by its turnout does."""
    for told, given in own_rounds(reading):
        classes = {each.ballot_class for each in told.people} - {None}
        why = failing(told.turnouts.values(), given.terms)
        if given.state is RoundState.CLOSED and (why is not None or told.turnouts.keys() != classes):
            yield named(told)
        said = given.state is RoundState.VOID and given.why in set(Failing) - {Failing.DECIDED}
        if said and (given.why != why or not given.why):
            yield named(told)
        if given.state is RoundState.VOID and not given.why.strip():
            yield named(told)


def _people(reading: Reading) -> Iterator[Facts]:
    """Who takes part: somebody rates and is rated once a round opened; who did, of a counted round alone."""
    held = held_rounds(reading)
    for told, given in own_rounds(reading):
        opened = given.state is not RoundState.DRAFT
        lacks = not any(each.rated for each in told.people) or not any(each.ballot_class for each in told.people)
        counted = given.state is RoundState.CLOSED
        told_of = not counted and any(each.took_part is not None for each in told.people)
        if (opened and lacks) or told_of:
            yield named(told)
    for year, number, name in reading.each("SELECT DISTINCT year, round, ballot_class FROM round_people"):
        if (name is not None and class_of(name) is None) or (
            (year, number) not in held and _holding(reading, year, number)
        ):
            yield {"label": label_of(year, number), "entry": 0}


def _rated_twice(reading: Reading) -> Iterator[Facts]:
    seen: dict[tuple[int, str], str] = {}
    for (year, _), told in held_rounds(reading).items():
        if told.round is None or not told.round.holds or told.round.state is RoundState.DRAFT:
            continue  # two drafts may name the same people until one is adopted
        for each in told.people:
            if each.rated and seen.setdefault((year, each.code), told.label) != told.label:
                yield {**named(told), "other": seen[year, each.code], "code": each.code}


def _marks(reading: Reading) -> Iterator[Facts]:
    """Each valid slip of a counted round left one mark for everybody rated; no other own round has any that count."""
    found: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for year, number, _, name, count in reading.each(_MARKS):
        found[year, number][name].append(count)
    for told, given in own_rounds(reading):
        marks, rated = found[given.year, given.number], [each.code for each in told.people if each.rated]
        if given.state is RoundState.CLOSED:
            wanted = {str(name): [each.valid] * len(rated) for name, each in told.turnouts.items() if each.valid}
            if dict(marks) != wanted:
                yield named(told)
        elif given.state is RoundState.OPEN and marks:
            yield named(told)


def _parted(reading: Reading) -> Iterator[Facts]:
    """Of the slips that workbooks brought none is whole once their round is closed."""
    for told, given in sound_rounds(reading):
        imported = given.way is RoundWay.IMPORTED and given.state is RoundState.CLOSED
        if imported and reading.one(_WHOLE, given.year, given.number) is not None:
            yield named(told)


def _sealed(reading: Reading) -> Iterator[Facts]:
    held = held_rounds(reading)
    for year, number in reading.rows(_SEALED):
        told = held.get((year, number))
        if told is None or told.round is None or told.round.state is not RoundState.VOID:
            yield {"label": label_of(year, number), "entry": told.entry if told else 0}


def _batches(reading: Reading) -> Iterator[Facts]:
    """Counted batches: of an ended round, by different people."""
    held = held_rounds(reading)
    for year, number, batch, name, slips, *counters, entry in reading.rows(_BATCHES):
        told = held.get((year, number))
        ended = told and told.round and told.round.state in (RoundState.CLOSED, RoundState.VOID)
        hands = [each for each in counters if each is not None]
        apart = all(hands) and len(set(hands)) == len(hands)
        if not ended or class_of(name) is None or slips < 1 or not apart:
            yield {"label": label_of(year, number), "batch": batch, "entry": entry}


def _looks(reading: Reading) -> Iterator[Facts]:
    held = held_rounds(reading)
    for year, number, flag, by, decided, entry in reading.rows(_LOOKS):
        told = held.get((year, number))
        given = told.round if told else None
        if given is None or given.result is None or not flag or not by.strip() or not decided.strip():
            yield {"label": label_of(year, number), "flag": flag, "entry": entry}


def _statistics(reading: Reading) -> Iterator[Facts]:
    """What is kept of statistics is what the program tells of them, to the key: one more could draw single slips."""
    from committee_desk.domain.rater_statistics.kept import Plain, plain, read  # noqa: PLC0415 - few desks hold any

    for told, given in sound_rounds(reading):
        held = (given.result or {}).get("statistics")
        try:
            needed = given.state is RoundState.CLOSED
            sound = not needed if held is None else canonical(plain(read(cast("Plain", held)))) == canonical(held)
        except (AttributeError, KeyError, TypeError, ValueError):
            sound = False
        if not sound:
            yield named(told)


def _again(reading: Reading) -> Iterator[Facts]:
    """What is held again was void, and has the same people and terms."""
    held = held_rounds(reading)
    for told, given in own_rounds(reading):
        if given.again is None:
            continue
        first = held.get((given.year, given.again))
        if first is None or first.round is None or first.round.state is not RoundState.VOID:
            yield {**named(told), "first": label_of(given.year, given.again)}
        elif (first.round.terms, _taking(first)) != (given.terms, _taking(told)):
            yield {**named(told), "first": first.label}


def _taking(told: ToldRound) -> set[tuple[object, ...]]:
    return {each[:3] for each in told.people}


def _holding(reading: Reading, year: int, number: int) -> bool:
    asked = "SELECT 1 FROM round_people WHERE year = ? AND round = ? AND ended_by IS NULL LIMIT 1"
    return reading.one(asked, year, number) is not None


INVARIANTS = (
    Invariant("rounds.shape", _shape, _NEEDS),
    Invariant("rounds.adopted", _adopted, _NEEDS),
    Invariant("rounds.turnout", _turnout, _NEEDS),
    Invariant("rounds.thresholds", _thresholds, _NEEDS),
    Invariant("rounds.people", _people, _NEEDS),
    Invariant("rounds.rated_twice", _rated_twice, _NEEDS),
    Invariant("rounds.marks", _marks, _NEEDS),
    Invariant("rounds.parted", _parted, _NEEDS),
    Invariant("rounds.sealed", _sealed, _NEEDS),
    Invariant("rounds.batches", _batches, _NEEDS),
    Invariant("rounds.looks", _looks, _NEEDS),
    Invariant("rounds.statistics", _statistics, _NEEDS),
    Invariant("rounds.again", _again, _NEEDS),
)
