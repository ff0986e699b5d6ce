"""Opens the wizard over the window: when a page asks for it, and when files are dropped."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from committee_desk.services.desk import Desk
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Workplace

Where = Callable[[], tuple[Desk, int] | None]


class ImportDoor(QObject):
    """Watches a window for drops and its workplace for requests. `where` gives desk and year, None without a desk."""

    def __init__(self, window: QMainWindow, place: Workplace, where: Where) -> None:
        super().__init__(window)
        self._window, self._place, self._where = window, place, where
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        place.import_wanted.connect(self.open)

    def open(self, request: ImportRequest) -> None:
        """Show the wizard."""
        at = self._where()
        if at is None:
            return
        if self._place.no_writing:
            self._place.say(self._place.no_writing)
            return
        from committee_desk.ui.imports.wizard import ImportWizard  # noqa: PLC0415 - not needed at start

        ImportWizard(self._window, self._place, *at, request).exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if event.mimeData().hasUrls() and self._where() is not None:
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            from committee_desk.ui.imports.wizard import dropped_paths  # noqa: PLC0415 - not needed at start

            event.acceptProposedAction()
            self.open(ImportRequest(paths=tuple(dropped_paths(event))))
            return True
        return super().eventFilter(watched, event)
