"""What form 1 (考核等次确认表) prints: one frozen view a person, the stamp of one printing, and their ports."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.explanation import IndicatorExplanation
from committee_desk.domain.journal import canonical
from committee_desk.domain.people import Category
from committee_desk.domain.results import Signature
from committee_desk.domain.scheme import PERFORMANCE
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.locked_sheets import DrawnFinal, LockedSheet


class Outcome(StrEnum):
    """What the form says about the grade.

    OPEN stands for every reason alike: an investigation, leave, a missing rating, a tie. Which one it is never reaches
    paper: whoever could tell leave from it would know who is under investigation.
    """

    GRADED = "graded"
    ELSEWHERE = "elsewhere"
    LEFT = "left"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """Who is assessed, as the latest stay of the year describes the person."""

    code: str
    name: str
    department: str
    sex: str | None = None
    post: str | None = None
    rank: str | None = None
    quota_since: date | None = None


@dataclass(frozen=True, slots=True)
class SheetIndicator:
    """One line of the table: `figure` in hundredths, None when not applicable or not yet rated."""

    indicator: str
    name: str
    maximum: int
    figure: int | None
    applies: bool
    explanation: IndicatorExplanation


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of the scheme with its lines; `total` is the sum of its printed figures, in hundredths."""

    part: str
    name: str
    maximum: int
    total: int
    indicators: tuple[SheetIndicator, ...]


@dataclass(frozen=True, slots=True)
class SheetLimit:
    """A decision that touches the grade, named to its own person: never an investigation still open."""

    kind: str
    document: str
    decided: date | None
    effect: str


class FormerOffice(NamedTuple):
    """Which office told of the person's time there (外单位情况), and under which number it is kept."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class GradeSheet:
    """All facts of one person's sheet. Its fingerprint covers every one of them and nothing of the printing."""

    office: str
    demo: bool
    final: bool
    year: int
    person: SheetPerson
    since: date
    until: date
    scheme: str
    parts: tuple[SheetPart, ...]
    uncut: int
    total: int
    rank: int | None
    ranked: int
    performance: int
    performance_grade: PerformanceGrade
    outcome: Outcome
    grade: Grade | None
    review_required: bool
    limits: tuple[SheetLimit, ...] = ()
    category: Category = Category.PROSECUTOR
    former_offices: tuple[FormerOffice, ...] = ()

    @property
    def respread(self) -> int:
        """The points of 业绩 whose indicators do not apply and were handed to the others."""
        return sum(line.maximum for line in self.not_applicable(PERFORMANCE))

    def not_applicable(self, part: str) -> tuple[SheetIndicator, ...]:
        """The indicators of a part that do not apply, whose points others of it bear."""
        return tuple(line for each in self.parts if each.part == part for line in each.indicators if not line.applies)

    def fingerprint(self) -> str:
        """SHA-256 of the canonical data. What earlier releases had no field for counts only where it says something."""
        sheet = replace(self, parts=tuple(map(_without_sources, self.parts)))
        held = {each.name: getattr(sheet, each.name) for each in fields(sheet)}
        told = {name: value for name, value in held.items() if name not in _ADDED or value != _ADDED[name]}
        return sha256(canonical(told).encode()).hexdigest()


_ADDED: dict[str, object] = {"category": Category.PROSECUTOR, "former_offices": ()}
"""Fields that sheets of earlier releases had not, with what says nothing more than those did."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One printing of a sheet: who made it, when, as which version, from which state of the journal."""

    version: int
    fingerprint: str
    maker: str | None
    at: datetime
    head: Head
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class PrintMark:
    """What marks one printing: the version, whether it is the locked final one, and the data's fingerprint."""

    version: int
    final: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """One line of what was printed when; `superseded` once a later version was printed, or decided, in its place."""

    code: str
    name: str
    form: str
    version: int
    final: bool
    fingerprint: str
    entry: int
    at: datetime
    actor: str
    superseded: bool


def _without_sources(part: SheetPart) -> SheetPart:
    """The same part, deaf to which workbook brought a fact: reading the same workbook in again is no new version."""
    return replace(
        part,
        indicators=tuple(
            replace(
                line,
                explanation=replace(
                    line.explanation, inputs=tuple(replace(given, source=None) for given in line.explanation.inputs)
                ),
            )
            for line in part.indicators
        ),
    )


class PrintsBook(Protocol):
    """What was printed of whom, from which data, as which version."""

    def latest(self, year: int, form: str) -> dict[str, PrintMark]:
        """The newest version of that form by code; a final sheet is newer than every draft."""
        ...

    def add(self, entry: int, year: int, form: str, marks: Mapping[str, PrintMark]) -> None:
        """Record one printing by code; versions below these end with it, and every draft with a final sheet."""
        ...

    def rows(self, year: int) -> tuple[PrintedSheet, ...]:
        """What was printed in the year, newest first."""
        ...


class SheetDrawer(Protocol):
    """Puts form 1 on paper."""

    def file_name(self, sheet: GradeSheet) -> str:
        """What the sheet's file is called: who and which year, nothing of the case."""
        ...

    def basis(self, sheet: GradeSheet) -> Mapping[str, str]:
        """The text of 依据 that the sheet prints of each indicator, by its id."""
        ...

    def draw_final(
        self, locked: "LockedSheet", stamp: Stamp, approval: str = "", signature: Signature | None = None
    ) -> "DrawnFinal":
        """The final sheet from its locked data, with where it is signed and what the person said of it so far."""
        ...

    def draw(self, sheet: GradeSheet, stamp: Stamp) -> bytes:
        """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
        ...
