"""How a decision on re-review was served: by whom, before which witnesses, on what proof."""

from collections.abc import Sequence
from itertools import combinations

from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import ServedDecision
from committee_desk.domain.results import PROVED, Means
from committee_desk.domain.said import said
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_refusals import ServedBadly
from committee_desk.services.proceeding_views import Serving
from committee_desk.services.typed_people import People, one_person

WITNESSES = 2
"""So many see that it was left with somebody who refused it."""


def served_so(uow: UnitOfWork, people: People, held: Proceeding, serving: Serving) -> ServedDecision:
    """The 送达回证 as it is kept; refused where it lacks something, or somebody has a part in the matter."""
    by, proof = said(serving.by, "member_name"), said(serving.proof, "proofs")
    witnesses = tuple(filter(None, (said(each, "member_name") for each in serving.witnesses)))
    if not by:
        raise ServedBadly(held.label, "server")
    if serving.means is Means.LEFT and not _are_apart(people, by, witnesses):
        raise ServedBadly(held.label, "witnesses")
    if serving.means in PROVED and not proof:
        raise ServedBadly(held.label, "proof")
    for each in (by, *witnesses):
        require_no_part(uow, people, each, (held.code,), held.label)
    return ServedDecision(serving.day, str(serving.means), by, witnesses, proof)


def _are_apart(people: People, server: str, witnesses: Sequence[str]) -> bool:
    """Whether enough different people saw it, none of them who served it, however they are typed."""
    apart = not any(one_person(people, *two) for two in combinations((server, *witnesses), 2))
    return apart and len(witnesses) >= WITNESSES
