"""What the views of a round are given, read beside the window when they are looked at; or why there is nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from committee_desk.domain.rater_statistics.findings import RoundStatistics
from committee_desk.domain.rounds import RoundState
from committee_desk.services.round_book import Look
from committee_desk.services.round_views import RoundResult
from committee_desk.ui.rounds.lines import RoundLine
from committee_desk.wording.language import tr

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


def first_line(lines: tuple[RoundLine, ...]) -> RoundLine | None:
    """The round that asks for something, else the newest."""
    asks = (None, RoundState.OPEN, RoundState.DRAFT)
    return next((each for state in asks for each in lines if each.state is state), lines[-1] if lines else None)


def no_round() -> str:
    """The year has no round."""
    return tr("本年度还没有民主测评。")


def no_results(line: RoundLine | None) -> str:
    """Why a round has neither results nor statistics."""
    if line is None:
        return no_round()
    if line.state is RoundState.VOID:
        return tr("本轮已作废，没有结果：封存的评分谁也看不到。")
    if line.is_imported:
        return tr("票数登记并达到有效条件以后才有结果和统计。")
    return tr("关闭计票以前没有结果，也没有统计：任何人都看不到部分结果。")
