"""Re-reviews (复核) and corrections (更正): what is challenged, who examines it, what was found, and the moves between.

    opened ──find──► examined ──lay──► moved ──decide──► upheld | changed
      │                 │  ▲             │ ╲___ a new finding, or a new motion, takes the place of the one before
      └────withdraw─────┴──┴─────────────┘

Other examiners than those who found take it back to opened, and examine anew.

Nobody examines a figure that he produced himself, and nobody his head's, his relative's or his own (公务员法 76): the
committee then votes under the law's grounds of recusal alone. Ballots are counted again, never judged again.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.errors import DeskError

FEWEST_EXAMINERS = 2
"""So many examine together."""


class ProceedingKind(StrEnum):
    """Why a figure or a grade is looked at again."""

    OBJECTION = "objection"
    """An objection in the window that was accepted (异议 → 复核)."""
    APPLICATION = "application"
    """复核 applied for after the notice of the result (检察官法 44)."""
    APPEAL = "appeal"
    """What the higher organ decided on an appeal (申诉) is carried out."""
    CORRECTION = "correction"
    """更正 of the committee's own motion: with its own basis, notice to the person, and hearing."""


OWN_MOTION = frozenset({ProceedingKind.CORRECTION})
"""Nobody applied for these: they may end to the person's disadvantage, once the person was heard."""
BY_APPLICATION = frozenset({ProceedingKind.OBJECTION, ProceedingKind.APPLICATION, ProceedingKind.APPEAL})
"""Nobody is made worse by his own of these (公务员法 96)."""


class ProceedingState(StrEnum):
    """How far one is."""

    OPENED = "opened"
    EXAMINED = "examined"
    MOVED = "moved"
    UPHELD = "upheld"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class ProceedingMove(StrEnum):
    """What takes one further."""

    FIND = "find"
    LAY = "lay"
    UPHOLD = "uphold"
    CHANGE = "change"
    WITHDRAW = "withdraw"


class Motion(StrEnum):
    """复核意见: the only two that there are (SEED1)."""

    UPHOLD = "uphold"
    CHANGE = "change"


S = ProceedingState

OPEN = frozenset({S.OPENED, S.EXAMINED, S.MOVED})
"""Those still owed a decision."""

MOVES: dict[ProceedingMove, tuple[frozenset[ProceedingState], ProceedingState]] = {
    ProceedingMove.FIND: (frozenset({S.OPENED, S.EXAMINED, S.MOVED}), S.EXAMINED),
    ProceedingMove.LAY: (frozenset({S.EXAMINED, S.MOVED}), S.MOVED),
    ProceedingMove.UPHOLD: (frozenset({S.MOVED}), S.UPHELD),
    ProceedingMove.CHANGE: (frozenset({S.MOVED}), S.CHANGED),
    ProceedingMove.WITHDRAW: (OPEN, S.WITHDRAWN),
}
"""Every move, with the states that it leads from and the one that it leads to."""


class ChallengeKind(StrEnum):
    """What of a result is challenged; `key` says which one.

    indicator (code, id) · review (case) · leader_mark (code, rater) · ballots (code) · share (case, code) ·
    event (code, indicator, day, voucher, reason) · standing (code) · procedure ()
    """

    INDICATOR = "indicator"
    REVIEW = "review"
    LEADER_MARK = "leader_mark"
    BALLOTS = "ballots"
    EVENT = "event"
    SHARE = "share"
    STANDING = "standing"
    PROCEDURE = "procedure"


class Challenge(NamedTuple):
    """One figure that is challenged; `label` is what the person who opened the proceeding saw of it."""

    kind: ChallengeKind
    key: tuple[str, ...] = ()
    label: str = ""


class ChangeKind(StrEnum):
    """What of the facts a finding changes, and by which key.

    review (case) · share (case, code), or (case) for what belongs to the case · mark (code, rater) ·
    ballot (slip, code), or (class, code, mark as it was counted) of one mark among equals of a round that the desk
    counted, whose slips are parted for good ·
    event, withdrawn_event and new_event (code, indicator, day, voucher, reason) ·
    grade (code), where the grade itself is otherwise and no figure is: a departure from the scheme that does not hold,
    or what a higher organ decided; of somebody else, where that departure takes the place which the change needs
    """

    REVIEW = "review"
    SHARE = "share"
    EVENT = "event"
    NEW_EVENT = "new_event"
    WITHDRAWN_EVENT = "withdrawn_event"
    MARK = "mark"
    BALLOT = "ballot"
    GRADE = "grade"


ABSTAINED = "弃权"
"""What a line without a mark says."""

DEPARTURE_LIFTED = "取消另定"
"""What a grade is found to be where the committee's earlier departure does not hold: again what the scheme says."""

FIELDS: dict[ChangeKind, tuple[str, ...]] = {
    ChangeKind.REVIEW: ("substance", "procedure", "grade"),
    ChangeKind.SHARE: ("share", "persons", "difficulty", "due", "closed"),
    ChangeKind.EVENT: ("points", "day"),
    ChangeKind.NEW_EVENT: ("points",),
    ChangeKind.WITHDRAWN_EVENT: ("points",),
    ChangeKind.MARK: ("mark",),
    ChangeKind.BALLOT: ("mark",),
    ChangeKind.GRADE: ("grade",),
}
"""The figures of a fact that a finding may change."""


class FactChange(NamedTuple):
    """One fact as it is found to be: `before` and `after` as text (52.5, 2026-03-05; empty: none).

    `evidence` names the paper that proves it; of a ballot it names the record of the recount. A new event has nothing
    before, a withdrawn one nothing after; 弃权 on a slip is nothing too.
    """

    kind: ChangeKind
    key: tuple[str, ...]
    field: str
    before: str
    after: str
    reason: str
    evidence: str


class Examiner(NamedTuple):
    """Who examines (承办人); `declared` is the day of the signed declaration that no ground of recusal stands.

    `code` where it is a person of the desk.
    """

    name: str
    code: str | None = None
    declared: date | None = None
    statement: str = ""


class Hearing(NamedTuple):
    """听取意见: who was heard (a code) when, what was said, and by whom it was taken down."""

    code: str
    day: date
    said: str
    by: str


class ServedDecision(NamedTuple):
    """送达回证 of the 复核决定书: when and how it was served, by whom, on what proof.

    `witnesses` are two where it was refused; `number` is the notice's.
    """

    day: date
    means: str
    by: str
    witnesses: tuple[str, ...] = ()
    proof: str = ""


class ProceedingStands(DeskError):
    """The proceeding is not in a state that the move leads from."""

    def __init__(self, label: str, move: ProceedingMove, state: ProceedingState) -> None:
        super().__init__(label, move, state)
        self.label, self.move, self.state = label, move, state


def moved(label: str, state: ProceedingState, move: ProceedingMove) -> ProceedingState:
    """Where the move leads; ProceedingStands where it does not begin there."""
    origins, goal = MOVES[move]
    if state not in origins:
        raise ProceedingStands(label, move, state)
    return goal


def moves_from(state: ProceedingState) -> tuple[ProceedingMove, ...]:
    """The moves that can be made now."""
    return tuple(move for move, (origins, _) in MOVES.items() if state in origins)


def proceeding_label(year: int, number: int, kind: ProceedingKind) -> str:
    """Its number as paper bears it: 2026-复-001, of a correction 2026-更-002; one series of numbers a year."""
    return f"{year}-{'更' if kind is ProceedingKind.CORRECTION else '复'}-{number:03d}"


def names_proceeding(text: str) -> bool:
    """Whether it is such a number."""
    return any(f"-{each}-" in text for each in ("复", "更"))
