"""The desk's calendar: which days a window counts, and the days that differ from Monday to Friday."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.calendar import (
    MINIMUM_DAYS,
    CalendarDay,
    DayKind,
    Missing,
    Posting,
    Window,
    WorkingCalendar,
)
from committee_desk.domain.errors import DeskError
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.notices import demonstration_days, shipped_days
from committee_desk.services.office_book import CalendarBook
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed, anybody

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class DocumentMissing(DeskError):
    """A day of the calendar was to be changed without the number of the notice that changes it."""


class DayNotListed(DeskError):
    """A day was to be taken off the calendar that is not on it."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class NoticeNotHeld(DeskError):
    """A single day was to be typed into a year whose notice is not in the calendar: that would make the year held."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class NewYearsDayStands(DeskError):
    """1 January was to become a working day: it is what says that the year's notice is held."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


_PUBLIC = "the days of a public notice, nothing of anybody"


class CalendarDesk:
    """Counts windows by the desk's own calendar, and keeps that calendar."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat, witnessing: Callable[[], "Witnessing"]) -> None:
        self._open, self._seat, self._witnessing = open_work, seat, witnessing

    @anybody(_PUBLIC)
    def window(self, posted: date, days: int = MINIMUM_DAYS) -> Window:
        """The working days that a publication posted that day counts."""
        return self._calendar().window(posted, days)

    @anybody(_PUBLIC)
    def close_by(self, meeting: date, days: int = MINIMUM_DAYS) -> Posting:
        """The last working day to post so that the window closes on a day before the meeting."""
        return self._calendar().close_by(meeting, days)

    @anybody(_PUBLIC)
    def missing(self, year: int) -> tuple[Missing, ...]:
        """The holidays that the year's list lacks although every notice has them."""
        return self._calendar().missing(year)

    @anybody(_PUBLIC)
    def days(self, year: int) -> tuple[CalendarDay, ...]:
        """The listed days of a year, in order."""
        with self._open.reading() as uow:
            return tuple(listed for listed in uow.calendar.days() if listed.day.year == year)

    @anybody(_PUBLIC)
    def held_years(self) -> tuple[int, ...]:
        """The years whose notice is in the calendar."""
        return self._calendar().held_years()

    @allowed(Right.KEEP_CALENDAR)
    def set_day(self, actor: Actor, day: date, kind: DayKind, name: str | None, document: str) -> Change:
        """List a day as off or as made up, on the authority of a notice.

        Only a whole notice makes a year held, by import: a single day neither does nor undoes that.
        """
        listed = CalendarDay(day, kind, (name or "").strip() or None, _number(document))
        with self._open.writing() as uow:
            _refuse_making_or_unmaking_a_year(uow.calendar, day, kind)
            before = _listed(uow.calendar, day)
            if before == listed:
                return Change.of()
            what = {"day": listed, "before": before}
            entry = uow.journal.append(actor, "calendar.set", day.isoformat(), what, authority=listed.document)
            uow.calendar.put(entry, listed)
            uow.commit()
        return Change.of(Topic.CALENDAR, entry=entry)

    @allowed(Right.KEEP_CALENDAR)
    def clear_day(self, actor: Actor, day: date, document: str, second: "Second | None" = None) -> Change:
        """Take a day off the list, so that it follows its weekday again, on a notice's authority. 严格: two people."""
        number = _number(document)
        confirmed = self._witnessing().confirm_in_strict(second, "calendar.clear")
        authority = f"{number}；{confirmed}" if confirmed else number
        with self._open.writing() as uow:
            _refuse_making_or_unmaking_a_year(uow.calendar, day, None)
            before = _listed(uow.calendar, day)
            if before is None:
                raise DayNotListed(day)
            entry = uow.journal.append(
                actor, "calendar.clear", day.isoformat(), {"before": before}, authority=authority
            )
            uow.calendar.end(entry, day)
            uow.commit()
        return Change.of(Topic.CALENDAR, entry=entry)

    def _calendar(self) -> WorkingCalendar:
        with self._open.reading() as uow:
            return WorkingCalendar(uow.calendar.days())


def shipped_calendar() -> WorkingCalendar:
    """The calendar that every desk begins with, for a question asked without a desk."""
    return WorkingCalendar(shipped_days())


def seed(book: CalendarBook, entry: int, *, demo: bool) -> None:
    """Give a new desk its calendar, under the entry that founds it; a demonstration gets a sample 2027 as well."""
    sample = demonstration_days() if demo else ()
    sampled = {listed.day.year for listed in sample}
    book.seed(entry, tuple(listed for listed in shipped_days() if listed.day.year not in sampled) + sample)


def _listed(book: CalendarBook, day: date) -> CalendarDay | None:
    return next((listed for listed in book.days() if listed.day == day), None)


def _refuse_making_or_unmaking_a_year(book: CalendarBook, day: date, kind: DayKind | None) -> None:
    if not WorkingCalendar(book.days()).holds(day.year):
        raise NoticeNotHeld(day.year)
    if (day.month, day.day) == (1, 1) and kind is not DayKind.OFF:
        raise NewYearsDayStands(day.year)


def _number(document: str) -> str:
    """The notice's number; without one the calendar is nobody's."""
    if not (number := said(document, "document")):
        raise DocumentMissing
    return number
