import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.documents.typesetting import NEVER_FIRST, NEVER_LAST, clusters, lines

PROSE = (
    "根据《中华人民共和国检察官法》《公务员考核规定》和本院考核办法（2026年修订），"
    "经审议，现将结果公示如下：“优秀”三人。"
)


def by_count(text: str) -> float:
    """Every character is one wide."""
    return float(len(text))


@pytest.mark.parametrize("width", range(4, 40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    broken = lines(PROSE, width, by_count)
    assert "".join(broken) == PROSE
    assert not [line for line in broken if line[0] in NEVER_FIRST]
    assert not [line for line in broken if line[-1] in NEVER_LAST]


@pytest.mark.parametrize("mark", "，。、；：？！》）」』】〕")
def test_a_closing_mark_goes_to_the_next_line_with_its_character(mark: str) -> None:
    assert lines("甲乙丙丁" + mark + "戊", 4, by_count) == ["甲乙丙", "丁" + mark + "戊"]


@pytest.mark.parametrize("mark", "（《「『【〔")
def test_an_opening_mark_goes_to_the_next_line_with_what_it_opens(mark: str) -> None:
    assert lines("甲乙丙" + mark + "丁戊", 4, by_count) == ["甲乙丙", mark + "丁戊"]


@pytest.mark.parametrize(
    "whole",
    [
        "2026年12月31日",
        "3月5日",
        "010-65592000",
        "13800138000",
        "97.35%",
        "−0.30",
        "2026-03-05",
        "17:30",
        "政〔2026〕124号",
    ],
)
def test_numbers_dates_and_phones_hold_together(whole: str) -> None:
    for before in range(12):
        text = "甲" * before + whole + "乙丙丁"
        assert any(whole in line for line in lines(text, 16, by_count)), before


def test_full_width_spaces_are_kept() -> None:
    assert lines("签字　　　　年　　月", 40, by_count) == ["签字　　　　年　　月"]
    assert "".join(lines("签字　　　　年　　月", 4, by_count)) == "签字　　　　年　　月"


def test_a_newline_begins_a_line() -> None:
    assert lines("政工部门\n建议", 40, by_count) == ["政工部门", "建议"]


def test_a_number_longer_than_a_line_is_cut_rather_than_lost() -> None:
    assert lines("1234567890123", 5, by_count) == ["12345", "67890", "123"]


@given(st.text(alphabet="甲乙丙，。（）《》〔〕1234567890年月日号 　.%-", max_size=80), st.integers(6, 30))
def test_breaking_loses_nothing_but_blanks_at_line_ends(text: str, width: int) -> None:
    broken = lines(text, width, by_count)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= width for line in broken)


@given(st.text(alphabet="甲乙丙，。（）《》〔〕123年月日号 　.%-", max_size=80))
def test_the_pieces_of_a_paragraph_are_the_paragraph(text: str) -> None:
    assert "".join(clusters(text)) == text
