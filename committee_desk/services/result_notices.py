"""The written notice of a result (结果通知书, 检察官法 44): its number, and the remedies that it names."""

from datetime import date

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.remedies import Remedy, clocks_of
from committee_desk.domain.results import NamedRemedy
from committee_desk.domain.scores import Grade
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import APPEAL_ORGAN, REVIEW_DAYS, SETTINGS


def notice_label(uow: UnitOfWork, year: int) -> str:
    """The number of the next notice: 2026-通-001."""
    numbers = [int(each.notice.rpartition("-")[2]) for each in uow.results.deliveries(year)]
    return f"{year}-通-{max(numbers, default=0) + 1:03d}"


def named_remedies(uow: UnitOfWork, grade: Grade | None, known: date) -> tuple[NamedRemedy, ...]:
    """What somebody with that grade may do, where, and until which day.

    YearNotHeld where the holidays of a last day's year are not on the desk.
    """
    settings = uow.settings.all()
    days = int(settings.get(REVIEW_DAYS, SETTINGS[REVIEW_DAYS].default))
    organs = {
        Remedy.REVIEW: uow.office.identity().office,
        Remedy.APPEAL: settings.get(APPEAL_ORGAN, SETTINGS[APPEAL_ORGAN].default),
    }
    calendar = WorkingCalendar(uow.calendar.days())
    return tuple(
        NamedRemedy(each.remedy, organs[each.remedy], each.last_day) for each in clocks_of(grade, known, calendar, days)
    )
