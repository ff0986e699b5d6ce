"""What becomes of a re-review when who applied for it withdraws the objection or application."""

from committee_desk.domain.proceedings import ProceedingKind, ProceedingState
from committee_desk.services.ports import UnitOfWork


def ended_with(  # noqa: PLR0913, PLR0917 - in which entry, of which paper, by which
    uow: UnitOfWork, entry: int, kind: ProceedingKind, year: int, source: int, document: str
) -> None:
    """End, in the same entry, the re-review that goes on."""
    for held in uow.proceedings.of_year(year):
        if held.open and (held.kind, held.source) == (kind, source):
            uow.proceedings.put(entry, held._replace(state=ProceedingState.WITHDRAWN, why=document))
