"""What is seen of the person's own signature: opinion, hand and day, all of it in the field that the person signs.

The chair certifies a sheet before the person signs it, and nothing but a signature's own field changes after that. So
the whole row 本人意见 is the person's field: signing it writes into it what the person says of the result, and when.
"""

from collections.abc import Sequence
from io import BytesIO

from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, SimpleBoxLayoutRule
from pyhanko.stamp import StaticStampStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents.fonts import BOX, TICKED, face
from committee_desk.documents.grade_sheet_decided import person_lines
from committee_desk.documents.grade_sheet_words import words
from committee_desk.documents.page import TICK
from committee_desk.documents.signing.appearance import PEN, DrawnPage, write
from committee_desk.domain.results import Signature
from committee_desk.domain.sealing import Stroke

EDGE, INSET = 4.0, 1.5
"""From the field's edge to its text, and to what is painted over the blank row: its lines stay."""
WHOLE = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, inner_content_scaling=InnerScaling.STRETCH_FILL
)
"""The drawing fills the field to its edges."""
PITCH, MIDDLE = 1.35, 0.36
"""As the row stands that it takes the place of."""


def person_style(
    said: Signature, strokes: Sequence[Stroke], name: str, width: float, height: float
) -> StaticStampStyle:
    """The row as the person signed it; the name in letters where nobody wrote by hand."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height), invariant=1, initialFontName=face("song").main)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(INSET, INSET, width - 2 * INSET, height - 2 * INSET, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    opinion, day = person_lines(said)
    size = min(float(words()["sizes"]["opinion"]), width / 34, height / 3)
    first, second = _baselines(height, size)
    _left(canvas, opinion, EDGE, first, size)
    _left(canvas, day, width - EDGE - face("song").width(day, size), second, size)
    left, room, least = _place(width)
    label = words()["final"]["signed"]
    _left(canvas, label, left - face("song").width(label, size), second, size)
    _hand(canvas, strokes, name, (left, 0, room, max(height / 2, least)))
    canvas.save()
    return StaticStampStyle(
        border_width=0, background=DrawnPage(file.getvalue()), background_layout=WHOLE, background_opacity=1.0
    )


def _baselines(height: float, size: float) -> tuple[float, float]:
    """Where the row's two lines stand, from below."""
    pitch = size * PITCH
    share = (height - 2 * pitch) / 3
    first = share + pitch / 2 + size * MIDDLE
    return height - first, height - first - pitch - share


def _place(width: float) -> tuple[float, float, float]:
    """Where the hand goes: from the left, how wide, and how high at least."""
    columns = words()["columns"]
    edge, whole = columns["label"], columns["indicators"][-1]
    left, room, least = words()["signing"]["person"]
    part = width / (whole - edge)
    return (left - edge) * part, room * part, least * mm


def _left(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    letters = face("song")
    write(canvas, text, x + letters.width(text, size) / 2, y, size, use="song")
    for at, each in enumerate(text):
        if each in {BOX, TICKED}:
            _box(canvas, x + letters.width(text[:at], size), y, size, ticked=each == TICKED)


def _box(canvas: Canvas, x: float, y: float, size: float, *, ticked: bool) -> None:
    """A box as the sheet itself has it: no font holds one."""
    side = size * 0.78
    left, bottom = x + size * 0.08, y - size * 0.06
    canvas.setLineWidth(0.7)
    canvas.rect(left, bottom, side, side)
    if ticked:
        canvas.setLineWidth(1.1)
        (first, *on) = ((left + across * side, bottom + (1 - down) * side) for across, down in TICK)
        path = canvas.beginPath()
        path.moveTo(*first)
        for point in on:
            path.lineTo(*point)
        canvas.drawPath(path)


def _hand(canvas: Canvas, strokes: Sequence[Stroke], name: str, place: tuple[float, float, float, float]) -> None:
    """The strokes as a pen draws them, or the name."""
    left, bottom, width, height = place
    if not strokes:
        size = min(height * 0.6, width * 0.92 / max(face("song").width(name, 1.0), 1.0))
        write(canvas, name, left + width / 2, bottom + (height - size) / 2 + size * 0.14, size, use="song")
        return
    canvas.setStrokeColorRGB(0.05, 0.05, 0.12)
    canvas.setLineWidth(PEN)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    for stroke in strokes:
        points = [(left + x * width, bottom + (1 - y) * height) for x, y in stroke]
        begin, *on = points if len(points) > 1 else points * 2
        path.moveTo(*begin)
        for point in on:
            path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
