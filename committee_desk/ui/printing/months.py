"""The list of month sheets (月度公布表) in 打印: every published version, into a folder or onto a printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.month_views import SheetVersion
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.chips import NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.jobs import Progress
from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, print_pages
from committee_desk.wording.days import month_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


def state_chip(row: SheetVersion) -> Chip:
    """Whether the version still stands."""
    if row.superseded:
        return Chip(tr("已被取代"), NEUTRAL, "x", tr("后来公布了更正的一版，这一版留存"))
    return Chip(tr("现行"), OK, "check")


def months_spec() -> TableSpec[SheetVersion]:
    """The versions of all months, newest first."""
    return TableSpec(
        id="month-sheets",
        columns=(
            Column("month", tr("月份"), lambda row: month_name(row.month), 60, style=Style.NAME,
                   sort=lambda row: row.month),
            Column("category", tr("人员类别"), lambda row: dictionary_word(row.category), 108),
            Column("version", tr("版本"), lambda row: str(row.version), 52, right=True, sort=lambda row: row.version),
            Column("state", tr("状态"), lambda row: state_chip(row).text, 92, chip=state_chip),
            Column("at", tr("公布时间"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 132, style=Style.SUB, stretch=True,
                   sort=lambda row: row.entry),
        ),
        key=lambda row: (row.month, row.category, row.version),
        sort_by="month",
        ascending=False,
        dim=lambda row: row.superseded,
    )  # fmt: skip


def pictures(desk: Desk, row: SheetVersion, actor: Actor, dots: int) -> tuple[PagePicture, ...]:
    """The pages of a version as pictures."""
    paper = desk.month_sheets.preview(row.year, row.month, row.category, row.version, actor)
    return desk.sheets.pages(paper, dots)


def to_folder(desk: Desk, actor: Actor, row: SheetVersion, folder: Path) -> Callable[[Progress], int]:
    """Work for the worker: PDF and workbook of that version; how many files."""

    def work(progress: Progress) -> int:
        written = desk.month_sheets.draw(
            actor, row.year, row.month, folder, category=row.category, version=row.version, progress=progress
        )
        return len(written.paths)

    return work


def to_printer(desk: Desk, actor: Actor, row: SheetVersion, printer: QPrinter) -> Callable[[Progress], int]:
    """Work for the worker: that version onto the printer, journalled before the first page goes out."""

    def work(progress: Progress) -> int:
        progress(0, 1)
        papers = desk.month_sheets.draw_for_printer(
            actor, row.year, row.month, category=row.category, version=row.version
        )
        print_pages(printer, (page for paper in papers for page in desk.sheets.pages(paper, DOTS_AN_INCH)))
        return len(papers)

    return work
