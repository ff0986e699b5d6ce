"""What a table's column says about a row: its text, its order, its look."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Generic, NamedTuple, TypeVar

from committee_desk.ui.common.chips import Chip

Row = TypeVar("Row")


class Style(Enum):
    """How a cell is written."""

    BODY = auto()
    NAME = auto()
    TOTAL = auto()
    SUB = auto()


class Column(NamedTuple, Generic[Row]):
    """One column. `sort` gives the key that orders rows (default: the text; None sorts last).

    `chip` draws a chip instead of the text; `role` names the colour of the text; `tip` is the tooltip, `hint` the
    heading's. A column never starts narrower than its heading; one that `fits` starts as wide as its words. One that
    is `spare` is out of sight while the table is too narrow for it: what it says stands in the details too.
    """

    id: str
    heading: str
    text: Callable[[Row], str]
    width: int = 100
    right: bool = False
    style: Style = Style.BODY
    sort: Callable[[Row], Any] | None = None
    chip: Callable[[Row], Chip | None] | None = None
    role: Callable[[Row], str | None] | None = None
    tip: Callable[[Row], str] | None = None
    stretch: bool = False
    centre: bool = False
    fits: bool = False
    spare: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the table that is no record: the quota line, a group heading. Takes no focus and no click."""

    text: str
    role: str = "accent"
    line: bool = True


class TableSpec(NamedTuple, Generic[Row]):
    """A table: its id (remembered settings hang on it), its columns, what makes a row itself, its rule lines.

    `rules(rows, column_id, ascending)` gives, for the rows as they stand now, the rule lines by the index of the
    row that they stand above. `find` gives the text that the filter looks in besides the cells (pinyin initials).
    Where `comes_ordered`, the rows are always given in the order of `sort_by` and need no sorting by it.
    """

    id: str
    columns: tuple[Column[Row], ...]
    key: Callable[[Row], Hashable]
    sort_by: str = ""
    ascending: bool = True
    rules: Callable[[Sequence[Row], str, bool], dict[int, Rule]] | None = None
    find: Callable[[Row], str] | None = None
    dim: Callable[[Row], bool] | None = None
    comes_ordered: bool = False
