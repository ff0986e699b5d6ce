"""A picture of workbook cells: the rows round a source, with their letters and numbers, and its cells outlined."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.imports.outcomes import Excerpt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OUTLINED = int(Qt.ItemDataRole.UserRole)
ROW = 22
WIDEST = 160
NARROWEST = 44


class CellsModel(QAbstractTableModel):
    """The cells of an excerpt. `shown` are the columns to show, by their place in the excerpt."""

    def __init__(self) -> None:
        super().__init__()
        self._excerpt: Excerpt | None = None
        self._shown: tuple[int, ...] = ()
        self._rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
        self._outlined: frozenset[str] = frozenset()

    def show(self, excerpt: "Excerpt | None", outlined: frozenset[str], *, whole: bool) -> None:
        """Show an excerpt with the cells under these headings outlined in its row (none named: the whole row)."""
        self.beginResetModel()
        self._excerpt, self._outlined = excerpt, outlined
        headings = [heading for heading, _ in excerpt.headings] if excerpt else []
        self._shown = tuple(range(len(headings))) if whole else around(headings, outlined)
        rows = excerpt.rows if excerpt else ()
        at = next((i for i, (number, _) in enumerate(rows) if excerpt and number == excerpt.row), 0)
        self._rows = rows if whole else rows[max(0, at - 1) : at + 2]
        self.endResetModel()

    def place(self) -> tuple[int, int]:
        """Row and column of the first outlined cell, in the model."""
        row = next((i for i, (number, _) in enumerate(self._rows) if self._excerpt and number == self._excerpt.row), 0)
        column = next((i for i in range(len(self._shown)) if self._heading(i) in self._outlined), 0)
        return row, column

    def outlined(self, column: int) -> bool:
        """Whether that column holds an outlined cell."""
        return self._heading(column) in self._outlined

    def _heading(self, column: int) -> str:
        return self._excerpt.headings[self._shown[column]][0] if self._excerpt else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows of the excerpt."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns shown."""
        return 0 if parent.isValid() else len(self._shown)

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """The column's letter with its heading, and the row's number."""
        if self._excerpt is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if side == Qt.Orientation.Vertical:
            return str(self._rows[section][0]) if section < len(self._rows) else None
        heading, letter = self._excerpt.headings[self._shown[section]]
        return f"{letter} {heading}".strip()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """The cell as it stood in the workbook."""
        if not index.isValid() or self._excerpt is None:
            return None
        number, cells = self._rows[index.row()]
        text = cells[self._shown[index.column()]]
        outlined = number == self._excerpt.row and (
            not self._outlined or self._heading(index.column()) in self._outlined
        )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            letter = self._excerpt.headings[self._shown[index.column()]][1]
            said = tr("{cell} {text}", cell=f"{letter}{number}", text=text)
            return tr("来源 {said}", said=said) if outlined else said
        return outlined if role == OUTLINED else None


def around(headings: list[str], outlined: frozenset[str]) -> tuple[int, ...]:
    """The first column, which names the row, and the outlined ones, a single one with a neighbour: what a narrow
    panel holds."""
    places = [i for i, heading in enumerate(headings) if heading in outlined]
    if not places:
        return tuple(range(min(4, len(headings))))
    if len(places) > 1:
        return tuple(sorted({0, *places}))
    beside = places[0] - 1 if places[0] > 1 else places[0] + 1
    return tuple(sorted({0, *places, min(len(headings) - 1, beside)}))


class CellsPaint(QStyledItemDelegate):
    """Cells as a spreadsheet draws them; the source's with a 2 px edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        outlined = bool(index.data(OUTLINED))
        painter.fillRect(box, colour("accentbg" if outlined else "surface"))
        painter.setFont(font(12, 500 if outlined else 400))
        painter.setPen(colour("text" if outlined else "sub"))
        text = str(index.data() or "")
        numeric = text.replace(".", "", 1).replace("-", "", 1).isdigit()
        side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
        room = box.adjusted(5, 0, -5, 0)
        said = metrics(12, 500).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width() + 1)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), said)
        if outlined:
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))


class CellsView(QTableView):
    """The picture itself: a table, so that keys and screen readers walk through it cell by cell."""

    def __init__(self, *, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._cells = CellsModel()
        self.setModel(self._cells)
        self.setItemDelegate(CellsPaint(self))
        self.setProperty("k", "cells")
        self.setAccessibleName(tr("原表单元格"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setFixedHeight(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        if not whole:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_excerpt(self, excerpt: "Excerpt | None", outlined: frozenset[str]) -> None:
        """Show these cells, the source in view."""
        self._cells.show(excerpt, outlined, whole=self._whole)
        self._share_width()
        self.setCurrentIndex(self._cells.index(*self._cells.place()))
        self.scrollTo(self.currentIndex())

    def _share_width(self) -> None:
        """Each column as wide as its texts; in the narrow picture those that are not outlined give way first."""
        widths = [self._fitting(column) for column in range(self._cells.columnCount())]
        room = self.width() - self.verticalHeader().sizeHint().width() - 4
        if not self._whole:
            outlined = [self._cells.outlined(column) for column in range(len(widths))]
            _narrow(widths, [at for at, held in enumerate(outlined) if not held], room)
            _narrow(widths, [at for at, held in enumerate(outlined) if held], room)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share_width()

    def _fitting(self, column: int) -> int:
        texts = [str(self._cells.index(row, column).data() or "") for row in range(self._cells.rowCount())]
        texts.append(str(self._cells.headerData(column, Qt.Orientation.Horizontal) or ""))
        return min(WIDEST, 14 + max(metrics(12, 500).horizontalAdvance(text) for text in texts))


def _narrow(widths: list[int], giving: list[int], room: int) -> None:
    """Take width from the widest of those columns until all fit or none can give more."""
    while giving and sum(widths) > room:
        widest = max(giving, key=lambda column: widths[column])
        if widths[widest] <= NARROWEST:
            return
        widths[widest] -= 4
