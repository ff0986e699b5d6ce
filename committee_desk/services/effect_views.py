"""Whom a decision on re-review moved, what of them, and when and how each was told; and the book that keeps it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from committee_desk.domain.moved_people import MovedPerson


class Informing(NamedTuple):
    """One person whose figures a decision moved. `told` is the day on which the office told the person, `told_by` who
    did, `how` by which paper or in which way; while they are empty it is owed.
    """

    year: int
    proceeding: int
    code: str
    moved: MovedPerson
    told: date | None = None
    told_by: str = ""
    how: str = ""
    entry: int = 0


@dataclass(frozen=True, slots=True)
class InformingRow:
    """The same with the label of the proceeding, and whether the person is to be republished."""

    held: Informing
    label: str
    name: str
    department: str

    @property
    def owed(self) -> bool:
        """Whether the person is still to be told."""
        return self.held.told is None


class InformingsBook(Protocol):
    """Whom decisions on re-review moved."""

    def of_year(self, year: int, proceeding: int | None = None) -> tuple[Informing, ...]:
        """Everybody whom the decisions of the year moved, or one decision, by proceeding and code."""
        ...

    def put(self, entry: int, informing: Informing) -> None:
        """Keep it in place of what stood for that person and proceeding."""
        ...
