"""A picture whose parts are walked with the arrow keys, each said in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.ui.common.theme import colour


class Walked(QWidget):
    """Parts that the arrow keys walk over; `walked` says the one they stand on."""

    walked = Signal(str)

    def __init__(self, name: str, *, back: Qt.Key, on: Qt.Key) -> None:
        super().__init__()
        self.at, self._back, self._on = -1, back, on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(240)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(420, self.height())

    def words(self) -> Sequence[str]:
        """Each part in words."""
        raise NotImplementedError

    def part_at(self, point: QPointF) -> int:
        """Which part is there."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk."""
        last = len(self.words()) - 1
        goals = {self._back: max(0, self.at - 1), self._on: min(last, self.at + 1), Qt.Key.Key_Home: 0,
                 Qt.Key.Key_End: last}  # fmt: skip
        if (goal := goals.get(Qt.Key(event.key()))) is not None and last >= 0:
            self._go(goal)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the part under the pointer."""
        if self.words():
            self._go(self.part_at(event.position()))

    def _go(self, at: int) -> None:
        self.at = at
        said = self.words()[at]
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.walked.emit(said)
        self.update()

    def paint_focus(self, painter: QPainter) -> None:
        """A dotted edge while the keyboard is here."""
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
