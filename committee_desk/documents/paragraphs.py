"""Running text and lists of facts on a page: what notices and slips are made of."""

from collections.abc import Iterable

from committee_desk.documents.fonts import face
from committee_desk.documents.page import Paper
from committee_desk.documents.typesetting import lines


def paragraph(  # noqa: PLR0913, PLR0917 - where, what, how large, how wide
    paper: Paper, x: float, y: float, text: str, size: float, width: float, leading: float, use: str = "song"
) -> float:
    """Text in lines no wider than `width`, the first baseline at y; returns the baseline after the last."""
    letters = face(use)
    for line in lines(text, width, lambda piece: letters.width(piece, size)):
        paper.text(x, y, line, use, size)
        y += leading
    return y


def facts(  # noqa: PLR0913, PLR0917 - where, what, how large, how wide
    paper: Paper, y: float, listed: Iterable[tuple[str, str]], size: float, label: float, leading: float
) -> float:
    """Labels left, what they stand for beside them, broken where it is long; returns the next baseline."""
    for name, said in listed:
        paper.text(0, y, name, "hei", size)
        y = paragraph(paper, label, y, said, size, paper.area.width - label, leading)
    return y
