"""The pages of workbooks that leave the desk: titles, headings, rows; a text is never taken for a formula."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from committee_desk.domain.formulas import STARTS
from committee_desk.services.ranking_export import MAKER
from committee_desk.wording.language import CHINESE, speaking

Cell = str | int | Decimal | None
Sheet = tuple[str, Sequence[int], list[list[Cell]], Iterable[list[Cell]]]
"""Name, widths, the title rows with the headings last, and the rows."""

TWO_PLACES = "0.00"
_GREEN = "2F6B57"


def points(hundredths: int) -> Decimal:
    """A figure as the number it is printed as."""
    return Decimal(hundredths).scaleb(-2)


def workbook_of(pages: Iterable[Sheet]) -> bytes:
    """A workbook of these pages. Like paper it is Chinese whatever the window speaks, so `pages` are made as they are
    written."""
    from openpyxl import Workbook  # noqa: PLC0415 - the window opens without it

    book = Workbook(write_only=True)
    book.properties.creator = MAKER
    with speaking(CHINESE):
        for name, widths, head, rows in pages:
            _fill(book.create_sheet(name), widths, head, rows)
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()


def _fill(sheet: Any, widths: Sequence[int], head: list[list[Cell]], rows: Iterable[list[Cell]]) -> None:  # noqa: ANN401 - openpyxl has no types
    """Write one page."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - see above

    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{len(head) + 1}"
    for line in head[:-1]:
        sheet.append([_written(sheet, cell, title=True) for cell in line])
    sheet.append([_written(sheet, cell, heading=True) for cell in head[-1]])
    last = len(head)
    for last, row in enumerate(rows, start=len(head) + 1):  # noqa: B007 - the number of the last row is needed below
        sheet.append([_written(sheet, cell) for cell in row])
    sheet.auto_filter.ref = f"A{len(head)}:{get_column_letter(len(widths))}{last}"


def _written(sheet: Any, value: Cell, *, title: bool = False, heading: bool = False) -> Any:  # noqa: ANN401
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    if value is None:
        return None
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(STARTS)
    elif isinstance(value, Decimal):
        cell.number_format = TWO_PLACES
    if title or heading:
        _dress(cell, heading=heading)
    return cell


def _dress(cell: Any, *, heading: bool) -> None:  # noqa: ANN401
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    cell.font = Font(name="等线", size=11, bold=True, color="FFFFFF" if heading else _GREEN)
    if heading:
        cell.fill = PatternFill("solid", fgColor=_GREEN)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = Border(bottom=Side(style="medium", color=_GREEN))
