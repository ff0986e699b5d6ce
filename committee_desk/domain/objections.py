"""Objections (异议): what they are about, how one stands, and the moves between; their numbers, and those of letters.

    received ──accept──► accepted ──► upheld | changed      in time: the committee re-reviews it, and answers it
        │ └───refuse──► refused            in time, but no objection: with the reason
        └─────route───► routed             late: kept, and taken up as 复核 after the notice of the result
    received, accepted, routed ──withdraw──► withdrawn      in writing alone

A late objection is never refused for being late, and never accepted as if it were in time: it can only be routed.
One that a lengthened window brought into time waits as if it had just been received, routed or not.
"""

from enum import StrEnum

from committee_desk.domain.errors import DeskError


class Matter(StrEnum):
    """What an objection is about (申请事项), as form 4 lists it."""

    GRADE = "grade"
    SCORE = "score"
    RANK = "rank"
    PROCEDURE = "procedure"
    OTHER = "other"
    """Another person's result (他人结果)."""


class ObjectionState(StrEnum):
    """How an objection stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    ROUTED = "routed"
    WITHDRAWN = "withdrawn"
    UPHELD = "upheld"
    CHANGED = "changed"


class ObjectionMove(StrEnum):
    """What is done with an objection that was received."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    ROUTE = "route"
    WITHDRAW = "withdraw"

    @property
    def verb(self) -> str:
        """How the journal names it."""
        return f"objection.{self}"


OPEN = frozenset({ObjectionState.RECEIVED, ObjectionState.ACCEPTED})
"""Those still owed an answer."""

SETTLED = frozenset({ObjectionState.REFUSED, ObjectionState.WITHDRAWN, ObjectionState.UPHELD, ObjectionState.CHANGED})
"""Nothing of these is put right any more."""

MOVES: dict[ObjectionMove, tuple[frozenset[ObjectionState], ObjectionState]] = {
    ObjectionMove.ACCEPT: (frozenset({ObjectionState.RECEIVED}), ObjectionState.ACCEPTED),
    ObjectionMove.REFUSE: (frozenset({ObjectionState.RECEIVED}), ObjectionState.REFUSED),
    ObjectionMove.ROUTE: (frozenset({ObjectionState.RECEIVED}), ObjectionState.ROUTED),
    ObjectionMove.WITHDRAW: (
        frozenset({ObjectionState.RECEIVED, ObjectionState.ACCEPTED, ObjectionState.ROUTED}),
        ObjectionState.WITHDRAWN,
    ),
}
"""Every move, with the states that it leads from and the one that it leads to."""

IN_TIME_ALONE = frozenset({ObjectionMove.ACCEPT, ObjectionMove.REFUSE})
LATE_ALONE = frozenset({ObjectionMove.ROUTE})


class ObjectionStands(DeskError):
    """The objection is not in a state that the move leads from."""

    def __init__(self, label: str, move: ObjectionMove, state: ObjectionState) -> None:
        super().__init__(label, move, state)
        self.label, self.move, self.state = label, move, state


class LateIsRouted(DeskError):
    """A late objection is neither accepted nor refused: it goes to the re-review after the notice."""

    def __init__(self, label: str, move: ObjectionMove, minutes_late: int) -> None:
        super().__init__(label, move, minutes_late)
        self.label, self.move, self.minutes_late = label, move, minutes_late


class InTimeIsNotRouted(DeskError):
    """An objection in time is the committee's to answer before the result stands: it cannot be put off."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


def moved(label: str, state: ObjectionState, move: ObjectionMove, *, minutes_late: int) -> ObjectionState:
    """Where the move leads; refused where it does not begin there, or is not for one in time, or late."""
    origins, goal = MOVES[move]
    if waiting_as(state, late=bool(minutes_late)) not in origins:
        raise ObjectionStands(label, move, state)
    if minutes_late and move in IN_TIME_ALONE:
        raise LateIsRouted(label, move, minutes_late)
    if not minutes_late and move in LATE_ALONE:
        raise InTimeIsNotRouted(label)
    return goal


def moves_from(state: ObjectionState, *, late: bool) -> tuple[ObjectionMove, ...]:
    """The moves that can be made now."""
    barred, stands = IN_TIME_ALONE if late else LATE_ALONE, waiting_as(state, late=late)
    return tuple(move for move, (origins, _) in MOVES.items() if stands in origins and move not in barred)


def waiting_as(state: ObjectionState, *, late: bool) -> ObjectionState:
    """How it waits: a routed one that is late no longer is to be accepted or refused like any in time."""
    return ObjectionState.RECEIVED if state is ObjectionState.ROUTED and not late else state


def objection_label(year: int, number: int) -> str:
    """An objection's number as paper bears it: 2026-异-001."""
    return f"{year}-异-{number:03d}"


def letter_label(year: int, number: int) -> str:
    """A letter's number as paper bears it: 2026-情-001."""
    return f"{year}-情-{number:03d}"
