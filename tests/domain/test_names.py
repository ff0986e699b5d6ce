"""Names as they are compared: what looks alike, or is typed by another keyboard, is one name."""

import pytest

from committee_desk.domain.names import MIDDLE_DOTS, same_number, spelt, written
from committee_desk.services.imports import cells


@pytest.mark.parametrize("dot", [*MIDDLE_DOTS, "", ".", "．", " · ", "・\u200b"])
def test_a_name_is_one_by_whatever_dot_its_parts_are_parted(dot: str) -> None:
    assert spelt(f"买买提{dot}艾山") == spelt("买买提·艾山")
    assert spelt("买买提·艾山") != spelt("买买提·艾尼")


@pytest.mark.parametrize("dot", MIDDLE_DOTS)
def test_a_workbook_s_dots_are_the_same_as_those_that_are_typed(dot: str) -> None:
    assert cells.name(f"买买提{dot}艾山") == "买买提·艾山"


def test_a_full_stop_stays_where_it_parts_letters_or_digits() -> None:
    assert spelt("a.b") == "a.b"
    assert spelt("3.5分") == "3.5分"


def test_numbers_of_papers_and_logins_keep_their_dots() -> None:
    assert not same_number("检考委〔2027〕1·2号", "检考委〔2027〕12号")
    assert written("张·三") == "张·三"


@pytest.mark.parametrize(
    "other", ["检考委[2027]1号", "检考委（２０２７）１号", "检考委【2027】 1 号", "检考委〔2027〕1号"]
)
def test_a_number_is_one_with_other_brackets_and_full_width_digits(other: str) -> None:
    assert same_number(other, "检考委〔2027〕1号")
    assert not same_number(other, "检考委〔2027〕2号")
