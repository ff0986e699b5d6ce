"""The schemes of a year as they are shown: versions, drafts, and the book that keeps both."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from committee_desk.domain.people import Category


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


class SchemesBook(Protocol):
    """The versions of every year's schemes, one line of them for each category, and the drafts."""

    def versions(self, year: int, category: Category) -> tuple[SchemeVersion, ...]:
        """Every text that was ever in force for them, oldest first."""
        ...

    def holding(self, year: int, category: Category) -> SchemeVersion | None:
        """The one in force; None where the category has none in that year."""
        ...

    def put(self, entry: int, version: SchemeVersion) -> None:
        """Put a text in force from that entry on, in the place of the one before.

        Of the version only year, category, text, version, decision and adopted are kept.
        """
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
