"""Who may stand by when a notice is left or a signature refused: two people apart from whom it concerns."""

from collections.abc import Sequence

from committee_desk.domain.names import spelt
from committee_desk.domain.said import said
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_refusals import DecisionIncomplete, WitnessUnfit

NEEDED = 2
"""So many witnesses see that a notice or signature is refused (domain rules, row 40)."""


def witnesses_of(  # noqa: PLR0913, PLR0917 - of whose notice, who saw it, apart from whom
    uow: UnitOfWork, year: int, code: str, name: str, typed: Sequence[str], server: str
) -> tuple[str, ...]:
    """The two witnesses as they are kept; refused where one is the person, a relative, who served it, or the other."""
    kept = tuple(each for each in (said(one, "witnesses") for one in typed) if each)
    if len(kept) < NEEDED:
        raise DecisionIncomplete("witnesses")
    people = people_of(uow, year)
    seen: set[str] = set()
    for each in kept:
        if spelt(each) in seen:
            raise WitnessUnfit(each, "twice", name)
        seen.add(spelt(each))
        if server and spelt(each) == spelt(server):
            raise WitnessUnfit(each, "server", name)
        try:
            require_no_part(uow, people, each, (code,), "")
        except ReceiverIsObjector:
            raise WitnessUnfit(each, "self", name) from None
        except ReceiverIsKin:
            raise WitnessUnfit(each, "kin", name) from None
    return kept
