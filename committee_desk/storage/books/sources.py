"""Where a stored fact stood: its own row, and the workbook of the entry that brought it."""

import json
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.sources import Source
from committee_desk.storage.office_tables import imports

AnyRow = sa.Row[*tuple[Any, ...]]
"""A row of whatever columns a query asked for."""

SOURCE_COLUMNS = (
    imports.c.entry.label("import_entry"),
    imports.c.workbook.label("source_workbook"),
    imports.c.sha256.label("source_sha256"),
    imports.c.sheet.label("source_sheet"),
    imports.c.columns.label("source_columns"),
)
"""What `source_of` needs besides the fact's own `entry` and `row`."""


def with_source(table: sa.Table, joined: sa.FromClause | None = None) -> sa.FromClause:
    """The table (or what it was joined into) with the import that each of its rows came from."""
    came_by = sa.func.coalesce(table.c.source_entry, table.c.entry)
    return (table if joined is None else joined).outerjoin(imports, imports.c.entry == came_by)


def source_of(row: AnyRow) -> Source:
    """The place the row was read from; a fact that no workbook brought knows only its entry."""
    if row.import_entry is None:
        return Source(row.entry, "", "")
    return Source(
        entry=row.import_entry,
        workbook=row.source_workbook,
        sha256=row.source_sha256,
        sheet=row.source_sheet,
        row=row.row,
        columns=json.loads(row.source_columns),
    )
