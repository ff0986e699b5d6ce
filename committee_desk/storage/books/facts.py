"""Facts read from workbooks: compared and written in bulk, ended, taken back, shown again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from random import SystemRandom
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotMark
from committee_desk.services.imports.batch import Held, KnownPerson
from committee_desk.services.imports.book import ImportRow
from committee_desk.services.imports.kinds import Kind
from committee_desk.storage.blinding import new_blinds
from committee_desk.storage.books import shelves
from committee_desk.storage.books.names import Names, among, insert_many
from committee_desk.storage.books.shelves import SHELVES, Shelf
from committee_desk.storage.exact import to_stored
from committee_desk.storage.round_tables import round_people
from committee_desk.storage.tables import ballots as ballot_rows
from committee_desk.storage.tables import (
    case_numbers,
    case_shares,
    causes,
    event_drafts,
    events,
    imports,
    journal,
    leader_marks,
    leave,
    persons,
    reviews,
    sanctions,
    stays,
)

RANDOM_IDS = 2**53
TRACE = frozenset({"id", "entry", "row", "source_entry", "ended_by"})
"""The columns that say where a row came from and where it went."""
COMPLETED = ("items", "findings", "reply", "replied")
"""What is typed of an evaluation beside the figures of an imported one."""
REGISTERED = ("number", "line", "case_id", "title", "periodical", "author")
"""What is typed of an event beside the figures of an imported one."""
TYPED_UPON = ("override.", "evaluations.")
"""Acts that let an imported fact's figures be others, or complete it."""

VOIDED = "rounds.void"
"""The act that takes ballots of workbooks out of the count: the same file may come again."""


class FactRows:
    """The facts' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._names = Names(connection)

    def known_people(self) -> Mapping[str, KnownPerson]:
        """Everybody who has a stay on the desk."""
        asked = sa.select(persons.c.code, stays.c.name, stays.c.category).join(persons)
        names: dict[str, set[str]] = {}
        prosecutors: set[str] = set()
        for code, name, category in self._connection.execute(asked.where(stays.c.ended_by.is_(None))):
            names.setdefault(code, set()).add(name)
            if category == Category.PROSECUTOR:
                prosecutors.add(code)
        return {code: KnownPerson(frozenset(names[code]), code in prosecutors) for code in names}

    def closings(self, numbers: Iterable[str]) -> Mapping[str, date | None]:
        """The closing day of each of these cases that the desk holds; None while it is open."""
        asked = sa.select(case_numbers.c.number, case_shares.c.closed).join(case_numbers)
        held = asked.where(case_shares.c.ended_by.is_(None), case_numbers.c.number.in_(among(numbers)))
        return dict(self._connection.execute(held).all())

    def handled(self, codes: Iterable[str]) -> Mapping[str, str]:
        """One case of each of these people who handle any."""
        asked = sa.select(persons.c.code, sa.func.min(case_numbers.c.number)).select_from(
            case_shares.join(persons).join(case_numbers)
        )
        theirs = asked.where(case_shares.c.ended_by.is_(None), persons.c.code.in_(among(codes)))
        return dict(self._connection.execute(theirs.group_by(persons.c.code)).all())

    def held(self, kind: Kind, year: int, facts: Sequence[Any]) -> list[Held]:
        """What the desk holds of the people or cases that these facts are about."""
        shelf = SHELVES[kind]
        holding = shelf.table.c.ended_by.is_(None)
        anything = sa.select(shelf.table.c.id).where(holding).limit(1)
        if not facts or self._connection.scalar(anything) is None:
            return []
        limit: list[sa.ColumnElement[bool]] = [holding]
        if shelf.about is not None:
            limit.append(shelf.about.in_(among({getattr(fact, shelf.attribute) for fact in facts})))
        if kind.of_the_year:
            limit.append(shelf.table.c.year == year)
        return self._select(shelf, *limit)

    def write(self, kind: Kind, year: int, entry: int, facts: Sequence[Any], rows: Sequence[int]) -> None:
        """Keep facts under that journal entry, with their rows; ballots shuffled, under random ids and without."""
        if not facts:
            return
        columns = self._columns(SHELVES[kind], year, entry, facts)
        if kind is Kind.REVIEWS:
            columns |= self._completed(entry, facts)
        elif kind is Kind.EVENTS:
            columns |= self._registered(entry, facts)
        if SHELVES[kind].traced:
            columns["row"] = rows
        else:  # their slips have the names that stood in the workbook: a digest of them could be tried out
            columns["blind"] = new_blinds(len(facts))
        self._write(SHELVES[kind], entry, columns, len(facts))

    def write_parted(self, year: int, entry: int, marks: Sequence[BallotMark]) -> None:
        """Keep single marks of a counted round, shuffled, each under random keys of its own that hide it."""
        if marks:
            shelf = SHELVES[Kind.BALLOTS]
            self._write(shelf, entry, self._columns(shelf, year, entry, marks), len(marks))

    def _write(self, shelf: Shelf, entry: int, columns: dict[str, Sequence[Any]], number: int) -> None:
        columns["entry"] = [entry] * number
        if not shelf.traced:
            columns["id"] = SystemRandom().sample(range(1, RANDOM_IDS), number)
        lying = list(zip(*columns.values(), strict=True))
        if not shelf.traced:
            SystemRandom().shuffle(lying)
        insert_many(self._connection, shelf.table, ", ".join(f'"{name}"' for name in columns), lying)

    def end(self, kind: Kind, entry: int, ids: Iterable[int]) -> None:
        """End rows: something takes their place, or an import is taken back."""
        pairs = [(entry, number) for number in ids]
        if pairs:
            table = SHELVES[kind].table.name
            self._connection.exec_driver_sql(f"UPDATE {table} SET ended_by = ? WHERE id = ?", pairs)  # noqa: S608 - our own table's name

    def record(self, row: ImportRow) -> None:
        """Note that a workbook was read in."""
        values = {**row._asdict(), "kind": row.kind.value, "columns": json.dumps(row.columns, ensure_ascii=False)}
        self._connection.execute(sa.insert(imports), [values])

    def recorded(self, entry: int) -> ImportRow | None:
        """The workbook that was read in by that entry."""
        row = self._connection.execute(sa.select(imports).where(imports.c.entry == entry)).one_or_none()
        return None if row is None else _import_row(row)

    def ballots_read(self, sha256: str) -> ImportRow | None:
        """The import of that very ballot file, unless it was taken back, or what it brought was declared void."""
        table = SHELVES[Kind.BALLOTS].table
        voids = sa.select(journal.c.seq).where(journal.c.verb == VOIDED)
        parted = table.alias()
        counted = sa.select(parted.c.entry).where(parted.c.ended_by.in_(voids))  # it was parted, and then void
        voided = (
            sa.exists()
            .where(sa.func.coalesce(table.c.source_entry, table.c.entry) == imports.c.entry)
            .where(sa.or_(table.c.ended_by.in_(voids), table.c.ended_by.in_(counted)))
        )
        asked = sa.select(imports).where(
            imports.c.kind == Kind.BALLOTS.value, imports.c.sha256 == sha256, imports.c.taken_back_by.is_(None), ~voided
        )
        row = self._connection.execute(asked.limit(1)).one_or_none()
        return None if row is None else _import_row(row)

    def superseded(self, kind: Kind, entry: int) -> set[int]:
        """The entries that took the place of facts which that import brought, and still do.

        What was typed upon them, an override or the rest of an evaluation, does so while its row holds.
        """
        table = SHELVES[kind].table
        brought = sa.func.coalesce(table.c.source_entry, table.c.entry) == entry
        gone = sa.select(table.c.ended_by).join(journal, journal.c.seq == table.c.ended_by).where(brought).distinct()
        taken_back = sa.select(imports.c.entry).where(imports.c.taken_back_by.is_not(None))
        later = gone.where(table.c.ended_by.not_in(taken_back), *(~journal.c.verb.startswith(v) for v in TYPED_UPON))
        found = set(self._connection.scalars(later))
        if "overrides" in table.c:
            theirs = sa.select(table.c.id).where(brought)
            standing = sa.select(table.c.entry).where(table.c.ended_by.is_(None), table.c.overrides.in_(theirs))
            found.update(self._connection.scalars(standing.distinct()))
        if kind is Kind.REVIEWS:
            more = sa.or_(*(table.c[name].is_not(None) for name in COMPLETED))
            found.update(
                self._connection.scalars(sa.select(table.c.entry).where(brought, more, table.c.ended_by.is_(None)))
            )
        return found

    def take_back(self, kind: Kind, entry: int, by: int) -> tuple[list[Any], list[Any]]:
        """End what the import brought, bring back what it had replaced, and answer the facts of either."""
        shelf = SHELVES[kind]
        table = shelf.table
        brought = sa.func.coalesce(table.c.source_entry, table.c.entry) == entry
        ended = self._select(shelf, brought, table.c.ended_by.is_(None))
        self.end(kind, by, [each.id for each in ended])
        self._restore(shelf, entry, by)
        self._connection.execute(sa.update(imports).where(imports.c.entry == entry).values(taken_back_by=by))
        restored = self._select(shelf, table.c.entry == by)
        return [each.fact for each in ended], [each.fact for each in restored]

    def orphans(self) -> set[int]:
        """The imports of facts whose person or case is no longer on the desk."""
        found: set[int] = set()
        staying = sa.select(stays.c.person_id).where(stays.c.ended_by.is_(None))
        prosecutors = staying.where(stays.c.category == Category.PROSECUTOR.value)
        for table in (events, leader_marks, ballot_rows, sanctions, leave):
            found.update(self._left(table, table.c.person_id.not_in(staying)))
        found.update(self._left(case_shares, case_shares.c.person_id.not_in(prosecutors)))
        held = sa.select(case_shares.c.case_id).where(case_shares.c.ended_by.is_(None))
        found.update(self._left(reviews, reviews.c.case_id.not_in(held)))
        found.update(
            self._connection.scalars(
                sa.select(causes.c.entry).where(causes.c.ended_by.is_(None), causes.c.case_id.not_in(held)).distinct()
            )
        )
        lost = event_drafts.c.ended_by.is_(None), event_drafts.c.person_id.not_in(staying)
        found.update(self._connection.scalars(sa.select(event_drafts.c.entry).where(*lost).distinct()))
        taking = round_people.c.ended_by.is_(None), round_people.c.person_id.not_in(staying)
        found.update(self._connection.scalars(sa.select(round_people.c.entry).where(*taking).distinct()))
        return found

    def near(self, kind: Kind, entry: int, first: int, last: int) -> list[Held]:
        """What that import brought from these rows, whether or not it still holds."""
        shelf = SHELVES[kind]
        table = shelf.table
        if not shelf.traced:
            return []
        return self._select(
            shelf, table.c.entry == entry, table.c.source_entry.is_(None), table.c.row.between(first, last)
        )

    def _left(self, table: sa.Table, lost: sa.ColumnElement[bool]) -> Iterable[int]:
        source = sa.func.coalesce(table.c.source_entry, table.c.entry)
        return self._connection.scalars(sa.select(source).where(table.c.ended_by.is_(None), lost).distinct())

    def _select(self, shelf: Shelf, *conditions: sa.ColumnElement[bool]) -> list[Held]:
        table = shelf.table
        row = table.c.row if shelf.traced else sa.null()
        by_hand = table.c.overrides if "overrides" in table.c else sa.null()
        asked = sa.select(
            table.c.id, sa.func.coalesce(table.c.source_entry, table.c.entry), row, by_hand, *shelf.fields
        )
        found = self._connection.execute(asked.select_from(shelf.source).where(*conditions)).all()
        make, finish = shelf.fact._make, shelf.finish
        held = [Held(each[0], each[1], each[2], make(each[4:])) for each in found]
        if finish:
            held = [each._replace(fact=finish(each.fact)) for each in held]
        instead = {at: each[3] for at, each in enumerate(found) if each[3] is not None}
        if instead:
            ids = sa.func.json_each(json.dumps(list(instead.values()))).table_valued("value")
            before = {each.id: each for each in self._select(shelf, table.c.id.in_(sa.select(ids.c.value)))}
            for at, number in instead.items():
                held[at] = held[at]._replace(imported=before[number].fact)
        return held

    def _columns(self, shelf: Shelf, year: int, entry: int, facts: Sequence[Any]) -> dict[str, Sequence[Any]]:
        lying = dict(zip(shelf.fact._fields, zip(*facts, strict=True), strict=True))
        stored = partial(self._stored, lying, year, entry)
        return {column: stored(attribute, how) for column, attribute, how in shelf.columns}

    def _stored(
        self, lying: Mapping[str, Sequence[Any]], year: int, entry: int, attribute: str, how: int
    ) -> Sequence[Any]:
        if how == shelves.WEIGHTING:
            wanted = zip(lying["kind"], lying["persons"], lying["difficulty"], strict=True)
            return self._names.weightings(list(wanted), entry)
        if how == shelves.IMPORT_YEAR:
            return [year] * len(next(iter(lying.values())))
        values = lying[attribute]
        if how == shelves.AS_IT_IS:
            return values
        translated = self._translated(values, how, entry)
        return [translated[value] for value in values]

    def _translated(self, values: Sequence[Any], how: int, entry: int) -> dict[Any, Any]:
        different = set(values)
        absent = {None: None} if None in different else {}
        different.discard(None)
        if how == shelves.DAY:
            return {each: each.isoformat() for each in different} | absent
        if how == shelves.YEAR_OF_DAY:
            return {each: each.year for each in different} | absent
        if how == shelves.EXACT:
            return {each: to_stored(each) for each in different} | absent
        in_order = dict.fromkeys(value for value in values if value is not None)
        lookup = {
            shelves.PERSON: self._names.persons,
            shelves.DEPARTMENT: self._names.departments,
            shelves.CASE: self._names.cases,
        }[how]
        return lookup(in_order, entry) | absent

    def _completed(self, entry: int, facts: Sequence[Any]) -> dict[str, Sequence[Any]]:
        """What was typed beside the figures of the reviews that these take the place of: it stays."""
        own = (sa.type_coerce(reviews.c[name], sa.types.NullType()) for name in COMPLETED)
        asked = sa.select(case_numbers.c.number, *own).select_from(reviews.join(case_numbers))
        more = sa.or_(*(reviews.c[name].is_not(None) for name in COMPLETED))
        kept = {row[0]: row[1:] for row in self._connection.execute(asked.where(reviews.c.ended_by == entry, more))}
        if not kept:
            return {}
        nothing = (None,) * len(COMPLETED)
        rows = (kept.get(fact.number, nothing) for fact in facts)
        return dict(zip(COMPLETED, zip(*rows, strict=True), strict=True))

    def _registered(self, entry: int, facts: Sequence[Any]) -> dict[str, Sequence[Any]]:
        """The 登记号 of the typed events that these take the place of, and what was typed beside their figures."""
        key = (persons.c.code, *(events.c[name] for name in ("indicator", "day", "voucher", "reason")))
        asked = sa.select(*key, *(events.c[name] for name in REGISTERED)).select_from(events.join(persons))
        typed = asked.where(events.c.ended_by == entry, events.c.number.is_not(None))
        kept = {tuple(row[: len(key)]): row[len(key) :] for row in self._connection.execute(typed)}
        if not kept:
            return {}
        nothing = (None,) * len(REGISTERED)
        rows = (kept.get((each.code, each.indicator, each.day, each.voucher, each.reason), nothing) for each in facts)
        return dict(zip(REGISTERED, zip(*rows, strict=True), strict=True))

    def _restore(self, shelf: Shelf, entry: int, by: int) -> None:
        """Write again what the import had ended, whole; of what a workbook brought, with its place there."""
        table = shelf.table
        own = [column.name for column in table.c if column.name not in TRACE]
        copied = [table.c[name] for name in own] + ([table.c.row] if shelf.traced else [])
        came_by = sa.func.coalesce(table.c.source_entry, table.c.entry)
        source = sa.case((came_by.in_(sa.select(imports.c.entry)), came_by))
        rows = [
            (*row, by)
            for row in self._connection.execute(
                sa.select(*(sa.type_coerce(c, sa.types.NullType()) for c in copied), source).where(
                    table.c.ended_by == entry
                )
            )
        ]
        names = [*own, *(["row"] if shelf.traced else []), "source_entry", "entry"]
        if not shelf.traced:
            rows = [
                (*row, number)
                for row, number in zip(rows, SystemRandom().sample(range(1, RANDOM_IDS), len(rows)), strict=True)
            ]
            SystemRandom().shuffle(rows)
            names.append("id")
        if rows:
            insert_many(self._connection, table, ", ".join(f'"{name}"' for name in names), rows)


def _import_row(row: Any) -> ImportRow:  # noqa: ANN401 - a row of the table of imports
    held = ImportRow(**row._mapping)
    return held._replace(kind=Kind(held.kind), columns=json.loads(row.columns))
