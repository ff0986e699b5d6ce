"""The cover over a window of the locked desk: what it shows is taken out of sight whole, and given back as it stood.

The content leaves its window altogether, so that neither the screen, nor the thumbnail of the window, nor the
accessibility bus has anything to read; a dialog that waits for its answer goes on waiting.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.surfaces import label
from committee_desk.wording.language import tr


class Cover(QFrame):
    """What a covered window shows: a lock, and nothing of the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "win")
        self.setAccessibleName(tr("已锁定"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        shape = QLabel()
        shape.setPixmap(pixmap("lock", "mut", 32))
        column.addStretch(1)
        column.addWidget(shape, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(tr("已锁定"), "h3"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class Covered:
    """One window under its cover. `lift` gives content, title, size, focus and selection back."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._title = window.windowTitle()
        self._focus = window.focusWidget()
        self._selected = _selection(self._focus)
        self._sizes = window.minimumSize(), window.maximumSize(), window.size()
        self._aside = self._take()
        window.setWindowTitle(tr("检察官考评台账（已锁定）"))

    def _take(self) -> QWidget:
        if isinstance(self.window, QMainWindow):
            content = self.window.takeCentralWidget()
            content.setParent(None)
            self.window.setCentralWidget(Cover())
            return content
        self.window.setFixedSize(self.window.size())  # an empty dialog would shrink
        aside = QWidget()
        if (layout := self.window.layout()) is not None:
            aside.setLayout(layout)  # takes the layout and all that stands in it
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Cover())
        return aside

    def lift(self) -> None:
        """Show the window's own content again."""
        if not isValid(self.window):
            return
        if isinstance(self.window, QMainWindow):
            self.window.takeCentralWidget().deleteLater()
            self.window.setCentralWidget(self._aside)
            self._aside.show()
        else:
            self._lift_dialog()
        self.window.setWindowTitle(self._title)
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(self._focus, QLineEdit) and self._selected[1]:
                self._focus.setSelection(*self._selected)

    def _lift_dialog(self) -> None:
        over = QWidget()
        if (cover := self.window.layout()) is not None:
            over.setLayout(cover)
        over.deleteLater()
        if (layout := self._aside.layout()) is not None:
            self.window.setLayout(layout)
        least, most, size = self._sizes
        self.window.setMinimumSize(least)
        self.window.setMaximumSize(most)
        self.window.resize(size)
        self._aside.deleteLater()


def _selection(field: QWidget | None) -> tuple[int, int]:
    if isinstance(field, QLineEdit) and field.hasSelectedText():
        return field.selectionStart(), field.selectionLength()
    return 0, 0
