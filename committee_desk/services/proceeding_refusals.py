"""What is refused of a re-review (复核) or a correction (更正)."""

from datetime import date
from decimal import Decimal

from committee_desk.domain.errors import DeskError
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import FactChange, ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationState
from committee_desk.services.proceeding_views import Bar


class NoSuchProceeding(DeskError):
    """The year has no re-review or correction of that number."""

    def __init__(self, year: int, number: int) -> None:
        super().__init__(year, number)
        self.year, self.number = year, number


class ProceedingChanged(DeskError):
    """Somebody changed it since it was seen."""

    def __init__(self, now: Proceeding) -> None:
        super().__init__(now.label, now.actor)
        self.now = now


class NothingApproved(DeskError):
    """No list of grades of the year was approved yet: figures are still put right where they were typed."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class SourceNotAccepted(DeskError):
    """An objection or application is re-examined that was not accepted."""

    def __init__(self, label: str, state: ObjectionState | ApplicationState) -> None:
        super().__init__(label, state)
        self.label, self.state = label, state


class SourceMissing(DeskError):
    """It is not said which objection or application is re-examined."""

    def __init__(self, kind: ProceedingKind) -> None:
        super().__init__(kind)
        self.kind = kind


class ProceedingGoesOn(DeskError):
    """The same objection or application is re-examined already, or was."""

    def __init__(self, source: str, held: Proceeding) -> None:
        super().__init__(source, held.label)
        self.source, self.held = source, held


class BasisMissing(DeskError):
    """A correction without what it rests on."""


class ChallengeMissing(DeskError):
    """It is not said which figure is challenged."""


class NothingLikeThat(DeskError):
    """A figure is challenged, or found to be otherwise, that the year does not hold."""

    def __init__(self, kind: str, key: tuple[str, ...]) -> None:
        super().__init__(kind, key)
        self.kind, self.key = kind, key


class TooFewExaminers(DeskError):
    """Fewer than two people examine."""

    def __init__(self, given: int) -> None:
        super().__init__(given)
        self.given = given


class ExaminerTwice(DeskError):
    """The same person stands twice among the examiners."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ExaminerBarred(DeskError):
    """Somebody would examine whom the law bars: his own matter, a relative's, his own figure, that of whom he heads."""

    def __init__(self, name: str, bar: Bar) -> None:
        super().__init__(name, bar.kind)
        self.name, self.bar = name, bar


class ExaminerUnclear(DeskError):
    """It cannot be told who an examiner is: several bear the name, or it is nearly that of somebody barred."""

    def __init__(self, name: str, options: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.options = name, options


class NoSuchExaminer(DeskError):
    """Who is said to have declared examines nothing there."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self.name, self.label = name, label


class DeclarationsMissing(DeskError):
    """Something was found before every examiner had declared that no ground of recusal stands."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label, names)
        self.label, self.names = label, names


class DayOutsideProceeding(DeskError):
    """A day on which somebody declared, was heard or was served, before it could be, or later than today.

    `what`: declared | heard | served.
    """

    def __init__(self, what: str, day: date, earliest: date, latest: date) -> None:
        super().__init__(what, day)
        self.what, self.day, self.earliest, self.latest = what, day, earliest, latest


class ProceedingSettled(DeskError):
    """It was decided or withdrawn: nothing of it changes any more."""

    def __init__(self, label: str, state: ProceedingState) -> None:
        super().__init__(label, state)
        self.label, self.state = label, state


class NotDecidedYet(DeskError):
    """A decision is to be served that was not made."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class FindingsMissing(DeskError):
    """Nothing is said of what was found."""


class ChangeUnproved(DeskError):
    """A figure found to be otherwise without the reason, or without the paper: of a ballot, the recount's record."""

    def __init__(self, change: FactChange) -> None:
        super().__init__(change.kind, change.key)
        self.change = change


class ChangeChangesNothing(DeskError):
    """A figure is said to be otherwise, and is so already."""

    def __init__(self, change: FactChange) -> None:
        super().__init__(change.kind, change.key)
        self.change = change


class NoDepartureToLift(DeskError):
    """A departure is to be lifted of somebody whose grade is what the scheme says."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ChangeTwice(DeskError):
    """One figure is found to be two things."""

    def __init__(self, change: FactChange) -> None:
        super().__init__(change.kind, change.key)
        self.change = change


class ChangeOfAnotherYear(DeskError):
    """A fact of another year: its list of grades is another one."""

    def __init__(self, change: FactChange, year: int) -> None:
        super().__init__(change.kind, change.key, year)
        self.change, self.year = change, year


class SharesBeyondTheCase(DeskError):
    """The shares of one case would be more than the case; `most` is what is left for the first of them."""

    def __init__(self, number: str, most: Decimal) -> None:
        super().__init__(number, most)
        self.number, self.most = number, most


class BallotRejudged(DeskError):
    """A mark that cannot stand on a slip: ballots are counted again, never judged again."""

    def __init__(self, slip: str, value: str) -> None:
        super().__init__(slip, value)
        self.slip, self.value = slip, value


class HeardPersonUnknown(DeskError):
    """It is not said who was heard, or by whom, or what was said."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ReasonsMissing(DeskError):
    """A motion without reasons, or a withdrawal without saying why."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class MotionContradicts(DeskError):
    """The motion does not go together with what was found: 维持 with changed figures, or 变更 without any."""

    def __init__(self, label: str, changes: int) -> None:
        super().__init__(label, changes)
        self.label, self.changes = label, changes


class WithdrawnWhereItCameFrom(DeskError):
    """Who applied withdraws the objection or application in writing, and the re-review ends with it."""

    def __init__(self, label: str, kind: ProceedingKind) -> None:
        super().__init__(label, kind)
        self.label, self.kind = label, kind


class ServedBadly(DeskError):
    """What serving the decision lacks: server | witnesses | proof."""

    def __init__(self, label: str, lacks: str) -> None:
        super().__init__(label, lacks)
        self.label, self.lacks = label, lacks
