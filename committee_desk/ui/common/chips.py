"""Chips: a word on a tint, with a shape, so that colour never speaks alone. One painter for widgets and delegates."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import colour, font, metrics

HEIGHT, PADDING, MARK, SPACE = 20, 6, 13, 4
NEUTRAL, ACCENT, OK, WARN, BAD = "neu", "accent", "ok", "warn", "bad"


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip says: its word, its kind (neu, accent, ok, warn, bad), its icon and the reason in a tooltip."""

    text: str
    kind: str = NEUTRAL
    mark: str = ""
    why: str = ""


def chip_width(chip: Chip) -> int:
    """How wide the chip is."""
    return metrics(12, 500).horizontalAdvance(chip.text) + 2 * PADDING + (MARK + SPACE if chip.mark else 0)


def paint_chip(painter: QPainter, chip: Chip, left: int, row: QRect, widest: int | None = None) -> None:
    """Draw the chip at `left`, centred in the height of `row`, cut with an ellipsis at `widest`."""
    wide = min(chip_width(chip), widest) if widest is not None else chip_width(chip)
    box = QRectF(left, row.top() + (row.height() - HEIGHT) // 2, wide, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{chip.kind}bg"))
    painter.drawRoundedRect(box, 4, 4)
    inner = box.adjusted(PADDING, 0, -PADDING, 0)
    if chip.mark:
        paint_icon(painter, chip.mark, chip.kind, QRectF(inner.left(), box.top() + 3, MARK, MARK))
        inner.setLeft(inner.left() + MARK + SPACE)
    painter.setFont(font(12, 500))
    painter.setPen(colour(chip.kind))
    text = metrics(12, 500).elidedText(chip.text, Qt.TextElideMode.ElideRight, int(inner.width()) + 2)
    painter.drawText(inner.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class ChipLabel(QWidget):
    """A chip standing by itself."""

    def __init__(self, chip: Chip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip | None) -> None:
        """Say something else; None hides it."""
        self._chip = chip
        self.setVisible(chip is not None)
        if chip is not None:
            self.setAccessibleName(chip.text)
            self.setAccessibleDescription(chip.why)
            self.setToolTip(chip.why)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(chip_width(self._chip) if self._chip else 0, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._chip is not None:
            paint_chip(QPainter(self), self._chip, 0, self.rect(), self.width())
