"""The journal as it is read: its head and its newest entries."""

from committee_desk.domain.roles import Right
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed, anybody
from committee_desk.services.views import Head, JournalRow


class JournalDesk:
    """Shows the journal. Nobody writes to it but the verbs themselves."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @anybody("the head tells nothing of what it covers, and stands in every window")
    def head(self) -> Head:
        """How many entries there are, and the newest one's hash."""
        with self._open.reading() as uow:
            return uow.journal.head()

    @allowed(Right.SEE_JOURNAL)
    def rows(self, limit: int, before: int | None = None) -> tuple[JournalRow, ...]:
        """The newest entries first, only those before that number."""
        with self._open.reading() as uow:
            return uow.journal.rows(limit, before)
