"""The spread of totals on one line: a dot a person, the quota line, the selected person ringed."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.domain.exact import figure
from committee_desk.domain.scores import Grade, PersonScore
from committee_desk.ui.common.theme import colour, font
from committee_desk.ui.ranking.rows import NOBODY, PeopleRows
from committee_desk.wording.language import tr

DOT = 3.0
STEP = 8.0
AXIS = 17
HEAD = 14


class SpreadStrip(QWidget):
    """Where everybody's total lies. Left and right walk along the dots, a click takes the nearest."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = NOBODY
        self._selected: str | None = None
        self._line: int | None = None
        self._range = 7000, 10000
        self._centres: dict[str, QPointF] = {}
        self._columns: tuple[int, Counter[int]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(140)
        self.setFixedHeight(48)
        self.setAccessibleName(tr("总分分布"))

    def sizeHint(self) -> QSize:
        """As wide as the picture in the design."""
        return QSize(300, 48)

    def show_people(self, people: PeopleRows, line: int | None) -> None:
        """Show those of them who are ranked; `line` is where the quota line is drawn, in hundredths."""
        self._people, self._line, self._centres, self._columns = people, line, {}, None
        totals = people.tally.totals
        low = min(totals) // 1000 * 1000 if totals else 7000
        high = -(-max(totals) // 1000) * 1000 if totals else 10000
        self._range = low, max(high, low + 1000)
        self.setAccessibleDescription(self._summary())
        self.setToolTip(self._summary())
        self.update()

    def select(self, code: str | None) -> None:
        """Ring this person."""
        self._selected = code
        self.update()

    @property
    def _least_excellent(self) -> int | None:
        last = self._people.last_given
        return None if last is None else self._people.in_order[last].score.total

    def _summary(self) -> str:
        totals = self._people.tally.totals
        if not totals:
            return tr("没有参加排名的人")
        count, low, high = self._people.tally.ranked, min(totals), max(totals)
        said = tr("{count} 人，最低 {low}，最高 {high}", count=count, low=figure(low), high=figure(high))
        least = self._least_excellent
        return said + (tr("，建议优秀的最低 {least}", least=figure(least)) if least is not None else "")

    def _x(self, total: int) -> float:
        low, high = self._range
        return round(12 + (total - low) * (self.width() - 24) / (high - low))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axis, quota line, dots, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - AXIS
        self._paint_axis(painter, base)
        self._paint_line(painter, base)
        self._paint_dots(painter, base)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_axis(self, painter: QPainter, base: int) -> None:
        low, high = self._range
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(QPointF(self._x(low), base + 0.5), QPointF(self._x(high), base + 0.5))
        painter.setFont(font(11))
        ten = 1000 * max(1, (high - low) // 1000 // max(1, (self.width() // 48)))
        for tick in range(low, high + 1, ten):
            x = self._x(tick)
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(x + 0.5, base), QPointF(x + 0.5, base + 3))
            painter.setPen(colour("mut"))
            painter.drawText(QRectF(x - 20, base + 3, 40, AXIS - 3), Qt.AlignmentFlag.AlignCenter, str(tick // 100))

    def _paint_line(self, painter: QPainter, base: int) -> None:
        if self._line is None:
            return
        x = self._x(self._line)
        painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x + 0.5, 4), QPointF(x + 0.5, base))
        painter.setPen(colour("accent"))
        painter.drawText(QRectF(x - 84, 0, 80, HEAD), Qt.AlignmentFlag.AlignRight, tr("名额线"))

    def _paint_dots(self, painter: QPainter, base: int) -> None:
        """Dots stacked by column; where a column would not hold them, bars whose height stands for how many."""
        room = base - HEAD - 2
        columns = self._counted()
        if max(columns.values(), default=0) * STEP > room + STEP:
            self._paint_bars(painter, base, columns, room)
        else:
            self._paint_stacks(painter, base)
        chosen = self._people.by_code.get(self._selected or "")
        if chosen is not None and chosen.place is not None:
            self._paint_ring(painter, self._centre(chosen.score, base))

    def _counted(self) -> Counter[int]:
        """How many dots each column holds; counted anew only when the width or the dots change."""
        if self._columns is None or self._columns[0] != self.width():
            columns: Counter[int] = Counter()
            for total, count in self._people.tally.totals.items():
                columns[self._column(total)] += count
            self._columns = self.width(), columns
        return self._columns[1]

    def _paint_bars(self, painter: QPainter, base: int, columns: Counter[int], room: int) -> None:
        tallest = max(columns.values())
        least = self._least_excellent
        first_excellent = self.width() if least is None else self._column(least)
        for column, count in columns.items():
            high = max(1, round(room * count / tallest))
            role = "accent" if column >= first_excellent else "bar"
            painter.fillRect(QRectF(column * STEP + 1, base - high, STEP - 2, high), colour(role))

    def _paint_stacks(self, painter: QPainter, base: int) -> None:
        height: Counter[int] = Counter()
        painter.setPen(Qt.PenStyle.NoPen)
        self._centres = {}
        for dot in self._people.from_below:
            column = self._column(dot.total)
            centre = QPointF(self._x(dot.total), base - 5 - height[column] * STEP)
            height[column] += 1
            self._centres[dot.code] = centre
            painter.setBrush(colour("accent" if dot.proposed_grade is Grade.EXCELLENT else "bar"))
            painter.drawEllipse(centre, DOT, DOT)

    def _centre(self, dot: PersonScore, base: int) -> QPointF:
        return self._centres.get(dot.code, QPointF(self._x(dot.total), base - 5))

    @staticmethod
    def _paint_ring(painter: QPainter, centre: QPointF) -> None:
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(centre, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(centre, DOT, DOT)

    def _column(self, total: int) -> int:
        return int(self._x(total) // STEP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the person whose dot is nearest."""
        if dots := self._people.from_below:
            nearest = min(dots, key=lambda dot: abs(self._x(dot.total) - event.position().x()))
            self.picked.emit(nearest.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk to the next lower or higher total."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        dots = self._people.from_below
        if step is None or not dots:
            super().keyPressEvent(event)
            return
        at = next((i for i, dot in enumerate(dots) if dot.code == self._selected), -1)
        self.picked.emit(dots[max(0, min(len(dots) - 1, at + step))].code)
