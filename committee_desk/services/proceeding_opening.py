"""What a re-review or a correction is opened from: an accepted objection, an accepted application, the own motion."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Challenge, Examiner, ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.domain.said import said
from committee_desk.services.changes import Change
from committee_desk.services.objection_refusals import NoSuchObjection
from committee_desk.services.objection_rules import people_of
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_refusals import (
    BasisMissing,
    ProceedingGoesOn,
    SourceMissing,
    SourceNotAccepted,
)
from committee_desk.services.proceeding_views import Opening


class Opened(NamedTuple):
    """What opening tells at once."""

    label: str
    number: int
    change: Change


class Source(NamedTuple):
    """What it is opened from: who applied, whom it is about, on what basis; `label` is the paper's number."""

    kind: ProceedingKind
    code: str
    about: str
    number: int | None
    label: str
    basis: str
    taken_up: Callable[[UnitOfWork, int, int], None]
    """Notes at the source, in the same entry, by which proceeding it is re-examined."""


def opened_from(uow: UnitOfWork, year: int, opening: Opening) -> Source:
    """The source of a proceeding; refused where it was not accepted, or is re-examined already."""
    if opening.kind is ProceedingKind.CORRECTION:
        return _own_motion(uow, year, opening)
    if opening.source is None:
        raise SourceMissing(opening.kind)
    if opening.kind is ProceedingKind.OBJECTION:
        source = _objection(uow, year, opening)
    else:
        source = _application(uow, year, opening)
    for held in uow.proceedings.of_year(year):
        same = (held.kind, held.source) == (source.kind, source.number)
        if same and held.state is not ProceedingState.WITHDRAWN:
            raise ProceedingGoesOn(source.label, held)
    return source


def laid_down(  # noqa: PLR0913, PLR0917 - its number, from what, what is challenged, who examines, when
    year: int,
    number: int,
    source: Source,
    challenged: tuple[Challenge, ...],
    examiners: tuple[Examiner, ...],
    at: datetime,
) -> Proceeding:
    """The proceeding as it is kept first."""
    return Proceeding(
        year, number, source.kind, source.code, source.about, source.number, source.basis, challenged,
        ProceedingState.OPENED, examiners, 0, "", at,
    )  # fmt: skip


def _own_motion(uow: UnitOfWork, year: int, opening: Opening) -> Source:
    basis = said(opening.basis, "note")
    if not basis:
        raise BasisMissing
    if opening.code not in people_of(uow, year):
        raise NoSuchPerson(opening.code)
    return Source(opening.kind, opening.code, opening.code, None, "", basis, _nothing)


def _objection(uow: UnitOfWork, year: int, opening: Opening) -> Source:
    held = next(iter(uow.objections.of_year(year, opening.source)), None)
    if held is None:
        raise NoSuchObjection(year, opening.source or 0)
    if held.state is not ObjectionState.ACCEPTED:
        raise SourceNotAccepted(held.label, held.state)
    basis = said(opening.basis, "note") or held.label
    return Source(opening.kind, held.code, held.other or held.code, held.number, held.label, basis, _nothing)


def _application(uow: UnitOfWork, year: int, opening: Opening) -> Source:
    from committee_desk.services.application_rules import application_of  # noqa: PLC0415 - it opens proceedings itself

    held = application_of(uow, year, opening.source or 0)
    appeal = opening.kind is ProceedingKind.APPEAL
    wanted = ApplicationState.CHANGED if appeal else ApplicationState.ACCEPTED
    if held.state is not wanted or (held.kind is Remedy.APPEAL) is not appeal:
        raise SourceNotAccepted(held.label, held.state)
    basis = said(opening.basis, "note") or held.document or held.label

    def taken_up(uow: UnitOfWork, entry: int, number: int) -> None:
        uow.applications.put(entry, held._replace(proceeding=number))

    return Source(opening.kind, held.code, held.code, held.number, held.label, basis, taken_up)


def _nothing(_uow: UnitOfWork, _entry: int, _number: int) -> None:
    """An objection says by its state alone that it is re-examined."""
