"""Why an act of grading is refused. None names why somebody has no grade: on every page that reads 另行确定."""

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_rules import Bound
from committee_desk.domain.scores import Grade
from committee_desk.services.grading_views import DecisionKind, Moved


class GradingRefused(DeskError):
    """An act of grading that is not possible."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class GradingClosed(GradingRefused):
    """Nothing about grades is decided any more at that stage: the list is approved."""

    def __init__(self, year: int, stage: Stage) -> None:
        super().__init__(year)
        self.stage = stage


class ListProposed(GradingRefused):
    """What moves the grades of a list that is proposed was to be decided or lifted: the list is withdrawn first."""

    def __init__(self, year: int, kind: DecisionKind) -> None:
        super().__init__(year)
        self.kind = kind


class NotOnRoll(GradingRefused):
    """Somebody who is not graded here in that year: unknown, graded elsewhere, gone, or of no adopted scheme."""

    def __init__(self, year: int, code: str) -> None:
        super().__init__(year)
        self.code = code


class GradeBound(GradingRefused):
    """A grade that the rules keep from the person; `why` is None for who may not know which of them does."""

    def __init__(self, year: int, code: str, name: str, grade: Grade | None, why: Bound | None) -> None:
        super().__init__(year)
        self.code, self.name, self.grade, self.why = code, name, grade, why


class NoPlaceLeft(GradingRefused):
    """Another 优秀 than the category has places for."""

    def __init__(self, year: int, category: str, places: int, base: int, percent: int) -> None:
        super().__init__(year)
        self.category, self.places, self.base, self.percent = category, places, base, percent


class DepartureReasonMissing(GradingRefused):
    """A departure from the proposal, and nobody says why."""

    def __init__(self, year: int, name: str) -> None:
        super().__init__(year)
        self.name = name


class MeetingUnnamed(GradingRefused):
    """Once proposed, the committee alone departs from the list, in a meeting."""


class ReviewIncomplete(GradingRefused):
    """An ability review without reviewers, without what was looked at, or without findings. `field` names which."""

    def __init__(self, year: int, field: str) -> None:
        super().__init__(year)
        self.field = field


class ReviewsSelf(GradingRefused):
    """Somebody reviews the own ability."""

    def __init__(self, year: int, name: str) -> None:
        super().__init__(year)
        self.name = name


class ReviewsKin(GradingRefused):
    """Somebody reviews the ability of a relative."""

    def __init__(self, year: int, reviewer: str, name: str) -> None:
        super().__init__(year)
        self.reviewer, self.name = reviewer, name


class GradesOwn(GradingRefused):
    """Somebody would record what becomes of the own grade, or of a relative's."""

    def __init__(self, year: int, who: str, name: str, *, kin: bool) -> None:
        super().__init__(year)
        self.who, self.name, self.kin = who, name, kin


class ReviewerUnclear(GradingRefused):
    """A reviewer's name may mean the person or a relative: several bear it, or it is a surname alone."""

    def __init__(self, year: int, reviewer: str, name: str, options: tuple[str, ...]) -> None:
        super().__init__(year)
        self.reviewer, self.name, self.options = reviewer, name, options


class ReviewerTwice(GradingRefused):
    """The same person stands twice among the reviewers, under one spelling or two."""

    def __init__(self, year: int, one: str, other: str) -> None:
        super().__init__(year)
        self.one, self.other = one, other


class NobodyToGrade(GradingRefused):
    """Nobody of an adopted scheme takes part in the year."""


class SchemeNotAdopted(GradingRefused):
    """The prosecutors' scheme was not adopted: what was not decided gives nobody a grade."""


class OverPlaces(GradingRefused):
    """More 优秀 than places; the difference is more than anybody may lay down."""

    def __init__(self, year: int, category: str, given: int, places: int) -> None:
        super().__init__(year)
        self.category, self.given, self.places = category, given, places


class GradesOutOfBounds(GradingRefused):
    """Recorded departures that the rules no longer allow, since figures or decisions moved."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.names = names


class TieUndecided(GradingRefused):
    """Equals at the last place whom the committee has not voted on."""

    def __init__(self, year: int, category: str, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.category, self.names = category, names


class IncompleteUnsettled(GradingRefused):
    """People without a rating about whom nothing was decided."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.names = names


class ListNotVoted(GradingRefused):
    """No meeting with numbered minutes passed the list as it stands."""

    def __init__(self, year: int, version: int) -> None:
        super().__init__(year)
        self.version = version


class ReviewOutstanding(GradingRefused):
    """People at the bottom who were not reviewed: 先评审，后定等次."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.names = names


class UnfitUngraded(GradingRefused):
    """People found unfit for whom nothing at or below 基本称职 was chosen."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.names = names


class FiguresMoved(GradingRefused):
    """Figures are no longer those that the proposed list laid down: withdraw it and propose again."""

    def __init__(self, year: int, version: int, moved: tuple[Moved, ...]) -> None:
        super().__init__(year)
        self.version, self.moved = version, moved


class DepartureAfterVote(GradingRefused):
    """The committee's departure was recorded after the vote on the list: nobody voted on it."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.names = names


class DecidedAfterVote(GradingRefused):
    """A decision on places or a tie was recorded, changed or lifted after the vote on the list."""

    def __init__(self, year: int, kind: DecisionKind) -> None:
        super().__init__(year)
        self.kind = kind


class ProposalUnprepared(GradingRefused):
    """Grades were to be proposed before every month was published and every prosecutor had reported (述职).

    It asks for both, or for a reason.
    """

    def __init__(self, year: int, months: tuple[int, ...], unreported: tuple[str, ...]) -> None:
        super().__init__(year)
        self.months, self.unreported = months, unreported


class YearNotOver(GradingRefused):
    """Grades of a year were to be proposed before its last day was over: its figures are not whole."""


class NoGradeByHand(GradingRefused):
    """Somebody was to be left without a grade by choice: that follows from a decision on the person alone."""

    def __init__(self, year: int, name: str) -> None:
        super().__init__(year)
        self.name = name


class BackReasonMissing(GradingRefused):
    """A list is withdrawn or returned, and nobody says why."""

    def __init__(self, year: int, move: Move) -> None:
        super().__init__(year)
        self.move = move
