"""Form 13 (外部监督意见征求表): opinions from outside, marked 参考，不计分, one a page, or a blank to be filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import BLANK, BOX, TICKED, face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours, moment, part_that_fits
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper
from committee_desk.documents.typesetting import lines
from committee_desk.domain.said import visible
from committee_desk.services.opinion_views import Giver, Opinion, OpinionPaper, OpinionRow
from committee_desk.services.sheet_refusals import Printed

_BASE, _LEADING, _SMALLEST = 0.36, 1.15, 6.0
"""Where a line stands under the middle of its letters, how far lines are apart, and the smallest size of a fact."""


def draw(told: OpinionPaper) -> bytes:
    """The forms as PDF; UnprintableCharacters when no font holds a character of an opinion or a name."""
    wording, told = form("outside_opinion"), _readable(told)
    with drawing():
        _refuse_missing(told)
        marks = [wording["mark"], *([form("page")["marks"]["demo"]] if told.demo else [])]
        title = wording["subject"].format(year=told.year, title=wording["title"])
        paper = Paper(title, told.office, wording["title"], told.at, marks, wording["remark"])
        rows: Sequence[OpinionRow | None] = told.rows or [None]
        for at, row in enumerate(rows):
            if at:
                paper.next_page()
            _form(paper, told, row, wording)
        return paper.finished()


def _readable(told: OpinionPaper) -> OpinionPaper:
    """The same without what nobody sees in it: one pasted character must not hold up everybody's form."""
    return replace(told, rows=[replace(row, opinion=_readable_words(row.opinion)) for row in told.rows])


def _readable_words(said: Opinion) -> Opinion:
    voucher = visible(said.voucher or "")
    return said._replace(giver=visible(said.giver), opinion=visible(said.opinion), voucher=voucher)


def _form(paper: Paper, told: OpinionPaper, row: OpinionRow | None, wording: dict[str, Any]) -> None:
    """One opinion on as many pages as it needs; a blank on one."""
    sizes, width = wording["sizes"], paper.area.width
    letters, room = face("song"), width - wording["layout"]["labels"][0] - 16
    words = row.opinion.opinion.splitlines() if row else []
    left = [line for part in words for line in lines(part, room, lambda piece: letters.width(piece, sizes["text"]))]
    first = True
    while first or left:
        if not first:
            paper.next_page()
        left = _page(paper, told, row, left, wording, first=first)
        first = False


def _page(  # noqa: PLR0913 - what stands on a page
    paper: Paper, told: OpinionPaper, row: OpinionRow | None, left: list[str], wording: dict[str, Any], *, first: bool
) -> list[str]:
    """One page; returns the lines that found no room."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    former = row is not None and row.opinion.kind is Giver.FORMER_OFFICE
    title = wording["former_office" if former else "title"]
    paper.centred(width / 2, layout["title"], title, "song_bold", sizes["title"])
    office = wording["office"].format(office=told.office)
    number = wording["number" if row else "blank_number"].format(year=told.year, number=row.number if row else "")
    size = sizes["heading"] * part_that_fits((office, number), sizes["heading"], width)
    paper.text(0, layout["heading"], office, "song", size)
    paper.right(width, layout["heading"], number, "song", size)
    top = float(layout["top"])
    inner = _facts(paper, top, told, row, wording)
    bottom = paper.area.height - layout["foot"]
    rest = _opinion(paper, inner, bottom, left, wording, first=first)
    line = form("page")["lines"]
    paper.rule(layout["labels"][0], top, layout["labels"][0], bottom, line["rule"])
    paper.frame(0, top, width, bottom - top, line["frame"])
    _foot(paper, bottom, told, wording)
    return rest


def _facts(paper: Paper, top: float, told: OpinionPaper, row: OpinionRow | None, wording: dict[str, Any]) -> float:
    """Who says it, as what, about whom and when; returns where these rows end."""
    labels, rule = wording["labels"], form("page")["lines"]["rule"]
    layout, width = wording["layout"], paper.area.width
    _, second, beyond = layout["labels"]
    y = top
    for left, right in _lines_of(told, row, wording):
        base = y + layout["row"] / 2
        _pair(paper, 0, layout["labels"][0], base, labels[left[0]], left[1], (second if right else width), wording)
        if right:
            paper.rule(second, y, second, y + layout["row"], rule)
            paper.rule(beyond, y, beyond, y + layout["row"], rule)
            _pair(paper, second, beyond, base, labels[right[0]], right[1], width, wording)
        y += layout["row"]
        paper.rule(0, y, width, y, rule)
    return y


Pair = tuple[str, str]


def _lines_of(
    told: OpinionPaper, row: OpinionRow | None, wording: dict[str, Any]
) -> Iterator[tuple[Pair, Pair | None]]:
    """The rows above the opinion: a field's label and its text, one or two a row."""
    names = wording["kinds"]["names"]
    if row is None:
        kinds = "　".join(f"{BOX}{name}" for name in names)
        yield ("giver", ""), ("day", wording["blank_date"])
        yield ("kind", kinds), None
        yield ("about", told.asked or wording["whole_office"]), None
        return
    opinion, day = row.opinion, row.opinion.day
    written = wording["date"].format(year=day.year, month=day.month, day=day.day)
    about = "　".join(word for word in (row.department, row.about) if word) or wording["whole_office"]
    yield ("giver", opinion.giver), ("day", written)
    offered = names if opinion.kind in names else [opinion.kind.value]
    yield ("kind", "　".join(f"{TICKED if name == opinion.kind else BOX}{name}" for name in offered)), None
    yield ("about", about), None
    yield ("voucher", opinion.voucher or BLANK * 8), None


def _pair(  # noqa: PLR0913, PLR0917 - where, and what
    paper: Paper, x: float, edge: float, middle: float, name: str, said: str, end: float, wording: dict[str, Any]
) -> None:
    """A label in its column and what stands beside it, in several smaller lines where one has no room."""
    sizes, room = wording["sizes"], end - edge - 12
    label = min(sizes["label"], (edge - x - 6) / face("hei").width(name, 1))
    paper.centred((x + edge) / 2, middle + sizes["text"] * _BASE, name, "hei", label)
    size, written = _fitted(said, room, wording["layout"]["row"] - 4, float(sizes["text"]))
    top = middle - (len(written) - 1) * size * _LEADING / 2 + size * _BASE
    for number, line in enumerate(written):
        paper.text(edge + 6, top + number * size * _LEADING, line, "song", size)


def _fitted(said: str, room: float, height: float, size: float) -> tuple[float, list[str]]:
    """The largest size, in half points, at which the text has room in its cell, and its lines."""
    letters = face("song")
    while True:
        written = lines(said, room, lambda piece: letters.width(piece, size))  # noqa: B023 - measured at once
        if len(written) * size * _LEADING <= height or size <= _SMALLEST:
            return size, written
        size -= 0.5


def _opinion(  # noqa: PLR0913 - where, and what
    paper: Paper, top: float, bottom: float, left: list[str], wording: dict[str, Any], *, first: bool
) -> list[str]:
    """The words in the large cell; returns the lines that found no room."""
    layout, sizes, labels = wording["layout"], wording["sizes"], wording["labels"]
    edge, leading = layout["labels"][0], layout["leading"]
    size = min(sizes["label"], (edge - 6) / face("hei").width(labels["opinion"], 1))
    paper.centred(edge / 2, top + 24, labels["opinion"], "hei", size)
    if not first:
        paper.centred(edge / 2, top + 42, wording["continued"], "song", sizes["note"])
    room = int((bottom - layout["sign"] - top - layout["opinion_top"]) / leading) + 1
    y = top + layout["opinion_top"]
    for line in left[:room]:
        paper.text(edge + 8, y, line, "song", sizes["text"])
        y += leading
    paper.right(paper.area.width - 8, bottom - 12, labels["signed"], "song", sizes["heading"])
    return left[room:]


def _foot(paper: Paper, y: float, told: OpinionPaper, wording: dict[str, Any]) -> None:
    """That nothing of it is summed; who printed it, when, and at which head of the journal."""
    sizes, downs = wording["sizes"], wording["layout"]["foot_lines"]
    printed = moment(wording["moment"], told.at)
    left, right = (part.format(maker=told.by, at=printed) for part in wording["foot"]["first"].split("|"))
    paper.text(0, y + downs[0], wording["note"], "song", sizes["note"])
    paper.text(0, y + downs[1], left, "song", sizes["foot"])
    paper.right(paper.area.width, y + downs[1], right, "song", sizes["foot"])
    paper.text(
        0,
        y + downs[2],
        wording["foot"]["second"].format(head=in_fours(told.head), entries=told.entries),
        "song",
        sizes["foot"],
    )


def _refuse_missing(told: OpinionPaper) -> None:
    """Every character must be in a font; all that are not are named at once."""
    texts = [
        (
            row.opinion.code or "",
            row.opinion.giver,
            "".join((row.opinion.giver, row.opinion.opinion, row.opinion.voucher or "", row.about, row.department)),
        )
        for row in told.rows
    ]
    require_glyphs(Printed.OPINION, texts)
