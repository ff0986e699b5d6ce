"""A round as its page shows it: its people and classes, what it waits for, what would void it, what is asked of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Failing, Round, RoundState, Turnout, failing
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_closing import on_paper, waiting_for, with_booth
from committee_desk.services.round_file import ClassProgress
from committee_desk.services.round_people import raters_of, roster_of, rows_of
from committee_desk.services.round_views import ClassRow, RoundCard

if TYPE_CHECKING:
    from committee_desk.services.booth_views import BoothWaiting


def card_of(
    uow: UnitOfWork,
    given: Round,
    progress: Mapping[BallotClass, ClassProgress],
    booth: "BoothWaiting | None",
    *,
    here: bool,
) -> RoundCard:
    """One round with all that may be seen of it."""
    people, year, number = uow.rounds.people(given.year, given.number), given.year, given.number
    raters, held = raters_of(people), uow.rounds.turnouts(given.year, given.number)
    paper = on_paper(held, raters, progress) if here else held
    rows = (ClassRow(name, most, held.get(name), progress.get(name, ClassProgress())) for name, most in raters.items())
    open_here = given.state is RoundState.OPEN and here
    return RoundCard(
        given,
        rows_of(roster_of(uow, year), given, people),
        tuple(rows),
        uow.rounds.batches(year, number),
        tuple(waiting_for(paper, raters, progress, ())) if open_here else (),
        failing_of(given) or _foreseen(given, paper, raters, _cast(progress, booth)),
        here,
        uow.rounds.sealed(year, number),
        booth,
    )


def failing_of(given: Round) -> Failing | None:
    """Why a round is void."""
    if given.state is not RoundState.VOID:
        return None
    return Failing(given.why) if given.why in list(Failing) else Failing.DECIDED


def _foreseen(
    given: Round,
    paper: Mapping[BallotClass, Turnout],
    raters: Mapping[BallotClass, int],
    cast: Mapping[BallotClass, int],
) -> Failing | None:
    """What would void an open round as its turnout stands. Too few have come back of every round at first: that is
    said only once each class's turnout is there."""
    why = failing(with_booth(paper, cast).values(), given.terms) if given.state is RoundState.OPEN else None
    return why if len(paper) == len(raters) or why is Failing.RETURNED_ABOVE_ISSUED else None


def _cast(progress: Mapping[BallotClass, ClassProgress], booth: "BoothWaiting | None") -> dict[BallotClass, int]:
    """The ballots of the booth by class: those that were written, and those that wait in its memory."""
    waiting = booth.waiting if booth is not None else {}
    return {name: each.used + waiting.get(name, 0) for name, each in progress.items()}


def known_flags(given: Round) -> frozenset[str]:
    """What the statistics of a round ask."""
    told = (given.result or {}).get("statistics", {})
    flags = told.get("flags", ()) if isinstance(told, Mapping) else ()
    return frozenset(str(each["name"]) for each in flags)
