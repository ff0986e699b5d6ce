"""One line of 工作台: what is owed, who or which, and the page it leads to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from committee_desk.services.views import Owed
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import LIST_ROW, colour, font, metrics
from committee_desk.wording.days import short
from committee_desk.wording.language import tr
from committee_desk.wording.overview import owed_detail, owed_title

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
MARKS = {
    "course_propose": "gavel", "course_approve": "gavel", "course_post": "speakerphone",
    "course_drift": "alert-triangle", "window_closes": "calendar-due", "window_to_close": "calendar-due",
    "staff_desk": "users", "effects_to_publish": "speakerphone",
    "results_barred": "alert-triangle", "results_to_decide": "gavel", "results_to_serve": "mail-forward",
    "results_to_sign": "pencil", "results_to_archive": "archive",
    "calendar_missing": "calendar-off", "next_calendar_missing": "calendar-plus", "no_people": "users",
    "no_cases": "briefcase", "unreviewed": "clipboard-check", "overdue": "clock", "unapproved_events": "writing-sign",
    "marks_owed": "user-check", "marks_odd": "alert-triangle", "charges_missing": "users",
    "reports_missing": "file-text",
    "without_leader_mark": "user-check", "without_ballots": "clipboard-list", "without_cases": "user-off",
    "tie_at_quota": "scale", "review_required": "gavel", "case_due": "clock",
}  # fmt: skip


class OwedLine(QAbstractButton):
    """A button as wide as its card: icon, title, detail, day, chevron."""

    def __init__(self, line: Owed, today: date, *, last: bool, act: Callable[[], object]) -> None:
        super().__init__()
        self._line, self._last = line, last
        self._title, self._detail = owed_title(line), owed_detail(line)
        self._right, self._role = _day_word(line, today)
        self.setFixedHeight(LIST_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(self._title)
        self.setAccessibleName(tr("，").join(part for part in (self._title, self._detail, self._right) if part))
        self.setToolTip(self._detail)
        self.clicked.connect(lambda _=False: act())

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(240, LIST_ROW)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hover away."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect()
        if self.underMouse():
            painter.fillRect(box, colour("hover"))
        role = "bad" if self._line.blocking else "warn" if self._role == "warn" else "sub"
        paint_icon(painter, MARKS.get(self._line.kind, "alert-circle"), role, QRectF(0, 13, 18, 18))
        right = box.right() - 24
        if self._right:
            painter.setFont(font(13, 500))
            painter.setPen(colour(self._role))
            painter.drawText(QRect(0, 0, right, box.height()), RIGHT, self._right)
            right -= metrics(13, 500).horizontalAdvance(self._right) + 12
        paint_icon(painter, "chevron-right", "mut", QRectF(box.right() - 15, 14, 16, 16))
        self._paint_words(painter, right)
        if not self._last:
            painter.fillRect(QRect(28, box.bottom(), box.width() - 28, 1), colour("hair"))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_words(self, painter: QPainter, right: int) -> None:
        room = right - 28
        painter.setFont(font(14))
        painter.setPen(colour("text"))
        title = metrics(14).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(28, 3, room, 21), LEFT, title)
        painter.setFont(font(12))
        painter.setPen(colour("mut"))
        detail = metrics(12).elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(28, 23, room, 18), LEFT, detail)


def _day_word(line: Owed, today: date) -> tuple[str, str]:
    if line.due is None:
        return "", "sub"
    left = (line.due - today).days
    if left < 0:
        return tr("已过期"), "bad"
    if left == 0:
        return tr("今天"), "bad"
    day = short(line.due)
    return (tr("明天 {day}", day=day), "warn") if left == 1 else (day, "sub")
