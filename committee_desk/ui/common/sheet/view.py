"""The grid of a sheet: what is typed in it, and how it is dressed."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from committee_desk.ui.common.sheet.cells import SheetCells
from committee_desk.ui.common.sheet.editor import CellEditor
from committee_desk.ui.common.sheet.going import Going, Place
from committee_desk.ui.common.sheet.heads import LineNumbers, SheetHead
from committee_desk.ui.common.sheet.keyboard import Keyboard
from committee_desk.ui.common.sheet.model import CellName, SheetModel
from committee_desk.ui.common.sheet.source import WatchedSource
from committee_desk.ui.common.sheet.standing import StandingTable
from committee_desk.ui.common.theme import HEADER_ROW
from committee_desk.wording.language import tr

LINE_NUMBERS = 38


class _Left(NamedTuple):
    """Where one stood when the rows moved, what was half typed there, and whether keys went here."""

    name: CellName | None
    typed: tuple[str, bool] | None
    focused: bool


class SheetView(StandingTable):
    """Cells of one model, typed as in a spreadsheet."""

    barred = Signal()
    """Somebody tried to type where nothing can be typed."""
    opened = Signal()
    """Double click on such a cell."""

    def __init__(self, model: SheetModel, name: str, enter: Going, height: int, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.enter = enter
        self.keyboard = Keyboard(self)
        self._name: CellName | None = None
        self._begun: CellName | None = None
        """The cell in which typing began, until it was left."""
        self._left = _Left(None, None, focused=False)
        self.setModel(model)
        self.setItemDelegate(SheetCells(model, self, height))
        self.setAccessibleName(name)
        self._dress(height)
        model.modelReset.connect(self._come_back)  # after view and headings have forgotten where one stood

    def _dress(self, height: int) -> None:
        self.setProperty("k", "sheet")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)  # an input method begins so
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(SheetHead(self))
        self.setVerticalHeader(LineNumbers(self))
        top, side = self.horizontalHeader(), self.verticalHeader()
        top.setFixedHeight(HEADER_ROW)
        side.setFixedWidth(LINE_NUMBERS)
        side.setDefaultSectionSize(height)
        side.setMinimumSectionSize(height)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top.setAccessibleName(tr("表头"))
        side.setAccessibleName(tr("行号"))
        top.sectionResized.connect(lambda *_: self._lay_out())

    def reset(self) -> None:
        """Rows stand elsewhere: what is half typed is kept, to be typed on."""
        self._left = _Left(self._name, self.half_typed(), self.hasFocus() or self.editor is not None)
        self.editor = None
        super().reset()

    def _come_back(self) -> None:
        """Stand where one stood before the rows moved."""
        name, half, focused = self._left
        place = self.rows.place(name) if name is not None else None
        there = place is not None
        if place is None and self.rows.keys and self.rows.columns:
            place = Place(0, next(iter(self.rows.typed_columns), 0))
        if place is not None:
            self.stand(place)
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if half is not None and there:
            self.type_here(half[0], replacing=half[1])
        elif half is not None:
            self._end()

    def remember_where(self) -> None:
        """Keep in mind by row and column where one stands, for rows that move."""
        here = self.here
        known = here is not None and here.line < len(self.rows.keys) and here.column < len(self.rows.columns)
        self._name = self.rows.name(here) if here is not None and known else self._name

    # -- typing ----------------------------------------------------------------------------------------------------

    def type_here(self, text: str | None = None, *, replacing: bool) -> bool:
        """Open the active cell's editor, with this text or its own; False where nothing can be typed."""
        here = self.here
        if here is None:
            return False
        if not self.rows.may_type(here):
            self.barred.emit()
            return False
        if self.editor is None:
            self.edit(self.currentIndex())
        if self.editor is not None:
            self.editor.replacing = replacing
            if text is not None:
                self.editor.setText(text)
            self.editor.deselect()
            self.editor.end(False)  # noqa: FBT003 - Qt's signature
        return True

    def type_key(self, event: QKeyEvent) -> bool:
        """A letter replaces what stands in the cell."""
        if self.here is not None and not self.rows.may_type(self.here):
            self.barred.emit()
            return True
        if not self.type_here("", replacing=True) or self.editor is None:
            return False
        self.editor.event(event)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes replaces what stands in the cell, as a letter does."""
        opening = self.editor is None
        if opening and event.commitString():  # Qt would open the editor and lose what was written at once
            if self.type_here("", replacing=True) and self.editor is not None:
                self.editor.event(event)
            return
        super().inputMethodEvent(event)
        if opening and self.editor is not None:
            self.editor.replacing = True

    def editor_opens(self, editor: CellEditor) -> None:
        """The delegate made an editor."""
        self.editor = editor
        self._begin()
        self.scrolled.emit()

    def half_typed(self) -> tuple[str, bool] | None:
        """What stands in the open editor, and whether it replaces."""
        return (self.editor.text(), self.editor.replacing) if self.editor is not None else None

    def _begin(self) -> None:
        """What stands in the cell now is what was seen, also when rows are read anew while it is typed."""
        here, source = self.here, self.rows.source
        name = self.rows.name(here) if here is not None else None
        if name == self._begun or not isinstance(source, WatchedSource):
            return
        self._begun = name
        if name is not None:
            source.begin(*name)

    def _end(self) -> None:
        name, source, self._begun = self._begun, self.rows.source, None
        if name is not None and isinstance(source, WatchedSource) and not self.rows.on_its_way(name):
            source.let_go(*name)

    def finish_typing(self) -> None:
        """Leave the cell: what was typed is taken."""
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.left = True
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._end()

    def cancel_typing(self) -> None:
        """Leave the cell as it was."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._end()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The editor is gone."""
        if editor is self.editor:
            self.editor = None
        super().closeEditor(editor, hint)
        self.scrolled.emit()

    def editor_key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """A key in the editor; True when it led elsewhere."""
        return self.keyboard.take_typing(editor, event)

    def event(self, event: QEvent) -> bool:
        """Keys of the sheet come before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.keyboard.wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the sheet; all others are the page's."""
        if self.keyboard.take(event):
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes finds a cell to stand on."""
        super().focusInEvent(event)
        if self.here is None and self.rows.keys and self.rows.columns:
            self.stand(Place(0, next(iter(self.rows.typed_columns), 0)))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame shows whether keys go here."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what stands in the cell."""
        here = self.here
        if here is None or not self.indexAt(event.position().toPoint()).isValid():
            return
        if self.rows.may_type(here):
            self.type_here(replacing=False)
        else:
            self.opened.emit()
