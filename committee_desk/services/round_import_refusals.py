"""What is refused of imported ballots and of grading before their turnout, each with its facts.

`wording.round_import_refusals` has the sentences.
"""

from collections.abc import Sequence

from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Failing, RoundError
from committee_desk.services.grading_refusals import GradingRefused


class NoImportedBallots(DeskError):
    """No workbook brought ballots of that year: there is no turnout to type."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class SlipsAboveReturned(RoundError):
    """Workbooks brought more slips of a class than came back."""

    def __init__(self, label: str, ballot_class: BallotClass, slips: int, returned: int) -> None:
        super().__init__(label)
        self.ballot_class, self.slips, self.returned = ballot_class, slips, returned


class TurnoutReasonMissing(RoundError):
    """The turnout of a counted round is put right with a reason."""


class CorrectionFails(RoundError):
    """The turnout as it would be put right does not reach what makes the closed round count: it is declared void."""

    def __init__(self, label: str, failing: Failing) -> None:
        super().__init__(label)
        self.failing = failing


class BallotsCounted(DeskError):
    """The round of the year's imported ballots is closed: no workbook is taken, and none is taken back."""

    def __init__(self, year: int, label: str) -> None:
        super().__init__(year, label)
        self.year, self.label = year, label


class BallotsOfARound(DeskError):
    """A workbook holds ballots for people whom a round of the desk itself rates."""

    def __init__(self, label: str, names: Sequence[str], count: int) -> None:
        super().__init__(label, tuple(names))
        self.label, self.names, self.count = label, tuple(names), count


class ImportedTurnoutMissing(GradingRefused):
    """Grades wait for the turnout of the imported ballots."""

    def __init__(self, year: int, people: int, slips: int) -> None:
        super().__init__(year)
        self.people, self.slips = people, slips


class ImportedTurnoutFails(GradingRefused):
    """The turnout of the imported ballots does not reach what makes a round count."""

    def __init__(self, year: int, label: str, failing: Failing) -> None:
        super().__init__(year)
        self.label, self.failing = label, failing


class RoundsOpen(GradingRefused):
    """Rounds of the desk are open: whom they rate is not rated yet."""

    def __init__(self, year: int, labels: Sequence[str]) -> None:
        super().__init__(year)
        self.labels = tuple(labels)
