"""What a check of the desk finds: every broken invariant as a code with its facts. Words stand in wording/."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Subject(StrEnum):
    """What an invariant is about; the first part of its code. Reports group by it, in this order."""

    FILE = "file"
    CHAIN = "chain"
    SEALS = "seals"
    VALUES = "values"
    TRAIL = "trail"
    OFFICE = "office"
    SCHEMES = "schemes"
    PEOPLE = "people"
    CASES = "cases"
    EVENTS = "events"
    RATINGS = "ratings"
    ROUNDS = "rounds"
    STANDING = "standing"
    CALENDAR = "calendar"
    IMPORTS = "imports"
    MONTHS = "months"
    COURSE = "course"
    COMMITTEE = "committee"
    GRADES = "grades"
    PUBLICATION = "publication"
    OBJECTIONS = "objections"
    PROCEEDINGS = "proceedings"
    EFFECTS = "effects"
    RESULTS = "results"
    SIGNING = "signing"
    PRINTS = "prints"
    ACCOUNTS = "accounts"
    ATTACHMENTS = "attachments"
    FIGURES = "figures"


class Problem(NamedTuple):
    """One broken invariant: its code (`cases.shares_above_one`) and the facts that name the place."""

    code: str
    facts: Mapping[str, object]

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return Subject(self.code.partition(".")[0])


class Report(NamedTuple):
    """The answer of a check: what is broken, and the journal's head as it was read; None where it cannot be.

    `unsealed`: a version wrote the desk that sealed no rows, so that a change of theirs cannot be found.
    """

    problems: tuple[Problem, ...] = ()
    journal_entries: int | None = None
    journal_head: str | None = None
    unsealed: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing is broken."""
        return not self.problems
