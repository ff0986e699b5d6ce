"""Who takes part in a round, derived from posts: who is rated, and who may rate in which class."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from committee_desk.domain.leading import Leading
from committee_desk.domain.people import Stay
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.relationships import Kin
from committee_desk.domain.rounds import Participant, Round
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_refusals import RatedByImport, RatedElsewhere
from committee_desk.services.round_views import ParticipantRow

NAMED_AT_MOST = 5


class Roster(NamedTuple):
    """The year's people as a round sees them: everybody's latest stay, and who heads a department."""

    year: int
    stays: Mapping[str, Stay]
    heads: frozenset[str]

    def derived(self, categories: Iterable[str]) -> dict[str, Participant]:
        """Everybody of the chosen categories who is neither an external leader nor left is rated; A are the leaders, B
        heads of departments, C everybody else who is there at the end of the year."""
        wanted, end = frozenset(map(str, categories)), date(self.year, 12, 31)
        return {
            code: Participant(code, self._class(stay), rated=str(stay.category) in wanted and not stay.is_leader)
            for code, stay in self.stays.items()
            if stay.until is None or stay.until >= end
        }

    def named(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The names of these people, the first few."""
        return tuple(self.name(code) for code in sorted(codes)[:NAMED_AT_MOST])

    def name(self, code: str) -> str:
        """The name of that person; the code where the roster knows no such person any more."""
        stay = self.stays.get(code)
        return stay.name if stay else code

    def department(self, code: str) -> str:
        """Where that person is; nothing where the roster knows no such person any more."""
        stay = self.stays.get(code)
        return stay.department if stay else ""

    def post(self, code: str) -> str:
        """That person's post; nothing where there is none, or the roster knows no such person any more."""
        stay = self.stays.get(code)
        return (stay.post or "") if stay else ""

    def _class(self, stay: Stay) -> BallotClass:
        if stay.is_leader:
            return BallotClass.A
        return BallotClass.B if stay.code in self.heads else BallotClass.C


def roster_of(uow: UnitOfWork, year: int) -> Roster:
    """The people of that year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    stays = uow.people.stays_touching(first, last)
    charges = (each.charge for each in uow.relations.charges())
    leading = Leading(stays, charges, Kin(()), year)
    latest = {stay.code: stay for stay in stays}
    heads = frozenset(code for code in latest if (led := leading.of(code)) is not None and led.heads)
    return Roster(year, latest, heads)


def rated_of(people: Iterable[Participant]) -> tuple[str, ...]:
    """The people who are rated, in the order in which slips name them."""
    return tuple(sorted(each.code for each in people if each.rated))


def raters_of(people: Iterable[Participant]) -> dict[BallotClass, int]:
    """How many may rate in each class that anybody may rate in."""
    found = dict.fromkeys(BallotClass, 0)
    for each in people:
        if each.ballot_class is not None:
            found[each.ballot_class] += 1
    return {ballot_class: number for ballot_class, number in found.items() if number}


def rows_of(roster: Roster, given: Round, people: Iterable[Participant]) -> tuple[ParticipantRow, ...]:
    """The round's people with what the desk would have said of each."""
    derived = roster.derived(given.categories)
    rows = (
        ParticipantRow(
            each,
            roster.name(each.code),
            roster.department(each.code),
            roster.post(each.code),
            derived.get(each.code),
        )
        for each in people
    )
    return tuple(sorted(rows, key=lambda row: row.participant.code))


def refuse_rated_twice(uow: UnitOfWork, roster: Roster, given: Round, rated: Iterable[str]) -> None:
    """A year's rounds that are not void rate different people, and none for whom workbooks brought ballots."""
    mine = frozenset(rated)
    for other in uow.rounds.of_year(given.year):
        if other.number == given.number or not other.holds:
            continue
        theirs = frozenset(rated_of(uow.rounds.people(other.year, other.number)))
        if both := mine & theirs:
            raise RatedElsewhere(given.label, other.label, roster.named(both))
    if both := mine & uow.rounds.imported_for(given.year):
        raise RatedByImport(given.label, roster.named(both))
