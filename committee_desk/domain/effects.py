"""What a change decided on re-review does to everybody: who moves, why, who is told, who is republished.

Compared is the list of grades in force with the list that would be laid down in its place. Everybody whose line differs
is told; republished is whose published particulars differ (domain rules 1.2, step 9a; rows 10 and 11).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from committee_desk.domain.exact import EQUIVALENT, POINT, half_up
from committee_desk.domain.grade_list import GradeList, Listed, listed_from
from committee_desk.domain.grade_rules import GRADED
from committee_desk.domain.journal import canonical
from committee_desk.domain.scores import Grade, Status
from committee_desk.domain.workload import Baseline


class WhyKind(StrEnum):
    """Why somebody's line is another, the weightiest reason first where there are several."""

    OWN = "own"
    """The person's own facts were found to be otherwise: `number` of them."""
    STANDING = "standing"
    """A decision on the person, or leave, that came after the list was laid down. Which one is said nowhere here."""
    ABOVE = "above"
    """The total is what it was, and somebody came by: `subject` stands above now."""
    BELOW = "below"
    """The other way round: `subject` stands below now."""
    TIE_BREAK = "tie_break"
    """The same total as `subject`, parted by `measure`: own `own`, the other's `others`."""
    BASELINE = "baseline"
    """The baseline of a department moved: `subject`, `rises`."""
    PLACES = "places"
    """The number of places is another: from `own` to `others`."""
    PLACE = "place"
    """A place that `subject` takes now (`rises`), or has no more."""
    TIE = "tie"
    """Equal to `subject` at the last place: the committee decides in the same meeting."""
    REVIEW = "review"
    """At the bottom of the ranks now: the 业务能力评审 comes before a grade."""
    REST = "rest"
    """Anything else that the figures rest on."""


class Why(NamedTuple):
    """One reason with its facts; figures are hundredths, of `best_reviews` a plain number."""

    kind: WhyKind
    subject: str = ""
    number: int = 0
    measure: str = ""
    own: int = 0
    others: int = 0
    rises: bool = False


class Moved(NamedTuple):
    """One figure that is another: `before` or `after` is None where there is none."""

    name: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class MovedPerson:
    """Somebody whose line on the list is another. `own`: the person's own facts were changed.

    `before` or `after` is None for who was not on the list, or is not any more. `why` has the weightiest reason first.
    """

    code: str
    name: str
    department: str
    category: str
    before: Listed | None
    after: Listed | None
    own: bool = False
    why: tuple[Why, ...] = ()

    @property
    def total(self) -> Moved:
        """The total."""
        return Moved("total", *(each.total if each else None for each in (self.before, self.after)))

    @property
    def rank(self) -> Moved:
        """The rank."""
        return Moved("rank", *(each.rank if each else None for each in (self.before, self.after)))

    @property
    def grades(self) -> tuple[Grade | None, Grade | None]:
        """The grade before and after; None: none."""
        before, after = (each.grade if each else None for each in (self.before, self.after))
        return before, after

    @property
    def graded_anew(self) -> bool:
        """Whether the grade is another."""
        return self.grades[0] is not self.grades[1]

    @property
    def undecided(self) -> bool:
        """Whether the grade is only still to be given: a tie to vote on, or the 业务能力评审 comes first."""
        return self.after is not None and self.after.grade is None and self.after.status in _TO_COME

    @property
    def indicators(self) -> tuple[Moved, ...]:
        """The indicators that are otherwise, by their ids; a list keeps no other order of them."""
        before, after = (each.indicators if each else {} for each in (self.before, self.after))
        return tuple(
            Moved(name, before.get(name), after.get(name))
            for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)
        )

    @property
    def gains(self) -> bool:
        """Whether the person is better off: by grade, else by total, else by rank."""
        return self._way() > 0

    @property
    def loses(self) -> bool:
        """Whether the person is worse off, likewise."""
        return self._way() < 0

    def _way(self) -> int:
        if self.graded_anew and not self.undecided:
            before, after = (len(GRADED) if each is None else GRADED.index(each) for each in self.grades)
            return before - after
        total, rank = self.total, self.rank
        if total.before != total.after:
            return (total.after or 0) - (total.before or 0)
        return (rank.before or 0) - (rank.after or 0)


_TO_COME = (Status.TIE_AT_QUOTA, Status.GRADED)
"""Statuses under which somebody without a grade gets one."""


def moved_to_json(person: MovedPerson) -> str:
    """What moves of one person, as the desk keeps it beside whom it informs."""
    return canonical(person)


def moved_from_json(text: str) -> MovedPerson:
    """The same as a desk kept it."""
    return _person(json.loads(text))


def _person(told: Mapping[str, Any]) -> MovedPerson:
    sides = {side: listed_from(told[side]) if told[side] is not None else None for side in ("before", "after")}
    why = tuple(Why(**{**each, "kind": WhyKind(each["kind"])}) for each in told["why"])
    return MovedPerson(**{**told, **sides, "why": why})


BESIDE = frozenset({"name", "post", "department", "category", "reason", "review_required", "tied"})
"""What of a line is no figure of the person's: whoever differs in nothing else did not move."""
FIGURES = tuple(name for name in Listed.__slots__ if name not in BESIDE)


def differs(before: Listed | None, after: Listed | None) -> bool:
    """Whether a figure of the person is another."""
    if before is None or after is None:
        return before is not after
    return any(getattr(before, name) != getattr(after, name) for name in FIGURES)


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
                "people": tuple(_person(each) for each in told["people"]),
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
