"""Duty reports (述职) as screens show them, their book, and what is refused."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category


def of_report(year: int, code: str) -> str:
    """How a duty report is named as the subject of an attachment."""
    return f"report:{year}:{code}"


class HeldReport(NamedTuple):
    """A duty report that was received, and who wrote it down."""

    code: str
    received: date
    text: str
    entry: int
    actor: str
    at: datetime


class ReportToKeep(NamedTuple):
    """A duty report as it is handed in: its text, its file, or both."""

    code: str
    received: date
    text: str = ""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One person in the list of 述职: what was received, and the names of its files."""

    code: str
    name: str
    department: str
    category: Category
    post: str
    waited_for: bool
    held: HeldReport | None
    files: tuple[str, ...]
    left: date | None = None
    """The last day of who left before the year's end."""

    @property
    def missing(self) -> bool:
        """Whether it is still waited for."""
        return self.held is None and self.waited_for

    @property
    def empty(self) -> bool:
        """Whether it was received and nothing of it is kept: its file was withdrawn."""
        return self.held is not None and not self.held.text and not self.files


class ReportsBook(Protocol):
    """Duty reports as they hold now."""

    def of_year(self, year: int, code: str | None = None) -> tuple[HeldReport, ...]:
        """Every report of the year, or one person's, by code."""
        ...

    def put(self, entry: int, year: int, code: str, received: date, text: str) -> None:
        """Keep a report in place of the one before."""
        ...

    def end(self, entry: int, year: int, code: str) -> None:
        """Let a report hold no longer."""
        ...

    def files(self, year: int) -> dict[str, tuple[str, ...]]:
        """The names of the files attached to the year's reports, by code."""
        ...


class ReportEmpty(DeskError):
    """A duty report with neither text nor file."""


class ReportDateWrong(DeskError):
    """A report received before its year began, or after today."""

    def __init__(self, received: date, first: date, last: date) -> None:
        super().__init__(str(received))
        self.received, self.first, self.last = received, first, last


class ReportChanged(DeskError):
    """Somebody changed the report since it was seen; None where it was taken away."""

    def __init__(self, now: HeldReport | None) -> None:
        super().__init__(now.actor if now else "")
        self.now = now
