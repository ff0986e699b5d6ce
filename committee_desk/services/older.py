"""Taking a desk that is older than this PC remembers: an act for two, written into the desk that is taken."""

from collections.abc import Callable
from datetime import datetime

from committee_desk.domain.desk_file import OlderThanRemembered, ReasonMissingForOlder
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.second import Second, Witnessing
from committee_desk.services.views import Head

ACT = "desk.accept_older"

Remember = Callable[[Head, datetime], None]
"""Makes this PC remember a head whatever it saw before."""


class OlderDesk:
    """A desk in an older state than this PC saw at its place."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, witnessing: Witnessing) -> None:
        self._open, self._clock, self._seat, self._witnessing = open_work, clock, seat, witnessing

    @allowed(Right.RESTORE)
    def accept(self, older: OlderThanRemembered, why: str, second: Second, remember: Remember) -> None:
        """Take the desk as it is; its journal keeps both heads, the reason and both people."""
        if not (why := said(why)):
            raise ReasonMissingForOlder(older.path)
        actor = self._seat.actor
        authority = self._witnessing.confirm(second, ACT, actor=actor)
        with self._open.writing() as uow:
            found = uow.journal.head()
            what = {
                "remembered": {"entries": older.remembered, "seen": older.seen, "hash": older.remembered_hash},
                "found": {"entries": found.entries, "hash": found.hash},
            }
            uow.journal.append(actor, ACT, None, what, why=why, authority=authority)
            uow.commit()
        with self._open.reading() as uow:
            remember(uow.journal.head(), self._clock())
