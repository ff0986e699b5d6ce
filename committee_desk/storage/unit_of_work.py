"""One transaction on the desk's file: all that was written is kept, each entry sealed with its rows, or nothing is."""

# ruff: noqa: PLC0415 - a unit that only reads loads nothing of what sealing needs
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from committee_desk.services.ports import Clock
from committee_desk.storage.engine import require_in_place
from committee_desk.storage.open_books import OpenBooks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from committee_desk.services.views import Head
    from committee_desk.services.year_guard import AsBefore
    from committee_desk.storage.seals import Digest

FOUNDING = 1
"""The entry that writes, beside its own rows, the one row that says whose desk this is."""


class Unjournalled(AssertionError):
    """A bug: something was written and no journal entry says by whom."""


class SqlUnitOfWork(OpenBooks):
    """The books of one transaction. Nothing is kept unless `commit` is reached."""

    def __init__(self, connection: sa.Connection, clock: Clock, before: "AsBefore | None" = None) -> None:
        super().__init__(connection, clock)
        self._before = before
        self._changes_before = self._changes()
        self.kept: Head | None = None

    def commit(self) -> None:
        """Keep what was written, each entry sealed with its rows; refuses, as a bug, what no entry accounts for."""
        entries = self._journal.unsealed
        if entries or self._changes() != self._changes_before:
            self._seal(entries)
        head = self._journal.head() if entries else None
        require_in_place(self._connection)
        self._connection.commit()
        require_in_place(self._connection)
        self.kept = head
        self._changes_before = self._changes()

    def _seal(self, entries: tuple[int, ...]) -> None:
        from committee_desk.storage.seals import ANEW, digest_anew, digest_of_desk, digests_of

        digests = {entry: digests_of(self._connection, entry) for entry in entries}
        emptied = self.rounds.emptied if "rounds" in self.__dict__ else {}
        for entry, table in emptied:
            digests[entry][f"{ANEW}{table}"] = digest_anew(self._connection, table, entry)
        self._refuse_moving_locked(digests)
        changed = self._changes() - self._changes_before
        if FOUNDING in digests:
            digests[FOUNDING]["desk"] = digest_of_desk(self._connection)
        accounted = len(entries) + sum(digest.rows for each in digests.values() for digest in each.values())
        set_aside = self.totals.set_aside if "totals" in self.__dict__ else 0
        if changed != accounted + set_aside + sum(emptied.values()):
            raise Unjournalled
        self._journal.seal({entry: {n: d.hash for n, d in each.items()} for entry, each in digests.items()})
        emptied.clear()

    def _refuse_moving_locked(self, digests: "Mapping[int, Mapping[str, Digest]]") -> None:
        """No way leads past this: whatever is kept moves no figure of a year whose list of grades is approved."""
        from committee_desk.storage.books.course import FIGURES

        touched = frozenset[str]().union(*digests.values())
        if self._before is None or touched.isdisjoint(FIGURES):
            return
        if self.course.locked_years():
            from committee_desk.services.year_guard import refuse_moving_locked

            refuse_moving_locked(self, self._before, min(digests))

    def _changes(self) -> int:
        """How many rows this connection has changed, as the engine counts them."""
        driver: Any = self._connection.connection.driver_connection  # asked by no statement: that would begin anew
        return int(driver.total_changes)
