"""启封: what a void round keeps sealed is opened with the key from its 封存单, and stays as it is."""

from collections import Counter, defaultdict
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
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from committee_desk.domain.ratings import BallotClass, BallotMark

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
    marks = uow.rounds.unseal(year, number, _key(given.label, typed))
    groups = _groups(marks, given.terms.shown_from)
    found: defaultdict[tuple[tuple[BallotClass, ...], str], list[Decimal | None]] = defaultdict(list)
    for each in marks:
        found[groups[each.ballot_class], each.code].append(each.mark)
    roster, random = roster_of(uow, year), SystemRandom()
    for theirs in found.values():
        random.shuffle(theirs)
    listed = (UnsealedMarks(names, code, roster.name(code), tuple(found[names, code])) for names, code in sorted(found))
    return Unsealed(given, why, tuple(listed))


def _groups(marks: "Iterable[BallotMark]", least: int) -> "Mapping[BallotClass, tuple[BallotClass, ...]]":
    """Which classes are listed together: one of too few ballots with the next, the last with the one before (domain
    rules, row 31). By itself the only leader's list would be his ballot."""
    lines = Counter((each.ballot_class, each.code) for each in marks)
    ballots: dict[BallotClass, int] = {}
    for (name, _), number in sorted(lines.items()):
        ballots[name] = max(number, ballots.get(name, 0))
    groups: list[list[BallotClass]] = []
    for name in ballots:
        if groups and sum(ballots[each] for each in groups[-1]) < least:
            groups[-1].append(name)
        else:
            groups.append([name])
    if len(groups) > 1 and sum(ballots[each] for each in groups[-1]) < least:
        groups[-2:] = [groups[-2] + groups[-1]]
    return {name: tuple(group) for group in groups for name in group}


def _key(label: str, typed: str) -> bytes:
    try:
        key = key_of(typed, SEAL)
    except Mistyped:
        key = None
    if key is None:
        raise SealKeyWrong(label)
    return key
