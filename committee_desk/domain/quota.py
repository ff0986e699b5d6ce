"""Places for 优秀 across the office: each category's floor, pooled ones, what is left over, 25 % with approval.

「不超过」 means floor (domain rules 3.7), never rounded up. The office's own floor stands beside the sum of its
categories' floors; what lies between is given to a category by recorded decision or to nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

LAW_PERCENT = 20
"""Of those who take part, at most so many percent are 优秀 …"""
APPROVED_PERCENT = 25
"""… and so many with the consent of the 公务员主管部门."""
SMALL = 5
"""Fewer than so many people have no place of their own."""


class Approval(NamedTuple):
    """The consent to more than 20 %: how many percent, its number and day, and the file that it is."""

    percent: int
    document: str
    day: date
    file: str


class Pool(NamedTuple):
    """Categories whose people are counted as one, and how the committee gave the pool's places to them."""

    categories: tuple[str, ...]
    places: Mapping[str, int]
    document: str


@dataclass(frozen=True, slots=True)
class QuotaDecisions:
    """What was decided about the places of a year. `left_over` gives places of the office to categories."""

    approval: Approval | None = None
    pools: tuple[Pool, ...] = ()
    left_over: Mapping[str, int] = field(default_factory=dict)


class CategoryQuota(NamedTuple):
    """The places of one category. `own` is its floor, `places` what it may give after every decision.

    `pool` names the categories that it is counted with, itself included; empty where it stands alone.
    """

    category: str
    base: int
    percent: int
    own: int
    places: int
    assigned: int = 0
    pool: tuple[str, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether so few people have no place: pooling or an approval are what the rules offer."""
        return self.own == 0 and self.base > 0


class OfficeQuota(NamedTuple):
    """The places of the office: its floor, the sum of the floors of its categories and pools, and what is left over."""

    base: int
    percent: int
    floor: int
    floors: int
    assigned: int
    categories: tuple[CategoryQuota, ...]
    approval: Approval | None = None

    @property
    def left_over(self) -> int:
        """The places that no category's floor holds and that were given to none yet."""
        return max(0, self.floor - self.floors - self.assigned)

    @property
    def places(self) -> int:
        """The places that all categories may give together."""
        return sum(each.places for each in self.categories)

    def of(self, category: str) -> CategoryQuota:
        """The places of one category; KeyError where it is not graded here."""
        for each in self.categories:
            if each.category == category:
                return each
        raise KeyError(category)


def office_quota(bases: Mapping[str, int], percents: Mapping[str, int], decided: QuotaDecisions) -> OfficeQuota:
    """The places of every category that people are graded in, by the number of who take part.

    Decisions of another day hold no longer than their numbers: a pool gives at most its floor, and a left-over place
    is there only while the office's floor has it.
    """
    most = decided.approval.percent if decided.approval else LAW_PERCENT
    rate = {each: most if decided.approval else min(most, percents[each]) for each in bases}
    floor = sum(base * rate[each] for each, base in bases.items()) // 100
    pooled = {each: pool for pool in decided.pools for each in pool.categories}
    own = {each: base * rate[each] // 100 for each, base in bases.items()}
    pool_floors = {pool: _pool_floor(pool, bases, rate) for pool in map(_key, decided.pools)}
    floors = sum(own[each] for each in bases if each not in pooled) + sum(pool_floors.values())
    given = {each: _pooled_places(pooled[each], each, pool_floors) if each in pooled else own[each] for each in bases}
    spare, assigned = max(0, floor - floors), {}
    for each in bases:
        assigned[each] = min(spare, decided.left_over.get(each, 0))
        spare -= assigned[each]
    categories = tuple(
        CategoryQuota(
            each,
            base,
            rate[each],
            own[each],
            min(base, given[each] + assigned[each]),
            assigned[each],
            pooled[each].categories if each in pooled else (),
        )
        for each, base in bases.items()
    )
    percent = max(rate.values(), default=most)
    return OfficeQuota(
        sum(bases.values()), percent, floor, floors, sum(assigned.values()), categories, decided.approval
    )


_PoolKey = tuple[str, ...]


def _key(pool: Pool) -> _PoolKey:
    return pool.categories


def _pool_floor(categories: _PoolKey, bases: Mapping[str, int], rate: Mapping[str, int]) -> int:
    return sum(bases.get(each, 0) * rate.get(each, 0) for each in categories) // 100


def _pooled_places(pool: Pool, category: str, floors: Mapping[_PoolKey, int]) -> int:
    """What the pool gives that category: as decided, while the pool's floor still has it."""
    left = floors[pool.categories]
    for each in pool.categories:
        given = min(left, pool.places.get(each, 0))
        if each == category:
            return given
        left -= given
    return 0
