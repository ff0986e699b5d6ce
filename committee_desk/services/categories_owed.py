"""What the lists beside the prosecutors' owe: a scheme where there are people, and ties at the quota."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.people import Category
from committee_desk.domain.scores import Status
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.scored_year import scored
from committee_desk.services.views import Owed

RANKING = "ranking"
FROM_MONTH = 12
"""Before the year's last month nobody grades, and nothing is scored for the first page to stand sooner."""
NAMED_AT_MOST = 5


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing while nobody is on the desk."""
    if not names:
        return
    latest = uow.people.latest_stays(date(year, 1, 1), date(year, 12, 31))
    held = uow.office.scheme_categories(year)
    present = {each.stay.category for each in latest}
    missing = [each for each in Category if each in present and each not in held]
    for category in missing:
        count = sum(each.stay.category is category for each in latest)
        yield Owed("scheme_of_category_missing", RANKING, {"count": count, "category": str(category)})
    if today < date(year, FROM_MONTH, 1):
        return
    for category in held:
        if category is not Category.PROSECUTOR and category in present:
            yield from _tied(uow, year, category)


def _tied(uow: UnitOfWork, year: int, category: Category) -> Iterator[Owed]:
    people = scored(uow, year, category).scores.people
    tied = [each for each in people if each.status is Status.TIE_AT_QUOTA]
    if tied:
        facts = {
            "count": len(tied),
            "names": tuple(each.name for each in tied[:NAMED_AT_MOST]),
            "codes": tuple(each.code for each in tied),
            "category": str(category),
        }
        yield Owed("tie_in_category", RANKING, facts, blocking=True)
