"""What a sheet tells about cells that reached the desk."""

from datetime import datetime
from typing import NamedTuple

from committee_desk.ui.common.sheet.source import RowKey


class Saved(NamedTuple):
    """Cells that were committed: where the first of them stands (line from 1), how many, and when."""

    row: RowKey
    column: str
    line: int
    heading: str
    cells: int
    at: datetime | None
