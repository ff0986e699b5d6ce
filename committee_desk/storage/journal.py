"""The journal's book: appends entries to the chain and reads them."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa

from committee_desk.domain.journal import BEGINNING, Entry, canonical, chain_hash
from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock
from committee_desk.services.views import Head, JournalRow
from committee_desk.storage.tables import journal

_IN_ORDER = tuple(journal.c[field] for field in Entry._fields)


class JournalRows:
    """The journal of one unit of work."""

    def __init__(self, connection: sa.Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.appended = 0

    def append(  # noqa: PLR0913 - an entry has that many
        self,
        actor: Actor,
        verb: str,
        subject: str | None,
        what: object,
        *,
        why: str | None = None,
        authority: str | None = None,
        dated: bool = False,
    ) -> int:
        """Write one entry and return its number."""
        head = self.head()
        moment = self._clock()
        if moment.utcoffset() is None:
            raise ValueError("a clock without an offset")
        entry = Entry(
            seq=head.entries + 1,
            at=moment.isoformat(),
            actor=actor.name,
            role=actor.role,
            authority=authority,
            verb=verb,
            subject=subject,
            what=canonical(what),
            why=why,
            previous=head.hash,
            hash="",
        )
        entry = entry._replace(hash=chain_hash(entry))
        self._connection.execute(sa.insert(journal), [entry._asdict()])
        self.appended += 1
        return entry.seq

    def head(self) -> Head:
        """How many entries there are, and the newest one's hash."""
        newest = sa.select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
        row = self._connection.execute(newest).one_or_none()
        return Head(0, BEGINNING) if row is None else Head(row.seq, row.hash)

    def latest_moment(self) -> datetime | None:
        """When the newest entry was written."""
        text = self._connection.scalar(sa.select(journal.c.at).order_by(journal.c.seq.desc()).limit(1))
        return None if text is None else datetime.fromisoformat(text)

    def rows(self, limit: int, before: int | None = None) -> tuple[JournalRow, ...]:
        """The newest entries first, only those before that number."""
        asked = sa.select(*_IN_ORDER).order_by(journal.c.seq.desc()).limit(limit)
        if before is not None:
            asked = asked.where(journal.c.seq < before)
        return tuple(
            JournalRow(
                seq=row.seq,
                at=datetime.fromisoformat(row.at),
                actor=row.actor,
                role=row.role,
                verb=row.verb,
                subject=row.subject,
                what=row.what,
                why=row.why,
                hash=row.hash,
            )
            for row in self._connection.execute(asked)
        )

    def entries(self) -> Iterator[Entry]:
        """Every entry in order, whole."""
        for row in self._connection.execute(sa.select(*_IN_ORDER).order_by(journal.c.seq)):
            yield Entry(*row)
