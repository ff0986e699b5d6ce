"""The ports: what services need from storage and paper, so that neither is known here.

One unit of work is one transaction. Its books are properties, one for each subject; an owner of a subject adds the
Protocol of its book here (or beside its service) and one property to `UnitOfWork`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.calendar import CalendarDay
from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.checking import Report
from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.journal import Entry
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.person_facts import PersonFacts
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.domain.sums import YearInputs
from committee_desk.services.actor import Actor
from committee_desk.services.views import CaseRow, Head, Hit, ImportRecord, JournalRow, Traced

if TYPE_CHECKING:  # named here and not used: the window stands sooner without them
    from committee_desk.domain.ratings import BallotMark
    from committee_desk.services.account_book import AccountsBook
    from committee_desk.services.attachment_views import Attachable, AttachmentRow
    from committee_desk.services.entry_book import EntryBook
    from committee_desk.services.evaluation_views import EvaluationsBook
    from committee_desk.services.history_views import FactKind, Version
    from committee_desk.services.imports.book import FactBook
    from committee_desk.services.imports.mapping import MappingBook
    from committee_desk.services.journal_views import JournalFilter, PrintedHead
    from committee_desk.services.live_figures import MovedBook
    from committee_desk.services.mark_views import MarksBook
    from committee_desk.services.month_rules import MonthsBook
    from committee_desk.services.opinion_views import OpinionsBook
    from committee_desk.services.override_views import OverridesBook
    from committee_desk.services.relation_views import RelationsBook
    from committee_desk.services.report_views import ReportsBook
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.services.scheme_views import SchemesBook, SchemeUseBook
    from committee_desk.services.sheet_views import GradeSheet, PrintedSheet, PrintMark, Stamp

Clock = Callable[[], datetime]
"""The time now, with its offset: the PC's, or a demonstration's own."""

Progress = Callable[[int, int], None]
"""Told (done, total) by long work; raises when the user pressed stop."""


class JournalBook(Protocol):
    """The journal: only ever added to, each entry chained to the one before."""

    def append(  # noqa: PLR0913 - who, what, on what, why and on whose authority: an entry has that many
        self,
        actor: Actor,
        verb: str,
        subject: str | None,
        what: object,
        *,
        why: str | None = None,
        authority: str | None = None,
        dated: bool = False,
    ) -> int:
        """Write one entry and return its number. Do this first: the rows of the act carry the number.

        The entry reaches the file at `commit`, sealed with the digests of the rows that carry its number. A `dated`
        act has legal effect by its date: refused (`ClockBehind`) while the clock is behind the newest entry.
        `what` is anything that canonical JSON can hold (dicts, lists, str, int, bool, None, Decimal, Fraction,
        dates, enums, NamedTuples, frozen dataclasses), never a float.
        """
        ...

    def refuse_clock_behind(self, now: datetime) -> None:
        """Refuse (`ClockBehind`) at once what a dated entry would refuse when all the work is done."""
        ...

    def head(self) -> Head:
        """How many entries there are, and the newest one's hash."""
        ...

    def rows(
        self, limit: int, before: int | None = None, wanted: "JournalFilter | None" = None
    ) -> tuple[JournalRow, ...]:
        """The newest entries first, only those before that number, only those that are wanted."""
        ...

    def only_since(self, head: Head, verbs: Collection[str]) -> bool:
        """Whether that head still stands in the chain, and nothing but entries of these verbs came after it."""
        ...

    def number_of(self, hash_: str) -> int | None:
        """The number of the entry whose hash begins so; None where none or several do."""
        ...

    def hash_of(self, seq: int) -> str | None:
        """The hash that the entry of that number bears; None where there is no such entry."""
        ...

    def moment_of(self, seq: int) -> datetime | None:
        """When the entry of that number says it was written; None where there is no such entry."""
        ...

    def overruled(self) -> frozenset[int]:
        """The entries whose moment was overruled."""
        ...

    def printed_heads(self) -> "tuple[PrintedHead, ...]":
        """Every head that was put on paper, oldest first."""
        ...

    def entries(self) -> Iterator[Entry]:
        """Every entry in order, whole, as the chain is verified."""
        ...


@dataclass(frozen=True, slots=True)
class DeskRow:
    """The one row that says whose desk this is."""

    uid: str
    office: str
    demo: bool
    created: datetime


class OfficeBook(Protocol):
    """Whose desk this is, its years and their schemes."""

    def identity(self) -> DeskRow:
        """The desk's one row."""
        ...

    def found(self, row: DeskRow) -> None:
        """Write the desk's one row: once, at its birth."""
        ...

    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first."""
        ...

    def open_year(self, entry: int, year: int, scheme: str) -> None:
        """Open a year with the text of its prosecutors' scheme."""
        ...

    def add_scheme(self, entry: int, year: int, category: Category, scheme: str) -> None:
        """Give a year its scheme of a category that has none there yet, not adopted so far."""
        ...

    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> str:
        """The text of that year's scheme; KeyError when the year is not on this desk, NoSchemeOfCategory where it
        has not taken over one for that category.
        """
        ...

    def scheme_categories(self, year: int) -> tuple[Category, ...]:
        """The categories that have a scheme in that year, in their own order."""
        ...


class SettingsBook(Protocol):
    """Settings that were changed from their default."""

    def all(self) -> dict[str, str]:
        """Every setting that was put, as stored text."""
        ...

    def put(self, entry: int, key: str, value: str) -> None:
        """Supersede the setting's value."""
        ...


@dataclass(frozen=True, slots=True)
class LatestStay:
    """One person's latest stay that touches a year, and how many stays there are."""

    stay: Stay
    stays: int


class PeopleBook(Protocol):
    """People as recorded now."""

    def latest_stays(self, since: date, until: date) -> tuple[LatestStay, ...]:
        """Everybody with a stay that touches these days, by code."""
        ...

    def stays_touching(self, since: date, until: date) -> tuple[Stay, ...]:
        """Everybody's stays that touch these days, by code, oldest first."""
        ...

    def stays(self, code: str) -> tuple[Traced[Stay], ...]:
        """All stays of one person, oldest first."""
        ...

    def leave(self, code: str | None = None) -> tuple[Traced[Leave], ...]:
        """Leave of one person, or of everybody."""
        ...

    def sanctions(self, code: str | None = None) -> tuple[Traced[Sanction], ...]:
        """Sanctions of one person, or of everybody."""
        ...


class CasesBook(Protocol):
    """Cases as recorded now."""

    def rows(self, year: int) -> tuple[CaseRow, ...]:
        """The cases closed in the year and those still open, by number."""
        ...

    def shares(self, number: str) -> tuple[Traced[CaseShare], ...]:
        """Every handler's share in the case."""
        ...

    def review(self, number: str) -> Traced[Review] | None:
        """The review of the case."""
        ...

    def names(self, number: str) -> dict[str, str]:
        """The names of the case's handlers by code."""
        ...


class FoundPerson(NamedTuple):
    """Somebody whom search can find: latest name and department, and the last day they were there."""

    code: str
    name: str
    department: str
    last_day: date


class SearchBook(Protocol):
    """Everything that has a name or a number."""

    def people(self) -> tuple[FoundPerson, ...]:
        """Everybody ever recorded, by code."""
        ...

    def cases(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Cases whose number or title holds the text, newest first."""
        ...


class ImportsBook(Protocol):
    """What was read in."""

    def history(self) -> tuple[ImportRecord, ...]:
        """Every workbook that was read in, newest first."""
        ...


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


class OverviewBook(Protocol):
    """Counts for 工作台."""

    def tally(self, year: int, today: date) -> Tally:
        """What the year holds and lacks."""
        ...


class TotalsBook(Protocol):
    """What scoring starts from."""

    def year_inputs(self, scheme: Scheme, year: int, day: date | None = None) -> YearInputs:
        """Everything that the year's scores depend on, by what is dated up to `day` where one is given."""
        ...

    def person_facts(self, year: int, code: str) -> PersonFacts:
        """One person's facts with their sources."""
        ...

    def ballots(self, year: int, code: str) -> "tuple[BallotMark, ...]":
        """One person's single marks without their slips."""
        ...


class CalendarBook(Protocol):
    """Days that differ from Monday to Friday."""

    def days(self) -> tuple[CalendarDay, ...]:
        """Every listed day, in order."""
        ...

    def seed(self, entry: int, days: tuple[CalendarDay, ...]) -> None:
        """List all these days on a desk that has none yet."""
        ...

    def put(self, entry: int, day: CalendarDay) -> None:
        """List the day, in place of what was listed for it."""
        ...

    def end(self, entry: int, day: date) -> None:
        """Take the day off the list."""
        ...


class PrintsBook(Protocol):
    """What was printed of whom, from which data, as which version."""

    def latest(self, year: int, form: str) -> "dict[str, PrintMark]":
        """The newest version of that form by code."""
        ...

    def add(self, entry: int, year: int, form: str, marks: "Mapping[str, PrintMark]") -> None:
        """Record one printing by code; versions below these end with it."""
        ...

    def rows(self, year: int) -> "tuple[PrintedSheet, ...]":
        """What was printed in the year, newest first."""
        ...


class HistoryBook(Protocol):
    """What facts were, and who changed them."""

    def versions(self, kind: "FactKind", limits: "Mapping[str, object]") -> "tuple[Version, ...]":
        """Every version of the facts whose fields are these, oldest first; a collection stands for any of its texts."""
        ...


class AttachmentsBook(Protocol):
    """Files that prove something."""

    def of(self, subject: str) -> "tuple[AttachmentRow, ...]":
        """What is attached to a subject now, oldest first."""
        ...

    def one(self, number: int) -> "AttachmentRow | None":
        """One attachment that holds now."""
        ...

    def content(self, sha256: str) -> bytes | None:
        """The stored bytes."""
        ...

    def add(self, entry: int, subject: str, sha256: str, file: "Attachable") -> None:
        """Attach a file; a content that is there already is not stored again."""
        ...

    def end(self, entry: int, number: int) -> None:
        """Let an attachment hold no longer."""
        ...


class SheetDrawer(Protocol):
    """Puts form 1 on paper."""

    def file_name(self, sheet: "GradeSheet") -> str:
        """What the sheet's file is called: who and which year, nothing of the case."""
        ...

    def draw(self, sheet: "GradeSheet", stamp: "Stamp") -> bytes:
        """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
        ...


class Folder(Protocol):
    """Files that appear in a folder together or not at all."""

    def put(self, name: str, content: bytes) -> None:
        """Write a file under a temporary name."""
        ...

    def place(self) -> tuple[Path, ...]:
        """Give every file its own name. What stood there comes back when the block is left by an error."""
        ...


OpenFolder = Callable[[Path], AbstractContextManager[Folder]]
"""Opens a folder to be written, making it where it is missing."""


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` undoes everything."""

    @property
    def journal(self) -> JournalBook:
        """The journal."""
        ...

    @property
    def office(self) -> OfficeBook:
        """Whose desk this is, its years and schemes."""
        ...

    @property
    def scheme_use(self) -> "SchemeUseBook":
        """What rests on a scheme."""
        ...

    @property
    def schemes(self) -> "SchemesBook":
        """Schemes in versions, and drafts."""
        ...

    @property
    def accounts(self) -> "AccountsBook":
        """Who may sit down at the desk."""
        ...

    @property
    def settings(self) -> SettingsBook:
        """Settings."""
        ...

    @property
    def people(self) -> PeopleBook:
        """People, leave and sanctions."""
        ...

    @property
    def cases(self) -> CasesBook:
        """Cases and reviews."""
        ...

    @property
    def search(self) -> SearchBook:
        """Names and numbers."""
        ...

    @property
    def imports(self) -> ImportsBook:
        """The history of imports."""
        ...

    @property
    def overview(self) -> OverviewBook:
        """Counts for 工作台."""
        ...

    @property
    def mappings(self) -> "MappingBook":
        """How strange workbooks are read."""
        ...

    @property
    def entry(self) -> "EntryBook":
        """Events as they are typed."""
        ...

    @property
    def facts(self) -> "FactBook":
        """Facts read from workbooks."""
        ...

    @property
    def totals(self) -> TotalsBook:
        """Sums for scoring."""
        ...

    @property
    def moved(self) -> "MovedBook":
        """What moved since a year was scored."""
        ...

    @property
    def calendar(self) -> CalendarBook:
        """Days off and days made up."""
        ...

    @property
    def attachments(self) -> AttachmentsBook:
        """Files that prove something."""
        ...

    @property
    def prints(self) -> PrintsBook:
        """What was printed."""
        ...

    @property
    def months(self) -> "MonthsBook":
        """Months, their sheets, quarterly grades."""
        ...

    @property
    def relations(self) -> "RelationsBook":
        """Kinship and charge of departments."""
        ...

    @property
    def marks(self) -> "MarksBook":
        """Leaders' marks."""
        ...

    @property
    def reports(self) -> "ReportsBook":
        """Duty reports."""
        ...

    @property
    def opinions(self) -> "OpinionsBook":
        """Opinions from outside."""
        ...

    @property
    def history(self) -> HistoryBook:
        """What facts were."""
        ...

    @property
    def evaluations(self) -> "EvaluationsBook":
        """Evaluations of cases, and causes."""
        ...

    @property
    def overrides(self) -> "OverridesBook":
        """Imported facts whose figures can be replaced by hand."""
        ...

    def commit(self) -> None:
        """Keep what was written. A unit that wrote anything without a journal entry is refused as a bug."""
        ...


class OpenUnitOfWork(Protocol):
    """Opens units of work on one desk file: `with open_work.writing() as uow: …; uow.commit()`."""

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the desk is only read, in which case `writing` refuses; None while it can be written."""
        ...

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open the desk."""
        ...

    def examine_trail(self, tell: Progress | None = None) -> Report:
        """What is broken in the journal's chain and seals: whether all rows are still those that it sealed."""
        ...

    def salvage(self, target: Path) -> "tuple[SavedTable, ...]":
        """Copy what can be read into a new desk under another name, with the same protection."""
        ...

    def found_damaged(self) -> None:
        """From here on the desk is only read, as far as it can be."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A unit that reads one consistent state."""
        ...

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """A unit that writes; other writers wait."""
        ...

    def examine(self, *, thorough: bool, tell: Progress | None = None) -> Report:
        """What is broken on the desk: everything that has to hold, or the part that is looked at when it opens.

        `tell` hears how far a thorough one is, and may raise to stop it.
        """
        ...
