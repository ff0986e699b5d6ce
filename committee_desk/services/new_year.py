"""结转新年度: the next year opened in one act, with everything that an office carries from one year into the next."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from committee_desk.domain.calendar import WorkingCalendar
from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.founding import LAST_YEAR
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed


class YearNotNext(DeskError):
    """Another year than the one after the newest was to be opened; somebody else opened it meanwhile, perhaps."""

    def __init__(self, year: int, newest: int) -> None:
        super().__init__(year, newest)
        self.year, self.newest = year, newest


class YearTooEarly(DeskError):
    """The year after next was to be opened: it can be from the first day of the year before it."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class Carried(NamedTuple):
    """What goes over into the next year: its schemes wait to be adopted, dated facts simply go on."""

    year: int
    before: int
    schemes: tuple[Category, ...]
    people: int
    calendar_held: bool


class NewYearDesk:
    """Opens the next year. Roster, relationships and who is in charge are dated and go on by themselves."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, keep_a_copy: Callable[[], object]) -> None:
        self._open, self._clock, self._seat, self._keep_a_copy = open_work, clock, seat, keep_a_copy

    @allowed(Right.SEE_DESK)
    def preview(self) -> Carried:
        """What opening the next year would carry over."""
        with self._open.reading() as uow:
            return _carried(uow)

    @allowed(Right.OPEN_YEAR)
    def open(self, actor: Actor, year: int) -> Change:
        """Open that year: the one after the newest, not before the newest has begun; a copy of the desk is kept first.

        Each category's scheme goes over as it stands, to be adopted anew by the committee (domain rules 1.2, step 0).
        """
        with self._open.reading() as uow:
            self._refuse(uow, year)
        self._keep_a_copy()
        with self._open.writing() as uow:
            self._refuse(uow, year)
            carried = _carried(uow)
            what = {"from": carried.before, "schemes": [str(each) for each in carried.schemes]}
            entry = uow.journal.append(actor, "year.open", str(year), what, dated=True)
            uow.office.open_year(entry, year, uow.office.scheme(carried.before))
            for category in carried.schemes:
                if category is not Category.PROSECUTOR:
                    uow.office.add_scheme(entry, year, category, uow.office.scheme(carried.before, category))
            uow.commit()
        return Change.of(*Topic, entry=entry)

    def _refuse(self, uow: UnitOfWork, year: int) -> None:
        newest = uow.office.years()[-1]
        if year != newest + 1 or year > LAST_YEAR:
            raise YearNotNext(year, newest)
        if newest > self._clock().year:
            raise YearTooEarly(year)


def _carried(uow: UnitOfWork) -> Carried:
    before = uow.office.years()[-1]
    first = date(before + 1, 1, 1)
    return Carried(
        before + 1,
        before,
        uow.office.scheme_categories(before),
        len(uow.people.latest_stays(first, first)),
        WorkingCalendar(uow.calendar.days()).holds(before + 1),
    )
