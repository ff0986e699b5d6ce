"""What the ranking shows of a year, read together on the worker."""

from typing import NamedTuple

from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.services.desk import Desk
from committee_desk.ui.ranking.rows import PeopleRows, RankingRow, people_rows


class Shown(NamedTuple):
    """The year's scheme and scores, and the rows made of them."""

    category: Category
    scheme: Scheme
    scores: YearScores
    rows: PeopleRows

    @property
    def people(self) -> list[RankingRow]:
        """Everybody in ranking order."""
        return self.rows.in_order


def read_shown(desk: Desk, year: int, category: Category, before: Shown | None = None) -> Shown:
    """Read it; rows in which nothing changed since `before` go on. NoSchemeOfCategory where the year has none."""
    scheme, scores = desk.scores.by_scheme(year, category)
    known = before.rows if before is not None and before.scheme == scheme else None
    return Shown(category, scheme, scores, people_rows(scores, scheme, known))
