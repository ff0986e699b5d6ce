"""Form 13 (外部监督意见征求表): opinions from outside, marked 参考，不计分, one a page, or a blank to be filled in."""

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Any

from committee_desk.documents.fonts import BLANK, BOX, TICKED, face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours, moment
from committee_desk.documents.page import Paper
from committee_desk.documents.typesetting import lines
from committee_desk.services.opinion_views import Giver, OpinionPaper, OpinionRow
from committee_desk.services.sheet_refusals import MissingGlyph, UnprintableCharacters
from committee_desk.wording.language import CHINESE, speaking

_one_at_a_time = Lock()  # a font is read by position: two threads would disturb each other


def draw(told: OpinionPaper) -> bytes:
    """The forms as PDF; UnprintableCharacters when no font holds a character of an opinion or a name."""
    wording = form("outside_opinion")
    with _one_at_a_time, speaking(CHINESE):
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
    paper.text(0, layout["heading"], wording["office"].format(office=told.office), "song", sizes["heading"])
    number = wording["number" if row else "blank_number"].format(year=told.year, number=row.number if row else "")
    paper.right(width, layout["heading"], number, "song", sizes["heading"])
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
    labels, size, rule = wording["labels"], wording["sizes"]["text"], form("page")["lines"]["rule"]
    layout, width = wording["layout"], paper.area.width
    _, second, beyond = layout["labels"]
    y = top
    for left, right in _lines_of(told, row, wording):
        base = y + layout["row"] / 2 + size * 0.36
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
    paper: Paper, x: float, edge: float, base: float, name: str, said: str, end: float, wording: dict[str, Any]
) -> None:
    """A label in its column and what stands beside it, smaller where it would not fit."""
    sizes, room = wording["sizes"], end - edge - 12
    label, size = min(sizes["label"], (edge - x - 6) / face("hei").width(name, 1)), float(sizes["text"])
    wide = face("song").width(said, size)
    paper.centred((x + edge) / 2, base, name, "hei", label)
    paper.text(edge + 6, base, said, "song", size if wide <= room else max(6.0, size * room / wide))


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
    song, missing = face("song"), []
    for row in told.rows:
        written = "".join(
            (row.opinion.giver, row.opinion.opinion, row.opinion.voucher or "", row.about, row.department)
        )
        characters = song.missing(written.replace("\n", "").replace("\r", ""))
        missing += [MissingGlyph(row.opinion.code or "", row.opinion.giver, each) for each in characters]
    if missing:
        raise UnprintableCharacters(tuple(missing))
