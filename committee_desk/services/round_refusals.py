"""What is refused of rating rounds, each with its facts; `wording.round_refusals` has the sentences."""

from collections.abc import Sequence
from datetime import date

from committee_desk.domain.course import Stage
from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundError
from committee_desk.services.round_views import Waiting


class NoSuchRound(DeskError):
    """The year has no round of that number."""

    def __init__(self, year: int, number: int) -> None:
        super().__init__(year, number)
        self.year, self.number = year, number


class RoundUntitled(DeskError):
    """A round needs a title."""


class RoundForNobody(DeskError):
    """No category was chosen, or nobody of those chosen can be rated."""


class RoundSchemesDiffer(DeskError):
    """The schemes of the chosen categories count ballots differently: one round cannot be counted by both."""

    def __init__(self, categories: Sequence[str]) -> None:
        super().__init__(tuple(categories))
        self.categories = tuple(categories)


class CapUnclear(DeskError):
    """The cap on 优秀 marks is no whole number from 1, or above what there are people to rate."""

    def __init__(self, typed: str, rated: int) -> None:
        super().__init__(typed, rated)
        self.typed, self.rated = typed, rated


class RoundTooLate(DeskError):
    """The year's list of grades is approved: a round would count for nothing."""

    def __init__(self, year: int, stage: Stage) -> None:
        super().__init__(year, stage)
        self.year, self.stage = year, stage


class RoundChanged(RoundError):
    """The draft is no longer what was read."""


class RatedElsewhere(RoundError):
    """People of this round are rated in another of the same year."""

    def __init__(self, label: str, other: str, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.other, self.names = other, names


class RatedByImport(RoundError):
    """Workbooks brought ballots for people of this round."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.names = names


class NotOnTheRoster(RoundError):
    """Nobody of that code is on the year's roster."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(label)
        self.code = code


class LeaderNotRated(RoundError):
    """External leaders (领导成员) may rate and are never rated: their grade is set elsewhere."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label)
        self.name = name


class RosterMoved(RoundError):
    """Since the draft's people were derived, posts have moved. `names` are the first few of `count` people."""

    def __init__(self, label: str, names: tuple[str, ...], count: int) -> None:
        super().__init__(label)
        self.names, self.count = names, count


class NobodyRates(RoundError):
    """Nobody may rate in the round."""


class AgainUnchanged(RoundError):
    """A round that is held again has the same people and terms."""

    def __init__(self, label: str, first: str) -> None:
        super().__init__(label)
        self.first = first


class SchemeMoved(RoundError):
    """The scheme counts ballots otherwise than the round's terms. `adopted`: the round's terms are locked already."""

    def __init__(self, label: str, *, adopted: bool) -> None:
        super().__init__(label)
        self.adopted = adopted


class AdoptionIncomplete(RoundError):
    """A round is adopted by a document of a day."""


class AdoptedAhead(RoundError):
    """The day of the adoption, or of a look, has not come."""

    def __init__(self, label: str, day: date, today: date) -> None:
        super().__init__(label)
        self.day, self.today = day, today


class TurnoutUnclear(RoundError):
    """A number of the turnout is no whole number from 0, or above the largest taken: due, present, issued, returned."""

    def __init__(self, label: str, ballot_class: BallotClass, field: str, typed: str) -> None:
        super().__init__(label)
        self.ballot_class, self.field, self.typed = ballot_class, field, typed


class TurnoutBeyond(RoundError):
    """A number of the turnout is above the one that bounds it: present or issued above due, returned above present.

    `counted`: it is the sum of paper and booth, found at closing.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - which number of which class is above which
        self, label: str, ballot_class: BallotClass, field: str, number: int, bound: str, most: int, *, counted: bool
    ) -> None:
        super().__init__(label)
        self.ballot_class, self.field, self.number, self.bound, self.most = ballot_class, field, number, bound, most
        self.counted = counted


class DueLocked(RoundError):
    """How many are due in a class was locked with the round: whoever may rate in it, nobody more and nobody less."""

    def __init__(self, label: str, ballot_class: BallotClass, typed: int, raters: int) -> None:
        super().__init__(label)
        self.ballot_class, self.typed, self.raters = ballot_class, typed, raters


class ClassNotRating(RoundError):
    """Nobody may rate in that class of the round."""

    def __init__(self, label: str, ballot_class: BallotClass) -> None:
        super().__init__(label)
        self.ballot_class = ballot_class


class RoundNotReady(RoundError):
    """The round cannot be closed yet. `waiting` is all that it waits for."""

    def __init__(self, label: str, waiting: tuple[Waiting, ...]) -> None:
        super().__init__(label)
        self.waiting = waiting


class AbsentUnclear(RoundError):
    """Who did not take part does not agree with the turnout of a class."""

    def __init__(self, label: str, ballot_class: BallotClass, named: int, absent: int) -> None:
        super().__init__(label)
        self.ballot_class, self.named, self.absent = ballot_class, named, absent


class AbsentUnknown(RoundError):
    """What was typed of those who did not take part names nobody who may rate in the round, or several: `options`."""

    def __init__(self, label: str, typed: str, options: tuple[str, ...]) -> None:
        super().__init__(label)
        self.typed, self.options = typed, options


class SealKeyWrong(RoundError):
    """The typed key does not open what the void round keeps sealed: mistyped, or another round's."""


class NothingSealed(RoundError):
    """The round keeps nothing sealed: no ballot was counted before it was void."""


class UnsealReasonMissing(RoundError):
    """A seal is broken with a reason."""


class VoidReasonMissing(RoundError):
    """A round is declared void with a reason."""


class RoundFromWorkbooks(RoundError):
    """Workbooks brought the round's ballots: it has no slips, no booth and no closing of its own."""


class NoSuchFlag(RoundError):
    """The statistics ask nothing of that name."""

    def __init__(self, label: str, flag: str) -> None:
        super().__init__(label)
        self.flag = flag


class LookIncomplete(RoundError):
    """A look needs who looked, the day, and what was decided."""
