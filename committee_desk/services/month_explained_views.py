"""What screens and paper show of one person's month, and the port that puts it on paper."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple, Protocol

from committee_desk.domain.journal import canonical
from committee_desk.domain.month_explained import MonthExplained
from committee_desk.domain.months import RoutineGrade
from committee_desk.services.views import Head


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """A person's month as it is told: by the newest published version of the month's sheet, or by the facts.

    `version` 0: no published version names the person. `others_published` then says that one was published without.
    """

    told: MonthExplained
    version: int = 0
    published: datetime | None = None
    rank: int | None = None
    grade: RoutineGrade | None = None
    others_published: bool = False

    @property
    def differs(self) -> bool:
        """Whether the facts say other figures now than the published version."""
        return any(each.differs for each in self.told.reached)

    def fingerprint(self) -> str:
        """SHA-256 of the canonical data."""
        return sha256(canonical(self).encode()).hexdigest()


class Listed(NamedTuple):
    """A person whose month can be explained."""

    code: str
    name: str
    department: str


@dataclass(frozen=True, slots=True)
class ExplainedPaper:
    """One printing: what it tells, of which office, by whom and when, from which state of the journal."""

    office: str
    demo: bool
    month: PersonMonth
    maker: str | None
    at: datetime
    head: Head


class ExplainedDrawer(Protocol):
    """Puts a person's month on one page."""

    def draw(self, paper: ExplainedPaper) -> bytes:
        """The page as PDF; UnprintableCharacters when no font holds one of its characters."""
        ...
