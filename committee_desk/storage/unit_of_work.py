"""One transaction on the desk's file, with a book for each subject. A book loads when it is first opened."""

# ruff: noqa: PLC0415 - see above
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from committee_desk.domain.checking import Report
from committee_desk.services.ports import Clock
from committee_desk.storage.books.office import OfficeRows
from committee_desk.storage.engine import WRITING, engine_for
from committee_desk.storage.journal import JournalRows
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import in_use

if TYPE_CHECKING:
    from committee_desk.storage.books.accounts import AccountsRows
    from committee_desk.storage.books.calendar import CalendarRows
    from committee_desk.storage.books.cases import CasesRows
    from committee_desk.storage.books.facts import FactRows
    from committee_desk.storage.books.imports import ImportsRows
    from committee_desk.storage.books.overview import OverviewRows
    from committee_desk.storage.books.people import PeopleRows
    from committee_desk.storage.books.prints import PrintsRows
    from committee_desk.storage.books.search import SearchRows
    from committee_desk.storage.books.settings import SettingsRows
    from committee_desk.storage.books.totals import TotalsRows


class Unjournalled(AssertionError):
    """A bug: something was written and no journal entry says by whom."""


class SqlUnitOfWork:
    """The books of one transaction. Nothing is kept unless `commit` is reached."""

    def __init__(self, connection: sa.Connection, clock: Clock) -> None:
        self._connection = connection
        self._journal = JournalRows(connection, clock)
        self._changes_before = self._changes()

    @property
    def journal(self) -> JournalRows:
        """The journal."""
        return self._journal

    @cached_property
    def office(self) -> OfficeRows:
        """Whose desk this is, its years and schemes."""
        return OfficeRows(self._connection)

    @cached_property
    def accounts(self) -> "AccountsRows":
        """Who may sit down at the desk."""
        from committee_desk.storage.books.accounts import AccountsRows

        return AccountsRows(self._connection)

    @cached_property
    def settings(self) -> "SettingsRows":
        """Settings."""
        from committee_desk.storage.books.settings import SettingsRows

        return SettingsRows(self._connection)

    @cached_property
    def people(self) -> "PeopleRows":
        """People, leave and sanctions."""
        from committee_desk.storage.books.people import PeopleRows

        return PeopleRows(self._connection)

    @cached_property
    def cases(self) -> "CasesRows":
        """Cases and reviews."""
        from committee_desk.storage.books.cases import CasesRows

        return CasesRows(self._connection)

    @cached_property
    def search(self) -> "SearchRows":
        """Names and numbers."""
        from committee_desk.storage.books.search import SearchRows

        return SearchRows(self._connection)

    @cached_property
    def imports(self) -> "ImportsRows":
        """The history of imports."""
        from committee_desk.storage.books.imports import ImportsRows

        return ImportsRows(self._connection)

    @cached_property
    def facts(self) -> "FactRows":
        """Facts read from workbooks."""
        from committee_desk.storage.books.facts import FactRows

        return FactRows(self._connection)

    @cached_property
    def overview(self) -> "OverviewRows":
        """Counts for 工作台."""
        from committee_desk.storage.books.overview import OverviewRows

        return OverviewRows(self._connection)

    @cached_property
    def totals(self) -> "TotalsRows":
        """Sums for scoring."""
        from committee_desk.storage.books.totals import TotalsRows

        return TotalsRows(self._connection)

    @cached_property
    def calendar(self) -> "CalendarRows":
        """Days off and days made up."""
        from committee_desk.storage.books.calendar import CalendarRows

        return CalendarRows(self._connection)

    @cached_property
    def prints(self) -> "PrintsRows":
        """What was printed."""
        from committee_desk.storage.books.prints import PrintsRows

        return PrintsRows(self._connection)

    def commit(self) -> None:
        """Keep what was written; refuses, as a bug, anything that no journal entry accounts for."""
        if self._changes() > self._changes_before and not self._journal.appended:
            raise Unjournalled
        self._connection.commit()

    def _changes(self) -> int:
        """How many rows this connection has changed, as the engine counts them."""
        counted = self._connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        return int(counted)


class SqlWork:
    """Opens units of work on one desk file."""

    def __init__(self, path: Path, key: Key | None, clock: Clock) -> None:
        self._path = path.absolute()
        self._key = key
        self._engine = engine_for(path, key)
        self._clock = clock

    @property
    def key(self) -> Key | None:
        """The key that opens the desk now."""
        return self._key

    def go_on_with(self, key: Key | None) -> None:
        """The desk was put under another key: open it with that one from here on."""
        self._key, self._engine = key, engine_for(self._path, key)

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """A unit that reads one consistent state."""
        with in_use(self._path), self._engine.connect() as connection:
            yield SqlUnitOfWork(connection, self._clock)

    @contextmanager
    def writing(self) -> Iterator[SqlUnitOfWork]:
        """A unit that writes; other writers wait."""
        with in_use(self._path), self._engine.connect().execution_options(**WRITING) as connection:
            yield SqlUnitOfWork(connection, self._clock)

    def examine(self, *, thorough: bool) -> Report:
        """What is broken on the desk: everything that has to hold, or the part that is looked at when it opens."""
        from committee_desk.storage.checking.sound import looked_over, sound

        return (sound if thorough else looked_over)(self._path, self._key)
