"""The round that an act names: of that year, the desk's own, at the state that the act needs."""

from committee_desk.domain.course import LOCKED
from committee_desk.domain.rounds import Round, RoundState, RoundWay, require_state
from committee_desk.services.course_moves import stage_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_refusals import NoSuchRound, RoundFromWorkbooks, RoundTooLate


def round_of(uow: UnitOfWork, year: int, number: int) -> Round:
    """That round; refuses a number that the year has not."""
    held = uow.rounds.get(year, number)
    if held is None:
        raise NoSuchRound(year, number)
    return held


def own_round(uow: UnitOfWork, year: int, number: int, act: str, *enough: RoundState) -> Round:
    """That round, held by the desk itself and at one of these states; refuses one of workbooks, or elsewhere."""
    held = round_of(uow, year, number)
    if held.way is not RoundWay.DESK:
        raise RoundFromWorkbooks(held.label)
    require_state(held, act, *enough)
    return held


def require_early(uow: UnitOfWork, year: int) -> None:
    """Refuse a round of a year whose list of grades is approved: it could not be closed."""
    stage = stage_of(uow, year)
    if stage in LOCKED:
        raise RoundTooLate(year, stage)
