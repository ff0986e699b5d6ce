"""The picture of one class's marks, walked by keys: never a single mark, and each mark of paint said in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from committee_desk.domain.rater_statistics.findings import Bar, ClassSpread, Quartiles
from committee_desk.ui.common.theme import colour, font
from committee_desk.ui.rounds.walked import Walked
from committee_desk.wording.rater_statistics import bar_words, spread_words

SIDE, TALL, AXIS, BOX, TOP_SPACE = 14, 108, 20, 20, 18
FULL, LEAST_WIDE = 100, 40
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


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
            painter.drawText(above, CENTRE, str(each.number))
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
            painter.drawText(QRectF(self._x(mark) - 16, base + 3, 32, AXIS - 5), CENTRE, str(mark))

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
