"""Notices that nobody touched keyboard or mouse for a while, the PC's sleep included; and the key of the lock."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from committee_desk.ui.common.shortcuts import Shortcut

TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
LOOK_AGAIN = 20_000
"""Milliseconds between two looks: a PC that wakes from sleep is noticed as soon."""


class IdleWatch(QObject):
    """`idle` is emitted once after so many seconds without a touch; a touch begins the count anew.

    It listens to the windows that get keys, not to every event of the program, which would slow all of it.
    """

    idle = Signal()
    lock_wanted = Signal()
    """Its key was pressed where no shortcut of the window reaches: in a dialog that waits for its answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seconds = 0
        self._touched = self._now()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._hear)

    def begin(self, seconds: int) -> None:
        """Watch from now on; 0 watches nothing."""
        self.seconds = seconds
        self._touch()
        if seconds:
            self._timer.start(min(LOOK_AGAIN, seconds * 1000))
            self._hear(QGuiApplication.focusWindow())
        else:
            self._timer.stop()

    def look(self) -> None:
        """Whether the time is over."""
        now = self._now()
        if self.seconds and max(after - before for after, before in zip(now, self._touched, strict=True)) >= (
            self.seconds
        ):
            self._touch()
            self.idle.emit()

    def _hear(self, window: QWindow | None) -> None:
        if window is not None and not window.property("idle_heard"):
            window.setProperty("idle_heard", True)  # noqa: FBT003 - Qt's signature
            window.installEventFilter(self)
            self._touch()

    def _touch(self) -> None:
        self._touched = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.monotonic(), time.time()  # the second goes on while the PC sleeps

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A touch; it goes on its way, unless it is the lock's key."""
        if event.type() in TOUCHES:
            self._touch()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and Shortcut.LOCK.pressed_by(event):
            QTimer.singleShot(0, self, self.lock_wanted.emit)  # the window that is covered has got its key by then
            return True
        return False
