"""Kinship and charge of departments as screens show them, their book, and what is refused."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.leading import Charge
from committee_desk.domain.relationships import Kinship, Relationship


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relationship as one person's panel shows it: seen from that person, whichever of the two it was written with.

    `number` names it for ending; `entry` is the version that was seen.
    """

    number: int
    relationship: Relationship
    entry: int
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """Who has charge of which department, with the name; `heads` where the person belongs to that department."""

    number: int
    charge: Charge
    name: str
    heads: bool
    entry: int
    actor: str
    at: datetime


class RelationsBook(Protocol):
    """Relationships and charges as they hold now."""

    def relationships(self, code: str | None = None) -> tuple[RelationRow, ...]:
        """Those of one person, either way but as written down, or all."""
        ...

    def relationship(self, number: int) -> RelationRow | None:
        """One that holds now."""
        ...

    def add_relationship(self, entry: int, relationship: Relationship) -> None:
        """Write one down."""
        ...

    def end_relationship(self, entry: int, number: int) -> None:
        """Let one hold no longer."""
        ...

    def charges(self) -> tuple[ChargeRow, ...]:
        """Every charge, by department and beginning. Names are for the service to fill in."""
        ...

    def charge(self, number: int) -> ChargeRow | None:
        """One that holds now."""
        ...

    def add_charge(self, entry: int, charge: Charge) -> None:
        """Write one down."""
        ...

    def end_charge(self, entry: int, number: int) -> None:
        """Let one hold no longer."""
        ...

    def departments(self) -> tuple[str, ...]:
        """Every department of the desk."""
        ...


class RelativeOfTheDesk(DeskError):
    """A relative was typed by name alone, and people of the desk bear it: nobody would stand aside for a colleague."""

    def __init__(self, name: str, options: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.options = name, options


class RelativeIsSelf(DeskError):
    """Nobody is a relative of his own."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RelativeUnnamed(DeskError):
    """A relationship without the second person."""


class RelatedAlready(DeskError):
    """The two are recorded as relatives already, as `kind`."""

    def __init__(self, name: str, other: str, kind: Kinship) -> None:
        super().__init__(name, other)
        self.name, self.other, self.kind = name, other, kind


class MarriedAlready(DeskError):
    """Somebody is recorded as another's husband or wife, and that was not ended."""

    def __init__(self, name: str, spouse: str) -> None:
        super().__init__(name, spouse)
        self.name, self.spouse = name, spouse


class RelationGone(DeskError):
    """The relationship or charge was ended meanwhile."""


class EndingReasonMissing(DeskError):
    """Something recorded is to hold no longer, and nobody says why."""


class NoSuchDepartment(DeskError):
    """Nobody on this desk ever belonged to a department of that name."""

    def __init__(self, department: str) -> None:
        super().__init__(department)
        self.department = department


class ChargeEndsBefore(DeskError):
    """A charge would end before its first day."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(str(since), str(until))
        self.since, self.until = since, until


class ChargeTooEarly(DeskError):
    """A charge would begin long before anybody's service: a slip in the year."""

    def __init__(self, since: date, earliest: date) -> None:
        super().__init__(str(since))
        self.since, self.earliest = since, earliest


class ChargeOverlaps(DeskError):
    """The same person has charge of the department on some of these days already."""

    def __init__(self, name: str, held: Charge) -> None:
        super().__init__(name, held.department)
        self.name, self.held = name, held
