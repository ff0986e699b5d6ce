"""The page as it will be printed: the very PDF, drawn as pictures; paper stays white in the dark."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.paper.printer import image_of
from committee_desk.ui.common.surfaces import Banner
from committee_desk.ui.common.theme import colour
from committee_desk.wording.language import tr

MARGIN, GAP, WIDEST = 16, 12, 900
AS_DRAWN = 4
"""Within so many pixels a page is shown as it was drawn; scaling by a hair would blur its lines."""
A4_INCHES = 8.27


class Sheets(QWidget):
    """The pages, one under the other, scaled to the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_images(self, images: list[QImage]) -> None:
        """Show these pages."""
        self._images = images
        self.fit()

    def fit(self) -> None:
        """Take the height that the pages need at this width."""
        self.setFixedHeight(max(1, sum(box.height() + GAP for box in self.boxes()) + 2 * MARGIN))
        self.update()

    def boxes(self) -> list[QRect]:
        """Where each page lies."""
        wide = min(WIDEST, max(120, self.width() - 2 * MARGIN))
        left, top, boxes = (self.width() - wide) // 2, MARGIN, []
        for image in self._images:
            size = image.deviceIndependentSize()
            if abs(size.width() - wide) > AS_DRAWN:
                size.scale(wide, 10 * wide, Qt.AspectRatioMode.KeepAspectRatio)
            boxes.append(QRect(left, top, round(size.width()), round(size.height())))
            top += boxes[-1].height() + GAP
        return boxes

    def sizeHint(self) -> QSize:
        """As the pages are."""
        return QSize(420, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper with a hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for image, box in zip(self._images, self.boxes(), strict=True):
            if box.intersects(event.rect()):
                painter.fillRect(box.adjusted(-1, -1, 1, 1), colour("line"))
                painter.drawImage(box, image)
        painter.end()


class PagePreview(QScrollArea):
    """Scrolls with the arrow and page keys; says whose sheet it shows. `resized` asks for pages as sharp as before."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheets = Sheets()
        self._frame = QFrame()
        self._frame.setProperty("r", "win")
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.sheets)
        self._column.addStretch(1)
        self._banner: Banner | None = None
        self.setWidget(self._frame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("预览"))

    def dots_an_inch(self) -> int:
        """The resolution at which a page is as sharp as the screen."""
        wide = min(WIDEST, max(300, self.viewport().width() - 2 * MARGIN))
        return max(72, round(wide * self.devicePixelRatioF() / A4_INCHES))

    def show_pages(self, name: str, pages: tuple[PagePicture, ...]) -> None:
        """Show a person's sheet."""
        self._clear_banner()
        self.setAccessibleName(tr("预览：{name}", name=name))
        self.setAccessibleDescription(tr("共 {count} 页", count=len(pages)))
        images = [image_of(page) for page in pages]
        for image in images:
            image.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheets.show_images(images)
        self.verticalScrollBar().setValue(0)

    def show_refusal(self, sentence: str) -> None:
        """Say why there is no sheet."""
        self._clear_banner()
        self.sheets.show_images([])
        self._banner = Banner("bad", tr("这份表不能打印"), sentence)
        self._column.insertWidget(0, self._banner)

    def _clear_banner(self) -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages are drawn anew for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns a page, too."""
        if event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep())
            return
        super().keyPressEvent(event)
