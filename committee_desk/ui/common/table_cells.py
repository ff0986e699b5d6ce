"""The one delegate that paints a list table: text by style, chips, rule lines, the selected row's edge."""

from collections.abc import Iterable
from heapq import nlargest
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from committee_desk.ui.common.chips import chip_width, paint_chip
from committee_desk.ui.common.columns import Column, Rule, Style
from committee_desk.ui.common.table_model import CHIP_ROLE, Index, TableModel, alignment
from committee_desk.ui.common.theme import colour, font, metrics

SIDE = 8
_WEIGHTS = {Style.BODY: 400, Style.NAME: 500, Style.TOTAL: 700, Style.SUB: 400}


class CellPainter(QStyledItemDelegate):
    """Paints cells straight from the model; Qt's own cell drawing through the style sheet is many times slower."""

    def __init__(self, model: TableModel[Any], height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._height = model, height

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for the text, for a double click on the header's edge."""
        column = self._model.spec.columns[index.column()]
        chip = index.data(CHIP_ROLE)
        text = metrics(14, _WEIGHTS[column.style]).horizontalAdvance(str(index.data() or ""))
        return QSize((chip_width(chip) if chip else text) + 2 * SIDE + 2, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        line = self._model.lines[index.row()]
        if isinstance(line, Rule):
            _paint_rule(painter, box, line)
            return
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, colour("sel"))
        elif index.row() == self._model.hovered:
            painter.fillRect(box, colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colour("hair"))
        if chosen and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height() - 1), colour("accent"))
        self._paint_content(painter, box, index)

    def _paint_content(self, painter: QPainter, box: QRect, index: Index) -> None:
        column = self._model.spec.columns[index.column()]
        row = self._model.lines[index.row()]
        chip = column.chip(row) if column.chip else None
        inner = box.adjusted(SIDE, 0, -SIDE, 0)
        if chip is not None:
            paint_chip(painter, chip, inner.left(), box, inner.width() + SIDE)
            return
        text = column.text(row)
        if not text:
            return
        size, weight = (13, 400) if column.style is Style.SUB else (14, _WEIGHTS[column.style])
        painter.setFont(font(size, weight))
        painter.setPen(colour(self._role(column, row)))
        said = metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 2)
        painter.drawText(inner, int(alignment(column)), said)

    def _role(self, column: Column[Any], row: Any) -> str:  # noqa: ANN401 - whatever the page's rows are
        role = column.role(row) if column.role else None
        if role:
            return role
        if self._model.spec.dim and self._model.spec.dim(row):
            return "mut"
        return "sub" if column.style is Style.SUB else "text"


MEASURED = 100
"""So many of the longest texts of a column are measured: a list of ten thousand must not wait for its widths."""


def room_for_all(column: Column[Any], rows: Iterable[Any]) -> int:
    """The width in which what the column says of each of these rows stands whole."""
    texts = {column.text(row): row for row in rows}
    if column.chip:
        chips = [column.chip(row) for row in texts.values()]
        return max((chip_width(chip) for chip in chips if chip is not None), default=0) + SIDE + 4
    fonts = metrics(13) if column.style is Style.SUB else metrics(14, _WEIGHTS[column.style])
    likely = nlargest(MEASURED, texts, key=lambda text: len(text.encode()))  # a Chinese character is three bytes wide
    return max(map(fonts.horizontalAdvance, likely), default=0) + 2 * SIDE + 1


def _paint_rule(painter: QPainter, box: QRect, rule: Rule) -> None:
    """The sentence, and the line through the middle on both sides of it."""
    middle, left = box.top() + box.height() // 2, box.left() + 22
    wide = metrics(12, 500).horizontalAdvance(rule.text)
    if rule.line:
        painter.fillRect(QRect(box.left(), middle, 14, 1), colour(rule.role))
        painter.fillRect(QRect(left + wide + 10, middle, box.right() - left - wide - 9, 1), colour(rule.role))
    painter.setFont(font(12, 500))
    painter.setPen(colour(rule.role))
    painter.drawText(
        box.adjusted(22, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), rule.text
    )
