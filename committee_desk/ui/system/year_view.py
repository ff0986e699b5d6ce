"""A year at a glance: twelve months painted, a focus day for the keyboard, days off and made-up days marked."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.ui.common.theme import colour, font
from committee_desk.wording.days import dated, month_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

CELL_WIDE, CELL_HIGH, HEAD, WEEK, BETWEEN, ACROSS = 22, 18, 21, 16, 14, 4
APART = 3
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class YearView(QWidget):
    """`day_opened(date)` on Enter or a double click."""

    day_opened = Signal(object)
    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._year = 2000
        self._listed: Mapping[date, CalendarDay] = {}
        self._held = True
        self._today = date(2000, 1, 1)
        self.day = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("年历"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Four months across, three down."""
        wide, high = 7 * CELL_WIDE, HEAD + WEEK + 6 * CELL_HIGH
        down = 12 // ACROSS
        return QSize(ACROSS * wide + (ACROSS - 1) * BETWEEN, down * high + (down - 1) * APART)

    def show_year(self, year: int, listed: Mapping[date, CalendarDay], today: date, *, held: bool) -> None:
        """Show this year with its listed days."""
        self._year, self._listed, self._today, self._held = year, listed, today, held
        if self.day.year != year:
            self.day = today if today.year == year else date(year, 1, 1)
        self._tell()
        self.update()

    def choose(self, day: date) -> None:
        """Put the focus day there."""
        if day.year == self._year:
            self.day = day
            self._tell()
            self.update()

    def say(self, day: date) -> str:
        """A day in words: 2026-02-14（周六），调休上班，春节."""
        listed = self._listed.get(day)
        if listed is None:
            word = tr("周末") if day.weekday() >= 5 else tr("工作日")
            return tr("{day}，{word}", day=dated(day), word=word)
        word = tr("放假") if listed.kind is DayKind.OFF else tr("调休上班")
        parts = (dated(day), word, dictionary_word(listed.name or ""), listed.document)
        return tr("，").join(part for part in parts if part)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.say(self.day))
        self.day_chosen.emit(self.day)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # -- geometry --------------------------------------------------------------------------------------------------

    def _corner(self, month: int) -> QPoint:
        column, row = (month - 1) % ACROSS, (month - 1) // ACROSS
        return QPoint(column * (7 * CELL_WIDE + BETWEEN), row * (HEAD + WEEK + 6 * CELL_HIGH + APART))

    def _cell(self, day: date) -> QRect:
        corner = self._corner(day.month)
        place = day.day - 1 + date(day.year, day.month, 1).weekday()
        return QRect(
            corner.x() + place % 7 * CELL_WIDE, corner.y() + HEAD + WEEK + place // 7 * CELL_HIGH, CELL_WIDE, CELL_HIGH
        )

    def _day_at(self, at: QPoint) -> date | None:
        days = (date(self._year, 1, 1) + timedelta(days=n) for n in range(366))
        return next((day for day in days if day.year == self._year and self._cell(day).contains(at)), None)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Twelve months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)
        painter.end()

    def _paint_month(self, painter: QPainter, month: int) -> None:
        corner = self._corner(month)
        painter.setFont(font(13, 700))
        painter.setPen(colour("text"))
        painter.drawText(
            QRect(corner.x() + 6, corner.y(), 120, HEAD), int(Qt.AlignmentFlag.AlignVCenter), month_name(month)
        )
        painter.setFont(font(11))
        painter.setPen(colour("mut"))
        for at, word in enumerate((tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日"))):
            painter.drawText(QRect(corner.x() + at * CELL_WIDE, corner.y() + HEAD, CELL_WIDE, WEEK), CENTRE, word)
        for number in range(1, monthrange(self._year, month)[1] + 1):
            self._paint_day(painter, date(self._year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box = self._cell(day).adjusted(1, 1, -1, -1)
        listed = self._listed.get(day)
        if listed is not None and listed.kind is DayKind.OFF:
            painter.fillRect(box, colour("off"))
            painter.fillRect(box, QBrush(colour("line"), Qt.BrushStyle.BDiagPattern))
        elif listed is not None:
            painter.setPen(QPen(colour("text"), 1))
            painter.setBrush(colour("accentbg"))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
        elif day.weekday() >= 5:
            painter.fillRect(box, colour("off"))
        weekend = day.weekday() >= 5 and listed is None
        painter.setFont(font(12, 500 if listed is not None else 400))
        painter.setPen(colour("mut" if weekend or (listed and listed.kind is DayKind.OFF) else "text"))
        painter.drawText(box, CENTRE, str(day.day))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._today:
            painter.setPen(QPen(colour("text"), 2))
            painter.drawRoundedRect(box, 3, 3)
        if day == self.day:
            painter.setPen(QPen(colour("accent"), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)

    # -- keyboard and mouse ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by day and week, Page keys by month, Enter opens."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.choose(self.day + timedelta(days=STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            month = self.day.month + (1 if key == Qt.Key.Key_PageDown else -1)
            if 1 <= month <= 12:
                self.choose(self.day.replace(month=month, day=min(self.day.day, monthrange(self._year, month)[1])))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day."""
        self.setFocus()
        if (day := self._day_at(event.position().toPoint())) is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day."""
        if (day := self._day_at(event.position().toPoint())) is not None:
            self.day_opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the stronger ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the weaker ring."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.say(day) if day else "", self)
            return True
        return super().event(event)
