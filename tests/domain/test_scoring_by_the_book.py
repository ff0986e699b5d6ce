"""The program's scores equal a slow second scoring written from the interface's text."""

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.grading import score_year
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.summing import sum_up
from tests.domain.offices import SCHEME, offices
from tests.domain.scoring_by_the_book import Book

thorough = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def scored(facts, year=2026):
    return score_year(SCHEME, sum_up(SCHEME, facts, year))


def hundredths(figures):
    return {name: value * 100 for name, value in figures.items()}


@thorough
@given(st.sampled_from([2024, 2026]).flatmap(lambda year: st.tuples(st.just(year), offices(year))))
def test_any_office_scores_as_the_text_of_the_rules_says(drawn):
    year, facts = drawn
    ours, theirs = scored(facts, year), Book(facts, year).answer()

    assert (ours.quota.base, ours.quota.places) == (theirs["base"], theirs["places"])
    assert [person.code for person in ours.people] == list(theirs["rows"])
    for person in ours.people:
        row = theirs["rows"][person.code]
        assert person.indicators == hundredths(row["indicators"]), person.code
        assert list(person.indicators) == [each.id for each in SCHEME.indicators if each.id in person.indicators]
        assert (person.name, list(person.not_applicable)) == (row["name"], row["na"])
        assert (Fraction(person.total, 100), person.performance_grade) == (row["total"], row["performance_grade"])
        assert (person.rank, person.status) == (row["rank"], row["status"]), person.code
        assert (person.proposed_grade, person.review_required) == (row["grade"], row["review"]), person.code


@thorough
@given(offices(), st.randoms())
def test_the_order_of_rows_never_changes_a_figure(facts, chance):
    def shuffled(rows):
        return chance.sample(list(rows), len(rows))

    mixed = facts._replace(**{name: shuffled(getattr(facts, name)) for name in facts._fields})

    assert scored(mixed) == scored(facts)


@thorough
@given(offices())
def test_a_person_of_another_category_never_changes_a_figure(facts):
    clerk = Stay("Z1", "书记员", "第一检察部", Category.ADMINISTRATIVE)

    assert scored(facts._replace(stays=[clerk, *facts.stays])) == scored(facts)


@thorough
@given(offices())
def test_a_total_is_the_sum_of_its_printed_parts_cut_at_100_and_the_quota_is_never_exceeded(facts):
    scores = scored(facts)

    for person in scores.people:
        assert person.uncut == sum(person.indicators.values()) == sum(person.parts.values())
        assert person.total == min(100_00, person.uncut)
    excellent = sum(person.proposed_grade == "优秀" for person in scores.people)
    assert excellent <= scores.quota.places
    assert scores.quota.places * 100 <= scores.quota.base * scores.quota.percent
