"""复核 and 申诉 after the notice, as the counter and the register show them, and their book."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import NamedTuple, Protocol

from committee_desk.domain.remedies import ApplicationMove, ApplicationState, Remedy, application_label
from committee_desk.domain.scores import Grade
from committee_desk.services.changes import Change
from committee_desk.services.clock import CHINA


class Applying(NamedTuple):
    """An application as it is typed: whose, which remedy, when the paper came and who took it.

    `organ` is the organ that an appeal went to; `objection` the late objection that is taken over.
    """

    code: str
    remedy: Remedy
    grounds: str
    received: datetime
    receiver: str
    evidence: str = ""
    request: str = ""
    organ: str = ""
    objection: int | None = None


class HeldApplication(NamedTuple):
    """An application as its book holds it: against which version of the result, when it came, how it stands."""

    year: int
    number: int
    kind: Remedy
    code: str
    version: int
    grounds: str
    evidence: str
    request: str
    received: datetime
    receiver: str
    typed: datetime
    last_day: date
    in_time: bool
    decide_by: date
    extended_to: date | None
    organ: str
    objection: int | None
    proceeding: int | None
    state: ApplicationState
    outcome: str
    document: str
    decided: date | None
    entry: int = 0
    actor: str = ""
    at: datetime = datetime.min.replace(tzinfo=UTC)

    @property
    def hour_known(self) -> bool:
        """Whether an hour was recorded: an objection taken over that came before its result counts from a day alone."""
        return self.objection is None or self.received.astimezone(CHINA).time() != time.min

    @property
    def label(self) -> str:
        """2026-复申-001."""
        return application_label(self.year, self.number, self.kind)

    @property
    def runs(self) -> bool:
        """Whether the days to decide run: of a 复核 from its receipt, of a 申诉 from its acceptance (公务员法 96)."""
        unaccepted = self.state in {ApplicationState.RECEIVED, ApplicationState.REFUSED}
        return self.kind is Remedy.REVIEW or not unaccepted

    @property
    def due(self) -> date:
        """By when it is decided, as lengthened."""
        return self.extended_to or self.decide_by


class Clock(NamedTuple):
    """What an application comes to before it is saved: against which version, in time or not, decided by when.

    `after_review`: the days are counted from receiving the decision on a 复核.
    """

    remedy: Remedy
    version: int
    grade: Grade | None
    since: date
    last_day: date
    in_time: bool
    decide_by: date
    after_review: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in the register; `days_left` are working days until it is decided, negative where past."""

    held: HeldApplication
    name: str
    department: str
    proceeding_label: str
    days_left: int | None
    past: bool = False
    """Whether the day by which it is decided is over; on a day off after it no working day went by yet."""

    @property
    def label(self) -> str:
        """2026-复申-001."""
        return self.held.label


@dataclass(frozen=True, slots=True)
class ApplicationStep:
    """What happened to an application."""

    verb: str
    state: ApplicationState
    at: datetime
    actor: str
    reason: str
    document: str
    day: date | None = None
    """On which day a 申诉 was accepted: its 60 days run from it."""


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """One application with its steps and what can be done now."""

    row: ApplicationRow
    steps: tuple[ApplicationStep, ...]
    moves: tuple[ApplicationMove, ...]
    extensible: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A late objection whose author's result was served since: it can be taken over as 复核."""

    number: int
    label: str
    code: str
    name: str
    grounds: str
    evidence: str
    request: str
    last_day: date


class Applicant(NamedTuple):
    """Who may apply: with which grade, and since when the result is known; None where its notice was not served."""

    code: str
    name: str
    department: str
    grade: Grade | None
    known: date | None


class ApplicationCounter(NamedTuple):
    """What stands ready when somebody brings an application."""

    applicants: tuple[Applicant, ...]
    next_number: int
    now: datetime
    receiver: str
    """Whose name is offered as the receiver's: who sits at the desk, or who took the last one."""
    organ: str
    """To which organ an appeal goes, as the settings name it."""


class Applied(NamedTuple):
    """What registering tells at once."""

    label: str
    number: int
    held: HeldApplication
    change: Change


class ApplicationsBook(Protocol):
    """Applications as they hold now."""

    def get(self, year: int, number: int) -> HeldApplication | None:
        """One application as it holds; None where the year has none of that number."""
        ...

    def of_year(self, year: int) -> tuple[HeldApplication, ...]:
        """Every application of the year, by number."""
        ...

    def history(self, year: int, number: int) -> tuple[HeldApplication, ...]:
        """Every row of one application, superseded ones too, oldest first."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no application of the year ever bore."""
        ...

    def put(self, entry: int, given: HeldApplication) -> None:
        """Keep the application in place of what stood under its number."""
        ...
