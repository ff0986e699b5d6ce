"""Saving what can be read of a damaged desk into a new one."""

from pathlib import Path

from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.salvage_views import SavedTable
from committee_desk.services.seat import Seat, allowed


class SalvageDesk:
    """Copies what can be read. The damaged desk is not written, so no entry of either journal tells of it."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.BACKUP)
    def to(self, actor: Actor, target: Path) -> tuple[SavedTable, ...]:  # noqa: ARG002 - whose right it is
        """A new desk with every row that is whole, under the same protection; says how much of each table."""
        return self._open.salvage(target)
