"""Opinions from outside (外部意见): for reference, never summed. As screens and form 13 show them; what is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError


class Giver(StrEnum):
    """Who is asked for an opinion. The former office tells how somebody worked who came in the year (外单位情况)."""

    DEPUTY = "人大代表"
    CONSULTATIVE = "政协委员"
    SUPERVISOR = "人民监督员"
    FORMER_OFFICE = "原单位"


class Opinion(NamedTuple):
    """One opinion: on a person, or without a code on the whole office."""

    giver: str
    kind: Giver
    day: date
    opinion: str
    code: str | None = None
    voucher: str | None = None


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One opinion as it is listed, by its number in the year; `about` is the person's name, empty for the office."""

    number: int
    opinion: Opinion
    about: str
    department: str
    entry: int
    actor: str
    at: datetime


class OpinionsBook(Protocol):
    """Opinions as they hold now."""

    def of_year(self, year: int, number: int | None = None) -> tuple[OpinionRow, ...]:
        """Every opinion of the year, or one, by number. Names are for the service to fill in."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no opinion of the year ever bore."""
        ...

    def put(self, entry: int, year: int, number: int, opinion: Opinion) -> None:
        """Keep the opinion under that number, in place of what stood there."""
        ...

    def end(self, entry: int, year: int, number: int) -> None:
        """Let an opinion hold no longer."""
        ...


@dataclass(frozen=True, slots=True)
class OpinionPaper:
    """What form 13 needs: the opinions one a page, or none for a form to be filled in by hand about `asked`."""

    office: str
    demo: bool
    year: int
    at: datetime
    by: str
    head: str
    entries: int
    rows: Sequence[OpinionRow]
    asked: str = ""


class OpinionDrawer(Protocol):
    """Puts form 13 on paper."""

    def draw(self, paper: OpinionPaper) -> bytes:
        """The forms as PDF."""
        ...


class GiverUnnamed(DeskError):
    """An opinion without who gave it."""


class FormerOfficeOfNobody(DeskError):
    """What a former office tells is about somebody who came from there, and nobody is named."""


class OpinionEmpty(DeskError):
    """An opinion without words."""


class OpinionDateWrong(DeskError):
    """An opinion given before its year began, or after today."""

    def __init__(self, day: date, first: date, last: date) -> None:
        super().__init__(str(day))
        self.day, self.first, self.last = day, first, last


class OpinionChanged(DeskError):
    """Somebody changed the opinion since it was seen; None where it was withdrawn."""

    def __init__(self, now: OpinionRow | None) -> None:
        super().__init__(now.actor if now else "")
        self.now = now
