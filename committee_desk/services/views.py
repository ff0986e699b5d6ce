"""Frozen rows for screens and paper: what a page shows, never a database row."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.sources import Traced as Traced  # noqa: PLC0414 - passed on to the screens
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.domain.strangers import Stranger


class DeskIdentity(NamedTuple):
    """Whose desk this is."""

    uid: str
    office: str
    demo: bool
    created: datetime
    path: Path
    years: tuple[int, ...]
    protected: bool = False
    read_only: ReadOnly | None = None
    stranger: Stranger | None = None


class RosterRow(NamedTuple):
    """One person in the list of 人员: the latest stay that touches the year, and how many stays there are."""

    code: str
    name: str
    department: str
    category: Category
    post: str
    rank: str
    is_leader: bool
    since: date | None
    until: date | None
    stays: int
    standing: tuple[str, ...] = ()
    leave_days: int = 0


class PersonCard(NamedTuple):
    """Everything recorded about one person, with its sources."""

    code: str
    name: str
    stays: tuple[Traced[Stay], ...]
    leave: tuple[Traced[Leave], ...]
    sanctions: tuple[Traced[Sanction], ...]


class CaseRow(NamedTuple):
    """One case in the list of 案件与评查."""

    number: str
    title: str
    kind: str
    department: str
    handlers: tuple[str, ...]
    accepted: date
    closed: date | None
    due: date | None
    persons: int
    difficulty: Decimal | None
    mark: Decimal | None
    grade: str | None
    outcome: str | None = None
    cause: str | None = None

    @property
    def lacks_cause(self) -> bool:
        """Whether it ended in acquittal or exemption and the committee found no cause yet."""
        from committee_desk.domain.evaluations import asks_for_cause  # noqa: PLC0415 - the window opens without

        return self.closed is not None and self.cause is None and asks_for_cause(self.outcome)

    @property
    def in_time(self) -> bool | None:
        """Whether it closed by its last day; None while open or without one."""
        return None if self.closed is None or self.due is None else self.closed <= self.due


class CaseCard(NamedTuple):
    """One case with every handler's share and its review, each with its source."""

    number: str
    shares: tuple[Traced[CaseShare], ...]
    names: dict[str, str]
    review: Traced[Review] | None


class Hit(NamedTuple):
    """Something that search found: `kind` is person, objection, case or command; `key` opens it."""

    kind: str
    key: str
    title: str
    detail: str


class ImportRecord(NamedTuple):
    """One workbook that was read in, as the history of imports lists it."""

    entry: int
    kind: str
    year: int
    workbook: str
    sha256: str
    sheet: str
    at: datetime
    actor: str
    added: int
    replaced: int
    unchanged: int
    taken_back: bool


class JournalRow(NamedTuple):
    """One journal entry as a list shows it; `what` and `rows` (its seal) are canonical JSON."""

    seq: int
    at: datetime
    actor: str
    role: str
    verb: str
    subject: str | None
    what: str
    why: str | None
    hash: str
    previous: str = ""
    authority: str | None = None
    rows: str | None = None


class Head(NamedTuple):
    """The journal's newest entry: how many there are and the last one's hash."""

    entries: int
    hash: str


@dataclass(frozen=True, slots=True)
class Owed:
    """One line of 工作台: what is owed or due, and the page that settles it.

    `kind` names the sentence in `wording.overview`; `facts` fill it; `page` is the page's id; `due` when dated.
    """

    kind: str
    page: str
    facts: dict[str, object] = field(default_factory=dict)
    due: date | None = None
    blocking: bool = False


class StepState(NamedTuple):
    """A step of the year on the rail: absent (comes later), untouched, going, blocked or done; and what is owed."""

    page: str
    state: str
    owed: int = 0


class Overview(NamedTuple):
    """工作台 and the rail: the steps of the year and what is owed."""

    year: int
    steps: tuple[StepState, ...]
    owed: tuple[Owed, ...]
