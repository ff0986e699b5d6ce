"""What 评分录入 refuses, each with what a sentence and a fix need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.services.entry_views import EventField
from committee_desk.services.evaluation_views import CauseIsNoFault, CauseMissing


class Candidate(NamedTuple):
    """Somebody whom a name or a code may mean: what a button offers."""

    code: str
    name: str
    department: str


class EntryRefused(DeskError):
    """A typed value that is not taken. `field` is its column."""

    field = EventField.CODE


class NameOfSeveral(EntryRefused):
    """Several people bear the name: take one of the candidates, or type the code."""

    field = EventField.NAME

    def __init__(self, name: str, candidates: Sequence[Candidate]) -> None:
        super().__init__(name)
        self.name, self.candidates = name, tuple(candidates)


class NobodyOfThatName(EntryRefused):
    """Nobody of the year bears the name; `candidates` bear one much like it."""

    field = EventField.NAME

    def __init__(self, name: str, candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(name)
        self.name, self.candidates = name, tuple(candidates)


class NobodyOfThatCode(EntryRefused):
    """Nobody of the year bears the code; `candidates` bear one much like it."""

    def __init__(self, code: str, candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(code)
        self.code, self.candidates = code, tuple(candidates)


class NameOfAnotherCode(EntryRefused):
    """The code is somebody else's than the name says."""

    field = EventField.NAME

    def __init__(self, name: str, code: str, bearer: str) -> None:
        super().__init__(name, code)
        self.name, self.code, self.bearer = name, code, bearer


class NotInTheGrid(EntryRefused):
    """The person is not in the category on any day of the month."""

    def __init__(self, code: str, category: Category) -> None:
        super().__init__(code, category)
        self.code, self.category = code, category


class NoSuchLedger(EntryRefused):
    """No ledger of the person's scheme bears that id or name; `known` are their names."""

    field = EventField.INDICATOR

    def __init__(self, indicator: str, known: Sequence[str]) -> None:
        super().__init__(indicator)
        self.indicator, self.known = indicator, tuple(known)


class LedgerOfAnotherCategory(EntryRefused):
    """The ledger belongs to the scheme of a category that the person is in on no day of the year."""

    field = EventField.INDICATOR

    def __init__(self, indicator: str, category: Category, code: str) -> None:
        super().__init__(indicator, category, code)
        self.indicator, self.category, self.code = indicator, category, code


class LedgerOfAnotherDay(EntryRefused):
    """The ledger is of a category that the person is in on another day of the year, not on that one.

    `own` is the category on that day, `known` its ledgers by id and name.
    """

    field = EventField.INDICATOR

    def __init__(  # noqa: PLR0913, PLR0917 - what is typed, when, and what would be right
        self, indicator: str, category: Category, code: str, day: date, own: Category, known: Mapping[str, str]
    ) -> None:
        super().__init__(indicator, category, code, day)
        self.indicator, self.category, self.code, self.day = indicator, category, code, day
        self.own, self.known = own, dict(known)


class NoDay(EntryRefused):
    """The text is no date."""

    field = EventField.DAY

    def __init__(self, text: str, month: int) -> None:
        super().__init__(text)
        self.text, self.month = text, month


class DayOutsideMonth(EntryRefused):
    """The day lies in another month than the one that is being typed."""

    field = EventField.DAY

    def __init__(self, day: date, year: int, month: int) -> None:
        super().__init__(day, month)
        self.day, self.year, self.month = day, year, month


class DayAhead(EntryRefused):
    """The day has not come yet; of a mark in the grid, its month has not begun."""

    field = EventField.DAY

    def __init__(self, day: date, today: date) -> None:
        super().__init__(day, today)
        self.day, self.today = day, today


class NoNumber(EntryRefused):
    """The text is no number: a letter among the digits, two points."""

    field = EventField.POINTS

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class TooManyPlaces(EntryRefused):
    """Points have at most two decimal places."""

    field = EventField.POINTS

    def __init__(self, points: Decimal) -> None:
        super().__init__(points)
        self.points = points


class PointsBeyond(EntryRefused):
    """More than the whole indicator holds: typed points lie within −maximum and +maximum."""

    field = EventField.POINTS

    def __init__(self, points: Decimal, indicator: str, maximum: int) -> None:
        super().__init__(points, indicator)
        self.points, self.indicator, self.maximum = points, indicator, maximum


class TextTooLong(EntryRefused):
    """More than the column takes."""

    def __init__(self, field: EventField, limit: int) -> None:
        super().__init__(field, limit)
        self.field, self.limit = field, limit


class NoAuthorPlace(EntryRefused):
    """A place in the order of authors is a whole number from 1."""

    field = EventField.AUTHOR

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NoSuchCase(EntryRefused):
    """The desk holds no case of that number."""

    field = EventField.CASE

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NotAnEarlierCase(EntryRefused):
    """追溯 is for a case closed in an earlier year; this one is open or of the year itself (`closed`)."""

    field = EventField.CASE

    def __init__(self, number: str, closed: date | None, year: int) -> None:
        super().__init__(number, year)
        self.number, self.closed, self.year = number, closed, year


class ApproverNotTyped(EntryRefused):
    """In 严格 nobody types who approved: another account approves."""

    field = EventField.APPROVER


class ApproverMissing(EntryRefused):
    """Approving without accounts needs the name of who approved."""

    field = EventField.APPROVER


class ApprovesOwn(EntryRefused):
    """In 严格 nobody approves what they typed themselves."""

    field = EventField.APPROVER

    def __init__(self, number: int, name: str) -> None:
        super().__init__(number, name)
        self.number, self.name = number, name


class NotReadyToApprove(EntryRefused):
    """The event lacks more than the approval."""

    def __init__(self, number: int, lacking: Sequence[EventField]) -> None:
        super().__init__(number)
        self.number, self.lacking = number, tuple(lacking)
        self.field = self.lacking[0]


class EventThereAlready(EntryRefused):
    """The very same fact (person, indicator, day, document and reason) is on the desk already.

    `number` is its 登记号; None where it was imported, from that workbook.
    """

    field = EventField.REASON

    def __init__(self, number: int | None, workbook: str) -> None:
        super().__init__(number, workbook)
        self.number, self.workbook = number, workbook


class SameLine(EntryRefused):
    """Another batch line of the column rests on the same reason and document."""

    field = EventField.REASON

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class NoSuchLine(EntryRefused):
    """The column has no such batch line yet: they are numbered one after the other."""

    field = EventField.INDICATOR

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class ChangedMeanwhile(EntryRefused):
    """Somebody else changed it since it was on the screen. `present` is what stands there now, None: nothing."""

    field = EventField.POINTS

    def __init__(self, who: str, when: datetime | None, present: str | None) -> None:
        super().__init__(who, when)
        self.who, self.when, self.present = who, when, present


class NoSuchEvent(EntryRefused):
    """No typed event of the month bears that number; imported ones are not typed over."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class CameByImport(EntryRefused):
    """A workbook's row took the place of the typed event: the source's figure is overridden by two, not typed over."""

    field = EventField.POINTS

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class EventCounts(EntryRefused):
    """What counts is not emptied by the way: it is withdrawn with a reason."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class WrittenByAnother(EntryRefused):
    """What counts and was written by somebody else says another person, indicator, day or points only with a reason."""

    field = EventField.POINTS

    def __init__(self, number: int, writer: str) -> None:
        super().__init__(number, writer)
        self.number, self.writer = number, writer


class WithdrawalWithoutReason(EntryRefused):
    """An event is withdrawn and nobody says why."""

    field = EventField.REASON


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One cell of a block that is refused: its place in the block, its column, and why."""

    index: int
    field: EventField
    error: EntryRefused | CauseMissing | CauseIsNoFault


class BlockRefused(DeskError):
    """A block of which some cells are refused: nothing of it was written, and every bad cell is named."""

    def __init__(self, problems: Sequence[CellProblem], size: int) -> None:
        super().__init__(len(problems), size)
        self.problems, self.size = tuple(problems), size


class CellTwice(EntryRefused):
    """The block writes one row or cell twice."""
