"""Rows 17, 18, 21, 22 and 23 of the tricky situations: whose months, whose baseline, and what no baseline means."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from committee_desk.domain.cases import CaseShare
from committee_desk.domain.exact import EQUIVALENT, as_fraction
from committee_desk.domain.grading import score_year
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.scores import Status
from committee_desk.domain.scoring import Scoring
from committee_desk.domain.summing import YearFacts, sum_up
from tests.domain.offices import SCHEME

FIRST, SECOND, THIRD = "第一检察部", "第二检察部", "第三检察部"
QUANTITY = SCHEME.indicator("quantity")


def _stay(code: str, department: str, since: date | None = None, until: date | None = None) -> Stay:
    return Stay(code, code, department, Category.PROSECUTOR, since=since, until=until)


def _cases(code: str, department: str, count: int, closed: date = date(2026, 12, 1)) -> list[CaseShare]:
    """So many ordinary cases."""
    accepted = date(2026, 1, 2)
    return [
        CaseShare(f"{code}{department}{n}", "审查起诉", code, accepted, closed, None, department, Decimal(1))
        for n in range(count)
    ]


def _scoring(stays: list[Stay], *cases: list[CaseShare]) -> Scoring:
    facts = YearFacts(stays, [share for several in cases for share in several])
    return Scoring(SCHEME, sum_up(SCHEME, facts, 2026))


def _target(scoring: Scoring, code: str) -> Fraction:
    ratio = scoring.target(code)
    assert ratio is not None
    return as_fraction(*ratio) / EQUIVALENT


def _quantity(scoring: Scoring, code: str) -> Fraction:
    """The points before those of what does not apply are handed on."""
    assert QUANTITY is not None
    ratio = scoring.measure(QUANTITY)(code)
    assert ratio is not None
    return as_fraction(*ratio)


def test_row_17_a_transfer_in_may_mixes_both_baselines_by_months_and_cases_stay_with_the_person() -> None:
    stays = [
        _stay("J001", FIRST, until=date(2026, 5, 10)),
        _stay("J001", SECOND, since=date(2026, 5, 11)),
        _stay("J002", FIRST),
        _stay("J003", SECOND),
    ]
    before = _cases("J001", FIRST, 8, date(2026, 3, 2))
    scoring = _scoring(stays, before, _cases("J001", SECOND, 10), _cases("J002", FIRST, 24), _cases("J003", SECOND, 45))
    # 四个月按 12 × 32 ÷ 16 = 24，八个月按 12 × 55 ÷ 20 = 33
    assert _target(scoring, "J001") == 24 * Fraction(4, 12) + 33 * Fraction(8, 12) == 30
    assert _quantity(scoring, "J001") == 20 * Fraction(18, 30)
    (person,) = [each for each in scoring.figures() if each.code == "J001"]
    assert person.stay.department == SECOND


def test_row_18_months_before_a_transfer_from_another_office_are_not_taken_for_nought() -> None:
    stays = [_stay("J001", FIRST, since=date(2026, 8, 1)), _stay("J002", FIRST)]
    cases = _cases("J001", FIRST, 10) + _cases("J002", FIRST, 24)
    scoring = _scoring(stays, cases)
    assert _target(scoring, "J001") == 24 * Fraction(5, 12) == 10
    assert _quantity(scoring, "J001") == 20
    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts(stays, cases), 2026))
    assert scores.of("J001").status is Status.INCOMPLETE  # only the marks are missing: graded here, for the whole year
    assert scores.quota.base == 2


def test_row_21_half_a_year_is_measured_by_half_a_year_s_target() -> None:
    stays = [*(_stay(code, FIRST) for code in ("J001", "J002", "J003")), _stay("J004", FIRST, since=date(2026, 7, 1))]
    cases = [_cases(code, FIRST, count) for code, count in (("J001", 78), ("J002", 42), ("J003", 37), ("J004", 18))]
    scoring = _scoring(stays, *cases)
    year = Fraction(12 * (78 + 42 + 37 + 18), 42)
    assert _target(scoring, "J004") == year / 2 == 25
    assert _quantity(scoring, "J004") == 20 * Fraction(18, 25)
    naive = Fraction(78 + 42 + 37 + 18, 4)
    assert _quantity(scoring, "J004") != 20 * 18 / naive


def test_row_22_the_only_prosecutor_of_a_department_is_measured_by_the_whole_office() -> None:
    stays = [_stay("J001", FIRST), _stay("J002", SECOND), _stay("J003", SECOND)]
    scoring = _scoring(stays, _cases("J001", FIRST, 12), _cases("J002", SECOND, 30), _cases("J003", SECOND, 30))
    assert _target(scoring, "J001") == 24
    assert _quantity(scoring, "J001") == 10
    assert scoring.baselines[FIRST].office_wide
    assert not scoring.baselines[SECOND].office_wide


def test_row_23_where_a_whole_department_has_no_case_quantity_does_not_apply_and_is_flagged() -> None:
    stays = [_stay("J001", FIRST), _stay("J002", FIRST), _stay("J003", SECOND), _stay("J004", SECOND)]
    cases = _cases("J003", SECOND, 10) + _cases("J004", SECOND, 10)
    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts(stays, cases), 2026))
    without, with_cases = scores.of("J001"), scores.of("J003")
    assert without.not_applicable == ("efficiency", "quality", "quantity")
    assert "quantity" not in without.indicators
    # 效果、安全、规范的 12 分分到 70 分
    assert without.parts["performance"] == round(Fraction(6 + 3 + 3) * 70 / 14 * 100)
    assert "quantity" in with_cases.indicators


def test_row_23_an_office_without_any_case_is_scored() -> None:
    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts([_stay("J001", THIRD)], []), 2026))
    assert "quantity" in scores.of("J001").not_applicable
