"""Whose published particulars a new list makes others, and when a notice about them may hang and for which days."""

from datetime import date, datetime, timedelta

from committee_desk.domain.calendar import DayOutOfRange, WorkingCalendar, YearNotHeld
from committee_desk.domain.course import Stage
from committee_desk.domain.effects import Republishing
from committee_desk.domain.grade_list import GradeList
from committee_desk.domain.notice import Notice, affected, published
from committee_desk.domain.publication import CHINA, OFFICE_OPENS, Hung, Terms, count, moment_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_notice import closed_notices, figures
from committee_desk.services.settings import COUNT_POSTING_DAY, CUT_OFF, SETTINGS, is_on

_BOARD = "·"


def republished_by(uow: UnitOfWork, year: int, laid: GradeList) -> tuple[str, ...]:
    """Exactly those whose published particulars the list makes others: the grade; score or rank where the notice
    showed them. Nobody where nothing was published yet: the first notice says it all."""
    before = published(said_so_far(uow, year))
    return affected(before, {line.code: line for line in figures(laid.people)}) if before else ()


def said_so_far(uow: UnitOfWork, year: int) -> list[Notice]:
    """The notices that were read: those whose window was closed, and the one whose window runs."""
    versions = uow.publication.versions(year)
    running = [each.notice for each in versions[-1:] if each.taken_back is None]
    closed = closed_notices(uow, year, versions)
    if uow.course.stage(year) is Stage.PUBLISHED and running:
        return [*closed, *running]
    return closed or running


def dates_of(uow: UnitOfWork, year: int, now: datetime) -> Republishing | None:
    """The next working day on which a notice may hang, the days that would count, and its cut-off; None where the
    calendar does not reach so far."""
    calendar = WorkingCalendar(uow.calendar.days())
    waits = _cut_off_of_running(uow, year)
    after = max(now, waits) if waits is not None else now
    put = uow.settings.all()
    terms = Terms(cut_off=put.get(CUT_OFF, SETTINGS[CUT_OFF].default), count_posting_day=is_on(uow, COUNT_POSTING_DAY))
    try:
        posting = _next_working(calendar, after.astimezone(CHINA).date())
        hung = Hung(datetime.combine(posting, OFFICE_OPENS, CHINA))
        counted = count(calendar, {_BOARD: (hung,)}, terms)
    except (YearNotHeld, DayOutOfRange):
        return None
    return Republishing(posting, counted, moment_of(counted[-1], terms.cut_off), waits)


def _cut_off_of_running(uow: UnitOfWork, year: int) -> datetime | None:
    if uow.course.stage(year) is not Stage.PUBLISHED:
        return None
    versions = [each for each in uow.publication.versions(year) if each.taken_back is None]
    return uow.publication.window(year, versions[-1].version).closes_at if versions else None


def _next_working(calendar: WorkingCalendar, day: date) -> date:
    day += timedelta(days=1)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return day
