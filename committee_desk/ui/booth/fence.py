"""What keeps a rater in the booth: no menu, no tooltip, no help, nothing copied out of it or pasted into it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

BARRED = {
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
    QEvent.Type.WhatsThis,
    QEvent.Type.QueryWhatsThis,
    QEvent.Type.EnterWhatsThisMode,
    QEvent.Type.HelpRequest,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
}
HANDS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
"""What lies on the clipboard is the desk's, and what a rater typed is nobody else's."""
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
TYPED = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


class Fence(QObject):
    """Watches everything that happens in the booth's window while it stands."""

    def __init__(self, booth: QWidget) -> None:
        super().__init__(booth)
        self._booth = booth
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def lift(self) -> None:
        """The booth is left."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.forget()

    @staticmethod
    def forget() -> None:
        """What was marked with the mouse lies in a clipboard of its own on Linux."""
        board = QApplication.clipboard()
        if board.supportsSelection() and board.ownsSelection():
            board.clear(board.Mode.Selection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event goes no further."""
        kind = event.type()
        if kind in BARRED:
            return self._inside(watched)
        if kind in TYPED and isinstance(event, QKeyEvent):
            return self._inside(watched) and _leads_out(event)
        if kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.MiddleButton and self._inside(watched)
        return False

    def _inside(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and (watched is self._booth or self._booth.isAncestorOf(watched))


def _leads_out(event: QKeyEvent) -> bool:
    """Function keys, and whatever is held with Ctrl, Alt or the system's key, Tab apart."""
    if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35 or event.key() == Qt.Key.Key_Menu:
        return True
    if any(event.matches(each) for each in HANDS):
        return True
    return bool(event.modifiers() & HELD) and event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
