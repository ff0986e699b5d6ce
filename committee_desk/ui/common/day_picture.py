"""What painted calendars share: a day that the keyboard walks, said aloud and under the pointer, and how days look."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from committee_desk.ui.common.theme import colour
from committee_desk.ui.common.tips import told_under_pointer
from committee_desk.wording.language import tr

WEEK = 7
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}


class DayPicture(QWidget):
    """Base of painted calendars: arrow keys walk from day to day. `day_chosen(date)` when the day is another."""

    day_chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    # -- for subclasses --------------------------------------------------------------------------------------------

    def has(self, day: date) -> bool:
        """Whether the picture shows that day."""
        raise NotImplementedError

    def say(self, day: date) -> str:
        """A day of the picture in words."""
        raise NotImplementedError

    def day_at(self, at: QPoint) -> date | None:
        """The day painted there."""
        raise NotImplementedError

    # -- what subclasses use ---------------------------------------------------------------------------------------

    def choose(self, day: date) -> None:
        """Put the focus day there."""
        if self.has(day):
            self.day = day
            self.tell()
            self.update()

    def tell(self) -> None:
        """Say the focus day, to the screen reader too while the picture has the focus."""
        self.setAccessibleDescription(self.say(self.day) if self.has(self.day) else "")
        self.day_chosen.emit(self.day)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # -- keyboard and mouse ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by day and week."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self.has(self.day):
            super().keyPressEvent(event)
        else:
            self.choose(self.day + timedelta(days=step))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day."""
        if (day := self.day_at(event.position().toPoint())) is not None:
            self.choose(day)

    def event(self, event: QEvent) -> bool:
        """Say the day under the pointer."""
        return told_under_pointer(self, event, self._said_at) or super().event(event)

    def _said_at(self, at: QPoint) -> str:
        day = self.day_at(at)
        return self.say(day) if day is not None else ""


def weekday_words() -> tuple[str, ...]:
    """The heads of the columns, Monday first."""
    return tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日")


def hatch(painter: QPainter, box: QRect) -> None:
    """Mark a day off by a notice, which is none by its weekday alone."""
    painter.fillRect(box, QBrush(colour("line"), Qt.BrushStyle.BDiagPattern))
