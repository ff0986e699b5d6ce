import re
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from committee_desk.documents.fonts import face, to_unicode
from committee_desk.documents.page import Paper
from tests.documents.grade_sheets import RARE

NOON = datetime(2027, 1, 11, 12, 0, tzinfo=timezone(timedelta(hours=8)))
ONLY_IN_THE_LAST_FONT = "𠀀𪚥"
IN_NO_FONT = "\U00030000"


def written(text: str, use: str = "song") -> bytes:
    paper = Paper("试", "试", "试", NOON)
    paper.text(0, 100, text, use, 16)
    return paper.finished()


@pytest.mark.parametrize("use", ["song", "song_bold", "hei"])
@pytest.mark.parametrize("character", [*RARE, *ONLY_IN_THE_LAST_FONT, "·", "〔", "−"])
def test_rare_characters_copy_out_of_the_page(
    character: str, use: str, text_of: Callable[[bytes], str], poppler_text: Callable[[bytes], str]
) -> None:
    pdf = written(f"王{character}", use)
    assert f"王{character}" in text_of(pdf)
    assert f"王{character}" in poppler_text(pdf)


def test_a_character_comes_from_the_first_font_that_holds_it() -> None:
    assert face("song").font_of("王") == "NotoSerifSC-Regular.ttf"
    assert face("song").font_of("𠀀") == "HanaMinB.ttf"
    assert face("song").runs("王𠀀英") == [
        ("NotoSerifSC-Regular.ttf", "王"),
        ("HanaMinB.ttf", "𠀀"),
        ("NotoSerifSC-Regular.ttf", "英"),
    ]


def test_a_character_that_no_font_holds_is_named() -> None:
    assert face("song").missing(f"王{IN_NO_FONT}英{IN_NO_FONT}") == [IN_NO_FONT]
    assert face("song").missing("王㛃☐☑＿\n") == []


def test_boxes_and_blanks_are_drawn_and_need_no_font() -> None:
    assert face("song").width("☐☑＿", 10) == 30
    assert ("", "☐") in face("song").runs("甲☐乙")


def test_every_font_is_embedded_and_none_is_helvetica() -> None:
    pdf = written("王㛃").decode("latin-1")
    assert "Helvetica" not in pdf
    assert pdf.count("/FontFile2") == pdf.count("/Type /FontDescriptor") > 0


def test_the_map_back_to_unicode_writes_surrogates_in_blocks_of_a_hundred() -> None:
    mapped = to_unicode([0x738B, 0x2CC56, *range(0x4E00, 0x4E96)])
    assert "<00> <738B>" in mapped
    assert "<01> <D873DC56>" in mapped
    assert re.findall(r"(\d+) beginbfchar", mapped) == ["100", "52"]


def test_a_page_is_compressed_without_ascii_armour() -> None:
    pdf = written("王")
    stream = re.search(rb"/Filter \[ /FlateDecode \].*?stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    assert stream is not None
    assert zlib.decompress(stream.group(1))
