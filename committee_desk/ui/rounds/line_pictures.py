"""Pictures of a round's statistics with a line for each person, walked by keys."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen

from committee_desk.domain.rater_statistics.findings import Shift
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.rounds.pictures import AXIS, CENTRE, FULL, SIDE
from committee_desk.ui.rounds.walked import Walked
from committee_desk.wording.rater_statistics import number

TOP, ROW, NAME, VALUE = 2, 22, 76, 48
LEAST_SCALE = 5.0
"""So many marks to each side are shown at least, so that small shifts look small."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class NamedLine(Protocol):
    """Somebody's line: whose, and what it shows in words."""

    @property
    def name(self) -> str:
        """Whose."""
        ...

    @property
    def words(self) -> str:
        """All that is painted in the line."""
        ...


OneLine = TypeVar("OneLine", bound=NamedLine)


class LinesPicture(Walked, Generic[OneLine]):
    """Names at the left, the chosen one's line marked; each picture paints its own beside them."""

    def __init__(self, name: str, lines: Sequence[OneLine], foot: int = 0) -> None:
        super().__init__(name, back=Qt.Key.Key_Up, on=Qt.Key.Key_Down)
        self._lines = lines
        self._name = max((metrics(13).horizontalAdvance(each.name) for each in lines), default=NAME) + 12
        self.setFixedHeight(ROW * len(lines) + foot + 4)

    def words(self) -> Sequence[str]:
        """A line each."""
        return [each.words for each in self._lines]

    def part_at(self, point: QPointF) -> int:
        """Whose line it is."""
        return max(0, min(len(self._lines) - 1, int((point.y() - TOP) // ROW)))

    @property
    def name_width(self) -> int:
        """How much of the width the names take."""
        return min(self._name, self.width() // 3)

    def paint_names(self, painter: QPainter) -> None:
        """The names, under them the line that is walked to."""
        name = self.name_width
        painter.setFont(font(13))
        for at, each in enumerate(self._lines):
            top = TOP + at * ROW
            if at == self.at:
                painter.fillRect(QRectF(1, top, self.width() - 2, ROW), colour("sel"))
            painter.setPen(colour("text"))
            said = metrics(13).elidedText(each.name, Qt.TextElideMode.ElideRight, name - 6)
            painter.drawText(QRectF(SIDE, top, name, ROW), _LEFT, said)


class PersonBar(NamedTuple):
    """Somebody's line: the name, how far apart the marks lie (None: not told), and the same in words."""

    name: str
    value: float | None
    words: str


class PeoplePicture(LinesPicture[PersonBar]):
    """A bar a person: how far apart the marks for that person lie, all classes together."""

    def __init__(self, name: str, people: Sequence[PersonBar]) -> None:
        super().__init__(name, people)
        self._most = max((each.value for each in people if each.value is not None), default=1.0) or 1.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, bars, values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_names(painter)
        left = SIDE + self.name_width
        room = self.width() - SIDE - left - VALUE
        painter.setPen(colour("sub"))
        for at, each in enumerate(self._lines):
            top = TOP + at * ROW
            painter.fillRect(QRectF(left, top + 8, room, 6), colour("barbg"))
            if each.value is not None:
                painter.fillRect(QRectF(left, top + 8, room * each.value / self._most, 6), colour("bar"))
            value = number(each.value, 1) if each.value is not None else "—"
            painter.drawText(QRectF(self.width() - SIDE - VALUE, top, VALUE, ROW), _RIGHT, value)
        self.paint_focus(painter)
        painter.end()


class SignedShift(NamedTuple):
    """A signed rater's line: the name, the shift (None: not to be had), and the same in words."""

    name: str
    shift: Shift | None
    words: str


class ShiftPicture(LinesPicture[SignedShift]):
    """A dot a signed rater on the line of nought, with the interval in which it may lie."""

    def __init__(self, name: str, raters: Sequence[SignedShift]) -> None:
        super().__init__(name, raters, AXIS)
        ends = [
            max(abs(e.shift.interval.low), abs(e.shift.interval.high), abs(e.shift.mean)) for e in raters if e.shift
        ]
        self._most = max([LEAST_SCALE, *(min(each, FULL / 2) for each in ends)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, the line of nought, dots with their intervals."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_names(painter)
        left = SIDE + self.name_width
        wide = self.width() - SIDE - left
        foot = TOP + ROW * len(self._lines)
        painter.setPen(QPen(colour("line"), 1))
        nought = left + wide / 2
        painter.drawLine(QPointF(nought, TOP), QPointF(nought, foot))
        for at, each in enumerate(self._lines):
            self._paint_shift(painter, each, TOP + at * ROW + ROW / 2, left, wide)
        painter.setFont(font(11))
        painter.setPen(colour("mut"))
        for mark in (-self._most, 0.0, self._most):
            x = left + (mark / self._most + 1) / 2 * wide
            painter.drawText(QRectF(min(x - 24, self.width() - 50), foot, 48, AXIS), CENTRE, number(mark, 0))
        self.paint_focus(painter)
        painter.end()

    def _paint_shift(self, painter: QPainter, each: SignedShift, middle: float, left: float, wide: float) -> None:
        def x(mark: float) -> float:
            return left + (max(-self._most, min(self._most, mark)) / self._most + 1) / 2 * wide

        if each.shift is None:
            painter.setFont(font(12))
            painter.setPen(colour("mut"))
            painter.drawText(QRectF(left + 4, middle - ROW / 2, wide / 2 - 8, ROW), _LEFT, "—")
            return
        low, high = each.shift.interval
        sure = low > 0 or high < 0
        painter.setPen(QPen(colour("warn" if sure else "bar"), 2))
        painter.drawLine(QPointF(x(low), middle), QPointF(x(high), middle))
        painter.setBrush(QBrush(colour("warn" if sure else "surface")))
        painter.drawEllipse(QPointF(x(each.shift.mean), middle), 4, 4)
