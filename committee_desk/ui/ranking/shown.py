"""What the ranking shows of a year, read together on the worker."""

from dataclasses import dataclass

from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.services.desk import Desk
from committee_desk.ui.ranking.rows import RankingRow, people_rows


@dataclass(frozen=True)
class Shown:
    """The year's scheme and scores, and the rows made of them."""

    scheme: Scheme
    scores: YearScores
    people: list[RankingRow]


def read_shown(desk: Desk, year: int, before: Shown | None = None) -> Shown:
    """Read it; rows in which nothing changed since `before` go on."""
    scheme, scores = desk.scores.scheme(year), desk.scores.year(year)
    known = before.people if before is not None and before.scheme == scheme else ()
    return Shown(scheme, scores, people_rows(scores, scheme, known))
