"""The header of a list table: headings aligned as their columns, a small mark where the order stands."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import colour, font, metrics

SIDE, MARK, SPACE, MARK_AIR = 8, 12, 2, 3
"""`MARK_AIR` is what the mark's picture leaves empty at its edges."""


class ColumnHead(QHeaderView):
    """Painted here, because the style sheet's sort arrow takes the heading's room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMouseTracking(True)

    @staticmethod
    def room_for(heading: str) -> int:
        """The width in which a heading stands whole."""
        return metrics(13).horizontalAdvance(heading) + 2 * SIDE + 1

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """One heading."""
        painter.save()
        under = self.rect().contains(self.mapFromGlobal(self.cursor().pos()))
        hot = under and self.logicalIndexAt(self.mapFromGlobal(self.cursor().pos())) == logicalIndex
        painter.fillRect(rect, colour("hover" if hot else "head"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        ordered = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        alignment = self.model().headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        ) or int(Qt.AlignmentFlag.AlignVCenter)
        inner = rect.adjusted(SIDE, 0, -SIDE, -1)
        said = metrics(13).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - SIDE)
        painter.setFont(font(13))
        painter.setPen(colour("text" if ordered else "sub"))
        painter.drawText(inner.adjusted(-4, 0, 4, 0) if alignment & Qt.AlignmentFlag.AlignHCenter else inner,
                         int(alignment) | int(Qt.TextFlag.TextDontClip), said)  # fmt: skip
        if ordered:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            place = mark_place(inner, metrics(13).horizontalAdvance(said), Qt.AlignmentFlag(alignment))
            paint_icon(painter, "chevron-up" if up else "chevron-down", "sub", place)
        painter.restore()


def mark_place(inner: QRect, wide: int, alignment: Qt.AlignmentFlag) -> QRectF:
    """Right of the heading, which is `wide`; where the column is aligned right, in the space beside its figures."""
    if alignment & Qt.AlignmentFlag.AlignRight:
        left = inner.right() - MARK_AIR + 1
    elif alignment & Qt.AlignmentFlag.AlignHCenter:
        left = inner.center().x() + wide // 2 + SPACE
    else:
        left = inner.left() + wide + SPACE
    left = min(left, inner.right() + SIDE - MARK + MARK_AIR - 1)
    return QRectF(left, inner.center().y() - MARK // 2 + 1, MARK, MARK)
