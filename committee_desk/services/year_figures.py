"""The year's figures whole, kept between readings, as the other services work with them."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from committee_desk.domain.grading import score_year
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.domain.scoring import Scoring
from committee_desk.services.collector import resting_collector
from committee_desk.services.live_figures import LiveFigures
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.scored_year import explained, scored
from committee_desk.services.year_schemes import scheme_of

if TYPE_CHECKING:
    from committee_desk.domain.explanation import PersonExplanation


class YearFigures:
    """The year's scores whole, as the other services work with them, whoever sits at the desk.

    Each category (检察官, 检察辅助人员, 司法行政人员) is a list of its own: own scheme, ranks and quota. A year of an
    older desk that has not taken over a category's scheme refuses with NoSchemeOfCategory.
    """

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work
        self._live = LiveFigures()

    def categories(self, year: int) -> tuple[Category, ...]:
        """The categories that have a scheme in that year, in their own order."""
        with self._open.reading() as uow:
            return uow.office.scheme_categories(year)

    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> Scheme:
        """The scheme of that year and category."""
        with self._open.reading() as uow:
            return scheme_of(uow, year, category)

    def year(self, year: int, day: date | None = None, category: Category = Category.PROSECUTOR) -> YearScores:
        """Everybody's figures, by what is dated up to that day where one is given."""
        with self._open.reading() as uow, resting_collector():
            if day is None:
                return self.live(uow, year, category).scores
            scheme = scheme_of(uow, year, category)
            return score_year(scheme, uow.totals.year_inputs(scheme, year, day))

    def list_of(self, year: int, category: Category) -> LiveYear:
        """The year scored, with the scheme that it was scored by, from one consistent state."""
        with self._open.reading() as uow, resting_collector():
            return self.live(uow, year, category)

    def explanations(
        self, year: int, codes: Iterable[str] | None = None, category: Category = Category.PROSECUTOR
    ) -> "tuple[PersonExplanation, ...]":
        """Why the figures of these people, or of everybody, are what they are."""
        with self._open.reading() as uow, resting_collector():
            return explained(uow, year, codes, category, self.live(uow, year, category)).explanations

    def workload_bonus(self, year: int, category: Category, day: date | None = None) -> Callable[[str], Fraction]:
        """What each person's cases beyond the target add to the ledger that takes it, of cases closed up to that day
        where one is given; 0 for who is not scored."""
        with self._open.reading() as uow, resting_collector():
            if day is None:
                scoring = self.live(uow, year, category).scoring
            else:
                scheme = scheme_of(uow, year, category)
                scoring = Scoring(scheme, uow.totals.year_inputs(scheme, year, day))
        return lambda code: Fraction(*scoring.workload_bonus(code))

    def live(self, uow: UnitOfWork, year: int, category: Category) -> LiveYear:
        """The year as that transaction sees it: gone on from what was scored before, or scored from its facts."""
        live = self._live.year(uow, year, category)
        if live is None:
            live = scored(uow, year, category)
            self._live.keep(uow, year, category, live)
        return live
