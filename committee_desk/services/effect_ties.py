"""A tie at the last place that a change opens: the committee decides on it in the meeting that decides the change."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from committee_desk.services.grading_deciding import of_tie
from committee_desk.services.grading_roll import Roll
from committee_desk.services.grading_views import Decision, DecisionKind
from committee_desk.services.meeting_rules import meeting_of, require_closed
from committee_desk.services.ports import UnitOfWork


class TieTaken(NamedTuple):
    """How the committee decided, as it is kept, and as the journal tells of it."""

    decision: Decision
    told: Mapping[str, object]


def tie_taken(uow: UnitOfWork, roll: Roll, category: str, chosen: Iterable[str], meeting: int) -> TieTaken:
    """What the meeting decided on that category's equals; refused as any decision on a tie."""
    content = of_tie(uow, roll, category, chosen, meeting, "")
    minutes, day = require_closed(uow, roll.year, meeting), meeting_of(uow, roll.year, meeting).held.called.date()
    return TieTaken(
        Decision(DecisionKind.TIE, category, content, minutes, day, meeting), {"category": category, **content}
    )
