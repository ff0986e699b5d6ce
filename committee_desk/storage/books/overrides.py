"""Imported facts whose figures two people replace: found, and succeeded by rows that bear the new figure."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from committee_desk.services.history_views import FactKind
from committee_desk.services.override_views import HeldFact, Value
from committee_desk.storage.books.names import Names
from committee_desk.storage.books.overridden import origin, overridden, succeed
from committee_desk.storage.books.shares import SHARES_NAMED
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, source_of, with_source
from committee_desk.storage.exact import to_stored
from committee_desk.storage.tables import case_numbers, case_shares, events, leader_marks, persons, reviews, weightings

WEIGHED = frozenset({"persons", "difficulty"})
"""What stands in the case's weighting."""


class _Kept(NamedTuple):
    """How one kind of fact is read: its table, what it is joined to, its key and its figures."""

    table: sa.Table
    joined: sa.FromClause
    key: tuple[sa.ColumnElement[Any], ...]
    values: Mapping[str, sa.ColumnElement[Any]]


def _own(table: sa.Table, *names: str) -> dict[str, sa.ColumnElement[Any]]:
    return {name: table.c[name] for name in names}


_KEPT = {
    FactKind.REVIEW: _Kept(
        reviews,
        reviews.join(case_numbers),
        (case_numbers.c.number,),
        _own(reviews, "substance", "procedure", "grade", "reviewed"),
    ),
    FactKind.EVENT: _Kept(
        events,
        events.join(persons),
        (persons.c.code, *(events.c[name] for name in ("indicator", "day", "voucher", "reason"))),
        _own(events, "points", "day", "year"),
    ),
    FactKind.CASE_SHARE: _Kept(
        case_shares,
        SHARES_NAMED,
        (case_numbers.c.number, persons.c.code),
        {
            **_own(case_shares, "share", "due", "closed", "accepted", "outcome"),
            **_own(weightings, "kind", "persons", "difficulty"),
        },
    ),
    FactKind.LEADER_MARK: _Kept(
        leader_marks,
        leader_marks.join(persons),
        (persons.c.code, leader_marks.c.rater),
        _own(leader_marks, "mark", "year"),
    ),
}


class OverridesRows:
    """The overrides' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def find(self, kind: FactKind, key: tuple[object, ...], year: int | None) -> tuple[HeldFact, ...]:
        """The rows that hold of that fact; of a case alone, every handler's."""
        kept = _KEPT[kind]
        limits = [column == value for column, value in zip(kept.key, key, strict=False)]
        if year is not None and "year" in kept.values:
            limits.append(kept.values["year"] == year)
        rows = self._rows(kept, kept.table.c.ended_by.is_(None), *limits)
        return tuple(self._held(kept, row) for row in rows)

    def replace(self, kind: FactKind, entry: int, held: HeldFact, field: str, value: Value) -> None:
        """Succeed the row: the figure, what follows from it, and whose place it takes."""
        kept = _KEPT[kind]
        values = {**held.values, field: value}
        changed = self._stored(kind, values, field, entry)
        if held.imported is None and not held.source.workbook:  # typed at the desk: what succeeds it is, too
            succeed(self._connection, kept.table, held.id, entry, changed)
            return
        lifted = all(values[name] == held.source_values[name] for name in values if name not in {"year"})
        if lifted:
            raw = self._connection.execute(
                sa.select(kept.table.c.row, sa.func.coalesce(kept.table.c.source_entry, kept.table.c.entry)).where(
                    kept.table.c.id == (held.imported or held.id)
                )
            ).one()
            changed |= {"overrides": None, "row": raw[0], "source_entry": raw[1]}
        else:
            changed |= {"overrides": held.imported or held.id, "row": None, "source_entry": None}
        succeed(self._connection, kept.table, held.id, entry, changed)

    def taken(self, kind: FactKind, held: HeldFact, field: str, value: Value) -> bool:
        """Whether an event of that day, paper and reason stands already."""
        if kind is not FactKind.EVENT or field != "day":
            return False
        code, indicator, _, voucher, reason = held.key
        return bool(self.find(kind, (code, indicator, value, voucher, reason), None))

    def _stored(self, kind: FactKind, values: Mapping[str, Value], field: str, entry: int) -> dict[str, Any]:
        if kind is FactKind.CASE_SHARE and field in WEIGHED:
            wanted = (str(values["kind"]), _whole(values["persons"]), _decimal(values["difficulty"]))
            return {"weighting_id": Names(self._connection).weightings([wanted], entry)[0]}
        stored: dict[str, Any] = {field: _raw(values[field])}
        if (kind, field) in {(FactKind.EVENT, "day"), (FactKind.CASE_SHARE, "closed")}:
            day = values[field]
            stored["year"] = day.year if isinstance(day, date) else None
        return stored

    def _rows(self, kept: _Kept, *limits: sa.ColumnElement[bool]) -> list[AnyRow]:
        told = [column.label(f"fact_{name}") for name, column in kept.values.items()]
        keys = [column.label(f"key_{at}") for at, column in enumerate(kept.key)]
        own = (kept.table.c.id, kept.table.c.entry, kept.table.c.row, kept.table.c.overrides)
        asked = sa.select(*keys, *told, *own, *SOURCE_COLUMNS).select_from(with_source(kept.table, kept.joined))
        return list(self._connection.execute(asked.where(*limits).order_by(kept.table.c.id)))

    def _held(self, kept: _Kept, row: AnyRow) -> HeldFact:
        values = _values(kept, row)
        key = tuple(getattr(row, f"key_{at}") for at in range(len(kept.key)))
        if row.overrides is None:
            return HeldFact(row.id, row.entry, key, values, values, source_of(row), None)
        (before,) = self._rows(kept, kept.table.c.id == row.overrides)
        return HeldFact(
            row.id,
            row.entry,
            key,
            values,
            _values(kept, before),
            origin(self._connection, kept.table, row.overrides),
            row.overrides,
            overridden(self._connection, kept.table, row.overrides),
        )


def _values(kept: _Kept, row: AnyRow) -> dict[str, Value]:
    values = {name: getattr(row, f"fact_{name}") for name in kept.values}
    if "difficulty" in values:
        values["difficulty"] = Decimal(values["difficulty"]) if values["difficulty"] else None
    return values


def _raw(value: Value) -> object:
    if isinstance(value, Decimal):
        return to_stored(value)
    return value.isoformat() if isinstance(value, date) else value


def _whole(value: Value) -> int:
    assert isinstance(value, int)  # noqa: S101 - the column holds whole numbers
    return value


def _decimal(value: Value) -> Decimal | None:
    assert value is None or isinstance(value, Decimal)  # noqa: S101 - as read above
    return value
