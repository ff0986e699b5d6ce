"""How list and preview share the page: side by side, or as two tabs where the window is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.tool_row import Tabs

NARROW = 760
PREVIEW = "preview"


class Arrangement(QSplitter):
    """Lists in a stack at the left, the preview at the right; the preview joins the stack when there is no room."""

    def __init__(self, tools: QWidget, lists: dict[str, QWidget], foot: QWidget, preview: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._preview, self._lists = preview, lists
        self._tabs: Tabs | None = None
        self.stack = QStackedWidget()
        for each in lists.values():
            self.stack.addWidget(each)
        left = QFrame()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(hairline())
        column.addWidget(self.stack, 1)
        column.addWidget(foot)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(preview)
        self.setStretchFactor(0, 4)
        self.setStretchFactor(1, 5)
        self.setChildrenCollapsible(False)

    def use_tabs(self, tabs: Tabs) -> None:
        """The tabs that lead through the stack; the preview's own is seen only when it stands there."""
        self._tabs = tabs
        tabs.buttons[PREVIEW].setVisible(self.narrow)

    @property
    def narrow(self) -> bool:
        """Whether the preview is one of the tabs."""
        return self.stack.indexOf(self._preview) >= 0

    def show_tab(self, key: str) -> None:
        """Bring a list, or the preview, to the front."""
        self.stack.setCurrentWidget(self._lists.get(key, self._preview))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over when the width calls for it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self.narrow:
            self._change(narrow=narrow)

    def _change(self, *, narrow: bool) -> None:
        before = self.stack.currentWidget()
        if narrow:
            self.stack.addWidget(self._preview)
        else:
            self.addWidget(self._preview)
        self._preview.show()
        first = next(iter(self._lists))
        self.stack.setCurrentWidget(before if before is not self._preview else self._lists[first])
        if self._tabs is not None:
            self._tabs.buttons[PREVIEW].setVisible(narrow)
            if before is self._preview:
                self._tabs.pick(first)
