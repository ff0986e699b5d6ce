"""The ranks of a category before and after a change, side by side, with lines from one to the other that cross."""

from collections.abc import Mapping, Sequence

from committee_desk.documents.forms import form
from committee_desk.documents.objection_sheet import style
from committee_desk.documents.page import Paper
from committee_desk.documents.ruled_sections import Sections
from committee_desk.domain.effects import Rung
from committee_desk.domain.exact import figure
from committee_desk.domain.grade_list import Listed
from committee_desk.domain.scores import Grade
from committee_desk.services.result_paper_views import Ladder

STEP, GAP = 15.0, 17.0
"""From one line to the next, and what the line of the places takes."""
SIDE, MIDDLE = 160.0, 122.0
"""How wide each side is, and the room between them for the lines."""
RANK, NAME = 18.0, 28.0
"""Where a side's rank ends and its name begins."""
THIN, THICK = 0.5, 1.4


def draw_ladder(sections: Sections, ladder: Ladder) -> None:
    """The two columns of ranks with their lines; of a longer list as many as one page holds."""
    wording, paper = form("review")["material"], sections.pages.paper
    rungs = ladder.rungs[: int((sections.pages.bottom - 90 - GAP) / STEP) - 3]
    before = [each for each in rungs if each.before is not None]
    after = sorted((each for each in rungs if each.after is not None), key=_place)
    high = (max(len(before), len(after)) + 2) * STEP + GAP
    sections.need(high)
    top, size = sections.y + STEP, style("song", "label").size
    paper.text(0, top, wording["ladder"].format(category=ladder.category), "hei", size)
    paper.right(SIDE, top, wording["before"], "song", size)
    paper.right(2 * SIDE + MIDDLE, top, wording["after"], "song", size)
    here = _heights(before, [each.before for each in before], top + STEP)
    there = _heights(after, [each.after for each in after], top + STEP)
    for each in rungs:
        _rung(paper, each, here.get(each.code), there.get(each.code))
    _places(paper, ladder, len([e for e in after if _excellent(e.after)]), len(after), top + STEP)
    sections.y += high
    if len(rungs) < len(ladder.rungs):
        sections.text(wording["cut"].format(count=len(rungs)))
        sections.y += STEP / 2


def _place(rung: Rung) -> tuple[int, bool, str]:
    """By rank, among equals whoever has a place first."""
    line = rung.after
    rank = line.rank if line is not None and line.rank is not None else len(Grade) ** 9
    return rank, not _excellent(line), rung.code


def _excellent(line: Listed | None) -> bool:
    return line is not None and line.grade is Grade.EXCELLENT


def _heights(rungs: Sequence[Rung], lines: Sequence[Listed | None], top: float) -> Mapping[str, float]:
    """Where each stands; whoever has no place stands below the line of the places."""
    split = sum(map(_excellent, lines))
    return {each.code: top + at * STEP + (GAP if split and at >= split else 0) for at, each in enumerate(rungs)}


def _rung(paper: Paper, rung: Rung, here: float | None, there: float | None) -> None:
    """One person on both sides, with the line between; whose grade is another in heavy type and with a heavy line."""
    regraded = rung.before is None or rung.after is None or rung.before.grade is not rung.after.grade
    use = "song_bold" if regraded else "song"
    if here is not None and rung.before is not None:
        _told(paper, 0, here, rung.name, rung.before, use)
    if there is not None and rung.after is not None:
        _told(paper, SIDE + MIDDLE, there, rung.name, rung.after, use)
    if here is not None and there is not None:
        lift = style("song", "label").size * 0.35
        paper.rule(SIDE + 8, here - lift, SIDE + MIDDLE - 2, there - lift, THICK if regraded else THIN)


def _told(paper: Paper, x: float, y: float, name: str, line: Listed, use: str) -> None:  # noqa: PLR0913, PLR0917 - where, who
    size = style("song", "label").size
    paper.right(x + RANK, y, str(line.rank or ""), use, size)
    paper.text(x + NAME, y, name, use, size)
    paper.right(x + SIDE, y, figure(line.total), use, size)


def _places(paper: Paper, ladder: Ladder, split: int, shown: int, top: float) -> None:
    """The line of the places after the change, where it lies among those who are shown."""
    if not 0 < split < shown:
        return
    y, size = top + (split - 1) * STEP + (STEP + GAP) / 2 - style("song", "label").size * 0.35, 7.5
    said = form("review")["material"]["line"].format(places=ladder.places)
    paper.rule(0, y, 2 * SIDE + MIDDLE, y, THIN)
    paper.text(0, y - 2, said, "song", size)
