"""The public edition: 优秀 by name, the rest counted so that nobody is told apart, and nobody's score."""

import re
import shutil
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.bootstrap import open_desk
from committee_desk.documents.drawer import LazyResults
from committee_desk.documents.public_edition_html import NotForTheWeb
from committee_desk.domain.notice import NoticeOrder
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.edition_views import REST, Counted, EditionGroup, EditionPaper, Told
from committee_desk.services.public_edition import FEWEST, merged
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_refusals import NothingPublic
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.saying import sentence
from tests.services.closing_years import CLERK, YEAR
from tests.services.decided_years import decide
from tests.services.deciding_hands import closed_office
from tests.services.posted_notices import MovableClock, at

GRADES = ("称职", "基本称职", "不称职", "")


@pytest.fixture
def archived(tmp_path: Path, template_decided_desk: Path) -> Desk:
    """The sample office with its year decided and archived, opened on 28 January 2027."""
    shutil.copyfile(template_decided_desk, tmp_path / "考评.desk")
    return open_desk(tmp_path / "考评.desk", clock=MovableClock(at(28)))


def text_of(pdf: bytes) -> str:
    """All its text without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


# -- counts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"称职": 14, "": 2}, [(REST, 16)]),
        ({"称职": 14, "基本称职": 1, "": 2}, [("称职", 14), (REST, 3)]),
        ({"称职": 14, "": 3}, [("称职", 14), ("open", 3)]),
        ({"称职": 9, "基本称职": 4, "不称职": 1}, [("称职", 9), (REST, 5)]),
        ({"称职": 2}, [(REST, None)]),
        ({"": 1}, [(REST, None)]),
        ({}, []),
    ],
)
def test_a_count_under_three_goes_with_others(counts: Mapping[str, int], told: list[tuple[str, int | None]]) -> None:
    assert [tuple(each) for each in merged(counts)] == told


@given(st.dictionaries(st.sampled_from(GRADES), st.integers(0, 20)))
def test_no_count_tells_anybody_apart_and_none_is_lost(counts: dict[str, int]) -> None:
    found = merged(counts)
    assert all(each.people is None or each.people >= FEWEST for each in found)
    if any(each.people is None for each in found):
        assert len(found) == 1, "nothing beside it from which it could be found"
        assert sum(counts.values()) < FEWEST
    else:
        assert sum(each.people or 0 for each in found) == sum(counts.values())


# -- the edition ------------------------------------------------------------------------------------------


def test_the_edition_names_the_excellent_and_counts_the_rest_with_the_decision(archived: Desk) -> None:
    said = text_of(archived.public_edition.preview(CLERK, YEAR))
    assert "演练县人民检察院党组讨论决定（云川检党纪〔2027〕3号，2027年1月" in said
    assert "优秀（3人）第一检察部：马𬱖、赵晓英。第三检察部：段丽。其余人员16人。" in said
    for hidden in ("内部资料", "93.65", "称职", "另行确定", "姚玉伟", "J013", "周敏"):
        assert hidden not in said, hidden


def test_the_names_stand_by_strokes_where_that_is_asked_for(archived: Desk) -> None:
    assert "马𬱖、段丽、赵晓英。" in text_of(archived.public_edition.preview(CLERK, YEAR, order=NoticeOrder.STROKES))


def test_the_full_list_is_marked_as_internal_and_shows_no_score(archived: Desk) -> None:
    said = text_of(archived.public_edition.pdf(CLERK, YEAR, whole=True))
    for wanted in ("内部资料不得外传", "第二检察部姚玉伟称职", "第四检察部朱康另行确定", "仅供本院内部使用"):
        assert wanted in said, wanted
    assert not re.search(r"\d\d\.\d\d", said)


@pytest.fixture
def half(tmp_path: Path, template_sample_desk: Path) -> Iterator[Desk]:
    """The 院党组 has decided on two of nineteen."""
    office = closed_office(tmp_path / "考评.desk", template_sample_desk).office
    decide(office, "J010", "J005")
    yield office.desk
    office.desk.close()


def test_of_a_half_decided_year_the_edition_speaks_of_those_decided_and_says_how_many_are_not(half: Desk) -> None:
    page = "".join(read(half.public_edition.html(CLERK, YEAR)).said.split())
    paper = text_of(half.public_edition.pdf(CLERK, YEAR))
    for said in (page, paper):
        assert "2026年度考核中2人的结果已经演练县人民检察院党组讨论决定（云川检党纪〔2027〕3号，2027年1月" in said
        assert "现予公开；尚未决定17人，不在此列。" in said
        assert "优秀（1人）第二检察部：姚玉伟。其余人员不列人数。尚未决定17人，不在此列。" in said
        assert "其余人员18人" not in said


def test_the_full_list_of_a_half_decided_year_tells_undecided_from_without_grade(half: Desk) -> None:
    said = text_of(half.public_edition.preview(CLERK, YEAR, whole=True))
    assert "尚未决定17人。" in said
    assert "第四检察部朱康尚未决定" in said
    assert "另行确定" not in said


class _Page(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def read(html: bytes) -> _Page:
    """The page read whole: every tag is closed."""
    page = _Page()
    page.feed(html.decode())
    page.close()
    assert page.open == []
    return page


def test_the_page_is_one_file_without_script_that_says_the_same(archived: Desk) -> None:
    html = archived.public_edition.html(CLERK, YEAR)
    page = read(html)
    assert html.startswith(b'<!DOCTYPE html>\n<html lang="zh-CN">')
    assert "script" not in page.tags
    assert page.links == []
    assert "@media print" in page.said
    told = "".join(page.said.split())
    assert "优秀（3人）第一检察部：马𬱖、赵晓英。第三检察部：段丽。其余人员16人。" in told
    for hidden in ("93.65", "另行确定", "姚玉伟", "周敏"):
        assert hidden not in told, hidden


def test_a_name_with_signs_of_its_own_stays_a_name_and_a_demonstration_is_marked() -> None:
    stamp = PublicationStamp("<甲>&乙院", demo=True, at=at(28).astimezone(CHINA), by="周敏", head="ab", entries=1)
    group = EditionGroup("检察官", (Told("<script>张三", "一部"),), (Counted("称职", 4),))
    paper = EditionPaper(stamp, YEAR, whole=False, by_department=True, groups=(group,), documents=())
    page = read(LazyResults().edition_html(paper))
    assert "script" not in page.tags
    assert "<script>张三" in page.said
    assert "演示数据" in page.said


def test_the_full_list_never_becomes_a_page() -> None:
    stamp = PublicationStamp("甲院", demo=False, at=at(28), by="周敏", head="ab", entries=1)
    with pytest.raises(NotForTheWeb):
        LazyResults().edition_html(EditionPaper(stamp, YEAR, whole=True, by_department=True, groups=(), documents=()))


def test_what_is_given_out_is_journalled_and_a_preview_is_not(archived: Desk) -> None:
    before = archived.journal.head().entries
    archived.public_edition.preview(CLERK, YEAR)
    assert archived.journal.head().entries == before
    archived.public_edition.html(CLERK, YEAR)
    (row,) = archived.journal.rows(1)
    assert (act_name(row.verb), act_object(row)) == ("制作公开版", "2026 年度")


def test_nothing_is_public_before_the_decision(sample_desk: Desk) -> None:
    with pytest.raises(NothingPublic) as refused:
        sample_desk.public_edition.pdf(CLERK, YEAR)
    assert sentence(refused.value) == "2026 年度院党组还没有决定，没有可以公开的结果。"
