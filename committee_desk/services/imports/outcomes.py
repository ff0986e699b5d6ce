"""What an import would change and what it changed, as frozen rows for the window and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from committee_desk.services.changes import Change
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import RowProblem, RowWarning

if TYPE_CHECKING:
    from committee_desk.services.year_guard import YearLocked


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of one fact that the workbook gives otherwise than the desk. `key` maps headings to what names it.

    `overridden` where two people let something else count: such a fact is not replaced by an import.
    """

    kind: Kind
    key: Mapping[str, str]
    heading: str
    old: str
    new: str
    sheet: str
    row: int | None
    column: str
    overridden: bool = False

    @property
    def cell(self) -> str:
        """The address of the new value, such as D7; empty where the column or row is not known."""
        return f"{self.column}{self.row}" if self.row is not None else ""


class RowState(StrEnum):
    """What an import would do with a row."""

    NEW = "new"
    UNCHANGED = "unchanged"
    DIFFERS = "differs"
    REPEATED = "repeated"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the workbook as it was understood, in the order of `ImportPreview.headings`."""

    row: int
    state: RowState
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What carrying out would do: the very transaction, undone. With problems nothing can be carried out.

    `columns` maps headings to the letters of the workbook; `rows` holds at most the first few hundred.
    `repeated` counts rows that stand twice. `again` says that this very ballot file was read before.
    `ignored` names the columns that are not read. `locked` is what keeping these workbooks together is refused with:
    whose figures of an approved year would move.
    """

    kind: Kind
    year: int
    workbook: str
    sha256: str
    sheet: str
    columns: Mapping[str, str]
    added: int
    unchanged: int
    repeated: int
    differences: tuple[Difference, ...]
    problems: tuple[RowProblem, ...]
    warnings: tuple[RowWarning, ...]
    headings: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    total_rows: int
    again: bool = False
    ignored: tuple[str, ...] = ()
    locked: "YearLocked | None" = None

    @property
    def differing(self) -> int:
        """How many facts differ from the desk's."""
        return len({(difference.row, tuple(difference.key.items())) for difference in self.differences})


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did. `change.entry` is None when nothing was new: then nothing was written.

    `differences` are those that were replaced, `ignored` the columns that are not read.
    """

    kind: Kind
    year: int
    workbook: str
    sha256: str
    change: Change
    added: int
    replaced: int
    unchanged: int
    warnings: tuple[RowWarning, ...] = ()
    again: bool = False
    differences: tuple[Difference, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderOutcome:
    """What reading in a folder did, workbook by workbook, in one transaction."""

    change: Change
    outcomes: tuple[ImportOutcome, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows of a workbook round a source cell, as stored. `rows` maps the row's number to its cells.

    Cells stand in the order of `headings`, each (heading, column letter). A row that brought nothing is missing.
    """

    workbook: str
    sheet: str
    headings: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    row: int
