"""Explanations: they end in the printed figure, name what went in, and give no rater away."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from committee_desk.domain.explaining import Explaining
from committee_desk.domain.explaining_outcome import outcome, standing_inputs
from committee_desk.domain.explanation import IndicatorExplanation, PersonExplanation
from committee_desk.domain.grading import Grading
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.domain.scoring import Scoring
from committee_desk.domain.sources import Source, Traced
from committee_desk.domain.summing import YearFacts, counts_in, sum_up
from committee_desk.wording import explanations
from committee_desk.wording.explained_basis import basis
from tests.domain.offices import SCHEME, offices
from tests.domain.test_scoring_by_the_book import thorough

BOOK = Source(2, "测评票.xlsx", "ab" * 32)
HERE = Stay("J001", "甲", "第一检察部", Category.PROSECUTOR)


def _facts_of(facts: YearFacts, code: str) -> PersonFacts:
    def mine(rows):
        return tuple(Traced(row, BOOK) for row in rows if row.code == code)

    reviews = {each.number: Traced(each, BOOK) for each in facts.reviews}
    cases = (each for each in mine(facts.shares) if counts_in(each.fact, 2026))
    return PersonFacts(
        code=code,
        stays=mine(facts.stays),
        cases=tuple((each, reviews.get(each.fact.number)) for each in cases),
        events=tuple(each for each in mine(facts.events) if each.fact.day.year == 2026),
        leader_marks=mine(facts.leader_marks),
        ballot_workbooks=(BOOK,),
        leave=mine(facts.leave),
        sanctions=mine(facts.sanctions),
    )


def _explained(facts: YearFacts) -> list[PersonExplanation]:
    inputs = sum_up(SCHEME, facts, 2026)
    scoring = Scoring(SCHEME, inputs)
    scores = Grading(SCHEME, inputs).scores(scoring.figures())
    found = []
    for person in scores.people:
        own = _facts_of(facts, person.code)
        standing = standing_inputs(SCHEME, own, 2026)
        indicators = Explaining(scoring).indicators(own)
        assert {each.indicator: each.printed for each in indicators if each.printed is not None} == person.indicators
        steps = outcome(SCHEME, scores, person, standing)
        found.append(PersonExplanation(person.code, 2026, indicators, steps, standing))
    return found


@thorough
@given(offices())
def test_of_any_office_every_explanation_ends_in_the_printed_figure_and_has_words(facts: YearFacts) -> None:
    for person in _explained(facts):
        assert explanations.outcome_lines(person)
        for given_standing in person.standing:
            assert explanations.input_line(given_standing)
        for each in person.indicators:
            assert explanations.rule(each)
            assert basis(each)
            assert all(explanations.lines(each))
            assert all(explanations.input_line(one) for one in each.inputs)


@thorough
@given(offices())
def test_the_named_cases_add_up_to_the_equivalent_that_is_told(facts: YearFacts) -> None:
    for person in _explained(facts):
        quantity = person.indicators[0]
        cases = sum((one.effect or 0 for one in quantity.inputs if one.kind == "case"), Fraction(0))
        assert quantity.steps[0].facts["equivalent"] == cases


def _ballots(**marks: list[int]) -> IndicatorExplanation:
    given_marks = [
        BallotMark("票", BallotClass(name), "J001", Decimal(mark)) for name, held in marks.items() for mark in held
    ]
    (person,) = _explained(YearFacts([HERE], ballots=given_marks))
    return next(each for each in person.indicators if each.indicator == "peer_rating")


def test_large_classes_are_shown_with_count_and_trimmed_mean() -> None:
    shown = _ballots(A=[95, 90, 88], B=[92, 85, 90, 78, 88, 96], C=[90, 80, 70])

    told = [(one.facts["classes"], one.facts["ballots"], one.facts["mean"]) for one in shown.inputs]
    assert told == [("A", 3, 91), ("B", 6, Fraction(355, 4)), ("C", 3, 80)]


@pytest.mark.parametrize("small", [[95], [95, 71]])
def test_a_class_under_three_is_merged_with_the_next_and_shows_what_the_total_implies_anyway(small: list[int]) -> None:
    shown = _ballots(A=small, B=[92, 85, 90, 78, 88, 96], C=[90, 80, 70])

    merged, alone = shown.inputs
    assert (merged.facts["classes"], merged.facts["ballots"]) == ("A、B", 6 + len(small))
    mean = Fraction(sum(small), len(small))
    assert merged.facts["mean"] == (Fraction(4, 10) * mean + Fraction(3, 10) * Fraction(355, 4)) / Fraction(7, 10)
    assert (alone.facts["classes"], alone.facts["mean"]) == ("C", 80)
    total = next(step.facts["mean"] for step in shown.steps if step.kind == "ballot_mean")
    assert total == Fraction(7, 10) * merged.facts["mean"] + Fraction(3, 10) * 80
    assert "A、B 类合并" in explanations.input_line(merged)


def test_a_small_last_class_goes_to_the_one_before_it() -> None:
    alone, merged = _ballots(A=[95, 90, 88], B=[92, 85, 90], C=[90, 80]).inputs
    assert (alone.facts["classes"], merged.facts["classes"], merged.facts["ballots"]) == ("A", "B、C", 5)


def test_of_a_trimmed_class_nothing_but_the_trimmed_mean_is_said() -> None:
    shown = _ballots(A=[95, 90, 88], B=[99, 85, 90, 78, 88, 60], C=[90, 80, 70])
    b = shown.inputs[1]
    assert (b.facts["trimmed"], b.facts["mean"]) == (2, Fraction(85 + 90 + 78 + 88, 4))
    said = "".join((*explanations.lines(shown), *map(explanations.input_line, shown.inputs)))
    assert "83.33" not in said  # the mean of all six, which would give the two extremes' sum away


def test_two_classes_of_which_one_is_small_show_no_mean_that_could_be_undone() -> None:
    (merged,) = _ballots(A=[95], C=[90, 80, 70]).inputs

    assert merged.facts["mean"] is None
    assert merged.effect is None


def test_fewer_than_three_marks_in_all_show_not_even_their_number() -> None:
    (merged,) = _ballots(A=[95], C=[90]).inputs

    assert (merged.facts["ballots"], merged.facts["mean"]) == (None, None)


def test_ballots_name_their_workbook_and_nothing_nearer() -> None:
    for one in _ballots(A=[95, 90, 88], C=[90, 80, 70]).inputs:
        assert one.source == Source(2, "测评票.xlsx", "ab" * 32)
