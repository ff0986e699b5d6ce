"""Windows and dialogs that fit the screen they stand on, with their frame."""

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

FRAME = QSize(4, 40)
"""What the window manager adds, with room to spare: it is not known before the window is shown."""
GEOMETRY, MAXIMISED = "window/geometry", "window/maximised"


def room_for(widget: QWidget) -> QSize:
    """The largest inner size whose frame is still on the screen."""
    return widget.screen().availableGeometry().size() - FRAME


def fit_dialog(dialog: QDialog, wanted: QSize) -> None:
    """Give the dialog the size it wants, or what the screen has."""
    size = wanted.boundedTo(room_for(dialog))
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(size))
    dialog.resize(size)


def restore_window(window: QMainWindow, memory: QSettings, first: QSize) -> None:
    """As it was left, maximised or not; at first in `first`, or maximised where the screen has no more than that."""
    kept = memory.value(GEOMETRY)
    room = room_for(window)
    if kept is None or not window.restoreGeometry(kept):
        window.resize(first.boundedTo(room))
        if first.width() > room.width() or first.height() > room.height():
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
        return
    if memory.value(MAXIMISED) in {True, "true"}:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    elif window.width() > room.width() or window.height() > room.height():
        window.resize(window.size().boundedTo(room))


def remember_window(window: QMainWindow, memory: QSettings) -> None:
    """Where and how large it is now."""
    memory.setValue(GEOMETRY, window.saveGeometry())
    memory.setValue(MAXIMISED, window.isMaximized())
