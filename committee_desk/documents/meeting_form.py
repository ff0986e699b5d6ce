"""What the papers of a meeting share: head, foot, rows of labels and values. Wording: meeting.toml."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import Foot, line_of_three, moment, part_that_fits
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper, area
from committee_desk.documents.table import Row, Type, in_columns
from committee_desk.documents.typesetting import lines
from committee_desk.services.meeting_papers import MeetingPaper
from committee_desk.services.sheet_refusals import Printed


def words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    """A part of the form's wording."""
    return form("meeting")[section]


def meeting_name(told: MeetingPaper) -> str:
    """2026 年度第 1 次会议."""
    held = told.view.row.held
    return str(words("minutes")["meeting"].format(year=held.year, number=held.number))


def marks_of(told: MeetingPaper) -> list[str]:
    """未定稿 while the meeting is not closed; 演示 on a demonstration's desk."""
    marks = form("page")["marks"]
    return [*([] if told.final else [marks["draft"]]), *([marks["demo"]] if told.demo else [])]


def begun(told: MeetingPaper, kind: str, marks: Sequence[str]) -> Paper:
    """An empty document of that kind: minutes, slip or register."""
    wording = words(kind)
    subject = wording["subject"].format(title=wording["title"], meeting=meeting_name(told))
    return Paper(subject, told.office, wording["title"], told.at, marks, wording["remark"])


def drawn(told: MeetingPaper, kind: str, rows: Iterable[Row], printed: Printed) -> bytes:
    """A paper of these rows as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        made = list(rows)
        written = "".join(line for row in made for each in row.cells for line in each.lines)
        refuse_missing(told, told.office + written, printed)
        return whole_document(told, kind, made)


def whole_document(told: MeetingPaper, kind: str, rows: Sequence[Row]) -> bytes:
    """The rows under the form's head, on as many pages as they need."""
    sheets = begun(told, kind, marks_of(told))
    ruled = form("page")["lines"]
    pages = table.paginate(rows, _room(first=True), _room(first=False))
    if len(pages) > 1 and len(pages[-1]) == 1:
        pages[-1].insert(0, pages[-2].pop())  # nobody signs a page that says nothing
    for number, page in enumerate(pages):
        if number:
            sheets.next_page()
        _head(sheets, told, kind, first=not number)
        room = sum(row.height for row in page)
        edge, weights = words(kind)["columns"]["label"] * mm, (ruled["frame"], ruled["rule"])
        end = table.draw(sheets, _top(first=not number), page, room=room, first_column=edge, weights=weights)
        _foot(sheets, end, told)
    return sheets.finished()


def _top(*, first: bool) -> float:
    return float(words("layout")["table" if first else "table_continued"])


def _room(*, first: bool) -> float:
    return area().height - _top(first=first) - float(words("layout")["foot"])


def _head(sheets: Paper, told: MeetingPaper, kind: str, *, first: bool) -> None:
    wording, sizes, layout, width = words(kind), words("sizes"), words("layout"), sheets.area.width
    title, size, at = ("title", "title", "title") if first else ("continued", "continued", "title_continued")
    sheets.centred(width / 2, layout[at], wording[title], "song_bold", sizes[size])
    document = told.view.row.held.document
    number = words("minutes")["number"].format(document=document) if document else words("minutes")["draft"]
    parts = (told.office, meeting_name(told), number)
    size_ = sizes["heading"] * part_that_fits(parts, sizes["heading"], width)
    line_of_three(sheets, _top(first=first) - 6, parts, size_)


def _foot(sheets: Paper, y: float, told: MeetingPaper) -> None:
    """Who printed it, when, from which data and which state of the journal."""
    wording = words("foot")
    said = {"maker": told.by or wording["nobody"], "at": moment(wording["at"], told.at)}
    foot = Foot.of(wording, said, told.fingerprint(), told.head)
    foot.write(sheets, y, words("layout")["foot_lines"], words("sizes")["foot"])


# -- rows --------------------------------------------------------------------------------------------------------------


def cells(edges: Sequence[float], texts: Sequence[tuple[str, Type]], least: str, **how: Any) -> Row:  # noqa: ANN401 - of Row
    """Texts in columns whose right edges are given in millimetres."""
    return in_columns(edges, texts, words("rows")[least], **how)


def pair(kind: str, *pairs: tuple[str, str]) -> Row:
    """Two labels, each with its value; an empty one is a line to write on."""
    sizes, empty = words("sizes"), words("values")["empty"]
    label, value = Type("hei", sizes["label"], "centre"), Type("song", sizes["value"])
    labels = words(kind)["labels"]
    texts = [each for name, said in pairs for each in ((labels[name], label), (said or empty, value))]
    return cells(words(kind)["columns"]["pair"], texts, "fact")


def whole(kind: str, name: str, said: str, least: str = "fact", *, align: Any = "left", label: str = "") -> Row:  # noqa: ANN401, PLR0913 - of Type
    """One label, or another in its place, and a text across the rest."""
    sizes, columns = words("sizes"), words(kind)["columns"]
    head = (label or words(kind)["labels"][name], Type("hei", sizes["label"], "centre"))
    size, room = sizes["value"], (columns["whole"] - columns["label"]) * mm - 2 * table.PADDING
    written = said or words("values")["empty"]
    if align == "left":  # a longer text takes more lines, and none of them is smaller
        written = "\n".join(lines(written, room, lambda part: face("song").width(part, size)))
    return cells((columns["label"], columns["whole"]), [head, (written, Type("song", size, align, 1.4))], least)


def band(kind: str, said: str, use: str = "hei") -> Row:
    """A line of its own across the table."""
    style = Type(use, words("sizes")["value"])
    return cells((words(kind)["columns"]["whole"],), [(said, style)], "fact")


def refuse_missing(told: MeetingPaper, written: str, kind: Printed) -> None:
    """Every character must be in a font; all that are not are named at once."""
    require_glyphs(kind, [("", meeting_name(told), written)])
