"""The window of a publication (公示期): which days it counts, how it is lengthened, and what comes in time.

A day counts when it is a working day and the notice hung at every one of its places from its morning to the cut-off
(不少于5个工作日; the posting day does not count, 民法典 201). A window is a row of steps: the first as posted, each
further one because the notice was taken down early, because the calendar changed, or because the office asked for more.
No step ends before the one before it, whatever happened; and the days that it adds lie after the day on which it was
recorded: what was over before anybody could know of it counts for nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.calendar import MINIMUM_DAYS, DayOutOfRange, WorkingCalendar, require_minimum
from committee_desk.domain.errors import DeskError

CHINA = timezone(timedelta(hours=8))
"""The one time of China, by which every cut-off is read."""
MIDNIGHT = "24:00"
"""The cut-off of a notice that prints none: the last day ends at its end (民法典 203)."""
OFFICE_OPENS = time(9)
"""Before this hour a notice must hang for its posting day to count, where the office counts posting days."""


class StepWhy(StrEnum):
    """Why a window has this step."""

    POSTED = "posted"
    TAKEN_DOWN = "taken_down"
    RECOUNTED = "recounted"
    LENGTHENED = "lengthened"


class Hung(NamedTuple):
    """A span of time that the notice hung at one place; without `taken` it hangs still."""

    posted: datetime
    taken: datetime | None = None


class Terms(NamedTuple):
    """What a window is counted by: how many days at least, until which hour, and whether the posting day counts."""

    days: int = MINIMUM_DAYS
    cut_off: str = "17:30"
    count_posting_day: bool = False


class Standing(NamedTuple):
    """What a further step stands on: the days that count so far, and the day on which the step is recorded."""

    counted: tuple[date, ...]
    known: date

    def may_count(self, day: date) -> bool:
        """Whether the day counted already, or is still to come when the step's notice is hung."""
        return day in self.counted or day > self.known


class NotHanging(DeskError):
    """The notice hangs no longer at a place, so that no further day counts there until it is posted again."""

    def __init__(self, place: str, taken: datetime) -> None:
        super().__init__(place, taken)
        self.place, self.taken = place, taken


@dataclass(frozen=True, slots=True)
class WindowStep:
    """The days as they were counted once: `calendar` is what the calendar listed then, as JSON."""

    step: int
    why: StepWhy
    posted: datetime
    counted: tuple[date, ...]
    terms: Terms
    calendar: str = ""

    @property
    def last_day(self) -> date:
        """The last day that counts."""
        return self.counted[-1]

    @property
    def closes_at(self) -> datetime:
        """The moment until which an objection is in time."""
        return moment_of(self.last_day, self.terms.cut_off)


@dataclass(frozen=True, slots=True)
class PublicationWindow:
    """The window of one version of the notice: every step, the one in force last."""

    version: int
    steps: tuple[WindowStep, ...]

    @property
    def now(self) -> WindowStep:
        """The step in force."""
        return self.steps[-1]

    @property
    def posted(self) -> datetime:
        """Since when the notice hung at all its places."""
        return self.steps[0].posted

    @property
    def counted(self) -> tuple[date, ...]:
        """The days that count."""
        return self.now.counted

    def may_lose(self, day: date) -> bool:
        """Whether a further step may lose the day: it counts, or comes after the last one that does."""
        return day in self.counted or day > self.last_day

    @property
    def last_day(self) -> date:
        """The last day that counts."""
        return self.now.last_day

    @property
    def cut_off(self) -> str:
        """The hour printed on the notice; 24:00 where none is."""
        return self.now.terms.cut_off

    @property
    def closes_at(self) -> datetime:
        """The moment until which an objection is in time, and before which nobody closes."""
        return self.now.closes_at


class Timeliness(NamedTuple):
    """Whether a paper came in time, by how many minutes too late, and on which counted day (None: on none of them)."""

    in_time: bool
    minutes_late: int
    nth_day: int | None


def in_time(window: PublicationWindow, received: datetime) -> Timeliness:
    """Whether a paper that was received then is in time: by the moment it came, never by when it was typed.

    The cut-off's own minute is in time; each minute begun after it is a minute late.
    """
    here = received.astimezone(CHINA)
    late = here.replace(second=0, microsecond=0) - window.closes_at
    minutes = max(0, int(late.total_seconds()) // 60)
    nth = window.counted.index(here.date()) + 1 if here.date() in window.counted else None
    return Timeliness(minutes == 0, minutes, nth)


def moment_of(day: date, hour: str) -> datetime:
    """That hour of that day in China; 24:00 is the day's end."""
    if hour == MIDNIGHT:
        return datetime.combine(day, time(0), CHINA) + timedelta(days=1)
    return datetime.combine(day, time.fromisoformat(hour), CHINA)


def hung_whole(day: date, spans: Sequence[Hung], terms: Terms) -> bool:
    """Whether the notice hung at one place from the morning of that day to its cut-off."""
    return any(_covers(span, day, terms) for span in spans)


def missing_places(day: date, hangings: Mapping[str, Sequence[Hung]], terms: Terms) -> tuple[str, ...]:
    """The places at which it did not hang the whole day."""
    return tuple(place for place, spans in hangings.items() if not hung_whole(day, spans, terms))


def down_since(hangings: Mapping[str, Sequence[Hung]]) -> tuple[str, datetime] | None:
    """The place where it hangs no longer and since when; the one that was taken down first."""
    gone = [(spans[-1].taken, place) for place, spans in hangings.items() if spans[-1].taken is not None]
    if not gone:
        return None
    taken, place = min((taken, place) for taken, place in gone if taken is not None)
    return place, taken


def down_places(hangings: Mapping[str, Sequence[Hung]]) -> tuple[str, ...]:
    """Every place where it hangs no longer, the one that was taken down first before the others."""
    gone = [(spans[-1].taken, place) for place, spans in hangings.items() if spans[-1].taken is not None]
    return tuple(place for _, place in sorted((taken, place) for taken, place in gone if taken is not None))


def began(hangings: Mapping[str, Sequence[Hung]]) -> datetime:
    """Since when the notice hung at all its places."""
    return max(spans[0].posted for spans in hangings.values())


def count(
    calendar: WorkingCalendar, hangings: Mapping[str, Sequence[Hung]], terms: Terms, before: Standing | None = None
) -> tuple[date, ...]:
    """The days that count: as many as asked for, and on to the first one that is not before the last day `before`.

    A further step keeps the days of the one before it and adds none that is over when it is recorded.

    Refuses fewer days than the law's (TooFewDays), a year without its calendar (YearNotHeld), and a notice that hangs
    no longer before its days are full (NotHanging).
    """
    require_minimum(terms.days)
    counted: list[date] = []
    day = began(hangings).astimezone(CHINA).date()
    while len(counted) < terms.days or (before is not None and counted[-1] < before.counted[-1]):
        gone = down_since(hangings)
        if gone is not None and gone[1] < moment_of(day, terms.cut_off):
            raise NotHanging(*gone)
        may_count = before is None or before.may_count(day)
        if may_count and calendar.is_working(day) and not missing_places(day, hangings, terms):
            counted.append(day)
        day = _next(day)
    return tuple(counted)


def _covers(span: Hung, day: date, terms: Terms) -> bool:
    posted = span.posted.astimezone(CHINA)
    if posted.date() > day:
        return False
    if posted.date() == day and not (terms.count_posting_day and posted.time() < OFFICE_OPENS):
        return False
    return span.taken is None or span.taken >= moment_of(day, terms.cut_off)


def _next(day: date) -> date:
    try:
        return day + timedelta(days=1)
    except OverflowError as end:
        raise DayOutOfRange from end
