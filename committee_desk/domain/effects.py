"""What a change decided on re-review does to everybody: who moves, why, who is told, who is republished.

Compared is the list of grades in force with the list that would be laid down in its place. Everybody whose line differs
is told; republished is whose published particulars differ (domain rules 1.2, step 9a; rows 10 and 11).
"""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from committee_desk.domain.exact import EQUIVALENT, POINT, half_up
from committee_desk.domain.grade_list import GradeList, Listed
from committee_desk.domain.journal import canonical
from committee_desk.domain.moved_people import MovedPerson, moved_from
from committee_desk.domain.workload import Baseline


class MovedBaseline(NamedTuple):
    """A department's baseline: what its cases come to in a full year of one prosecutor, in hundredths of a case."""

    category: str
    department: str
    before: int | None
    after: int | None

    @property
    def rises(self) -> bool:
        """Whether more is expected of its people."""
        return (self.after or 0) > (self.before or 0)


class MovedPlaces(NamedTuple):
    """The places of a category."""

    category: str
    before: int
    after: int


class OpenedTie(NamedTuple):
    """People equal at a category's last place once the change is made: so many places are open for them."""

    category: str
    equals: tuple[str, ...]
    names: tuple[str, ...]
    open: int


class Republishing(NamedTuple):
    """When the republication may hang, the days that would count, and until when one may object to it.

    `waits` is the cut-off of the window that runs: nothing new hangs before it is closed.
    """

    posting: date
    counted: tuple[date, ...]
    closes_at: datetime
    waits: datetime | None = None


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything that the changes of one proceeding do. Nothing is in force before it was decided.

    `list_version` is the list that it changes. `reviews` are those whose 业务能力评审 comes first, `over` the
    categories with more 优秀 than places, `bound` those whose grade the rules do not allow. `worse`: who applied is
    worse off by it.
    """

    year: int
    number: int
    list_version: int
    applicant: str | None
    people: tuple[MovedPerson, ...] = ()
    unchanged: int = 0
    baselines: tuple[MovedBaseline, ...] = ()
    places: tuple[MovedPlaces, ...] = ()
    ties: tuple[OpenedTie, ...] = ()
    reviews: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    republished: tuple[str, ...] = ()
    worse: bool = False
    fingerprint: str = ""
    dates: Republishing | None = None
    """Counted anew whenever it is looked at: no part of the fingerprint."""

    @property
    def told(self) -> tuple[str, ...]:
        """Whom the office informs: everybody whose figures move."""
        return tuple(each.code for each in self.people)

    @property
    def gains(self) -> tuple[str, ...]:
        """Who is better off."""
        return tuple(each.code for each in self.people if each.gains)

    @property
    def loses(self) -> tuple[str, ...]:
        """Who is worse off."""
        return tuple(each.code for each in self.people if each.loses)

    @property
    def regraded(self) -> tuple[str, ...]:
        """Whose own facts or whose grade is another: whoever of the committee leaves for one of them leaves."""
        return tuple(each.code for each in self.people if each.own or each.graded_anew)

    def of(self, code: str) -> MovedPerson | None:
        """What moves of one person; None where nothing does."""
        return next((each for each in self.people if each.code == code), None)

    def sealed(self) -> "Effects":
        """The same with the fingerprint of what the committee votes on."""
        bare = replace(self, fingerprint="", dates=None)
        return replace(self, fingerprint=sha256(canonical(bare).encode()).hexdigest())

    def to_json(self) -> str:
        """What the committee saw, as the desk keeps it; without the dates, which follow from the day."""
        return canonical(replace(self, dates=None))

    @classmethod
    def from_json(cls, text: str) -> "Effects":
        """The effects that a desk kept."""
        told: dict[str, Any] = json.loads(text)
        kept: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
        }
        return cls(
            **{
                **kept,
                "people": tuple(moved_from(each) for each in told["people"]),
                "baselines": tuple(MovedBaseline(**each) for each in told["baselines"]),
                "places": tuple(MovedPlaces(**each) for each in told["places"]),
                "ties": tuple(
                    OpenedTie(each["category"], tuple(each["equals"]), tuple(each["names"]), each["open"])
                    for each in told["ties"]
                ),
                "dates": None,
            }
        )


class Rung(NamedTuple):
    """One place of a category's ranks, before and after side by side, as the picture of the effects draws it."""

    code: str
    name: str
    before: Listed | None
    after: Listed | None


def ladder(effects: Effects, listed: GradeList, category: str) -> tuple[Rung, ...]:
    """Everybody of a category with a rank, in the order in which they stood."""
    moved = {each.code: each for each in effects.people if each.category == category}
    still = [each for each in listed.people if each.category == category]
    sides = {each.code: (moved[each.code].before, moved[each.code].after) if each.code in moved else (each, each)
             for each in still}  # fmt: skip
    rungs = [Rung(each.code, each.name, *sides[each.code]) for each in still]
    held = {each.code for each in rungs}
    rungs += [Rung(each.code, each.name, None, each.after) for each in moved.values() if each.code not in held]
    return tuple(each for each in rungs if any(side is not None and side.rank for side in (each.before, each.after)))


def in_cases(baseline: Baseline | None) -> int | None:
    """What is expected of a full year of one prosecutor, in hundredths of a case; None where nobody was on duty."""
    if baseline is None or not baseline.weighed:
        return None
    return half_up(12 * baseline.equivalent * POINT, baseline.weighed * EQUIVALENT)
