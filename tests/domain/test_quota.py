"""Places for 优秀: the table of domain rules 3.7, the office beside its categories, and what decisions may add."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.quota import Approval, Pool, QuotaDecisions, office_quota

CONSENT = Approval(25, "县公〔2027〕3号", date(2027, 1, 4), "批复.pdf")
NAMES = ("检察官", "检察辅助人员", "司法行政人员")


@pytest.mark.parametrize(
    ("people", "fifth", "quarter"),
    [
        (4, 0, 1), (5, 1, 1), (9, 1, 2), (10, 2, 2), (14, 2, 3), (16, 3, 4), (19, 3, 4), (24, 4, 6), (43, 8, 10),
        (57, 11, 14), (58, 11, 14),
    ],
)  # fmt: skip
def test_the_table_of_floors_is_never_rounded_up(people: int, fifth: int, quarter: int) -> None:
    without = office_quota({"检察官": people}, {"检察官": 20}, QuotaDecisions())
    assert (without.floor, without.of("检察官").places) == (fifth, fifth)
    assert without.of("检察官").is_small == (people < 5)
    assert office_quota({"检察官": people}, {"检察官": 20}, QuotaDecisions(CONSENT)).places == quarter


def test_what_the_offices_floor_has_beyond_the_categories_is_given_by_decision_alone() -> None:
    bases, percents = dict(zip(NAMES, (16, 14, 13), strict=True)), dict.fromkeys(NAMES, 20)
    office = office_quota(bases, percents, QuotaDecisions())
    assert (office.base, office.floor, office.floors, office.left_over) == (43, 8, 7, 1)
    given_one = office_quota(bases, percents, QuotaDecisions(left_over={"检察辅助人员": 1}))
    assert (given_one.of("检察辅助人员").places, given_one.left_over, given_one.places) == (3, 0, 8)
    given_two = office_quota(bases, percents, QuotaDecisions(left_over={"检察辅助人员": 2}))
    assert given_two.places == 8


def test_two_small_units_have_a_place_together_and_it_goes_where_the_committee_says() -> None:
    bases, percents = {"检察辅助人员": 4, "司法行政人员": 4}, {"检察辅助人员": 20, "司法行政人员": 20}
    assert office_quota(bases, percents, QuotaDecisions()).places == 0
    pool = Pool(("司法行政人员", "检察辅助人员"), {"检察辅助人员": 1, "司法行政人员": 0}, "纪要1号")
    together = office_quota(bases, percents, QuotaDecisions(pools=(pool,)))
    assert (together.of("检察辅助人员").places, together.of("司法行政人员").places) == (1, 0)
    assert together.left_over == 0


def test_a_scheme_that_says_more_than_the_law_gives_no_more_without_consent() -> None:
    assert office_quota({"检察官": 16}, {"检察官": 25}, QuotaDecisions()).places == 3


people = st.integers(0, 60)
decided = st.builds(
    QuotaDecisions,
    st.none() | st.just(CONSENT),
    st.lists(
        st.builds(
            lambda first, second: Pool(NAMES[:2], {NAMES[0]: first, NAMES[1]: second}, "纪要1号"),
            st.integers(0, 9),
            st.integers(0, 9),
        ),
        max_size=1,
    ).map(tuple),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 9)),
)


@given(st.tuples(people, people, people), decided)
def test_no_decision_gives_more_places_than_the_law_or_the_consent(
    counts: tuple[int, int, int], decisions: QuotaDecisions
) -> None:
    bases = dict(zip(NAMES, counts, strict=True))
    office = office_quota(bases, dict.fromkeys(NAMES, 20), decisions)
    percent = 25 if decisions.approval else 20
    assert office.places * 100 <= office.base * percent
    assert all(0 <= each.places <= each.base for each in office.categories)
