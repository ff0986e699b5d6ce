"""What no sequence of acts of grading can bring about, whatever is typed: by hypothesis, on a desk file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.decided import Decided, TieVote
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.domain.grade_rules import Standing, bound
from committee_desk.domain.grading import score_year
from committee_desk.domain.scores import Grade, PerformanceGrade, Status
from committee_desk.domain.summing import sum_up
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.grading_roll import laid_down, roll_of
from committee_desk.services.grading_views import Settlement
from committee_desk.services.imports.kinds import Kind
from tests.domain.offices import SCHEME, offices
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import YEAR
from tests.services.graded_desks import ASSISTANTS, PROSECUTORS, TODAY, V5, Person, office, review, sixteen

GOOD = (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD)
CODES = [f"J{number:03}" for number in range(1, 18)] + ["F1", "F2", "Z001", "X999"]
GRADES = [*Grade, None]

acts = st.one_of(
    st.tuples(st.just("choose"), st.sampled_from(CODES), st.sampled_from(GRADES)),
    st.tuples(st.just("left_over"), st.sampled_from([PROSECUTORS, ASSISTANTS]), st.integers(0, 3)),
    st.tuples(st.just("pool"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("settle"), st.sampled_from(CODES), st.sampled_from(list(Settlement))),
    st.tuples(st.just("review"), st.sampled_from(CODES), st.none()),
)


@pytest.fixture
def bent(desk: Desk, tmp_path: Path) -> Desk:
    """A tie, somebody under investigation, one failed in casework, two assistants, one without a ballot mark."""
    people = [
        *sixteen(V5[:14]),
        Person("J015", "58.00"),
        Person("J016", "70.00"),
        Person("J017", "85.00", ballot=False),
    ]
    office(desk, tmp_path, [*people, Person("F1", "0", ASSISTANTS), Person("F2", "0", ASSISTANTS)])
    row = {"工号": "J002", "种类": "立案未结", "决定文号": "监1号", "决定日期": "2026-11-02"}
    read(desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [row]))
    return desk


def act(desk: Desk, actor: Actor, kind: str, first: Any, second: Any) -> None:
    grading = desk.grading
    if kind == "choose":
        grading.choose(actor, YEAR, first, second, "试")
    elif kind == "left_over":
        grading.assign_left_over(actor, YEAR, first, second, "纪要1号", TODAY)
    elif kind == "pool":
        grading.pool(actor, YEAR, {PROSECUTORS: first, ASSISTANTS: second}, "纪要1号", TODAY)
    elif kind == "settle":
        grading.settle_incomplete(actor, YEAR, first, second, "试", "纪要1号", TODAY)
    else:
        grading.review(actor, YEAR, review(first))


def laid(desk: Desk) -> GradeList:
    with desk._open.reading() as uow:
        return laid_down(roll_of(uow, YEAR), ListStage.PROPOSED, 1)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(taken=st.lists(acts, min_size=3, max_size=9))
def test_no_acts_make_a_list_that_the_rules_forbid(bent: Desk, actor: Actor, taken: list[tuple[Any, Any, Any]]) -> None:
    for each in taken:
        try:
            act(bent, actor, *each)
        except DeskError:
            continue
        finally:
            hold_the_rules(laid(bent))


def hold_the_rules(listed: GradeList) -> None:
    for quota in listed.quotas:
        given_places = sum(e.grade is Grade.EXCELLENT for e in listed.people if e.category == quota.category)
        assert given_places == quota.given <= quota.places
    assert sum(each.grade is Grade.EXCELLENT for each in listed.people) * 100 <= listed.office.base * 20
    for each in listed.people:
        if each.grade is Grade.EXCELLENT:
            assert each.performance_grade in GOOD
        if each.performance_grade is PerformanceGrade.FAIL:
            assert each.grade not in (Grade.EXCELLENT, Grade.COMPETENT)
        if each.status is not Status.GRADED:
            assert each.grade is None
    assert listed.of("J002").grade is None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(offices(), st.data())
def test_no_vote_on_a_tie_gives_more_places_than_there_are(facts: Any, data: st.DataObject) -> None:
    inputs = sum_up(SCHEME, facts, YEAR)
    scores = score_year(SCHEME, inputs)
    equals = [each.code for each in scores.people if each.status is Status.TIE_AT_QUOTA]
    chosen = data.draw(st.sets(st.sampled_from(equals)) if equals else st.just(set()))
    voted = TieVote(frozenset(equals), frozenset(chosen), "纪要1号")
    after = score_year(SCHEME, replace(inputs, decided=Decided(ties=(voted,))))
    excellent = [each for each in after.people if each.proposed_grade is Grade.EXCELLENT]
    assert len(excellent) <= after.quota.places
    assert all(each.performance_grade in GOOD for each in excellent)
    if equals:
        fits = len(chosen) <= after.quota.places - sum(e.proposed_grade is Grade.EXCELLENT for e in scores.people)
        assert all(after.of(code).status is (Status.GRADED if fits else Status.TIE_AT_QUOTA) for code in equals)
        assert [after.of(code).rank for code in equals] == [scores.of(code).rank for code in equals]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(offices(), st.builds(Standing, st.booleans(), st.booleans(), st.booleans(), st.booleans()))
def test_no_grade_passes_that_its_casework_or_its_standing_forbids(facts: Any, standing: Standing) -> None:
    for score in score_year(SCHEME, sum_up(SCHEME, facts, YEAR)).people:
        for grade in Grade:
            if bound(score, standing, grade) is not None:
                continue
            assert score.status is Status.GRADED
            assert not score.review_required or standing.reviewed
            if grade is Grade.EXCELLENT:
                assert score.performance_grade in GOOD
                assert not (score.barred)
                assert not (standing.unfit)
                assert not (standing.below)
                assert not (standing.incompetent)
            if grade is Grade.COMPETENT:
                assert score.performance_grade is not PerformanceGrade.FAIL
                assert not standing.unfit
            if standing.incompetent:
                assert grade is Grade.INCOMPETENT
