"""Rows of a .csv, in UTF-8 (with or without its mark) or GB18030."""

import csv
import io
from pathlib import Path

from committee_desk.services.imports.refusals import NotAWorkbook, TextUnreadable, WorkbookTooLarge

MOST_ROWS = 1_048_576
_CONTROL = set(range(9)) | set(range(14, 32))


def text_rows(path: Path, data: bytes) -> list[list[str]]:
    """All rows, counted as a spreadsheet counts them: a cell with a line break in it is still one row."""
    if _CONTROL & set(data):
        raise NotAWorkbook(path)
    text = _decoded(path, data)
    separator = max(",\t;", key=text[:4000].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise TextUnreadable(path) from error
    if len(rows) > MOST_ROWS:
        raise WorkbookTooLarge(path)
    return rows


def _decoded(path: Path, data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TextUnreadable(path)
