"""Decisions of the 院党组, results with their notices and signatures, as they hold now."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import Delivery, Means, NamedRemedy, Opinion, PartyDecision, Result, Signature
from committee_desk.domain.scores import Grade
from committee_desk.storage.books.names import Names
from committee_desk.storage.result_tables import deliveries, party_decisions, results, signatures
from committee_desk.storage.tables import persons


class ResultsRows:
    """The results' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def decisions(self, year: int) -> tuple[PartyDecision, ...]:
        """The decisions of the 院党组 on the year, by number."""
        c = party_decisions.c
        asked = (
            sa.select(c.number, c.day, c.document, c.list_version, c.people, c.note)
            .where(c.year == year, c.ended_by.is_(None))
            .order_by(c.number)
        )
        return tuple(_decision(row) for row in self._connection.execute(asked))

    def put_decision(self, entry: int, year: int, decision: PartyDecision) -> None:
        """A further decision."""
        values = {
            "year": year,
            "number": decision.number,
            "day": decision.day,
            "document": decision.document,
            "list_version": decision.list_version,
            "people": json.dumps(decision.grades, ensure_ascii=False),
            "note": decision.note or None,
            "entry": entry,
        }
        self._connection.execute(sa.insert(party_decisions), [values])

    def of_year(self, year: int) -> tuple[Result, ...]:
        """Every version of every result of the year, by code and version."""
        return tuple(map(_result, self._rows(results, year)))

    def put_result(self, entry: int, year: int, result: Result) -> None:
        """A result in place of what stood under its version."""
        own = result._asdict()
        values = {**own, "grade": own["grade"] and str(own["grade"]), "why": own["why"] or None}
        self._put(results, entry, year, values)

    def deliveries(self, year: int) -> tuple[Delivery, ...]:
        """The notices that were served."""
        return tuple(map(_delivery, self._rows(deliveries, year)))

    def put_delivery(self, entry: int, year: int, delivery: Delivery) -> None:
        """A notice as it was served, in place of what was recorded of that version."""
        remedies = [{**each._asdict(), "last_day": each.last_day.isoformat()} for each in delivery.remedies]
        values = {
            **delivery._asdict(),
            "means": str(delivery.means),
            "known": delivery.known.isoformat(),
            "witnesses": _names(delivery.witnesses),
            "proof": delivery.proof or None,
            "remedies": json.dumps(remedies, ensure_ascii=False),
        }
        self._put(deliveries, entry, year, values)

    def signatures(self, year: int) -> tuple[Signature, ...]:
        """What was signed, or refused."""
        return tuple(map(_signature, self._rows(signatures, year)))

    def put_signature(self, entry: int, year: int, signature: Signature) -> None:
        """A signature, in place of what was recorded of that version."""
        values = {
            **signature._asdict(),
            "opinion": str(signature.opinion),
            "witnesses": _names(signature.witnesses),
            "note": signature.note or None,
        }
        self._put(signatures, entry, year, values)

    def refusals(self, year: int) -> Mapping[tuple[str, int], int]:
        """By code and version, the entry that recorded that the signature was refused (拒签), where it was."""
        return {
            (row.code, row.version): row.entry
            for row in self._rows(signatures, year)
            if row.opinion == str(Opinion.REFUSED)
        }

    def archive(self, entry: int, year: int, day: date) -> None:
        """Mark every result of the year that holds as archived."""
        for result in self.of_year(year):
            if result.archived is None:
                self.put_result(entry, year, result._replace(archived=day))

    def entries(self, year: int) -> Mapping[str, int]:
        """By code, the newest entry that wrote anything of the person's result."""
        newest: dict[str, int] = {}
        for table in (results, deliveries, signatures):
            asked = (
                sa.select(persons.c.code, sa.func.max(table.c.entry))
                .select_from(table.join(persons, persons.c.id == table.c.person_id))
                .where(table.c.year == year)
                .group_by(persons.c.code)
            )
            for code, entry in self._connection.execute(asked):
                newest[code] = max(newest.get(code, 0), entry)
        return newest

    def _rows(self, table: sa.Table, year: int) -> sa.CursorResult[Any]:
        asked = (
            sa.select(persons.c.code, *table.c)
            .select_from(table.join(persons, persons.c.id == table.c.person_id))
            .where(table.c.year == year, table.c.ended_by.is_(None))
            .order_by(persons.c.code, table.c.version)
        )
        return self._connection.execute(asked)

    def _put(self, table: sa.Table, entry: int, year: int, values: Mapping[str, Any]) -> None:
        held = {name: value for name, value in values.items() if name != "code"}
        person_id = Names(self._connection).persons([values["code"]], entry)[values["code"]]
        standing = sa.update(table).where(
            table.c.year == year,
            table.c.person_id == person_id,
            table.c.version == values["version"],
            table.c.ended_by.is_(None),
        )
        self._connection.execute(standing.values(ended_by=entry))
        self._connection.execute(sa.insert(table), [{**held, "year": year, "person_id": person_id, "entry": entry}])


def _decision(row: sa.Row[*tuple[Any, ...]]) -> PartyDecision:
    grades = tuple((code, _grade(grade)) for code, grade in json.loads(row.people))
    return PartyDecision(row.number, row.day, row.document, row.list_version, grades, row.note or "")


def _result(row: sa.Row[Any]) -> Result:
    return Result(
        row.code, row.version, _grade(row.grade), row.decision, row.list_version, row.sheet, row.fingerprint,
        row.replaces, row.why or "", row.archived,
    )  # fmt: skip


def _delivery(row: sa.Row[Any]) -> Delivery:
    remedies = tuple(
        NamedRemedy(Remedy(each["remedy"]), each["organ"], date.fromisoformat(each["last_day"]))
        for each in json.loads(row.remedies)
    )
    known = date.fromisoformat(row.known)
    return Delivery(
        row.code, row.version, row.notice, Means(row.means), known, row.served_by, _told(row.witnesses),
        row.proof or "", remedies,
    )  # fmt: skip


def _signature(row: sa.Row[Any]) -> Signature:
    return Signature(row.code, row.version, Opinion(row.opinion), row.day, _told(row.witnesses), row.note or "")


def _grade(told: str | None) -> Grade | None:
    return None if told is None else Grade(told)


def _names(names: tuple[str, ...]) -> str | None:
    return json.dumps(names, ensure_ascii=False) if names else None


def _told(names: str | None) -> tuple[str, ...]:
    return tuple(json.loads(names)) if names else ()
