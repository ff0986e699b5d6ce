"""The written notice of a result (结果通知书, 检察官法 44): its number, and the remedies that it names."""

from collections.abc import Iterable, Mapping
from datetime import date

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.people import Category
from committee_desk.domain.remedies import Remedy, clocks_of
from committee_desk.domain.results import NamedRemedy, Result
from committee_desk.domain.scores import Grade
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import APPEAL_ORGAN, REVIEW_DAYS, SETTINGS


def notice_labels(year: int, results: Iterable[Result]) -> Mapping[tuple[str, int], str]:
    """The numbers of the year's notices, 2026-通-001, by code and version.

    They follow the order of the decisions: a notice bears its number on paper before anybody serves it.
    """
    laid = sorted(results, key=lambda each: (each.decision, each.code, each.version))
    return {(each.code, each.version): f"{year}-通-{number:03d}" for number, each in enumerate(laid, start=1)}


def notice_label(uow: UnitOfWork, year: int, code: str, version: int) -> str:
    """The number of one notice: 2026-通-001."""
    return notice_labels(year, uow.results.of_year(year))[code, version]


def category_of(result: Result) -> Category:
    """The category that the result is of, as its locked sheet has it."""
    return LockedSheet.from_json(result.sheet).sheet.category


def named_remedies(
    uow: UnitOfWork, grade: Grade | None, known: date, category: Category | str = Category.PROSECUTOR
) -> tuple[NamedRemedy, ...]:
    """What somebody of that category with that grade may do, where, and until which day; empty where nothing is open.

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
        NamedRemedy(each.remedy, organs[each.remedy], each.last_day)
        for each in clocks_of(grade, known, calendar, days, category)
    )
