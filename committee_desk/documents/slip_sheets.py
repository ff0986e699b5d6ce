"""Sheets that are cut into slips: what all slips share is drawn once and stamped again and again, so it is the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from reportlab.lib.units import mm

from committee_desk.documents.forms import form
from committee_desk.documents.page import Area, Paper

MARK = 10.0
"""How long the strokes are that show where to cut."""
DASH = 4.0


class SlipSheets(Paper):
    """Pages that bear nothing but slips: no number, no mark, for either would tell one slip from another."""

    def __init__(self, title: str, author: str, at: datetime, margin: float) -> None:
        super().__init__(title, author, title, at)
        paper = form("page")["paper"]
        width, height = ((paper[side] - 2 * margin) * mm for side in ("width", "height"))
        self.area = Area(width, height, margin * mm, margin * mm)

    @contextmanager
    def pattern(self, name: str) -> Iterator[None]:
        """What is drawn meanwhile is kept under that name, not put on the page."""
        self._canvas.beginForm(name)
        yield
        self._put_down()
        self._canvas.endForm()

    def stamp(self, name: str, down: float) -> None:
        """Put a pattern on the page, so far down."""
        self._canvas.saveState()
        self._canvas.translate(0, -down)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def cut_marks(self, y: float) -> None:
        """Where to cut across the sheet: a dashed line with a stroke at each edge."""
        width, margin, light = self.area.width, self.area.left, form("page")["lines"]["rule"]
        for begin in (-margin + 6.0, width + margin - 6.0 - MARK):
            self.rule(begin, y, begin + MARK, y, 2 * light)
        x = 0.0
        while x < width:
            self.rule(x, y, min(x + DASH, width), y, light / 2)
            x += 2 * DASH

    def _write_marks(self) -> None:
        """None."""

    def _write_number(self) -> None:
        """None."""
