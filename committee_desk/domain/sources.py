"""Where a stored figure came from: workbook, sheet, row and cell; and who brought it in."""

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Source(NamedTuple):
    """The place a fact was read from. Ballots have none but their workbook (row, sheet and columns empty).

    `columns` maps the field's Chinese heading to the column letter, so that a figure's cell is
    `columns[heading] + str(row)`. `entry` is the number of the journal entry that brought the fact in.
    """

    entry: int
    workbook: str
    sha256: str
    sheet: str = ""
    row: int | None = None
    columns: Mapping[str, str] | None = None

    def cell(self, heading: str) -> str | None:
        """The cell's address such as D422, or None where the fact knows only its workbook."""
        if self.row is None or self.columns is None or heading not in self.columns:
            return None
        return f"{self.columns[heading]}{self.row}"

    def cells(self, headings: Iterable[str]) -> str | None:
        """The addresses of the cells under these headings, as far as the workbook has them: C156,H156,E156."""
        found = (self.cell(heading) for heading in headings)
        return ",".join(each for each in found if each is not None) or None


class Overridden(NamedTuple):
    """A figure of the source that two people replaced by hand: what the source says, what counts instead, and why.

    `entry` is the journal entry of the override, `at` its moment, `second` who confirmed it.
    """

    field: str
    imported: object
    counts: object
    why: str
    evidence: str
    by: str
    second: str
    at: str
    entry: int


class Traced(NamedTuple, Generic[T]):
    """A fact and where it came from; `overridden` are its figures that no longer are the source's."""

    fact: T
    source: Source
    overridden: tuple[Overridden, ...] = ()
