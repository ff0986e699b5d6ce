"""Who may stand by when a notice is left or a signature refused: two people apart from whom it concerns."""

from collections.abc import Mapping, Sequence

from committee_desk.domain.evaluations import named_in
from committee_desk.domain.names import spelt
from committee_desk.domain.people import Stay
from committee_desk.domain.said import said
from committee_desk.services.objection_recusals import SEVERAL, require_no_part
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_recusals import meant_by
from committee_desk.services.result_refusals import DecisionIncomplete, Missing, Unfit, WitnessUnfit

NEEDED = 2
"""So many witnesses see that a notice or signature is refused (domain rules, row 40)."""


def witnesses_of(  # noqa: PLR0913, PLR0917 - of whose notice, who saw it, apart from whom
    uow: UnitOfWork, year: int, code: str, name: str, typed: Sequence[str], server: str
) -> tuple[str, ...]:
    """The two witnesses as they are kept; refused where one is the person, a relative, who served it, or the other."""
    kept = tuple(each for each in (said(one, "witnesses") for one in typed) if each)
    if len(kept) < NEEDED:
        raise DecisionIncomplete(Missing.WITNESSES)
    people = people_of(uow, year)
    seen: set[str] = set()
    servers = {key for each in SEVERAL.split(server) if each.strip() for key in _keys(people, each)}
    for each in kept:
        keys = _keys(people, each)
        if keys & seen:
            raise WitnessUnfit(each, Unfit.TWICE, name)
        seen |= keys
        if keys & servers:
            raise WitnessUnfit(each, Unfit.SERVER, name)
        _require_apart(uow, people, each, code, name)
    return kept


def _keys(people: Mapping[str, Stay], typed: str) -> frozenset[str]:
    """Whom the text means, titles and codes and all: the same person has the same key under any spelling."""
    return frozenset(meant_by(people, typed) or named_in(typed) or (spelt(typed),))


def _require_apart(uow: UnitOfWork, people: Mapping[str, Stay], typed: str, code: str, name: str) -> None:
    try:
        for each in (typed, *meant_by(people, typed), *named_in(typed)):
            require_no_part(uow, people, each, (code,), "")
    except ReceiverIsObjector:
        raise WitnessUnfit(typed, Unfit.SELF, name) from None
    except ReceiverIsKin:
        raise WitnessUnfit(typed, Unfit.KIN, name) from None
