"""What a round's statistics are asked of, and how they are kept: worked out once, while the slips are still whole."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import LeaderMark
from committee_desk.domain.round_counting import Parted
from committee_desk.services.collector import resting_collector
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_people import roster_of

if TYPE_CHECKING:
    from committee_desk.domain.rater_statistics.findings import RoundStatistics
    from committee_desk.domain.rounds import Round, Terms
    from committee_desk.services.round_file import RoundContents


def statistics_kept(
    uow: UnitOfWork, given: "Round", contents: "RoundContents", parted: Parted, rated: tuple[str, ...]
) -> Mapping[str, object]:
    """The statistics of a round that counts, as its result keeps them. Nothing of a whole slip outlives this."""
    from committee_desk.domain.rater_statistics import kept, whole  # noqa: PLC0415 - numpy is heavy

    booth = whole.BoothLines(sum(contents.straight.values()), sum(contents.booth.valid.values()))
    signed = tuple(_signed_marks(uow, given.year))
    with resting_collector():
        return kept.plain(whole.statistics_of(whole.Asked(contents.slips, parted, booth, signed), given.terms, rated))


def statistics_read(given: "Round") -> "RoundStatistics":
    """The statistics that a closed round's result keeps."""
    from committee_desk.domain.rater_statistics import kept  # noqa: PLC0415 - looked at once a year

    told = (given.result or {})["statistics"]
    assert isinstance(told, Mapping)  # noqa: S101 - as closing wrote it
    return kept.read(told)


def imported_statistics(uow: UnitOfWork, year: int, terms: "Terms", rated: Collection[str]) -> Mapping[str, object]:
    """The same of ballots that workbooks brought: all valid, and whole by the numbers of their slips."""
    from committee_desk.domain.rater_statistics import kept, whole  # noqa: PLC0415 - numpy is heavy

    with resting_collector():
        marks = uow.rounds.imported_marks(year)
        slips = whole.slips_of(marks, rated)
        parted = Parted(marks, Counter(slip.ballot_class for slip in slips), {})
        asked = whole.Asked(slips, parted, signed=tuple(_signed_marks(uow, year)))
        return kept.plain(whole.statistics_of(asked, terms, rated))


def _signed_marks(uow: UnitOfWork, year: int) -> Iterator[LeaderMark]:
    """The year's signed marks; a rater whom a workbook names is known by his code where one person bears the name."""
    stays = roster_of(uow, year).stays
    bearers = Counter(stay.name for stay in stays.values())
    codes = {stay.name: code for code, stay in stays.items() if bearers[stay.name] == 1}
    for each in uow.marks.of_year(year):
        yield LeaderMark(each.code, each.rater_code or codes.get(each.rater, each.rater), each.mark)
