"""What a closed round came to, as far as it may be shown: single marks and small classes never (domain rules 3.5)."""

from typing import TYPE_CHECKING, Any, cast

from committee_desk.domain.round_counting import Counted, Invalid, count, shown_classes
from committee_desk.domain.rounds import Round
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_people import Roster, rated_of, roster_of
from committee_desk.services.round_views import PersonResult, RoundResult

if TYPE_CHECKING:
    from collections.abc import Mapping


def results_of(uow: UnitOfWork, given: Round) -> RoundResult:
    """The results of a closed round."""
    year, number = given.year, given.number
    roster, counted = roster_of(uow, year), count(uow.rounds.marks(year, number), given.terms)
    rated = rated_of(uow.rounds.people(year, number))
    return RoundResult(
        given,
        uow.rounds.turnouts(year, number),
        tuple(_person(roster, given, code, counted.get(code)) for code in rated),
        invalid_of(given),
        uow.rounds.batches(year, number),
    )


def invalid_of(given: Round) -> dict[Invalid, int]:
    """How many slips were invalid, by reason."""
    found: dict[Invalid, int] = {}
    told = cast("Mapping[str, Mapping[str, Any]]", (given.result or {}).get("invalid", {}))
    for reasons in told.values():
        for why, number in reasons.items():
            found[Invalid(why)] = found.get(Invalid(why), 0) + int(number)
    return found


def _person(roster: Roster, given: Round, code: str, counted: Counted | None) -> PersonResult:
    terms = given.terms
    weights = {str(name): weight for name, weight in terms.weights.items()}
    sums = counted.sums if counted else ()
    return PersonResult(
        code,
        roster.name(code),
        roster.department(code),
        shown_classes(sums, weights, terms.trimmed_from, terms.shown_from),
        counted.shown if counted else None,
    )
