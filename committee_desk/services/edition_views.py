"""What the public edition of a year's results says, and the full list that stays in the office."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from committee_desk.services.publication_views import PublicationStamp


class Told(NamedTuple):
    """One name of the public edition; `grade` only in the full list, where `undecided` says that there is none yet."""

    name: str
    department: str
    grade: str = ""
    undecided: bool = False


OPEN, REST = "open", "rest"
"""Labels of those without grade, and of those who are counted together."""


class Counted(NamedTuple):
    """How many have a grade; `label` is the grade, `open` (none yet) or `rest` (several together).

    `people` None: they are too few to be counted without being told apart.
    """

    label: str
    people: int | None


@dataclass(frozen=True, slots=True)
class EditionGroup:
    """One category of the public edition; `undecided` people stand neither among the names nor in a count."""

    category: str
    named: tuple[Told, ...]
    counts: tuple[Counted, ...] = ()
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class EditionPaper:
    """The public edition of a year's results: 优秀 by name, the rest counted. `whole`: everybody, for the office alone.

    `documents` are the decisions of the 院党组 with their days, `decided` on how many. No figure of anybody stands in
    it.
    """

    stamp: PublicationStamp
    year: int
    whole: bool
    by_department: bool
    groups: tuple[EditionGroup, ...]
    documents: tuple[tuple[str, date], ...]
    decided: int = 0

    @property
    def undecided(self) -> int:
        """On how many the 院党组 has not decided yet."""
        return sum(each.undecided for each in self.groups)
