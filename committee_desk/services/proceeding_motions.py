"""What a motion (复核意见) asks: it goes with what was found, and nobody is worse off by his own application, or
unheard."""

from committee_desk.domain.effects import Effects
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Motion, ProceedingMove, moved
from committee_desk.domain.said import said
from committee_desk.services.effect_refusals import NotHeard, OtherNotHeard, WorseByOwnApplication
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_keys import regraded
from committee_desk.services.proceeding_refusals import MotionContradicts, ReasonsMissing
from committee_desk.services.proceeding_votes import voted_down


def require_motion(uow: UnitOfWork, held: Proceeding, motion: Motion, reasons: str) -> None:
    """Refuse a motion that is not possible now, has no reasons, or contradicts what was found.

    What was found stays as it was found where the committee did not vote for the change: it upholds by its own reasons.
    """
    moved(held.label, held.state, ProceedingMove.LAY)
    if not said(reasons, "findings"):
        raise ReasonsMissing(held.label)
    nothing_found = motion is Motion.CHANGE and not held.changes and held.applicant is not None
    if nothing_found or (motion is Motion.UPHOLD and held.changes and not voted_down(uow, held)):
        raise MotionContradicts(held.label, len(held.changes))


def require_fair(held: Proceeding, effects: Effects) -> None:
    """Nobody is made worse by the own application, and nobody unheard: whom it is about, whose grade or whose own fact
    is found to be another (公务员法 96; domain rules, row 12)."""
    heard = {each.code for each in held.hearings}
    about = (held.about, *regraded(held.changes))
    for code in dict.fromkeys((*about, *(each.code for each in effects.people if each.own))):
        worse = effects.of(code)
        if worse is None or not worse.loses:
            continue
        if code == held.applicant:
            raise WorseByOwnApplication(held.label, worse)
        if code not in heard:
            raise (NotHeard if code in about else OtherNotHeard)(held.label, worse.name)
