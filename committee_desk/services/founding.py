"""How a desk is founded: its row, its first year with the scheme, and its calendar, in one entry."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from committee_desk.domain.errors import DeskError
from committee_desk.services.actor import Actor
from committee_desk.services.ports import CalendarBook, Clock, DeskRow, OpenUnitOfWork

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
    """What a desk is born with. `scheme` is the checked text of its first year's scheme."""

    office: str
    year: int
    scheme: str
    demo: bool = False

    def __post_init__(self) -> None:
        if not self.office.strip():
            raise OfficeNameMissing
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise YearOutOfRange(self.year)


def found(
    open_work: OpenUnitOfWork, clock: Clock, actor: Actor, founding: Founding, seed: Callable[[CalendarBook, int], None]
) -> None:
    """Write all that a new desk begins with; `seed` gives it its calendar."""
    row = DeskRow(uuid.uuid4().hex, founding.office.strip(), founding.demo, clock())
    with open_work.writing() as uow:
        what = {"desk": row, "year": founding.year, "scheme": founding.scheme}
        entry = uow.journal.append(actor, "desk.found", row.uid, what)
        uow.office.found(row)
        uow.office.open_year(entry, founding.year, founding.scheme)
        seed(uow.calendar, entry)
        uow.commit()
