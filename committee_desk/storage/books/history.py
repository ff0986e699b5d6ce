"""Every version of a fact that the desk ever held, with the entries that brought and ended it."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.sources import Source
from committee_desk.services.history_views import FactKind, Touch, Version
from committee_desk.storage.books.names import among
from committee_desk.storage.books.shares import SHARE_COLUMNS, SHARES_NAMED
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, source_of, with_source
from committee_desk.storage.tables import (
    calendar_days,
    case_numbers,
    case_shares,
    departments,
    events,
    journal,
    leader_marks,
    leave,
    persons,
    reviews,
    sanctions,
    settings,
    stays,
)

_CODE, _NUMBER = persons.c.code, case_numbers.c.number
_brought, _ended = journal.alias("brought"), journal.alias("ended")
_TOUCH = ("seq", "at", "actor", "role", "verb", "why", "authority")


class _Recorded(NamedTuple):
    """How one kind of fact is read: its table, what it is joined to, its key and its other fields."""

    table: sa.Table
    joined: sa.FromClause
    key: Mapping[str, sa.ColumnElement[Any]]
    values: Mapping[str, sa.ColumnElement[Any]]


def _own(table: sa.Table, *names: str) -> dict[str, sa.ColumnElement[Any]]:
    return {name: table.c[name] for name in names}


def _of(fact: type[Any], table: sa.Table, key: Mapping[str, sa.ColumnElement[Any]]) -> dict[str, sa.ColumnElement[Any]]:
    return _own(table, *(name for name in fact._fields if name in table.c and name not in key))


_STAY_KEY = {"code": _CODE, "department": departments.c.name, "since": stays.c.since}
_SHARE_KEY = {"number": _NUMBER, "code": _CODE}
_REVIEW_KEY = {"number": _NUMBER}

_RECORDED = {
    FactKind.STAY: _Recorded(stays, stays.join(persons).join(departments), _STAY_KEY, _of(Stay, stays, _STAY_KEY)),
    FactKind.CASE_SHARE: _Recorded(
        case_shares,
        SHARES_NAMED,
        _SHARE_KEY,
        {column.name: column for column in SHARE_COLUMNS if column.name in {"kind", "persons", "difficulty"}}
        | {"department": departments.c.name}
        | _of(CaseShare, case_shares, _SHARE_KEY),
    ),
    FactKind.REVIEW: _Recorded(reviews, reviews.join(case_numbers), _REVIEW_KEY, _of(Review, reviews, _REVIEW_KEY)),
    FactKind.EVENT: _Recorded(
        events,
        events.join(persons).outerjoin(case_numbers, case_numbers.c.id == events.c.case_id),
        {"code": _CODE, **_own(events, "indicator", "day", "voucher", "reason")},
        {**_own(events, "points", "approver"), "register": events.c.number, "reopened": _NUMBER},
    ),
    FactKind.LEADER_MARK: _Recorded(
        leader_marks,
        leader_marks.join(persons),
        {"code": _CODE, **_own(leader_marks, "rater")},
        _own(leader_marks, "year", "mark", "reason"),
    ),
    FactKind.SANCTION: _Recorded(
        sanctions,
        sanctions.join(persons),
        {"code": _CODE, **_own(sanctions, "document")},
        _own(sanctions, "kind", "decided", "closed", "term", "note"),
    ),
    FactKind.LEAVE: _Recorded(
        leave, leave.join(persons), {"code": _CODE, **_own(leave, "kind", "since")}, _own(leave, "until")
    ),
    FactKind.CALENDAR_DAY: _Recorded(
        calendar_days, calendar_days, _own(calendar_days, "day"), _own(calendar_days, "kind", "name", "document")
    ),
    FactKind.SETTING: _Recorded(settings, settings, _own(settings, "key"), _own(settings, "value")),
}


class HistoryRows:
    """The book of what facts were, in one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def versions(self, kind: FactKind, limits: Mapping[str, object]) -> tuple[Version, ...]:
        """Every version of the facts whose fields are these, oldest first; a collection stands for any of its texts."""
        recorded = _RECORDED[kind]
        asked = _select(recorded).where(*(_limit(recorded, name, value) for name, value in limits.items()))
        holding = recorded.table.c.ended_by.is_(None)  # asked apart from the ended ones: each has its own index
        rows = [row for which in (holding, ~holding) for row in self._connection.execute(asked.where(which))]
        if "overrides" in recorded.table.c:
            rows += self._under_other_keys(recorded, rows)
        return tuple(_version(kind, recorded, row) for row in sorted(rows, key=lambda row: (row.entry, row.id)))

    def _under_other_keys(self, recorded: _Recorded, rows: list[AnyRow]) -> list[AnyRow]:
        """Versions that an override of a part of the key (an event's day) left under another key."""
        table, known = recorded.table, {row.id for row in rows}
        first = {row.overrides for row in rows if row.overrides is not None}
        if not first:
            return []
        chain = sa.or_(table.c.id.in_(_numbers(first)), table.c.overrides.in_(_numbers(first)))
        return [row for row in self._connection.execute(_select(recorded).where(chain)) if row.id not in known]


def _numbers(ids: set[int]) -> sa.ScalarSelect[Any]:
    each = sa.func.json_each(json.dumps(sorted(ids))).table_valued("value")
    return sa.select(each.c.value).scalar_subquery()


def _limit(recorded: _Recorded, name: str, value: object) -> sa.ColumnElement[bool]:
    column = {**recorded.table.c, **recorded.values, **recorded.key}[name]
    if isinstance(value, frozenset):
        return column.in_(among(value))
    return column.is_(None) if value is None else column == value


def _select(recorded: _Recorded) -> sa.Select[Any]:
    table = recorded.table
    source = with_source(table, recorded.joined) if "source_entry" in table.c else recorded.joined
    told = [column.label(f"fact_{name}") for name, column in {**recorded.key, **recorded.values}.items()]
    place = (table.c.row, *SOURCE_COLUMNS) if "source_entry" in table.c else ()
    if "overrides" in table.c:
        place = (*place, table.c.overrides)
    touches = [
        column.label(f"{each.name}_{name}")
        for each in (_brought, _ended)
        for name, column in (
            *((name, each.c[name]) for name in _TOUCH),
            ("evidence", sa.func.json_extract(each.c.what, "$.evidence")),
        )
    ]
    joined = source.join(_brought, _brought.c.seq == table.c.entry).outerjoin(_ended, _ended.c.seq == table.c.ended_by)
    return sa.select(*told, table.c.id, table.c.entry, *place, *touches).select_from(joined)


def _version(kind: FactKind, recorded: _Recorded, row: AnyRow) -> Version:
    told = {name: getattr(row, f"fact_{name}") for name in (*recorded.key, *recorded.values)}
    if kind is FactKind.STAY:
        told["category"] = Category(told["category"])
    brought, ended = _touch(row, "brought"), _touch(row, "ended")
    assert brought is not None  # noqa: S101 - the column refers to an entry
    return Version(
        kind=kind,
        key=tuple(told[name] for name in recorded.key),
        values={name: told[name] for name in recorded.values},
        source=source_of(row) if "source_entry" in recorded.table.c else Source(row.entry, "", ""),
        brought=brought,
        ended=ended,
    )


def _touch(row: AnyRow, which: str) -> Touch | None:
    told = {name: getattr(row, f"{which}_{name}") for name in (*_TOUCH, "evidence")}
    if told["seq"] is None:
        return None
    return Touch(
        entry=told["seq"],
        at=datetime.fromisoformat(told["at"]),
        actor=told["actor"],
        role=told["role"],
        verb=told["verb"],
        why=told["why"],
        authority=told["authority"],
        evidence=told["evidence"],
    )
