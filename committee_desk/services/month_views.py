"""What screens and paper show of months, and why an act on a month is refused."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.months import Differing, MonthSheet, MonthState, RoutineGrade
from committee_desk.services.changes import Change
from committee_desk.services.views import Head


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month on the strip. `version` is the newest published one, 0 where there is none.

    `reopened`: it was published and is being corrected. `future`: it has not begun; `running`: it is not over.
    `due` says that it is over and still not published.
    """

    month: int
    state: MonthState
    version: int = 0
    reopened: bool = False
    future: bool = False
    running: bool = False

    @property
    def due(self) -> bool:
        """Whether the month is over and not published."""
        return self.state is not MonthState.PUBLISHED and not self.future and not self.running


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a month lacks: its kind, the page that settles it, what to show there, and the facts."""

    kind: str
    page: str
    facts: dict[str, object] = field(default_factory=dict)
    target: object = None


@dataclass(frozen=True, slots=True)
class SheetVersion:
    """One published version of a month's sheet."""

    year: int
    month: int
    category: str
    version: int
    at: datetime
    actor: str
    people: int
    entry: int
    superseded: bool


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One person in the list of quarterly grades; `seen` is the entry that brought the grade."""

    code: str
    name: str
    department: str
    grade: RoutineGrade | None = None
    reason: str | None = None
    seen: int | None = None


class Published(NamedTuple):
    """A month's new versions, by category, and the change."""

    versions: dict[str, int]
    change: Change


class Written(NamedTuple):
    """The files of a month's sheets, and the change."""

    paths: tuple[Path, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """Everything that one paper of a month's sheet says: figures, what differs from the version before, who printed.

    `version` 0 is a draft of a month that is not published yet, or of a correction that is not.
    """

    office: str
    demo: bool
    sheet: MonthSheet
    version: int
    published: datetime | None
    fingerprint: str
    maker: str | None
    at: datetime
    head: Head
    supersedes: int | None = None
    differing: tuple[Differing, ...] = ()
    was_ranked: bool = False
    """Whether the version before it ranked."""


class MonthPaper(Protocol):
    """Puts form 8 on paper, and into a workbook."""

    def file_name(self, paper: PaperSheet, ending: str) -> str:
        """What the sheet's file is called."""
        ...

    def draw(self, paper: PaperSheet) -> bytes:
        """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
        ...

    def workbook(self, paper: PaperSheet) -> bytes:
        """The sheet as a workbook."""
        ...


class MonthNotBegun(DeskError):
    """A month was to be closed that has not begun."""

    def __init__(self, year: int, month: int) -> None:
        super().__init__(year, month)
        self.year, self.month = year, month


class MonthOutOfOrder(DeskError):
    """A month was to be closed or published while an earlier one is not. `act` is close or publish."""

    def __init__(self, year: int, month: int, earlier: int, act: str) -> None:
        super().__init__(year, month, earlier, act)
        self.year, self.month, self.earlier, self.act = year, month, earlier, act


class MonthStands(DeskError):
    """The act asks for another state than the month's: closing what is closed, publishing what is open."""

    def __init__(self, year: int, month: int, state: MonthState, act: str) -> None:
        super().__init__(year, month, str(state), act)
        self.year, self.month, self.state, self.act = year, month, state, act


class MonthIncomplete(DeskError):
    """A month lacks something, and nobody said why it is closed all the same."""

    def __init__(self, year: int, month: int, lacks: tuple[Lack, ...]) -> None:
        super().__init__(year, month, tuple(lack.kind for lack in lacks))
        self.year, self.month, self.lacks = year, month, lacks


class MonthReasonMissing(DeskError):
    """A month was to be reopened without saying why."""

    def __init__(self, year: int, month: int) -> None:
        super().__init__(year, month)
        self.year, self.month = year, month


class NothingToPublish(DeskError):
    """A month was to be published again, and its sheets say what they said."""

    def __init__(self, year: int, month: int) -> None:
        super().__init__(year, month)
        self.year, self.month = year, month


class NoSuchVersion(DeskError):
    """A month's sheet was asked for in a version or of a category that there is not."""

    def __init__(self, year: int, month: int, category: str, version: int) -> None:
        super().__init__(year, month, category, version)
        self.year, self.month, self.category, self.version = year, month, category, version


class MonthWithoutPeople(DeskError):
    """A month was to be published in which nobody is assessed."""

    def __init__(self, year: int, month: int) -> None:
        super().__init__(year, month)
        self.year, self.month = year, month


class PublishedWouldBeLowered(DeskError):
    """A workbook that replaces rows, or a take-back, would lower what was published; the month must be reopened."""

    def __init__(self, year: int, lowered: tuple[tuple[int, Differing], ...]) -> None:
        super().__init__(year, lowered)
        self.year, self.lowered = year, lowered


class ClosedWouldBeChanged(DeskError):
    """A workbook that replaces rows, or a take-back, would change what lies in months that are closed and not published
    yet: nobody changes what their closer saw. `rows` says how many facts.
    """

    def __init__(self, months: tuple[tuple[int, int], ...], rows: int) -> None:
        super().__init__(months, rows)
        self.months, self.rows = months, rows


class RoutineGradesOff(DeskError):
    """A quarterly grade was to be given in an office that gives none."""


class GradeReasonMissing(DeskError):
    """A quarterly grade other than 较好 was to be given without a reason."""

    def __init__(self, code: str, grade: RoutineGrade) -> None:
        super().__init__(code, str(grade))
        self.code, self.grade = code, grade


class GradeChangedMeanwhile(DeskError):
    """Somebody else gave the person another grade since it was read."""

    def __init__(self, name: str, by: str, at: datetime, now: RoutineGrade | None) -> None:
        super().__init__(name, by, at, now)
        self.name, self.by, self.at, self.now = name, by, at, now


class NotGradedThen(DeskError):
    """A quarterly grade was to be given to somebody who is not assessed in that quarter."""

    def __init__(self, code: str, quarter: int) -> None:
        super().__init__(code, quarter)
        self.code, self.quarter = code, quarter
