"""Somebody takes everything that is ever shown of a person's ballots, tries every set of marks that would have looked
the same, and still knows no hidden class and no single ballot."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product

import pytest

from committee_desk.domain.exact import POINT, figure, half_up, in_units
from committee_desk.domain.explaining_ballots import explain_ballots
from committee_desk.domain.ratings import BallotSum, class_weights, peer_mean
from committee_desk.domain.round_counting import shown_classes
from committee_desk.domain.rounds import SHOWN_FROM
from tests.domain.offices import SCHEME

CLASSES = ("A", "B", "C")
MARKS = (60, 70, 80, 90, 100)
"""What the attacker takes for possible; what was really given lies in the middle, where nothing is plain anyway."""
MIDDLE = (70, 80, 90)
INDICATOR = next(each for each in SCHEME.indicators if each.id == "peer_rating")

World = tuple[tuple[int, ...], ...]
"""The marks of each class."""
Shown = tuple[object, ...]

FINE = tuple(range(60, 100, 3))
"""Where few marks are merged, the attacker has to try more of them for his equations to have a second solution."""
SIZES = [(2, 3, 3), (3, 2, 3), (3, 3, 2), (1, 3, 3), (3, 1, 3), (2, 2, 3), (1, 2, 3), (2, 5, 0), (5, 2, 1), (1, 4, 0)]
TRIED: dict[tuple[int, ...], tuple[tuple[int, ...], ...]] = {
    (1, 2, 3): (FINE, FINE, MIDDLE),
    (1, 4, 0): (FINE, FINE, MIDDLE),
}


def sums_of(world: World) -> list[BallotSum]:
    units = [[in_units(Decimal(mark), POINT) for mark in marks] for marks in world]
    named = zip(CLASSES, units, strict=True)
    return [BallotSum(name, sum(each), len(each), min(each), max(each)) for name, each in named if each]


def displays(world: World) -> Shown:
    """Everything: the explanation that screen, paper and workbook say, and the printed score. To the last digit."""
    sums = sums_of(world)
    told = explain_ballots(SCHEME, INDICATOR, sums, ())
    above, below = peer_mean(sums, class_weights(SCHEME.ballot_weights), SCHEME.trimmed_from) or (0, 1)
    printed = figure(half_up(above * INDICATOR.maximum, below * POINT * 100))
    return (
        printed,
        *((step.kind, *step.facts.items()) for step in told.steps),
        *(tuple(each.facts.items()) for each in told.inputs),
    )


def every_class(world: World) -> Shown:
    """What must never be: each class by itself, however small."""
    return displays(world), *(sum(marks) for marks in world)


def worlds(sizes: Sequence[int], *marks: Sequence[int]) -> Iterator[World]:
    return product(*(combinations_with_replacement(each, size) for each, size in zip(marks, sizes, strict=True)))


def given(sizes: tuple[int, ...], number: int) -> list[World]:
    """Some worlds of which each class lies in the middle of what the attacker tries."""
    middle = tuple(tuple(each[len(each) // 4 : -(len(each) // 4)]) or each for each in tried(sizes))
    return random.Random(7).sample(sorted(worlds(sizes, *middle)), number)


def tried(sizes: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    return TRIED.get(sizes, (MARKS,) * len(CLASSES))


@cache
def looking_alike(sizes: tuple[int, ...], shown: Callable[[World], Shown]) -> dict[Shown, list[World]]:
    found: dict[Shown, list[World]] = {}
    for world in worlds(sizes, *tried(sizes)):
        found.setdefault(shown(world), []).append(world)
    return found


def hidden(sizes: Sequence[int]) -> list[int]:
    """Which classes are not shown alone."""
    sums = sums_of(tuple((80,) * size for size in sizes))
    alone = {
        each.classes[0]
        for each in shown_classes(sums, SCHEME.ballot_weights, SCHEME.trimmed_from, SHOWN_FROM)
        if not each.merged
    }
    return [at for at, name in enumerate(CLASSES) if sizes[at] and name not in alone]


def solved(alike: Sequence[World], at: int) -> bool:
    """Whether the class's mean is known, or that one certain mark was given in it."""
    certain = Counter(alike[0][at])
    for world in alike[1:]:
        certain &= Counter(world[at])
    return bool(certain) or len({sum(world[at]) for world in alike}) == 1


@pytest.mark.parametrize("sizes", SIZES)
def test_no_hidden_class_and_no_single_ballot_of_one_follows_from_all_displays_of_a_person(
    sizes: tuple[int, ...],
) -> None:
    assert hidden(sizes)
    for world in given(sizes, 12):
        alike = looking_alike(sizes, displays)[displays(world)]
        assert world in alike
        assert not [(CLASSES[at], world) for at in hidden(sizes) if solved(alike, at)]


def test_the_same_attacker_solves_a_small_class_as_soon_as_it_is_shown_by_itself() -> None:
    sizes, world = (2, 3, 3), ((70, 90), (70, 80, 90), (80, 80, 90))
    assert solved(looking_alike(sizes, every_class)[every_class(world)], 0)


def test_a_pooled_mean_beside_the_printed_figure_would_solve_a_class_which_is_why_none_is_shown() -> None:
    def pooled(world: World) -> Shown:
        return displays(world), sum(sum(marks) for marks in world)

    sizes, world = (1, 3, 3), ((70,), (70, 80, 90), (80, 80, 90))
    assert solved(looking_alike(sizes, pooled)[pooled(world)], 0)
    assert not solved(looking_alike(sizes, displays)[displays(world)], 0)


@pytest.mark.parametrize("size", [5, 6])
def test_mean_and_trimmed_mean_are_never_both_shown(size: int) -> None:
    """Together they are the sum of the two extremes, and nearly the extremes themselves."""
    world = ((70, 80, 90), (60, *(80,) * (size - 2), 100), ())
    alike = looking_alike((3, size, 0), displays)[displays(world)]
    assert len({min(each[1]) + max(each[1]) for each in alike}) > 1


def test_what_is_shown_of_classes_and_total_says_one_thing_and_not_two() -> None:
    """Every line follows from the lines of single classes and the total, so that no two lines can be set against
    each other."""
    for sizes in SIZES:
        for world in given(sizes, 5):
            lines = explain_ballots(SCHEME, INDICATOR, sums_of(world), ())
            if not (
                means := [(Fraction(str(each.facts["weight"])), each.effect) for each in lines.inputs if each.effect]
            ):
                continue
            total = next(step.facts["mean"] for step in lines.steps if step.kind == "ballot_mean")
            whole = sum(Fraction(mean or 0) * weight for weight, mean in means)
            assert whole / sum(weight for weight, _ in means) == total
