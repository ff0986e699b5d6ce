"""Form 8, 月度考核公布表: a month's figures of one category, by department, never by score. Wording: its own toml."""

from typing import Any

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.folder import safe_name
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import SMALLEST_PART, Foot, line_of_three, moment, part_that_fits
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.month_sheet_rows import (
    DIFFERING,
    differing_rows,
    first_column,
    head_row,
    note_row,
    person_rows,
    sign_row,
)
from committee_desk.documents.page import Paper, area
from committee_desk.documents.table import Row
from committee_desk.domain.months import last_day
from committee_desk.services.month_views import PaperSheet
from committee_desk.services.sheet_refusals import Printed


def file_name(paper: PaperSheet, ending: str) -> str:
    """What the sheet's file is called: which month, which category, which version."""
    return safe_name(_said(paper, "file" if paper.version else "file_draft", ending=ending))


def draw(paper: PaperSheet) -> bytes:
    """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        headings, people = head_row(paper.sheet), person_rows(paper.sheet)
        rest = [note_row(paper), *differing_rows(paper), sign_row(paper.sheet)]
        _refuse_missing(paper)
        room = _room(first=False) - headings.height
        dealt = table.paginate([*people, *rest], _room(first=True) - headings.height, room)
        if len(dealt) > 1 and len(dealt[-1]) == 1:
            dealt[-1].insert(0, dealt[-2].pop())  # nobody signs a page that says nothing
        first, *following = dealt
        pages = [[headings, *first], *([*([headings] if _is_of_people(page[0]) else []), *page] for page in following)]
        return _drawn(paper, pages)


def _is_of_people(row: Row) -> bool:
    """Whether the page goes on with people, so that it says again what its columns are."""
    return row.group is not None and row.group != DIFFERING


def _drawn(paper: PaperSheet, pages: list[list[Row]]) -> bytes:
    wording, lines = form("month_sheet"), form("page")["lines"]
    subject = _said(paper, "subject", title=_said(paper, "title"))
    sheets = Paper(subject, paper.office, _said(paper, "title"), paper.at, _marks(paper), wording["remark"])
    for number, rows in enumerate(pages):
        if number:
            sheets.next_page()
        _write_head(sheets, paper, first=not number)
        top = _top(first=not number)
        room = sum(row.height for row in rows)  # a list is as long as it is: no row takes the spare room
        edge, weights = first_column(paper.sheet), (lines["frame"], lines["rule"])
        end = table.draw(sheets, top, rows, room=room, first_column=edge, weights=weights)
        _write_foot(sheets, end, paper)
    return sheets.finished()


def _top(*, first: bool) -> float:
    return float(form("month_sheet")["layout"]["table" if first else "table_continued"])


def _room(*, first: bool) -> float:
    return area().height - _top(first=first) - float(form("month_sheet")["layout"]["foot"])


def _marks(paper: PaperSheet) -> list[str]:
    marks = form("page")["marks"]
    return [*([] if paper.version else [marks["draft"]]), *([marks["demo"]] if paper.demo else [])]


def _said(paper: PaperSheet, key: str, **more: Any) -> str:  # noqa: ANN401 - what a wording is filled with
    sheet = paper.sheet
    facts = {"year": sheet.year, "month": sheet.month, "category": sheet.category, "version": paper.version}
    return str(form("month_sheet")[key].format(**{**facts, **more}))


def _write_head(page: Paper, paper: PaperSheet, *, first: bool) -> None:
    wording = form("month_sheet")
    sizes, layout, width = wording["sizes"], wording["layout"], page.area.width
    key, size = ("title", sizes["title"]) if first else ("continued", sizes["continued"])
    title = _said(paper, key)
    fitting = min(size, size * width / face("song_bold").width(title, size))
    page.centred(width / 2, layout["title" if first else "title_continued"], title, "song_bold", fitting)
    until = wording["until"].format(**_day(paper))
    number = _said(paper, "number" if paper.version else "number_draft")
    parts = (paper.office, until, number)
    size = sizes["heading"] * max(SMALLEST_PART, part_that_fits(parts, sizes["heading"], width))
    line_of_three(page, _top(first=first) - 6, parts, size)


def _day(paper: PaperSheet) -> dict[str, int]:
    day = last_day(paper.sheet.year, paper.sheet.month)
    return {"year": day.year, "month": day.month, "day": day.day}


def _write_foot(page: Paper, y: float, paper: PaperSheet) -> None:
    """Who published and who printed it, when, from which data and which state of the journal."""
    wording = form("month_sheet")["foot"]
    told = {
        "maker": paper.maker or wording["nobody"],
        "published": moment(wording["at"], paper.published) if paper.published else wording["unpublished"],
        "at": moment(wording["at"], paper.at),
    }
    foot = Foot.of(wording, told, paper.fingerprint, paper.head, paper.supersedes)
    foot.write(page, y, form("month_sheet")["layout"]["foot_lines"], form("month_sheet")["sizes"]["foot"])


def _refuse_missing(paper: PaperSheet) -> None:
    """Every character must be in a font; all that are not are named at once, with whose they are."""
    sheet = paper.sheet
    texts = [(line.code, line.name, f"{line.code}{line.name}{line.department}") for line in sheet.people]
    columns = "".join(column.name for column in (*sheet.parts, *sheet.indicators))
    others = "".join(f"{each.before or ''}{each.after or ''}{each.name}" for each in paper.differing)
    rest = f"{paper.office}{paper.maker or ''}{sheet.scheme}{columns}{others}"
    require_glyphs(Printed.MONTH_SHEET, texts, (paper.office, rest))
