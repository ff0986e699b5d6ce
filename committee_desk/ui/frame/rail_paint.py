"""How a line of the rail is drawn: state marks on a spine, the word and the count for what is going or blocked."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.frame.rail_lines import ABSENT, BLOCKED, DONE, GOING, UNTOUCHED, RailLine

LEFT, MARK, TITLE = 27, 15, 46


class RailLook(NamedTuple):
    """How an item stands just now."""

    current: bool = False
    hovered: bool = False
    focused: bool = False
    narrow: bool = False


class RailWords(NamedTuple):
    """What is written on an item: the name in its size, and the word of its state, if any."""

    title: str
    size: int
    word: str


def paint_line(painter: QPainter, box: QRect, line: RailLine, look: RailLook) -> None:
    """Draw one place of the rail."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, box, look)
    _paint_mark(painter, box, line)
    if not look.narrow:
        _paint_words(painter, box, line, chosen=look.current)


def _paint_ground(painter: QPainter, box: QRect, look: RailLook) -> None:
    pill = box.adjusted(8, 1, -8, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.current:
        painter.setBrush(colour("selrail"))
        painter.drawRoundedRect(pill, 5, 5)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(pill.left(), pill.center().y() - 8.5, 3, 18), 1.5, 1.5)
    elif look.hovered:
        painter.setBrush(colour("hover"))
        painter.drawRoundedRect(pill, 5, 5)
    if look.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawRoundedRect(QRectF(pill).adjusted(0, 0, 0, 0), 5, 5)


def _paint_mark(painter: QPainter, box: QRect, line: RailLine) -> None:
    centre = QPoint(box.left() + LEFT - 1, box.center().y())
    if line.place and line.place.step:
        _paint_spine(painter, box, line)
        paint_state(painter, centre, "absent" if line.absent and line.state == UNTOUCHED else line.state)
    elif line.place:
        role = "dis" if line.absent else "sub"
        paint_icon(painter, line.place.icon, role, QRectF(centre.x() - 8, centre.y() - 8, 16, 16))


def _paint_words(painter: QPainter, box: QRect, line: RailLine, *, chosen: bool) -> None:
    right = box.right() - 14
    if line.owed:
        right = _paint_count(painter, box, line, right) - 5
    weight, room = 500 if chosen else 400, right - box.left() - TITLE
    shown = words_that_fit(line, room, weight)
    if shown.word:
        painter.setFont(font(12))
        painter.setPen(colour("bad" if line.state == BLOCKED else "accent"))
        wide = metrics(12).horizontalAdvance(shown.word)
        painter.drawText(QRect(right - wide, box.top(), wide, box.height()), _MIDDLE, shown.word)
    painter.setFont(font(shown.size, weight))
    painter.setPen(colour("dis" if line.absent else "text"))
    painter.drawText(QRect(box.left() + TITLE, box.top(), room, box.height()), _MIDDLE, shown.title)


def words_that_fit(line: RailLine, room: int, weight: int) -> RailWords:
    """The place's name whole: where both have no room its state is told by the mark alone, then it is set smaller."""
    word = line.word if line.state in {GOING, BLOCKED} and not line.absent else ""
    beside = metrics(12).horizontalAdvance(word) + 4 if word else 0
    for size, left, said in ((14, room - beside, word), (14, room, ""), (12, room, "")):
        if metrics(size, weight).horizontalAdvance(line.title) <= left:
            return RailWords(line.title, size, said)
    return RailWords(metrics(12, weight).elidedText(line.title, Qt.TextElideMode.ElideRight, room), 12, "")


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _paint_spine(painter: QPainter, box: QRect, line: RailLine) -> None:
    top = box.center().y() if line.first else box.top()
    bottom = box.center().y() if line.last else box.bottom() + 1
    painter.fillRect(QRect(box.left() + LEFT - 1, top, 1, bottom - top), colour("line"))


def _paint_count(painter: QPainter, box: QRect, line: RailLine, right: int) -> int:
    text = str(line.owed) if line.owed < 1000 else "999+"
    wide = max(20, metrics(12, 500).horizontalAdvance(text) + 11)
    pill = QRectF(right - wide, box.center().y() - 8.5, wide, 18)
    role = "bad" if line.state == BLOCKED else "fill"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(role))
    painter.drawRoundedRect(pill, 9, 9)
    painter.setFont(font(12, 500))
    painter.setPen(colour("onfill" if role == "fill" else "surface"))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
    return right - wide


def paint_state(painter: QPainter, centre: QPoint, state: str, ground: str = "rail") -> None:
    """A step's mark: empty ring, ring with dot, diamond with !, disc with tick."""
    box = QRectF(centre.x() - MARK / 2 + 0.5, centre.y() - MARK / 2 + 0.5, MARK, MARK)
    painter.setBrush(colour(ground))
    if state == BLOCKED:
        _paint_diamond(painter, box)
    elif state == DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("mut"))
        painter.drawEllipse(box)
        tick = QPen(colour(ground), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = box.center().x(), box.center().y()
        painter.drawPolyline(_points((x - 3.2, y + 0.2), (x - 0.8, y + 2.6), (x + 3.4, y - 2.2)))
    elif state == GOING:
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(box.adjusted(4.5, 4.5, -4.5, -4.5))
    else:
        painter.setPen(QPen(colour("line" if state == ABSENT else "ctl"), 1.5))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))


def _points(*pairs: tuple[float, float]) -> QPolygonF:
    made = QPolygonF()
    for x, y in pairs:
        made.append(QRectF(x, y, 0, 0).topLeft())
    return made


def _paint_diamond(painter: QPainter, box: QRectF) -> None:
    x, y, half = box.center().x(), box.center().y(), box.width() / 2 + 1.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("bad"))
    painter.drawPolygon(_points((x, y - half), (x + half, y), (x, y + half), (x - half, y)))
    painter.setPen(QPen(colour("surface"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QRectF(x, y - 3.6, 0, 0).topLeft(), QRectF(x, y + 0.4, 0, 0).topLeft())
    painter.drawPoint(QRectF(x, y + 3.6, 0, 0).topLeft())
