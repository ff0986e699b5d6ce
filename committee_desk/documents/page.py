"""Page furniture that every form shares: A4 by GB/T 9704, marks, page number, and drawing by the text area.

Points run from the left and the top of the text area (版心), downwards, as a form is read.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents.fonts import BLANK, TICKED, face, shown
from committee_desk.documents.forms import form
from committee_desk.documents.qr import Code

TICK = ((0.2, 0.52), (0.43, 0.76), (0.82, 0.24))
"""The corners of a tick, in parts of its box."""

rl_config.useA85 = 0  # ASCII armour makes a page a quarter larger and half as slow again


class Area(NamedTuple):
    """The text area: its size, and where it lies on the paper."""

    width: float
    height: float
    left: float
    bottom: float


def area() -> Area:
    """The text area of `resources/forms/page.toml`, in points."""
    paper = form("page")["paper"]
    return Area(
        (paper["width"] - paper["left"] - paper["right"]) * mm,
        (paper["height"] - paper["top"] - paper["bottom"]) * mm,
        paper["left"] * mm,
        paper["bottom"] * mm,
    )


class Paper:
    """The pages of one document. Marks and number stand on every page."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a document says of itself
        self, title: str, author: str, subject: str, at: datetime, marks: Sequence[str] = (), remark: str = ""
    ) -> None:
        self.area = area()
        self.page = 1
        self._remark = remark
        self._marks = marks
        self._rules: defaultdict[float, list[str]] = defaultdict(list)
        self._letters: list[str] = []
        self._file = BytesIO()
        self._canvas = self._begun(title, author, subject, at)

    def text(self, x: float, y: float, text: str, use: str, size: float) -> None:
        """One line of text whose baseline begins at x, y. Boxes and blanks in it are drawn."""
        letters = face(use)
        for font, run in letters.runs(text):
            if font:
                self._letters.append(f"1 0 0 1 {self._x(x):.2f} {self._y(y):.2f} Tm")
                self._letters += shown(self._canvas, font, size, run)
            else:
                self._drawn(x, y, run, size)
            x += letters.width(run, size)

    def right(self, x: float, y: float, text: str, use: str, size: float) -> None:
        """One line of text that ends at x."""
        self.text(x - face(use).width(text, size), y, text, use, size)

    def centred(self, x: float, y: float, text: str, use: str, size: float) -> None:
        """One line of text centred on x."""
        self.text(x - face(use).width(text, size) / 2, y, text, use, size)

    def rule(self, x: float, y: float, to_x: float, to_y: float, weight: float) -> None:
        """A straight line."""
        self._rules[weight].append(f"{self._x(x):.2f} {self._y(y):.2f} m {self._x(to_x):.2f} {self._y(to_y):.2f} l")

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """A rectangle."""
        self._write(f"{weight} w {self._x(x):.2f} {self._y(y + height):.2f} {width:.2f} {height:.2f} re S")

    def shade(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """A filled rectangle without an edge; under the rules and letters of the page."""
        self._write(f"q {grey:g} g {self._x(x):.2f} {self._y(y + height):.2f} {width:.2f} {height:.2f} re f Q")

    def code(self, x: float, y: float, side: float, code: Code) -> None:
        """A QR code with its corner at x, y. The white around it is the page's."""
        module = side / code.size
        self._write(f"q {module:.4f} 0 0 {-module:.4f} {self._x(x):.2f} {self._y(y):.2f} cm {code.drawing} f Q")

    def next_page(self) -> None:
        """End the page and begin another."""
        self._finish_page()
        self._canvas.showPage()
        self.page += 1

    def finished(self) -> bytes:
        """End the last page and give the whole document."""
        self._finish_page()
        self._canvas.save()
        return self._file.getvalue()

    def _begun(self, title: str, author: str, subject: str, at: datetime) -> Canvas:
        paper = form("page")["paper"]
        canvas = Canvas(
            self._file,
            pagesize=(paper["width"] * mm, paper["height"] * mm),
            lang="zh-CN",
            invariant=1,  # the same sheet printed at the same time is the same file, byte for byte
            initialFontName=face("song").main,  # else an unembedded Helvetica comes along
        )
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setSubject(subject)
        canvas.setCreator("Committee Desk")
        canvas.setProducer("Committee Desk")
        canvas.setDateFormatter(lambda *_now: _pdf_date(at))
        return canvas

    def _drawn(self, x: float, y: float, run: str, size: float) -> None:
        """Boxes and blanks: vectors one em wide."""
        at = 0
        while at < len(run):
            left = x + at * size
            if run[at] == BLANK:
                length = len(run[at:]) - len(run[at:].lstrip(BLANK))
                self.rule(left, y + size * 0.2, left + length * size, y + size * 0.2, form("page")["lines"]["rule"])
                at += length
            else:
                self._box(left, y, size, ticked=run[at] == TICKED)
                at += 1

    def _box(self, x: float, y: float, size: float, *, ticked: bool) -> None:
        side = size * 0.78
        left, top = x + size * 0.08, y + size * 0.06 - side
        self.frame(left, top, side, side, 0.7)
        if ticked:
            corners = [(left + across * side, top + down * side) for across, down in TICK]
            begin, *on = (f"{self._x(across):.2f} {self._y(down):.2f}" for across, down in corners)
            self._write(f"1.1 w {begin} m {on[0]} l {on[1]} l S")

    def _finish_page(self) -> None:
        self._write_marks()
        self._write_number()
        self._put_down()

    def _put_down(self) -> None:
        """Write the rules and letters that wait."""
        for weight, rules in self._rules.items():
            self._write(f"{weight} w")
            self._write("\n".join(rules) + " S")
        self._write("BT\n" + "\n".join(self._letters) + "\nET")
        self._rules.clear()
        self._letters.clear()

    def _write_marks(self) -> None:
        """The framed words in the first line of the text area, left, as a secrecy mark would stand."""
        wording = form("page")["marks"]
        size, x = wording["size"], 0.0
        for mark in self._marks:
            width = face("hei").width(mark, size) + size * 0.7
            self.frame(x, 0, width, size * 1.45, 0.9)
            self.text(x + size * 0.35, size * 1.1, mark, "hei", size)
            x += width + size * 0.5
        self.text(x, size * 1.02, self._remark, "hei", wording["remark"])

    def _write_number(self) -> None:
        """By GB/T 9704: below the text area, on the outer side, one character in."""
        wording = form("page")["number"]
        text, size = wording["text"].format(page=self.page), wording["size"]
        baseline = self.area.height + wording["below"] * mm + size * 0.35
        if self.page % 2:
            self.right(self.area.width - size, baseline, text, "song", size)
        else:
            self.text(size, baseline, text, "song", size)

    def _write(self, drawing: str) -> None:
        """PDF's own words: reportlab's formatting of each number would take longer than all else on the page."""
        self._canvas.addLiteral(drawing)

    def _x(self, x: float) -> float:
        return self.area.left + x

    def _y(self, y: float) -> float:
        return self.area.bottom + self.area.height - y


def _pdf_date(at: datetime) -> str:
    """As a PDF writes a moment: D:20260306094100+08'00'."""
    zone = at.strftime("%z") or "+0000"
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
