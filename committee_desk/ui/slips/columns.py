"""Lines in columns as the room allows, read downwards as on paper: one where all of them are seen, else more."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

LEAST_WIDE, MOST_WIDE, GAP = 300, 420, 24
SPARE = 80
"""And so much more than the least at most."""


class LineColumns(QWidget):
    """Lays its lines; lives in a `LineArea`, whose view says how many columns there are."""

    def __init__(self, least: int = LEAST_WIDE) -> None:
        super().__init__()
        self._lines: Sequence[QWidget] = ()
        self._view, self._count = QSize(), 1
        self._least, self._most = least, max(MOST_WIDE, least + SPARE)

    def hold(self, lines: Sequence[QWidget]) -> None:
        """Show these, in this order."""
        self._lines, self._view = tuple(lines), QSize()
        for each in lines:
            each.setParent(self)
            each.show()
        self.lay()

    def lay(self) -> None:
        """Give every line its place."""
        around = self.parentWidget()
        view = around.size() if around is not None else self.size()
        if view != self._view:  # a line that grows under its sentence moves others down, never into another column
            self._view, self._count = view, self._columns(view)
        columns = self._count
        wide = min(self._most, (view.width() - GAP * (columns - 1)) // columns)
        deep = -(-len(self._lines) // columns)
        tallest = 0
        for column in range(columns):
            top = 0
            for line in self._lines[column * deep : (column + 1) * deep]:
                high = line.high(wide)  # type: ignore[attr-defined]
                line.setGeometry(column * (wide + GAP), top, wide, high)
                top += high
            tallest = max(tallest, top)
        self.setMinimumHeight(tallest)

    def _columns(self, view: QSize) -> int:
        """As few as show all lines at once, as many as stand beside each other."""
        most = max(1, (view.width() + GAP) // (self._least + GAP))
        for columns in range(1, most):
            wide = min(self._most, (view.width() - GAP * (columns - 1)) // columns)
            deep = -(-len(self._lines) // columns)
            if sum(each.high(wide) for each in self._lines[:deep]) <= view.height():  # type: ignore[attr-defined]
                return columns
        return most


class LineArea(QScrollArea):
    """The columns, scrolled where they are too high."""

    def __init__(self, name: str, least: int = LEAST_WIDE) -> None:
        super().__init__()
        self.columns = LineColumns(least)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self.columns)
        self.setAccessibleName(name)
        self.columns.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room has other columns; the line that is typed on stays in sight."""
        super().resizeEvent(event)
        self.columns.lay()
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.ensureWidgetVisible(focused, 0, 8)
