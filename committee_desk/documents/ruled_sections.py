"""Several ruled blocks one below the other on the pages of a register or of material, each under a heading."""

from collections.abc import Sequence

from committee_desk.documents.fonts import face
from committee_desk.documents.objection_sheet import Pages, row, style
from committee_desk.documents.table import Row, Type
from committee_desk.documents.typesetting import lines

ABOVE, BELOW = 20.0, 6.0
"""Room above a heading and below it."""
LINE = 14.0


class Sections:
    """What is written goes on below what stands there, else on the next page."""

    def __init__(self, pages: Pages, top: float) -> None:
        self.pages, self.y = pages, top

    def heading(self, text: str, keep: float = 60.0) -> None:
        """A heading that stays with what comes after it."""
        self.need(ABOVE + BELOW + keep)
        self.y += ABOVE
        self.pages.paper.text(0, self.y, text, "hei", style("hei", "label").size + 1)
        self.y += BELOW

    def text(self, said: str, kind: Type | None = None) -> None:
        """Running text across the page."""
        kind = kind or style("song", "label")
        letters = face(kind.use)
        for line in lines(said, self.pages.width, lambda piece: letters.width(piece, kind.size)):
            self.need(LINE)
            self.y += LINE
            self.pages.paper.text(0, self.y, line, kind.use, kind.size)

    def table(self, rows: Sequence[Row], edge: float, heads: Row | None = None) -> None:
        """A ruled block over as many pages as it needs, its heads on each."""
        first = rows[0].height + (heads.height if heads else 0.0)
        self.need(min(first, 120.0))
        self.y = self.pages.table(self.y, rows, edge, heads=heads)

    def columns(self, edges: Sequence[float], heads: Sequence[str], rows: Sequence[Sequence[str]], none: str) -> None:
        """A table of texts under these heads; where there is nothing it says so."""
        head, small = style("hei", "small", align="centre"), style("song", "small", align="centre", pitch=1.25)
        made = [row(edges, [(text, small) for text in each], 8) for each in rows]
        made = made or [row((edges[-1],), [(none, style("song", "label", align="centre"))], 9)]
        self.table(made, edges[0], row(edges, [(each, head) for each in heads], 7))

    def need(self, height: float) -> None:
        """Go on to the next page where there is no room for so much."""
        if self.y + height > self.pages.bottom:
            self.y = self.pages.turn()
