"""The tree itself: what it is called, what it may reach, and its rule in words; faults are marked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.theme import HEADER_ROW, colour, font
from committee_desk.ui.scheme.nodes import Node
from committee_desk.wording.language import language, tr

KEY = int(Qt.ItemDataRole.UserRole)
NAME, FIGURE, RULE = range(3)


class SchemeTree(QTreeWidget):
    """`chosen` tells the key of the current line; `edit_wanted` and `remove_wanted` what keys ask for."""

    chosen = Signal(str)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        self._items: dict[str, QTreeWidgetItem] = {}
        self._said: tuple[Sequence[Node], Mapping[str, str]] = ([], {})
        super().__init__()
        self.setAccessibleName(tr("考核方案"))
        self.setColumnCount(3)
        self.setHeaderLabels([tr("项目"), tr("满分"), tr("规则")])
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        top = self.header()
        top.setSectionResizeMode(FIGURE, QHeaderView.ResizeMode.ResizeToContents)
        top.setStretchLastSection(True)
        top.setSectionsMovable(False)
        top.setAccessibleName(tr("表头"))
        top.setFixedHeight(HEADER_ROW)
        top.setHighlightSections(False)
        self.headerItem().setTextAlignment(FIGURE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._open = {"parts/0", "parts/1", "parts/2", "parts/3"}
        self.currentItemChanged.connect(self._tell)
        self.itemExpanded.connect(lambda item: self._open.add(item.data(NAME, KEY)))
        self.itemCollapsed.connect(lambda item: self._open.discard(item.data(NAME, KEY)))
        self.itemDoubleClicked.connect(lambda _item, _column: self.edit_wanted.emit())

    def show_nodes(self, nodes: Sequence[Node], faults: Mapping[str, str]) -> None:
        """Show these; what was current and open stays so. `faults` says by key what is wrong there."""
        flat = [each for top in nodes for each in top.walk()]
        self._said = flat, faults
        if [each.key for each in flat] == list(self._items):
            for each in flat:
                self._say(self._items[each.key], each, faults)
            return
        key = self.current_key()
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self._items = {}
        for each in nodes:
            self._add(self.invisibleRootItem(), each, faults)
        for opened in self._open:
            if opened in self._items:
                self._items[opened].setExpanded(True)
        if (now := self._items.get(key) or self.topLevelItem(0)) is not None:
            self.setCurrentItem(now)
        self.blockSignals(was)

    def _add(self, above: QTreeWidgetItem, node: Node, faults: Mapping[str, str]) -> None:
        item = QTreeWidgetItem(above)
        item.setData(NAME, KEY, node.key)
        item.setTextAlignment(FIGURE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if node.children:
            item.setFont(NAME, font(14, 500))
        self._say(item, node, faults)
        self._items[node.key] = item
        for each in node.children:
            self._add(item, each, faults)

    @staticmethod
    def _say(item: QTreeWidgetItem, node: Node, faults: Mapping[str, str]) -> None:
        """What the line says now, and what is wrong there."""
        fault = faults.get(node.key, "")
        for column, text in ((NAME, node.name), (FIGURE, f"{node.figure}  "), (RULE, node.rule)):
            item.setText(column, text)
        item.setToolTip(NAME, fault)
        item.setToolTip(RULE, node.rule)
        item.setForeground(RULE, colour("sub"))
        item.setIcon(NAME, icon("alert-circle", "bad", 16) if fault else QIcon())
        item.setForeground(NAME, colour("bad" if fault else "text"))
        said = " ".join(part for part in (node.name, node.figure, node.rule, fault) if part)
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, said)

    def current_key(self) -> str:
        """The key of the current line."""
        item = self.currentItem()
        return str(item.data(NAME, KEY)) if item is not None else ""

    def choose(self, key: str) -> bool:
        """Make that line current and bring it into view; False where there is none."""
        item = self._items.get(key)
        if item is None:
            return False
        self.setCurrentItem(item)
        if (now := self._items.get(key)) is not None:  # what was typed elsewhere may have been kept meanwhile
            self.scrollToItem(now)
        return True

    def _tell(self, now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self.chosen.emit(str(now.data(NAME, KEY)) if now is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 lead into the fields, Del takes the line away; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another look has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            nodes, faults = self._said
            for each in nodes:
                self._say(self._items[each.key], each, faults)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what they need and at most two fifths."""
        super().resizeEvent(event)
        wanted = 210 if language() == "zh" else 270
        self.setColumnWidth(NAME, min(wanted, max(120, self.viewport().width() * 2 // 5)))
