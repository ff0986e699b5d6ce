"""Which days the window's calendar shows, each with what it is: by the calendar that the window was counted by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from committee_desk.domain.calendar import CalendarDay
from committee_desk.domain.calendar import DayKind as ListedKind
from committee_desk.domain.publication import CHINA, PublicationWindow
from committee_desk.services.publication_views import DayKind, DayRole, ShownDay

WEEK, LEAST_WEEKS, MOST_WEEKS = 7, 5, 9
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """What is painted: whole weeks, each day with its part; the hour at which the last one ends; today."""

    days: tuple[ShownDay, ...]
    last_day: date
    cut_off: str
    today: date
    posted: date

    def of(self, day: date) -> ShownDay | None:
        """The day in the picture."""
        at = (day - self.days[0].day).days if self.days else -1
        return self.days[at] if 0 <= at < len(self.days) else None


def picture_of(
    window: PublicationWindow, told: tuple[ShownDay, ...], listed: Mapping[date, CalendarDay], today: date
) -> CalendarPicture:
    """A week before the posting, the window, and the weeks after it, five in all at least.

    Within the window a day is what the window was counted by; outside it, what the desk's calendar says now.
    """
    posted = window.posted.astimezone(CHINA).date()
    first = _monday(posted) - timedelta(days=WEEK)
    weeks = (_monday(window.last_day) - first).days // WEEK + 1
    if weeks > MOST_WEEKS - 1:  # a long window stands without the week before it
        first, weeks = first + timedelta(days=WEEK), weeks - 1
    weeks = max(LEAST_WEEKS, weeks)
    known = {day.day: day for day in told}
    days = (first + timedelta(days=at) for at in range(WEEK * weeks))
    shown = tuple(known.get(day) or outside(day, listed) for day in days)
    return CalendarPicture(shown, window.last_day, window.cut_off, today, posted)


def outside(day: date, listed: Mapping[date, CalendarDay]) -> ShownDay:
    """A day that is nothing to the window."""
    told = listed.get(day)
    if told is None:
        return ShownDay(day, DayKind.WEEKEND if day.weekday() >= SATURDAY else DayKind.WORKING, DayRole.NONE)
    kind = DayKind.OFF if told.kind is ListedKind.OFF else DayKind.MADE_UP
    return ShownDay(day, kind, DayRole.NONE, None, told.name or "", told.document)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
