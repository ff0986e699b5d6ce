"""The course of a year: its stages, and the moves that lead from one to the next, or back.

    scoring ──propose──► proposed ──approve──► approved ──post──► published ──close──► closed
       ▲◄────withdraw─────┘  ▲◄──────return──────┘  ▲◄───take_back────┘                  │
                                                    ▲◄────────────publish_again──────────┤
                                                    ▲◄──────reopen────── archived ◄─archive┘

政工 proposes (domain rules 1.2, step 6), the committee approves (7), the notice hangs for its days (8), the window is
closed (9); what was decided, served and signed is archived (14), and opened again by a correction alone. A move leads
from one stage alone: none can be skipped, whatever asks for it. Going back is an act of its own, with a reason and a
second person, and undoes nothing that was recorded: the next list and notice are new versions.
"""

from enum import StrEnum

from committee_desk.domain.errors import DeskError


class Stage(StrEnum):
    """How far a year is."""

    SCORING = "scoring"
    PROPOSED = "proposed"
    APPROVED = "approved"
    PUBLISHED = "published"
    CLOSED = "closed"
    ARCHIVED = "archived"

    def is_reached_at(self, stage: "Stage") -> bool:
        """Whether a year at that stage is here or beyond."""
        return ORDER.index(stage) >= ORDER.index(self)


class Move(StrEnum):
    """What brings a year from one stage to another."""

    PROPOSE = "propose"
    APPROVE = "approve"
    POST = "post"
    CLOSE = "close"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"
    RETURN = "return"
    TAKE_BACK = "take_back"
    PUBLISH_AGAIN = "publish_again"
    REOPEN = "reopen"

    @property
    def verb(self) -> str:
        """How the journal names the move."""
        return f"course.{self}"

    @property
    def origin(self) -> Stage:
        """The one stage that it leads from."""
        return MOVES[self][0]

    @property
    def goal(self) -> Stage:
        """The stage that it leads to."""
        return MOVES[self][1]

    @property
    def is_back(self) -> bool:
        """Whether it goes back: with a reason and a second person."""
        return ORDER.index(self.goal) < ORDER.index(self.origin)


MOVES: dict[Move, tuple[Stage, Stage]] = {
    Move.PROPOSE: (Stage.SCORING, Stage.PROPOSED),
    Move.APPROVE: (Stage.PROPOSED, Stage.APPROVED),
    Move.POST: (Stage.APPROVED, Stage.PUBLISHED),
    Move.CLOSE: (Stage.PUBLISHED, Stage.CLOSED),
    Move.ARCHIVE: (Stage.CLOSED, Stage.ARCHIVED),
    Move.WITHDRAW: (Stage.PROPOSED, Stage.SCORING),
    Move.RETURN: (Stage.APPROVED, Stage.PROPOSED),
    Move.TAKE_BACK: (Stage.PUBLISHED, Stage.APPROVED),
    Move.PUBLISH_AGAIN: (Stage.CLOSED, Stage.APPROVED),
    Move.REOPEN: (Stage.ARCHIVED, Stage.APPROVED),
}
"""Every move there is, with the stage it leads from and the one it leads to."""

ORDER = tuple(Stage)
"""The stages as they follow each other."""

LOCKED = frozenset({Stage.APPROVED, Stage.PUBLISHED, Stage.CLOSED, Stage.ARCHIVED})
"""Stages at which the figures that a list of grades rests on stay as they are."""

FOR_TWO = frozenset({Move.CLOSE, Move.ARCHIVE, *(move for move in Move if move.is_back)})
"""Moves that take a second person, whichever way the office works."""


class StepNotPossible(DeskError):
    """The year is not where the move leads from."""

    def __init__(self, year: int, move: Move, stage: Stage) -> None:
        super().__init__(year, move, stage)
        self.year, self.move, self.stage = year, move, stage


def moves_from(stage: Stage) -> tuple[Move, ...]:
    """The moves that lead on or back from a stage."""
    return tuple(move for move in Move if move.origin is stage)


def moved(year: int, stage: Stage, move: Move) -> Stage:
    """Where the move leads from that stage; StepNotPossible where it does not begin there."""
    if move.origin is not stage:
        raise StepNotPossible(year, move, stage)
    return move.goal
