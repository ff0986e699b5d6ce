"""Where who signs a letter and its date stand: within the text area, as GB/T 9704 (7.3.5) lays them under a seal."""

from datetime import datetime
from itertools import product

import pytest
from pypdfium2 import PdfDocument

from committee_desk.documents.drawing import drawing
from committee_desk.documents.letter import Letter, Part
from committee_desk.domain.publication import CHINA
from committee_desk.services.publication_views import PublicationStamp

STAMP = PublicationStamp("演练县人民检察院", False, datetime(2026, 2, 9, 9, 10, tzinfo=CHINA), "范伟雪", "ab" * 32, 402)
EDGE, SIZE, TEXT = 210 - 26, 16, 25.4 / 72
"""The right edge of the text area in millimetres, the size of its type, and points as millimetres."""
COMMITTEE = "人民检察院检察官考评委员会"
OFFICES = ("甲院", "演练县人民检察院", f"演练县{COMMITTEE}", f"某某自治州某某自治县{COMMITTEE}")


def ends(letter: bytes, text: str) -> tuple[float, float]:
    """Where a line begins and ends, in millimetres from the left edge of the paper."""
    document = PdfDocument(letter)
    page = document[len(document) - 1].get_textpage()
    found = page.search(text).get_next()
    assert found is not None
    boxes = [page.get_charbox(found[0] + at) for at in range(found[1])]
    return boxes[0][0] * TEXT, boxes[-1][2] * TEXT


@pytest.mark.parametrize(("office", "day"), list(product(OFFICES, ("2027年2月9日", "2027年12月19日"))))
def test_who_signs_stands_over_the_date_and_neither_leaves_the_text_area(office: str, day: str) -> None:
    with drawing():
        letter = Letter("题", STAMP, "")
        letter.body([Part("", "正文。")], office, day)
        drawn = letter.finished()
    (begins, ends_at), (day_begins, day_ends) = ends(drawn, office), ends(drawn, day)
    assert day_ends == pytest.approx(EDGE - 4 * SIZE * TEXT, abs=1)
    assert ends_at <= EDGE - 2 * SIZE * TEXT + 1
    assert begins >= 28
    if ends_at < EDGE - 2 * SIZE * TEXT - 1:
        assert (begins + ends_at) / 2 == pytest.approx((day_begins + day_ends) / 2, abs=1)
