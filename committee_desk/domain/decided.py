"""What was decided about a year's grading and goes into its scoring: places, ties, and ratings handed over.

Interface part 3: a late joiner's missing rating hands its points to the other one, and a tie at the last place is
settled, by recorded decision alone. Nothing here holds of a year as of a day: decisions are taken when it is over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from committee_desk.domain.duty import scored_stays
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.quota import CategoryQuota


class HandOver(NamedTuple):
    """The ratings that hand their points to the other rating of their part, by which decision."""

    indicators: frozenset[str]
    document: str
    day: str


class TieVote(NamedTuple):
    """How a tie was settled: between whom, and who got a place. It holds of exactly these equals."""

    equals: frozenset[str]
    chosen: frozenset[str]
    document: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What decisions put into the scoring of one category. `quota` is None where the scheme's own places hold.

    `ungraded` are those without a rating who get no grade; `below` those whom quarterly grades keep from 优秀.
    """

    quota: CategoryQuota | None = None
    ties: tuple[TieVote, ...] = ()
    handed: Mapping[str, HandOver] = field(default_factory=dict)
    ungraded: Mapping[str, str] = field(default_factory=dict)
    below: frozenset[str] = frozenset()

    def tie(self, equals: Iterable[str]) -> TieVote | None:
        """How the committee settled a tie between exactly these."""
        wanted = frozenset(equals)
        return next((each for each in self.ties if each.equals == wanted), None)


NOTHING = Decided()
"""Nothing was decided: the scheme alone says who gets what."""


def takes_part(stay: Stay, year: int) -> bool:
    """Whether whose latest stay this is counts for the quota: neither graded elsewhere nor gone by the year's end."""
    left = stay.until is not None and stay.until.year == year and (stay.until.month, stay.until.day) != (12, 31)
    return not stay.is_leader and not left


def base_of(stays: Iterable[Stay], category: Category, year: int) -> int:
    """How many of a category take part in a year's assessment: what its places are counted from."""
    return sum(takes_part(own[-1], year) for own in scored_stays(stays, category, year).values())
