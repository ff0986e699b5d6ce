"""The port of the journal: what its book takes down and tells."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Protocol

from committee_desk.domain.journal import Entry
from committee_desk.services.actor import Actor
from committee_desk.services.journal_views import JournalFilter, PrintedHead
from committee_desk.services.views import Head, JournalRow


class JournalBook(Protocol):
    """The journal: only ever added to, each entry chained to the one before."""

    def append(  # noqa: PLR0913 - who, what, on what, why and on whose authority: an entry has that many
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
        """Write one entry and return its number. Do this first: the rows of the act carry the number.

        The entry reaches the file at `commit`, sealed with the digests of the rows that carry its number. A `dated`
        act has legal effect by its date: refused (`ClockBehind`) while the clock is behind the newest entry.
        `what` is anything that canonical JSON can hold (dicts, lists, str, int, bool, None, Decimal, Fraction,
        dates, enums, NamedTuples, frozen dataclasses), never a float.
        """
        ...

    def refuse_clock_behind(self, now: datetime) -> None:
        """Refuse (`ClockBehind`) at once what a dated entry would refuse when all the work is done."""
        ...

    def head(self) -> Head:
        """How many entries there are, and the newest one's hash."""
        ...

    def rows(
        self, limit: int, before: int | None = None, wanted: JournalFilter | None = None
    ) -> tuple[JournalRow, ...]:
        """The newest entries first, only those before that number, only those that are wanted."""
        ...

    def only_since(self, head: Head, verbs: Collection[str]) -> bool:
        """Whether that head still stands in the chain, and nothing but entries of these verbs came after it."""
        ...

    def number_of(self, hash_: str) -> int | None:
        """The number of the entry whose hash begins so; None where none or several do."""
        ...

    def hash_of(self, seq: int) -> str | None:
        """The hash that the entry of that number bears; None where there is no such entry."""
        ...

    def moment_of(self, seq: int) -> datetime | None:
        """When the entry of that number says it was written; None where there is no such entry."""
        ...

    def overruled(self) -> frozenset[int]:
        """The entries whose moment was overruled."""
        ...

    def printed_heads(self) -> tuple[PrintedHead, ...]:
        """Every head that was put on paper, oldest first."""
        ...

    def entries(self) -> Iterator[Entry]:
        """Every entry in order, whole, as the chain is verified."""
        ...
