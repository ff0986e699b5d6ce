"""The rows of one workbook on their way to facts: columns read field by field, problems gathered on the way.

Work goes by columns: each different cell of a column is read once, so that a hundred thousand rows cost little more
than the few thousand different values in them.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from committee_desk.services.imports.cells import Bad, as_text, is_error
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.nearness import nearly
from committee_desk.services.imports.problems import LONGEST_VALUE, Doubt, RowProblem, RowWarning, Why
from committee_desk.services.imports.table import Cell, Table

_ERROR_BEGINS = ("#", "＃", "E", "Ｅ")


class Field(NamedTuple):
    """A column and what it becomes. `attribute` is the fact's, None where the cell only helps to check.

    `default` stands for an empty cell; a `needed` one may not be empty.
    """

    heading: str
    attribute: str | None
    read: Callable[[Cell], Any]
    needed: bool = False
    default: Any = None


class Grid:
    """A table, the problems and doubts found in it, and which rows are bad (counted from 0)."""

    def __init__(self, kind: Kind, table: Table) -> None:
        self.kind, self.table = kind, table
        self.problems: list[RowProblem] = []
        self.warnings: list[RowWarning] = []
        self.bad: set[int] = set()
        self.values: dict[str, list[Any]] = {}
        self._total_lines = {row for (row, _), fault in table.faults.items() if fault.why is Why.TOTAL_LINE}

    def __len__(self) -> int:
        return len(self.table.rows)

    def has(self, heading: str) -> bool:
        """Whether the workbook has that column at all: one that is absent says nothing, not even that it is empty."""
        return heading in self.table.columns

    def column(self, field: Field) -> list[Any]:
        """The values of a column, a `Bad` where a cell contradicts its field."""
        cells = self.table.cells.get(field.heading)
        if cells is None:
            return [field.default] * len(self)
        values = {cell: _value(field, cell) for cell in set(cells)}
        bad = {cell for cell, value in values.items() if type(value) is Bad}
        column = [values[cell] for cell in cells]
        faulty = self._faults_of(field, column) if self.table.faults else set()
        if bad:
            for index, cell in enumerate(cells):
                if cell in bad and index not in faulty:
                    self.complain(index, field.heading, column[index].why, **dict(column[index].facts))
        return column

    def complain(self, index: int, heading: str, why: Why, **facts: object) -> None:
        """Note a problem of a row; of a line that is no row at all (小计) nothing but that."""
        self.bad.add(index)
        if why is Why.TOTAL_LINE or self.table.rows[index] not in self._total_lines:
            self.problems.append(RowProblem(*self._place(index, heading), why, facts))

    def doubt(self, index: int, heading: str, doubt: Doubt, **facts: object) -> None:
        """Note something odd in a row that is taken all the same."""
        self.warnings.append(RowWarning(*self._place(index, heading), doubt, facts))

    def doubt_headings(self) -> None:
        """A column that is not read although it is named nearly like one that would be, and that is not there."""
        absent = [heading for heading in self.kind.headings if heading not in self.table.columns]
        for heading, column in self.table.ignored:
            meant = nearly(heading, absent)
            if meant is not None:
                place = (self.kind.value, self.table.workbook, self.table.sheet, self.table.heading_row, column)
                self.warnings.append(RowWarning(*place, heading, "", Doubt.NEARLY_A_HEADING, {"meant": meant}))

    def shown(self, index: int, heading: str) -> str:
        """The cell as a person sees it."""
        cells = self.table.cells.get(heading)
        fault = self.table.faults.get((self.table.rows[index], heading)) if self.table.faults else None
        if fault is not None and fault.shown:
            return fault.shown
        return as_text(cells[index]).strip() if cells is not None else ""

    def _place(self, index: int, heading: str) -> tuple[str, str, str, int, str, str, str]:
        table = self.table
        column = table.columns.get(heading, "")
        return (
            self.kind.value,
            table.workbook,
            table.sheet,
            table.rows[index],
            column,
            heading,
            self.shown(index, heading)[:LONGEST_VALUE],
        )

    def _faults_of(self, field: Field, column: list[Any]) -> set[int]:
        """Mark the cells that hold something without a value; where they are."""
        index_of = {row: index for index, row in enumerate(self.table.rows)}
        marked: set[int] = set()
        for (row, heading), fault in self.table.faults.items():
            if heading == field.heading and row in index_of:
                marked.add(index_of[row])
                column[index_of[row]] = Bad(fault.why)
                self.complain(index_of[row], heading, fault.why)
        return marked


def _value(field: Field, cell: Cell) -> Any:  # noqa: ANN401 - what the field holds
    if type(cell) is str:
        plain = cell.strip()
        if plain[:1] in _ERROR_BEGINS and is_error(plain):
            return Bad(Why.ERROR_VALUE)
        value = field.read(cell) if plain else ""
    else:
        value = field.read(cell)
    if type(value) is str and not value:
        return Bad(Why.EMPTY) if field.needed else field.default
    return value
