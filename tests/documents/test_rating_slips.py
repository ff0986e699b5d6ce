"""Form 6's slips as they leave the printer: nothing but the serial and its code tells one slip from another."""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from committee_desk.documents import qr
from committee_desk.documents.forms import form
from committee_desk.documents.raster import rasterise
from committee_desk.documents.round_slips import draw, layout_of, serial_place
from committee_desk.documents.slip_sheets import SlipSheets
from committee_desk.domain.rounds import RoundKind
from committee_desk.domain.serials import in_groups
from committee_desk.services.page_pictures import PagePicture
from committee_desk.services.round_paper_views import RatedPerson, SlipPaper
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.wording.saying import sentence
from tests.documents import told_rounds as told

Pages = Callable[[bytes], list[str]]
Dots = NDArray[np.int16]
DOTS, SCALE = 144, 2
EDGE = 3
"""Dots around the lines to cut along, which are shared by two slips."""


class Piece(NamedTuple):
    """A page of a slip, and where on the sheet it lay: without serial and code, and these."""

    page: int
    place: int
    rest: Dots
    marked: Dots


def cut_out(page: PagePicture, down: float, height: float) -> tuple[Dots, Dots]:
    """A slip without its serial and code, and the part that bears them."""
    sheets = empty_sheets()
    area, place = sheets.area, serial_place(sheets.area.width)
    top = (form("page")["paper"]["height"] / 25.4 * 72 - area.bottom - area.height) * SCALE
    dots = np.frombuffer(page.pixels, np.uint8).reshape(page.height, page.width, 4)[:, :, 0].astype(np.int16)
    begin = round(top + down * SCALE)
    slip = dots[begin + EDGE : begin + round(height * SCALE) - EDGE].copy()
    across = slice(round((area.left + place.x) * SCALE), round((area.left + place.x + place.width) * SCALE))
    along = slice(round(place.y * SCALE) - EDGE, round((place.y + place.height) * SCALE) - EDGE)
    marked = slip[along, across].copy()
    slip[along, across] = 255
    return slip, marked


def cut_apart(paper: SlipPaper, pdf: bytes) -> Iterator[Piece]:
    """Every page of every slip, with its place on the sheet."""
    layout, left = layout_of(paper, empty_sheets().area.height), len(paper.serials)
    for number, page in enumerate(rasterise(pdf, DOTS)):
        own = number % len(layout.pages)
        for place in range(min(left, layout.on_sheet)):
            yield Piece(own, place, *cut_out(page, place * layout.cell, layout.cell))
        left -= layout.on_sheet if own + 1 == len(layout.pages) else 0


def empty_sheets() -> SlipSheets:
    return SlipSheets("", "", told.AT, form("round")["slip"]["sheet"]["margin"])


def alike(pieces: Iterable[Piece]) -> bool:
    """Whether all of them are the same to the dot."""
    first, *rest = (each.rest for each in pieces)
    return all(np.array_equal(first, each) for each in rest)


@pytest.mark.parametrize("kind", RoundKind)
@pytest.mark.parametrize(("rated", "on_sheet", "pages"), [(5, 3, 1), (9, 2, 1), (19, 1, 1), (60, 1, 3)])
def test_slips_of_a_class_are_the_same_but_for_serial_and_code(
    rated: int, on_sheet: int, pages: int, kind: RoundKind
) -> None:
    paper = told.slips(rated, 5, kind)
    pieces = list(cut_apart(paper, draw([paper])))
    layout = layout_of(paper, empty_sheets().area.height)
    assert (layout.on_sheet, len(layout.pages), len(pieces)) == (on_sheet, pages, 5 * pages)
    for page in range(pages):
        of_page = [each for each in pieces if each.page == page]
        for place in range(on_sheet):
            assert alike(each for each in of_page if each.place == place)
        assert len({each.marked.tobytes() for each in of_page}) == 5, "what was left out is where they differ"


def test_another_letter_on_a_slip_is_seen_by_that_comparison() -> None:
    paper = told.slips(19, 2)
    other = replace(paper, people=(*paper.people[:-1], paper.people[-1]._replace(name="周悯")))
    assert alike(cut_apart(paper, draw([paper])))
    assert not alike([*cut_apart(paper, draw([paper])), *cut_apart(other, draw([other]))])


def test_slips_above_each_other_on_a_sheet_say_the_same() -> None:
    """Where on the sheet a slip lay tells nothing: what each says, and where it says it, is the same."""
    paper, sheets = told.slips(5, 3), empty_sheets()
    cell, serial = layout_of(paper, sheets.area.height).cell, serial_place(sheets.area.width)
    document = pypdfium2.PdfDocument(draw([paper]))
    letters, top = document[0].get_textpage(), document[0].get_height() - sheets.area.left
    said: list[set[tuple[str, int, int]]] = [set(), set(), set()]
    for at in range(letters.count_chars()):
        (left, bottom, *_), letter = letters.get_charbox(at), letters.get_text_range(at, 1)
        place, down = divmod(top - bottom, cell)
        beside = left < sheets.area.left + serial.x or not serial.y < down < serial.y + serial.height
        if letter.strip() and beside:
            said[int(place)].add((letter, round(left), round(down)))
    document.close()
    assert len(said[0]) > 300
    assert said[0] == said[1] == said[2]


def test_slips_printed_another_day_are_the_same() -> None:
    paper = told.slips(19, 3)
    later = replace(paper, at=told.AT + timedelta(days=3))
    assert alike([*cut_apart(paper, draw([paper])), *cut_apart(later, draw([later]))])


def test_every_slip_bears_its_serial_once_and_says_nothing_of_its_printing(pages_of: Pages) -> None:
    paper = told.slips(5, 7)
    said = "".join(pages_of(draw([paper])))
    assert in_groups("B7QA22K3") == "B7Q-A22K-3"
    assert [said.count(in_groups(each)) for each in paper.serials] == [1] * 7
    assert said.count("无记名") == 7
    assert not any(word in said for word in ("制表", "打印", "日志", "2027"))
    assert "— 1 —" not in said, "a page number would tell where in the pile a slip lay"


def test_the_code_of_a_slip_is_its_serial() -> None:
    paper = told.slips(19, 1)
    picture, code = rasterise(draw([paper]), DOTS)[0], qr.code(paper.serials[0])
    layout = form("round")["slip"]["layout"]
    sheets = empty_sheets()
    place, side = serial_place(sheets.area.width), layout["code_side"]
    module = side / code.size
    left = sheets.area.left + place.x + place.width / 2 - side / 2
    top = picture.height / SCALE - sheets.area.bottom - sheets.area.height + layout["code"]

    def dark(row: int, column: int) -> bool:
        x, y = int((left + (column + 0.5) * module) * SCALE), int((top + (row + 0.5) * module) * SCALE)
        return picture.pixels[(y * picture.width + x) * 4] < 128

    modules = {(run.row, run.column + at) for run in code.runs for at in range(run.length)}
    assert {(y, x) for y in range(code.size) for x in range(code.size) if dark(y, x)} == modules


def test_a_reader_of_codes_reads_the_serials(tmp_path: Path) -> None:
    program, printer = shutil.which("zbarimg"), shutil.which("pdftoppm")
    if program is None or printer is None:
        pytest.skip("zbarimg or pdftoppm is not installed (zbar-tools, poppler-utils)")
    paper = told.slips(5, 6)
    (tmp_path / "slips.pdf").write_bytes(draw([paper]))
    subprocess.run([printer, "-r", "150", "-png", tmp_path / "slips.pdf", tmp_path / "page"], check=True)
    read = subprocess.run(
        [program, "-q", "--raw", *sorted(tmp_path.glob("page*.png"))], check=True, capture_output=True, text=True
    )
    assert sorted(read.stdout.split()) == sorted(paper.serials)


def test_a_slip_says_how_it_is_filled_in_and_when_it_is_invalid(text_of: Callable[[bytes], str]) -> None:
    grades = text_of(draw([told.slips(5, 1)]))
    assert "最多可评“优秀”4人，超过的全票作废" in grades
    assert "弃权" in grades
    assert "B类（部门负责人）" in grades
    for grade in ("优秀", "称职", "基本称职", "不称职"):
        assert grade in grades
    scores = text_of(draw([told.slips(5, 1, RoundKind.SCORE)]))
    assert "打85分及以上（相当于“优秀”）的最多4人" in scores
    assert "每人打0至100分" in scores
    assert "基本称职" not in scores
    paper = told.slips(5, 1)
    without = text_of(draw([replace(paper, terms=replace(paper.terms, most_excellent=None))]))
    assert "最多" not in without
    assert "空着超过一半的，全票作废" in without


def test_a_long_list_goes_on_over_pages_that_say_they_belong_together(pages_of: Pages) -> None:
    paper = told.slips(60, 2)
    pages = ["".join(each.split()) for each in pages_of(draw([paper]))]
    assert len(pages) == 6
    for serial, own in zip(paper.serials, (pages[:3], pages[3:]), strict=True):
        assert all(in_groups(serial) in each for each in own)
        assert [f"第{at}页，共3页，各页票号相同" in each for at, each in enumerate(own, start=1)] == [True] * 3
        assert all("".join(own).count(f"J{at:03}") == 1 for at in range(10, 60))


def test_two_of_one_name_in_one_department_are_told_apart(text_of: Callable[[bytes], str]) -> None:
    twins = (RatedPerson("J003", "朱康", "第三检察部"), RatedPerson("J009", "朱康", "第三检察部"))
    paper = replace(told.slips(2, 1), people=(*twins, RatedPerson("J011", "朱康", "第四检察部")))
    said = text_of(draw([paper]))
    assert "朱康（J003）" in said
    assert "朱康（J009）" in said
    assert "J011" not in said


def test_a_letter_that_no_font_has_is_told_with_whose_it_is() -> None:
    paper = replace(told.slips(1, 1), people=(RatedPerson("J001", "王\U00030000", "第一检察部"),))
    with pytest.raises(UnprintableCharacters) as refused:
        draw([paper])
    said = sentence(refused.value)
    assert "J001" in said
    assert "民主测评材料" in said


def test_what_slips_share_is_drawn_once() -> None:
    """Three hundred slips of sixty people stay a small file: each page is a stamp, a serial and a code."""
    few, many = (len(draw([told.slips(60, count)])) for count in (1, 301))
    assert (many - few) / 900 < 1_500
