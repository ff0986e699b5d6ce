"""What screens and paper show of a publication (公示): its versions, where each hung, its days; and its book."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from committee_desk.domain.calendar import MINIMUM_DAYS
from committee_desk.domain.course import Stage
from committee_desk.domain.notice import Notice, NoticeOrder, NoticeWords, Receiving, Slip
from committee_desk.domain.publication import PublicationWindow, StepWhy, WindowStep


def of_posting(year: int, version: int, place: str) -> str:
    """How a posting is named as the subject of an attachment: its photo."""
    return f"posting:{year}:{version}:{place}"


class HungNotice(NamedTuple):
    """Where a notice was hung, when, and by which two people; `photo` is the number of a picture of it, or empty.

    `board` is where it hangs in place of its place, when it had to be hung somewhere else.
    """

    place: str
    posted: datetime
    by: tuple[str, str]
    photo: str = ""
    board: str = ""


class TakenDown(NamedTuple):
    """When a notice was taken down at a place, and by which two people."""

    place: str
    taken: datetime
    by: tuple[str, str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """What the office wants to publish, and how. `hung` is needed to post; a preview does without.

    `cut_off` empty: the office's own; 24:00: none is printed. `whole`: after a closed window, the whole list once more
    and not only those whose grade or score is another.
    """

    posted: datetime
    receiving: Receiving
    places: tuple[str, ...]
    hung: tuple[HungNotice, ...] = ()
    days: int = MINIMUM_DAYS
    cut_off: str = ""
    order: NoticeOrder = NoticeOrder.DEPARTMENT
    scores: bool = False
    ranks: bool = False
    ungraded: bool = False
    whole: bool = False
    scope: str = ""
    approved: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be posted: the notice, the window it would have, and whom it is about anew."""

    notice: Notice
    window: PublicationWindow
    affected: tuple[str, ...] = ()


class PostingRow(NamedTuple):
    """A span that the notice hung at one place, as it was recorded; without `taken` it hangs still.

    `recorded` and `taken_recorded`: when the journal learned of it; a later day than it happened on is 补录.
    """

    place: str
    board: str
    posted: datetime
    posted_by: tuple[str, ...]
    photo: str = ""
    taken: datetime | None = None
    taken_by: tuple[str, ...] = ()
    reason: str = ""
    entry: int = 0
    recorded: datetime | None = None
    taken_recorded: datetime | None = None


class NoteKind(StrEnum):
    """What is posted beside a notice."""

    SUPPLEMENT = "supplement"
    CORRECTION = "correction"


class DownAt(NamedTuple):
    """A place at which the notice was down, so that days were lost, and why it came down there."""

    place: str
    reason: str = ""


class ChangedDay(NamedTuple):
    """A day that the calendar makes off, or a working day, since the window was counted before; on whose authority."""

    day: date
    works: bool
    document: str = ""


class Supplement(NamedTuple):
    """补充公告: the window ends later, why, and which days count now.

    `down`: every place that cost it days, in the notice's order; `reason` is why the office gives more days;
    `calendar`: what the calendar changed, where that cost it days, whatever else did.
    """

    why: StepWhy
    reason: str
    before: date
    counted: tuple[date, ...]
    cut_off: str
    down: tuple[DownAt, ...] = ()
    calendar: tuple[ChangedDay, ...] = ()


class Correction(NamedTuple):
    """更正说明: what the notice says, and what it should say."""

    slip: Slip
    before: str
    after: str
    reason: str


class NoteRow(NamedTuple):
    """One note beside a version, with its number."""

    number: int
    kind: NoteKind
    content: Supplement | Correction
    day: date
    by: str = ""
    entry: int = 0


class Closing(NamedTuple):
    """When a window was closed, the date that both people saw, and how many objections had come."""

    closed: datetime
    shown_day: date
    objections: int
    entry: int = 0


class HeldVersion(NamedTuple):
    """A version of the notice as it is kept; `taken_back` when it was taken back before its window closed."""

    version: int
    list_version: int
    notice: Notice
    affected: tuple[str, ...]
    replaces: int | None
    why: str
    entry: int
    at: datetime
    by: str
    taken_back: datetime | None = None


class DayKind(StrEnum):
    """What a day is by the calendar; `unknown`: its year's notice is not held."""

    WORKING = "working"
    MADE_UP = "made_up"
    OFF = "off"
    WEEKEND = "weekend"
    UNKNOWN = "unknown"


class DayRole(StrEnum):
    """What a day is to the window."""

    NONE = "none"
    POSTED = "posted"
    COUNTED = "counted"
    LOST = "lost"
    """A working day on which the notice did not hang whole, so that it does not count."""


class ShownDay(NamedTuple):
    """One day of the window's calendar: what it is, whether it counts, as which, and on whose authority."""

    day: date
    kind: DayKind
    role: DayRole
    nth: int | None = None
    name: str = ""
    document: str = ""
    places: tuple[str, ...] = ()
    """Where the notice did not hang on a lost day."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """Everything about one version of the notice. `effective` is the notice with its corrections applied."""

    held: HeldVersion
    effective: Notice
    window: PublicationWindow
    postings: tuple[PostingRow, ...]
    notes: tuple[NoteRow, ...] = ()
    closing: Closing | None = None
    days: tuple[ShownDay, ...] = ()

    @property
    def version(self) -> int:
        """Its number."""
        return self.held.version

    @property
    def hangs(self) -> bool:
        """Whether it hangs anywhere now."""
        return any(each.taken is None for each in self.postings)


class PublicationOwed(NamedTuple):
    """Something that a running publication is owed: what, and its facts.

    `kind`: recount (the calendar changed; `day` is the new end), post_again (`place` is where it hangs no more),
    calendar (the year `number` is not held), close (the cut-off has come), take_down (closed and still hanging).
    """

    kind: str
    day: date | None = None
    place: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class PublicationView:
    """What the page 公示 shows of a year. `current` is the version whose window runs, or that was closed last."""

    year: int
    stage: Stage
    now: datetime
    versions: tuple[VersionView, ...] = ()
    current: VersionView | None = None
    days_left: int = 0
    """Counted days that are not over yet, today included before its cut-off."""
    days_gone: int = 0
    may_close: bool = False
    """Whether the cut-off has come and nothing is owed that stands against closing."""
    owed: tuple[PublicationOwed, ...] = ()
    affected: tuple[str, ...] = field(default=())
    """Whose published particulars the list in force would change, while nothing is posted."""


class PublicationBook(Protocol):
    """Versions of the notice, where they hung, their windows, notes and closings."""

    def versions(self, year: int) -> tuple[HeldVersion, ...]:
        """Every version, oldest first, those taken back as well."""
        ...

    def put_version(self, entry: int, year: int, held: HeldVersion) -> None:
        """A further version."""
        ...

    def take_back(self, entry: int, year: int, version: int) -> None:
        """Let a version stand no longer: it was taken back before its window closed."""
        ...

    def postings(self, year: int, version: int) -> tuple[PostingRow, ...]:
        """Where a version hung, by place and moment."""
        ...

    def put_posting(self, entry: int, year: int, version: int, row: PostingRow) -> None:
        """A posting in place of the one of that place and moment."""
        ...

    def window(self, year: int, version: int) -> PublicationWindow:
        """The version's window with all its steps."""
        ...

    def put_step(self, entry: int, year: int, version: int, step: WindowStep) -> None:
        """A further step of a window; the ones before stay."""
        ...

    def notes(self, year: int, version: int) -> tuple[NoteRow, ...]:
        """What was posted beside a version."""
        ...

    def put_note(self, entry: int, year: int, version: int, note: NoteRow) -> None:
        """A further note."""
        ...

    def closing(self, year: int, version: int) -> Closing | None:
        """When the version's window was closed; None while it was not."""
        ...

    def put_closing(self, entry: int, year: int, version: int, closing: Closing) -> None:
        """The closing of a version's window."""
        ...


class PublicationStamp(NamedTuple):
    """Whose desk a paper comes from, when it was drawn and at which state of the journal.

    `anchor` is the fingerprint of the certificate by which others trust the office's seal, where a notice says it.
    """

    office: str
    demo: bool
    at: datetime
    by: str
    head: str
    entries: int
    anchor: str = ""


class PublicationPaper(Protocol):
    """Puts form 3 on paper."""

    def words(self, notice: Notice) -> NoticeWords:
        """The sentences that the notice is printed with."""
        ...

    def notice(self, notice: Notice, stamp: PublicationStamp, *, draft: bool) -> bytes:
        """The notice as PDF; UnprintableCharacters when no font holds one of its characters."""
        ...

    def record(self, view: VersionView, stamp: PublicationStamp) -> bytes:
        """The posting record: where, from when to when, by whom; the counted days and why."""
        ...

    def note(self, view: VersionView, note: NoteRow, stamp: PublicationStamp) -> bytes:
        """A supplementary notice or a correction note."""
        ...
