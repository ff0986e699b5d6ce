"""Agreement of raters against published tables: Shrout & Fleiss 1979, Krippendorff's own examples."""

import math
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.rater_statistics.alpha import alpha
from committee_desk.domain.rater_statistics.arrays import Marks
from committee_desk.domain.rater_statistics.distributions import f_quantile, t_quantile
from committee_desk.domain.rater_statistics.findings import Icc, NotComputable, Why
from committee_desk.domain.rater_statistics.icc import one_way, two_way

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Table 2: six targets, each rated by four judges."""


class Told(NamedTuple):
    value: float
    low: float
    high: float
    f: float


PUBLISHED = {
    "1,1": Told(0.17, -0.13, 0.72, 1.79),
    "2,1": Told(0.29, 0.02, 0.76, 11.03),
    "3,1": Told(0.71, 0.34, 0.95, 11.03),
    "1,k": Told(0.44, -0.88, 0.91, 1.79),
    "2,k": Told(0.62, 0.07, 0.93, 11.03),
    "3,k": Told(0.91, 0.68, 0.99, 11.03),
}
"""Their table 4; the intervals as R's psych and Python's pingouin give them for the same table."""

NONE = float("nan")
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
    [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
]
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units, gaps."""
TWO_OBSERVERS = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
"""Example A of the same: two observers, binary."""
FIVE_VALUES = [
    [1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1],
    [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4],
]
"""Example B as letters a to e: two observers, nominal."""


def marks(rows: list[list[float]]) -> Marks:
    """Raters in rows, people in columns."""
    table = np.array(rows, dtype=np.float64)
    raters, people = np.nonzero(~np.isnan(table))
    return Marks(np.zeros_like(raters), people, table[raters, people])


def turned(rows: list[list[float]]) -> list[list[float]]:
    return [list(each) for each in zip(*rows, strict=True)]


def forms(found: tuple[Icc, ...] | NotComputable) -> dict[str, Icc]:
    assert not isinstance(found, NotComputable)
    return {each.form: each for each in found}


@pytest.mark.parametrize("form", PUBLISHED)
def test_the_table_of_shrout_and_fleiss_comes_out_with_its_intervals(form: str) -> None:
    judges = turned(SHROUT_FLEISS)
    found = (forms(one_way(marks(judges))) | forms(two_way(np.array(judges, dtype=np.float64))))[form]
    assert found.interval is not None
    assert found.f is not None
    assert Told(found.value, *found.interval, found.f) == PUBLISHED[form]
    assert (found.above, found.below) == (5, 18 if form.startswith("1") else 15)


@pytest.mark.parametrize(
    ("rows", "level", "published"),
    [
        (FOUR_OBSERVERS, "nominal", 0.743),
        (FOUR_OBSERVERS, "ordinal", 0.815),
        (FOUR_OBSERVERS, "interval", 0.849),
        (FOUR_OBSERVERS, "ratio", 0.797),
        (TWO_OBSERVERS, "nominal", 0.095),
        (FIVE_VALUES, "nominal", 0.692),
    ],
)
def test_krippendorffs_own_examples_come_out(rows: list[list[float]], level: str, published: float) -> None:
    assert alpha(marks(rows), level) == published


@pytest.mark.parametrize(
    ("share", "above", "below", "published"),
    [
        (0.95, 1, 1, 161.448),
        (0.95, 5, 15, 2.9013),
        (0.975, 5, 18, 3.3820),
        (0.975, 15, 5, 6.4277),
        (0.99, 2, 30, 5.3903),
        (0.95, 120, 120, 1.3519),
    ],
)
def test_quantiles_of_f_are_those_of_the_printed_tables(share: float, above: int, below: int, published: float) -> None:
    assert f_quantile(share, above, below) == pytest.approx(published, abs=0.0005 * published)


@pytest.mark.parametrize(
    ("share", "freedom", "published"),
    [(0.975, 1, 12.706), (0.975, 4, 2.776), (0.975, 10, 2.228), (0.995, 30, 2.750), (0.95, 120, 1.658)],
)
def test_quantiles_of_t_are_those_of_the_printed_tables(share: float, freedom: int, published: float) -> None:
    assert t_quantile(share, freedom) == pytest.approx(published, abs=0.001)


@given(st.floats(0.001, 0.999), st.floats(1, 400), st.floats(1, 400_000))
def test_an_f_turned_over_is_the_f_of_the_other_tail(share: float, above: float, below: float) -> None:
    other = f_quantile(1 - share, below, above)
    assert f_quantile(share, above, below) * other == pytest.approx(1, rel=1e-5)


tables = st.integers(2, 8).flatmap(
    lambda people: st.lists(
        st.lists(st.integers(0, 100).map(float), min_size=people, max_size=people), min_size=2, max_size=12
    )
)


@given(tables)
def test_whatever_the_marks_a_number_comes_out_or_a_reason(rows: list[list[float]]) -> None:
    for found in (one_way(marks(rows)), two_way(np.array(rows))):
        if isinstance(found, NotComputable):
            assert found.why in {Why.ALL_EQUAL, Why.PEOPLE_EQUAL}
            continue
        for each in found:
            assert math.isfinite(each.value)
            assert each.value <= 1
            assert each.interval is None or all(math.isfinite(bound) for bound in each.interval)
            assert each.interval is None or each.interval.low - 0.01 <= each.value <= each.interval.high + 0.01
    told = alpha(marks(rows))
    assert isinstance(told, NotComputable) or (math.isfinite(told) and told <= 1)


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_raters_and_people_does_not_matter(rows: list[list[float]], shuffling: object) -> None:
    backwards = [row[::-1] for row in rows[::-1]]
    assert alpha(marks(rows)) == alpha(marks(backwards))
    for one, other in zip(*(_values(each) for each in (rows, backwards)), strict=True):
        assert one == pytest.approx(other, abs=0.011)


def _values(rows: list[list[float]]) -> list[float]:
    found = one_way(marks(rows)), two_way(np.array(rows))
    return [icc.value for each in found if not isinstance(each, NotComputable) for icc in each]


@pytest.mark.parametrize(
    ("rows", "one", "two", "coefficient"),
    [
        ([[80.0, 80.0], [80.0, 80.0]], Why.ALL_EQUAL, Why.ALL_EQUAL, Why.ALL_EQUAL),
        ([[80.0, 90.0], [90.0, 80.0]], Why.PEOPLE_EQUAL, Why.PEOPLE_EQUAL, None),
        ([[80.0], [90.0]], Why.TOO_FEW_PEOPLE, Why.TOO_FEW_PEOPLE, None),
        ([[80.0, 90.0]], Why.TOO_FEW_MARKS, Why.TOO_FEW_MARKS, Why.TOO_FEW_MARKS),
        ([[NONE, NONE]], Why.TOO_FEW_PEOPLE, None, Why.NO_MARKS),
    ],
)
def test_what_cannot_be_computed_says_why(
    rows: list[list[float]], one: Why, two: Why | None, coefficient: Why | None
) -> None:
    table = np.array(rows)
    whole = table[~np.isnan(table).any(axis=1)]
    found = {one: one_way(marks(rows)), two: two_way(whole), coefficient: alpha(marks(rows))}
    for why, told in found.items():
        if why is not None:
            assert isinstance(told, NotComputable)
            assert told.why is why


def test_raters_who_agree_to_the_digit_have_a_coefficient_of_one_and_no_interval() -> None:
    rows = [[70.0, 80.0, 90.0]] * 3
    for each in (*forms(one_way(marks(rows))).values(), *forms(two_way(np.array(rows))).values()):
        assert (each.value, each.interval, each.f) == (1.0, None, None)
    assert alpha(marks(rows)) == 1.0


def test_one_way_takes_people_with_different_numbers_of_marks() -> None:
    """Of k marks each for a group, k0 is (N - sum k²/N) / (n - 1): Donner 1986, checked by hand."""
    rows = [[10.0, 20.0, 30.0], [12.0, 22.0, NONE], [14.0, NONE, NONE]]
    between = (3 * (12 - 18) ** 2 + 2 * (21 - 18) ** 2 + (30 - 18) ** 2) / 2
    within = ((4 + 0 + 4) + (1 + 1)) / 3
    k0 = (6 - (9 + 4 + 1) / 6) / 2
    assert forms(one_way(marks(rows)))["1,1"].value == round((between - within) / (between + (k0 - 1) * within), 2)


def test_many_values_for_many_people_are_taken_coarser_and_change_alpha_little() -> None:
    random = np.random.default_rng(7)
    worth = random.normal(80, 8, size=900)
    fine = np.clip(np.round(worth + random.normal(0, 4, size=(6, 900)), 1), 0, 100)
    small = alpha(marks([list(row[:90]) for row in fine]))
    large = alpha(marks([list(row) for row in fine]))
    assert not isinstance(small, NotComputable)
    assert not isinstance(large, NotComputable)
    assert abs(large - small) < 0.08
    assert abs(large - 64 / (64 + 16)) < 0.05


def test_every_pair_of_form_and_judges_is_published() -> None:
    assert set(PUBLISHED) == {f"{form},{size}" for form, size in product("123", "1k")}
