"""The working-day calendar: which days count, and what a window or a limit of days comes to.

Days that differ from Monday to Friday stand in the State Council's notice of their year (国务院办公厅放假通知).
A year is held when its 1 January is listed as off: by law that day is off in every year (全国年节及纪念日放假办法 2),
every notice names it first, and no other year's notice does; whereas the last days of December often stand in the
next year's notice. A day of a year that is not held is refused, never guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Self

from committee_desk.domain.errors import DeskError

MINIMUM_DAYS = 5
"""公示不少于5个工作日: a window may be longer, never shorter."""
FORWARDS, BACKWARDS = 1, -1
SATURDAY = 5
SPRING_FIRST, SPRING_LAST = (1, 20), (2, 21)
"""Between these days (month, day) every Spring Festival and its eve fall."""
LAST_WEEK = 25
"""From this day of December on, days stand in the next year's notice as well."""


class DayKind(StrEnum):
    """How a listed day differs from Monday to Friday, as 节假日.xlsx writes it."""

    OFF = "休"
    WORK = "班"


class Missing(StrEnum):
    """A holiday that stands in every year's notice; a list without it is not the whole notice."""

    NEW_YEAR = "01-01"
    SPRING = "spring"
    LABOUR = "05-01"
    NATIONAL = "10-01"


class CalendarDay(NamedTuple):
    """A row of 节假日.xlsx: one day of a notice. The same fact when the day is equal."""

    day: date
    kind: DayKind
    name: str | None
    document: str


class YearNotHeld(DeskError):
    """A day of a year whose notice is not in the calendar would have to be counted."""

    def __init__(self, year: int, held: tuple[int, ...] = ()) -> None:
        super().__init__(year, held)
        self.year = year
        self.held = held


class TooFewDays(DeskError):
    """A publication shorter than the legal minimum was asked for."""

    def __init__(self, days: int, minimum: int = MINIMUM_DAYS) -> None:
        super().__init__(days, minimum)
        self.days = days
        self.minimum = minimum


class DayOutOfRange(DeskError):
    """The days to count run past the ends of the calendar that computers know (years 1 to 9999)."""


class Window(NamedTuple):
    """A publication's working days: posted on `posted`, closing at the end of the last counted day."""

    posted: date
    counted: tuple[date, ...]

    @property
    def first_counted(self) -> date:
        """The first day that counts."""
        return self.counted[0]

    @property
    def closes(self) -> date:
        """The last day that counts; objections are in time until its cut-off."""
        return self.counted[-1]


class Posting(NamedTuple):
    """The last working day to post a publication, so that its window closes on a day before the meeting."""

    meeting: date
    post_by: date


class WorkingCalendar:
    """The listed days of all years that are held, and what follows from them."""

    def __init__(self, days: Iterable[CalendarDay]) -> None:
        self._listed: Mapping[date, DayKind] = {listed.day: listed.kind for listed in days}

    @classmethod
    def of(cls, *days: CalendarDay) -> Self:
        """The calendar of these days."""
        return cls(days)

    def held_years(self) -> tuple[int, ...]:
        """The years whose notice is in the calendar."""
        return tuple(
            sorted(d.year for d, kind in self._listed.items() if kind is DayKind.OFF and (d.month, d.day) == (1, 1))
        )

    def holds(self, year: int) -> bool:
        """Whether that year's notice is in the calendar."""
        return year >= 1 and self._listed.get(date(year, 1, 1)) is DayKind.OFF

    def missing(self, year: int) -> tuple[Missing, ...]:
        """The holidays that the year's list lacks although every notice has them. Nothing listed at all: none."""
        listed = [day for day in self._listed if day.year == year and day < date(year, 12, LAST_WEEK)]
        if not listed:
            return ()
        off = {(day.month, day.day) for day in listed if self._listed[day] is DayKind.OFF}
        there = {
            Missing.NEW_YEAR: (1, 1) in off,
            Missing.SPRING: any(SPRING_FIRST <= day <= SPRING_LAST for day in off),
            Missing.LABOUR: (5, 1) in off,
            Missing.NATIONAL: (10, 1) in off,
        }
        return tuple(holiday for holiday, is_there in there.items() if not is_there)

    def is_working(self, day: date) -> bool:
        """Whether the day counts: Monday to Friday and not off, or made up for (调休上班)."""
        if not self.holds(day.year):
            raise YearNotHeld(day.year, self.held_years())
        listed = self._listed.get(day)
        return day.weekday() < SATURDAY if listed is None else listed is DayKind.WORK

    def window(self, posted: date, days: int = MINIMUM_DAYS, *, count_posting_day: bool = False) -> Window:
        """The working days that a publication posted that day counts; the posting day itself does not (民法典 201)."""
        require_minimum(days)
        first = posted if count_posting_day else _after(posted, 1)
        return Window(posted, tuple(self._working(first, FORWARDS, days)))

    def close_by(self, meeting: date, days: int = MINIMUM_DAYS, *, count_posting_day: bool = False) -> Posting:
        """The last working day to post so that the window closes on a day before the meeting."""
        require_minimum(days)
        needed = days if count_posting_day else days + 1
        *_, post_by = self._working(_after(meeting, -1), BACKWARDS, needed)
        return Posting(meeting, post_by)

    def limit(self, start: date, days: int) -> date:
        """The last day of a limit in calendar days (30 天): the start does not count, and where the last day is no
        working day the next one takes its place (民法典 203)."""
        return next(self._working(_after(start, days), FORWARDS, 1))

    def due(self, start: date, days: int) -> date:
        """The last day of a limit in working days (个工作日): the day that it starts on does not count."""
        *_, last = self._working(_after(start, 1), FORWARDS, days)
        return last

    def days_until(self, start: date, last: date) -> int:
        """How many working days lie after one day, up to another; negative where that one is past."""
        if last < start:
            return -self.days_until(last, start)
        return sum(self.is_working(_after(start, ahead)) for ahead in range(1, (last - start).days + 1))

    def _working(self, start: date, step: int, count: int) -> Iterator[date]:
        """That many working days from `start` on, `start` included, forwards or backwards."""
        day = start
        while True:
            if self.is_working(day):
                yield day
                count -= 1
                if not count:
                    return
            day = _after(day, step)


def require_minimum(days: int) -> None:
    """Refuse a window shorter than the law's five working days (TooFewDays)."""
    if days < MINIMUM_DAYS:
        raise TooFewDays(days)


def _after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError as end:
        raise DayOutOfRange from end
