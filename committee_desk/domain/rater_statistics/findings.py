"""What the statistics of a round found: plain data without wording, rounded so that no single ballot follows from it.

A number that cannot be had is `NotComputable` with its reason, never a NaN. Counts under three are never told.
"""

from enum import StrEnum
from typing import NamedTuple

TOLD_FROM = 3
"""A count of ballots under three is never told."""
SPREAD_FROM = 5
"""Of fewer ballots nothing is said about their spread and their agreement: it would draw the single ones."""


class Why(StrEnum):
    """Why something cannot be computed, or must not be told."""

    NO_MARKS = "no_marks"
    TOO_FEW_BALLOTS = "too_few_ballots"
    TOO_FEW_PEOPLE = "too_few_people"
    MERGED = "merged"
    """Results show it merged with a class that is too small."""
    TOO_FEW_MARKS = "too_few_marks"
    ALL_EQUAL = "all_equal"
    PEOPLE_EQUAL = "people_equal"
    """The people's means do not differ, so that there is nothing to agree on."""
    NOBODY_IN_COMMON = "nobody_in_common"
    """Too few people were marked by somebody else too."""
    NOT_MUTUAL = "not_mutual"
    """Too few of those who sign mark each other."""
    TOO_MANY_RATERS = "too_many_raters"


class NotComputable(NamedTuple):
    """No number, and why: there are `number`, and `needed` would do (0 where that says nothing)."""

    why: Why
    number: int = 0
    needed: int = 0


class Interval(NamedTuple):
    """Where the true value may well lie (95 %)."""

    low: float
    high: float


class Quartiles(NamedTuple):
    """The quartiles, and the lowest and the highest mark once `TOLD_FROM` - 1 are left out at either end."""

    lowest: float
    lower: float
    middle: float
    upper: float
    highest: float


class Bar(NamedTuple):
    """How many marks lie from `low` up to `high` (which belongs to the next bar, but for the last)."""

    low: int
    high: int
    number: int


class ClassSpread(NamedTuple):
    """The marks that a class gave to everybody together, never to one person; without those that results show merged
    with a smaller class's.
    """

    ballot_class: str
    ballots: int
    quartiles: Quartiles | NotComputable
    bars: tuple[Bar, ...] = ()


class PersonSpread(NamedTuple):
    """How far apart the marks for one person lie (standard deviation), all classes that results show alone together."""

    code: str
    deviation: float | NotComputable


class Icc(NamedTuple):
    """An intraclass correlation after Shrout & Fleiss 1979, `form` as they name it: 1,1 or 2,k.

    `f` tests whether people differ at all, on `above` and `below` degrees of freedom; None with its interval where
    raters agree to the digit.
    """

    form: str
    value: float
    interval: Interval | None
    f: float | None
    above: int
    below: int


class Agreement(NamedTuple):
    """How well ballots agree, of one class or (`ballot_class` empty) of the whole round.

    Both figures follow from the marks of each person alone. Whatever knows which marks one slip put together, as the
    two-way forms of the intraclass correlation do, would put the slips together again: of ballots it is never kept.
    """

    ballot_class: str
    ballots: int
    one_way: tuple[Icc, ...] | NotComputable
    alpha: float | NotComputable
    """Krippendorff's alpha for marks on an interval scale."""


class Ballots(NamedTuple):
    """So many of so many ballots are of that kind; `number` None: fewer than three, perhaps none."""

    number: int | None
    among: int


class Shift(NamedTuple):
    """By how much one signed rater marks above (below: negative) the middle mark of the same `people`."""

    mean: float
    interval: Interval
    people: int
    others: int
    """So many other raters marked the same people; of two nobody can say which one is the strict one."""


class Severity(NamedTuple):
    """One signed rater's severity or leniency."""

    rater: str
    shift: Shift | NotComputable


class Pattern(NamedTuple):
    """A pattern among signed raters: how often it was found and could have been, and how often chance does as much.

    `strength` is the mean product of the two marks' distances for reciprocity, the number of circles for circles.
    """

    found: int
    possible: int
    strength: float
    p_value: float
    people: tuple[str, ...]

    @property
    def few(self) -> bool:
        """So few possible cases that a single habit looks like a pattern."""
        return self.possible < FEW


FEW = 10


class SignedAgreement(NamedTuple):
    """How well those who sign agree on the `people` whom all these `raters` marked: the two-way forms."""

    raters: int
    people: int
    forms: tuple[Icc, ...]


class SignedStatistics(NamedTuple):
    """What the signed marks (领导评价) ask."""

    severities: tuple[Severity, ...]
    agreement: SignedAgreement | NotComputable
    reciprocity: Pattern | NotComputable
    circles: Pattern | NotComputable


class FlagKind(StrEnum):
    """What the committee is asked to look into."""

    STRAIGHT_LINES = "straight_lines"
    FAR_BALLOTS = "far_ballots"
    LOW_AGREEMENT = "low_agreement"
    SEVERE = "severe"
    LENIENT = "lenient"
    RECIPROCITY = "reciprocity"
    CIRCLES = "circles"


class Flag(NamedTuple):
    """A question to the committee. `about` is the rater's code of a severity, the class of an agreement, else empty."""

    kind: FlagKind
    about: str = ""
    number: int = 0
    among: int = 0
    value: float = 0.0

    @property
    def name(self) -> str:
        """What a look into it is kept under."""
        return f"{self.kind}:{self.about}" if self.about else str(self.kind)


class RoundStatistics(NamedTuple):
    """All that a round's ballots, and the year's signed marks beside them, were asked."""

    spreads: tuple[ClassSpread, ...]
    people: tuple[PersonSpread, ...]
    agreements: tuple[Agreement, ...]
    straight_lines: Ballots
    far_ballots: Ballots | NotComputable
    signed: SignedStatistics
    flags: tuple[Flag, ...]


def told(value: float, places: int) -> float:
    """A number as it may be told, never a minus nought: with all its digits it could be searched for single marks."""
    return round(value, places) + 0.0


def told_count(number: int, among: int) -> Ballots:
    """A count as it may be told."""
    return Ballots(number if number >= TOLD_FROM else None, among)
