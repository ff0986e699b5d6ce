"""What of a count may be shown: whoever holds every display can work out no class that is too small."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.exact import POINT, as_fraction
from committee_desk.domain.ratings import BallotClass, BallotSum, class_weights, peer_mean
from committee_desk.domain.round_counting import ShownClass, shown_alone, shown_classes
from committee_desk.domain.rounds import Terms

A, B, C = BallotClass
WEIGHTS = {"A": Decimal("0.4"), "B": Decimal("0.3"), "C": Decimal("0.3")}
Given = dict[str, list[int]]


def sums(given_: Given) -> list[BallotSum]:
    return [
        BallotSum(name, sum(marks) * POINT, len(marks), min(marks) * POINT, max(marks) * POINT)
        for name, marks in given_.items()
        if marks
    ]


def shown(given_: Given, trimmed_from: int = 5) -> tuple[ShownClass, ...]:
    return shown_classes(sums(given_), WEIGHTS, trimmed_from, 3)


def groups(given_: Given) -> list[str]:
    return ["".join(each.classes) for each in shown(given_)]


def marks(**numbers: int) -> Given:
    return {name: [80 + at for at in range(number)] for name, number in numbers.items()}


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ({"A": 3, "B": 6, "C": 12}, ["A", "B", "C"]),
        ({"A": 2, "B": 6, "C": 12}, ["AB", "C"]),
        ({"A": 3, "B": 2, "C": 12}, ["A", "BC"]),
        ({"A": 3, "B": 6, "C": 2}, ["A", "BC"]),
        ({"A": 2, "B": 6, "C": 1}, []),
        ({"A": 1, "B": 1, "C": 12}, []),
        ({"A": 1, "B": 2, "C": 12}, ["AB", "C"]),
        ({"A": 1, "B": 1, "C": 1}, []),
        ({"A": 5, "B": 1, "C": 1}, []),
        ({"A": 0, "B": 2, "C": 12}, []),
        ({"A": 0, "B": 3, "C": 12}, ["B", "C"]),
        ({"A": 0, "B": 0, "C": 3}, ["C"]),
        ({"A": 0, "B": 0, "C": 2}, []),
        ({"A": 0, "B": 0, "C": 0}, []),
    ],
)
def test_a_class_that_is_too_small_is_merged_with_the_next(numbers: dict[str, int], wanted: list[str]) -> None:
    assert groups(marks(**numbers)) == wanted


def test_v3_shows_each_class_by_its_trimmed_mean() -> None:
    found = shown(
        {
            "A": [95, 90, 88],
            "B": [92, 85, 90, 78, 88, 96],
            "C": [100, 90, 85, 80, 60, 95, 92, 88, 90, 86, 84, 99],
        }
    )
    assert [(each.number, each.trimmed, each.mean) for each in found] == [
        (3, 0, 91),
        (6, 2, Fraction("88.75")),
        (12, 2, Fraction("88.9")),
    ]


def test_a_merged_class_shows_the_weighted_mean_and_never_the_pooled_one() -> None:
    merged = shown({"A": [100, 90], "B": [60, 60, 60], "C": [80, 80, 80]})[0]
    assert (merged.classes, merged.merged, merged.number, merged.trimmed) == (("A", "B"), True, 5, 0)
    assert merged.mean == Fraction(4 * 95 + 3 * 60, 7)
    assert merged.weight == Decimal("0.7")


def test_a_class_of_which_trimming_leaves_too_few_is_merged_too() -> None:
    assert [each.classes for each in shown(marks(A=4, B=9, C=9), trimmed_from=3)] == [("A", "B"), ("C",)]


def test_a_class_without_weight_is_not_shown() -> None:
    found = shown_classes(sums(marks(A=4, B=9)), {"A": Decimal(1), "B": Decimal(0)}, 5, 3)
    assert [each.classes for each in found] == [("A",)]


def test_a_class_without_weight_is_in_no_mean_and_gives_nobody_away() -> None:
    terms = Terms({A: Decimal("0.6"), B: Decimal("0.4"), C: Decimal(0)})
    assert shown_alone({A: 1, B: 6, C: 12}, terms) == {C}
    assert shown_alone({A: 3, B: 6, C: 1}, terms) == {A, B, C}


given_marks = st.fixed_dictionaries({name: st.lists(st.integers(0, 100), max_size=9) for name in "ABC"})


@given(given_marks, st.integers(3, 7))
def test_whoever_knows_every_display_and_the_total_learns_no_small_class(given_: Given, trimmed_from: int) -> None:
    """Each display is an equation in the classes' means; a small class must stay free in all of them together."""
    held, classes = sums(given_), shown(given_, trimmed_from)
    total = [WEIGHTS[each.ballot_class] for each in held]
    shown_rows = [
        [WEIGHTS[each.ballot_class] if each.ballot_class in group.classes else Decimal(0) for each in held]
        for group in classes
    ]
    for at, each in enumerate(held):
        counted = each.trimmed(trimmed_from).number
        alone = [Decimal(int(place == at)) for place in range(len(held))]
        if counted < 3 and not _follows(alone, [total]):
            assert not _follows(alone, [total, *shown_rows])


@given(given_marks)
def test_what_is_shown_comes_to_the_total(given_: Given) -> None:
    held, found = sums(given_), shown(given_)
    mean = peer_mean(held, class_weights(WEIGHTS), 5)
    if found:
        assert mean is not None
        weighted = sum((Fraction(each.weight) * each.mean for each in found), Fraction(0))
        assert weighted / sum(Fraction(each.weight) for each in found) == as_fraction(*mean) / POINT


@given(given_marks)
def test_every_count_that_is_shown_is_three_or_more_and_every_class_is_in_one_group(given_: Given) -> None:
    found = shown(given_)
    assert all(each.number is not None and each.number >= 3 for each in found)
    named = [name for each in found for name in each.classes]
    assert named == [name for name in "ABC" if given_[name]] or not named


def _follows(row: list[Decimal], rows: Iterable[list[Decimal]]) -> bool:
    """Whether an equation follows from others: whether it adds nothing to their rank."""
    known = list(rows)
    return _rank(known) == _rank([*known, row])


def _rank(rows: list[list[Decimal]]) -> int:
    left = [[Fraction(each) for each in row] for row in rows]
    rank = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((at for at in range(rank, len(left)) if left[at][column]), None)
        if pivot is None:
            continue
        left[rank], left[pivot] = left[pivot], left[rank]
        for at in range(rank + 1, len(left)):
            factor = left[at][column] / left[rank][column]
            left[at] = [one - factor * other for one, other in zip(left[at], left[rank], strict=True)]
        rank += 1
    return rank
