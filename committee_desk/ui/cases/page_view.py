"""A page of an attachment: as wide as its place, sharp at any scaling, never larger than it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

LEAST_WIDTH = 240


class PageView(QLabel):
    """Stands in an area that scrolls up and down; the width follows the area."""

    def __init__(self) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setWordWrap(True)
        self._page: QPixmap | None = None

    def show_page(self, page: QPixmap) -> None:
        """Show the page from its top."""
        self._page = page
        self._fit()

    def show_words(self, text: str) -> None:
        """Say something in place of a page."""
        self._page = None
        self.setMinimumHeight(0)
        self.setText(text)
        self.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        if self._page is None:
            return
        ratio = self.devicePixelRatioF()
        width = min(self._page.width(), round(self.width() * ratio))
        fitted = self._page.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)
        self.setMinimumHeight(round(fitted.height() / ratio))
