"""The tabs above a list: each lets a part of the rows through, and says how many they are."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtWidgets import QPushButton

from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow

Row = TypeVar("Row")
Part = TypeVar("Part", bound=Enum)


class RowTabs(Generic[Row, Part]):
    """Keeps in the table what the chosen part lets through of the rows that the choices beside the tabs leave.

    The first part is chosen at first. The tabs count what those choices leave, so that they tell what a click shows.
    """

    def __init__(
        self,
        tools: ToolRow,
        table: ListTable[Row],
        words: Mapping[Part, str],
        lets: Callable[[Row, Part], bool],
        among: Callable[[Row], bool] = lambda _row: True,
    ) -> None:
        self._table, self._lets, self._among = table, lets, among
        self._parts: dict[str, Part] = {str(part.value): part for part in words}
        self._rows: Sequence[Row] = ()
        self._tabs = tools.add_tabs([(str(part.value), word) for part, word in words.items()], self.pick)
        self.chosen: Part = next(iter(words))

    @property
    def buttons(self) -> Mapping[str, QPushButton]:
        """The button of each part."""
        return self._tabs.buttons

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These are the rows now."""
        self._rows = rows
        self._table.set_rows(rows)
        self.keep()

    def pick(self, key: str) -> None:
        """Show another part."""
        self.chosen = self._parts[key]
        self._tabs.pick(key)
        self.keep()

    def keep(self) -> None:
        """Count and show anew: a choice beside the tabs leaves other rows."""
        chosen, lets, among = self.chosen, self._lets, self._among
        left = [row for row in self._rows if among(row)]
        for key, part in self._parts.items():
            self._tabs.count(key, sum(lets(row, part) for row in left))
        self._table.keep(lambda row: lets(row, chosen) and among(row))
