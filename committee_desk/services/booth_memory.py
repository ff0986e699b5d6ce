"""The ballots that wait in the booth's memory: which of them may be written together, and which must not be.

Whoever has every earlier copy of the working file sees by comparing them what came with which codes. So ballots of a
class are written five at a time at least, and five stay back: what closing writes are five or more as well, however
few come after. Fewer go together only where they are the whole class, and nothing of it was written before.
"""

from collections.abc import Iterable, Sequence
from secrets import SystemRandom
from typing import NamedTuple

from committee_desk.domain.rater_statistics.straight_lines import is_straight_line
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Slip, loosened
from committee_desk.domain.serials import class_of
from committee_desk.services.round_file import TOGETHER, Ledger
from committee_desk.services.round_open import OpenRound

_RANDOM = SystemRandom()


class Ballot(NamedTuple):
    """A ballot that waits: under which code's hash it was cast, and what it says. Nowhere but in memory."""

    hashed: str
    slip: Slip

    def __repr__(self) -> str:
        """Nothing of it, not even in a trace."""
        return "Ballot()"


def of_class(ballots: Iterable[Ballot], ballot_class: BallotClass) -> list[Ballot]:
    """Those of one class."""
    return [each for each in ballots if each.slip.ballot_class is ballot_class]


def still_good(waiting: Iterable[Ballot], ledger: Ledger) -> list[Ballot]:
    """Those whose code is there and unused: at another window it may have been voted with, or replaced."""
    return [each for each in waiting if (code := ledger.codes.get(each.hashed)) is not None and not code.used]


def to_write(waiting: Sequence[Ballot], ledger: Ledger, here: OpenRound, ballot_class: BallotClass) -> list[Ballot]:
    """The ballots of a class that are written now, drawn by lot; none where too few would be left, or go."""
    own = of_class(waiting, ballot_class)
    if _is_rest(own, ledger, here, ballot_class):
        written = ledger.ballots.get(ballot_class, 0)
        return own if not written or len(own) >= TOGETHER else []
    return _RANDOM.sample(own, len(own) - TOGETHER) if len(own) >= 2 * TOGETHER else []


def stands_out(waiting: Sequence[Ballot], ledger: Ledger, here: OpenRound, ballot_class: BallotClass) -> bool:
    """Whether closing would show whose the waiting ballots of a class are: few of them, and others that are known.

    Paper slips are known as well: they lie in the working file as they are, under serials that are nobody's. Fewer than
    a class is shown from stand out by themselves, unless they are all of it.
    """
    own = of_class(waiting, ballot_class)
    if not own or len(own) >= TOGETHER:
        return False
    paper = any(class_of(serial) is ballot_class for serial in (*ledger.counted, *ledger.slips))
    if paper or ledger.ballots.get(ballot_class, 0):
        return True
    return len(own) < here.terms.shown_from and not _is_rest(own, ledger, here, ballot_class)


def write_into(ledger: Ledger, here: OpenRound, ballots: Iterable[Ballot]) -> None:
    """Part the ballots into single marks, count them, and mark their codes used."""
    for each in ballots:
        own = each.slip.ballot_class
        ledger.booth.extend(loosened(each.slip, here.rated, here.terms))
        ledger.ballots[own] = ledger.ballots.get(own, 0) + 1
        straight = is_straight_line(each.slip, here.rated, here.terms)
        ledger.straight[own] = ledger.straight.get(own, 0) + straight
        ledger.codes[each.hashed] = ledger.codes[each.hashed]._replace(used=True)


def _is_rest(own: Sequence[Ballot], ledger: Ledger, here: OpenRound, ballot_class: BallotClass) -> bool:
    """Whether with these the whole class has voted."""
    used = sum(1 for each in ledger.codes.values() if each.used and each.ballot_class is ballot_class)
    return bool(own) and used + len(own) == here.rating_in(ballot_class)
