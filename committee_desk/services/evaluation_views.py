"""What the evaluation of a case shows, what can be typed of it, and what is refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.evaluations import FULL, Cause, CauseFinding, Evaluation, Handler, Likeness
from committee_desk.domain.sources import Traced


@dataclass(frozen=True, slots=True)
class EvaluationCard:
    """One case's evaluation as its dialog needs it.

    `imported` are the figures (marks, grade, reviewer, day, note) that a workbook brought: they change by an override
    alone. `grades` is the dictionary of the year in which the case closed, with the points of each. `version` is what
    a verb wants as `seen`.
    """

    number: str
    title: str
    kind: str
    department: str
    closed: date | None
    outcome: str | None
    handlers: tuple[Handler, ...]
    grades: Mapping[str, Decimal]
    evaluation: Traced[Evaluation] | None
    imported: bool
    version: int | None
    asks_for_cause: bool
    cause: CauseFinding | None
    cause_version: int | None
    at: datetime | None = None
    actor: str = ""


class Idle(NamedTuple):
    """A quota-holder without a case that counts (入额的不办案). `months` are those on duty."""

    code: str
    name: str
    department: str
    post: str
    is_leader: bool
    since: date | None
    until: date | None
    open_cases: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a year's cases lack: an evaluation, and a cause finding; and who handled none."""

    year: int
    without_evaluation: tuple[str, ...]
    without_cause: tuple[str, ...]
    deducted_without_cause: tuple[str, ...]
    idle: tuple[Idle, ...]


class CauseRow(NamedTuple):
    """A cause that holds: the finding, and the entry that brought it."""

    finding: CauseFinding
    entry: int


class HeldEvaluation(NamedTuple):
    """A case's evaluation as stored: its row, the entry that wrote it, who and when; whose figures they are.

    `imported` says that a workbook brought the figures; `origin` is the import they came from and the row there,
    `overrides` the imported row whose place this one took by hand.
    """

    id: int
    entry: int
    at: datetime
    actor: str
    evaluation: Evaluation
    imported: bool
    origin: int | None
    row: int | None
    overrides: int | None


class EvaluationsBook(Protocol):
    """Evaluations and causes."""

    def of(self, number: str) -> HeldEvaluation | None:
        """The evaluation that holds."""
        ...

    def traced(self, number: str) -> Traced[Evaluation] | None:
        """The same with its source and what was overridden."""
        ...

    def put(self, entry: int, evaluation: Evaluation, before: HeldEvaluation | None) -> None:
        """Keep an evaluation in place of the one before, whose figures keep their source where they are the same."""
        ...

    def end(self, entry: int, before: HeldEvaluation) -> None:
        """Let an evaluation hold no longer."""
        ...

    def handlers(self, numbers: Iterable[str]) -> Mapping[str, tuple[Handler, ...]]:
        """Who handled each of these cases, with every name they go by."""
        ...

    def outcome(self, number: str) -> str | None:
        """The case's 处理结果 as any of its rows has it, one that asks for a cause first."""
        ...

    def outcomes(self, year: int) -> Mapping[str, tuple[str, ...]]:
        """What the cases closed in the year ended in, those that may ask for a cause."""
        ...

    def cause(self, number: str) -> CauseRow | None:
        """The committee's finding that holds."""
        ...

    def causes(self, year: int) -> Mapping[str, Cause]:
        """The findings on the cases closed in the year."""
        ...

    def put_cause(self, entry: int, finding: CauseFinding) -> None:
        """Supersede the finding on a case."""
        ...

    def deductions(self, number: str, grades: Iterable[str]) -> tuple[str, ...]:
        """What was typed at the desk and takes points for that case: its review of such a grade, events (登记号)."""
        ...

    def graded(self, year: int, grades: Iterable[str]) -> frozenset[str]:
        """The cases closed in the year whose review has one of these grades."""
        ...

    def idle(self, year: int) -> tuple[Idle, ...]:
        """Prosecutors of the year without a case closed in it."""
        ...


class EvaluationRefused(DeskError):
    """An evaluation that cannot be kept as typed. `field` is where: the form puts the focus there."""

    field = ""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class CaseNotClosed(EvaluationRefused):
    """The case is still open: only a finished one is evaluated, a running one is watched by process monitoring."""


class MarkOutside(EvaluationRefused):
    """A mark is none, or outside what its side may give; `most` is 60 or 40."""

    def __init__(self, number: str, field: str, most: Decimal) -> None:
        super().__init__(number)
        self.field, self.most = field, most


class MarkTooFine(EvaluationRefused):
    """A mark or a deduction has more than two decimals; `item` is whose deduction."""

    def __init__(self, number: str, field: str, item: str = "") -> None:
        super().__init__(number)
        self.field, self.item = field, item


class ItemsDisagree(EvaluationRefused):
    """The items of a side took off `lost` together, and its mark says otherwise."""

    def __init__(self, number: str, field: str, lost: Decimal, mark: Decimal) -> None:
        super().__init__(number)
        self.field, self.lost, self.mark = field, lost, mark


class GradeUnknown(EvaluationRefused):
    """The year in which the case closed knows no such grade; `known` are its grades."""

    field = "grade"

    def __init__(self, number: str, grade: str, year: int, known: tuple[str, ...]) -> None:
        super().__init__(number)
        self.grade, self.year, self.known = grade, year, known


class ReviewerMissing(EvaluationRefused):
    """Nobody is named as reviewer."""

    field = "reviewer"


class ReviewDayMissing(EvaluationRefused):
    """No day of the review is given."""

    field = "reviewed"


class ItemNameless(EvaluationRefused):
    """An item that takes points off and has no name, or lies on no side."""

    field = "items"


class ItemOutside(EvaluationRefused):
    """An item takes off less than nothing or more than its whole side, or what it takes off is no number."""

    field = "items"

    def __init__(self, number: str, side: str, item: str = "") -> None:
        super().__init__(number)
        self.side, self.most, self.item = side, FULL.get(side, Decimal(0)), item


class ReviewsOwnCase(EvaluationRefused):
    """The reviewer handled the case, or bears nearly a handler's name."""

    field = "reviewer"

    def __init__(self, number: str, reviewer: str, handler: Likeness) -> None:
        super().__init__(number)
        self.reviewer, self.handler = reviewer, handler


class ReviewedTooEarly(EvaluationRefused):
    """The day of the review lies before the case closed."""

    field = "reviewed"

    def __init__(self, number: str, reviewed: date, closed: date) -> None:
        super().__init__(number)
        self.reviewed, self.closed = reviewed, closed


class ReviewedAhead(EvaluationRefused):
    """The day of the review has not come yet."""

    field = "reviewed"

    def __init__(self, number: str, reviewed: date, today: date) -> None:
        super().__init__(number)
        self.reviewed, self.today = reviewed, today


class FiguresImported(EvaluationRefused):
    """The figures came from a workbook: they change by an override alone."""

    field = "substance"


class EvaluationChanged(EvaluationRefused):
    """Somebody else changed the evaluation meanwhile: who, when, and what it says now."""

    def __init__(self, number: str, actor: str, at: datetime | None, now: Evaluation | None) -> None:
        super().__init__(number)
        self.actor, self.at, self.now = actor, at, now


class NoEvaluation(EvaluationRefused):
    """The case has no evaluation yet."""


class ReplyMissing(EvaluationRefused):
    """A reply without words or without its day."""

    field = "reply"


class RepliedTooEarly(EvaluationRefused):
    """The reply is dated before the review."""

    field = "replied"

    def __init__(self, number: str, replied: date, reviewed: date) -> None:
        super().__init__(number)
        self.replied, self.reviewed = replied, reviewed


class EvaluationReasonMissing(EvaluationRefused):
    """A typed evaluation is to be withdrawn and nobody says why."""


class CauseRefused(DeskError):
    """Something that a case's cause forbids or lacks."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class CauseMissing(CauseRefused):
    """An acquittal or exemption deducts nothing before the committee found its cause."""

    def __init__(self, number: str, outcome: str) -> None:
        super().__init__(number)
        self.outcome = outcome


class CauseIsNoFault(CauseRefused):
    """The committee found another cause than a fault (失误): nothing is deducted."""

    def __init__(self, number: str, outcome: str, cause: Cause, decision: str) -> None:
        super().__init__(number)
        self.outcome, self.cause, self.decision = outcome, cause, decision


class NoCauseAsked(CauseRefused):
    """The case's outcome is neither acquittal nor exemption: there is no cause to find."""

    def __init__(self, number: str, outcome: str | None) -> None:
        super().__init__(number)
        self.outcome = outcome


class CauseIncomplete(CauseRefused):
    """A finding without decision number, day or reason; `field` is the first that is missing."""

    def __init__(self, number: str, field: str) -> None:
        super().__init__(number)
        self.field = field


class CauseTooEarly(CauseRefused):
    """The committee's decision is dated before the case closed."""

    def __init__(self, number: str, day: date, closed: date) -> None:
        super().__init__(number)
        self.day, self.closed = day, closed


class CauseChanged(CauseRefused):
    """Somebody else entered or changed the finding meanwhile."""

    def __init__(self, number: str, now: CauseFinding | None) -> None:
        super().__init__(number)
        self.now = now


class DeductionStands(CauseRefused):
    """Points were deducted because the cause was a fault; `what` is where: they are withdrawn first."""

    def __init__(self, number: str, what: tuple[str, ...]) -> None:
        super().__init__(number)
        self.what = what
