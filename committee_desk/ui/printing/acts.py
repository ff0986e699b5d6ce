"""What 打印 does: sheets into a folder, or onto a printer; both leave the same trace in the journal."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtPrintSupport import QPrinter

from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.jobs import Progress
from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, print_pages


class Whose(NamedTuple):
    """Whose sheets: on which category's list of which year; `codes` None is everybody."""

    year: int
    category: Category
    codes: Sequence[str] | None


def to_folder(desk: Desk, actor: Actor, whose: Whose, folder: Path) -> Callable[[Progress], int]:
    """Work for the worker: write the sheets, all or none; how many."""

    def work(progress: Progress) -> int:
        return len(desk.sheets.draw(actor, whose.year, whose.codes, folder, progress, whose.category))

    return work


def to_printer(desk: Desk, actor: Actor, whose: Whose, printer: QPrinter) -> Callable[[Progress], int]:
    """Work for the worker: draw the sheets in memory, then print their pages as one job; how many sheets.

    The sheets are recorded before the first page goes out, so that no paper exists that the journal does not know.
    """

    def work(progress: Progress) -> int:
        told = _first_half(progress)
        sheets = desk.sheets.draw_for_printer(actor, whose.year, whose.codes, told, whose.category)
        print_pages(printer, _pages(desk, sheets, progress))
        return len(sheets)

    return work


def _first_half(progress: Progress) -> Progress:
    """Drawing is the first half of the way, printing the second."""
    return lambda done, total: progress(done, 2 * total)


def _pages(desk: Desk, sheets: Sequence[bytes], progress: Progress) -> Iterator[PagePicture]:
    """The pages one after the other: a page at printer resolution is 35 MB."""
    for number, sheet in enumerate(sheets):
        progress(len(sheets) + number, 2 * len(sheets))
        yield from desk.sheets.pages(sheet, DOTS_AN_INCH)
