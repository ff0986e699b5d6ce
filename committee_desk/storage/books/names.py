"""Names with a number: people's codes, departments, case numbers, weightings. Looked up and added in bulk."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from committee_desk.storage.office_tables import case_numbers, departments, persons, weightings


class Names:
    """The numbers of names, in one unit of work. New ones carry the entry that brought them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def persons(self, codes: Iterable[str], entry: int) -> dict[str, int]:
        """The number of each code, new ones added."""
        return self._numbers(persons, "code", codes, entry)

    def departments(self, names: Iterable[str], entry: int) -> dict[str, int]:
        """The number of each department, new ones added."""
        return self._numbers(departments, "name", names, entry)

    def cases(self, numbers: Iterable[str], entry: int) -> dict[str, int]:
        """The number of each case, new ones added."""
        return self._numbers(case_numbers, "number", numbers, entry)

    def weightings(self, wanted: Sequence[tuple[str, int, Decimal | None]], entry: int) -> list[int]:
        """The number of each weighting, in the order given, new ones added."""
        different = {each: _text(each) for each in set(wanted)}
        known = {
            (row.kind, row.persons, row.difficulty): row.id for row in self._connection.execute(sa.select(weightings))
        }
        first = max(known.values(), default=0) + 1
        missing = sorted(set(different.values()) - known.keys())
        known.update({each: number for number, each in enumerate(missing, start=first)})
        self._insert(
            weightings, "id, kind, persons, difficulty, entry", [(known[each], *each, entry) for each in missing]
        )
        numbers = {each: known[text] for each, text in different.items()}
        return [numbers[each] for each in wanted]

    def _numbers(self, table: sa.Table, column: str, wanted: Iterable[str], entry: int) -> dict[str, int]:
        different = dict.fromkeys(wanted)
        highest: int = self._connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
        known = self._known(table, column, different) if highest else {}
        missing = [name for name in different if name not in known]
        numbers = dict(zip(missing, range(highest + 1, highest + 1 + len(missing)), strict=True))
        self._insert(table, f"id, {column}, entry", [(number, name, entry) for name, number in numbers.items()])
        return known | numbers

    def _known(self, table: sa.Table, column: str, wanted: Iterable[str]) -> dict[str, int]:
        asked = sa.select(table.c[column], table.c.id).where(table.c[column].in_(among(wanted)))
        return dict(self._connection.execute(asked).all())

    def _insert(self, table: sa.Table, columns: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            insert_many(self._connection, table, columns, rows)


def among(values: Iterable[str] | Iterable[int]) -> sa.ScalarSelect[Any]:
    """However many values as one parameter."""
    each = sa.func.json_each(json.dumps(list(values), ensure_ascii=False)).table_valued("value")
    return sa.select(each.c.value).scalar_subquery()


def insert_many(connection: sa.Connection, table: sa.Table, columns: str, rows: list[tuple[Any, ...]]) -> None:
    """Insert rows as they lie, past SQLAlchemy's work on each single value. Columns are never a user's text."""
    places = ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", rows)  # noqa: S608 - names of our own tables


def _text(weighting: tuple[str, int, Decimal | None]) -> tuple[str, int, str]:
    kind, count, difficulty = weighting
    return kind, count, "" if difficulty is None else format(difficulty.normalize(), "f")
