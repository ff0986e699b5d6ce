"""A line of widgets that goes on below where a narrow window has no more room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """From left to right, line under line, each widget as large as it wants to be."""

    def __init__(self, parent: QWidget | None = None, space: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space = space

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds by this."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:  # type: ignore[override]
        """Take one out."""
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than its widgets want."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """One line of everything in sight."""
        edges = self.contentsMargins()
        hints = [each.sizeHint() for each in self._items if not each.isEmpty()]
        wide = sum(each.width() + self._space for each in hints) + edges.left() + edges.right()
        return QSize(wide, max((each.height() for each in hints), default=0) + edges.top() + edges.bottom())

    def minimumSize(self) -> QSize:
        """The widest of them stands alone in its line."""
        edges = self.contentsMargins()
        hints = [each.minimumSize() for each in self._items if not each.isEmpty()]
        wide = max((each.width() for each in hints), default=0) + edges.left() + edges.right()
        return QSize(wide, max((each.height() for each in hints), default=0) + edges.top() + edges.bottom())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        edges = self.contentsMargins()
        inner = rect.adjusted(edges.left(), edges.top(), -edges.right(), -edges.bottom())
        x, y, high = inner.x(), inner.y(), 0
        for each in self._items:
            if each.isEmpty():
                continue
            hint = each.sizeHint()
            if x > inner.x() and x + hint.width() > inner.right() + 1:
                x, y, high = inner.x(), y + high + self._space, 0
            if move:
                each.setGeometry(QRect(x, y, hint.width(), hint.height()))
            x, high = x + hint.width() + self._space, max(high, hint.height())
        return y + high - rect.y() + edges.bottom()
