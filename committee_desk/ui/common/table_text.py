"""What a table shows as text: a block for the clipboard, a file for Excel and WPS."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from committee_desk.domain.formulas import as_text
from committee_desk.ui.common.columns import Column


def as_csv(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> str:
    """Headings and rows, comma-separated."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.heading for column in columns])
    writer.writerows([as_text(column.text(row)) for column in columns] for row in rows)
    return text.getvalue()


def as_block(columns: Sequence[Column[Any]], rows: Sequence[Any], *, headings: bool) -> str:
    """Rows as tab-separated lines."""
    lines = [[column.heading for column in columns]] if headings else []
    lines += [[_one_line(as_text(column.text(row))) for column in columns] for row in rows]
    return "".join("\t".join(line) + "\n" for line in lines)


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
