"""What was published is not lowered behind its readers' backs: a source that corrects itself has the month reopened."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from committee_desk.domain.months import Differing, MonthState, last_day, lowered
from committee_desk.domain.people import Category
from committee_desk.services.month_rules import KeptSheet
from committee_desk.services.month_sheets import sheet_now, sheet_of
from committee_desk.services.month_views import PublishedWouldBeLowered
from committee_desk.services.ports import UnitOfWork

BeforeTheAct = Callable[[], AbstractContextManager[UnitOfWork]]
"""Opens the desk as everybody else still reads it."""


def refuse_lowering(uow: UnitOfWork, before: BeforeTheAct, entry: int) -> None:
    """Refuse (`PublishedWouldBeLowered`) what the act of that entry does to a published figure.

    A month that is reopened lets its own figures and those of all later months go down: that is what it was reopened
    for. Figures that were lower before the act are not its doing.
    """
    for year in uow.office.years():
        found = tuple(_lowered(uow, before, year, entry))
        if found:
            raise PublishedWouldBeLowered(year, found)


def _lowered(uow: UnitOfWork, before: BeforeTheAct, year: int, entry: int) -> Iterator[tuple[int, Differing]]:
    for sheet in _protected(uow, year):
        if not uow.months.touched_since(year, entry - 1, last_day(year, sheet.month), rated=True):
            continue
        category = Category(sheet.category)
        worse = lowered(sheet_of(sheet.figures), sheet_now(uow, year, sheet.month, category))
        if not worse:
            continue
        with before() as unchanged:
            was = {
                (each.code, each.what): each.after
                for each in lowered(sheet_of(sheet.figures), sheet_now(unchanged, year, sheet.month, category))
            }
        yield from ((sheet.month, each) for each in worse if _is_worse(each, was))


def _is_worse(each: Differing, was: dict[tuple[str, str], int | str | None]) -> bool:
    """Whether the act itself lowered the figure: it had not been lower before, or not so low."""
    if (each.code, each.what) not in was:
        return True
    earlier = was[each.code, each.what]
    return isinstance(earlier, int) and (each.after is None or int(each.after) < earlier)


def _protected(uow: UnitOfWork, year: int) -> Iterator[KeptSheet]:
    """The newest version of every published month before the first one that is being corrected."""
    states = uow.months.states(year)
    newest = uow.months.newest(year)
    if not newest:
        return
    published = {month for month, _ in newest}
    reopened = [month for month in published if states.get(month) is not MonthState.PUBLISHED]
    first = min(reopened, default=13)
    for each in uow.months.sheets(year):
        if each.month < first and newest[each.month, each.category] == each.version:
            yield each
