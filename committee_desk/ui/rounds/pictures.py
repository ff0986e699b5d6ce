"""Pictures of a round's statistics, walked by keys: never a single mark, and each mark of paint said in words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen

from committee_desk.domain.rater_statistics.findings import Bar, ClassSpread, Quartiles, Shift
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.rounds.walked import Walked
from committee_desk.wording.rater_statistics import bar_words, number, spread_words

SIDE, TALL, AXIS, BOX, TOP_SPACE = 14, 108, 20, 20, 18
FULL, LEAST_WIDE = 100, 40
ROW, NAME, VALUE = 22, 76, 48
LEAST_SCALE = 5.0
"""So many marks to each side are shown at least, so that small shifts look small."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ClassPicture(Walked):
    """How one class's marks for everybody together spread: columns, and beneath them the middle half and its ends."""

    def __init__(self, spread: ClassSpread, low: int) -> None:
        super().__init__(spread_words(spread), back=Qt.Key.Key_Left, on=Qt.Key.Key_Right)
        self._low = low
        self._bars: tuple[Bar, ...] = tuple(each for each in spread.bars if each.number)
        self._quartiles = spread.quartiles if isinstance(spread.quartiles, Quartiles) else None
        self._words = [bar_words(each) for each in self._bars]
        self.setFixedHeight(TOP_SPACE + TALL + AXIS + BOX)
        self.setToolTip(spread_words(spread))

    def words(self) -> Sequence[str]:
        """A column each."""
        return self._words

    def part_at(self, point: QPointF) -> int:
        """The nearest column."""
        away = [abs(self._box(each).center().x() - point.x()) for each in self._bars]
        return away.index(min(away))

    def _x(self, mark: float) -> float:
        return SIDE + (mark - self._low) / (FULL - self._low) * (self.width() - 2 * SIDE)

    def _box(self, bar: Bar) -> QRectF:
        """A column's area tells its number: one over a wider part is lower."""
        most = max(each.number / (each.high - each.low) for each in self._bars)
        high = bar.number / (bar.high - bar.low) / most * TALL
        left, right = self._x(max(bar.low, self._low)), self._x(bar.high)
        return QRectF(round(left) + 1, TOP_SPACE + TALL - high, max(2.0, round(right) - round(left) - 2), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Columns with their counts, the axis, the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11))
        for at, each in enumerate(self._bars):
            box = self._box(each)
            painter.setPen(QPen(colour("text"), 2) if at == self.at else Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent" if at == self.at else "bar"))
            painter.drawRect(box)
            painter.setPen(colour("sub"))
            above = QRectF(box.center().x() - 20, box.top() - 16, 40, 14)
            painter.drawText(above, _CENTRE, str(each.number))
        self._paint_axis(painter)
        self._paint_quartiles(painter)
        self.paint_focus(painter)
        painter.end()

    def _paint_axis(self, painter: QPainter) -> None:
        base = TOP_SPACE + TALL
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(SIDE, base, self.width() - SIDE, base)
        painter.setPen(colour("mut"))
        step = 10 if (self.width() - 2 * SIDE) / max(1, (FULL - self._low) / 10) >= LEAST_WIDE else 20
        for mark in range(self._low, FULL + 1, step):
            painter.drawText(QRectF(self._x(mark) - 16, base + 3, 32, AXIS - 5), _CENTRE, str(mark))

    def _paint_quartiles(self, painter: QPainter) -> None:
        five = self._quartiles
        if five is None:
            return
        middle = TOP_SPACE + TALL + AXIS + BOX / 2 - 2
        painter.setPen(QPen(colour("sub"), 1))
        painter.drawLine(QPointF(self._x(five.lowest), middle), QPointF(self._x(five.highest), middle))
        for end in (five.lowest, five.highest):
            painter.drawLine(QPointF(self._x(end), middle - 4), QPointF(self._x(end), middle + 4))
        painter.setPen(QPen(colour("accent"), 1))
        painter.setBrush(colour("accentbg"))
        left, right = self._x(five.lower), self._x(five.upper)
        painter.drawRect(QRectF(left, middle - 6, max(2.0, right - left), 12))
        painter.setPen(QPen(colour("accent"), 3))
        painter.drawLine(QPointF(self._x(five.middle), middle - 6), QPointF(self._x(five.middle), middle + 6))


class PersonBar(NamedTuple):
    """Somebody's line: the name, how far apart the marks lie (None: not told), and the same in words."""

    name: str
    value: float | None
    words: str


class PeoplePicture(Walked):
    """A bar a person: how far apart the marks for that person lie, all classes together."""

    def __init__(self, name: str, people: Sequence[PersonBar]) -> None:
        super().__init__(name, back=Qt.Key.Key_Up, on=Qt.Key.Key_Down)
        self._people = people
        self._most = max((each.value for each in people if each.value is not None), default=1.0) or 1.0
        self._name = max((metrics(13).horizontalAdvance(each.name) for each in people), default=NAME) + 12
        self.setFixedHeight(ROW * len(people) + 4)

    def words(self) -> Sequence[str]:
        """A person each."""
        return [each.words for each in self._people]

    def part_at(self, point: QPointF) -> int:
        """The person in that line."""
        return max(0, min(len(self._people) - 1, int((point.y() - 2) // ROW)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, bars, values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = min(self._name, self.width() // 3)
        room = self.width() - 2 * SIDE - name - VALUE
        for at, each in enumerate(self._people):
            top = 2 + at * ROW
            if at == self.at:
                painter.fillRect(QRectF(1, top, self.width() - 2, ROW), colour("sel"))
            painter.setFont(font(13))
            painter.setPen(colour("text"))
            said = metrics(13).elidedText(each.name, Qt.TextElideMode.ElideRight, name - 6)
            painter.drawText(QRectF(SIDE, top, name, ROW), _LEFT, said)
            painter.fillRect(QRectF(SIDE + name, top + 8, room, 6), colour("barbg"))
            if each.value is not None:
                painter.fillRect(QRectF(SIDE + name, top + 8, room * each.value / self._most, 6), colour("bar"))
            painter.setPen(colour("sub"))
            value = number(each.value, 1) if each.value is not None else "—"
            painter.drawText(QRectF(self.width() - SIDE - VALUE, top, VALUE, ROW), _RIGHT, value)
        self.paint_focus(painter)
        painter.end()


class SignedShift(NamedTuple):
    """A signed rater's line: the name, the shift (None: not to be had), and the same in words."""

    name: str
    shift: Shift | None
    words: str


class ShiftPicture(Walked):
    """A dot a signed rater on the line of nought, with the interval in which it may lie."""

    def __init__(self, name: str, raters: Sequence[SignedShift]) -> None:
        super().__init__(name, back=Qt.Key.Key_Up, on=Qt.Key.Key_Down)
        self._raters = raters
        ends = [
            max(abs(e.shift.interval.low), abs(e.shift.interval.high), abs(e.shift.mean)) for e in raters if e.shift
        ]
        self._most = max([LEAST_SCALE, *(min(each, FULL / 2) for each in ends)])
        self._name = max((metrics(13).horizontalAdvance(each.name) for each in raters), default=NAME) + 12
        self.setFixedHeight(ROW * len(raters) + AXIS + 4)

    def words(self) -> Sequence[str]:
        """A rater each."""
        return [each.words for each in self._raters]

    def part_at(self, point: QPointF) -> int:
        """The rater in that line."""
        return max(0, min(len(self._raters) - 1, int((point.y() - 2) // ROW)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, the line of nought, dots with their intervals."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = min(self._name, self.width() // 3)
        left, wide = SIDE + name, self.width() - 2 * SIDE - name
        foot = 2 + ROW * len(self._raters)
        for at, each in enumerate(self._raters):
            top = 2 + at * ROW
            if at == self.at:
                painter.fillRect(QRectF(1, top, self.width() - 2, ROW), colour("sel"))
            painter.setFont(font(13))
            painter.setPen(colour("text"))
            said = metrics(13).elidedText(each.name, Qt.TextElideMode.ElideRight, name - 6)
            painter.drawText(QRectF(SIDE, top, name, ROW), _LEFT, said)
        painter.setPen(QPen(colour("line"), 1))
        nought = left + wide / 2
        painter.drawLine(QPointF(nought, 2), QPointF(nought, foot))
        for at, each in enumerate(self._raters):
            self._paint_shift(painter, each, 2 + at * ROW + ROW / 2, left, wide)
        painter.setFont(font(11))
        painter.setPen(colour("mut"))
        for mark in (-self._most, 0.0, self._most):
            x = left + (mark / self._most + 1) / 2 * wide
            painter.drawText(QRectF(min(x - 24, self.width() - 50), foot, 48, AXIS), _CENTRE, number(mark, 0))
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
