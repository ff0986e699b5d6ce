"""Whether points may be deducted for a case: an acquittal or exemption asks for a cause finding first."""

from committee_desk.domain.evaluations import Cause, asks_for_cause
from committee_desk.services.evaluation_views import CauseIsNoFault, CauseMissing
from committee_desk.services.ports import UnitOfWork


def require_cause_found(uow: UnitOfWork, number: str) -> None:
    """Refuse to take anything from the marks of an acquittal or exemption before its cause is found."""
    outcome = uow.evaluations.outcome(number)
    if outcome is not None and asks_for_cause(outcome) and uow.evaluations.cause(number) is None:
        raise CauseMissing(number, outcome)


def require_deduction_allowed(uow: UnitOfWork, number: str) -> None:
    """Refuse to deduct points for that case before its cause is found, and unless the cause is 失误.

    For a typed evaluation with a deducting grade, and for a typed event below nought that is linked to the case.
    """
    outcome = uow.evaluations.outcome(number)
    if outcome is None or not asks_for_cause(outcome):
        return
    held = uow.evaluations.cause(number)
    if held is None:
        raise CauseMissing(number, outcome)
    if held.finding.cause is not Cause.FAULT:
        raise CauseIsNoFault(number, outcome, held.finding.cause, held.finding.decision)
