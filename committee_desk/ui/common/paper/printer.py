"""Puts page pictures on a printer: the page that was seen is the page that comes out."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from committee_desk.services.page_pictures import PagePicture, PrinterRefused

DOTS_AN_INCH = 300


def image_of(page: PagePicture) -> QImage:
    """A page as Qt paints it; the picture keeps its own copy of the pixels."""
    return QImage(page.pixels, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32).copy()


def prepare(printer: QPrinter) -> None:
    """A4 upright on the whole paper: the margins are in the page already."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setResolution(DOTS_AN_INCH)


def print_pages(printer: QPrinter, pages: Iterable[PagePicture], told: Callable[[int], None] | None = None) -> int:
    """Draw each page over its whole sheet of paper, one print job for all; how many. `told` may raise to stop."""
    painter = QPainter()
    count = 0
    try:
        for page in pages:
            _turn(printer, painter)
            paper = printer.pageLayout().fullRectPixels(printer.resolution())
            painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image_of(page))
            count += 1
            if told is not None:
                told(count)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return count


def _turn(printer: QPrinter, painter: QPainter) -> None:
    """Begin the job, or the next page of it."""
    ready = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not ready:
        raise PrinterRefused(printer.printerName())
