"""Counting a round: validity, parting and the worked example V3 (domain rules 3.5, part 9)."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.exact import POINT, half_up
from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.domain.round_counting import (
    NO_BOOTH,
    Booth,
    Invalid,
    Line,
    LooseMark,
    Slip,
    Unmarked,
    count,
    invalid_because,
    loosened,
    part,
)
from committee_desk.domain.rounds import Terms
from committee_desk.domain.scores import Grade

A, B, C = BallotClass
TERMS = Terms({A: Decimal("0.4"), B: Decimal("0.3"), C: Decimal("0.3")})
CAPPED = Terms(TERMS.weights, most_excellent=2)
RATED = ("J001", "J002", "J003", "J004")
V3 = {
    A: [95, 90, 88],
    B: [92, 85, 90, 78, 88, 96],
    C: [100, 90, 85, 80, 60, 95, 92, 88, 90, 86, 84, 99],
}


def random_bytes(seed: int = 1) -> Callable[[int], bytes]:
    return Random(seed).randbytes


def one_person(marks: dict[BallotClass, list[int]]) -> list[Slip]:
    return [Slip(name, {"J001": Decimal(mark)}) for name, given in marks.items() for mark in given]


def counted(slips: list[Slip], rated: tuple[str, ...] = ("J001",)) -> Fraction | None:
    return count(part(slips, NO_BOOTH, TERMS, rated, random_bytes()).marks, TERMS)["J001"].shown


def test_v3_the_worked_example_of_the_domain_rules() -> None:
    people = count(part(one_person(V3), NO_BOOTH, TERMS, ("J001",), random_bytes()).marks, TERMS)
    sums = people["J001"].sums
    means = [each.trimmed(TERMS.trimmed_from) for each in sums]
    assert [half_up(each.total * 100, each.number * POINT) for each in means] == [910000, 887500, 889000]
    assert people["J001"].shown == Fraction("89.695")
    assert people["J001"].shown * 4 / 100 == Fraction("3.5878")


def test_v3_with_an_empty_class_weighs_the_others_up() -> None:
    assert counted(one_person(V3 | {B: []})) == Fraction("90.1")


def test_a_grade_ballot_counts_by_the_points_of_the_scheme() -> None:
    slips = [Slip(C, {"J001": grade}) for grade in (Grade.EXCELLENT, Grade.BASIC, Unmarked.ABSTAINED)]
    assert counted(slips) == Fraction(95 + 70, 2)


def test_whoever_has_abstentions_alone_has_no_mean() -> None:
    assert counted([Slip(A, {"J001": Unmarked.ABSTAINED})] * 6) is None


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ({"J001": Decimal(80), "J002": Decimal(80)}, None),
        ({"J001": Decimal(80)}, Invalid.HALF_BLANK),
        ({"J001": Decimal(80), "J002": Unmarked.ABSTAINED}, None),
        ({}, Invalid.HALF_BLANK),
        (dict.fromkeys(RATED, Unmarked.ABSTAINED), None),
        ({"J001": Decimal(85), "J002": Decimal(90), "J003": Decimal("84.9"), "J004": Decimal(0)}, None),
        ({"J001": Decimal(85), "J002": Decimal(90), "J003": Decimal(100)}, Invalid.TOO_MANY_EXCELLENT),
        (dict.fromkeys(RATED[:3], Grade.EXCELLENT), Invalid.TOO_MANY_EXCELLENT),
        (dict.fromkeys(RATED[:2], Grade.EXCELLENT), None),
        (dict.fromkeys(RATED, Grade.COMPETENT), None),
    ],
)
def test_a_slip_is_invalid_when_more_than_half_is_blank_or_too_many_are_excellent(
    lines: dict[str, Line], why: Invalid | None
) -> None:
    assert invalid_because(Slip(C, lines), RATED, CAPPED) is why


def test_an_invalid_slip_counts_nowhere_and_is_counted_with_its_reason() -> None:
    whole = Slip(C, dict.fromkeys(RATED, Decimal(70)))
    bad = [Slip(C, {"J001": Decimal(100)}), Slip(B, dict.fromkeys(RATED, Decimal(90)))]
    parted = part([whole, *bad], NO_BOOTH, CAPPED, RATED, random_bytes())
    assert {each.mark for each in parted.marks} == {Decimal(70)}
    assert [parted.valid[each] for each in (A, B, C)] == [0, 0, 1]
    assert parted.invalid[C] == {Invalid.HALF_BLANK: 1}
    assert parted.invalid[B] == {Invalid.TOO_MANY_EXCELLENT: 1}
    assert [parted.invalid_of(each) for each in (A, B, C)] == [0, 1, 1]


def test_a_line_for_somebody_who_is_not_rated_is_never_left_out_silently() -> None:
    with pytest.raises(ValueError, match="J009"):
        part([Slip(A, {"J009": Decimal(1)})], NO_BOOTH, TERMS, RATED, random_bytes())


def test_the_booth_and_the_slips_come_to_one_count() -> None:
    slips = one_person(V3)
    booth = Booth(
        [each for slip in slips[5:] for each in loosened(slip, ("J001",), TERMS)],
        Counter(slip.ballot_class for slip in slips[5:]),
        {C: {Invalid.HALF_BLANK: 2}},
    )
    parted = part(slips[:5], booth, TERMS, ("J001",), random_bytes())
    assert count(parted.marks, TERMS)["J001"].shown == Fraction("89.695")
    assert [parted.valid[each] for each in (A, B, C)] == [3, 6, 12]
    assert parted.invalid_of(C) == 2


lines = st.one_of(
    st.integers(0, 1000).map(lambda each: Decimal(each) / 10),
    st.sampled_from(Grade),
    st.sampled_from(Unmarked),
)
ballots = st.lists(
    st.builds(Slip, st.sampled_from(BallotClass), st.dictionaries(st.sampled_from(RATED), lines)), max_size=20
)


@given(ballots, st.randoms(use_true_random=False))
def test_the_order_of_the_slips_does_not_matter(slips: list[Slip], shuffling: Random) -> None:
    shuffled = shuffling.sample(slips, len(slips))
    one, other = (part(each, NO_BOOTH, CAPPED, RATED, random_bytes()) for each in (slips, shuffled))
    assert count(one.marks, CAPPED) == count(other.marks, CAPPED)
    assert (one.valid, one.invalid) == (other.valid, other.invalid)


@given(ballots)
def test_parting_loses_no_mark_and_no_slip(slips: list[Slip]) -> None:
    parted = part(slips, NO_BOOTH, CAPPED, RATED, random_bytes())
    good = [slip for slip in slips if invalid_because(slip, RATED, CAPPED) is None]
    wanted = Counter(mark for slip in good for mark in loosened(slip, RATED, CAPPED))
    assert Counter(LooseMark(*each[1:]) for each in parted.marks) == wanted
    assert sum(parted.valid.values()) == len(good)
    assert sum(parted.invalid_of(each) for each in BallotClass) == len(slips) - len(good)


@given(ballots)
def test_every_valid_slip_leaves_as_many_marks_as_every_other(slips: list[Slip]) -> None:
    parted = part(slips, NO_BOOTH, CAPPED, RATED, random_bytes())
    found = Counter((each.ballot_class, each.code) for each in parted.marks)
    assert all(found[each, code] == parted.valid[each] for each in BallotClass for code in RATED)


@given(ballots, st.integers())
def test_no_two_marks_share_a_key_and_they_stand_in_the_order_of_their_keys(slips: list[Slip], seed: int) -> None:
    keys = [each.slip for each in part(slips, NO_BOOTH, TERMS, RATED, random_bytes(seed)).marks]
    assert keys == sorted(set(keys))


def test_the_keys_and_the_order_say_nothing_of_the_slips() -> None:
    slips = [Slip(C, {code: Decimal(at) for code in RATED}) for at in range(50)]
    orders = {
        tuple((each.mark, each.code) for each in part(slips, NO_BOOTH, TERMS, RATED, random_bytes(seed)).marks)
        for seed in range(20)
    }
    assert len(orders) == 20


@given(ballots)
def test_a_mean_lies_between_the_lowest_and_the_highest_mark_that_a_person_got(slips: list[Slip]) -> None:
    parted = part(slips, NO_BOOTH, TERMS, RATED, random_bytes())
    for code, each in count(parted.marks, TERMS).items():
        marks = [mark.mark for mark in parted.marks if mark.code == code and mark.mark is not None]
        assert (each.shown is None) == (not marks)
        if each.shown is not None:
            assert min(marks) <= each.shown <= max(marks)


@given(st.lists(st.integers(0, 100), min_size=5, max_size=30), st.integers(0, 100))
def test_one_extreme_mark_of_a_trimmed_class_moves_nothing_beyond_the_rest(marks: list[int], extreme: int) -> None:
    shown = counted(one_person({C: [*marks, extreme]}))
    assert shown is not None
    assert min(marks) <= shown <= max(marks)


def test_marks_that_are_counted_are_the_ones_that_were_parted() -> None:
    marks = [BallotMark(str(at), C, "J001", Decimal(at)) for at in range(1, 4)]
    assert count(marks, TERMS)["J001"].shown == 2
