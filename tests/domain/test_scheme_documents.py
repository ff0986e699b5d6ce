"""A scheme's text changed place by place, two schemes compared, doubts, and minimum standards."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from committee_desk.domain.scheme_changes import Doubt, FieldChange, compare, doubts
from committee_desk.domain.scheme_checking import faults
from committee_desk.domain.scheme_document import (
    Document,
    free_id,
    parsed,
    put,
    renamed,
    same,
    without,
    written,
)
from committee_desk.domain.scheme_faults import NumberOutOfBounds, SchemeTotalWrong, SchemeUnreadable, StandardOfNothing
from committee_desk.domain.scheme_file import load, read
from committee_desk.domain.standards import ALL_CASES, Done, Measure, MinimumStandard, against_standards
from committee_desk.services.schemes import SHIPPED, scheme_text

TEXT = scheme_text()
QUANTITY = ("parts", 0, "indicators", 0)


def changed(place: tuple[str | int, ...], value: object) -> Document:
    document: Document = put(parsed(TEXT), place, value)
    return document


@pytest.mark.parametrize("shipped", SHIPPED.values())
def test_a_text_written_again_says_the_same(shipped: str) -> None:
    text = scheme_text(shipped)
    assert same(written(parsed(text)), text)
    assert load(written(parsed(text))) == load(text)


def test_no_digit_of_a_number_is_lost() -> None:
    fine = Decimal("0.12345678901234567890")
    assert parsed(written(changed(("cases", "weights", "审查逮捕"), fine)))["cases"]["weights"]["审查逮捕"] == fine


def test_a_change_leaves_the_document_that_it_came_from() -> None:
    before = parsed(TEXT)
    after = put(before, (*QUANTITY, "maximum"), 18)
    assert (before["parts"][0]["indicators"][0]["maximum"], after["parts"][0]["indicators"][0]["maximum"]) == (20, 18)
    assert without(after, QUANTITY)["parts"][0]["indicators"][0]["id"] == "quality"
    assert len(after["parts"][0]["indicators"]) == 6


def test_an_entry_keeps_its_place_under_a_new_name() -> None:
    names = list(renamed(parsed(TEXT), ("cases", "weights", "审查起诉"), "起诉")["cases"]["weights"])
    assert names[:3] == ["审查逮捕", "起诉", "公益诉讼"]


def test_a_new_indicator_gets_an_id_of_its_own() -> None:
    document = changed(("parts", 1, "indicators", 0, "id"), "ledger_1")
    assert free_id(parsed(TEXT), "ledger") == "ledger_1"
    assert free_id(document, "ledger") == "ledger_2"


@pytest.mark.parametrize("text", ["[]", "{", "7", "[" * 100_000])
def test_what_is_no_object_is_no_document(text: str) -> None:
    with pytest.raises(SchemeUnreadable):
        parsed(text)


def test_only_what_two_schemes_say_differently_is_named() -> None:
    after = put(changed((*QUANTITY, "maximum"), 18), ("grades", "优秀"), Decimal("86.5"))
    after = without(after, ("parts", 2, "indicators", 1))
    told = compare(load(TEXT), read(written(after)))
    assert FieldChange("quantity.maximum", "20", "18") in told
    assert FieldChange("grades.优秀", "85", "86.5") in told
    assert FieldChange("peer_rating.name", "民主测评", None) in told
    assert {each.where.partition(".")[0] for each in told} == {"quantity", "grades", "peer_rating"}
    assert compare(load(TEXT), load(TEXT)) == ()


def test_more_than_thirty_indicators_are_doubted() -> None:
    many = parsed(TEXT)
    for n in range(1, 19):
        many = put(many, ("parts", 3, "indicators", n), {**_ledger(n)})
    assert len(read(written(many)).indicators) == 30
    assert Doubt.TOO_MANY_INDICATORS not in _doubted(many)
    many = put(many, ("parts", 3, "indicators", 19), _ledger(19))
    assert Doubt.TOO_MANY_INDICATORS in _doubted(many)


def _ledger(n: int) -> dict[str, object]:
    return {"id": f"x{n}", "name": f"加分{n}", "maximum": 1, "rule": "ledger", "start": 0}


def _doubted(document: Document) -> set[Doubt]:
    return {each.doubt for each in doubts(read(written(document)))}


def test_quality_below_another_indicator_and_a_quota_above_twenty_are_doubted() -> None:
    assert _doubted(parsed(TEXT)) == set()
    assert _doubted(changed((*QUANTITY, "maximum"), 29)) == {Doubt.QUALITY_NOT_LARGEST}
    assert _doubted(changed(("quota_percent",), 21)) == {Doubt.QUOTA_NEEDS_APPROVAL}


def test_all_faults_are_named_at_once_each_with_its_place_and_bounds() -> None:
    document = put(changed((*QUANTITY, "maximum"), 0), ("grades", "称职"), 90)
    document["minimum_standards"] = [{"work": "盗窃", "measure": "cases", "least": 3}]
    found = list(faults(read(written(document))))
    assert [type(each) for each in found] == [
        SchemeTotalWrong,
        NumberOutOfBounds,
        NumberOutOfBounds,
        StandardOfNothing,
    ]
    assert [(each.where, each.least, each.most) for each in found if isinstance(each, NumberOutOfBounds)] == [
        ("quantity.maximum", 1, 100),
        ("grades.称职", 0, 85),
    ]


@pytest.mark.parametrize(
    ("work", "measure", "lawful"),
    [
        (ALL_CASES, "cases", True),
        ("审查起诉", "cases", True),
        ("skill", "events", True),
        ("skill", "points", True),
        ("skill", "cases", False),
        ("审查起诉", "events", False),
        ("quality", "events", False),
    ],
)
def test_a_standard_counts_what_its_work_has(work: str, measure: str, lawful: bool) -> None:
    text = written({**parsed(TEXT), "minimum_standards": [{"work": work, "measure": measure, "least": 1}]})
    assert (list(faults(read(text))) == []) is lawful
    assert json.loads(text)["minimum_standards"]


def test_standards_are_pro_rata_of_the_time_on_duty() -> None:
    cases = MinimumStandard("审查起诉", Measure.CASES, Decimal(24))
    skill = MinimumStandard("skill", Measure.POINTS, Decimal("1.5"))
    done = {
        "A": Done({"审查起诉": Fraction(23), "公益诉讼": Fraction(9)}, {"skill": 3}, {"skill": Fraction(3, 2)}),
        "B": Done({"审查起诉": Fraction(12)}, {}, {}),
    }
    on_duty = {"A": Fraction(1), "B": Fraction(1, 2), "C": Fraction(0)}
    short = [
        (each.code, each.standard.work, each.expected - each.reached)
        for each in against_standards((cases, skill), on_duty, done)
        if each.falls_short
    ]
    assert short == [("A", "审查起诉", 1), ("B", "skill", Fraction(3, 4))]


def test_cases_of_every_kind_count_together() -> None:
    all_cases = MinimumStandard(ALL_CASES, Measure.CASES, Decimal(10))
    done = {"A": Done({"审查起诉": Fraction(4), "公益诉讼": Fraction(5)}, {}, {})}
    (reached,) = against_standards((all_cases,), {"A": Fraction(1)}, done)
    assert (reached.expected, reached.reached, reached.falls_short) == (10, 9, True)


@pytest.mark.parametrize("shipped", SHIPPED.values())
def test_a_scheme_from_before_rounds_counts_the_grades_of_a_ballot_as_every_scheme_that_comes_along(
    shipped: str,
) -> None:
    text = scheme_text(shipped)
    before = load(written(without(parsed(text), ("ballots", "points"))))
    assert before == load(text)
    assert [f"{points}" for points in before.ballot_points.values()] == ["95", "85", "70", "50"]
    assert compare(before, load(text)) == ()


def test_what_a_grade_on_a_ballot_counts_is_compared_where_it_is_another() -> None:
    own = load(written(changed(("ballots", "points"), {"称职": Decimal("82.5")})))
    assert compare(load(TEXT), own) == (FieldChange("ballots.points.称职", "85", "82.5"),)
