"""Form 13: what is written in a cell stays in it, however long; and what nobody sees holds nothing up."""

from datetime import date, datetime

import pypdfium2
import pytest

from committee_desk.documents.forms import form
from committee_desk.documents.outside_opinion import draw
from committee_desk.documents.page import area
from committee_desk.services.clock import CHINA
from committee_desk.services.opinion_views import Giver, Opinion, OpinionPaper, OpinionRow
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.wording.saying import sentence

AT = datetime(2026, 5, 1, 9, tzinfo=CHINA)
SMALLEST = 7.5


def paper(
    giver: str = "张三", voucher: str = "函1", opinion: str = "好", office: str = "演练县人民检察院"
) -> OpinionPaper:
    said = Opinion(giver, Giver.DEPUTY, date(2026, 3, 5), opinion, None, voucher)
    row = OpinionRow(1, said, "", "", 1, "周敏", AT)
    return OpinionPaper(office, False, 2026, AT, "周敏", "ab" * 32, 12, [row])


def boxes(told: OpinionPaper, letters: str) -> list[tuple[float, float]]:
    """Where these letters stand across the page, from the left of the text area, and how high the letters are."""
    with pypdfium2.PdfDocument(draw(told)) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        found = [page.get_charbox(at, loose=True) for at, each in enumerate(text) if each in letters]
    return [(right - area().left, top - bottom) for _, bottom, right, top in found]


def test_a_long_name_ends_before_the_label_beside_it() -> None:
    found = boxes(paper(giver="龘" * 40), "龘")
    assert len(found) == 40
    assert max(right for right, _ in found) <= form("outside_opinion")["layout"]["labels"][1]
    assert min(high for _, high in found) >= SMALLEST


@pytest.mark.parametrize("letter", ["龘", "W"])
def test_a_long_number_ends_before_the_border(letter: str) -> None:
    found = boxes(paper(voucher=letter * 60), letter)
    assert len(found) == 60
    assert max(right for right, _ in found) <= area().width
    assert min(high for _, high in found) >= SMALLEST


def test_a_long_office_ends_before_the_form_s_number() -> None:
    told = paper(office="龘" * 60)
    assert max(right for right, _ in boxes(told, "龘")) <= area().width * 0.9


def test_what_nobody_sees_holds_no_form_up() -> None:
    assert draw(paper(giver="张\u200b三", voucher="函\ufeff1", opinion="好\u200b")).startswith(b"%PDF")


def test_a_letter_that_no_font_has_is_told_of_this_paper() -> None:
    with pytest.raises(UnprintableCharacters) as refused:
        draw(paper(opinion="好\U00030000"))
    said = sentence(refused.value)
    assert "未生成任何外部监督意见征求表" in said
    assert "张三的“\U00030000”" in said
