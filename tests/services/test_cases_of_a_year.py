"""案件与评查: the cases of a year, and one case with its handlers, its review and their sources."""

from datetime import date
from decimal import Decimal

import pytest

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.people import Category, Stay
from committee_desk.services.cases import NoSuchCase
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from tests.services.facts_held import hold

ACCEPTED = date(2025, 12, 1)
JOINT = [
    CaseShare(
        "演检刑诉〔2026〕1号", "审查起诉", code, ACCEPTED, date(2026, 2, 1), "甲盗窃案", "第一检察部",
        Decimal(share), 3, Decimal("1.25"), date(2026, 1, 31), "起诉",
    )
    for code, share in (("J001", "0.3"), ("J002", "0.333333333333333"))
]  # fmt: skip
OPEN = CaseShare("演检刑诉〔2026〕2号", "审查起诉", "J001", ACCEPTED)
EARLIER = CaseShare("演检刑诉〔2025〕9号", "审查逮捕", "J001", ACCEPTED, date(2025, 12, 31))


@pytest.fixture
def held(desk: Desk) -> Desk:
    people = [
        Stay(code, name, "第一检察部", Category.PROSECUTOR) for code, name in (("J001", "张三"), ("J002", "李四"))
    ]
    hold(desk, Kind.PEOPLE, people)
    hold(desk, Kind.CASES, [*JOINT, OPEN, EARLIER])
    hold(desk, Kind.REVIEWS, [Review("演检刑诉〔2026〕1号", Decimal("52.5"), Decimal(38), "优质", note="好")])
    return desk


def test_a_year_lists_its_closed_cases_and_what_is_open(held: Desk) -> None:
    joint, still_open = held.cases.rows(2026)
    assert (joint.number, joint.title, joint.kind, joint.handlers) == (
        "演检刑诉〔2026〕1号", "甲盗窃案", "审查起诉", ("张三", "李四"),
    )  # fmt: skip
    assert (joint.mark, joint.grade, joint.persons, joint.difficulty) == (Decimal("90.5"), "优质", 3, Decimal("1.25"))
    assert joint.in_time is False
    assert (still_open.number, still_open.closed, still_open.mark, still_open.in_time) == (
        OPEN.number,
        None,
        None,
        None,
    )
    assert [row.number for row in held.cases.rows(2025)] == [EARLIER.number, OPEN.number]


def test_a_card_holds_every_share_exactly_as_it_was_read(held: Desk) -> None:
    card = held.cases.card("演检刑诉〔2026〕1号")
    assert [traced.fact for traced in card.shares] == JOINT
    assert [traced.source.row for traced in card.shares] == [3, 4]
    assert card.shares[0].source.workbook == "cases.xlsx"
    assert card.names == {"J001": "张三", "J002": "李四"}
    assert card.review is not None
    assert card.review.fact == Review("演检刑诉〔2026〕1号", Decimal("52.5"), Decimal(38), "优质", note="好")
    assert card.review.source.cell("案号") == "B3"


def test_a_case_without_review_says_so(held: Desk) -> None:
    assert held.cases.card(OPEN.number).review is None


def test_an_unknown_number_is_refused(desk: Desk) -> None:
    with pytest.raises(NoSuchCase):
        desk.cases.card("没有")
