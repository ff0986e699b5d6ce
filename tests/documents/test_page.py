import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pypdfium2
import pytest
from reportlab.lib.units import mm

from committee_desk.documents.page import Paper, area

NOON = datetime(2027, 1, 11, 12, 0, tzinfo=timezone(timedelta(hours=8)))


def two_pages(*marks: str) -> bytes:
    paper = Paper("某年某人", "云川县人民检察院", "某表", NOON, marks)
    paper.text(0, 30, "第一页", "song", 16)
    paper.next_page()
    paper.text(0, 30, "第二页", "song", 16)
    return paper.finished()


def place_of(pdf: bytes, page: int, text: str) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a text on a page, in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = document[page].get_textpage()
        found = words.search(text)
        index, count = found.get_next()
        boxes = [words.get_charbox(index + at) for at in range(count)]
        left, bottom, right, top = zip(*boxes, strict=True)
        return min(left) / mm, min(bottom) / mm, max(right) / mm, max(top) / mm
    finally:
        document.close()


def test_the_text_area_is_that_of_gb_t_9704() -> None:
    assert (area().width / mm, area().height / mm) == (pytest.approx(156), pytest.approx(225))
    assert (area().left / mm, area().bottom / mm) == (pytest.approx(28), pytest.approx(35))


def test_paper_is_a4() -> None:
    document = pypdfium2.PdfDocument(two_pages())
    try:
        assert [round(side / mm, 1) for side in document[0].get_size()] == [210.0, 297.0]
    finally:
        document.close()


def test_odd_pages_are_numbered_at_the_right_and_even_ones_at_the_left_one_character_in() -> None:
    odd, even = place_of(two_pages(), 0, "— 1 —"), place_of(two_pages(), 1, "— 2 —")
    character = 14 / mm
    assert odd[2] == pytest.approx(210 - 26 - character, abs=1)
    assert even[0] == pytest.approx(28 + character, abs=1)
    assert (odd[1] + odd[3]) / 2 == pytest.approx(35 - 7, abs=1.5)


def test_marks_stand_in_the_first_line_of_every_page(pages_of: Callable[[bytes], list[str]]) -> None:
    pdf = two_pages("未定稿", "演示")
    assert all("未定稿" in page and "演示" in page for page in pages_of(pdf))
    for page in range(2):
        left, _, _, top = place_of(pdf, page, "未定稿")
        assert 28 <= left < 32
        assert 260 - 6 < top <= 260


def test_the_same_page_at_the_same_time_is_the_same_file() -> None:
    assert two_pages("未定稿") == two_pages("未定稿")


def test_the_file_says_what_it_is_whose_and_from_when() -> None:
    document = pypdfium2.PdfDocument(two_pages())
    try:
        told = document.get_metadata_dict()
    finally:
        document.close()
    assert told["Title"] == "某年某人"
    assert told["Author"] == "云川县人民检察院"
    assert told["CreationDate"] == "D:20270111120000+08'00'"
    assert re.search(rb"/Lang \(zh-CN\)", two_pages())
