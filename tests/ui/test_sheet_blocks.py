"""Blocks of cells as Excel and WPS write them, and where one comes to by Enter, Tab and Ctrl+arrows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.ui.common.sheet.blocks import read_block, tiled, write_block
from committee_desk.ui.common.sheet.going import Block, Going, Place, edge, onward, within
from committee_desk.ui.common.sheet.source import Kind

TEXT, NUMBER = Kind.TEXT, Kind.NUMBER


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1.5\t2\r\n3\t4\r\n", [["1.5", "2"], ["3", "4"]]),
        ("只有一格", [["只有一格"]]),
        ("一\n二", [["一"], ["二"]]),
        ('"两行\n一格"\t乙\r\n', [["两行 一格", "乙"]]),
        ('"带\t制表符"\t乙\r\n', [["带 制表符", "乙"]]),
        ('"说""好"""\t乙\r\n', [['说"好"', "乙"]]),
        ('5" 管\t乙\r\n', [['5" 管', "乙"]]),
        ('"起头的引号\t乙\r\n', [['"起头的引号', "乙"]]),
        ("合并\t\t\r\n\t\t\r\n", [["合并", "", ""], ["", "", ""]]),
        ("长\t短\r\n长\r\n", [["长", "短"], ["长", ""]]),
        ("a\r\n\r\n", [["a"], [""]]),
        ("\ufeffa\tb\r\n", [["a", "b"]]),
        ("a\tb\r\n\0", [["a", "b"]]),
        ("", []),
    ],
)
def test_a_clipboard_text_is_read_as_the_cells_that_were_copied(text: str, cells: list[list[str]]) -> None:
    assert read_block(text) == cells


def test_a_block_of_many_stray_quotes_is_read_at_once() -> None:
    assert len(read_block('"a\t' * 200_000)[0]) == 200_001


def test_what_is_copied_ends_each_row_as_excel_does_and_has_a_minus_that_excel_counts_with() -> None:
    assert write_block([["−0.50", "甲"], ["+2.00", ""]], [NUMBER, TEXT]) == "-0.50\t甲\r\n+2.00\t\r\n"


def test_a_copied_text_that_a_spreadsheet_would_run_is_only_a_text_there() -> None:
    assert write_block([["=1+1", "@SUM(A1)"]], [TEXT, TEXT]) == "'=1+1\t'@SUM(A1)\r\n"


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1),
                         min_size=2, max_size=2), min_size=1))  # fmt: skip
def test_what_is_copied_comes_back_the_same_but_for_the_apostrophe(cells: list[list[str]]) -> None:
    back = read_block(write_block(cells, [TEXT, TEXT]))
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in cells
    ]


def test_a_block_is_repeated_over_a_selection_that_is_a_multiple_of_it() -> None:
    assert tiled([["1"], ["2"]], 4, 2) == [["1", "1"], ["2", "2"], ["1", "1"], ["2", "2"]]
    assert tiled([["1"], ["2"]], 3, 1) is None


def test_enter_goes_down_and_from_a_column_s_end_to_the_top_of_the_next() -> None:
    assert onward(Place(0, 2), 3, [2, 4], Going.DOWN) == Place(1, 2)
    assert onward(Place(2, 2), 3, [2, 4], Going.DOWN) == Place(0, 4)
    assert onward(Place(2, 4), 3, [2, 4], Going.DOWN) is None
    assert onward(Place(0, 4), 3, [2, 4], Going.DOWN, back=True) == Place(2, 2)


def test_tab_goes_along_past_what_cannot_be_typed_and_on_to_the_next_row() -> None:
    assert onward(Place(0, 0), 3, [2, 4], Going.ALONG) == Place(0, 2)
    assert onward(Place(0, 4), 3, [2, 4], Going.ALONG) == Place(1, 2)
    assert onward(Place(2, 4), 3, [2, 4], Going.ALONG) is None
    assert onward(Place(1, 2), 3, [2, 4], Going.ALONG, back=True) == Place(0, 4)


def test_inside_a_selected_block_enter_and_tab_go_round() -> None:
    block = Block(1, 2, 2, 3)
    assert within(block, Place(2, 2), Going.DOWN) == Place(1, 3)
    assert within(block, Place(2, 3), Going.DOWN) == Place(1, 2)
    assert within(block, Place(1, 3), Going.ALONG) == Place(2, 2)
    assert within(block, Place(1, 2), Going.ALONG, back=True) == Place(2, 3)


def test_ctrl_and_an_arrow_lead_to_the_end_of_what_is_filled() -> None:
    filled = {Place(line, 0) for line in (0, 1, 2, 5, 6)}
    down = [edge(Place(at, 0), 1, 0, Place(9, 3), filled.__contains__).line for at in (0, 2, 5, 6)]
    assert down == [2, 5, 6, 9]
    assert edge(Place(9, 0), -1, 0, Place(9, 3), filled.__contains__) == Place(6, 0)
    assert edge(Place(0, 0), -1, 0, Place(9, 3), filled.__contains__) == Place(0, 0)
