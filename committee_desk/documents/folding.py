"""Lines to fold a page along."""

from collections.abc import Iterable

from committee_desk.documents.forms import form
from committee_desk.documents.page import Paper

DASH = 5.0


def fold_lines(paper: Paper, folds: Iterable[tuple[float, str]], size: float) -> None:
    """Dashed lines across the page at these heights, each with what it says above it."""
    width = paper.area.width
    for y, said in folds:
        x = 0.0
        while x < width:
            paper.rule(x, y, min(x + DASH, width), y, form("page")["lines"]["rule"])
            x += 2 * DASH
        paper.centred(width / 2, y - 5, said, "song", size)
