"""What comes before a proposal (domain rules 1.2, steps 1 and 2): months are published, prosecutors reported."""

from collections.abc import Iterator
from typing import NamedTuple

from committee_desk.domain.months import MONTHS, MonthState
from committee_desk.domain.people import Category
from committee_desk.services.course_views import Lack, Owing
from committee_desk.services.grading_refusals import ProposalUnprepared
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.reports import rows_in
from committee_desk.services.views import Owed

ENTRY, BALLOTS = "entry", "ballots"
"""The pages that settle it."""
NAMED_AT_MOST = 5


class Unprepared(NamedTuple):
    """Months that are not published, and who owes a duty report (述职): codes and names."""

    months: tuple[int, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def told(self) -> dict[str, object]:
        """What the entry of a proposal keeps of what it passed over."""
        return {"unpublished": self.months, "unreported": self.codes}

    def refusal(self, year: int) -> ProposalUnprepared:
        """Why nothing is proposed without a reason."""
        return ProposalUnprepared(year, self.months, self.names)

    def lacks(self, year: int) -> Iterator[Lack]:
        """A line for each of the two, with the page that settles it and who owes it."""
        if self.months:
            only = {"fault": ProposalUnprepared(year, self.months, ())}
            facts = {"count": len(self.months), "months": self.months, "month": self.months[0]}
            target = Owed("months_to_publish", ENTRY, facts)
            yield Lack("grading.MonthsUnpublished", ENTRY, {**only}, Owing.OPERATOR, target, warns=True)
        if self.codes:
            only = {"fault": ProposalUnprepared(year, (), self.names)}
            facts = {"count": len(self.codes), "names": self.names[:NAMED_AT_MOST], "codes": self.codes}
            target = Owed("reports_missing", BALLOTS, facts)
            yield Lack("grading.ReportsMissing", BALLOTS, {**only}, Owing.PROSECUTORS, target, warns=True)


def unprepared(uow: UnitOfWork, year: int) -> Unprepared | None:
    """What is missing before the year's grades are proposed; None where nothing is."""
    states = uow.months.states(year)
    months = tuple(month for month in MONTHS if states.get(month) is not MonthState.PUBLISHED)
    owing = [row for row in rows_in(uow, year) if row.missing and row.category is Category.PROSECUTOR]
    if not months and not owing:
        return None
    return Unprepared(months, tuple(row.code for row in owing), tuple(row.name for row in owing))
