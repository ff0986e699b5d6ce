"""The booth (测评间): one-time codes for envelopes, ballots cast at this PC, held in memory until enough are together.

A ballot never touches the disk as a whole. Five ballots of a class, or all of it, are parted into single marks and
written at once, together with their codes; until then they are in this program's memory alone (domain rules 3.5).
"""

from collections.abc import Collection, Mapping

from committee_desk.domain.ratings import BallotClass
from committee_desk.services.actor import Actor
from committee_desk.services.booth_views import BoothBallot, BoothWaiting, Codes
from committee_desk.services.changes import Change
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.round_file import RoundContents, RoundFiles
from committee_desk.services.seat import Seat


class BoothDesk:
    """Holds the booth. Whoever holds a code may enter and cast; nothing else of the desk can be reached through it."""

    def __init__(self, open_work: OpenUnitOfWork, files: RoundFiles, seat: Seat) -> None:
        self._open, self._files, self._seat = open_work, files, seat

    # -- codes (KEEP_ROUNDS) -------------------------------------------------------------------------------------------

    def make_codes(self, actor: Actor, year: int, number: int, people: Collection[str] | None = None) -> Codes:
        """Codes for envelopes: for these raters, or for all who have none. An unused one is replaced; told once."""
        raise NotImplementedError

    # -- the booth itself (anybody with a code) ------------------------------------------------------------------------

    def enter(self, year: int, number: int, code: str) -> BoothBallot:
        """An empty ballot for whoever holds that code."""
        raise NotImplementedError

    def check(self, lines: Mapping[str, str]) -> None:
        """Refuse what could not be cast so; nothing is kept."""
        raise NotImplementedError

    def cast(self, lines: Mapping[str, str]) -> Change:
        """Cast the open ballot: texts as `desk.slips.type` takes them, by the person's code."""
        raise NotImplementedError

    def leave(self) -> None:
        """Leave the booth without casting; the code stays good."""
        raise NotImplementedError

    # -- what waits ----------------------------------------------------------------------------------------------------

    def waiting(self) -> int:
        """How many ballots are in memory alone, of whatever round: asked before the window closes. Anybody."""
        raise NotImplementedError

    def state(self, year: int, number: int) -> BoothWaiting:
        """What waits of a round, and whether a program was cut off over waiting ballots. KEEP_ROUNDS."""
        raise NotImplementedError

    def asked_again(self, actor: Actor, year: int, number: int) -> Change:
        """Those whose codes are unused were asked again, after a program was cut off. KEEP_ROUNDS."""
        raise NotImplementedError

    def give_back(self, actor: Actor, year: int, number: int, ballot_class: BallotClass) -> Change:
        """Give the waiting ballots of a class back: nothing is kept of them, their codes are free. KEEP_ROUNDS."""
        raise NotImplementedError

    # -- for closing (ADOPT_ROUNDS) ------------------------------------------------------------------------------------

    def contents(self, year: int, number: int) -> RoundContents:
        """All that the round's working file holds and the ballots that wait in memory; TooFewWait where those of a
        class would stand out. For the closing transaction: write it, commit, then `forget` and destroy the file."""
        raise NotImplementedError

    def forget(self, year: int, number: int) -> None:
        """The round has ended: nothing of it stays in memory."""
        raise NotImplementedError
