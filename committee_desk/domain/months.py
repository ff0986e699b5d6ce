"""The months of a year's routine assessment (平时考核): open, closed, published; and the sheet that publishes one.

A month is published as versions of its sheet (月度考核公布表), one for each category. A later correction makes a new
version; both stay. Figures are hundredths of a point, as printed.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from committee_desk.domain.errors import DeskError

MONTHS = range(1, 13)
MONTHS_OF_A_QUARTER = 3


class MonthState(StrEnum):
    """How far a month is. One without a record is open."""

    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"


class RoutineGrade(StrEnum):
    """The quarterly grades (平时考核等次), where an office gives them."""

    GOOD = "好"
    FAIR = "较好"
    MIDDLING = "一般"
    POOR = "较差"


class MonthClosed(DeskError):
    """Something was to be typed into a month that is closed or published."""

    def __init__(self, year: int, month: int, state: MonthState) -> None:
        super().__init__(year, month, str(state))
        self.year, self.month, self.state = year, month, state


class NoSuchMonth(DeskError):
    """There is no such month."""

    def __init__(self, month: int) -> None:
        super().__init__(month)
        self.month = month


class NoSuchQuarter(DeskError):
    """There is no such quarter."""

    def __init__(self, quarter: int) -> None:
        super().__init__(quarter)
        self.quarter = quarter


class QuarterNotOver(DeskError):
    """A quarter is to be graded that goes on until a later day."""

    def __init__(self, year: int, quarter: int, until: date) -> None:
        super().__init__(year, quarter)
        self.year, self.quarter, self.until = year, quarter, until


def last_day(year: int, month: int) -> date:
    """The month's last day; of month 0 the last day of the year before."""
    return date(year, month, monthrange(year, month)[1]) if month else date(year, 1, 1) - timedelta(days=1)


def quarter_of(month: int) -> int:
    """The quarter that the month belongs to."""
    return (month - 1) // MONTHS_OF_A_QUARTER + 1


def ends_a_quarter(month: int) -> bool:
    """Whether the month is the last of its quarter: its sheet shows the quarterly grades."""
    return month % MONTHS_OF_A_QUARTER == 0


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A part or an indicator of the scheme, as the sheet was printed with it."""

    id: str
    name: str
    maximum: int
    part: str = ""
    annual: bool = False
    """Rated once a year and bearing no date (领导评价, 民主测评): when it comes, no month was wrong before."""


@dataclass(frozen=True, slots=True)
class Gone:
    """That somebody is not of the sheet's category any more: the last day of it (ISO), and whether gone elsewhere in
    the office (转出) or from it (离岗). Why is nobody's business here.
    """

    until: str
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person on a month's sheet. `before` are the figures as of the last day of the month before, by today's facts.

    What is not applicable or not yet rated is absent from `indicators`. `rank` only where the office ranks months.
    """

    code: str
    name: str
    department: str
    indicators: Mapping[str, int]
    parts: Mapping[str, int]
    total: int
    indicators_before: Mapping[str, int] = field(default_factory=dict)
    parts_before: Mapping[str, int] = field(default_factory=dict)
    total_before: int = 0
    rank: int | None = None
    grade: RoutineGrade | None = None
    gone: Gone | None = None

    @property
    def change(self) -> int:
        """What the month brought."""
        return self.total - self.total_before

    def part_change(self, part: str) -> int:
        """What the month brought to that part."""
        return self.parts.get(part, 0) - self.parts_before.get(part, 0)

    def indicator_change(self, indicator: str) -> int:
        """What the month brought to that indicator."""
        return self.indicators.get(indicator, 0) - self.indicators_before.get(indicator, 0)


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """The figures of one version of a month's sheet, of one category: everything that its paper says of people."""

    year: int
    month: int
    category: str
    scheme: str
    parts: tuple[SheetColumn, ...]
    indicators: tuple[SheetColumn, ...]
    people: tuple[SheetLine, ...]
    ranked: bool = False
    graded: bool = False

    def of(self, code: str) -> SheetLine | None:
        """That person's line; None when the person is not on the sheet."""
        return next((line for line in self.people if line.code == code), None)

    @property
    def unrated(self) -> tuple[str, ...]:
        """The names of the indicators that nobody has a figure of yet."""
        return tuple(
            column.name for column in self.indicators if not any(column.id in line.indicators for line in self.people)
        )


@dataclass(frozen=True, slots=True)
class Differing:
    """One figure that two versions show differently. `what` is total, rank, grade, department, name, or an indicator's
    id; `before` or `after` is None where that version has none, as for somebody who is only on one of them (`on`).
    """

    code: str
    name: str
    what: str
    before: int | str | None
    after: int | str | None


def differences(old: MonthSheet, new: MonthSheet) -> tuple[Differing, ...]:
    """What a reader of the old version has to know of the new one, person by person, in the order of codes."""
    before, after = ({line.code: line for line in sheet.people} for sheet in (old, new))
    named = ["department", *(column.id for column in (*old.indicators, *new.indicators)), "total", "grade"]
    if old.ranked and new.ranked:
        named.append("rank")
    found: list[Differing] = []
    for code in sorted(before.keys() | after.keys()):
        found += _of_person(before.get(code), after.get(code), dict.fromkeys(named))
    return tuple(found)


def lowered(published: MonthSheet, now: MonthSheet) -> tuple[Differing, ...]:
    """The published figures that would be lower: anybody's total or indicator, also of who would be gone."""
    return tuple(
        each
        for each in differences(published, now)
        if isinstance(each.before, int)
        and each.what != "rank"
        and (each.after is None or (isinstance(each.after, int) and each.after < each.before))
    )


def corrected(published: MonthSheet, now: MonthSheet) -> bool:
    """Whether the month is no longer what was published. Yearly ratings that came meanwhile correct no month."""
    if published.ranked != now.ranked:
        return True
    annual = {column.id for column in now.indicators if column.annual}
    return any(each.what not in annual | {"total", "rank"} for each in differences(published, now))


def _of_person(old: SheetLine | None, new: SheetLine | None, named: Iterable[str]) -> Iterable[Differing]:
    either = new or old
    if either is None:
        return
    for what in named:
        before, after = _value(old, what), _value(new, what)
        if before != after:
            yield Differing(either.code, either.name, what, before, after)


def _value(line: SheetLine | None, what: str) -> int | str | None:
    if line is None:
        return None
    named: dict[str, int | str | None] = {
        "department": line.department,
        "total": line.total,
        "rank": line.rank,
        "grade": line.grade,
    }
    return named[what] if what in named else line.indicators.get(what)
