"""Headings and line numbers of a sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from committee_desk.ui.common.sheet.cells import paint_hairline
from committee_desk.ui.common.theme import colour, font, metrics

if TYPE_CHECKING:
    from committee_desk.ui.common.sheet.view import SheetView

SIDE = 8


class SheetHead(QHeaderView):
    """Headings aligned as their columns; those of frozen columns stay. A click selects the column."""

    def __init__(self, view: "SheetView") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(32)

    @staticmethod
    def room_for(heading: str) -> int:
        """The width in which a heading stands whole."""
        return metrics(13).horizontalAdvance(heading) + 2 * SIDE + 1

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """One heading."""
        model = self.model()
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        beside = model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        here = self._view.currentIndex().column() == logicalIndex
        painter.fillRect(rect, colour("head"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height() - 1), colour("hair"))
        painter.setFont(font(13, 500 if here else 400))
        painter.setPen(colour("text" if here else "sub"))
        said = metrics(13, 500).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - SIDE)
        painter.drawText(rect.adjusted(SIDE, 0, -SIDE, -1), int(beside) | int(Qt.TextFlag.TextDontClip), said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frozen headings over the others."""
        super().paintEvent(event)
        view = self._view
        if not view.frozen_width:
            return
        painter = QPainter(self.viewport())
        for column in range(view.frozen):
            box = QRect(view.frozen_left(column), 0, view.columnWidth(column), self.height())
            self.paintSection(painter, box, column)
        painter.fillRect(QRect(view.frozen_width - 1, 0, 1, self.height()), colour("line"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading that lies over others is the one that is meant."""
        column = self._view.frozen_at(event.position().toPoint().x())
        if column >= 0:
            self._view.selectColumn(column)
            return
        super().mousePressEvent(event)


class LineNumbers(QHeaderView):
    """Small numbers at the left; the active line's stands out. A click selects the line."""

    def __init__(self, view: "SheetView") -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """One number."""
        here = self._view.currentIndex().row() == logicalIndex
        painter.fillRect(rect, colour("head"))
        paint_hairline(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour("line"))
        painter.setFont(font(12, 700 if here else 400))
        painter.setPen(colour("accent" if here else "sub"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(logicalIndex + 1))
