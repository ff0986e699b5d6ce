"""Re-reviews and corrections as screens and paper show them, and what is typed of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import (
    Challenge,
    ChangeKind,
    ProceedingKind,
    ProceedingMove,
    ProceedingState,
)
from committee_desk.domain.results import Means


class BarKind(StrEnum):
    """Why somebody does not examine (公务员法 76)."""

    APPLICANT = "applicant"
    ABOUT = "about"
    KIN = "kin"
    HEAD = "head"
    PRODUCER = "producer"
    """Who produced the challenged figure: marked, reviewed, typed, approved or read it in."""
    OWN = "own"
    """Whose own fact is challenged or was found otherwise, though the matter is somebody else's."""


class Bar(NamedTuple):
    """Somebody who does not examine: `of` names whose relative or head, or the figure that was produced or is his."""

    kind: BarKind
    name: str
    code: str | None
    of: str = ""


class Opening(NamedTuple):
    """A re-review or correction as it is opened.

    `source` is the number of the objection or application; a correction has none, and says in `basis` what it rests on
    and in `code` whom it is about. Examiners are typed: 王伟, J003, 王伟（J003）.
    """

    kind: ProceedingKind
    source: int | None = None
    challenged: tuple[Challenge, ...] = ()
    examiners: tuple[str, ...] = ()
    basis: str = ""
    code: str = ""


class Found(NamedTuple):
    """A figure as it was found to be, typed: what it was is read from the desk."""

    kind: ChangeKind
    key: tuple[str, ...]
    field: str
    after: str
    reason: str
    evidence: str


class Heard(NamedTuple):
    """A hearing as it is typed: whom (a code), when, what was said, and who took it down."""

    code: str
    day: date
    said: str
    by: str


class Serving(NamedTuple):
    """How the decision was served."""

    day: date
    means: Means
    by: str
    witnesses: tuple[str, ...] = ()
    proof: str = ""


@dataclass(frozen=True, slots=True)
class ProceedingRow:
    """One proceeding with names; `due` is by when it is decided, `days_left` that in working days (negative: past).

    `source_label` is the number of the objection or application, empty where nobody applied.
    """

    held: Proceeding
    name: str
    about_name: str
    department: str
    source_label: str
    due: date | None
    days_left: int | None

    @property
    def label(self) -> str:
        """2026-复-001."""
        return self.held.label

    @property
    def state(self) -> ProceedingState:
        """How it stands."""
        return self.held.state


@dataclass(frozen=True, slots=True)
class ProceedingStep:
    """What happened to it: `verb` as the journal has it, and in `facts` the names and texts of that step."""

    verb: str
    state: ProceedingState
    at: datetime
    actor: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProceedingCard:
    """One proceeding with everything that the panel shows; `lacks` is what comes before the next move.

    examiners | declarations | findings | hearing | motion | vote
    """

    row: ProceedingRow
    steps: tuple[ProceedingStep, ...]
    moves: tuple[ProceedingMove, ...]
    bars: tuple[Bar, ...]
    lacks: tuple[str, ...]
    names: Mapping[str, str]
    """Of everybody of the year, by code."""
    appealable: bool = False
    """Whether 申诉 is open against it once it is served: 复核 after the notice, upheld, of 不称职 (公务员法 95)."""
