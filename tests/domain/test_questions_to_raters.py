"""What the statistics of a round ask: planted habits are found, and nothing small is told."""

import json
import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from random import Random
from statistics import stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from committee_desk.domain.journal import canonical
from committee_desk.domain.rater_statistics import kept
from committee_desk.domain.rater_statistics.findings import (
    Ballots,
    FlagKind,
    NotComputable,
    Pattern,
    PersonSpread,
    Quartiles,
    RoundStatistics,
    Shift,
    SignedAgreement,
    SignedStatistics,
    Why,
)
from committee_desk.domain.rater_statistics.straight_lines import is_straight_line
from committee_desk.domain.rater_statistics.whole import (
    NO_LINES,
    Asked,
    BoothLines,
    signed_statistics,
    slips_of,
    statistics_of,
)
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.round_counting import NO_BOOTH, Line, Slip, Unmarked, part
from committee_desk.domain.rounds import Terms
from committee_desk.domain.scores import Grade

A, B, C = BallotClass
TERMS = Terms({A: Decimal("0.4"), B: Decimal("0.3"), C: Decimal("0.3")})
RATED = tuple(f"J{at:03d}" for at in range(1, 13))
LEADERS = tuple(f"L{at}" for at in range(1, 9))


def asked(slips: list[Slip], booth: BoothLines = NO_LINES, signed: Sequence[LeaderMark] = ()) -> RoundStatistics:
    parted = part(slips, NO_BOOTH, TERMS, RATED, Random(1).randbytes)
    return statistics_of(Asked(slips, parted, booth, signed), TERMS, RATED)


def fair(random: Random, ballot_class: BallotClass, spread: float = 4) -> Slip:
    """A ballot that sees what the people are worth, more or less."""
    return Slip(
        ballot_class,
        {code: Decimal(round(70 + 2 * at + random.gauss(0, spread))) for at, code in enumerate(RATED)},
    )


def office(seed: int = 1) -> list[Slip]:
    random = Random(seed)
    return [fair(random, name) for name, number in ((A, 3), (B, 8), (C, 25)) for _ in range(number)]


def flat(mark: int) -> Slip:
    return Slip(C, dict.fromkeys(RATED, Decimal(mark)))


def far(random: Random) -> Slip:
    return Slip(C, {code: Decimal(random.choice((0, 100))) for code in RATED})


def kinds(found: RoundStatistics) -> set[FlagKind]:
    return {each.kind for each in found.flags}


def test_an_office_that_rates_fairly_is_asked_nothing() -> None:
    found = asked(office())
    assert not found.flags
    assert found.straight_lines == Ballots(None, 36)
    assert found.far_ballots == Ballots(None, 36)


@pytest.mark.parametrize(("planted", "told"), [(0, None), (1, None), (2, None), (3, 3), (5, 5)])
def test_straight_line_ballots_are_counted_from_three_on(planted: int, told: int | None) -> None:
    found = asked([*office(), *(flat(80 + at) for at in range(planted))])
    assert found.straight_lines == Ballots(told, 36 + planted)
    assert (FlagKind.STRAIGHT_LINES in kinds(found)) == (told is not None)


def test_straight_lines_of_the_booth_are_counted_with_those_on_paper() -> None:
    found = asked([*office(), flat(80)], BoothLines(2, 9))
    assert found.straight_lines == Ballots(3, 46)


@pytest.mark.parametrize(("planted", "told"), [(2, None), (3, 3), (4, 4)])
def test_ballots_far_from_the_rest_are_counted_from_three_on(planted: int, told: int | None) -> None:
    random = Random(3)
    found = asked([*office(), *(far(random) for _ in range(planted))])
    assert found.far_ballots == Ballots(told, 36 + planted)
    assert (FlagKind.FAR_BALLOTS in kinds(found)) == (told is not None)


@pytest.mark.parametrize(
    ("lines", "straight"),
    [
        (dict.fromkeys(RATED[:5], Decimal(80)), True),
        (dict.fromkeys(RATED[:4], Decimal(80)), False),
        (dict.fromkeys(RATED[:6], Decimal(80)) | {"J003": Unmarked.ABSTAINED}, True),
        (dict.fromkeys(RATED, Decimal(80)) | {"J012": Decimal(81)}, False),
        (dict.fromkeys(RATED, Grade.COMPETENT), True),
        (dict.fromkeys(RATED, Unmarked.ABSTAINED), False),
    ],
)
def test_a_straight_line_gives_five_people_or_more_the_same(lines: dict[str, Line], straight: bool) -> None:
    assert is_straight_line(Slip(C, lines), RATED, TERMS) is straight


def test_an_invalid_ballot_is_asked_nothing() -> None:
    terms = Terms(TERMS.weights, most_excellent=3)
    slips = [*office(), *(flat(100) for _ in range(4))]
    parted = part(slips, NO_BOOTH, terms, RATED, Random(1).randbytes)
    assert statistics_of(Asked(slips, parted), terms, RATED).straight_lines.number is None


def test_raters_who_do_not_agree_at_all_are_asked_why() -> None:
    random = Random(5)
    slips = [Slip(C, {code: Decimal(random.randint(60, 100)) for code in RATED}) for _ in range(6)]
    flag = next(each for each in asked(slips).flags if each.kind is FlagKind.LOW_AGREEMENT and not each.about)
    assert flag.value < 0.5
    assert flag.name == "low_agreement"


def test_a_class_under_five_ballots_is_told_neither_spread_nor_agreement() -> None:
    found = asked(office())
    small, large = found.spreads[0], found.spreads[2]
    assert small.quartiles == NotComputable(Why.TOO_FEW_BALLOTS, 3, 5)
    assert not small.bars
    assert found.agreements[1].one_way == found.agreements[1].alpha == NotComputable(Why.TOO_FEW_BALLOTS, 3, 5)
    assert isinstance(large.quartiles, Quartiles)
    assert sum(each.number for each in large.bars) == 25 * len(RATED)


def test_who_alone_is_shown_by_merged_classes_is_left_out_of_these_alone() -> None:
    """One leader abstains on J001: A and B are merged for that person, and for nobody else."""
    slips = office()
    slips[0] = slips[0]._replace(lines={**slips[0].lines, "J001": Unmarked.ABSTAINED})
    found = asked(slips)
    _, heads, staff = found.spreads
    assert sum(each.number for each in heads.bars) == 8 * (len(RATED) - 1)
    assert sum(each.number for each in staff.bars) == 25 * len(RATED)
    of_staff = [float(str(slip.lines["J001"])) for slip in slips if slip.ballot_class is C]
    assert found.people[0].deviation == round(stdev(of_staff), 1)
    assert not any(isinstance(each.one_way, NotComputable) for each in (found.agreements[0], *found.agreements[2:]))


def test_a_class_that_everybodys_results_show_merged_is_told_by_nothing() -> None:
    slips = [slip for at, slip in enumerate(office()) if at]  # two leaders
    found = asked(slips)
    merged = NotComputable(Why.MERGED)
    assert [each.quartiles for each in found.spreads[:2]] == [NotComputable(Why.TOO_FEW_BALLOTS, 2, 5), merged]
    assert [each.one_way for each in found.agreements[::2]] == [merged, merged]
    assert sum(each.number for each in found.spreads[2].bars) == 25 * len(RATED)
    assert asked([slip for slip in slips if slip.ballot_class is not C]).people[0].deviation == merged


def test_a_mark_that_stands_alone_at_either_end_is_not_told_beside_whom_it_was_given() -> None:
    slips = [Slip(C, dict.fromkeys(RATED, Decimal(70 + at))) for at in range(8)]
    slips[0] = Slip(C, {**slips[0].lines, RATED[0]: Decimal(3), RATED[1]: Decimal(100)})
    found = statistics_of(Asked(slips, part(slips, NO_BOOTH, TERMS, RATED, Random(1).randbytes)), TERMS, RATED)
    five = found.spreads[2].quartiles
    assert isinstance(five, Quartiles)
    assert (five.lowest, five.highest) == (70, 77)


def test_the_lowest_and_highest_mark_for_two_people_are_not_told() -> None:
    slips = [Slip(C, {"J001": Decimal(60 + at), "J002": Decimal(70 + at)}) for at in range(8)]
    parted = part(slips, NO_BOOTH, TERMS, RATED[:2], Random(1).randbytes)
    found = statistics_of(Asked(slips, parted), TERMS, RATED[:2])
    assert found.spreads[2].quartiles == NotComputable(Why.TOO_FEW_PEOPLE, 2, 3)


marks = st.integers(0, 100).map(Decimal)
lines = st.one_of(marks, st.sampled_from(Unmarked), st.sampled_from(Grade))
ballots = st.lists(
    st.builds(Slip, st.sampled_from(BallotClass), st.dictionaries(st.sampled_from(RATED), lines, min_size=6)),
    max_size=15,
)
signatures = st.lists(
    st.builds(LeaderMark, st.sampled_from(RATED), st.sampled_from(RATED[:4] + LEADERS[:3]), marks), max_size=60
)


@settings(deadline=None, max_examples=60)
@given(ballots, signatures)
def test_whatever_was_marked_a_number_comes_out_or_a_reason(slips: list[Slip], signed: list[LeaderMark]) -> None:
    found = asked(slips, signed=signed)
    text = canonical(kept.plain(found))
    assert "nan" not in text
    assert "inf" not in text
    assert kept.read(json.loads(text)) == found


@settings(deadline=None, max_examples=60)
@given(ballots, st.randoms(use_true_random=False))
def test_the_order_of_the_slips_changes_no_statistic(slips: list[Slip], shuffling: Random) -> None:
    one, other = asked(slips), asked(shuffling.sample(slips, len(slips)))
    assert canonical(kept.plain(one)) == canonical(kept.plain(other))


@settings(deadline=None)
@given(ballots)
def test_no_bar_and_no_count_under_three_is_told(slips: list[Slip]) -> None:
    found = asked(slips)
    for spread in found.spreads:
        assert all(bar.number == 0 or bar.number >= 3 for bar in spread.bars)
        assert all(one.high == other.low for one, other in zip(spread.bars, spread.bars[1:], strict=False))
        assert not spread.bars or (spread.bars[0].low, spread.bars[-1].high) == (0, 100)
    counts = [found.straight_lines.number]
    counts += [found.far_ballots.number] if isinstance(found.far_ballots, Ballots) else []
    counts += [each.number for each in found.flags if each.kind in {FlagKind.STRAIGHT_LINES, FlagKind.FAR_BALLOTS}]
    assert all(number is None or number >= 3 for number in counts)


def test_a_persons_spread_is_one_number_over_all_classes() -> None:
    slips = [Slip(C, {"J001": Decimal(each)} | dict.fromkeys(RATED[1:], Decimal(80))) for each in (70, 80, 90, 80, 80)]
    found = asked(slips)
    assert found.people[0] == PersonSpread("J001", round(math.sqrt(50), 1))
    assert found.people[1] == PersonSpread("J002", 0.0)
    assert asked(slips[:4]).people[0].deviation == NotComputable(Why.TOO_FEW_MARKS, 0, 5)


@pytest.mark.parametrize(
    "slips",
    [
        [],
        [flat(80)],
        [flat(80)] * 6,
        [Slip(A, dict.fromkeys(RATED, Unmarked.ABSTAINED))] * 6,
        [Slip(C, {"J001": Decimal(90)} | dict.fromkeys(RATED[1:], Unmarked.ABSTAINED))] * 6,
    ],
)
def test_a_round_that_says_nothing_gives_reasons(slips: list[Slip]) -> None:
    found = asked(slips)
    for each in found.agreements:
        assert isinstance(each.one_way, NotComputable)
        assert isinstance(each.alpha, NotComputable)
    assert found.signed.severities == ()
    assert found.signed.reciprocity == found.signed.circles == NotComputable(Why.NOT_MUTUAL, 0, 3)


def leaders(shifts: dict[str, float], seed: int = 1) -> list[LeaderMark]:
    random = Random(seed)
    return [
        LeaderMark(code, rater, Decimal(round(80 + at / 2 + shift + random.gauss(0, 2))))
        for rater, shift in shifts.items()
        for at, code in enumerate(RATED)
    ]


def test_a_strict_and_a_lenient_leader_are_found_with_their_intervals() -> None:
    found = asked([], signed=leaders({"L1": 0, "L2": 0, "L3": -8, "L4": 9}))
    shifts = {each.rater: each.shift for each in found.signed.severities}
    strict, lenient = shifts["L3"], shifts["L4"]
    assert isinstance(strict, Shift)
    assert isinstance(lenient, Shift)
    assert strict.interval.low < -8 < strict.interval.high < 0 < lenient.interval.low < 9 < lenient.interval.high
    assert (strict.people, strict.others) == (12, 3)
    assert {(each.kind, each.about) for each in found.flags} == {
        (FlagKind.SEVERE, "L3"),
        (FlagKind.LENIENT, "L4"),
    }
    assert {each.name for each in found.flags} == {"severe:L3", "lenient:L4"}


def test_one_strict_leader_among_three_does_not_make_the_fair_ones_lenient() -> None:
    found = asked([], signed=leaders({"L1": 0, "L2": 0, "L3": -9}))
    assert {(each.kind, each.about) for each in found.flags} == {(FlagKind.SEVERE, "L3")}


def test_of_two_leaders_each_is_told_by_the_other_and_that_there_are_no_more() -> None:
    one, other = (each.shift for each in signed_statistics(leaders({"L1": 0, "L2": -9})).severities)
    assert isinstance(one, Shift)
    assert isinstance(other, Shift)
    assert one.mean == -other.mean > 5
    assert one.others == other.others == 1


SHROUT_FLEISS = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
"""Table 2 of 1979: six targets, each rated by four judges."""


def test_leaders_who_sign_agree_as_the_judges_of_shrout_and_fleiss_do() -> None:
    signed = [
        LeaderMark(code, f"L{judge}", Decimal(mark))
        for code, marks in zip(RATED, SHROUT_FLEISS, strict=False)
        for judge, mark in enumerate(marks)
    ]
    seldom = [LeaderMark(code, "L9", Decimal(5)) for code in RATED[:2]]  # too few to have anybody in common
    for given_ in (signed, [*signed, *seldom]):
        found = signed_statistics(given_).agreement
        assert isinstance(found, SignedAgreement)
        assert (found.raters, found.people) == (4, 6)
        assert {each.form: each.value for each in found.forms} == {"2,1": 0.29, "2,k": 0.62, "3,1": 0.71, "3,k": 0.91}


def test_one_leader_alone_agrees_with_nobody() -> None:
    assert signed_statistics(leaders({"L1": 0})).agreement == NotComputable(Why.NOBODY_IN_COMMON, 0, 5)
    apart = [LeaderMark(code, f"L{at // 6}", Decimal(80)) for at, code in enumerate(RATED)]
    assert signed_statistics(apart).agreement == NotComputable(Why.NOBODY_IN_COMMON, 0, 5)


def test_leaders_who_marked_different_people_are_not_compared() -> None:
    signed = [LeaderMark(code, f"L{at % 2}", Decimal(80)) for at, code in enumerate(RATED)]
    for each in signed_statistics(signed).severities:
        assert each.shift == NotComputable(Why.NOBODY_IN_COMMON, 0, 5)


def colleagues(seed: int, favours: frozenset[tuple[str, str]] = frozenset()) -> list[LeaderMark]:
    """Ten who mark each other and everybody; a favour is twelve marks."""
    random = Random(seed)
    return [
        LeaderMark(code, rater, Decimal(round(75 + random.gauss(0, 3) + 12 * ((rater, code) in favours))))
        for rater in RATED[:10]
        for code in RATED
        if code != rater
    ]


def both_ways(*pairs: tuple[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))


PAIRS = both_ways(("J001", "J002"), ("J003", "J004"), ("J005", "J006"), ("J007", "J008"))
FOUR = frozenset(permutations(RATED[:4], 2))


def found_patterns(signed: list[LeaderMark]) -> tuple[Pattern, Pattern]:
    found = signed_statistics(signed)
    assert isinstance(found.reciprocity, Pattern)
    assert isinstance(found.circles, Pattern)
    return found.reciprocity, found.circles


def test_marks_that_are_returned_are_found_against_chance() -> None:
    reciprocity, circles = found_patterns(colleagues(1, PAIRS))
    assert reciprocity.p_value <= 0.01
    assert set(RATED[:8]) <= set(reciprocity.people)
    assert reciprocity.possible == 45
    assert circles.p_value > 0.05


def test_a_circle_of_four_is_found_against_chance() -> None:
    _, circles = found_patterns(colleagues(2, FOUR))
    assert circles.p_value <= 0.01
    assert circles.found >= 4
    assert set(RATED[:4]) <= set(circles.people)
    assert circles.possible == 120


def test_fair_colleagues_seldom_look_like_a_pattern() -> None:
    """Of thirty fair offices about one or two may fall under five percent, and not five."""
    values = [found_patterns(colleagues(seed))[0].p_value for seed in range(100, 130)]
    assert sum(1 for each in values if each < 0.05) < 5
    assert max(values) > 0.7


def test_the_same_marks_give_the_same_p_whatever_their_order() -> None:
    signed = colleagues(100)
    found = signed_statistics(signed)
    assert isinstance(found.reciprocity, Pattern)
    assert 0.05 < found.reciprocity.p_value < 0.95
    assert found == signed_statistics(signed[::-1])


def test_few_who_mark_each_other_are_told_as_few() -> None:
    signed = [LeaderMark(code, rater, Decimal(80 + at)) for at, (code, rater) in enumerate(permutations(RATED[:4], 2))]
    found = signed_statistics(signed)
    assert isinstance(found.reciprocity, Pattern)
    assert found.reciprocity.possible == 6
    assert found.reciprocity.few
    two = signed_statistics(signed[:1])
    assert two.reciprocity == NotComputable(Why.NOT_MUTUAL, 0, 3)


def test_colleagues_who_mark_alike_show_no_pattern() -> None:
    signed = [LeaderMark(code, rater, Decimal(80)) for code, rater in permutations(RATED, 2)]
    assert signed_statistics(signed) == SignedStatistics(
        signed_statistics(signed).severities,
        signed_statistics(signed).agreement,
        NotComputable(Why.ALL_EQUAL),
        NotComputable(Why.ALL_EQUAL),
    )


def test_a_flag_asks_about_patterns_only_where_chance_hardly_does_it() -> None:
    assert FlagKind.RECIPROCITY in kinds(asked([], signed=colleagues(1, PAIRS)))
    assert FlagKind.CIRCLES in kinds(asked([], signed=colleagues(2, FOUR)))
    assert not kinds(asked([], signed=colleagues(100))) & {FlagKind.RECIPROCITY, FlagKind.CIRCLES}


def test_a_mark_that_somebody_gives_himself_says_nothing_of_others() -> None:
    assert signed_statistics([LeaderMark(code, code, Decimal(90)) for code in RATED]) == signed_statistics([])


def test_the_whole_slips_of_a_workbook_are_put_together_again() -> None:
    marks = [
        BallotMark("S1", C, "J001", Decimal(80)),
        BallotMark("S2", B, "J001", Decimal(90)),
        BallotMark("S1", C, "J002", None),
    ]
    assert slips_of(marks, ("J001", "J002")) == [
        Slip(C, {"J001": Decimal(80), "J002": Unmarked.ABSTAINED}),
        Slip(B, {"J001": Decimal(90), "J002": Unmarked.ABSTAINED}),
    ]
