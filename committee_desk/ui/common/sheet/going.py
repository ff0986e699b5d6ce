"""Where one comes to by Enter, Tab and arrows."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple


class Going(Enum):
    """Where Enter leads: down the column and then to the top of the next, or along the row and then to the next."""

    DOWN = auto()
    ALONG = auto()


class Place(NamedTuple):
    """A cell by its line and column, both from 0."""

    line: int
    column: int


class Block(NamedTuple):
    """A rectangle of cells, its corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self.bottom - self.top + 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return self.right - self.left + 1

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return self.lines == self.columns == 1

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, Place):
            return False
        return self.top <= place.line <= self.bottom and self.left <= place.column <= self.right


def between(one: Place, other: Place) -> Block:
    """The block whose opposite corners these are."""
    lines, columns = sorted((one.line, other.line)), sorted((one.column, other.column))
    return Block(lines[0], columns[0], lines[1], columns[1])


def onward(at: Place, lines: int, columns: Sequence[int], going: Going, *, back: bool = False) -> Place | None:
    """The next cell to type in; None after the last. Columns that cannot be typed in are passed over.

    Down a column goes from whatever cell one stands on; from its end to the top of the next column.
    """
    step = -1 if back else 1
    beyond = [each for each in columns if (each < at.column if back else each > at.column)]
    beside = beyond[-1 if back else 0] if beyond else None
    if going is Going.DOWN:
        if 0 <= at.line + step < lines:
            return Place(at.line + step, at.column)
        return None if beside is None else Place(lines - 1 if back else 0, beside)
    if beside is not None:
        return Place(at.line, beside)
    if columns and 0 <= at.line + step < lines:
        return Place(at.line + step, columns[-1 if back else 0])
    return None


def within(block: Block, at: Place, going: Going, *, back: bool = False) -> Place:
    """The next cell inside a selected block, from its last to its first."""
    step = -1 if back else 1
    line, column = at.line - block.top, at.column - block.left
    if going is Going.DOWN:
        column, line = divmod((column * block.lines + line + step) % (block.lines * block.columns), block.lines)
    else:
        line, column = divmod((line * block.columns + column + step) % (block.lines * block.columns), block.columns)
    return Place(block.top + line, block.left + column)


def edge(at: Place, down: int, along: int, end: Place, filled: Callable[[Place], bool]) -> Place:
    """Where Ctrl and an arrow lead: to the last filled cell of a run, or to the next filled one, or to the border."""

    def following(place: Place) -> Place | None:
        made = Place(place.line + down, place.column + along)
        return made if 0 <= made.line <= end.line and 0 <= made.column <= end.column else None

    place = following(at)
    if place is None:
        return at
    run = filled(at) and filled(place)
    while (ahead := following(place)) is not None:
        if run and not filled(ahead):
            return place
        if not run and filled(place):
            return place
        place = ahead
    return place
