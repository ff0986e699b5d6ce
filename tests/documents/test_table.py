"""Rows that run over pages: what stays together, what stands again, and where a long one is parted."""

from collections.abc import Sequence

import pytest

from committee_desk.documents.table import Row, RowTooHigh, Type, in_columns, paginate

LEFT = Type("song", 10.0)
FIRST, FOLLOWING = 200.0, 160.0
WIDE = (60.0, 120.0, 140.0)


def row(*texts: str, least: float = 4.0, **how: object) -> Row:
    """A row of three columns."""
    return in_columns(WIDE, [(each, LEFT) for each in texts], least, **how)


def long(lines: int) -> str:
    """So many lines of text."""
    return "\n".join(f"第{number}行" for number in range(1, lines + 1))


def told(pages: Sequence[Sequence[Row]]) -> list[list[str]]:
    """What the first cell of every row begins with, page by page."""
    return [["".join(each.cells[0].lines[:1]) for each in page] for page in pages]


def test_a_row_that_is_kept_goes_whole_to_the_next_page_under_its_headings() -> None:
    heads = row("表决事项", "回避", "结果", leads=True)
    votes = [row(f"第{number}项", long(7), "通过", kept=True, heads=heads) for number in (1, 2, 3)]
    pages = paginate([row("时间", "", ""), heads, *votes, row("签字", "", "")], FIRST, FOLLOWING)
    assert told(pages) == [["时间", "表决事项", "第1项"], ["表决事项", "第2项"], ["表决事项", "第3项", "签字"]]
    assert [page[at].cells[2].lines for page, at in zip(pages, (2, 1, 1), strict=True)] == [("通过",)] * 3


def test_headings_are_never_the_last_of_a_page() -> None:
    heads = row("表决事项", "回避", "结果", leads=True)
    title = row("议题1", "", "", leads=True)
    vote = row("第1项", long(7), "通过", kept=True, heads=heads)
    pages = paginate([row("时间", long(11), ""), title, heads, vote], FIRST, FOLLOWING)
    assert told(pages) == [["时间"], ["议题1", "表决事项", "第1项"]]


def test_a_kept_row_higher_than_a_page_goes_on_with_what_is_left_of_its_longest_text_alone() -> None:
    heads = row("表决事项", "回避", "结果", leads=True)
    pages = paginate([heads, row(long(40), "无", "通过", kept=True, heads=heads)], FIRST, FOLLOWING)
    assert len(pages) > 2
    assert all(page[0] is heads for page in pages)
    assert [line for page in pages for line in page[1].cells[0].lines] == long(40).split("\n")
    assert [page[1].cells[2].lines for page in pages] == [("通过",), *[()] * (len(pages) - 1)]


def test_a_row_that_fits_on_no_page_is_refused_and_not_dealt_for_ever() -> None:
    heads = row("表决事项", "回避", "结果", leads=True)
    with pytest.raises(RowTooHigh):
        paginate([heads, row("第1项", "", "", least=100.0, kept=True, heads=heads)], FIRST, FOLLOWING)


@pytest.mark.parametrize(("sentences", "ends"), [(True, "。"), (False, "，")])
def test_a_row_with_sentences_is_parted_between_them(*, sentences: bool, ends: str) -> None:
    sentence = "计算：承办的案件按类别和难度折算，" * 4 + "得分四舍五入到两位。"
    made = row("办案数量", "\n".join([sentence] * 4), "9.50", sentences=sentences)
    cell = made.cells[1]
    within = next(at for at in range(cell.begun[1] + 1, cell.begun[2]) if cell.lines[at - 1].endswith("，"))
    pages = paginate([made], within * cell.pitch + 4, 2 * made.height)
    assert len(pages) == 2
    assert pages[0][0].cells[1].lines[-1].endswith(ends)
    assert "".join(line for page in pages for line in page[0].cells[1].lines) == sentence * 4
