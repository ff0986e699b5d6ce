"""Somebody whose line on the list of grades a change makes another: what of it moves, which way, and why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from committee_desk.domain.grade_list import Listed, listed_from
from committee_desk.domain.grade_rules import GRADED
from committee_desk.domain.journal import canonical
from committee_desk.domain.scores import Grade, Status


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

    @property
    def telling(self) -> tuple[str, Grade | int | None, Grade | int | None]:
        """By what it is told whether the person is better or worse off: grade, total or rank, before and after."""
        if self.graded_anew and not self.undecided:
            return "grade", *self.grades
        moved = self.total if self.total.before != self.total.after else self.rank
        return moved.name, moved.before, moved.after

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
    return moved_from(json.loads(text))


def moved_from(told: Mapping[str, Any]) -> MovedPerson:
    """The same as it stands in a larger JSON."""
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
