"""What was published is not lowered behind its readers' backs, and what was closed not changed behind the closer's:
a source that corrects itself has the month reopened.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager

from committee_desk.domain.months import Differing, MonthState, last_day, lowered
from committee_desk.domain.people import Category
from committee_desk.services.month_changes import Closings, Fact, Month, Replaced, months_changed
from committee_desk.services.month_rules import KeptSheet
from committee_desk.services.month_sheets import sheet_now, sheet_of
from committee_desk.services.month_views import ClosedWouldBeChanged, PublishedWouldBeLowered
from committee_desk.services.ports import UnitOfWork

BeforeTheAct = Callable[[], AbstractContextManager[UnitOfWork]]
"""Opens the desk as everybody else still reads it."""


def refuse_behind_backs(
    uow: UnitOfWork, before: BeforeTheAct, entry: int, replaced: Collection[Replaced], closings: Closings
) -> None:
    """Refuse what the act of that entry does, by what it took back or replaced, to closed and published months."""
    _refuse_changing_closed(uow, replaced, closings)
    _refuse_lowering(uow, before, entry, _losing(uow, replaced))


def closed_months(uow: UnitOfWork, months: Iterable[Month]) -> dict[Month, MonthState]:
    """Those of these months that are closed or published."""
    states = {year: uow.months.states(year) for year in {year for year, _ in months}}
    return {(year, month): states[year][month] for year, month in months if month in states[year]}


def _refuse_changing_closed(uow: UnitOfWork, replaced: Collection[Replaced], closings: Closings) -> None:
    """What lies in a month that is closed and not published stays as its closer saw it (`ClosedWouldBeChanged`)."""
    dated = [(each, months) for each, months in months_changed(replaced, closings) if months]
    states = closed_months(uow, frozenset[Month]().union(*(months for _, months in dated)))
    shut = {month for month, state in states.items() if state is MonthState.CLOSED}
    rows = sum(bool(months & shut) for _, months in dated)
    if rows:
        found = frozenset[Month]().union(*(months & shut for _, months in dated))
        raise ClosedWouldBeChanged(tuple(sorted(found)), rows)


def _losing(uow: UnitOfWork, replaced: Iterable[Replaced]) -> frozenset[str]:
    """Whom a fact concerns that is worth less now, or is gone."""
    lost = [each.old for each in replaced if each.lowers]
    own = {_code_of(each) for each in lost}
    cases = [each.number for each in lost if _code_of(each) is None]
    handlers = uow.evaluations.handlers(cases) if cases else {}
    return frozenset(code for code in own if code) | {each.code for held in handlers.values() for each in held}


def _code_of(fact: Fact) -> str | None:
    code: str | None = getattr(fact, "code", None)
    return code


def _refuse_lowering(uow: UnitOfWork, before: BeforeTheAct, entry: int, losing: frozenset[str]) -> None:
    """Refuse (`PublishedWouldBeLowered`) what the act does to a published figure.

    A month that is reopened lets its own figures and those of all later months go down: that is what it was reopened
    for. Figures that were lower before the act are not its doing, but for those of whoever loses by it: there a row
    that lowers is refused whatever had lowered the figure before, which may be taken back one day.
    """
    for year in uow.office.years():
        found = tuple(_lowered(uow, before, year, entry, losing))
        if found:
            raise PublishedWouldBeLowered(year, found)


def _lowered(
    uow: UnitOfWork, before: BeforeTheAct, year: int, entry: int, losing: frozenset[str]
) -> Iterator[tuple[int, Differing]]:
    for sheet in _protected(uow, year):
        if not uow.months.touched_since(year, entry - 1, last_day(year, sheet.month), rated=True):
            continue
        category = Category(sheet.category)
        worse = lowered(sheet_of(sheet.figures), sheet_now(uow, year, sheet.month, category))
        yield from ((sheet.month, each) for each in worse if each.code in losing)
        others = [each for each in worse if each.code not in losing]
        if not others:
            continue
        with before() as unchanged:
            was = {
                (each.code, each.what): each.after
                for each in lowered(sheet_of(sheet.figures), sheet_now(unchanged, year, sheet.month, category))
            }
        yield from ((sheet.month, each) for each in others if _is_worse(each, was))


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
