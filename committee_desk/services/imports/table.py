"""A sheet as it was read: columns of raw cells under their headings, and where each row and column stood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Why

if TYPE_CHECKING:
    from committee_desk.services.imports.mapping import Outline, Remembered


class Fault(NamedTuple):
    """Why a cell has no value although it holds something, and what it shows (#N/A)."""

    why: Why
    shown: str = ""


Cell = str | float | int | bool | date | datetime | time | timedelta
"""What a cell holds; the empty string where it holds nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under the headings, empty ones and the closing 合计 left out.

    `columns` maps headings to column letters, `cells` to as many cells as there are `rows` (their numbers).
    `faults` maps (row, heading) to why that cell has no value although it holds something (a formula never
    calculated, an error such as #REF!), or to why the row is none (a 小计 in between).
    `heading_row` is the headings' row, `ignored` names the columns that are not read, each with its letter.
    """

    path: Path
    sha256: str
    sheet: str
    columns: Mapping[str, str]
    rows: list[int]
    cells: Mapping[str, list[Cell]]
    faults: Mapping[tuple[int, str], Fault]
    heading_row: int = 1
    ignored: Sequence[tuple[str, str]] = ()

    @property
    def workbook(self) -> str:
        """The file's name."""
        return self.path.name


class WorkbookReader(Protocol):
    """Reads one sheet of a workbook; its refusals are those of `refusals.WorkbookUnreadable`."""

    def read(self, path: Path, kind: Kind, remembered: "Iterable[Remembered]" = ()) -> Table:
        """The first sheet that has all headings which the kind needs, or is of a form that is remembered."""
        ...

    def outline(self, path: Path, kind: Kind, row: int | None = None) -> "Outline":
        """The row of some sheet that looks most like headings of the kind, or the one that somebody chose."""
        ...


class TemplateWriter(Protocol):
    """Writes an empty workbook to be filled in."""

    def write(self, path: Path, kind: Kind) -> None:
        """Headings, one example row, drop-downs and notes."""
        ...
