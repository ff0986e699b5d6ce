"""One desk file as the invariants read it: plain rows, and the books where a figure is worked out."""

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from committee_desk.domain.checking import Problem
from committee_desk.services.clock import pc_clock
from committee_desk.storage.unit_of_work import SqlUnitOfWork

T = TypeVar("T")
Row = tuple[Any, ...]
_WHERE_IT_LIES = "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
"""As bytes: a folder's name need not be text."""
Facts = dict[str, object]
"""Where something does not hold, for its sentence."""


class Reading:
    """One consistent read of a desk. Text that is no UTF-8 is read with marks in its place and stops nothing."""

    def __init__(self, connection: sa.Connection, version: str) -> None:
        self.connection = connection
        self.version = version
        raw = connection.connection.driver_connection
        assert isinstance(raw, dbapi2.Connection)  # noqa: S101 - the one engine there is
        raw.text_factory = _lenient
        self._raw = raw
        self.path = Path(os.fsdecode(raw.execute(_WHERE_IT_LIES).fetchone()[0]))
        self._made: dict[str, Any] = {}

    def rows(self, asked: str, *given: object) -> list[Row]:
        """The rows of a query, as they are stored."""
        found: list[Row] = self._raw.execute(asked, given).fetchall()
        return found

    def each(self, asked: str, *given: object) -> Iterator[Row]:
        """The same one by one."""
        yield from self._raw.execute(asked, given)

    def named(self, asked: str) -> Iterator[Facts]:
        """The same with the names that the query gives its columns."""
        cursor = self._raw.execute(asked)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def one(self, asked: str, *given: object) -> Any:  # noqa: ANN401 - whatever the file holds
        """The first value of the first row; None where there is none."""
        row = self._raw.execute(asked, given).fetchone()
        return None if row is None else row[0]

    def once(self, name: str, make: Callable[["Reading"], T]) -> T:
        """Something that several invariants need, made when the first one asks."""
        if name not in self._made:
            self._made[name] = make(self)
        made: T = self._made[name]
        return made

    @cached_property
    def tables(self) -> dict[str, tuple[str, ...]]:
        """The columns of every table that the file has."""
        named = self.rows("SELECT name FROM sqlite_master WHERE lower(type) = 'table'")
        columns = "SELECT name FROM pragma_table_info(?)"
        return {str(name): tuple(str(row[0]) for row in self.rows(columns, name)) for (name,) in named}

    def has(self, needed: str) -> bool:
        """Whether the file has that table, or that column of a table: `reviews`, `reviews.items`."""
        table, _, column = needed.partition(".")
        return table in self.tables and (not column or column in self.tables[table])

    @cached_property
    def books(self) -> SqlUnitOfWork:
        """The books, for what only they can work out."""
        return SqlUnitOfWork(self.connection, pc_clock)


BOOKS = ("accounts", "scheme_drafts", "grading_decisions", "proceedings")
"""Tables without which a desk is of a version that today's books cannot read."""


class Invariant(NamedTuple):
    """Something that has to hold: the code of its problem, and the function that finds where it does not.

    `needs` names the tables, and the columns as table.column, without which there is nothing to judge: the desk is of
    an older version.
    """

    code: str
    check: Callable[[Reading], Iterator[Facts]]
    needs: tuple[str, ...] = ()

    def problems(self, reading: Reading) -> Iterator[Problem]:
        """Every place where it does not hold."""
        if all(map(reading.has, self.needs)):
            for facts in self.check(reading):
                yield Problem(self.code, facts)


def found_by(asked: str) -> Callable[[Reading], Iterator[Facts]]:
    """A check that is one query: what it finds is wrong, and its columns are the facts."""
    return lambda reading: reading.named(asked)


def _lenient(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")
