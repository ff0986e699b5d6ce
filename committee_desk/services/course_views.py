"""What screens show of a year's process: its steps, what each lacks and who owes it, and what was done when, by whom.

A subject says what a step lacks in functions `lacks_to_<move>(uow, year, now) -> Iterable[Lack]` in its own
`services/<subject>_lacks.py`, each with the refusal (`fault`) that the step would meet; `services.course_lacks` gathers
them, and `wording.course_lacks` says the refusal's sentence.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.errors import DeskError
from committee_desk.services.ports import UnitOfWork


class Owing(StrEnum):
    """Who settles what a step lacks."""

    OPERATOR = "operator"
    SECRETARY = "secretary"
    COMMITTEE = "committee"
    CASE_MANAGEMENT = "case_management"
    INSPECTOR = "inspector"
    LEADERS = "leaders"
    PROSECUTORS = "prosecutors"
    ADMINISTRATOR = "administrator"
    TIME = "time"
    """Nobody: a day or an hour has to come."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a step lacks: its kind, the page that settles it, its facts, and who owes it.

    The facts hold under `fault` the refusal that the step would meet for it. `target` is what the page shows when the
    line is followed: a person's code, a meeting's number, a line of 工作台. What only `warns` is passed over by a
    reason that the step's entry keeps.
    """

    kind: str
    page: str
    facts: dict[str, object] = field(default_factory=dict)
    owes: Owing = Owing.OPERATOR
    target: object = None
    warns: bool = False

    @property
    def fault(self) -> DeskError:
        """The refusal that the step would meet."""
        fault = self.facts["fault"]
        if not isinstance(fault, DeskError):
            raise TypeError(self.kind)
        return fault


LacksOf = Callable[[UnitOfWork, int, datetime], Iterable[Lack]]
"""What a subject says that a step of a year lacks now."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A move that was made: when, by whom, with whom as the second person, and why where it went back."""

    move: Move
    at: datetime
    by: str
    second: str | None
    why: str | None
    entry: int


@dataclass(frozen=True, slots=True)
class YearDates:
    """When the steps of a year were, for its line: each as it stands now, None while it was not done.

    `last_day` is the last day of the window that counts now; `decided` the day of the first decision of the 院党组,
    `known` the last day on which somebody came to know of a result.
    """

    proposed: date | None = None
    approved: date | None = None
    posted: date | None = None
    last_day: date | None = None
    closed: date | None = None
    decided: date | None = None
    known: date | None = None


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One step on: done by the move that holds, the next one, or still later. Only the next one's lacks are looked for.

    A step that was done and gone back from counts as not done; what was done then stands in the view's `taken`.
    """

    move: Move
    done: Taken | None = None
    is_next: bool = False
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseView:
    """A year's process: its stage, the steps on in order, the moves back that there are now, everything done so far."""

    year: int
    stage: Stage
    steps: tuple[CourseStep, ...]
    back: tuple[Move, ...] = ()
    taken: tuple[Taken, ...] = ()

    @property
    def next(self) -> CourseStep | None:
        """The step that the year stands before; None once it is archived."""
        return next((step for step in self.steps if step.is_next), None)
