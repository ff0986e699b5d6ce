"""What the papers of grading share: head, foot, rows. Wording: grading.toml."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import Foot, line_of_three, moment, part_that_fits
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper, area
from committee_desk.documents.table import Row, Type, in_columns
from committee_desk.documents.typesetting import lines
from committee_desk.services.grading_papers import ListPaper, ReviewPaper
from committee_desk.services.sheet_refusals import Printed


class Section(NamedTuple):
    """Rows under one title, the first of which stands again at the head of every further page."""

    title: str
    continued: str
    middle: str
    number: str
    head: Row | None
    rows: tuple[Row, ...]


def words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    """A part of the form's wording."""
    return form("grading")[section]


def marks_of(told: ListPaper | ReviewPaper, *, draft: bool) -> list[str]:
    """未定稿 while nobody laid the list down; 演示 on a demonstration's desk."""
    marks = form("page")["marks"]
    return [*([marks["draft"]] if draft else []), *([marks["demo"]] if told.demo else [])]


def document(  # noqa: PLR0913 - what a document says of itself
    told: ListPaper | ReviewPaper,
    subject: str,
    remark: str,
    sections: Sequence[Section],
    *,
    fingerprint: str,
    draft: bool = False,
    first_column: float = 0.0,
) -> bytes:
    """The sections one after the other, each on as many pages as it needs."""
    sheets = Paper(subject, told.office, subject, told.at, marks_of(told, draft=draft), remark)
    ruled = form("page")["lines"]
    begun = False
    for section in sections:
        for number, page in enumerate(_pages(section)):
            if begun:
                sheets.next_page()
            begun = True
            _head(sheets, told.office, section, first=not number)
            edge, weights = first_column * mm, (ruled["frame"], ruled["rule"])
            room = sum(row.height for row in page)
            top = _top(first=not number)
            end = table.draw(sheets, top, page, room=room, first_column=edge, weights=weights)
            _foot(sheets, end, told, fingerprint)
    return sheets.finished()


def _pages(section: Section) -> list[list[Row]]:
    head = section.head.height if section.head else 0.0
    pages = table.paginate(section.rows, _room(first=True) - head, _room(first=False) - head)
    while len(pages) > 1 and len(pages[-2]) > 1 and all(len(row.cells) == 1 for row in pages[-1]):
        pages[-1].insert(0, pages[-2].pop())  # nobody signs a page on which nobody stands
    return [[section.head, *page] if section.head else page for page in pages]


def _top(*, first: bool) -> float:
    return float(words("layout")["table" if first else "table_continued"])


def _room(*, first: bool) -> float:
    return area().height - _top(first=first) - float(words("layout")["foot"])


def _head(sheets: Paper, office: str, section: Section, *, first: bool) -> None:
    sizes, layout, width = words("sizes"), words("layout"), sheets.area.width
    title = section.title if first else section.continued
    size = sizes["title" if first else "continued"]
    fitting = min(size, size * width / face("song_bold").width(title, size))
    sheets.centred(width / 2, layout["title" if first else "title_continued"], title, "song_bold", fitting)
    parts = (office, section.middle, section.number)
    heading = sizes["heading"] * part_that_fits(parts, sizes["heading"], width)
    line_of_three(sheets, _top(first=first) - 6, parts, heading)


def _foot(sheets: Paper, y: float, told: ListPaper | ReviewPaper, fingerprint: str) -> None:
    wording = words("foot")
    said = {"maker": told.by or wording["nobody"], "at": moment(wording["at"], told.at)}
    foot = Foot.of(wording, said, fingerprint, told.head)
    foot.write(sheets, y, words("layout")["foot_lines"], words("sizes")["foot"])


# -- rows --------------------------------------------------------------------------------------------------------------


def cells(edges: Sequence[float], texts: Sequence[tuple[str, Type]], least: str, **how: Any) -> Row:  # noqa: ANN401 - of Row
    """Texts in columns whose right edges are given in millimetres."""
    return in_columns(edges, texts, words("rows")[least], **how)


def heads(edges: Sequence[float], names: Sequence[str]) -> Row:
    """What the columns are."""
    style = Type("hei", words("sizes")["label"], "centre")
    return cells(edges, [(name, style) for name in names], "head")


def band(said: str, use: str = "hei", least: str = "item", align: Any = "left") -> Row:  # noqa: ANN401 - of Type
    """A line of its own across the table, in as many lines as it needs."""
    size, room = words("sizes")["item"], words("review")["whole"] * mm - 2 * table.PADDING
    written = "\n".join(
        line for part in said.split("\n") for line in lines(part, room, lambda piece: face(use).width(piece, size))
    )
    shown = said if align == "spread" else written
    return cells((words("review")["whole"],), [(shown, Type(use, size, align, 1.35))], least)


def refuse_missing(people: Mapping[str, str], rows: Sequence[Row], office: str) -> None:
    """Every character must be in a font; all that are not are named at once, with whose they are."""
    others = office + "".join(line for row in rows for each in row.cells for line in each.lines)
    texts = ((code, written.split("\n", maxsplit=1)[0], written) for code, written in people.items())
    require_glyphs(Printed.GRADING, texts, (office, others))
