"""The list table of every page: sort, filter, copy, export, remembered widths, keyboard all the way."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Generic

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from committee_desk.ui.common.columns import Column, Row, Rule, Style, TableSpec
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.table_cells import CellPainter, room_for_all
from committee_desk.ui.common.table_head import ColumnHead
from committee_desk.ui.common.table_model import TableModel
from committee_desk.ui.common.table_text import as_block, as_csv
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.wording.language import CHINESE, language, tr

__all__ = ["Column", "ListTable", "Rule", "Style", "TableSpec"]

LEAST_STRETCH = 84
"""A stretching column gives way to the others down to a short chip's width."""


_typed: dict[str, dict[str, str]] = {}
"""What was typed into filters, by the file of the window's memory. Never in that file: it may be anybody's name."""


class ListTable(QTableView, Generic[Row]):
    """A table over frozen rows.

    `chosen` speaks when another row becomes current (None: none is), `opened` on Enter or a double click.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, spec: TableSpec[Row], name: str, memory: QSettings, *, height: int = ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self.rows: TableModel[Row] = TableModel(spec)
        self._fitted: dict[str, int] = {}
        self.setModel(self.rows)
        self.setItemDelegate(CellPainter(self.rows, height, self))
        self.setAccessibleName(name)
        self._rule_height = height - 2
        self._ruled: list[int] = []
        self._dress(height)
        self._recall()
        self.rows.modelReset.connect(self._span_rules)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self._quiet = False

    def _dress(self, height: int) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(height - 2)
        side.setDefaultSectionSize(height)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top = ColumnHead(self)
        self.setHorizontalHeader(top)
        top.setFixedHeight(HEADER_ROW)
        top.setHighlightSections(False)
        top.setSectionsClickable(True)
        top.setSortIndicatorShown(True)
        top.setSortIndicatorClearable(False)
        top.setSectionsMovable(False)
        top.setAccessibleName(tr("表头"))

    # -- rows ------------------------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current row stays current when it is still there."""
        self._fit_to(rows)
        self._keeping(lambda: self.rows.set_rows(rows))

    def filter_text(self, text: str) -> None:
        """Show rows holding every word of the text; remembered while the program runs."""
        _typed.setdefault(self._memory.fileName(), {})[self._place("filter")] = text
        self._keeping(lambda: self.rows.filter_text(text))

    def take_words(self, rows: Sequence[Row], words: list[str]) -> None:
        """Take what the filter looks in, gathered beforehand; who waits in an empty list gets a row to go on from."""
        waits = self.hasFocus() and not self.shown
        self._keeping(lambda: self.rows.take_words(rows, words))
        if waits:
            self._draw_current()

    def keep(self, wanted: Callable[[Row], bool] | None) -> None:
        """Show rows that the page's own filter wants."""
        self._keeping(lambda: self.rows.keep(wanted))

    def order(self, column_id: str, *, ascending: bool = True) -> None:
        """Order by a column; remembered."""
        self._memory.setValue(self._place("sort"), column_id)
        self._memory.setValue(self._place("ascending"), ascending)
        self._show_order(column_id, ascending=ascending)
        self._keeping(lambda: self.rows.order(column_id, ascending=ascending))

    def remembered_filter(self) -> str:
        """The filter's text of last time, for the page's filter field."""
        return _typed.get(self._memory.fileName(), {}).get(self._place("filter"), "")

    @property
    def said_when_empty(self) -> str:
        """What stands in the list when there are rows but the filters leave none; empty while there is one."""
        return tr("没有符合筛选的行") if self.rows.filtered_away else ""

    @property
    def shown(self) -> list[Row]:
        """The rows seen now, in their order."""
        return self.rows.shown

    def current(self) -> Row | None:
        """The current row."""
        return self.rows.record(self.currentIndex())

    def selected(self) -> list[Row]:
        """The selected rows, from top to bottom."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        records = (self.rows.lines[at] for at in chosen)
        return [record for record in records if not isinstance(record, Rule)]

    def choose(self, key: Hashable) -> bool:
        """Make the row with that key current and bring it into view; False when it is not shown."""
        at = self.rows.row_of(key)
        if at < 0:
            return False
        self.selectionModel().setCurrentIndex(
            self.rows.index(at, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(self.rows.index(at, 0))
        return True

    def _keeping(self, act: Callable[[], None]) -> None:
        """Change the rows and keep the current one, without telling the page that nothing was chosen meanwhile."""
        before = self.current()
        key = self.rows.spec.key(before) if before is not None else None
        self._quiet = True
        act()
        kept = key is not None and (self.current() is before or self.choose(key))
        self._quiet = False
        if before is not None and not kept:
            self.chosen.emit(None)
        elif kept and self.current() != before:
            self.chosen.emit(self.current())

    def _span_rules(self) -> None:
        """Rule lines go over all columns and are lower; where they stood before, rows have their own height again."""
        self.clearSpans()
        for at in self._ruled:
            if at < self.rows.rowCount():
                self.setRowHeight(at, self.verticalHeader().defaultSectionSize())
        self._ruled = self.rows.rule_lines()
        if (wide := self.rows.columnCount()) > 1:
            for at in self._ruled:
                self.setSpan(at, 0, 1, wide)
                self.setRowHeight(at, self._rule_height)

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self.rows.record(now))

    def _open(self, index: QModelIndex) -> None:
        if (record := self.rows.record(index)) is not None:
            self.opened.emit(record)

    # -- columns ---------------------------------------------------------------------------------------------------

    def _place(self, what: str) -> str:
        return f"tables/{self.rows.spec.id}/{what}"

    def _recall(self) -> None:
        top, spec = self.horizontalHeader(), self.rows.spec
        top.setMinimumSectionSize(32)
        for at, column in enumerate(spec.columns):
            self.setColumnWidth(at, self._wanted_width(column))
        known = {column.id for column in spec.columns}
        sort = str(self._memory.value(self._place("sort"), spec.sort_by))
        ascending = self._memory.value(self._place("ascending"), spec.ascending) in {True, "true"}
        if sort not in known:
            sort, ascending = spec.sort_by, spec.ascending
        self._show_order(sort, ascending=ascending)
        self.rows.order(sort, ascending=ascending)
        self.rows.filter_text(self.remembered_filter())
        top.sortIndicatorChanged.connect(self._header_clicked)
        top.sectionResized.connect(self._keep_width)

    def _wanted_width(self, column: Column[Row]) -> int:
        """What the user gave the column in this language, else enough for its heading and its words."""
        own = max(column.width, ColumnHead.room_for(column.heading), self._fitted.get(column.id, 0))
        return int(str(self._memory.value(self._width_place(column), own)))

    def _width_place(self, column: Column[Row]) -> str:
        """Widths are kept for each language, since its words are not as long."""
        return self._place(f"width/{column.id}" if language() == CHINESE else f"width-{language()}/{column.id}")

    def _fit_to(self, rows: Sequence[Row]) -> None:
        """Where most rows are the ones shown already, only the others may ask for more room."""
        shown = set(map(id, self.rows.everything))
        others = [row for row in rows if id(row) not in shown]
        if len(others) * 2 < len(rows):
            self._fit(others, self._fitted)
        else:
            self._fit(rows, {})

    def _fit(self, rows: Sequence[Row], least: Mapping[str, int]) -> None:
        """Make room for the words of the columns that fit their words."""
        self._stretching = True
        for at, column in enumerate(self.rows.spec.columns):
            if column.fits:
                self._fitted[column.id] = max(room_for_all(column, rows), least.get(column.id, 0))
                self.setColumnWidth(at, self._wanted_width(column))
        self._stretching = False
        self._stretch()

    def _show_order(self, column_id: str, *, ascending: bool) -> None:
        at = next((i for i, column in enumerate(self.rows.spec.columns) if column.id == column_id), -1)
        direction = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        top = self.horizontalHeader()
        was = top.blockSignals(True)  # noqa: FBT003 - Qt's signature
        top.setSortIndicator(at, direction)
        top.blockSignals(was)
        top.viewport().update()

    def _header_clicked(self, section: int, direction: Qt.SortOrder) -> None:
        if 0 <= section < len(self.rows.spec.columns):
            self.order(self.rows.spec.columns[section].id, ascending=direction == Qt.SortOrder.AscendingOrder)

    def _keep_width(self, section: int, _old: int, new: int) -> None:
        if not self._stretching and new > 0:
            self._memory.setValue(self._width_place(self.rows.spec.columns[section]), new)
            QTimer.singleShot(0, self._stretch)

    _stretching = False

    def _stretch(self) -> None:
        """Give the width left over to the stretching column (else the last), never squeezing the others."""
        columns = self.rows.spec.columns
        at = next((i for i, column in enumerate(columns) if column.stretch), len(columns) - 1)
        least = max(min(columns[at].width, LEAST_STRETCH), self._fitted.get(columns[at].id, 0))
        least = min(self._wanted_width(columns[at]), max(least, ColumnHead.room_for(columns[at].heading)))
        self._stretching = True
        self._show_spare(self.viewport().width() - max(least, self._wanted_width(columns[at])), at)
        others = sum(self.columnWidth(i) for i in range(len(columns)) if i != at)
        self.setColumnWidth(at, max(self.viewport().width() - others, least))
        self._stretching = False

    def _show_spare(self, room: int, stretching: int) -> None:
        """Show as many of the spare columns as stand beside the others, the first ones first."""
        columns = self.rows.spec.columns
        if not any(column.spare for column in columns):
            return
        always = [at for at, column in enumerate(columns) if at != stretching and not column.spare]
        taken = sum(self.columnWidth(at) for at in always)
        for at, column in enumerate(columns):
            if column.spare:
                taken += self._wanted_width(column)
                self.setColumnHidden(at, taken > room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows; where the filters leave none of them, a line that says so."""
        super().paintEvent(event)
        if self.said_when_empty:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            where = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.said_when_empty)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the stretching column take what is left."""
        super().resizeEvent(event)
        self._stretch()

    # -- keyboard, copy, export ------------------------------------------------------------------------------------

    def _hover(self, row: int) -> None:
        self.rows.hovered = row
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key finds a row drawn as current: the one of before, else the first."""
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._draw_current()
        super().focusInEvent(event)

    def _draw_current(self) -> None:
        row = self.current()
        if row is None and self.shown:
            row = self.shown[0]
        if row is not None and not self.selectionModel().hasSelection():
            self.choose(self.rows.spec.key(row))

    def _go_to_end(self, *, last: bool) -> None:
        if self.shown:
            self.choose(self.rows.spec.key(self.shown[-1 if last else 0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies; the rest is Qt's, which stops at the last row."""
        ends = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in ends:
            self._go_to_end(last=ends[Qt.Key(event.key())])
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
            return
        if Shortcut.COPY.pressed_by(event):
            self.copy(headings=False)
            return
        if Shortcut.COPY_WITH_HEADINGS.pressed_by(event):
            self.copy(headings=True)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, with and without headings."""
        menu = QMenu(self)
        for key, headings in ((Shortcut.COPY, False), (Shortcut.COPY_WITH_HEADINGS, True)):
            action = QAction(key.does(), menu)
            action.setShortcut(key.keys)
            action.triggered.connect(lambda _=False, with_headings=headings: self.copy(headings=with_headings))
            menu.addAction(action)
        menu.exec(event.globalPos())

    def copy(self, *, headings: bool) -> None:
        """Put the selected rows on the clipboard as a block that spreadsheets take."""
        held = QMimeData()
        held.setText(as_block(self.rows.spec.columns, self.selected(), headings=headings))
        QGuiApplication.clipboard().setMimeData(held)

    def export_seen(self, path: Path) -> int:
        """Write what is seen, in its order and filter, as CSV that Excel and WPS open; the number of rows."""
        path.write_text(as_csv(self.rows.spec.columns, self.shown), encoding="utf-8-sig", newline="")
        return len(self.shown)
