"""What two versions of a month's sheet show differently, what corrects a month, and what lowers a published figure."""

from dataclasses import replace
from datetime import date

import pytest

from committee_desk.domain.months import (
    MonthSheet,
    SheetColumn,
    SheetLine,
    corrected,
    differences,
    ends_a_quarter,
    last_day,
    lowered,
    quarter_of,
)

SKILL = SheetColumn("skill", "司法技能", 10, "common")
MARKS = SheetColumn("leader_rating", "领导评价", 6, "overall", annual=True)
ONE = SheetLine("J001", "秦生康", "第一检察部", {"skill": 100}, {"common": 100}, 100, rank=1)
TWO = SheetLine("J002", "林若", "第二检察部", {"skill": 50}, {"common": 50}, 50, rank=2)
PUBLISHED = MonthSheet(2026, 3, "检察官", "方案", (), (SKILL, MARKS), (ONE, TWO), ranked=True)


def with_first(**changed: object) -> MonthSheet:
    return replace(PUBLISHED, people=(replace(ONE, **changed), TWO))  # type: ignore[arg-type] # fields of a line


def test_the_same_sheet_differs_in_nothing() -> None:
    assert differences(PUBLISHED, PUBLISHED) == ()
    assert not corrected(PUBLISHED, PUBLISHED)


def test_a_yearly_rating_that_came_later_differs_and_corrects_nothing() -> None:
    rated = with_first(indicators={"skill": 100, "leader_rating": 550}, total=650)
    assert [each.what for each in differences(PUBLISHED, rated)] == ["leader_rating", "total"]
    assert not corrected(PUBLISHED, rated)


@pytest.mark.parametrize(
    "changed", [{"indicators": {"skill": 150}, "total": 150}, {"indicators": {}}, {"department": "第二检察部"}]
)
def test_a_dated_figure_or_a_transfer_that_changed_corrects_the_month(changed: dict[str, object]) -> None:
    assert corrected(PUBLISHED, with_first(**changed))


def test_somebody_who_came_or_went_corrects_the_month() -> None:
    alone = replace(PUBLISHED, people=(ONE,))
    assert corrected(PUBLISHED, alone)
    assert corrected(alone, PUBLISHED)


def test_a_figure_that_is_lower_or_gone_is_lowered_and_a_higher_one_is_not() -> None:
    assert lowered(PUBLISHED, with_first(indicators={"skill": 150}, total=150)) == ()
    assert [each.what for each in lowered(PUBLISHED, with_first(indicators={"skill": 90}, total=90))] == [
        "skill", "total",
    ]  # fmt: skip
    assert [each.what for each in lowered(PUBLISHED, replace(PUBLISHED, people=(ONE,)))] == ["skill", "total"]


def test_a_rank_that_falls_because_others_rose_lowers_nothing() -> None:
    assert lowered(PUBLISHED, with_first(rank=2)) == ()


def test_ranks_differ_only_between_two_ranked_sheets() -> None:
    assert [each.what for each in differences(PUBLISHED, with_first(rank=2))] == ["rank"]
    assert differences(replace(PUBLISHED, ranked=False), with_first(rank=2)) == ()


def test_days_and_quarters() -> None:
    assert [last_day(2026, 2), last_day(2028, 2), last_day(2026, 0)] == [
        date(2026, 2, 28), date(2028, 2, 29), date(2025, 12, 31),
    ]  # fmt: skip
    assert [quarter_of(month) for month in (1, 3, 4, 12)] == [1, 1, 2, 4]
    assert [month for month in range(1, 13) if ends_a_quarter(month)] == [3, 6, 9, 12]
