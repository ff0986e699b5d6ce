"""A scheme that breaks what every scheme has to hold is refused, with the place named."""

import json
from typing import Any

import pytest

from committee_desk.domain.scheme import Effect, RuleKind
from committee_desk.domain.scheme_checking import SANCTIONS_OF_THE_RULES
from committee_desk.domain.scheme_faults import (
    DictionaryIncomplete,
    NumberOutOfBounds,
    PerformanceTooSmall,
    RepeatedName,
    SchemeRefused,
    SchemeTotalWrong,
    SchemeUnreadable,
)
from committee_desk.domain.scheme_file import load
from committee_desk.services.schemes import SchemeNotFound, scheme_text, shipped_schemes


def _refusal(change) -> SchemeRefused:
    held: dict[str, Any] = json.loads(scheme_text())
    change(held)
    with pytest.raises(SchemeRefused) as refused:
        load(json.dumps(held, ensure_ascii=False))
    return refused.value


def test_the_shipped_scheme_is_the_interfaces() -> None:
    scheme = load(scheme_text("prosecutor-2026"))

    assert {each.id: each.maximum for each in scheme.indicators} == {
        "quantity": 20,
        "quality": 28,
        "efficiency": 8,
        "effect": 8,
        "safety": 3,
        "regularity": 3,
        "conduct": 4,
        "skill": 10,
        "ethics": 6,
        "leader_rating": 6,
        "peer_rating": 4,
        "bonus": 5,
    }
    assert [part.maximum for part in scheme.parts] == [70, 20, 10, 5]
    assert set(SANCTIONS_OF_THE_RULES) == set(scheme.sanction_kinds)
    assert scheme.sanctions["立案未结"].effect is Effect.PENDING
    assert "基本合格" in scheme.review_points(2026)
    assert "瑕疵" not in scheme.review_points(2026)
    assert "瑕疵" in scheme.review_points(2025)
    assert scheme.indicator("办案效果") == scheme.indicator("effect")
    assert {each.rule for each in scheme.indicators} == set(RuleKind)


def test_casework_below_60_percent_is_refused() -> None:
    def shrink(held):
        held["parts"][0]["indicators"][1]["maximum"] = 17
        held["parts"][1]["indicators"][1]["maximum"] = 21

    refusal = _refusal(shrink)

    assert isinstance(refusal, PerformanceTooSmall)
    assert (refusal.points, refusal.total) == (59, 100)


def test_a_total_that_is_not_100_is_refused() -> None:
    refusal = _refusal(lambda held: held["parts"][0]["indicators"][0].update(maximum=21))

    assert isinstance(refusal, SchemeTotalWrong)
    assert refusal.total == 101


@pytest.mark.parametrize("field", ["id", "name"])
def test_two_indicators_of_one_name_are_refused(field: str) -> None:
    def repeat(held):
        held["parts"][1]["indicators"][0][field] = held["parts"][0]["indicators"][0][field]

    assert isinstance(_refusal(repeat), RepeatedName)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (lambda held: held["sanctions"].pop("记过"), "记过"),
        (lambda held: held["ballots"]["weights"].pop("C"), "C"),
        (lambda held: held["reviews"]["dictionaries"].pop(0), "since: null"),
        (lambda held: held["reviews"]["dictionaries"][1]["points"].pop("优质"), "优质"),
        (lambda held: held["performance_grades"].pop("良好"), "良好"),
        (lambda held: held["grades"].pop("称职"), "称职"),
    ],
)
def test_an_incomplete_dictionary_is_refused(change, missing: str) -> None:
    refusal = _refusal(change)

    assert isinstance(refusal, DictionaryIncomplete)
    assert refusal.missing == missing


@pytest.mark.parametrize(
    "change",
    [
        lambda held: held["ballots"]["weights"].update(A=0.5),
        lambda held: held.update(quota_percent=26),
        lambda held: held["grades"].update(称职=90),
        lambda held: held["parts"][0]["indicators"][3].update(start=9),
        lambda held: held["cases"]["weights"].update(审查起诉=-1),
        lambda held: held["reviews"]["dictionaries"][0]["points"].update(优质=101),
        lambda held: held["sanctions"]["记大过"].update(no_grade_years_after=101),
        lambda held: held["ballots"]["points"].update(优秀=101),
        lambda held: held["ballots"]["points"].update(称职=96),
        lambda held: held["ballots"]["points"].update(不称职=-1),
    ],
)
def test_a_number_that_no_rule_can_use_is_refused(change) -> None:
    assert isinstance(_refusal(change), NumberOutOfBounds)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda held: held.pop("parts"), "parts"),
        (lambda held: held["parts"][0]["indicators"][0].update(rule="formula"), "parts[0].indicators[0].rule"),
        (lambda held: held["parts"][0]["indicators"][0].update(maximum="20"), "parts[0].indicators[0].maximum"),
        (lambda held: held["sanctions"]["记过"].update(effect="?"), "sanctions.记过.effect"),
    ],
)
def test_an_unreadable_scheme_names_the_place(change, where: str) -> None:
    refusal = _refusal(change)

    assert isinstance(refusal, SchemeUnreadable)
    assert refusal.where == where


@pytest.mark.parametrize("text", ["", "[]", "{", "7"])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(SchemeUnreadable):
        load(text)


def test_a_scheme_that_is_neither_shipped_nor_a_file_is_not_found(tmp_path) -> None:
    with pytest.raises(SchemeNotFound):
        scheme_text("nobody-knows")
    own = tmp_path / "own.json"
    own.write_text(scheme_text(), encoding="utf-8")
    assert scheme_text(str(own)) == scheme_text()
    assert shipped_schemes() == ("administrative-2026", "assistant-2026", "prosecutor-2026")
