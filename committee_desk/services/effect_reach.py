"""Whom an open proceeding could move: until its motion is laid, everybody who shares ranks or places with it."""

from committee_desk.domain.effects import Effects
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Motion, ProceedingState
from committee_desk.services.effect_rules import proceeding_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_notice import approved_list


def could_move(uow: UnitOfWork, year: int, number: int) -> frozenset[str]:
    """By code: nobody once it is decided or withdrawn; once its motion is laid, who applied, whom it is about and whom
    it moves, of 维持 nobody besides; else everybody of the same category, or of one whose places are pooled with it."""
    given = proceeding_of(uow, year, number)
    if not given.open:
        return frozenset()
    return frozenset({given.code, given.about}) | _reached(uow, given)


def _reached(uow: UnitOfWork, given: Proceeding) -> frozenset[str]:
    if given.state is ProceedingState.MOVED and given.motion is Motion.UPHOLD:
        return frozenset()
    if given.state is ProceedingState.MOVED and given.effects:
        return frozenset(Effects.from_json(given.effects).told)
    return sharing(uow, given.year, given.about)


def sharing(uow: UnitOfWork, year: int, code: str) -> frozenset[str]:
    """Everybody of the list who shares ranks or places with that person."""
    listed = approved_list(uow, year)
    mine = next((each.category for each in listed.people if each.code == code), None) if listed else None
    if listed is None or mine is None:
        return frozenset()
    pools = next((each.pool for each in listed.quotas if each.category == mine), ())
    together = {mine, *pools}
    return frozenset(each.code for each in listed.people if each.category in together)
