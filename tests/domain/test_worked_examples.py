"""The worked examples of the founding articles' domain reference, part 9."""

from datetime import date
from decimal import Decimal

import pytest

from committee_desk.domain.cases import CaseShare
from committee_desk.domain.events import Event
from committee_desk.domain.grading import Grading, score_year
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.scores import Grade, PerformanceGrade, Status
from committee_desk.domain.scoring import Figures
from committee_desk.domain.summing import YearFacts, sum_up
from committee_desk.domain.sums import YearInputs
from tests.domain.offices import SCHEME

CASES = {"J001": "78.4", "J002": "42", "J003": "36.5", "J004": "18"}


def _shares(code: str, equivalents: str) -> list[CaseShare]:
    """That many case-equivalents: whole cases and one share."""
    whole, rest = divmod(Decimal(equivalents), 1)
    sizes = [Decimal(1)] * int(whole) + ([rest] if rest else [])
    closed, accepted = date(2026, 5, 6), date(2026, 1, 2)
    return [
        CaseShare(f"{code}-{n}", "审查起诉", code, accepted, closed, None, "第一检察部", size)
        for n, size in enumerate(sizes)
    ]


def test_v1_department_average_is_the_baseline_seed_article_1_line_17() -> None:
    stays = [
        Stay(code, code, "第一检察部", Category.PROSECUTOR, since=date(2026, 7, 1) if code == "J004" else None)
        for code in CASES
    ]
    shares = [share for code, equivalents in CASES.items() for share in _shares(code, equivalents)]

    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts(stays, shares), 2026))

    # 办案质量和效率没有数据，其 36 分由其余指标分担，所以取未分担的数量分
    handed_on = Decimal(70) / Decimal(34)
    expected = {"J001": "20", "J002": "16.8096", "J003": "14.6084", "J004": "14.4082"}
    for code, points in expected.items():
        quantity = scores.of(code).indicators["quantity"]
        assert abs(Decimal(quantity) / 100 - Decimal(points) * handed_on) < Decimal("0.006")
    assert scores.of("J001").indicators["bonus"] == 300
    assert scores.of("J002").indicators["bonus"] == 0


MARKS = {
    "A": [95, 90, 88],
    "B": [92, 85, 90, 78, 88, 96],
    "C": [100, 90, 85, 80, 60, 95, 92, 88, 90, 86, 84, 99],
}


@pytest.mark.parametrize(("empty", "printed"), [("", 359), ("B", 360)])
def test_v3_ballots_trim_and_weigh_seed_article_1_line_10(empty: str, printed: int) -> None:
    ballots = [
        BallotMark("票", BallotClass(name), "J001", Decimal(mark))
        for name, marks in MARKS.items()
        if name != empty
        for mark in marks
    ]
    stays = [Stay("J001", "甲", "第一检察部", Category.PROSECUTOR)]

    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts(stays, ballots=ballots), 2026))

    assert scores.of("J001").indicators["peer_rating"] == printed


@pytest.mark.parametrize(
    ("marks", "printed"),
    [([0, 90, 90, 90], 270), ([0, 90, 90, 90, 100], 360), ([0, 90, 90, 90, None], 270)],
    ids=["four keep all", "five lose one highest and one lowest", "an abstention leaves before they are counted"],
)
def test_v3_a_class_is_trimmed_from_five_marks_on(marks: list[int | None], printed: int) -> None:
    ballots = [BallotMark("票", BallotClass.A, "J001", None if mark is None else Decimal(mark)) for mark in marks]
    stays = [Stay("J001", "甲", "第一检察部", Category.PROSECUTOR)]

    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts(stays, ballots=ballots), 2026))

    assert scores.of("J001").indicators["peer_rating"] == printed


TOTALS = (
    *("93.42", "92.10", "91.86", "91.86", "90.55", "89.90", "88.74", "88.20", "87.65", "87.01", "86.40", "85.12"),
    *("84.77", "83.05", "80.60", "74.30"),
)


def _figures(place: int, total: str) -> Figures:
    hundredths = int(Decimal(total) * 100)
    stay = Stay(f"J{place:03d}", f"第{place}", "第一检察部", Category.PROSECUTOR)
    parts = {"performance": 65_00, "common": 20_00, "overall": 8_00, "bonus": hundredths - 93_00}
    return Figures(stay.code, stay, {"quality": 25_00}, (), (), parts, hundredths, hundredths, 3)


def test_v5_the_program_stops_where_the_last_place_would_divide_equals_seed_article_1_line_11() -> None:
    figures = [_figures(place, total) for place, total in enumerate(TOTALS, start=1)]

    scores = Grading(SCHEME, YearInputs(2026, [each.stay for each in figures])).scores(figures)

    assert (scores.quota.base, scores.quota.places) == (16, 3)
    assert [person.rank for person in scores.people[:5]] == [1, 2, 3, 3, 5]
    statuses = [person.status for person in scores.people]
    assert statuses[:5] == [Status.GRADED, Status.GRADED, Status.TIE_AT_QUOTA, Status.TIE_AT_QUOTA, Status.GRADED]
    assert [person.proposed_grade for person in scores.people[:5]] == [*[Grade.EXCELLENT] * 2, None, None, "称职"]
    assert scores.people[0].performance_grade is PerformanceGrade.EXCELLENT


def test_a_sum_on_the_half_hundredth_is_rounded_up() -> None:
    stays = [Stay("J001", "甲", "第一检察部", Category.PROSECUTOR)]
    marks = [LeaderMark("J001", "检察长", Decimal("92.75"))]  # 92.75 × 6/100 = 5.565
    events = [Event("J001", "skill", date(2026, 3, 3), Decimal("1.005"), "课题", "1号")]

    scores = score_year(SCHEME, sum_up(SCHEME, YearFacts(stays, events=events, leader_marks=marks), 2026))

    assert scores.of("J001").indicators["leader_rating"] == 557
    assert scores.of("J001").indicators["skill"] == 101
