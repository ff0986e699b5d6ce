"""How a desk is founded: its row, its first year with the schemes, and its calendar, in one entry."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.office_book import CalendarBook, DeskRow
from committee_desk.services.ports import Clock, OpenUnitOfWork

FIRST_YEAR, LAST_YEAR = 2000, 2100


class OfficeNameMissing(DeskError):
    """A desk was to be founded for an office without a name."""


class YearOutOfRange(DeskError):
    """A desk was to be founded for a year that no desk can hold."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year, self.first, self.last = year, FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class Founding:
    """What a desk is born with. `schemes` are the checked texts of its first year, by category."""

    office: str
    year: int
    schemes: Mapping[Category, str]
    demo: bool = False

    def __post_init__(self) -> None:
        if not said(self.office, "office"):
            raise OfficeNameMissing
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise YearOutOfRange(self.year)


def found(
    open_work: OpenUnitOfWork, clock: Clock, actor: Actor, founding: Founding, seed: Callable[[CalendarBook, int], None]
) -> None:
    """Write all that a new desk begins with; `seed` gives it its calendar."""
    row = DeskRow(uuid.uuid4().hex, said(founding.office, "office"), founding.demo, clock())
    with open_work.writing() as uow:
        others = {each: text for each, text in founding.schemes.items() if each is not Category.PROSECUTOR}
        first = founding.schemes[Category.PROSECUTOR]
        told = {str(each): text for each, text in others.items()}
        what = {"desk": row, "year": founding.year, "scheme": first, "schemes": told}
        entry = uow.journal.append(actor, "desk.found", row.uid, what)
        uow.office.found(row)
        uow.office.open_year(entry, founding.year, first)
        for category, text in others.items():
            uow.office.add_scheme(entry, founding.year, category, text)
        seed(uow.calendar, entry)
        uow.commit()
