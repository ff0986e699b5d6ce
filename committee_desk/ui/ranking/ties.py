"""Paints the ranking's cells, with a bracket round people whom only the committee can tell apart."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from committee_desk.ui.common.table_cells import CellPainter
from committee_desk.ui.common.table_model import Index
from committee_desk.ui.common.theme import colour
from committee_desk.ui.ranking.rows import RankingRow

LEFT, THICK, TIP = 6, 2, 6


class TiePaint(CellPainter):
    """The bracket runs through the quota line between the equals."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and in the first column its piece of the bracket."""
        super().paint(painter, option, index)
        if index.column() == 0 and self._inside(index.row()):
            box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
            self._paint_bracket(painter, box, index.row())

    def _tied(self, line: int) -> bool:
        lines = self._model.lines
        row = lines[line] if 0 <= line < len(lines) else None
        return isinstance(row, RankingRow) and row.tied

    def _inside(self, line: int) -> bool:
        """A tied person, or the rule row between two of them."""
        return self._tied(line) or (self._tied(line - 1) and self._tied(line + 1))

    def _paint_bracket(self, painter: QPainter, box: QRect, line: int) -> None:
        first, last = not self._inside(line - 1), not self._inside(line + 1)
        top, bottom = box.top() + (4 if first else 0), box.bottom() - (4 if last else -1)
        left = box.left() + LEFT
        painter.fillRect(QRect(left, top, THICK, bottom - top), colour("warn"))
        if first:
            painter.fillRect(QRect(left, top, TIP, THICK), colour("warn"))
        if last:
            painter.fillRect(QRect(left, bottom - THICK, TIP, THICK), colour("warn"))
