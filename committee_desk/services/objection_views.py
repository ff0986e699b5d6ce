"""Objections (异议) as the counter and the register show them, and their book."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

from committee_desk.domain.objections import (
    Matter,
    ObjectionMove,
    ObjectionState,
    objection_label,
)
from committee_desk.domain.publication import PublicationWindow

SOON = timedelta(minutes=30)
"""What is typed later than this after it came is shown as typed afterwards (补录)."""


class Filing(NamedTuple):
    """An objection as it is typed at the counter.

    `received` is when the paper came, `receiver` who took it. `version` is the notice that it is against, `other` the
    code of whom it is about where it is about another's result. `new_facts` says what is new against one that was
    withdrawn on the same matters. `answer_by` is asked for only where the calendar does not reach so far.
    """

    code: str
    version: int
    matters: tuple[Matter, ...]
    grounds: str
    received: datetime
    receiver: str
    evidence: str = ""
    request: str = ""
    signed: bool = True
    other: str | None = None
    new_facts: str = ""
    answer_by: date | None = None


class HeldObjection(NamedTuple):
    """An objection as its book holds it."""

    year: int
    number: int
    code: str
    version: int
    matters: tuple[Matter, ...]
    other: str | None
    grounds: str
    evidence: str
    request: str
    signed: bool
    received: datetime
    receiver: str
    typed: datetime
    in_time: bool
    minutes_late: int
    answer_by: date
    state: ObjectionState
    state_reason: str
    state_document: str
    new_facts: str
    other_informed: str
    entry: int
    actor: str
    at: datetime

    @property
    def label(self) -> str:
        """2026-异-001."""
        return objection_label(self.year, self.number)

    @property
    def typed_afterwards(self) -> bool:
        """Whether it was typed well after it came (补录)."""
        return self.typed - self.received > SOON


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """One objection in the register: with the names and departments of the year's people."""

    held: HeldObjection
    name: str
    department: str
    other_name: str
    days_left: int | None
    """Working days until the answer is due, 0 on the day, negative after it; None where none is owed or counted."""
    owes_informing: bool
    """Whether the person whom it is about is still to be told of it."""
    received_first: datetime | None = None
    """When it came by its first registration, where that was put right since (更正)."""

    @property
    def label(self) -> str:
        """2026-异-001."""
        return self.held.label

    @property
    def state(self) -> ObjectionState:
        """How it stands."""
        return self.held.state


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to an objection: `verb` as the journal has it, the state that it led to, and why."""

    verb: str
    state: ObjectionState
    at: datetime
    actor: str
    reason: str
    document: str


@dataclass(frozen=True, slots=True)
class ObjectionCard:
    """One objection with everything that the panel shows: its steps, what can be done now, the notice it is against."""

    row: ObjectionRow
    steps: tuple[Step, ...]
    moves: tuple[ObjectionMove, ...]
    posted: datetime
    cut_off: datetime
    nth_day: int | None
    """Which counted day of the window it came on; None on a day that does not count, or late."""


@dataclass(frozen=True, slots=True)
class NoticeAgainst:
    """A notice that can be objected to: posted when, its window, whom it names; `partial`: only those it changed."""

    version: int
    posted: datetime
    window: PublicationWindow
    codes: frozenset[str]
    partial: bool = False

    @property
    def cut_off(self) -> datetime:
        """Until when an objection is in time."""
        return self.window.closes_at


@dataclass(frozen=True, slots=True)
class Objector:
    """Somebody who may object, as the counter finds him by name, code or pinyin."""

    code: str
    name: str
    department: str
    rank: int | None = None
    total: int | None = None
    """In hundredths, as printed."""
    grade: str = ""
    """Without one: 另行确定."""
    about_others: bool = False
    """Whether this person may also object to another's result."""


@dataclass(frozen=True, slots=True)
class Counter:
    """What stands ready when somebody comes to the counter."""

    notices: tuple[NoticeAgainst, ...]
    """Newest first."""
    objectors: tuple[Objector, ...]
    next_label: str
    now: datetime
    receiver: str
    """Whose name is offered as the receiver's: who sits at the desk, where the desk knows."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a moment of receipt comes to, before anything is saved.

    `calendar_missing` is the year without a calendar for which `answer_by` cannot be counted.
    """

    in_time: bool
    minutes_late: int
    nth_day: int | None
    cut_off: datetime
    answer_by: date | None
    calendar_missing: int | None
    typed_afterwards: bool


@dataclass(frozen=True, slots=True)
class Turning:
    """What putting the time of receipt right comes to, before anything is saved."""

    was_in_time: bool
    was_late: int
    """Minutes."""
    answer_was: date
    now: Checked
    decided_anew: bool
    """Whether what was decided of it falls, so that it is to be decided anew."""

    @property
    def turns(self) -> bool:
        """Whether the paper is carried over the cut-off, which takes two people."""
        return self.was_in_time != self.now.in_time


class ObjectionsBook(Protocol):
    """Objections as they hold now."""

    def of_year(self, year: int, number: int | None = None) -> tuple[HeldObjection, ...]:
        """Every objection of the year, or one, by number."""
        ...

    def history(self, year: int, number: int) -> tuple[HeldObjection, ...]:
        """Every row of one objection, superseded ones too, oldest first."""
        ...

    def first_received(self, year: int) -> Mapping[int, datetime]:
        """By number, when each objection of the year came as it was first registered."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no objection of the year ever bore."""
        ...

    def put(self, entry: int, held: HeldObjection) -> None:
        """Keep the objection in place of what stood under its number."""
        ...
