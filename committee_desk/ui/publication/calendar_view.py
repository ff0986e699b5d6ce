"""The calendar of the window: days that counted, days that will, days off and made up for, today and the cut-off."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from committee_desk.domain.publication import MIDNIGHT
from committee_desk.services.publication_views import DayKind, DayRole, ShownDay
from committee_desk.ui.common.day_picture import CENTRE, WEEK, DayPicture, hatch, weekday_words
from committee_desk.ui.common.theme import colour, font
from committee_desk.ui.publication.day_cell import DayCell, badge_of, laid, least_wide
from committee_desk.ui.publication.days import CalendarPicture
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.publications import day_in_words

HEAD, LEAST_HIGH, HIGH = 28, 50, 58
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WindowCalendar(DayPicture):
    """Each day says what it is to the window, and why."""

    def __init__(self) -> None:
        super().__init__(tr("公示期日历"))
        self._shown: CalendarPicture | None = None
        self.setMinimumWidth(WEEK * least_wide() + 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_days(self, shown: CalendarPicture) -> None:
        """Show this window as it stands today."""
        self._shown = shown
        if not self.has(self.day):
            self.day = shown.today if shown.of(shown.today) else shown.posted
        self.setMinimumHeight(HEAD + self._weeks * LEAST_HIGH + 1)
        self.setMaximumHeight(HEAD + self._weeks * HIGH + 1)
        self.tell()
        self.update()

    @property
    def _weeks(self) -> int:
        return len(self._shown.days) // WEEK if self._shown is not None else 0

    def sizeHint(self) -> QSize:
        """As high as its weeks need; it takes more where there is more."""
        return QSize(370, HEAD + max(1, self._weeks) * LEAST_HIGH + 1)

    def has(self, day: date) -> bool:
        """Whether the picture shows that day."""
        return self._shown is not None and self._shown.of(day) is not None

    def say(self, day: date) -> str:
        """A day in words: 2026-02-14（周六），周六调休上班，计第 5 天，17:30 截止，今天."""
        shown = self._shown
        told = shown.of(day) if shown is not None else None
        if shown is None or told is None:
            return ""
        parts = [day_in_words(told) if told.role is not DayRole.NONE or told.kind is not DayKind.WORKING
                 else tr("{day}，工作日", day=dated(day))]  # fmt: skip
        if day == shown.last_day:
            parts.append(tr("当日结束时截止") if shown.cut_off == MIDNIGHT else tr("{time} 截止", time=shown.cut_off))
        if day == shown.today:
            parts.append(tr("今天"))
        return tr("，").join(parts)

    # -- geometry --------------------------------------------------------------------------------------------------

    def _cell(self, at: int) -> QRect:
        wide, high = (self.width() - 1) / WEEK, (self.height() - 1 - HEAD) / max(1, self._weeks)
        row, column = divmod(at, WEEK)
        left, top = round(column * wide), HEAD + round(row * high)
        return QRect(left, top, round((column + 1) * wide) - left, HEAD + round((row + 1) * high) - top)

    def day_at(self, at: QPoint) -> date | None:
        """The day painted there."""
        days = self._shown.days if self._shown is not None else ()
        return next((day.day for n, day in enumerate(days) if self._cell(n).contains(at)), None)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The weekdays, then the weeks."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setFont(font(13))
        painter.setPen(colour("sub"))
        for at, word in enumerate(weekday_words()):
            painter.drawText(QRect(self._cell(at).left(), 0, self._cell(at).width(), HEAD - 4), CENTRE, word)
        for at, day in enumerate(self._shown.days):
            self._paint_day(painter, self._cell(at), day)
        for at, day in enumerate(self._shown.days):  # rings last: the neighbours' grounds would lie over them
            self._paint_rings(painter, self._cell(at), day)
        painter.end()

    def _paint_day(self, painter: QPainter, box: QRect, day: ShownDay) -> None:
        ground, ink, note = self._colours(day)
        painter.fillRect(box, ground)
        if day.kind is DayKind.OFF and day.role is not DayRole.COUNTED:
            hatch(painter, box)
        painter.setPen(QPen(colour("hair"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        cell = laid(box, day)
        painter.setFont(cell.font)
        painter.setPen(ink)
        painter.drawText(cell.number, LEFT, cell.text)
        self._paint_words(painter, cell, self._words(day), note)
        if cell.badge is not None:
            self._paint_badge(painter, cell.badge, badge_of(day), ink)

    def _words(self, day: ShownDay) -> list[str]:
        """What stands under the number of the day."""
        shown = self._shown
        if shown is None or day.role is DayRole.NONE:
            return []
        if day.role is DayRole.POSTED:
            return [tr("张贴")]
        if day.role is DayRole.LOST:
            return [tr("不计")]
        words = [tr("第 {nth} 天", nth=day.nth)]
        if day.day == shown.last_day and shown.cut_off != MIDNIGHT:
            words.append(shown.cut_off)
        return words

    def _paint_words(self, painter: QPainter, cell: DayCell, words: list[str], ink: QColor) -> None:
        inner = cell.inner
        painter.setPen(ink)
        painter.setFont(font(11 if len(words) > 1 or cell.tight else 12, 500))
        line = 13 if len(words) > 1 else 16
        top = min(inner.top() + (19 if len(words) > 1 else 22), inner.bottom() - line * len(words) + 1)
        for at, word in enumerate(words):
            painter.drawText(QRect(inner.left(), top + at * line, inner.width() + 2, line), LEFT, word)

    def _paint_badge(self, painter: QPainter, mark: QRect, word: str, ink: QColor) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark, 4, 4)
        painter.setFont(font(11, 500))
        painter.drawText(mark, CENTRE, word)
        painter.restore()

    def _colours(self, day: ShownDay) -> tuple[QColor, QColor, QColor]:
        """Ground, the number's colour, the words' colour."""
        shown = self._shown
        if day.role is DayRole.COUNTED and shown is not None:
            if day.day <= shown.today:
                return colour("fill"), colour("onfill"), colour("onfill")
            return colour("accentbg"), colour("text"), colour("accent")
        if day.role is DayRole.LOST:
            return colour("warnbg"), colour("text"), colour("warn")
        if day.kind in {DayKind.OFF, DayKind.WEEKEND}:
            return colour("off"), colour("mut"), colour("accent")
        return colour("surface"), colour("text"), colour("accent")

    def _paint_rings(self, painter: QPainter, box: QRect, day: ShownDay) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._shown is not None and day.day == self._shown.today:
            painter.setPen(QPen(colour("text"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, 0, 0), 2, 2)
        if day.day == self.day and self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(4, 4, -3, -3), 2, 2)

    # -- keyboard --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by day and week, Home and End to the posting and to the cut-off."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._shown is not None:
            self.choose(self._shown.posted if key == Qt.Key.Key_Home else self._shown.last_day)
        else:
            super().keyPressEvent(event)
