"""The first page of the notice as it will be printed: white in the dark, too. Enter looks at it in full."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.paper.printer import image_of
from committee_desk.ui.common.theme import colour, font
from committee_desk.wording.language import tr

A4_HIGH, A4_INCHES = 297 / 210, 8.27
LEAST_WIDE, LEAST_HIGH = 150, 200


class NoticePicture(QWidget):
    """`opened` asks for the whole paper, `resized` for pages as sharp as before."""

    opened = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("公示书（表三）"))
        self.setToolTip(tr("放大（Enter）"))
        self.setMinimumSize(LEAST_WIDE, LEAST_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Small: it takes what the page has."""
        return QSize(LEAST_WIDE, LEAST_HIGH)

    def dots_an_inch(self) -> int:
        """The resolution at which the page is as sharp as the screen."""
        return max(72, round(self._box().width() * self.devicePixelRatioF() / A4_INCHES))

    def show_pages(self, name: str, pages: tuple[PagePicture, ...]) -> None:
        """Show the first of these pages."""
        self._words = ""
        self._image = image_of(pages[0]) if pages else None
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("共 {count} 页，按 Enter 放大", count=len(pages)))
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is no page."""
        self._image, self._words = None, words
        self.setAccessibleDescription(words)
        self.update()

    def _box(self) -> QRect:
        """Where the page lies: as large as fits, in the middle."""
        wide = min(self.width() - 2, round((self.height() - 2) / A4_HIGH))
        high = round(wide * A4_HIGH)
        return QRect((self.width() - wide) // 2, 1, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper with a hairline."""
        painter, box = QPainter(self), self._box()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box.adjusted(-1, -1, 1, 1), colour("line"))
        if self._image is None:
            painter.fillRect(box, colour("alt"))
            painter.setFont(font(13))
            painter.setPen(colour("sub"))
            wrapped = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box.adjusted(14, 14, -14, -14), wrapped, self._words)
        else:
            painter.drawImage(box, self._image)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is drawn anew for the new size."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space looks at it in full."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()
