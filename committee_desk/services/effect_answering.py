"""What a decision on re-review does besides the figures: the objection or application is answered, the year goes back
to be published again, and everybody whom it moved is to be told."""

from datetime import date

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.effects import Effects
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationState
from committee_desk.services.course_moves import advance
from committee_desk.services.effect_views import Informing
from committee_desk.services.ports import UnitOfWork

BACK = {Stage.CLOSED: Move.PUBLISH_AGAIN, Stage.ARCHIVED: Move.REOPEN}
"""By which move a year goes back to be published again; from any other stage it does not move."""


def answer(uow: UnitOfWork, entry: int, given: Proceeding, document: str, day: date) -> None:
    """Answer the objection or application that the proceeding rests on, by the state that it ended in."""
    changed = given.state is ProceedingState.CHANGED
    if given.kind is ProceedingKind.OBJECTION and given.source is not None:
        for held in uow.objections.of_year(given.year, given.source):
            state = ObjectionState.CHANGED if changed else ObjectionState.UPHELD
            uow.objections.put(entry, held._replace(state=state, state_reason=given.reasons, state_document=document))
    if given.kind is ProceedingKind.APPLICATION and given.source is not None:
        for application in uow.applications.of_year(given.year):
            if application.number == given.source:
                state_of = ApplicationState.CHANGED if changed else ApplicationState.UPHELD
                uow.applications.put(
                    entry,
                    application._replace(state=state_of, outcome=given.reasons, document=document, decided=day),
                )


def inform(uow: UnitOfWork, entry: int, given: Proceeding, effects: Effects) -> None:
    """Everybody whom the decision moved is to be told of it."""
    for each in effects.people:
        uow.informings.put(entry, Informing(given.year, given.number, each.code, each))


def publish_again(uow: UnitOfWork, entry: int, year: int, effects: Effects) -> Move | None:
    """Let the year go back where published particulars are others; the move that it made, None where it made none."""
    move = move_for(uow, year, effects)
    if move is not None:
        advance(uow, entry, year, move)
    return move


def move_for(uow: UnitOfWork, year: int, effects: Effects) -> Move | None:
    """The move that deciding would make: none while a window runs, which is closed first."""
    return BACK.get(uow.course.stage(year)) if effects.republished else None
