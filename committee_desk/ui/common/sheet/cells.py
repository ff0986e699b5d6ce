"""How a cell of a sheet is painted, and the delegate that opens its editor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.sheet.editor import CellEditor
from committee_desk.ui.common.sheet.going import Place
from committee_desk.ui.common.sheet.model import ALIGNED, Index, SheetModel
from committee_desk.ui.common.sheet.source import Cell, Kind, State
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.sheet.view import SheetView

SIDE, MARK, SMALL = 8, 14, 9
_FRAMES = {State.REFUSED: ("bad", "badbg"), State.CHANGED: ("warn", "warnbg")}


def paint_cell(painter: QPainter, box: QRect, model: SheetModel, place: Place, *, chosen: bool) -> None:
    """One cell on a ground with lines, straight from the model: Qt's own drawing is many times slower."""
    cell = model.cell(place)
    frame = _FRAMES.get(cell.state)
    if frame is not None:
        painter.fillRect(box, colour(frame[1]))
    elif chosen or cell.state is State.CLOSED:
        painter.fillRect(box, colour("sel" if chosen else "off"))
        paint_hairline(painter, QRect(box.left(), box.bottom(), box.width(), 1))
        paint_hairline(painter, QRect(box.right(), box.top(), 1, box.height()))
    if cell.text or cell.mark or cell.state is State.DRAFT:
        _paint_content(painter, box, model, place, cell)
    if frame is not None:
        paint_frame(painter, box, frame[0])


def paint_hairline(painter: QPainter, line: QRect) -> None:
    """A line between cells; at 125 and 150 % one pixel of the screen, so that all are alike."""
    if painter.device().devicePixelRatioF().is_integer():
        painter.fillRect(line, colour("hair"))
        return
    pen = QPen(colour("hair"), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(line.topLeft(), line.bottomRight())


def paint_frame(painter: QPainter, box: QRect, role: str, wide: int = 2) -> None:
    """Lines of whole pixels inside the cell and over the line before it."""
    left, top, right, bottom = max(box.left() - 1, 0), max(box.top() - 1, 0), box.right(), box.bottom()
    for line in (
        QRect(left, top, right - left + 1, wide),
        QRect(left, bottom - wide + 1, right - left + 1, wide),
        QRect(left, top, wide, bottom - top + 1),
        QRect(right - wide + 1, top, wide, bottom - top + 1),
    ):
        painter.fillRect(line, colour(role))


def _paint_content(painter: QPainter, box: QRect, model: SheetModel, place: Place, cell: Cell) -> None:
    column = model.columns[place.column]
    mark, role = (cell.mark, cell.mark_role) if cell.mark else ("pencil", "warn")
    inner = box.adjusted(SIDE, 0, -SIDE, 0)
    if cell.mark or cell.state is State.DRAFT:
        top = box.top() + (box.height() - MARK) // 2
        if column.kind is Kind.MARK:
            paint_icon(painter, mark, role, QRectF(box.left() + (box.width() - MARK) // 2, top, MARK, MARK))
            return
        room = inner.width() - MARK - (SIDE if column.kind is Kind.NUMBER else 0)
        if metrics(14).horizontalAdvance(cell.text) > room:  # the text comes first: the icon goes into the corner
            paint_icon(painter, mark, role, QRectF(box.right() - SMALL - 1, box.top() + 2, SMALL, SMALL))
        elif column.kind is Kind.NUMBER:
            paint_icon(painter, mark, role, QRectF(inner.left() - 2, top, MARK, MARK))
            inner.setLeft(inner.left() + MARK)
        else:
            paint_icon(painter, mark, role, QRectF(inner.right() - MARK + 3, top, MARK, MARK))
            inner.setRight(inner.right() - MARK)
    weight = 500 if column.kind is Kind.NAME else 400
    painter.setFont(font(14, weight))
    painter.setPen(colour(cell.role or ("sub" if cell.state is State.CLOSED else "text")))
    said = cell.text
    if column.kind is not Kind.NUMBER or len(said) > 12:
        said = metrics(14, weight).elidedText(said, Qt.TextElideMode.ElideRight, inner.width() + 2)
    painter.drawText(inner, ALIGNED[column.kind], said)


class SheetCells(QStyledItemDelegate):
    """Opens editors; the view paints the cells and says what a key in an editor means."""

    def __init__(self, model: SheetModel, view: "SheetView", height: int) -> None:
        super().__init__(view)
        self._model, self._view, self._height = model, view, height

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for the text."""
        return QSize(metrics(14).horizontalAdvance(str(index.data() or "")) + 2 * SIDE + MARK, self._height)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in."""
        column = self._model.columns[index.column()]
        editor = CellEditor(parent, column, self._model.source.completions)
        editor.setAccessibleName(tr("第 {line} 行“{heading}”", line=index.row() + 1, heading=column.heading))
        self._view.editor_opens(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's text, once: what is being typed is not overwritten when cells are read anew."""
        if isinstance(editor, CellEditor):
            editor.begin(self._model.text(Place(index.row(), index.column())))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, CellEditor) and editor.left:
            model.setData(index, editor.answer())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the cell and the line before it."""
        editor.setGeometry(option.rect.adjusted(-1, -1, 0, 0))  # type: ignore[attr-defined] # missing in the stubs

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys go to the view; whoever leaves the cell has typed it, unless only the window was left."""
        if not isinstance(watched, CellEditor):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event) if event.key() == Qt.Key.Key_Escape else False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._view.editor_key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            if QApplication.focusWidget() is not None and QApplication.focusWidget() is not watched:
                self._view.finish_typing()
            watched.hide_offers()
            return False
        return False
