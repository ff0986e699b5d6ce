"""The journal as it is read, printed heads compared with it, and wrong moments overruled by two people."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from committee_desk.domain.journal import (
    OVERRULE,
    TRIES,
    AlreadyOverruled,
    ClockBehind,
    NoSuchEntry,
    NotInTheFuture,
    typed_head,
)
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.journal_views import ComparedHead, HeadAnswer, JournalFilter, PrintedHead
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed, anybody
from committee_desk.services.settings import ReasonMissing
from committee_desk.services.views import Head, JournalRow

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class JournalDesk:
    """Shows the journal. Nobody writes to it but the verbs themselves."""

    def __init__(
        self, open_work: OpenUnitOfWork, seat: Seat, clock: Clock, witnessing: Callable[[], "Witnessing"]
    ) -> None:
        self._open, self._seat, self._clock, self._witnessing = open_work, seat, clock, witnessing

    @anybody("the head tells nothing of what it covers, and stands in every window")
    def head(self) -> Head:
        """How many entries there are, and the newest one's hash."""
        with self._open.reading() as uow:
            return uow.journal.head()

    @anybody("tells nothing of what was written")
    def unmoved_since(self, head: Head) -> bool:
        """Whether nothing but sign-ins and tries of passwords was written after that head."""
        with self._open.reading() as uow:
            return uow.journal.only_since(head, TRIES)

    @anybody("tells nothing but what every dated act refuses with")
    def clock_behind(self) -> ClockBehind | None:
        """What dated acts refuse with while the clock is earlier than the newest entry not overruled; else None."""
        with self._open.reading() as uow:
            try:
                uow.journal.refuse_clock_behind(self._clock())
            except ClockBehind as behind:
                return behind
        return None

    @allowed(Right.SEE_JOURNAL)
    def rows(
        self, limit: int, before: int | None = None, wanted: JournalFilter | None = None
    ) -> tuple[JournalRow, ...]:
        """The newest entries first, only those before that number, only those that are wanted."""
        with self._open.reading() as uow:
            return uow.journal.rows(limit, before, wanted)

    @allowed(Right.SEE_JOURNAL)
    def printed_heads(self) -> tuple[PrintedHead, ...]:
        """Every head that was put on paper, oldest first: what an auditor asks the papers for."""
        with self._open.reading() as uow:
            return uow.journal.printed_heads()

    @allowed(Right.SEE_JOURNAL)
    def compare_head(self, entry: int, typed: str) -> ComparedHead:
        """Whether the entry of that number bears the hash that stands on paper, or its first groups.

        NotAHead when what was typed cannot be one.
        """
        read = typed_head(typed)
        with self._open.reading() as uow:
            held = uow.journal.hash_of(entry)
            stands_at = uow.journal.number_of(read)
        if held is None:
            return ComparedHead(HeadAnswer.UNKNOWN, entry, read, None, stands_at)
        answer = HeadAnswer.MATCH if held.startswith(read) else HeadAnswer.MISMATCH
        return ComparedHead(answer, entry, read, held, stands_at)

    @allowed(Right.OVERRULE_CLOCK)
    def overrule(self, actor: Actor, seq: int, why: str, second: "Second | None" = None) -> Change:
        """Two people say that an entry of the future was written by a wrong clock: it stays, and holds nothing up."""
        if not (why := said(why)):
            raise ReasonMissing
        with self._open.reading() as uow:
            self._refuse_overruling(uow, seq)
        authority = self._witnessing().confirm(second, OVERRULE, actor=actor)
        with self._open.writing() as uow:
            what = self._refuse_overruling(uow, seq)
            entry = uow.journal.append(actor, OVERRULE, str(seq), what, why=why, authority=authority)
            uow.commit()
        return Change.of(entry=entry)

    def _refuse_overruling(self, uow: UnitOfWork, seq: int) -> dict[str, object]:
        """What the entry of the overruling says; refuses an entry whose moment cannot be wrong or is dealt with."""
        at, now = uow.journal.moment_of(seq), self._clock()
        if at is None:
            raise NoSuchEntry(seq)
        if at <= now:
            raise NotInTheFuture(seq, at)
        if seq in uow.journal.overruled():
            raise AlreadyOverruled(seq)
        return {"entry": seq, "at": at, "now": now}
