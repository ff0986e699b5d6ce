"""Serving a notice (结果通知书): everything that stands against it as it was typed, and what is kept of it."""

from collections.abc import Callable
from datetime import date

from committee_desk.domain.errors import DeskError
from committee_desk.domain.results import PROVED, Delivery, Means, Result
from committee_desk.domain.said import said
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_notices import named_remedies, notice_label
from committee_desk.services.result_refusals import Dated, DecisionIncomplete, Missing
from committee_desk.services.result_rules import decided_day, require_day
from committee_desk.services.result_views import ResultRow, Served
from committee_desk.services.result_witnesses import require_server_apart, witnesses_of


def serving_faults(uow: UnitOfWork, year: int, row: ResultRow, wanted: Served, today: date) -> tuple[DeskError, ...]:
    """All that refuses it: who served it, the proof, the day of knowing, the witnesses. Empty where nothing does."""

    def server() -> None:
        if not (typed := said(wanted.served_by, "served_by")):
            raise DecisionIncomplete(Missing.SERVED_BY)
        require_server_apart(uow, year, row.code, row.name, typed)

    def proof() -> None:
        if not said(wanted.proof, "proof") and wanted.means in PROVED:
            raise DecisionIncomplete(Missing.PROOF)

    def known() -> None:
        require_day(Dated.KNOWN, wanted.known, decided_day(uow, year, result_of(row)), today)

    def witnesses() -> None:
        _witnesses(uow, year, row, wanted)

    return tuple(fault for each in (server, proof, known, witnesses) if (fault := fault_of(each)) is not None)


def delivery_of(uow: UnitOfWork, year: int, row: ResultRow, wanted: Served, today: date) -> Delivery:
    """The notice as it is kept; refused by the first of its faults."""
    for fault in serving_faults(uow, year, row, wanted, today):
        raise fault
    result = result_of(row)
    label = notice_label(uow, year, row.code, result.version)
    return Delivery(
        row.code, result.version, label, wanted.means, wanted.known, said(wanted.served_by, "served_by"),
        _witnesses(uow, year, row, wanted), said(wanted.proof, "proof"),
        named_remedies(uow, result.grade, wanted.known, row.category),
    )  # fmt: skip


def result_of(row: ResultRow) -> Result:
    """The result whose notice is served or signed."""
    assert row.result is not None  # noqa: S101 - only a decided result is served
    return row.result


def _witnesses(uow: UnitOfWork, year: int, row: ResultRow, wanted: Served) -> tuple[str, ...]:
    """Who saw that it was left; nobody where it was not."""
    if wanted.means is not Means.LEFT:
        return ()
    return witnesses_of(uow, year, row.code, row.name, wanted.witnesses, wanted.served_by)


def fault_of(check: Callable[[], None]) -> DeskError | None:
    """What refuses it; None where nothing does."""
    try:
        check()
    except DeskError as fault:
        return fault
    return None
