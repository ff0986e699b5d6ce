"""The history of a figure: every version with who brought it, from where, who ended it and why."""

from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.history import NoSuchIndicator
from committee_desk.services.history_views import NATURAL_KEYS, FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.settings import CUT_OFF
from tests.conftest import NOW
from tests.imports.workbooks import CASE, GOOD, PEOPLE, read, workbook

OTHER = {**CASE, "承办检察官工号": "J002"}


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with people, one case of theirs and its review."""
    read(desk, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", PEOPLE))
    read(desk, Kind.CASES, workbook(tmp_path / "案件.xlsx", [CASE, {**OTHER, "分担比例": 0.4}]))
    read(desk, Kind.REVIEWS, workbook(tmp_path / "评查.xlsx", [GOOD[Kind.REVIEWS]]))
    return desk


def test_a_setting_put_twice_has_two_versions_the_first_ended_by_the_second(desk: Desk, actor: Actor) -> None:
    desk.settings.put(actor, CUT_OFF, "17:00", "冬季")
    desk.settings.put(Actor("王芳"), CUT_OFF, "16:30", "年底")
    first, second = desk.history.of(FactKind.SETTING, (CUT_OFF,))
    assert (first.values, second.values) == ({"value": "17:00"}, {"value": "16:30"})
    assert (first.brought.actor, first.brought.why, first.brought.at) == (actor.name, "冬季", NOW)
    assert first.ended == second.brought
    assert (second.brought.entry, second.brought.actor, second.brought.why) == (3, "王芳", "年底")
    assert second.ended is None


def test_every_kind_of_fact_has_versions_whose_key_finds_them_and_no_others(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.settings.put(actor, CUT_OFF, "17:00", "冬季")
    for kind in FactKind:
        whole = sample_desk.history.of(kind, ())
        assert whole, kind
        one = whole[len(whole) // 2]
        assert len(one.key) == len(NATURAL_KEYS[kind])
        found = sample_desk.history.of(kind, one.key)
        assert one in found, kind
        assert {each.key for each in found} == {one.key}


def test_a_corrected_share_tells_both_figures_with_workbook_and_row_of_each(office: Desk, tmp_path: Path) -> None:
    corrected = [{**CASE, "分担比例": 0.7}, {**OTHER, "分担比例": 0.3}]
    read(office, Kind.CASES, workbook(tmp_path / "更正.xlsx", corrected), replace=True)
    first, second = office.history.of(FactKind.CASE_SHARE, (CASE["案号"], "J001"))
    assert (first.values["share"], second.values["share"]) == (Decimal("0.6"), Decimal("0.7"))
    assert (first.source.workbook, first.source.row) == ("案件.xlsx", 2)
    assert (second.source.workbook, second.source.row) == ("更正.xlsx", 2)
    assert first.ended is not None
    assert (first.ended.entry, first.ended.verb) == (second.brought.entry, "import")


def test_what_a_take_back_gave_back_is_a_version_of_its_own_read_from_the_first_workbook(
    office: Desk, actor: Actor, tmp_path: Path
) -> None:
    corrected = [{**CASE, "分担比例": 0.7}, {**OTHER, "分担比例": 0.3}]
    done = read(office, Kind.CASES, workbook(tmp_path / "更正.xlsx", corrected), replace=True)
    assert done.change.entry is not None
    office.imports.take_back(actor, done.change.entry, "更正有误")
    _first, second, third = office.history.of(FactKind.CASE_SHARE, (CASE["案号"], "J001"))
    assert second.ended is not None
    assert (second.ended.verb, second.ended.why) == ("take_back_import", "更正有误")
    assert third.values["share"] == Decimal("0.6")
    assert (third.brought, third.ended) == (second.ended, None)
    assert (third.source.workbook, third.source.row) == ("案件.xlsx", 2)


def test_the_beginning_of_a_key_finds_all_handlers_of_a_case(office: Desk) -> None:
    found = office.history.of(FactKind.CASE_SHARE, (CASE["案号"],))
    assert {version.key[1] for version in found} == {"J001", "J002"}


def test_what_was_never_recorded_has_no_history(office: Desk) -> None:
    assert office.history.of(FactKind.REVIEW, ("检〔1999〕1号",)) == ()


def test_the_history_of_an_indicator_is_that_of_the_facts_it_rests_on(sample_desk: Desk) -> None:
    feeding = {
        indicator.id: {version.kind for version in sample_desk.history.of_indicator(2026, code, indicator.id)}
        for code in ("J001",)
        for indicator in sample_desk.scores.scheme(2026).indicators
    }
    told = sample_desk.scores.explain(2026, "J001")
    for each in told.indicators:
        kinds = {"case": FactKind.CASE_SHARE, "review": FactKind.REVIEW, "event": FactKind.EVENT}
        used = {kinds[given.kind] for given in each.inputs if given.kind in kinds}
        assert used <= feeding[each.indicator], each.indicator
    assert {kind for kinds in feeding.values() for kind in kinds} >= {FactKind.CASE_SHARE, FactKind.EVENT}


def test_the_history_of_a_review_is_that_of_the_persons_own_cases(office: Desk) -> None:
    quality = next(each for each in office.scores.scheme(2026).indicators if each.rule.value == "case_review")
    (version,) = office.history.of_indicator(2026, "J001", quality.id)
    assert (version.kind, version.key, version.values["substance"]) == (FactKind.REVIEW, (CASE["案号"],), 55)
    assert office.history.of_indicator(2026, "J003", quality.id) == ()


def test_an_indicator_that_the_scheme_does_not_know_is_refused(office: Desk) -> None:
    with pytest.raises(NoSuchIndicator):
        office.history.of_indicator(2026, "J001", "没有的指标")
