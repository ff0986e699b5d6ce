"""Why an act of grading is refused. None names why somebody has no grade: on every page that reads 另行确定."""

from datetime import date

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


class DecisionNumberMissing(GradingRefused):
    """A decision without the number of the paper that holds it."""

    def __init__(self, year: int, kind: DecisionKind) -> None:
        super().__init__(year)
        self.kind = kind


class DecisionDayWrong(GradingRefused):
    """A decision of a day before the year began, or that has not come."""

    def __init__(self, year: int, day: date, first: date, last: date) -> None:
        super().__init__(year)
        self.day, self.first, self.last = day, first, last


class DecisionReasonMissing(GradingRefused):
    """A decision that departs from the rules' own answer, and nobody says why."""

    def __init__(self, year: int, kind: DecisionKind) -> None:
        super().__init__(year)
        self.kind = kind


class NoSuchDecision(GradingRefused):
    """A decision is to be lifted that was not recorded, or was lifted meanwhile."""

    def __init__(self, year: int, kind: DecisionKind, subject: str) -> None:
        super().__init__(year)
        self.kind, self.subject = kind, subject


class NoTie(GradingRefused):
    """Nobody stands equal at that category's last place."""

    def __init__(self, year: int, category: str) -> None:
        super().__init__(year)
        self.category = category


class NotAmongEquals(GradingRefused):
    """A place of the tie for somebody who does not stand equal there."""

    def __init__(self, year: int, code: str, equals: tuple[str, ...]) -> None:
        super().__init__(year)
        self.code, self.equals = code, equals


class TooManyOfTie(GradingRefused):
    """More of the equals than places are open for them: never one more than the quota has."""

    def __init__(self, year: int, chosen: int, open_places: int) -> None:
        super().__init__(year)
        self.chosen, self.open_places = chosen, open_places


class TieVotedOtherwise(GradingRefused):
    """The committee voted for others of the equals than are to be recorded."""

    def __init__(self, year: int, voted: tuple[str, ...]) -> None:
        super().__init__(year)
        self.voted = voted


class TieItemMissing(GradingRefused):
    """The meeting's agenda has no item on exactly these equals."""

    def __init__(self, year: int, meeting: int, names: tuple[str, ...]) -> None:
        super().__init__(year)
        self.meeting, self.names = meeting, names


class NotIncomplete(GradingRefused):
    """Somebody is to be settled who has both ratings, or no grade for another reason."""

    def __init__(self, year: int, code: str, name: str) -> None:
        super().__init__(year)
        self.code, self.name = code, name


class NobodyToHandTo(GradingRefused):
    """A missing rating cannot hand its points over: no other rating of its part has a mark."""

    def __init__(self, year: int, name: str, missing: tuple[str, ...]) -> None:
        super().__init__(year)
        self.name, self.missing = name, missing


class NoLeftOver(GradingRefused):
    """More places than the office has left over beyond its categories' floors."""

    def __init__(self, year: int, wanted: int, left: int, floor: int, floors: int) -> None:
        super().__init__(year)
        self.wanted, self.left, self.floor, self.floors = wanted, left, floor, floors


class CategoryNotGraded(GradingRefused):
    """A category without people or without an adopted scheme in that year."""

    def __init__(self, year: int, category: str) -> None:
        super().__init__(year)
        self.category = category


class PoolTooSmall(GradingRefused):
    """A pool of fewer than two categories."""


class PooledAlready(GradingRefused):
    """A category that another pool holds."""

    def __init__(self, year: int, category: str) -> None:
        super().__init__(year)
        self.category = category


class PoolOverfull(GradingRefused):
    """More places than the pooled people have."""

    def __init__(self, year: int, wanted: int, floor: int, base: int, percent: int) -> None:
        super().__init__(year)
        self.wanted, self.floor, self.base, self.percent = wanted, floor, base, percent


class PlacesNegative(GradingRefused):
    """A number of places below nothing."""


class PlacesUsed(GradingRefused):
    """A decision on places under which a recorded 优秀 would have none."""

    def __init__(self, year: int, category: str, given: int, places: int) -> None:
        super().__init__(year)
        self.category, self.given, self.places = category, given, places


class ConsentFileMissing(GradingRefused):
    """More than 20 % without the file of the consent."""


class ConsentPercentWrong(GradingRefused):
    """A consent to another share than more than 20 and at most 25 percent."""

    def __init__(self, year: int, percent: int) -> None:
        super().__init__(year)
        self.percent = percent


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


class ConsentHeld(GradingRefused):
    """The file of the consent to more than 20 % was to be withdrawn while the consent stands."""


class BackReasonMissing(GradingRefused):
    """A list is withdrawn or returned, and nobody says why."""

    def __init__(self, year: int, move: Move) -> None:
        super().__init__(year)
        self.move = move
