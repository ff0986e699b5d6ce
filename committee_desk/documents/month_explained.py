"""个人月度得分说明 (annex to form 8): one person's month on one page. Wording: its own toml."""

from collections.abc import Iterator
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import SMALLEST_PART, Foot, line_of_three, moment, part_that_fits
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.month_explained_lists import case_rows, event_rows
from committee_desk.documents.month_explained_rows import figure_rows, note_row, person_rows
from committee_desk.documents.page import Paper, area
from committee_desk.documents.table import Row
from committee_desk.domain.months import last_day
from committee_desk.services.month_explained_views import ExplainedPaper
from committee_desk.services.sheet_refusals import Printed

LISTED = 24
"""No page has room for more cases or events one by one."""


def draw(paper: ExplainedPaper) -> bytes:
    """The page as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        _refuse_missing(paper)
        first, *more = table.paginate(_that_fit(paper), _room(first=True), _room(first=False))
        return _drawn(paper, [first, *more])


def _that_fit(paper: ExplainedPaper) -> list[Row]:
    """All rows, with as many cases and events one by one as the page has room for: events go first, they are points."""
    told = paper.month.told
    fixed = [*person_rows(paper.month), *figure_rows(paper.month), note_row(paper.month)]
    room = _room(first=True) - sum(row.height for row in fixed)
    for events, cases in _ways(len(told.events), len(told.cases) + len(told.reviewed_since)):
        lists = [*case_rows(told, cases), *event_rows(told, events)]
        if sum(row.height for row in lists) <= room:
            break
    return [*fixed[:-1], *lists, fixed[-1]]


def _ways(events: int, cases: int) -> Iterator[tuple[int, int]]:
    """How many to list of each, from all down to none; cases are summed up before events are."""
    yield events, cases
    for listed in range(min(events, LISTED), -1, -1):
        for others in range(min(cases, LISTED), -1, -1) if listed == min(events, LISTED) else (0,):
            yield listed, others


def _drawn(paper: ExplainedPaper, pages: list[list[Row]]) -> bytes:
    wording, lines = form("month_explained"), form("page")["lines"]
    title = _said(paper, "title")
    subject = _said(paper, "subject", title=title)
    sheets = Paper(subject, paper.office, title, paper.at, _marks(paper), wording["remark"])
    for number, rows in enumerate(pages):
        if number:
            sheets.next_page()
        _write_head(sheets, paper, first=not number)
        room = sum(row.height for row in rows)
        edge, weights = wording["columns"]["label"] * mm, (lines["frame"], lines["rule"])
        end = table.draw(sheets, _top(first=not number), rows, room=room, first_column=edge, weights=weights)
        _write_foot(sheets, end, paper)
    return sheets.finished()


def _top(*, first: bool) -> float:
    return float(form("month_explained")["layout"]["table" if first else "table_continued"])


def _room(*, first: bool) -> float:
    return area().height - _top(first=first) - float(form("month_explained")["layout"]["foot"])


def _marks(paper: ExplainedPaper) -> list[str]:
    marks = form("page")["marks"]
    return [*([] if paper.month.version else [marks["draft"]]), *([marks["demo"]] if paper.demo else [])]


def _said(paper: ExplainedPaper, key: str, **more: Any) -> str:  # noqa: ANN401 - what a wording is filled with
    told = paper.month.told
    facts = {
        "year": told.year,
        "month": told.month,
        "code": told.code,
        "name": told.name,
        "version": paper.month.version,
    }
    return str(form("month_explained")[key].format(**{**facts, **more}))


def _write_head(page: Paper, paper: ExplainedPaper, *, first: bool) -> None:
    wording, told = form("month_explained"), paper.month.told
    sizes, layout, width = wording["sizes"], wording["layout"], page.area.width
    key, size = ("title", sizes["title"]) if first else ("continued", sizes["continued"])
    page.centred(width / 2, layout["title" if first else "title_continued"], _said(paper, key), "song_bold", size)
    day = last_day(told.year, told.month)
    until = wording["until"].format(year=day.year, month=day.month, day=day.day)
    basis = _said(paper, "published" if paper.month.version else "by_facts")
    parts = (paper.office, until, basis)
    size = sizes["heading"] * max(SMALLEST_PART, part_that_fits(parts, sizes["heading"], width))
    line_of_three(page, _top(first=first) - 6, parts, size)


def _write_foot(page: Paper, y: float, paper: ExplainedPaper) -> None:
    """Who printed it, when, from which data and which state of the journal."""
    wording = form("month_explained")["foot"]
    published = paper.month.published
    told = {
        "maker": paper.maker or wording["nobody"],
        "published": moment(wording["at"], published) if published else wording["unpublished"],
        "at": moment(wording["at"], paper.at),
    }
    foot = Foot.of(wording, told, paper.month.fingerprint(), paper.head)
    foot.write(page, y, form("month_explained")["layout"]["foot_lines"], form("month_explained")["sizes"]["foot"])


def _refuse_missing(paper: ExplainedPaper) -> None:
    """Every character must be in a font; all that are not are named at once."""
    told = paper.month.told
    written = [
        paper.office, paper.maker or "", told.scheme, told.code, told.name, told.department,
        *(stay.department for stay in told.stays), *(each.name for each in told.reached),
        *(f"{each.share.number}{each.share.kind}{each.review.grade if each.review else ''}"
          for each in (*told.cases, *told.reviewed_since)),
        *(f"{each.event.reason}{each.event.voucher}{each.event.approver or ''}" for each in told.events),
        *(f"{each.what}{each.overridden.evidence}" for each in told.by_hand),
    ]  # fmt: skip
    require_glyphs(Printed.MONTH_EXPLAINED, [(told.code, told.name, "".join(written).replace("\t", ""))])
