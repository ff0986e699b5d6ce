"""What is seen of a signature on its sheet: the office's round red seal, or a signer's own hand."""

import math
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from pyhanko.pdf_utils.content import PdfContent, RawContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents.fonts import face, shown
from committee_desk.domain.sealing import Stroke

RED = (0.78, 0.09, 0.11)
SIDE = 119.0
"""42 mm, as the seals of county offices have."""
PEN = 1.6
_RING, _STAR, _LETTERS = 0.97, 0.30, 0.74
_SPREAD = math.radians(230)
"""The name goes so far round the seal."""


def seal_style(office: str, *, demo: bool) -> StaticStampStyle:
    """The seal of an office; a demonstration's says so under its star."""
    return StaticStampStyle(border_width=0, background=DrawnPage(_seal(office, demo=demo)), background_opacity=1.0)


def hand_style(strokes: Sequence[Stroke], name: str, width: float, height: float) -> StaticStampStyle:
    """The signer's own strokes; the name in letters where nobody wrote by hand."""
    if strokes:
        lines = _lines(strokes, width, height).encode("ascii")
        drawn: PdfContent = RawContent(lines, box=BoxConstraints(width=width, height=height))
    else:
        drawn = DrawnPage(_in_letters(name, width, height))
    return StaticStampStyle(border_width=0, background=drawn, background_opacity=1.0)


class DrawnPage(PdfContent):
    """A one-page PDF as what a signature shows."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Bring the page over and draw it."""
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        self.resources.xobject["/Seal"] = page
        left, bottom, right, top = (float(each) for each in page.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Seal Do"


def _lines(strokes: Sequence[Stroke], width: float, height: float) -> str:
    """The strokes as a pen draws them."""
    said = [f"q 0.05 0.05 0.12 RG {PEN} w 1 J 1 j"]
    for stroke in strokes:
        points = [f"{x * width:.2f} {(1 - y) * height:.2f}" for x, y in stroke]
        begin, *on = points if len(points) > 1 else points * 2
        said.append(f"{begin} m " + " ".join(f"{point} l" for point in on) + " S")
    return "\n".join([*said, "Q"])


@lru_cache(maxsize=4)
def _seal(office: str, *, demo: bool) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(SIDE, SIDE), invariant=1, initialFontName=face("song_bold").main)
    canvas.setStrokeColorRGB(*RED)
    canvas.setFillColorRGB(*RED)
    middle = SIDE / 2
    canvas.setLineWidth(3)
    canvas.circle(middle, middle, middle * _RING - 1.5, fill=0)
    _draw_star(canvas, middle)
    _draw_round(canvas, office, middle)
    if demo:
        write(canvas, "演示", middle, middle * 0.48, 13)
    canvas.save()
    return file.getvalue()


def _draw_star(canvas: Canvas, middle: float) -> None:
    """The five-pointed star."""
    path = canvas.beginPath()
    for number in range(10):
        far = middle * _STAR * (1 if number % 2 == 0 else 0.382)
        angle = math.pi / 2 + number * math.pi / 5
        point = middle + far * math.cos(angle), middle + far * math.sin(angle)
        (path.lineTo if number else path.moveTo)(*point)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)


def _draw_round(canvas: Canvas, office: str, middle: float) -> None:
    """The office's name along the ring, each letter upright to it."""
    far = middle * _LETTERS
    step = _SPREAD / max(len(office) - 1, 1)
    size = min(15.0, far * step * 0.95)
    for number, letter in enumerate(office):
        turned = _SPREAD / 2 - number * step if len(office) > 1 else 0.0
        canvas.saveState()
        canvas.translate(middle, middle)
        canvas.rotate(math.degrees(turned))
        write(canvas, letter, 0, far - size * 0.36, size)
        canvas.restoreState()


def _in_letters(name: str, width: float, height: float) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height), invariant=1, initialFontName=face("song").main)
    letters = face("song")
    size = min(height * 0.6, width * 0.92 / max(letters.width(name, 1.0), 1.0))
    write(canvas, name, width / 2, (height - size) / 2 + size * 0.14, size, use="song")
    canvas.save()
    return file.getvalue()


def write(canvas: Canvas, text: str, x: float, y: float, size: float, use: str = "song_bold") -> None:  # noqa: PLR0913, PLR0917 - what, where, how large
    """One line of text, its middle at x."""
    letters = face(use)
    x -= letters.width(text, size) / 2
    for font, run in letters.runs(text):
        if font:
            said = [f"1 0 0 1 {x:.2f} {y:.2f} Tm", *shown(canvas, font, size, run)]
            canvas.addLiteral("BT " + " ".join(said) + " ET")
        x += letters.width(run, size)
