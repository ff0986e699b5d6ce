"""Reads a workbook as offices export them: finds the sheet, the headings and the rows under them."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from committee_desk.documents.workbooks.containers import Content, Format, open_content
from committee_desk.documents.workbooks.headings import (
    Headings,
    data_rows,
    find_headings,
    missing_headings,
    total_lines,
)
from committee_desk.documents.workbooks.markup import MOST_CELLS, Markup, SheetParts, look_through, look_through_ods
from committee_desk.documents.workbooks.old_workbooks import look_through_xls
from committee_desk.documents.workbooks.outline import outline, under_known_names
from committee_desk.documents.workbooks.text_rows import text_rows
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.mapping import Outline, Remembered
from committee_desk.services.imports.refusals import (
    HeadingsMissing,
    WorkbookDamaged,
    WorkbookProtected,
    WorkbookTooLarge,
)
from committee_desk.services.imports.table import Cell, Fault, Table

_DAYS_TO_1904 = 1462


class Sheet(NamedTuple):
    """One sheet: its name, rows from the first row and column on, and what stands in its markup."""

    name: str
    rows: Sequence[Sequence[Cell]]
    markup: Markup
    serial_shift: int = 0


class CalamineReader:
    """Reads .xlsx, .xls and .ods with calamine, .csv with Python's own reader."""

    def outline(self, path: Path, kind: Kind, row: int | None = None) -> Outline:
        """The row of some sheet that looks most like headings of the kind, or the one that somebody chose."""
        return outline(path, [(sheet.name, sheet.rows) for sheet in _sheets(open_content(path))], kind, row)

    def read(self, path: Path, kind: Kind, remembered: Iterable[Remembered] = ()) -> Table:
        """The first sheet that has all headings which the kind needs, or is of a form that is remembered."""
        content = open_content(path)
        own = [each for each in remembered if each.kind is kind]
        seen: list[tuple[str, Sequence[Sequence[Cell]]]] = []
        for found in _sheets(content):
            sheet = found._replace(rows=under_known_names(found.rows, own))
            headings = find_headings(path, sheet.name, sheet.rows, kind)
            if headings is not None:
                return _table(content, sheet, headings)
            seen.append((sheet.name, sheet.rows[:200]))
        missing, name, looks_like = missing_headings(seen, kind)
        raise HeadingsMissing(path, kind, missing, name, looks_like)


def _table(content: Content, sheet: Sheet, headings: Headings) -> Table:
    faults = dict(_faults(sheet.markup, headings))
    numbers, cells = data_rows(sheet.rows, headings, sheet.serial_shift, {row for row, _ in faults})
    faults |= total_lines(sheet.rows, headings, numbers, cells)
    return Table(
        path=content.path,
        sha256=content.sha256,
        sheet=sheet.name,
        columns=headings.letters,
        rows=numbers,
        cells=cells,
        faults=faults,
        heading_row=headings.row + 1,
        ignored=headings.ignored,
    )


def _faults(markup: Markup, headings: Headings) -> Iterator[tuple[tuple[int, str], Fault]]:
    under = {column: heading for heading, column in headings.columns.items()}
    for (row, column), fault in markup.faults.items():
        if column in under and row > headings.row:
            yield (row + 1, under[column]), fault


def _sheets(content: Content) -> Iterator[Sheet]:
    if content.format is Format.CSV:
        yield Sheet(content.path.stem, text_rows(content.path, content.data), Markup({}, 0))
        return
    try:
        yield from _calamine_sheets(content)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise WorkbookDamaged(content.path) from error


def _calamine_sheets(content: Content) -> Iterator[Sheet]:
    book = _opened(content)
    parts = SheetParts(content.data) if content.format is Format.XLSX else None
    if parts and any(look_through(xml).cells > MOST_CELLS for xml in parts.others(len(book.sheet_names))):
        raise WorkbookTooLarge(content.path)
    other = {Format.ODS: look_through_ods, Format.XLS: look_through_xls}.get(content.format)
    markups = other(content.data) if other else []
    for index, name in enumerate(book.sheet_names):
        markup = look_through(parts.sheet(index)) if parts else Markup({}, 0)
        markup = markups[index] if index < len(markups) else markup
        if markup.cells > MOST_CELLS:
            raise WorkbookTooLarge(content.path)
        rows = _guarded(content, lambda at=index: book.get_sheet_by_index(at).to_python(skip_empty_area=False))
        yield Sheet(name, rows, markup, _DAYS_TO_1904 if parts and parts.counts_from_1904 else 0)


def _opened(content: Content) -> Any:  # noqa: ANN401 - calamine's own type, imported only when a workbook is read
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - the window opens without it

    return _guarded(content, lambda: CalamineWorkbook.from_filelike(io.BytesIO(content.data)))


def _guarded(content: Content, act: Any) -> Any:  # noqa: ANN401 - whatever calamine answers
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415 - the window opens without it

    try:
        return act()
    except PasswordError as error:
        raise WorkbookProtected(content.path) from error
    except (CalamineError, OSError, ValueError, KeyError) as error:
        raise WorkbookDamaged(content.path) from error
    except BaseException as error:  # a panic in calamine derives from BaseException
        if type(error).__name__ == "PanicException":
            raise WorkbookDamaged(content.path) from error
        raise
