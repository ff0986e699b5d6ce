"""Somebody with a closed desk puts the single marks of a class together into slips, in every way there is, and keeps
those ways that lead to the very statistics that the desk keeps. All of them do: he is as far as he was."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from committee_desk.domain.journal import canonical
from committee_desk.domain.rater_statistics import kept
from committee_desk.domain.rater_statistics.icc import two_way
from committee_desk.domain.rater_statistics.whole import Asked, statistics_of
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import NO_BOOTH, Line, Slip, Unmarked, part
from committee_desk.domain.rounds import Participant, Terms
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from tests.leaks.round_watched import UNIT
from tests.services.rounds_held import SECOND, YEAR, A, B, C, drafted, office, opened, put_down, rated, type_slips

TERMS = Terms({A: Decimal("0.4"), B: Decimal("0.3"), C: Decimal("0.3")})
SIZES = {A: 3, B: 6, C: 12}
MARKS = """
    SELECT b.ballot_class, p.code, b.mark FROM ballots AS b JOIN persons AS p ON p.id = b.person_id
    WHERE b.ended_by IS NULL ORDER BY b.mark
"""
COUNTS = {"straight_lines", "far_ballots"}
"""What is counted on whole slips, and told from three on alone."""

Columns = Mapping[BallotClass, Mapping[str, Sequence[Line]]]
"""The marks of a class by person, which is what a closed desk keeps."""


def put_together(columns: Columns) -> list[Slip]:
    """Slips of the marks that stand in the same place of each person's."""
    return [
        Slip(ballot_class, dict(zip(people, lines, strict=True)))
        for ballot_class, people in columns.items()
        for lines in zip(*people.values(), strict=True)
    ]


def statistics(slips: Sequence[Slip], people: Sequence[str]) -> dict[str, object]:
    """What a desk would keep of these slips."""
    parted = part(slips, NO_BOOTH, TERMS, people, Random(1).randbytes)
    told: dict[str, object] = json.loads(canonical(kept.plain(statistics_of(Asked(slips, parted), TERMS, people))))
    return told


def honest(random: Random, people: Sequence[str], number: int) -> list[dict[str, str]]:
    """Ballots of raters who are more or less strict and see the people's worth more or less."""
    worth = {code: random.randint(75, 92) for code in people}
    strict = [random.randint(-6, 6) for _ in range(number)]
    return [
        {code: str(min(100, max(60, worth[code] + each + random.randint(-4, 4)))) for code in people} for each in strict
    ]


def closed(desk: Desk, actor: Actor, seed: int) -> tuple[dict[BallotClass, list[dict[str, str]]], tuple[str, ...]]:
    """A round that rated two people, closed; the slips that it was counted from, and who was rated."""
    number, random = drafted(desk, actor), Random(seed)
    for row in desk.rounds.participants(YEAR, number):
        each = row.participant
        if each.rated and each.code not in {"P01", "P02"}:
            desk.rounds.place(actor, YEAR, number, Participant(each.code, each.ballot_class, rated=False))
    opened(desk, actor, number)
    people = rated(desk, number)
    truth = {name: honest(random, people, size) for name, size in SIZES.items()}
    for name, slips in truth.items():
        type_slips(desk, actor, number, name, slips)
        put_down(desk, actor, number, name, *[len(slips)] * 4)
    desk.rounds.close(actor, YEAR, number, SECOND)
    return truth, people


def taken(path: Path) -> tuple[dict[BallotClass, dict[str, list[Line]]], dict[str, object]]:
    """The marks and the statistics that a closed desk keeps, by SQL alone."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
        marks, (result,) = file.execute(MARKS).fetchall(), file.execute(
            "SELECT result FROM rounds WHERE state = 'closed' AND ended_by IS NULL"
        ).fetchone()  # fmt: skip
    found: dict[BallotClass, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for name, code, mark in marks:
        found[BallotClass(name)][code].append(Decimal(mark) / UNIT)
    return found, json.loads(result)["statistics"]


def arrangements(columns: Columns, ballot_class: BallotClass) -> Iterator[Columns]:
    """Every way in which the marks of a class may have stood on slips, for two people rated; each but once."""
    (one, first), (two, second) = columns[ballot_class].items()
    seen = set()
    for order in permutations(second):
        ways = tuple(sorted(zip(map(Fraction, map(str, first)), map(Fraction, map(str, order)), strict=True)))
        if ways not in seen:
            seen.add(ways)
            yield {**columns, ballot_class: {one: first, two: order}}


def slips_of_heads(way: Columns, people: Sequence[str]) -> list[tuple[Line, ...]]:
    return sorted(tuple(each.lines[code] for code in people) for each in put_together({B: way[B]}))


def test_every_way_to_put_the_slips_of_a_closed_desk_together_leads_to_what_it_keeps(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    truth, people = closed(office(desk, tmp_path), actor, 1)
    columns, told = taken(desk.path)
    ways = list(arrangements(columns, B))
    assert len(ways) > 50
    slips: list[tuple[Line, ...]] = sorted(tuple(Decimal(slip[code]) for code in people) for slip in truth[B])
    assert [slips_of_heads(way, people) for way in ways].count(slips) == 1, "else the truth is not among them"
    left = [way for way in ways if statistics(put_together(way), people) == told]
    assert len(left) == len(ways)


def test_the_same_attacker_has_every_slip_as_soon_as_a_two_way_form_is_kept(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    """Else it proves nothing."""
    truth, people = closed(office(desk, tmp_path), actor, 1)
    columns, _ = taken(desk.path)
    told = two_way(np.array([[float(slip[code]) for code in people] for slip in truth[B]]))
    left = [
        way
        for way in arrangements(columns, B)
        if two_way(np.array([[float(str(mark)) for mark in column] for column in way[B].values()]).T) == told
    ]
    assert len(left) == 1


lines: st.SearchStrategy[Line] = st.one_of(st.integers(40, 100).map(Decimal), st.just(Unmarked.ABSTAINED))
PEOPLE = ("J001", "J002", "J003", "J004", "J005")


@settings(deadline=None, max_examples=80)
@given(
    st.dictionaries(st.sampled_from(BallotClass), st.lists(st.tuples(*[lines] * len(PEOPLE)), max_size=9), min_size=1),
    st.randoms(use_true_random=False),
)
def test_whatever_is_kept_but_counts_is_the_same_however_marks_are_put_together(
    given_: dict[BallotClass, list[tuple[Line, ...]]], random: Random
) -> None:
    columns = {
        name: {code: [slip[at] for slip in slips] for at, code in enumerate(PEOPLE)} for name, slips in given_.items()
    }
    mixed = {
        name: {code: random.sample(marks, len(marks)) for code, marks in people.items()}
        for name, people in columns.items()
    }
    one, other = (without_counts(statistics(put_together(each), PEOPLE)) for each in (columns, mixed))
    assert one == other


def without_counts(told: Mapping[str, object]) -> dict[str, object]:
    """The statistics but what is counted, and what is asked because of a count."""
    flags = [each for each in told["flags"] if each["kind"] not in COUNTS]  # type: ignore[attr-defined]
    return {name: value for name, value in told.items() if name not in COUNTS} | {"flags": flags}
