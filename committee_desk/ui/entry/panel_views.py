"""What the panel beside the grid shows: what a row does to its indicator, the month's sums, what is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RowResult:
    """What the row in view does to its person's indicator: reached before it and with it, and what it may reach."""

    indicator: str
    before: Decimal
    after: Decimal
    maximum: int
    hint: str


@dataclass(frozen=True, slots=True)
class MonthSum:
    """What one indicator gathered in the month: how many events, and their points together."""

    indicator: str
    count: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing to be done before the month can be closed, and where it is done."""

    text: str
    verb: str
    act: Callable[[], object] | None
    grave: bool = False
    more: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known about the row besides its figures: duplicates, imported ones, scans; perhaps with an act."""

    text: str
    kind: str = "info"
    verb: str = ""
    act: Callable[[], object] | None = None
    more: str = ""
    tip: str = ""
