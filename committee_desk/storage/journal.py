"""The journal's book: appends entries to the chain and reads them."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from committee_desk.domain.journal import BEGINNING, OVERRULE, ClockBehind, Entry, canonical, chain_hash
from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock
from committee_desk.services.views import Head, JournalRow
from committee_desk.storage.office_tables import journal

if TYPE_CHECKING:
    from committee_desk.services.journal_views import JournalFilter, PrintedHead

RESTORE = "desk.restore"
_OVERRULED = sa.select(sa.cast(journal.c.subject, sa.Integer)).where(journal.c.verb == OVERRULE)

_IN_ORDER = tuple(journal.c[field] for field in Entry._fields)


class JournalRows:
    """The journal of one unit of work."""

    def __init__(self, connection: sa.Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._unsealed: list[Entry] = []

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
        """Write one entry and return its number; its hash comes with `seal`, when its rows are known."""
        moment = self._clock()
        if moment.utcoffset() is None:
            raise ValueError("a clock without an offset")
        if dated:
            self.refuse_clock_behind(moment)
        entry = Entry(
            seq=self.head().entries + len(self._unsealed) + 1,
            at=moment.isoformat(),
            actor=actor.name,
            role=actor.role,
            authority=authority,
            verb=verb,
            subject=subject,
            what=canonical(what),
            why=why,
            previous="",
            hash="",
        )
        self._connection.execute(sa.insert(journal), [entry._asdict()])
        self._unsealed.append(entry)
        return entry.seq

    @property
    def unsealed(self) -> tuple[int, ...]:
        """The numbers of the entries of this unit, whose rows are still being written."""
        return tuple(entry.seq for entry in self._unsealed)

    def seal(self, rows: Mapping[int, Mapping[str, str]]) -> None:
        """Seal the unit's entries, each with the digests of its rows, and chain them."""
        previous = self.head().hash
        for entry in self._unsealed:
            sealed = entry._replace(previous=previous, rows=canonical(rows[entry.seq]))
            previous = chain_hash(sealed)
            seal = {"previous": sealed.previous, "rows": sealed.rows, "hash": previous}
            self._connection.execute(sa.update(journal).where(journal.c.seq == entry.seq).values(seal))
        self._unsealed.clear()

    def head(self) -> Head:
        """How many entries are sealed, and the newest one's hash."""
        newest = sa.select(journal.c.seq, journal.c.hash).where(journal.c.hash != "")
        row = self._connection.execute(newest.order_by(journal.c.seq.desc()).limit(1)).one_or_none()
        return Head(0, BEGINNING) if row is None else Head(row.seq, row.hash)

    def hash_of(self, seq: int) -> str | None:
        """The hash that the entry of that number bears; None where there is no such entry."""
        return self._connection.scalar(sa.select(journal.c.hash).where(journal.c.seq == seq))

    def only_since(self, head: Head, verbs: Collection[str]) -> bool:
        """Whether that head still stands in the chain, and nothing but entries of these verbs came after it."""
        if head.entries and self.hash_of(head.entries) != head.hash:
            return False
        other = sa.select(journal.c.seq).where(journal.c.seq > head.entries, journal.c.verb.not_in(verbs))
        return self._connection.execute(other.limit(1)).first() is None

    def number_of(self, hash_: str) -> int | None:
        """The number of the entry whose hash begins so; None where none or several do."""
        begins = sa.func.substr(journal.c.hash, 1, len(hash_)) == hash_
        found = list(self._connection.scalars(sa.select(journal.c.seq).where(begins).limit(2)))
        return found[0] if len(found) == 1 else None

    def restored_over(self, head: Head) -> bool:
        """Whether two people put a copy back over a desk that stood at that head."""
        lost = f'"lost":{canonical({"entries": head.entries, "head": head.hash})}'
        asked = sa.select(journal.c.what).where(journal.c.verb == RESTORE, journal.c.authority.is_not(None))
        return any(lost in str(what) for what in self._connection.scalars(asked))

    def latest_moment(self) -> datetime | None:
        """When the newest entry was written."""
        text = self._connection.scalar(sa.select(journal.c.at).order_by(journal.c.seq.desc()).limit(1))
        return None if text is None else datetime.fromisoformat(text)

    def latest_trusted(self) -> tuple[int, datetime] | None:
        """The entry with the latest moment of all that were not overruled."""
        latest = sa.func.unixepoch(journal.c.at)
        asked = sa.select(journal.c.seq, journal.c.at).where(journal.c.seq.not_in(_OVERRULED))
        row = self._connection.execute(asked.order_by(latest.desc(), journal.c.seq).limit(1)).one_or_none()
        return None if row is None else (row.seq, datetime.fromisoformat(row.at))

    def overruled(self) -> frozenset[int]:
        """The entries whose moment was overruled."""
        return frozenset(self._connection.scalars(_OVERRULED))

    def refuse_clock_behind(self, now: datetime) -> None:
        """Refuse an act whose date has legal effect while the clock is behind the newest entry not overruled."""
        latest = self.latest_trusted()
        if latest is not None and now < latest[1]:
            raise ClockBehind(now, latest[1], latest[0])

    def moment_of(self, seq: int) -> datetime | None:
        """When the entry of that number says it was written; None where there is no such entry."""
        text = self._connection.scalar(sa.select(journal.c.at).where(journal.c.seq == seq))
        return None if text is None else datetime.fromisoformat(text)

    def printed_heads(self) -> "tuple[PrintedHead, ...]":
        """Every head that was put on paper, oldest first."""
        from committee_desk.services.journal_views import PrintedHead  # noqa: PLC0415 - the window opens without

        what = sa.case((sa.func.json_valid(journal.c.what) == 1, journal.c.what))
        number = sa.func.json_extract(what, "$.head.entry")
        hash_ = sa.func.json_extract(what, "$.head.hash")
        asked = sa.select(
            journal.c.seq, number, hash_, journal.c.verb, journal.c.subject, journal.c.at, journal.c.actor
        ).where(journal.c.what.contains('"head":'), number.is_not(None), hash_.is_not(None))
        return tuple(
            PrintedHead(*row[:5], datetime.fromisoformat(row.at), row.actor)
            for row in self._connection.execute(asked.order_by(journal.c.seq))
        )

    def rows(
        self, limit: int, before: int | None = None, wanted: "JournalFilter | None" = None
    ) -> tuple[JournalRow, ...]:
        """The newest entries first, only those before that number, only those that are wanted."""
        asked = sa.select(*_IN_ORDER).order_by(journal.c.seq.desc()).limit(limit)
        if wanted is not None:
            from committee_desk.storage.finding_entries import conditions  # noqa: PLC0415 - looked for on one page

            asked = asked.where(*conditions(wanted))
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
                previous=row.previous,
                authority=row.authority,
                rows=row.rows,
            )
            for row in self._connection.execute(asked)
        )

    def entries(self) -> Iterator[Entry]:
        """Every entry in order, whole."""
        for row in self._connection.execute(sa.select(*_IN_ORDER).order_by(journal.c.seq)):
            yield Entry(*row)
