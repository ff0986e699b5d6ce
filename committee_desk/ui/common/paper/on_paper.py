"""A plain text, or the pages of a PDF, on a printer the user chooses."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from committee_desk.ui.common.messages import show_notice
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from committee_desk.services.desk import Desk
    from committee_desk.ui.common.page import Page
    from committee_desk.ui.common.workplace import Workplace

POINTS = 11


def print_text(parent: QWidget, title: str, text: str) -> bool:
    """Ask for a printer and print; whether it was printed."""
    printer = ask_printer(parent, title)
    if printer is None:
        return False
    paper = QTextDocument()
    written = QFont(parent.font())
    written.setPointSize(POINTS)
    paper.setDefaultFont(written)
    paper.setPlainText(text)
    paper.print_(printer)
    return True


class Secret(NamedTuple):
    """A paper that opens something: how its file is called where the user prints into one, and what that means."""

    name: str
    warning: str


def print_pdf(parent: QWidget, page: "Page", title: str, pdf: bytes, secret: Secret | None = None) -> bool:
    """Ask for a printer and print; whether it was printed. The PDF lies in a file only where the user prints to one."""
    printer = ask_printer(parent, title, secret.name if secret else "")
    if printer is None:
        return False
    done = print_on(printer, parent, page.place, page.desk, lambda: pdf)
    if done and secret is not None:
        warn_of_file(parent, printer, secret)
    return done


def print_on(printer: "QPrinter", parent: QWidget, place: "Workplace", desk: "Desk", draw: Callable[[], bytes]) -> bool:
    """Draw and print beside the window, with a bar; whether it was printed."""
    from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, prepare, print_pages  # noqa: PLC0415 - as above

    prepare(printer)

    def work() -> int:
        return print_pages(printer, desk.sheets.pages(draw(), DOTS_AN_INCH))

    bar = ProgressDialog(parent, tr("正在打印"), stoppable=False)
    return bar.carry_out(place.worker, lambda _tell: work()) is not None


def warn_of_file(parent: QWidget, printer: "QPrinter", secret: Secret) -> None:
    """Say what it means that a paper which opens something lies in a file now."""
    if printer.outputFileName():
        where = tr("文件：{path}", path=printer.outputFileName())
        show_notice(parent, tr("印到了文件里"), f"{secret.warning}\n{where}")


def ask_printer(parent: QWidget, title: str, name: str = "") -> "QPrinter | None":
    """The printer that the user chose; None when cancelled."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - not needed at start

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name or title)  # Qt calls the file so where the user prints into one
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
