"""The booth (测评间) as its screens show it, and what it refuses."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundError, RoundKind
from committee_desk.services.changes import Change
from committee_desk.services.slip_views import RatedLine


class RaterCode(NamedTuple):
    """A code for one rater's envelope; told once, when it is made."""

    person: str
    name: str
    department: str
    ballot_class: BallotClass
    code: str

    def __repr__(self) -> str:
        """Never the code."""
        return f"RaterCode({self.person!r})"


class Codes(NamedTuple):
    """The codes that were made, by person."""

    codes: tuple[RaterCode, ...]
    change: Change


class BoothLine(NamedTuple):
    """A line of the ballot. The rater's own is there as on every slip, and barred."""

    rated: RatedLine
    own: bool


class BoothBallot(NamedTuple):
    """An empty ballot in the booth. Neither the rater's name nor the code is on it."""

    title: str
    label: str
    kind: RoundKind
    ballot_class: BallotClass
    most_excellent: int | None
    excellent_from: Decimal
    """A mark of so much or more is an excellent one: whom a cap binds must know from where."""
    lines: tuple[BoothLine, ...]
    together: int
    """So many ballots of the class are written at once; before, this one is in memory alone."""


class BoothWaiting(NamedTuple):
    """Ballots that are in this program's memory alone: they are lost when it ends, and their codes free again."""

    waiting: Mapping[BallotClass, int]
    """How many of each class."""
    too_few: tuple[BallotClass, ...] = ()
    """Of these classes so few wait that the round cannot be closed: TooFewWait says why."""
    interrupted: bool = False
    """A program was cut off while ballots waited: whoever's code is unused is asked again."""
    ask_again: tuple[RatedLine, ...] = ()
    """The raters whose codes are unused; told where a program was cut off."""


class CodeMistyped(RoundError):
    """What was typed is no code: a character is wrong or missing."""


class CodeUnknown(RoundError):
    """The code opens nothing in this round: another one was made in its place."""


class CodeOfAnotherRound(RoundError):
    """The code is another round's."""


class CodeUsed(RoundError):
    """The code was used; a ballot is cast once."""


class BoothTaken(RoundError):
    """Somebody's ballot lies open in the booth."""


class NobodyInBooth(DeskError):
    """No ballot lies open in the booth: it was cast, or left."""


class OwnLine(RoundError):
    """The rater marked himself, on a line that is barred."""


class BoothLineRefused(RoundError):
    """What stands on a line is no mark: `text` for the person. `kind` says what a line may say."""

    def __init__(self, label: str, name: str, text: str, kind: RoundKind) -> None:
        super().__init__(label)
        self.name, self.text, self.kind = name, text, kind


class BoothStranger(RoundError):
    """A line for somebody whom the round does not rate."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(label)
        self.code = code


class BoothHalfBlank(RoundError):
    """More than half of the ballot is blank: it would not count. 弃权 is not blank."""


class BoothTooManyExcellent(RoundError):
    """More 优秀 than a ballot may bear: it would not count."""

    def __init__(self, label: str, found: int, most: int) -> None:
        super().__init__(label)
        self.found, self.most = found, most


class NoCodesToMake(RoundError):
    """Everybody who may rate has a code. For a new one in its place somebody has to be named."""


class NoRaterNamed(RoundError):
    """New codes are asked for, and nobody is named."""


class NoRater(RoundError):
    """A code is asked for somebody who may not rate in the round. `code` is that person's."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(label)
        self.code = code


class RaterHasVoted(RoundError):
    """A new code is asked for somebody who cast a ballot in the booth."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label)
        self.name = name


class BoothCutOff(RoundError):
    """Ballots wait in the memory of another window, or were lost with it: a round is not closed over them."""


class BoothEnded(RoundError):
    """The round was closed or declared void, at this window or another. `cast`: a ballot was about to be cast."""

    def __init__(self, label: str, *, cast: bool) -> None:
        super().__init__(label)
        self.cast = cast


class TooFewWait(RoundError):
    """So few ballots of the class wait that closing would show whose they are, beside what earlier copies of the
    working file say: more of the class come to the booth first, or these are given back to be cast on paper."""

    def __init__(self, label: str, ballot_class: BallotClass, waiting: int, least: int) -> None:
        super().__init__(label)
        self.ballot_class, self.waiting, self.least = ballot_class, waiting, least
