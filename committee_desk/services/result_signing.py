"""Recording a signature, or that it was refused: everything that stands against it as typed, and what is kept of it."""

from datetime import date
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.results import Delivery, Means, Opinion, Signature
from committee_desk.domain.said import said
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.result_notices import named_remedies, notice_label
from committee_desk.services.result_refusals import Dated, NotNotified
from committee_desk.services.result_rules import decided_day, require_day
from committee_desk.services.result_serving import fault_of, result_of
from committee_desk.services.result_views import ResultRow, Signed
from committee_desk.services.result_witnesses import require_server_apart, witnesses_of


class Kept(NamedTuple):
    """What is kept of a signature; `served` where the refusal serves the notice, too (domain rules, row 40)."""

    signature: Signature
    served: Delivery | None


def signing_faults(  # noqa: PLR0913, PLR0917 - whose signature, as typed, who records it when
    uow: UnitOfWork, year: int, row: ResultRow, wanted: Signed, by: str, today: date
) -> tuple[DeskError, ...]:
    """All that refuses it: a notice not served, the day, who serves it by that, the witnesses, the note. Empty where
    nothing does. `by` is who records it."""
    if row.delivery is None and wanted.opinion is not Opinion.REFUSED:
        return (NotNotified(row.name),)

    def day() -> None:
        earliest = row.delivery.known if row.delivery else decided_day(uow, year, result_of(row))
        require_day(Dated.SIGNED, wanted.day, earliest, today)

    def server() -> None:
        if row.delivery is None:
            require_server_apart(uow, year, row.code, row.name, by)

    def witnesses() -> None:
        _witnesses(uow, year, row, wanted, by)

    def note() -> None:
        said(wanted.note, "note")

    return tuple(fault for each in (day, server, witnesses, note) if (fault := fault_of(each)) is not None)


def signature_of(  # noqa: PLR0913, PLR0917 - as above
    uow: UnitOfWork, year: int, row: ResultRow, wanted: Signed, by: str, today: date
) -> Kept:
    """The signature as it is kept; refused by the first of its faults."""
    for fault in signing_faults(uow, year, row, wanted, by, today):
        raise fault
    result, note, witnesses = result_of(row), said(wanted.note, "note"), _witnesses(uow, year, row, wanted, by)
    signature = Signature(row.code, result.version, wanted.opinion, wanted.day, witnesses, note)
    if row.delivery is not None:
        return Kept(signature, None)
    label = notice_label(uow, year, row.code, result.version)
    remedies = named_remedies(uow, result.grade, wanted.day, row.category)
    served = Delivery(row.code, result.version, label, Means.LEFT, wanted.day, by, witnesses, note, remedies)
    return Kept(signature, served)


def _witnesses(uow: UnitOfWork, year: int, row: ResultRow, wanted: Signed, by: str) -> tuple[str, ...]:
    """Who saw that it was refused, apart from who served the notice; nobody where it was not."""
    if wanted.opinion is not Opinion.REFUSED:
        return ()
    server = row.delivery.served_by if row.delivery else by
    return witnesses_of(uow, year, row.code, row.name, wanted.witnesses, server)
