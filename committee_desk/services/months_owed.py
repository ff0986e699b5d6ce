"""What the months of a year owe: to be closed, to be published, being corrected, corrected and not published."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.months import MONTHS, MonthState, last_day
from committee_desk.services.months import corrected_months
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

ENTRY = "entry"


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台, each with the months it is about; nothing while nobody is on the desk."""
    if not names:
        return
    states = uow.months.states(year)
    published = {month for month, _ in uow.months.newest(year)}
    over = [month for month in MONTHS if last_day(year, month) < today]
    found = {
        "months_to_close": [each for each in over if each not in states and each not in published],
        "months_to_publish": [each for each in over if states.get(each) is MonthState.CLOSED],
        "months_reopened": [each for each in MONTHS if each in published and each not in states],
        "months_corrected": sorted(corrected_months(uow, year)),
    }
    for kind, months in found.items():
        if months:
            yield Owed(kind, ENTRY, {"count": len(months), "months": tuple(months), "month": months[0]})
