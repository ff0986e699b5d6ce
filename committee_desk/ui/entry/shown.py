"""What 评分录入 reads of a month: first what is typed into, then what stands beside it."""

from collections import Counter
from dataclasses import dataclass

from committee_desk.domain.months import MonthState
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Claim, Claimed, EventRow, EventSheet, GridPerson, MarkGrid
from committee_desk.services.month_views import Lack
from committee_desk.ui.entry.desk_door import Scope
from committee_desk.ui.entry.event_cells import Known, Month
from committee_desk.ui.entry.month_strip import MonthCell
from committee_desk.wording.language import tr
from committee_desk.wording.months import of_the_year, state_name
from committee_desk.wording.scheme_names import named


@dataclass(frozen=True)
class Shown:
    """A month of one category as it was read."""

    scope: Scope
    sheet: EventSheet
    grid: MarkGrid
    months: tuple[MonthCell, ...]

    @property
    def state(self) -> MonthState:
        """How far the month is."""
        return self.months[self.scope.month - 1].view.state

    def person(self, code: str | None) -> GridPerson | None:
        """The person of that code in the month's grid."""
        return next((each for each in self.grid.people if each.code == code), None)

    def event(self, number: int) -> EventRow | None:
        """The typed event of that 登记号."""
        return next((row for row in self.sheet.rows if row.number == number), None)

    def imported(self) -> dict[tuple[str, str], int]:
        """How many imported events stand for each person (code) under each ledger."""
        return dict(
            Counter(
                (row.code, row.indicator)
                for row in self.sheet.rows
                if not row.typed and row.code is not None and row.indicator is not None
            )
        )

    def closed_word(self) -> str:
        """Why nothing can be typed into a month that is closed."""
        return tr(
            "{month}{state}，不能录入；确须更正的，先重新打开",
            month=of_the_year(self.scope.year, self.scope.month),
            state=state_name(self.state),
        )

    def month(self, barred: str) -> Month:
        """What the month says of all its cells; `barred` is why nothing can be typed."""
        return Month(self.scope.year, self.scope.month, not barred, barred)

    def known(self, barred: str) -> Known:
        """Whom and what a typed text may mean."""
        people = {each.code: (each.name, each.department) for each in self.grid.people}
        return Known(self.month(barred), people, {each.indicator: named(each.name) for each in self.grid.columns})


@dataclass(frozen=True)
class Beside:
    """What is missing, what was corrected after it was published, and papers claimed several times."""

    lacks: tuple[Lack, ...] = ()
    corrected: frozenset[int] = frozenset()
    claims: tuple[Claim, ...] = ()

    def claims_of(self, row: EventRow) -> tuple[Claim, ...]:
        """The claims that an event takes part in."""
        return tuple(claim for claim in self.claims if any(_is(each, row) for each in claim.claimed))


def _is(each: Claimed, row: EventRow) -> bool:
    if row.typed or each.number is not None:
        return each.number == row.number
    return (each.code, each.indicator, each.day) == (row.code, row.indicator, row.day)


def read_shown(desk: Desk, scope: Scope) -> Shown:
    """Read what is typed into, on the worker."""
    year, month, category = scope.year, scope.month, scope.category
    months = tuple(MonthCell(view) for view in desk.months.strip(year))
    return Shown(scope, desk.entry.rows(year, month, category), desk.entry.grid(year, month, category), months)


def read_beside(desk: Desk, scope: Scope) -> Beside:
    """Read the rest, once the sheet stands."""
    year, month = scope.year, scope.month
    return Beside(desk.months.missing(year, month), desk.months.corrections(year), desk.entry.claims(year, month))
