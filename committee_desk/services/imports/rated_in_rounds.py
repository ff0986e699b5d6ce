"""Ballots in workbooks and rounds of the desk: nobody is rated by both, and a closed round takes nothing more."""

from collections.abc import Iterable

from committee_desk.domain.rounds import RoundState, RoundWay
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_import_refusals import BallotsCounted, BallotsOfARound

NAMED_AT_MOST = 5
RATING = frozenset({RoundState.OPEN, RoundState.CLOSED})
"""A draft takes nobody yet: it is refused when it is adopted."""


def refuse_counted(uow: UnitOfWork, year: int) -> None:
    """Refuse to move ballots of a year whose imported round is closed."""
    for each in uow.rounds.of_year(year):
        if each.way is RoundWay.IMPORTED and each.state is RoundState.CLOSED:
            raise BallotsCounted(year, each.label)


def refuse_rated_by_desk(uow: UnitOfWork, year: int, codes: Iterable[str]) -> None:
    """Refuse ballots for people whom a round of the desk rates."""
    wanted = set(codes)
    for each in uow.rounds.of_year(year):
        if each.way is not RoundWay.DESK or each.state not in RATING:
            continue
        rated = {person.code for person in uow.rounds.people(year, each.number) if person.rated}
        if both := sorted(wanted & rated):
            known = uow.facts.known_people()
            names = (min(known[code].names) if code in known else code for code in both[:NAMED_AT_MOST])
            raise BallotsOfARound(each.label, tuple(names), len(both))
