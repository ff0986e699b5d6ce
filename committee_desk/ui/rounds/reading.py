"""What the views of a closed round are given: read beside the window, when they are looked at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from committee_desk.domain.rater_statistics.findings import RoundStatistics
from committee_desk.services.round_book import Look
from committee_desk.services.round_views import RoundResult

if TYPE_CHECKING:
    from committee_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ReadStatistics:
    """A closed round's statistics with the names of who stands in them, and what the committee looked into."""

    found: RoundStatistics
    names: Mapping[str, str]
    looks: Mapping[str, Look]


def names_of(desk: "Desk", year: int) -> dict[str, str]:
    """Everybody's name by code; who bears one that others bear too has the department with it."""
    roster = desk.people.roster(year)
    bearers = Counter(row.name for row in roster)
    return {row.code: row.name if bearers[row.name] == 1 else f"{row.name}（{row.department}）" for row in roster}


def read_results(desk: "Desk", year: int, number: int) -> RoundResult:
    """The results, as far as they may be shown."""
    return desk.rounds.results(year, number)


def read_statistics(desk: "Desk", year: int, number: int) -> ReadStatistics:
    """The statistics that closing worked out."""
    return ReadStatistics(
        desk.rounds.statistics(year, number),
        names_of(desk, year),
        {each.flag: each for each in desk.rounds.looks(year, number)},
    )
