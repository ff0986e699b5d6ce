"""Form 3, the posting record (张贴记录): where the notice hung, by whose hands, and which days count and why."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import moment
from committee_desk.documents.notice_sheet import Sheet, refuse_missing
from committee_desk.documents.notice_words import full, weekday, window_in_words
from committee_desk.documents.table import Row, Type, cell
from committee_desk.domain.publication import CHINA, MIDNIGHT, StepWhy
from committee_desk.services.publication_acts import is_afterwards
from committee_desk.services.publication_views import (
    DayKind,
    DayRole,
    PostingRow,
    PublicationStamp,
    ShownDay,
    VersionView,
)
from committee_desk.services.publication_window import calendar_changes


def draw(view: VersionView, stamp: PublicationStamp) -> bytes:
    """The record as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        _refuse_missing(view)
        wording, notice = form("notice")["record"], view.held.notice
        sheet = Sheet(wording["title"], stamp, view.version, notice.fingerprint, draft=False)
        sheet.title(wording["title"])
        size = float(form("notice")["sizes"]["heading"])
        sheet.paper.text(0, sheet.y - 14, notice.office, "song", size)
        number = wording["number"].format(year=notice.year, version=view.version)
        sheet.paper.right(sheet.paper.area.width, sheet.y - 14, number, "song", size)
        hung = [_posting(each, wording) for each in view.postings]
        _listed(sheet, wording["headings"], wording["shares"], hung)
        sheet.y += 34
        sheet.need(60)
        sheet.paper.text(0, sheet.y - 8, wording["days_title"], "hei", size + 1)
        _listed(sheet, wording["days"], wording["days_shares"], [_day(each, wording) for each in view.days])
        sheet.y += 32
        told = [_total(view), *([_steps(view, wording)] if len(view.window.steps) > 1 else [])]
        for text in told:
            sheet.paragraph(text, signed=text is told[-1])
        sheet.need(40)
        sheet.paper.text(0, sheet.y + 12, wording["sign"], "song", float(form("notice")["sizes"]["record"]))
        return sheet.finished()


def _listed(sheet: Sheet, headings: Sequence[str], shares: Sequence[float], rows: Iterable[Sequence[str]]) -> None:
    """A ruled table over as many pages as it needs, its headings on each."""
    size = float(form("notice")["sizes"]["record"])
    head = _row(sheet, headings, shares, Type("hei", size, "centre"))
    written = [_row(sheet, texts, shares, Type("song", size, "centre")) for texts in rows]
    following = sheet.bottom - float(form("notice")["layout"]["continued"]) - head.height
    weights = (form("page")["lines"]["frame"], form("page")["lines"]["rule"])
    for at, page in enumerate(table.paginate(written, sheet.bottom - sheet.y - head.height, following)):
        if at:
            sheet.turn()
        needed = head.height + sum(row.height for row in page)
        sheet.y = table.draw(sheet.paper, sheet.y, [head, *page], room=needed, first_column=0, weights=weights)


def _row(sheet: Sheet, texts: Sequence[str], shares: Sequence[float], style: Type) -> Row:
    cells, x = [], 0.0
    for text, share in zip(texts, shares, strict=True):
        width = share * sheet.paper.area.width
        cells.append(cell(x, width, text, style))
        x += width
    return Row(tuple(cells), tuple(each.x for each in cells[1:]), least=float(form("notice")["layout"]["row"]))


def _posting(row: PostingRow, wording: dict[str, Any]) -> list[str]:
    place = wording["board"].format(place=row.place, board=row.board) if row.board else row.place
    posted = _happened(row.posted, row.recorded, wording)
    taken = _happened(row.taken, row.taken_recorded, wording)
    return [place, posted, "\n".join(row.posted_by), taken, "\n".join(row.taken_by), row.photo]


def _happened(at: datetime | None, recorded: datetime | None, wording: dict[str, Any]) -> str:
    """When it happened, and below it when that was recorded: on a later day it says so (补录)."""
    if at is None:
        return ""
    said = moment(wording["short_moment"], at)
    if recorded is None:
        return said
    how = wording["afterwards" if is_afterwards(at, recorded) else "recorded"]
    return f"{said}\n{how.format(moment=moment(wording['recorded_moment'], recorded.astimezone(CHINA)))}"


def _day(day: ShownDay, wording: dict[str, Any]) -> list[str]:
    """The day, its weekday, what it is to the window, and the notice that says so."""
    if day.role is DayRole.COUNTED:
        said = wording["made_up" if day.kind is DayKind.MADE_UP else "counted"].format(nth=day.nth)
    elif day.role is DayRole.POSTED:
        said = wording["posted"]
    elif day.role is DayRole.LOST:
        said = wording["lost"].format(places="、".join(day.places))
    elif day.kind is DayKind.OFF:
        said = wording["off"].format(name=day.name)
    else:
        said = wording["weekend" if day.kind is DayKind.WEEKEND else "unlisted"]
    document = day.document or (wording["document_weekday"] if day.role is DayRole.COUNTED else "")
    return [full(day.day), weekday(day.day), said, document]


def _total(view: VersionView) -> str:
    """The window in one sentence, as the notice says it."""
    now, made_up = view.window.now, {day.day for day in view.days if day.kind is DayKind.MADE_UP}
    return window_in_words(now.counted, now.terms.cut_off, tuple(day for day in now.counted if day in made_up))


def _steps(view: VersionView, wording: dict[str, Any]) -> str:
    reasons = wording["reasons"]
    steps = view.window.steps
    whys = [reasons[each.why] for each in steps]
    for at, (before, each) in enumerate(pairwise(steps), start=1):
        if each.why is not StepWhy.RECOUNTED and calendar_changes(before, each):
            whys[at] = wording["also_calendar"].format(why=whys[at])
    told = (
        wording["step"].format(step=each.step, why=why, last=_end(each.last_day, each.terms.cut_off))
        for each, why in zip(steps, whys, strict=True)
    )
    return str(wording["steps"].format(steps="；".join(told)))


def _end(day: Any, cut_off: str) -> str:  # noqa: ANN401 - a date, as the form writes it
    return full(day) if cut_off == MIDNIGHT else f"{full(day)}{cut_off}"


def _refuse_missing(view: VersionView) -> None:
    rows = view.postings
    said = "".join(f"{row.place}{row.board}{row.photo}{''.join((*row.posted_by, *row.taken_by))}" for row in rows)
    refuse_missing([("", view.held.notice.office, said + "".join(day.name + day.document for day in view.days))])
