"""人员: who was there in a year, where, and what is recorded about one person."""

from datetime import date

import pytest

from committee_desk.domain.people import Category, Stay
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.people import NoSuchPerson, days_away, standing_of
from tests.services.facts_held import hold

MOVED = [
    Stay("J002", "李四", "第一检察部", Category.PROSECUTOR, since=date(2020, 1, 1), until=date(2026, 6, 30)),
    Stay("J002", "李四", "第二检察部", Category.PROSECUTOR, post="主任", since=date(2026, 7, 1)),
]
STAYING = Stay("J001", "张三", "第一检察部", Category.PROSECUTOR)
LEFT_EARLIER = Stay("J003", "王五", "办公室", Category.ADMINISTRATIVE, until=date(2025, 12, 31))
COMING_LATER = Stay("J004", "赵六", "办公室", Category.ASSISTANT, since=date(2027, 1, 1))


def test_the_roster_lists_by_code_everybody_who_was_there_in_the_year(desk: Desk) -> None:
    hold(desk, Kind.PEOPLE, [*MOVED, LEFT_EARLIER, COMING_LATER, STAYING])
    rows = desk.people.roster(2026)
    assert [(row.code, row.department, row.stays) for row in rows] == [
        ("J001", "第一检察部", 1),
        ("J002", "第二检察部", 2),
    ]
    assert rows[1].post == "主任"
    assert [row.code for row in desk.people.roster(2025)] == ["J001", "J002", "J003"]
    assert [row.code for row in desk.people.roster(2027)] == ["J001", "J002", "J004"]


def test_the_roster_names_the_years_decisions_open_cases_and_days_of_leave(desk: Desk) -> None:
    hold(desk, Kind.PEOPLE, [STAYING])
    hold(desk, Kind.SANCTIONS, [Sanction("J001", "诫勉", "〔2026〕1号", date(2026, 3, 1))])
    hold(desk, Kind.LEAVE, [Leave("J001", "病假", date(2026, 3, 1), date(2026, 3, 10))])
    (row,) = desk.people.roster(2026)
    assert row.standing == ("诫勉",)
    assert row.leave_days == 10
    assert desk.people.roster(2027)[0].standing == ()


def test_an_open_case_counts_in_every_year_until_it_is_closed() -> None:
    case = Sanction("J001", "立案未结", "〔2024〕1号", date(2024, 3, 1))
    assert standing_of([case], 2026) == ("立案未结",)
    assert standing_of([case._replace(closed=date(2026, 1, 5))], 2026) == ()


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([], 0),
        ([((2026, 1, 1), (2026, 12, 31))], 365),
        ([((2025, 12, 30), (2026, 1, 2))], 2),
        ([((2026, 12, 31), (2027, 5, 1))], 1),
        ([((2024, 1, 1), (2025, 12, 31))], 0),
        ([((2026, 3, 1), (2026, 3, 10)), ((2026, 3, 5), (2026, 3, 6))], 10),
        ([((2026, 3, 1), (2026, 3, 10)), ((2026, 3, 5), (2026, 3, 12))], 12),
    ],
)
def test_a_day_away_counts_once_and_in_its_own_year(
    spans: list[tuple[tuple[int, int, int], tuple[int, int, int]]], days: int
) -> None:
    leave = [Leave("J001", "病假", date(*since), date(*until)) for since, until in spans]
    assert days_away(leave, 2026) == days


def test_a_card_shows_everything_with_its_source(desk: Desk) -> None:
    entry = hold(desk, Kind.PEOPLE, [STAYING, *MOVED])
    decided = hold(desk, Kind.SANCTIONS, [Sanction("J002", "诫勉", "〔2026〕1号", date(2026, 3, 1))])
    card = desk.people.card("J002", 2026)
    assert [traced.fact for traced in card.stays] == MOVED
    source = card.stays[1].source
    assert (source.entry, source.workbook, source.sheet, source.row) == (entry, "people.xlsx", "表1", 5)
    assert source.cell("工号") == "A5"
    assert card.sanctions[0].source.entry == decided
    assert card.sanctions[0].fact.document == "〔2026〕1号"
    assert card.leave == ()


def test_a_card_bears_the_name_that_the_year_knew(desk: Desk) -> None:
    renamed = [
        Stay("J005", "旧名", "办公室", Category.ADMINISTRATIVE, until=date(2026, 12, 31)),
        Stay("J005", "新名", "办公室", Category.ADMINISTRATIVE, since=date(2027, 1, 1)),
    ]
    hold(desk, Kind.PEOPLE, renamed)
    assert desk.people.card("J005", 2026).name == "旧名"
    assert desk.people.card("J005", 2027).name == "新名"
    assert desk.people.card("J005", 1999).name == "旧名"


def test_an_unknown_code_is_refused(desk: Desk) -> None:
    with pytest.raises(NoSuchPerson):
        desk.people.card("J999", 2026)


def test_opening_decisions_on_a_person_is_journalled_and_looking_at_the_card_is_not(
    sample_desk: Desk, actor: Actor
) -> None:
    code = next(row.code for row in sample_desk.people.roster(2026) if row.standing)
    before = sample_desk.journal.head()
    card = sample_desk.people.card(code, 2026)
    assert sample_desk.journal.head() == before
    opened = sample_desk.people.open_standing(actor, code, 2026)
    newest = sample_desk.journal.rows(1)[0]
    assert opened.sanctions == card.sanctions
    assert (newest.seq, newest.verb, newest.subject) == (opened.change.entry, "standing.open", code)
    assert card.sanctions[0].fact.document not in newest.what
