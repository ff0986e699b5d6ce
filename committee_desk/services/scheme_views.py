"""The schemes of a year as they are shown: versions, drafts, what they do, and the books that keep them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import PersonScore, Quota
from committee_desk.domain.standards import Done, MinimumStandard, Reached


@dataclass(frozen=True, slots=True)
class SchemeVersion:
    """One text that a category's year was or is scored by.

    `version` counts adoptions from 1; None is the text that the year was opened with, which no committee decided on.
    `at` and `actor` are when and by whom it was put in force; `superseded_by` is the entry that put another in force.
    """

    number: int
    year: int
    category: Category
    text: str
    version: int | None
    decision: str | None
    adopted: date | None
    entry: int
    at: datetime
    actor: str
    superseded_by: int | None = None

    @property
    def is_adopted(self) -> bool:
        """Whether the committee decided on it: it is locked then, and a change is a version of its own."""
        return self.decision is not None

    @property
    def holds(self) -> bool:
        """Whether the year is scored by it now."""
        return self.superseded_by is None


@dataclass(frozen=True, slots=True)
class SchemeDraft:
    """A scheme being worked at; `entry` tells one saved state from the next, `actor` and `at` who saved it and when."""

    year: int
    category: Category
    text: str
    entry: int
    at: datetime
    actor: str


class NewVersion(NamedTuple):
    """A text that the committee adopted for a category's year, its number among those, and the decision."""

    year: int
    category: Category
    text: str
    version: int
    decision: str
    adopted: date


class SchemesBook(Protocol):
    """The versions of every year's schemes, one line of them for each category, and the drafts."""

    def versions(self, year: int, category: Category) -> tuple[SchemeVersion, ...]:
        """Every text that was ever in force for them, oldest first."""
        ...

    def holding(self, year: int, category: Category) -> SchemeVersion | None:
        """The one in force; None where the category has none in that year."""
        ...

    def put(self, entry: int, version: NewVersion) -> None:
        """Put a text in force from that entry on, in the place of the one before."""
        ...

    def draft(self, year: int, category: Category) -> SchemeDraft | None:
        """What is being worked at."""
        ...

    def put_draft(self, entry: int, year: int, category: Category, text: str) -> None:
        """Keep a draft, in the place of the one before."""
        ...

    def end_draft(self, entry: int, year: int, category: Category) -> None:
        """Let the draft go: it was adopted or dropped."""
        ...


class Use(StrEnum):
    """How a fact uses a word of the scheme."""

    INDICATOR = "indicator"
    CASE_KIND = "case_kind"
    REVIEW_GRADE = "review_grade"
    SANCTION = "sanction"


@dataclass(frozen=True, slots=True)
class Used:
    """A word of the scheme that facts bear: how many, and the numbers of the first of them."""

    use: Use
    word: str
    count: int
    examples: tuple[str, ...]


class SchemeUseBook(Protocol):
    """What rests on a scheme."""

    def used(self, year: int) -> tuple[Used, ...]:
        """Every indicator, kind of case, review grade and kind of decision that facts of that year bear."""
        ...

    def done(self, year: int, until: date) -> dict[str, Done]:
        """What everybody did up to that day, by code."""
        ...


@dataclass(frozen=True, slots=True)
class SchemeStand:
    """Where a category's scheme stands in a year: in force, in versions, and being worked at."""

    year: int
    category: Category
    versions: tuple[SchemeVersion, ...]
    draft: SchemeDraft | None

    @property
    def holding(self) -> SchemeVersion | None:
        """The one in force; None where the category has none in that year yet."""
        return next((each for each in reversed(self.versions) if each.holds), None)


@dataclass(frozen=True, slots=True)
class Adoption:
    """What the committee decided: its decision's number and day, and why doubts were accepted, where there are any."""

    decision: str
    day: date
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class EffectOnPerson:
    """One person's year by the scheme in force and by the draft."""

    before: PersonScore
    after: PersonScore

    @property
    def indicators(self) -> tuple[tuple[str, int | None, int | None], ...]:
        """The indicators whose printed points differ, with both; None where one of them has no such value."""
        old, new = self.before.indicators, self.after.indicators
        names = dict.fromkeys([*new, *old])
        return tuple((each, old.get(each), new.get(each)) for each in names if old.get(each) != new.get(each))


@dataclass(frozen=True, slots=True)
class Effects:
    """What a draft would do: everybody for whom something changes, how many stay as they are, and the quota."""

    before: Scheme
    after: Scheme
    changed: tuple[EffectOnPerson, ...]
    unchanged: int
    quota_before: Quota
    quota_after: Quota


@dataclass(frozen=True, slots=True)
class StandardsShown:
    """The minimum standards and everybody who falls short of one, by what is dated up to `until`."""

    standards: tuple[MinimumStandard, ...]
    short: tuple[Reached, ...]
    people: int
    names: Mapping[str, tuple[str, str]]
    until: date
