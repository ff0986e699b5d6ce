"""Why a decision on places, on a tie or on incomplete people is not recorded, or not lifted."""

from datetime import date

from committee_desk.services.grading_refusals import GradingRefused
from committee_desk.services.grading_views import DecisionKind


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


class TieOvervoted(GradingRefused):
    """The committee voted a place for more of the equals than places are open: nothing is recorded of such a vote."""

    def __init__(self, year: int, meeting: int, voted: tuple[str, ...], open_places: int) -> None:
        super().__init__(year)
        self.meeting, self.voted, self.open_places = meeting, voted, open_places


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


class ConsentHeld(GradingRefused):
    """The file of the consent to more than 20 % was to be withdrawn while the consent stands."""
