"""The port of 工作台: what a year holds and lacks, counted."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tally:
    """What a year holds and lacks, counted for 工作台. Cases are those that count in the year."""

    people: int
    cases: int
    open_cases: int
    overdue_cases: int
    cases_due_soon: int
    next_due: tuple[str, date] | None
    unreviewed: int
    unapproved_events: int
    rated: bool
    without_cases: tuple[str, ...]
    unmarked: tuple[str, ...]
    unballoted: tuple[str, ...]
    first_unapproved: date | None = None


class OverviewBook(Protocol):
    """Counts for 工作台."""

    def tally(self, year: int, today: date) -> Tally:
        """What the year holds and lacks."""
        ...
