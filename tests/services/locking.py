"""Years for tests whose list of grades is approved."""

from committee_desk.domain.course import Move
from committee_desk.services.course_moves import advance
from committee_desk.services.desk import Desk
from tests.imports.workbooks import ACTOR


def moved_on(desk: Desk, *moves: Move, year: int = 2026) -> None:
    """Bring the year on by the moves alone, without what their acts lay down."""
    for move in moves:
        with desk._open.writing() as uow:
            entry = uow.journal.append(ACTOR, move.verb, str(year), {"year": year}, authority="王芳")
            advance(uow, entry, year, move)
            uow.commit()


def locked(desk: Desk) -> None:
    """Propose and approve the sample year."""
    moved_on(desk, Move.PROPOSE, Move.APPROVE)
