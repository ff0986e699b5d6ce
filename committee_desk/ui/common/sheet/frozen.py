"""Columns of a sheet that stay in sight while the others are scrolled sideways."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from committee_desk.ui.common.sheet.cells import paint_cell, paint_frame, paint_hairline
from committee_desk.ui.common.sheet.going import Place
from committee_desk.ui.common.sheet.model import Index, SheetModel
from committee_desk.ui.common.theme import colour

if TYPE_CHECKING:
    from committee_desk.ui.common.sheet.editor import CellEditor

LEAST_MOVING = 80
"""Columns are frozen only where so much is left beside them."""


class FrozenTable(QTableView):
    """One view alone: frozen cells are painted over the others, and found where they are seen."""

    scrolled = Signal()
    """Cells lie elsewhere now, or what is being typed has begun or ended."""
    resized = Signal()
    """There is more or less room for the columns."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.editor: CellEditor | None = None

    @property
    def here(self) -> Place | None:
        """The active cell."""
        index = self.currentIndex()
        return Place(index.row(), index.column()) if index.isValid() else None

    def shaded(self, place: Place) -> bool:
        """Whether a cell is tinted as selected."""
        return self.selectionModel().isSelected(self._index(place))

    def _index(self, place: Place) -> QModelIndex:
        return self.rows.index(place.line, place.column)

    @property
    def frozen(self) -> int:
        """How many columns stay in sight; all must leave room for one that moves."""
        return sum(column.frozen for column in self.rows.columns)

    @property
    def _frozen_room(self) -> int:
        """The width of the frozen columns; 0 where the view is too narrow to keep them."""
        wide = sum(self.columnWidth(at) for at in range(self.frozen))
        return wide if wide < self.viewport().width() - LEAST_MOVING else 0

    @property
    def frozen_width(self) -> int:
        """The width that frozen columns cover while the others are scrolled away under them; else 0."""
        return self._frozen_room if self.horizontalScrollBar().value() else 0

    def frozen_left(self, column: int) -> int:
        """Where a frozen column begins."""
        return sum(self.columnWidth(at) for at in range(column))

    def frozen_at(self, x: int) -> int:
        """The frozen column over that place; -1 when there is none."""
        if not 0 <= x < self.frozen_width:
            return -1
        return next(at for at in range(self.frozen) if x < self.frozen_left(at + 1))

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen."""
        box = super().visualRect(index)
        if index.isValid() and index.column() < self.frozen and self.frozen_width:
            box.moveLeft(self.frozen_left(index.column()))
        return box

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """The cell seen there."""
        column = self.frozen_at(pos.x())
        return self.rows.index(self.rowAt(pos.y()), column) if column >= 0 else super().indexAt(pos)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell out from under the frozen columns; those are always in sight."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not index.isValid():
            return
        if index.column() < self.frozen and self._frozen_room:
            bar.setValue(before)
            return
        hidden = self.frozen_width - self.columnViewportPosition(index.column())
        if hidden > 0 and index.column() >= self.frozen:
            bar.setValue(max(bar.value() - hidden, 0))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Pixels of frozen columns must not wander."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.horizontalHeader().viewport().update()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over the cells follows."""
        super().resizeEvent(event)
        self.resized.emit()
        self._lay_out()

    def _lay_out(self) -> None:
        if self.editor is not None:
            self.updateEditorGeometries()
            self.editor.raise_()
        self.scrolled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, the frozen ones over the others, the frame of the active one."""
        painter = QPainter(self.viewport())
        frozen, dirty = self.frozen_width, event.rect()
        painter.fillRect(dirty, colour("surface"))
        if self.rows.keys and self.rows.columns:
            near = dirty.adjusted(-1, -1, 2, 2)  # frames reach over the line before them
            lines = self._lines_in(near)
            first = self.frozen if frozen else 0
            painter.setClipRect(self.viewport().rect().adjusted(frozen, 0, 0, 0))
            places = [(at, self.columnViewportPosition(at)) for at in range(first, len(self.rows.columns))]
            self._paint(painter, near, lines, places)
            if frozen:
                painter.setClipRect(QRect(0, 0, frozen, self.viewport().height()))
                painter.fillRect(dirty, colour("surface"))
                self._paint(painter, near, lines, [(at, self.frozen_left(at)) for at in range(self.frozen)])
                painter.fillRect(QRect(frozen - 1, dirty.top(), 1, dirty.height()), colour("line"))
            self._paint_frame(painter)
        painter.end()

    def _lines_in(self, area: QRect) -> range:
        first, last = self.rowAt(max(area.top(), 0)), self.rowAt(area.bottom())
        return range(max(first, 0), (last if last >= 0 else len(self.rows.keys) - 1) + 1)

    def _paint(self, painter: QPainter, near: QRect, lines: range, columns: Sequence[tuple[int, int]]) -> None:
        """The lines between the cells first, then the cells."""
        boxes = [(at, left, wide) for at, left in columns if left <= near.right()
                 and left + (wide := self.columnWidth(at)) > near.left()]  # fmt: skip
        if not boxes or not lines:
            return
        high = self.verticalHeader().defaultSectionSize()
        above = self.rowViewportPosition(lines[0])
        left, right = boxes[0][1], boxes[-1][1] + boxes[-1][2]
        for at in range(1, len(lines) + 1):
            paint_hairline(painter, QRect(left, above + at * high - 1, right - left, 1))
        for _column, start, wide in boxes:
            paint_hairline(painter, QRect(start + wide - 1, above, 1, high * len(lines)))
        for at, line in enumerate(lines):
            for column, start, wide in boxes:
                place = Place(line, column)
                box = QRect(start, above + at * high, wide, high)
                paint_cell(painter, box, self.rows, place, chosen=self.shaded(place))

    def _paint_frame(self, painter: QPainter) -> None:
        here = self.here
        if here is None or self.editor is not None:
            return
        frozen = 0 if here.column < self.frozen else self.frozen_width
        painter.setClipRect(self.viewport().rect().adjusted(frozen, 0, 0, 0))
        paint_frame(painter, self.visualRect(self.currentIndex()), "accent" if self.hasFocus() else "ctl")
