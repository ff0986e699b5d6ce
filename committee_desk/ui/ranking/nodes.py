"""What the tree of a person's score is made of: part, indicator, the rule and its arithmetic, and what went in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from committee_desk.domain.explanation import Input
    from committee_desk.ui.common.history import Recorded


class Level(Enum):
    """What a row of the tree is."""

    PART = 1
    INDICATOR = 2
    LINE = 3
    INPUT = 4
    MORE = 5


@dataclass(eq=False, slots=True)
class Node:
    """One row: its words on the left, its figure on the right; bars have value and maximum in hundredths."""

    level: Level
    text: str
    figure: str = ""
    more: str = ""
    value: int | None = None
    maximum: int | None = None
    absent: str = ""
    given: "Input | None" = None
    recorded: "Recorded | None" = None
    indicator: str = ""
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    def add(self, child: "Node") -> "Node":
        """Take a row below this one."""
        child.parent = self
        self.children.append(child)
        return child

    def indicators(self, *, upwards: bool = True) -> tuple[str, ...]:
        """The indicators of this row and of all below it; of a line of one, that one."""
        below = tuple(one for child in self.children for one in child.indicators(upwards=False))
        if self.indicator:
            return (self.indicator, *below)
        return below or (self.parent.indicators() if upwards and self.parent is not None else ())

    def place(self) -> int:
        """Which child of its parent this is."""
        return 0 if self.parent is None else self.parent.children.index(self)


class Labels(NamedTuple):
    """The names of parts and indicators, and what each part may reach, from the year's scheme."""

    parts: Mapping[str, str]
    maxima: Mapping[str, int]
    indicators: Mapping[str, str]


def most(node: Node) -> str:
    """The maximum in figures: 20, or 9.03 where points were handed on."""
    whole, rest = divmod(node.maximum or 0, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)
