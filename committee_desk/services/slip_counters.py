"""Who counts slips (计票, 监票) though he is rated in the round, or a relative is: said, never refused.

No rule keeps him from it: a round is counted by two, and its marks are told to nobody. But others had better count.
"""

from collections.abc import Iterable
from typing import NamedTuple

from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.round_file import KeptBatch
from committee_desk.services.round_open import OpenRound
from committee_desk.services.typed_people import Part, aside


class CounterRated(NamedTuple):
    """Somebody who counts, as he is named there, and why others had better: for whom, or who may be meant."""

    name: str
    why: Part
    of: str = ""
    options: tuple[str, ...] = ()


def counters_of(batches: Iterable[KeptBatch]) -> tuple[str, ...]:
    """The names of everybody who typed, compared or settled a batch, each once."""
    named = (name for each in batches for name in (each.typed_by, each.compared_by, each.settled_by))
    return tuple(dict.fromkeys(filter(None, named)))


def rated_among(uow: UnitOfWork, here: OpenRound, names: Iterable[str]) -> tuple[CounterRated, ...]:
    """Who of these is rated in the round, or has a relative who is."""
    kin, people = kin_of(uow), here.roster.stays
    found = ((name, aside(kin, people, name, here.rated)) for name in dict.fromkeys(names))
    return tuple(
        CounterRated(name, each.why, here.name(each.of) if each.of else "", each.options)
        for name, each in found
        if each
    )
