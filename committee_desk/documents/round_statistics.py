"""测评统计报告: what a round's marks look like and what they ask, for the committee; never a single mark."""

from collections.abc import Iterable
from decimal import Decimal

from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import face
from committee_desk.documents.objection_sheet import style
from committee_desk.documents.round_agreement import agreement, ballots, questions, signed
from committee_desk.documents.round_form import RoundPages, class_name, counted, refuse_missing, told_apart, words
from committee_desk.documents.round_pictures import FULL, SMALL, Frame, bar, box, histogram, written
from committee_desk.documents.ruled_sections import Sections
from committee_desk.domain.rater_statistics.findings import SPREAD_FROM, TOLD_FROM, ClassSpread, NotComputable
from committee_desk.domain.ratings import BallotClass
from committee_desk.services.round_paper_views import StatisticsPaper
from committee_desk.wording.numbers import plain
from committee_desk.wording.rater_statistics import not_computable, number

PICTURE, BOX, CAPTION = 62.0, 9.0, 34.0
"""How high a class's columns and its box are, and what the words around them take."""
STEP, NAME, LONGEST_NAME, VALUE = 13.0, 80.0, 126.0, 30.0
"""A person's line, and what its name, at least and at most, and its value take."""


def draw(paper: StatisticsPaper) -> bytes:
    """The report as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        said = [text for each in paper.looks for text in (each.looked_by, each.decided)]
        rest = (paper.stamp.office, paper.stamp.by, paper.round.title, *(name for _, name in paper.raters), *said)
        refuse_missing(paper.people, rest, paper.round.label)
        return counted(lambda pages: _drawn(paper, pages))


def _drawn(paper: StatisticsPaper, count: int) -> RoundPages:
    wording = words("statistics")
    pages = RoundPages(wording["title"], paper.round, paper.stamp, wording["remark"], paper.fingerprint(), pages=count)
    sections = Sections(pages, pages.head(paper.round.label))
    sections.text(wording["opening"].format(least=SPREAD_FROM, few=TOLD_FROM), style("song", "small"))
    sections.heading(wording["spreads"], keep=PICTURE + CAPTION + BOX)
    low = _lowest(paper.found.spreads)
    for each in paper.found.spreads:
        _class(sections, each, low)
    sections.text(wording["spread_note"].format(few=TOLD_FROM, out=TOLD_FROM - 1), style("song", "small"))
    _people(sections, paper)
    agreement(sections, paper)
    ballots(sections, paper)
    signed(sections, paper)
    questions(sections, paper)
    return pages


def _class(sections: Sections, each: ClassSpread, low: int) -> None:
    """One class: its columns, below them its box on the same scale, and the five figures in words."""
    wording, sheet = words("statistics"), sections.pages.paper
    name = wording["class"].format(name=class_name(BallotClass(each.ballot_class)), ballots=each.ballots)
    if isinstance(each.quartiles, NotComputable):
        sections.text(f"{name}：{not_computable(each.quartiles)}。")
        return
    sections.need(PICTURE + CAPTION + BOX)
    sections.y += 16
    sheet.text(0, sections.y, name, "song", style("song", "label").size)
    told = {key: plain(value) for key, value in _exact(each.quartiles._asdict()).items()}
    sheet.right(sections.pages.width, sections.y, wording["five"].format(**told, out=TOLD_FROM - 1), "song", SMALL + 1)
    frame = Frame(16, sections.y + 6, sections.pages.width - 32, PICTURE)
    histogram(sheet, frame, each.bars, low)
    below = Frame(frame.x, frame.y + PICTURE + 14, frame.width, BOX)
    box(sheet, below, each.quartiles, low)
    sections.y = below.y + BOX + 2


def _lowest(spreads: Iterable[ClassSpread]) -> int:
    """Where the scale of all classes begins: at the tens below the lowest column that holds anything in any of them."""
    held = [column.low for each in spreads for column in each.bars if column.number]
    return min(FULL - 20, min(held, default=0) // 10 * 10)


def _exact(figures: dict[str, float]) -> dict[str, Decimal]:
    return {key: Decimal(str(value)) for key, value in figures.items()}


def _people(sections: Sections, paper: StatisticsPaper) -> None:
    """A bar a person in two columns: how far apart the marks for that person lie."""
    wording, sheet = words("statistics"), sections.pages.paper
    sections.heading(wording["people"], keep=5 * STEP)
    sections.text(wording["deviations_note"], style("song", "small"))
    sections.y += 4
    known = {each.code: each.deviation for each in paper.found.people}
    found = [(name, known.get(each.code)) for each, name in zip(paper.people, told_apart(paper.people), strict=True)]
    most = max((value for _, value in found if isinstance(value, float)), default=1.0)
    half, size = sections.pages.width / 2, style("song", "small").size
    room = min(LONGEST_NAME, max([NAME, *(face("song").width(name, size) + 4 for name, _ in found)]))
    for at in range(0, len(found), 2):
        sections.need(STEP)
        for side, (name, value) in enumerate(found[at : at + 2]):
            x, y = side * half, sections.y + STEP
            written(sheet, x, y, name, size, room - 4)
            frame = Frame(x + room, y - 7, half - room - VALUE - 12, 7)
            if isinstance(value, float):
                bar(sheet, frame, value, most)
                sheet.text(frame.x + frame.width + 4, y, number(value, 1), "song", SMALL + 1)
            else:
                sheet.text(frame.x, y, wording["hidden"], "song", SMALL)
        sections.y += STEP
