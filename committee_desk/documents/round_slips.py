"""Form 6, 民主测评票: slips to cut apart, all of a class the same but for the serial and its code."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from reportlab.lib.units import mm

from committee_desk.documents import qr, table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import BOX, face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours
from committee_desk.documents.paragraphs import paragraph
from committee_desk.documents.round_form import class_name, refuse_missing, told_apart, words
from committee_desk.documents.slip_sheets import SlipSheets
from committee_desk.documents.table import Row, Type, in_columns
from committee_desk.documents.typesetting import lines
from committee_desk.domain.rounds import RoundKind
from committee_desk.domain.serials import in_groups
from committee_desk.services.round_paper_views import SlipPaper
from committee_desk.wording.numbers import plain

FULL = 20
"""The parts of a page's height in which an even share is sought."""


class Place(NamedTuple):
    """A rectangle of a slip, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


class Layout(NamedTuple):
    """How slips lie: so many on a sheet, or one on so many pages; the rows of each, and how high a slip is."""

    on_sheet: int
    pages: tuple[tuple[Row, ...], ...]
    cell: float


def draw(papers: Sequence[SlipPaper]) -> bytes:
    """The slips of these classes as PDF; UnprintableCharacters when no font holds one of their characters."""
    with drawing():
        first = papers[0]
        for each in papers:
            refuse_missing(each.people, (each.office, each.round.title), each.round.label)
        subject = words("slip")["subject"].format(label=first.round.label)
        sheets = SlipSheets(subject, first.office, first.at, words("slip")["sheet"]["margin"])
        fresh = True
        for each in papers:
            layout = layout_of(each, sheets.area.height)
            _patterns(sheets, each, layout)
            for start in range(0, len(each.serials), layout.on_sheet):
                for page in range(len(layout.pages)):
                    if not fresh:
                        sheets.next_page()
                    fresh = False
                    _sheet(sheets, each, layout, page, each.serials[start : start + layout.on_sheet])
        return sheets.finished()


def serial_place(width: float) -> Place:
    """Where a slip bears its serial and its code: all else is the same on every slip of the class."""
    at = words("slip")["layout"]
    room = float(at["instructions_right"])
    return Place(width - room, at["code"] - 2, room, at["serial"] + 4 - (at["code"] - 2))


def layout_of(paper: SlipPaper, height: float) -> Layout:
    """As many slips on a sheet as go there whole; where not one does, as many pages a slip as it needs, evenly full."""
    at, rows, top = words("slip")["layout"], _rows(paper), _table_top(paper)
    head, below = at["head_row"], at["foot"] + at["padding"]
    least = ceil((top + head + sum(each.height for each in rows) + below) / mm)
    if on_sheet := int(height / mm // least):
        cell = height / mm // on_sheet * mm  # whole millimetres, to be cut with a ruler
        return Layout(on_sheet, (tuple(_stretched(rows, cell - top - head - below)),), cell)
    first, following = height - top - head - below, height - at["continued"] - head - below
    dealt = _dealt(rows, first, following)
    pages = (_stretched(each, following if page else first) for page, each in enumerate(dealt))
    return Layout(1, tuple(map(tuple, pages)), float(height))


def _dealt(rows: Sequence[Row], first: float, following: float) -> list[tuple[Row, ...]]:
    """The rows on as few pages as they need, and as evenly as that number allows."""
    fewest = _greedy(rows, first, following)
    for part in range(FULL // 2, FULL):
        dealt = _greedy(rows, first * part / FULL, following * part / FULL)
        if len(dealt) == len(fewest):
            return dealt
    return fewest


def _greedy(rows: Sequence[Row], first: float, following: float) -> list[tuple[Row, ...]]:
    pages: list[list[Row]] = [[]]
    spare = first
    for row in rows:
        if row.height > spare and pages[-1]:
            pages.append([])
            spare = following
        pages[-1].append(row)
        spare -= row.height
    return [tuple(each) for each in pages]


def _stretched(rows: Sequence[Row], room: float) -> list[Row]:
    """Higher rows where there is room: they are written in by hand."""
    most, spare = words("slip")["layout"]["most_row"], (room - sum(each.height for each in rows)) / len(rows)
    return [
        Row(each.cells, each.rules, max(each.height, min(most, each.height + spare)), group=each.group) for each in rows
    ]


def _patterns(sheets: SlipSheets, paper: SlipPaper, layout: Layout) -> None:
    """Everything of a slip that is not its serial, page by page."""
    for page, rows in enumerate(layout.pages):
        with sheets.pattern(_name(paper, page)):
            _drawn(sheets, paper, layout, page, rows)


def _name(paper: SlipPaper, page: int) -> str:
    return f"slip{paper.ballot_class.value}{page}"


def _sheet(sheets: SlipSheets, paper: SlipPaper, layout: Layout, page: int, serials: Sequence[str]) -> None:
    """Slips one below the other, each stamped and given its serial."""
    wording, width = words("slip"), sheets.area.width
    at, sizes = wording["layout"], wording["sizes"]
    for number, serial in enumerate(serials):
        down = number * layout.cell
        sheets.stamp(_name(paper, page), down)
        side, place = at["code_side"], serial_place(width)
        middle = place.x + place.width / 2
        sheets.code(middle - side / 2, down + at["code"], side, qr.code(serial))
        said = in_groups(serial)
        size = min(sizes["serial"], sizes["serial"] * place.width / face("hei").width(said, sizes["serial"]))
        sheets.centred(middle, down + at["serial"], said, "hei", size)
    if layout.on_sheet > 1:
        for boundary in range(layout.on_sheet + 1):
            sheets.cut_marks(boundary * layout.cell)


def _drawn(sheets: SlipSheets, paper: SlipPaper, layout: Layout, page: int, rows: Sequence[Row]) -> None:
    wording, width = words("slip"), sheets.area.width
    at, sizes = wording["layout"], wording["sizes"]
    _head(sheets, paper)
    top = at["continued"]
    if page == 0:
        _instructions(sheets, paper)
        top = _table_top(paper)
    weights = form("page")["lines"]
    shown = [_head_row(paper), *rows]
    high = sum(each.height for each in shown)
    end = table.draw(sheets, top, shown, room=high, first_column=0, weights=(weights["frame"], weights["rule"]))
    foot = wording["foot"]
    if len(layout.pages) > 1:
        said = wording["page"].format(page=page + 1, pages=len(layout.pages))
        sheets.centred(width / 2, end + at["foot"], said, "song", sizes["foot"])
    sheets.text(0, end + at["foot"], foot, "song", sizes["foot"])
    told = wording["print"].format(fingerprint=in_fours(paper.fingerprint()[:16]))
    sheets.right(width, end + at["foot"], told, "song", sizes["foot"])


def _head(sheets: SlipSheets, paper: SlipPaper) -> None:
    """Title, class, office and round; the mark of a demonstration or of a sample."""
    wording, width = words("slip"), sheets.area.width
    at, sizes = wording["layout"], wording["sizes"]
    sheets.centred(width / 2, at["title"], wording["title"], "song_bold", sizes["title"])
    sheets.text(0, at["class"], wording["class"].format(name=class_name(paper.ballot_class)), "hei", sizes["head"] + 1)
    told = wording["heading"].format(office=paper.office, title=paper.round.title, label=paper.round.label)
    room = width - 2 * at["instructions_right"]
    size = min(sizes["heading"], sizes["heading"] * room / face("song").width(told, sizes["heading"]))
    sheets.centred(width / 2, at["heading"], told, "song", size)
    marks = [*([form("page")["marks"]["demo"]] if paper.demo else []), *([wording["sample"]] if paper.sample else [])]
    x, size = 0.0, sizes["head"]
    for mark in marks:
        wide = face("hei").width(mark, size) + size * 0.7
        sheets.frame(x, at["heading"] - size * 1.1, wide, size * 1.45, 0.7)
        sheets.text(x + size * 0.35, at["heading"], mark, "hei", size)
        x += wide + size * 0.5


def _instructions(sheets: SlipSheets, paper: SlipPaper) -> None:
    at, sizes = words("slip")["layout"], words("slip")["sizes"]
    y, room = at["instructions"], sheets.area.width - at["instructions_right"] - 10
    for each in _said(paper):
        y = paragraph(sheets, 0, y, each, sizes["small"], room, at["leading"])


def _said(paper: SlipPaper) -> list[str]:
    """How the slip is filled in, and when it is invalid."""
    wording, most = words("slip"), paper.terms.most_excellent
    kind = "grade" if paper.round.kind is RoundKind.GRADE else "score"
    told = {"most": most, "excellent": plain(paper.terms.excellent_from)}
    cap = "" if most is None else wording[f"cap_{kind}"].format(**told)
    return [each.format(cap=cap) for each in wording[kind]]


def _table_top(paper: SlipPaper) -> float:
    """Below the instructions, however many lines they take."""
    at, size, letters = words("slip")["layout"], words("slip")["sizes"]["small"], face("song")
    width = (form("page")["paper"]["width"] - 2 * words("slip")["sheet"]["margin"]) * mm
    room = width - at["instructions_right"] - 10
    count = sum(len(lines(each, room, lambda part: letters.width(part, size))) for each in _said(paper))
    return float(max(at["instructions"] + (count - 1) * at["leading"], at["serial"]) + 7)


def _columns(paper: SlipPaper) -> Sequence[float]:
    key = "grade_columns" if paper.round.kind is RoundKind.GRADE else "score_columns"
    return list(words("slip")[key]["all"])


def _choices(paper: SlipPaper) -> list[str]:
    grades = list(words("grades").values())
    return grades if paper.round.kind is RoundKind.GRADE else [words("slip")["mark"], grades[-1]]


def _head_row(paper: SlipPaper) -> Row:
    wording = words("slip")
    style = Type("hei", wording["sizes"]["head"], "centre")
    texts = [(each, style) for each in (*wording["heads"], *_choices(paper))]
    return in_columns(_columns(paper), texts, wording["layout"]["head_row"] / mm)


def _rows(paper: SlipPaper) -> list[Row]:
    """A line for each person, with a box for each grade, or room for a mark and a box to abstain."""
    wording = words("slip")
    sizes, least = wording["sizes"], wording["layout"]["row"] / mm
    small, name = Type("song", sizes["department"], "centre"), Type("song", sizes["name"], "centre")
    box, columns = Type("song", sizes["box"], "centre"), _columns(paper)
    boxes = len(_choices(paper))
    marks = [BOX] * boxes if paper.round.kind is RoundKind.GRADE else ["", BOX]
    rows = []
    for number, (each, said) in enumerate(zip(paper.people, told_apart(paper.people), strict=True), start=1):
        texts = [(str(number), small), (said, name), (each.department, small), *((mark, box) for mark in marks)]
        rows.append(in_columns(columns, texts, least))
    return rows
