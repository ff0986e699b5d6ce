"""A year at a glance: twelve months painted, a focus day for the keyboard, days off and made-up days marked."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.ui.common.day_picture import CENTRE, DayPicture, hatch, weekday_words
from committee_desk.ui.common.theme import colour, font
from committee_desk.wording.days import dated, month_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

CELL_WIDE, CELL_HIGH, HEAD, WEEK, BETWEEN, ACROSS = 22, 18, 21, 16, 14, 4
APART = 3


class YearView(DayPicture):
    """`day_opened(date)` on Enter or a double click."""

    day_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("年历"))
        self._year = 2000
        self._listed: Mapping[date, CalendarDay] = {}
        self._today = self.day = date(2000, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Four months across, three down."""
        wide, high = 7 * CELL_WIDE, HEAD + WEEK + 6 * CELL_HIGH
        down = 12 // ACROSS
        return QSize(ACROSS * wide + (ACROSS - 1) * BETWEEN, down * high + (down - 1) * APART)

    def show_year(self, year: int, listed: Mapping[date, CalendarDay], today: date) -> None:
        """Show this year with its listed days."""
        self._year, self._listed, self._today = year, listed, today
        if self.day.year != year:
            self.day = today if today.year == year else date(year, 1, 1)
        self.tell()
        self.update()

    def has(self, day: date) -> bool:
        """Whether it is of the year."""
        return day.year == self._year

    def say(self, day: date) -> str:
        """A day in words: 2026-02-14（周六），调休上班，春节."""
        listed = self._listed.get(day)
        if listed is None:
            word = tr("周末") if day.weekday() >= 5 else tr("工作日")
            return tr("{day}，{word}", day=dated(day), word=word)
        word = tr("放假") if listed.kind is DayKind.OFF else tr("调休上班")
        parts = (dated(day), word, dictionary_word(listed.name or ""), listed.document)
        return tr("，").join(part for part in parts if part)

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

    def day_at(self, at: QPoint) -> date | None:
        """The day painted there."""
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
        for at, word in enumerate(weekday_words()):
            painter.drawText(QRect(corner.x() + at * CELL_WIDE, corner.y() + HEAD, CELL_WIDE, WEEK), CENTRE, word)
        for number in range(1, monthrange(self._year, month)[1] + 1):
            self._paint_day(painter, date(self._year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box = self._cell(day).adjusted(1, 1, -1, -1)
        listed = self._listed.get(day)
        if listed is not None and listed.kind is DayKind.OFF:
            painter.fillRect(box, colour("off"))
            hatch(painter, box)
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
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            month = self.day.month + (1 if key == Qt.Key.Key_PageDown else -1)
            if 1 <= month <= 12:
                self.choose(self.day.replace(month=month, day=min(self.day.day, monthrange(self._year, month)[1])))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day."""
        if (day := self.day_at(event.position().toPoint())) is not None:
            self.day_opened.emit(day)
