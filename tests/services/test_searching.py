"""Ctrl+K: people by code, name and pinyin, cases by number and title."""

from datetime import date
from decimal import Decimal

import pytest

from committee_desk.domain.cases import CaseShare
from committee_desk.domain.people import Category, Stay
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.search import MOST
from tests.services.facts_held import hold

NAMES = ("张三", "曾单", "欧阳㛃", "Li雷")


@pytest.fixture
def held(desk: Desk) -> Desk:
    people = [Stay(f"J00{n}", name, "第一检察部", Category.PROSECUTOR) for n, name in enumerate(NAMES, start=1)]
    people.append(Stay("J000", "张山", "办公室", Category.ADMINISTRATIVE, until=date(2025, 1, 1)))
    hold(desk, Kind.PEOPLE, people)
    cases = [
        CaseShare(f"演检刑诉（2026）{n}号", "审查起诉", "J001", date(2026, 1, 1), title=f"100%_甲{n}案")
        for n in range(1, 71)
    ]
    half = cases[0]._replace(share=Decimal("0.5"))
    hold(desk, Kind.CASES, [half, *cases[1:], half._replace(code="J002")])
    return desk


def _people(desk: Desk, text: str) -> list[str]:
    return [hit.title for hit in desk.search(text, 2026) if hit.kind == "person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张三", ["张三"]),
        ("张", ["张三", "张山"]),
        ("zs", ["张三", "张山"]),
        ("ZS", ["张三", "张山"]),
        ("zhangsan", ["张三"]),
        ("zhang san", ["张三"]),
        ("j001", ["张三"]),
        ("zd", ["曾单"]),
        ("zs ", ["张三", "张山"]),
        ("cs", ["曾单"]),
        ("zengshan", ["曾单"]),
        ("cengdan", ["曾单"]),
        ("oyj", ["欧阳㛃"]),
        ("ll", ["Li雷"]),
        ("xyz", []),
        ("  ", []),
    ],
)
def test_people_are_found_by_name_code_and_every_reading(held: Desk, text: str, found: list[str]) -> None:
    got = _people(held, text)
    assert [name for name in got if name in found] == found
    assert set(got) - set(found) <= ({"曾单"} if text.strip().casefold() == "zs" else set())


def test_whoever_had_left_before_the_year_comes_last(held: Desk) -> None:
    assert _people(held, "zhangs") == ["张三", "张山"]


def test_a_hit_says_what_it_is_and_opens_by_its_key(held: Desk) -> None:
    hit = held.search("张三", 2026)[0]
    assert (hit.kind, hit.key, hit.detail) == ("person", "J001", "J001 · 第一检察部")
    case = held.search("1号", 2026)[-1]
    assert (case.kind, case.key) == ("case", case.title)


@pytest.mark.parametrize("text", ["(2026)7号", "（2026）7号", "〔2026〕7号", "甲7案", "演检刑诉 （2026） 7号"])
def test_a_case_is_found_by_number_in_any_brackets_and_by_title(held: Desk, text: str) -> None:
    assert [hit.key for hit in held.search(text, 2026)] == ["演检刑诉（2026）7号"]


def test_signs_of_the_query_language_are_plain_text(held: Desk) -> None:
    assert held.search("%号", 2026) == ()
    assert len(held.search("100%_甲70", 2026)) == 1
    assert held.search("100__甲70", 2026) == ()


def test_there_are_at_most_fifty_hits_and_a_joint_case_is_one(held: Desk) -> None:
    assert len(held.search("演检", 2026)) == MOST
    assert [hit.key for hit in held.search("甲1案", 2026)] == ["演检刑诉（2026）1号"]
