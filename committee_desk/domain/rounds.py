"""Rating rounds (民主测评轮次): what a round locks when it is adopted, who takes part, its turnout, when it is void.

A round goes draft → open → closed | void. Nothing here joins a rater to a mark: who took part and what was voted live
apart (domain rules 3.5).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.scheme import DEFAULT_BALLOT_POINTS
from committee_desk.domain.scores import Grade

TWO_THIRDS = Fraction(2, 3)
"""Of 应到 at least so many slips come back, else the round is void (domain rules 3.5 and row 30)."""
HALF = Fraction(1, 2)
"""Of 收回 more than so many are valid."""
SHOWN_FROM = 3
"""A class with fewer marks is never shown alone (domain rules, row 31)."""
TRIMMED_FROM = 5
"""From so many marks on, a class is counted without its highest and its lowest."""


class RoundKind(StrEnum):
    """What stands on a slip: a mark 0-100, or a grade that the scheme turns into points."""

    SCORE = "score"
    GRADE = "grade"


class RoundWay(StrEnum):
    """Whether the desk holds the round itself (slips, booth), or workbooks brought its ballots."""

    DESK = "desk"
    IMPORTED = "imported"


class RoundState(StrEnum):
    """How far a round is. Closed and void are for ever; a void one is held again as another round."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    VOID = "void"


class Failing(StrEnum):
    """What of the turnout makes a round void."""

    RETURNED_ABOVE_ISSUED = "returned_above_issued"
    RETURNED_TOO_FEW = "returned_too_few"
    VALID_TOO_FEW = "valid_too_few"
    DECIDED = "decided"
    """Nothing of its turnout: it was decided, with a reason."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a round is counted by, locked when it is adopted (with its document, its day and two people).

    `most_excellent` is the cap on 优秀 marks a slip, None for no cap; in a SCORE round a mark of `excellent_from` or
    more is an 优秀 mark. `least_returned` is of due over the whole round and must be reached; `least_valid` of returned
    and must be exceeded. A class of fewer than `shown_from` marks is never shown alone.
    """

    weights: Mapping[BallotClass, Decimal]
    trimmed_from: int = TRIMMED_FROM
    points: Mapping[Grade, Decimal] = field(default_factory=lambda: dict(DEFAULT_BALLOT_POINTS))
    excellent_from: Decimal = Decimal(85)
    most_excellent: int | None = None
    least_returned: Fraction = TWO_THIRDS
    least_valid: Fraction = HALF
    shown_from: int = SHOWN_FROM


class Participant(NamedTuple):
    """One person of a round: the class in which the person may rate (None: does not), and whether he is rated.

    `by_hand` where the desk derived something else. `took_part` is None until the round closes, and where nobody knows.
    """

    code: str
    ballot_class: BallotClass | None
    rated: bool
    by_hand: bool = False
    took_part: bool | None = None


class Turnout(NamedTuple):
    """A class's 应到, 实到, 发出, 收回; 有效 and 无效 are None until the round closes.

    Everything is of paper and booth together in a closed round. What is typed while it is open is the paper alone.
    """

    due: int
    present: int
    issued: int
    returned: int
    valid: int | None = None
    invalid: int | None = None

    @property
    def above_issued(self) -> bool:
        """More slips came back than were issued: the round is void (domain rules, row 32)."""
        return self.returned > self.issued


class Batch(NamedTuple):
    """A batch of printed slips that was counted: how many, and who counted them. Never which slip was typed by whom."""

    number: int
    ballot_class: BallotClass
    slips: int
    typed_by: str
    compared_by: str | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it stands now. `why` says why it is void, `result` what closing counted (JSON's plain values)."""

    year: int
    number: int
    kind: RoundKind
    way: RoundWay
    state: RoundState
    title: str
    terms: Terms
    document: str = ""
    day: date | None = None
    why: str = ""
    result: Mapping[str, object] | None = None
    entry: int = 0
    """The journal entry that brought it to where it is; of a closed one the entry that wrote its marks."""
    categories: tuple[str, ...] = ()
    """Whose ratings it is, by the people's category (人员类别)."""
    again: int | None = None
    """The number of the void round that it holds again, with the same people and terms."""

    @property
    def label(self) -> str:
        """How it is named on screen and paper."""
        return label_of(self.year, self.number)

    @property
    def holds(self) -> bool:
        """Whether its people are taken: no other round of the year may rate them."""
        return self.state is not RoundState.VOID


def label_of(year: int, number: int) -> str:
    """The number that a round bears: 2026-测-001."""
    return f"{year}-测-{number:03d}"


class RoundError(DeskError):
    """A refusal that belongs to one round."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class RoundStands(RoundError):
    """The round is not at the state that the act needs."""

    def __init__(self, label: str, state: RoundState, act: str) -> None:
        super().__init__(label)
        self.state, self.act = state, act


def require_state(each: Round, act: str, *enough: RoundState) -> None:
    """Refuse an act on a round that stands elsewhere."""
    if each.state not in enough:
        raise RoundStands(each.label, each.state, act)


def failing(turnouts: Iterable[Turnout], terms: Terms) -> Failing | None:
    """What of the turnouts makes a round void (domain rules 3.5); of one not counted yet as far as it shows."""
    held = tuple(turnouts)
    if any(each.above_issued for each in held):
        return Failing.RETURNED_ABOVE_ISSUED
    due, returned = sum(each.due for each in held), sum(each.returned for each in held)
    if returned < terms.least_returned * due or not returned:
        return Failing.RETURNED_TOO_FEW
    if any(each.valid is None for each in held):
        return None
    if sum(each.valid or 0 for each in held) <= terms.least_valid * returned:
        return Failing.VALID_TOO_FEW
    return None
