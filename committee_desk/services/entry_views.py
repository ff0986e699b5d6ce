"""What 评分录入 shows and takes: events row by row, the grid of people and ledgers, batch lines, claims of papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.papers import Clash
from committee_desk.domain.people import Category
from committee_desk.domain.sources import Source
from committee_desk.services.changes import Change


class EventField(StrEnum):
    """The columns of the sheet of events. Person: a code, or a name that one person alone bears."""

    CODE = "code"
    NAME = "name"
    INDICATOR = "indicator"
    DAY = "day"
    POINTS = "points"
    REASON = "reason"
    VOUCHER = "voucher"
    APPROVER = "approver"
    CASE = "case"
    TITLE = "title"
    PERIODICAL = "periodical"
    AUTHOR = "author"


NEEDED = (
    EventField.CODE,
    EventField.INDICATOR,
    EventField.DAY,
    EventField.POINTS,
    EventField.REASON,
    EventField.VOUCHER,
    EventField.APPROVER,
)
"""What an event must have to count. One that lacks any of it is a draft (草稿): kept, owed, not counted."""


class EventState(StrEnum):
    """Where an event stands: a draft lacks something, one that WAITS lacks another account's approval alone (严格)."""

    DRAFT = "draft"
    WAITS = "waits"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a month, typed or imported.

    `number` (登记号) is what a typed one goes by; an imported one has none and is not typed over (it is overridden).
    `seen` is the entry that wrote this version: what every verb takes back. `excess` is how much of its points does
    not count (超出封顶不计), negative where a deduction finds nothing left to take from. `case` is the case that a
    finding is about (追溯 when it was closed in an earlier year). `overridden` is the imported figure that this row
    took the place of by hand. `scans` counts the files under its document number (`voucher_subject`).
    """

    number: int | None
    seen: int
    state: EventState
    lacking: tuple[EventField, ...]
    code: str | None
    name: str | None
    department: str | None
    indicator: str | None
    indicator_name: str | None
    day: date | None
    points: Decimal | None
    reason: str | None
    voucher: str | None
    approver: str | None
    excess: Decimal = Decimal(0)
    scans: int = 0
    source: Source | None = None
    line: int | None = None
    case: str | None = None
    case_year: int | None = None
    title: str | None = None
    periodical: str | None = None
    author: int | None = None
    overridden: Decimal | None = None
    written: datetime | None = None
    writer: str = ""

    @property
    def typed(self) -> bool:
        """Whether it was typed at this desk; a workbook's row that took its place keeps the 登记号."""
        return self.number is not None and self.source is None and self.overridden is None


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A month's counted events under one indicator (月小计): how many, what they add and what they take."""

    indicator: str
    name: str
    events: int
    added: Decimal
    taken: Decimal

    @property
    def points(self) -> Decimal:
        """What they come to together."""
        return self.added + self.taken


@dataclass(frozen=True, slots=True)
class EventSheet:
    """A month's events of one category in the order of their days, drafts without a day last; and its sums.

    `open` is whether the month takes typing.
    """

    year: int
    month: int
    category: Category
    open: bool
    rows: tuple[EventRow, ...]
    subtotals: tuple[Subtotal, ...]

    @property
    def counted(self) -> int:
        """How many of the rows count."""
        return sum(row.state is EventState.COUNTED for row in self.rows)

    @property
    def drafts(self) -> tuple[EventRow, ...]:
        """The rows that do not count yet."""
        return tuple(row for row in self.rows if row.state is not EventState.COUNTED)


@dataclass(frozen=True, slots=True)
class Line:
    """A batch line (批次) of a column: what the marks typed under it rest on. `seen` is None before it was written."""

    indicator: str
    line: int
    reason: str | None = None
    voucher: str | None = None
    approver: str | None = None
    seen: int | None = None
    marks: int = 0
    scans: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One ledger of the grid with its batch lines; the last one is what is typed under (`line`)."""

    indicator: str
    name: str
    maximum: int
    start: Decimal
    lines: tuple[Line, ...]

    @property
    def line(self) -> Line:
        """The line that typing goes under now."""
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class GridPerson:
    """One row of the grid: whoever was in the category on a day of the month; several stays: the latest's."""

    code: str
    name: str
    department: str
    post: str
    rank: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell of the grid: the event or draft that was typed under a batch line."""

    code: str
    indicator: str
    line: int
    number: int
    seen: int
    points: Decimal
    state: EventState
    lacking: tuple[EventField, ...]
    excess: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's ledger: where it stands at the end of the month, and what the month's other events came to.

    `other` are events of the month that are not under the column's present line: imported ones, single ones, and
    those of earlier lines.
    """

    reached: Decimal
    other: Decimal


@dataclass(frozen=True, slots=True)
class MarkGrid:
    """People × ledgers of one month. `marks` is by (code, indicator, line), `standings` by (code, indicator)."""

    year: int
    month: int
    category: Category
    open: bool
    columns: tuple[Column, ...]
    people: tuple[GridPerson, ...]
    marks: Mapping[tuple[str, str, int], Mark]
    standings: Mapping[tuple[str, str], Standing]

    def mark(self, code: str, indicator: str) -> Mark | None:
        """What stands in the cell under the column's present line."""
        line = next(each.line.line for each in self.columns if each.indicator == indicator)
        return self.marks.get((code, indicator, line))


@dataclass(frozen=True, slots=True)
class Running:
    """What one row does to its ledger (这一行的结果): before → after, of the maximum, and what is still possible.

    `excess` is the part of the row's points that does not count.
    """

    indicator: str
    name: str
    start: Decimal
    maximum: int
    before: Decimal
    after: Decimal
    excess: Decimal = Decimal(0)

    @property
    def possible(self) -> Decimal:
        """How much may still be added before the cap."""
        return self.maximum - self.after


class RowTyped(NamedTuple):
    """One row of the sheet of events as it was typed: the fields that changed, as text; an empty text empties.

    `number` and `seen` are those of the row that was on the screen; without a number it is a new row.
    """

    typed: Mapping[EventField, str]
    number: int | None = None
    seen: int | None = None


class MarkTyped(NamedTuple):
    """One cell of the grid as it was typed; an empty text empties it. `line` None: the column's present line."""

    code: str
    indicator: str
    points: str
    seen: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """One event that claims a paper. `number` is a typed one's 登记号, `source` an imported one's row."""

    code: str
    name: str
    indicator: str | None
    day: date | None
    points: Decimal | None
    author: int | None
    number: int | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A paper that several events claim, whatever their years; `clash` says what is odd about it."""

    title: str
    periodical: str | None
    clash: Clash
    claimed: tuple[Claimed, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """What `enter` and `mark` did: the row as it stands now (None: it was emptied away), and claims of its paper."""

    change: Change
    number: int | None
    state: EventState | None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocked:
    """What `block` did: for each of its cells the number of the event that now stands there (None: emptied)."""

    change: Change
    numbers: tuple[int | None, ...] = field(default=())


def voucher_subject(year: int, voucher: str) -> str:
    """How a document number is named as the subject of its scans: `desk.attachments.keep(actor, subject, path)`."""
    return f"voucher:{year}:{voucher}"
