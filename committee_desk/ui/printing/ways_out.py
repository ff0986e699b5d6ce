"""The ways out of 打印: the chosen sheets into a folder or onto a printer, and one person's month on one page."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from committee_desk.domain.people import Category
from committee_desk.services.changes import Change, Topic
from committee_desk.ui.common.paper.printer import prepare
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.printing import months
from committee_desk.ui.printing.acts import Whose, to_folder, to_printer
from committee_desk.wording.language import tr
from committee_desk.wording.protection import said_of_leaving

if TYPE_CHECKING:
    from committee_desk.services.month_views import SheetVersion
    from committee_desk.ui.printing.page import PrintPage


class WaysOut:
    """What leaves the page leaves a trace in the journal; keys come here past the buttons, so each asks anew."""

    def __init__(self, page: "PrintPage") -> None:
        self._page = page

    def to_folder(self) -> None:
        """Write the chosen sheets into a folder, all or none."""
        if not self._may():
            return
        name = QFileDialog.getExistingDirectory(self._page, tr("表存到哪个文件夹"))
        if name:
            self.carry_out_folder(Path(name))

    def carry_out_folder(self, folder: Path) -> None:
        """Write them there, with progress and stop."""
        page, row = self._page, self._month()
        if row is not None:
            work = months.to_folder(page.desk, page.place.actor, row, folder)
        else:
            work = to_folder(page.desk, page.place.actor, self._whose(), folder)
        count = ProgressDialog(page, tr("正在生成")).carry_out(page.place.worker, work)
        if count is not None:
            done = tr("已存 {count} 份到 {folder}", count=count, folder=folder)
            self._done(said_of_leaving(done, protected=page.desk.identity().protected))

    def print_(self) -> None:
        """Ask the system for a printer and print the chosen sheets."""
        if not self._may():
            return
        page = self._page
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, page)
        dialog.setWindowTitle(tr("打印 {count} 份", count=1 if page.on_months else page.whom.chosen()))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.carry_out_printing(printer)

    def carry_out_printing(self, printer: QPrinter) -> None:
        """Print there, with progress and stop."""
        page, row = self._page, self._month()
        if row is not None:
            work = months.to_printer(page.desk, page.place.actor, row, printer)
        else:
            work = to_printer(page.desk, page.place.actor, self._whose(), printer)
        count = ProgressDialog(page, tr("正在打印")).carry_out(page.place.worker, work)
        if count is not None:
            self._done(tr("已送打印机 {count} 份", count=count))

    def explain_month(self) -> None:
        """One person's month on one page: of the month in view, else of the last one that is over."""
        from committee_desk.ui.months.acts import explain_month  # noqa: PLC0415 - now and then

        page = self._page
        row, person = page.months.current(), page.table.current()
        category = Category(row.category) if row is not None else page.category.category
        month = row.month if row is not None else page.now().month if page.now().year == page.year else 12
        code = person.score.code if person is not None and category is page.category.category else ""
        explain_month(page.window(), page.place, page.desk, page.year, month, category, code)

    def _month(self) -> "SheetVersion | None":
        """The month's sheet in view; None where people's sheets are."""
        return self._page.months.current() if self._page.on_months else None

    def _whose(self) -> Whose:
        return Whose(self._page.year, self._page.category.category, self._page.codes())

    def _may(self) -> bool:
        """Whether it may be printed; where not, why is said, since keys come here past the buttons."""
        if barred := self._page.barred():
            self._page.place.say(barred)
        return not barred

    def _done(self, said: str) -> None:
        self._page.place.changes.announce(Change.of(Topic.PRINTS))
        self._page.place.say(said)
