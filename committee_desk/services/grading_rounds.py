"""What rating rounds keep from grading: open ones, and imported ballots whose turnout is missing or fails."""

from collections.abc import Iterator

from committee_desk.domain.rounds import RoundState, RoundWay
from committee_desk.services.grading_refusals import GradingRefused
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_import_refusals import ImportedTurnoutFails, ImportedTurnoutMissing, RoundsOpen
from committee_desk.services.round_imports import imported_round


def faults_of_rounds(uow: UnitOfWork, year: int) -> Iterator[GradingRefused]:
    """Why the list cannot be proposed before the year's rounds are through."""
    rounds = uow.rounds.of_year(year)
    if labels := [each.label for each in rounds if each.way is RoundWay.DESK and each.state is RoundState.OPEN]:
        yield RoundsOpen(year, labels)
    if any(each.way is RoundWay.IMPORTED and each.state is RoundState.CLOSED for each in rounds):
        return  # it takes no workbook any more
    imported = imported_round(uow, year)
    if imported is None:
        return
    if imported.round is None:
        yield ImportedTurnoutMissing(year, imported.people, sum(imported.slips.values()))
    elif imported.failing is not None:
        yield ImportedTurnoutFails(year, imported.round.label, imported.failing)
    else:  # workbooks came since its turnout was typed
        yield ImportedTurnoutMissing(year, imported.people, sum(imported.slips.values()))
