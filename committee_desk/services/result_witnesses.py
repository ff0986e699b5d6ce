"""Who may serve a notice, and stand by when it is left or a signature refused: nobody whom it concerns, no relative."""

from collections.abc import Sequence

from committee_desk.domain.said import said
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.result_refusals import DecisionIncomplete, Missing, ServerUnfit, Unfit, WitnessUnfit
from committee_desk.services.typed_people import Part, aside, one_person

NEEDED = 2
"""So many witnesses see that a notice or signature is refused (domain rules, row 40)."""
_WHY = {Part.SELF: Unfit.SELF, Part.KIN: Unfit.KIN, Part.UNCLEAR: Unfit.UNCLEAR}


def require_server_apart(uow: UnitOfWork, year: int, code: str, name: str, typed: str) -> None:
    """Refuse who would serve the own notice, or a relative's."""
    if found := aside(kin_of(uow), people_of(uow, year), typed, (code,)):
        raise ServerUnfit(found.who, _WHY[found.why], name)


def witnesses_of(  # noqa: PLR0913, PLR0917 - of whose notice, who saw it, apart from whom
    uow: UnitOfWork, year: int, code: str, name: str, typed: Sequence[str], server: str
) -> tuple[str, ...]:
    """The two witnesses as they are kept; refused where one is the person, a relative, who served it, or the other."""
    kept = tuple(each for each in (said(one, "witnesses") for one in typed) if each)
    if len(kept) < NEEDED:
        raise DecisionIncomplete(Missing.WITNESSES)
    people, kin = people_of(uow, year), kin_of(uow)
    for at, each in enumerate(kept):
        if any(one_person(people, each, other) for other in kept[:at]):
            raise WitnessUnfit(each, Unfit.TWICE, name)
        if one_person(people, each, server):
            raise WitnessUnfit(each, Unfit.SERVER, name)
        if found := aside(kin, people, each, (code,)):
            raise WitnessUnfit(each, _WHY[found.why], name)
    return kept
