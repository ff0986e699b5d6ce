"""Duty reports and opinions from outside as they hold now."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.services.opinion_views import Giver, Opinion, OpinionRow
from committee_desk.services.report_views import HeldReport, of_report
from committee_desk.storage.books.names import Names
from committee_desk.storage.tables import attachments, duty_reports, journal, outside_opinions, persons


class ReportsRows:
    """The duty reports' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, code: str | None = None) -> tuple[HeldReport, ...]:
        """Every report of the year, or one person's, by code."""
        own = (duty_reports.c.received, duty_reports.c.report, duty_reports.c.entry)
        joined = duty_reports.join(persons).join(journal, journal.c.seq == duty_reports.c.entry)
        asked = (
            sa.select(persons.c.code, *own, journal.c.actor, journal.c.at)
            .select_from(joined)
            .where(duty_reports.c.ended_by.is_(None), duty_reports.c.year == year)
            .order_by(persons.c.code)
        )
        if code is not None:
            asked = asked.where(persons.c.code == code)
        return tuple(
            HeldReport(row.code, row.received, row.report or "", row.entry, row.actor, datetime.fromisoformat(row.at))
            for row in self._connection.execute(asked)
        )

    def put(self, entry: int, year: int, code: str, received: date, text: str) -> None:
        """Keep a report in place of the one before."""
        self.end(entry, year, code)
        number = Names(self._connection).persons([code], entry)[code]
        values = {"year": year, "person_id": number, "received": received, "report": text or None, "entry": entry}
        self._connection.execute(sa.insert(duty_reports), [values])

    def end(self, entry: int, year: int, code: str) -> None:
        """Let a report hold no longer."""
        person = sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()
        held = sa.update(duty_reports).where(
            duty_reports.c.ended_by.is_(None), duty_reports.c.year == year, duty_reports.c.person_id == person
        )
        self._connection.execute(held.values(ended_by=entry))

    def files(self, year: int) -> dict[str, tuple[str, ...]]:
        """The names of the files attached to the year's reports, by code."""
        before = of_report(year, "")
        asked = (
            sa.select(attachments.c.subject, attachments.c.name)
            .where(attachments.c.ended_by.is_(None), attachments.c.subject.startswith(before, autoescape=True))
            .order_by(attachments.c.id)
        )
        found: defaultdict[str, list[str]] = defaultdict(list)
        for subject, name in self._connection.execute(asked):
            found[subject.removeprefix(before)].append(name)
        return {code: tuple(names) for code, names in found.items()}


class OpinionsRows:
    """The outside opinions' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_year(self, year: int, number: int | None = None) -> tuple[OpinionRow, ...]:
        """Every opinion of the year, or one, by number. Names are for the service to fill in."""
        asked = _opinions().where(outside_opinions.c.ended_by.is_(None), outside_opinions.c.year == year)
        if number is not None:
            asked = asked.where(outside_opinions.c.number == number)
        return tuple(map(_opinion, self._connection.execute(asked)))

    def next_number(self, year: int) -> int:
        """A number that no opinion of the year ever bore."""
        highest = sa.select(sa.func.max(outside_opinions.c.number)).where(outside_opinions.c.year == year)
        return (self._connection.scalar(highest) or 0) + 1

    def put(self, entry: int, year: int, number: int, opinion: Opinion) -> None:
        """Keep the opinion under that number, in place of what stood there."""
        self.end(entry, year, number)
        person = None if opinion.code is None else Names(self._connection).persons([opinion.code], entry)[opinion.code]
        values = {
            "year": year,
            "number": number,
            "person_id": person,
            "giver": opinion.giver,
            "kind": opinion.kind.value,
            "day": opinion.day,
            "opinion": opinion.opinion,
            "voucher": opinion.voucher,
            "entry": entry,
        }
        self._connection.execute(sa.insert(outside_opinions), [values])

    def end(self, entry: int, year: int, number: int) -> None:
        """Let an opinion hold no longer."""
        held = sa.update(outside_opinions).where(
            outside_opinions.c.ended_by.is_(None),
            outside_opinions.c.year == year,
            outside_opinions.c.number == number,
        )
        self._connection.execute(held.values(ended_by=entry))


def _opinions() -> sa.Select[Any]:
    own = (outside_opinions.c[name] for name in ("number", "giver", "kind", "day", "opinion", "voucher", "entry"))
    joined = outside_opinions.outerjoin(persons).join(journal, journal.c.seq == outside_opinions.c.entry)
    return (
        sa.select(*own, persons.c.code, journal.c.actor, journal.c.at)
        .select_from(joined)
        .order_by(outside_opinions.c.number)
    )


def _opinion(row: sa.Row[Any]) -> OpinionRow:
    held = Opinion(row.giver, Giver(row.kind), row.day, row.opinion, row.code, row.voucher)
    return OpinionRow(row.number, held, row.code or "", "", row.entry, row.actor, datetime.fromisoformat(row.at))
