"""Leaders' marks (领导评价) as screens show them, their book, and what is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.leading import Barred, LeaderKind
from committee_desk.domain.people import Category
from committee_desk.domain.relationships import Kinship

LEAST, MOST, PLACES = Decimal(0), Decimal(100), 2


class HeldMark(NamedTuple):
    """A mark that holds now; one that was typed bears its rater's code and a reason, an imported one its workbook."""

    code: str
    rater: str
    rater_code: str | None
    mark: Decimal
    reason: str
    entry: int
    actor: str
    at: datetime
    workbook: str


class TypedMark(NamedTuple):
    """A mark typed at the desk: for whom, by which person of the desk, under which name, and why."""

    code: str
    rater_code: str
    rater: str
    mark: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mark that was given, with whatever is odd about it."""

    held: HeldMark
    kin: Kinship | None = None
    himself: bool = False

    @property
    def odd(self) -> bool:
        """Whether it is one that must not be: of himself, or of a relative."""
        return self.himself or self.kin is not None


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who owes a mark or may give one; `post` as the roster has it."""

    code: str
    name: str
    post: str
    kind: LeaderKind


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One person in the table of who must mark whom.

    `departments` are those of the year, the one that decides last. `due` owe a mark and `owing` are those of them who
    gave none; `may` are all who may give one. `waited_for` is False where nobody waits for a mark: a leader whom the
    superior marks, or somebody who left. `uncharged` says that no leader is recorded as in charge of the department.
    `barred` would mark the person, were they not the person or a relative; `barred_names` are their names.
    """

    code: str
    name: str
    category: Category
    post: str
    departments: tuple[str, ...]
    heads: bool
    waited_for: bool
    uncharged: bool
    due: tuple[Leader, ...]
    owing: tuple[Leader, ...]
    may: tuple[Leader, ...]
    barred: Mapping[str, Barred]
    barred_names: Mapping[str, str]
    marks: tuple[GivenMark, ...]

    @property
    def department(self) -> str:
        """The department that decides."""
        return self.departments[-1]


class MarksBook(Protocol):
    """Leaders' marks as they hold now."""

    def of_year(self, year: int, code: str | None = None) -> tuple[HeldMark, ...]:
        """Every mark of the year, or one person's, by code and rater."""
        ...

    def put(self, entry: int, year: int, typed: TypedMark) -> None:
        """Keep a typed mark in place of the one that the same leader gave before."""
        ...

    def end(self, entry: int, year: int, code: str, rater_code: str) -> None:
        """Let a typed mark hold no longer."""
        ...


class MarkOutOfRange(DeskError):
    """A mark that is not within 0 and 100, or has more than two decimals."""

    def __init__(self, mark: Decimal) -> None:
        super().__init__(str(mark))
        self.mark = mark


class MarkReasonMissing(DeskError):
    """A leader's mark without its reason."""


class MarksHimself(DeskError):
    """Nobody marks himself."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class MarksRelative(DeskError):
    """Nobody marks a relative."""

    def __init__(self, rater: str, name: str, kind: Kinship) -> None:
        super().__init__(rater, name)
        self.rater, self.name, self.kind = rater, name, kind


class NotTheirLeader(DeskError):
    """The rater is none of the leaders who may mark that person; `leaders` are those who may.

    `heads` says that the person heads a department, whom no head of a department marks.
    """

    def __init__(self, rater: str, name: str, department: str, leaders: tuple[str, ...], *, heads: bool) -> None:
        super().__init__(rater, name)
        self.rater, self.name, self.department = rater, name, department
        self.leaders, self.heads = leaders, heads


class MarkImported(DeskError):
    """That leader's mark came with a workbook: it is corrected there, or overridden with a second person."""

    def __init__(self, rater: str, mark: Decimal, workbook: str) -> None:
        super().__init__(rater, workbook)
        self.rater, self.mark, self.workbook = rater, mark, workbook


class MarkChanged(DeskError):
    """Somebody changed the mark since it was seen; None where it was taken away."""

    def __init__(self, now: HeldMark | None) -> None:
        super().__init__(now.actor if now else "")
        self.now = now
