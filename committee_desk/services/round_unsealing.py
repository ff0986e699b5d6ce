"""启封: what a void round keeps sealed is opened with the key from its 封存单, and stays as it is."""

from collections import defaultdict
from random import SystemRandom
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.recovery_code import SEAL, Mistyped, key_of
from committee_desk.domain.rounds import RoundState, require_state
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_finding import round_of
from committee_desk.services.round_people import roster_of
from committee_desk.services.round_refusals import NothingSealed, SealKeyWrong, UnsealReasonMissing
from committee_desk.services.round_views import Unsealed, UnsealedMarks

if TYPE_CHECKING:
    from decimal import Decimal

    from committee_desk.domain.ratings import BallotClass

UNSEAL = "rounds.unseal"


class Unsealing(NamedTuple):
    """What is typed to open a seal: the key from the paper, and why."""

    key: str
    why: str

    def __repr__(self) -> str:
        """Never the key."""
        return f"Unsealing({self.why!r})"


def unsealed_of(uow: UnitOfWork, year: int, number: int, typed: str, why: str) -> Unsealed:
    """The marks by class and person, in no order; refuses a wrong key, and a round that keeps nothing sealed."""
    given = round_of(uow, year, number)
    require_state(given, "unseal", RoundState.VOID)
    if not uow.rounds.sealed(year, number):
        raise NothingSealed(given.label)
    if not why:
        raise UnsealReasonMissing(given.label)
    found: defaultdict[tuple[BallotClass, str], list[Decimal | None]] = defaultdict(list)
    for each in uow.rounds.unseal(year, number, _key(given.label, typed)):
        found[each.ballot_class, each.code].append(each.mark)
    roster, random = roster_of(uow, year), SystemRandom()
    for marks in found.values():
        random.shuffle(marks)
    listed = (UnsealedMarks(name, code, roster.name(code), tuple(found[name, code])) for name, code in sorted(found))
    return Unsealed(given, why, tuple(listed))


def _key(label: str, typed: str) -> bytes:
    try:
        key = key_of(typed, SEAL)
    except Mistyped:
        key = None
    if key is None:
        raise SealKeyWrong(label)
    return key
