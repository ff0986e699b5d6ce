"""Where one stands in a sheet and what is selected, by keys and mouse as in a spreadsheet."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from committee_desk.ui.common.sheet.frozen import FrozenTable
from committee_desk.ui.common.sheet.going import Block, Going, Place, between, onward, within
from committee_desk.ui.common.sheet.model import Index, SheetModel

Flag = QItemSelectionModel.SelectionFlag


class StandingTable(FrozenTable):
    """One active cell, where a selection began; Shift moves the selection's other corner."""

    moved = Signal()
    """One stands on another cell."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._lead = Place(0, 0)
        self._many = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def lead(self) -> Place:
        """The corner of the selection that Shift and arrows move."""
        return self._lead

    @property
    def end(self) -> Place:
        """The last cell of the sheet."""
        return Place(len(self.rows.keys) - 1, len(self.rows.columns) - 1)

    def block(self) -> Block | None:
        """The rectangle around what is selected, or the active cell."""
        ranges = [each for each in self.selectionModel().selection().toList() if not each.isEmpty()]
        if ranges:
            return Block(
                min(each.top() for each in ranges),
                min(each.left() for each in ranges),
                max(each.bottom() for each in ranges),
                max(each.right() for each in ranges),
            )
        return Block(*self.here, *self.here) if self.here is not None else None

    def chosen(self, place: Place) -> bool:
        """Whether a cell is among the selected ones (the active cell alone is)."""
        return place == self.here or self.selectionModel().isSelected(self._index(place))

    @property
    def whole(self) -> bool:
        """Whether the selection is one rectangle without gaps."""
        return len(self.selectionModel().selection().toList()) <= 1

    def shaded(self, place: Place) -> bool:
        """Many selected cells are tinted, the active one never is."""
        return self._many and place != self.here and super().shaded(place)

    def stand(self, place: Place) -> None:
        """Make a cell active and nothing else selected."""
        self._lead = place
        self.selectionModel().setCurrentIndex(self._index(place), Flag.ClearAndSelect)
        self.scrollTo(self._index(place))

    def extend(self, place: Place) -> None:
        """Select from the active cell to this one."""
        if self.here is None:
            self.stand(place)
            return
        self._lead = place
        self.select(between(self.here, place))
        self.scrollTo(self._index(place))

    def select(self, block: Block) -> None:
        """Select a rectangle; the active cell stays."""
        corners = self._index(Place(block.top, block.left)), self._index(Place(block.bottom, block.right))
        self.selectionModel().select(QItemSelection(*corners), Flag.ClearAndSelect)

    def go_on(self, going: Going, *, back: bool = False) -> bool:
        """Enter and Tab: on to the next cell, inside a selected block round and round; False at the end."""
        here, block = self.here, self.block()
        if here is None or block is None:
            return False
        if not block.single:
            self.selectionModel().setCurrentIndex(self._index(within(block, here, going, back=back)), Flag.NoUpdate)
            self.scrollTo(self.currentIndex())
            return True
        after = onward(here, len(self.rows.keys), self.rows.typed_columns, going, back=back)
        if after is not None:
            self.stand(after)
        return after is not None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw both cells anew: the frame lies over the lines around them."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.visualRect(index).adjusted(-3, -3, 3, 3))
        if not self._many and current.isValid():
            self._lead = Place(current.row(), current.column())
        self._mark_heads(current, previous)
        self.moved.emit()

    def _mark_heads(self, *indexes: Index) -> None:
        """Number and heading of where one stands stand out."""
        side, top = self.verticalHeader(), self.horizontalHeader()
        for index in indexes:
            if index.isValid():
                row, high = side.sectionViewportPosition(index.row()), side.sectionSize(index.row())
                side.viewport().update(0, row, side.width(), high)
        if len({index.column() for index in indexes}) > 1:
            top.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """One cell is framed, many are tinted."""
        super().selectionChanged(selected, deselected)
        block = self.block()
        many, before = block is not None and not block.single, self._many
        self._many = many
        if many or before:
            self.viewport().update()

    # -- mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on a cell; with Shift select up to it, with Ctrl add it."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        place = Place(index.row(), index.column())
        if event.button() == Qt.MouseButton.RightButton and self.chosen(place):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.extend(place)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selectionModel().setCurrentIndex(index, Flag.Toggle)
        else:
            self.stand(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select what is drawn over."""
        if event.buttons() & Qt.MouseButton.LeftButton and self.here is not None:
            inside = self.viewport().rect().adjusted(0, 0, -1, -1)
            spot = event.position().toPoint()
            spot = QPoint(min(max(spot.x(), 0), inside.right()), min(max(spot.y(), 0), inside.bottom()))
            index = self.indexAt(spot)
            if index.isValid() and Place(index.row(), index.column()) != self._lead:
                self.extend(Place(index.row(), index.column()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more."""
