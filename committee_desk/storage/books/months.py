"""Months that are closed or published, the versions of their sheets, quarterly grades; and what a month lacks."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.months import MonthState, RoutineGrade
from committee_desk.services.month_rules import CaseWithout, KeptGrade, KeptSheet
from committee_desk.storage.tables import (
    ballots,
    case_numbers,
    case_shares,
    departments,
    event_drafts,
    events,
    journal,
    leader_marks,
    leave,
    month_sheets,
    months,
    persons,
    reviews,
    routine_grades,
    schemes,
    stays,
)


class MonthsRows:
    """The months' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def states(self, year: int) -> dict[int, MonthState]:
        """The state of every month that is not open."""
        asked = sa.select(months.c.month, months.c.state).where(months.c.year == year, months.c.ended_by.is_(None))
        return {month: MonthState(state) for month, state in self._connection.execute(asked)}

    def put(self, entry: int, year: int, month: int, state: MonthState) -> None:
        """The month's new state in place of the old one; an open month has no row."""
        holding = sa.update(months).where(months.c.year == year, months.c.month == month, months.c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))
        if state is not MonthState.OPEN:
            row = {"year": year, "month": month, "state": str(state), "entry": entry}
            self._connection.execute(sa.insert(months), [row])

    def add_sheet(self, entry: int, year: int, sheet: KeptSheet) -> None:
        """Keep one more version of a month's sheet."""
        self._connection.execute(sa.insert(month_sheets), [{**sheet._asdict(), "year": year, "entry": entry}])

    def sheets(self, year: int, month: int | None = None) -> tuple[KeptSheet, ...]:
        """Every version of every sheet of the year or of one month, oldest first within its category."""
        s = month_sheets.c
        asked = (
            sa.select(s.month, s.category, s.version, s.ranked, s.figures, s.entry)
            .where(s.year == year, *([s.month == month] if month is not None else []))
            .order_by(s.month, s.category, s.version)
        )
        return tuple(KeptSheet(*row) for row in self._connection.execute(asked))

    def published(self, year: int, month: int | None = None) -> tuple[tuple[KeptSheet, datetime, str], ...]:
        """The same, newest first, with when and by whom each was published."""
        j = journal.c
        moments = {
            seq: (datetime.fromisoformat(at), actor)
            for seq, at, actor in self._connection.execute(
                sa.select(j.seq, j.at, j.actor).where(j.seq.in_(sa.select(month_sheets.c.entry)))
            )
        }
        held = sorted(self.sheets(year, month), key=lambda each: (-each.entry, -each.month, each.category))
        return tuple((each, *moments[each.entry]) for each in held)

    def newest(self, year: int) -> dict[tuple[int, str], int]:
        """The newest version of every sheet, by month and category, without its figures."""
        s = month_sheets.c
        asked = (
            sa.select(s.month, s.category, sa.func.max(s.version)).where(s.year == year).group_by(s.month, s.category)
        )
        return {(month, category): version for month, category, version in self._connection.execute(asked)}

    def touched_since(self, year: int, entry: int, day: date, *, rated: bool = False) -> bool:
        """Whether anything dated up to that day, that the year's figures rest on, came or went after that entry.

        `rated`: yearly ratings, which bear no date, too.
        """
        yearly = [(table, (table.c.year == year,)) for table in (leader_marks, ballots)] if rated else []
        return any(self._any(table, entry, *limits) for table, limits in (*_dated(year, day), *yearly))

    def _any(self, table: sa.Table, entry: int, *limits: sa.ColumnElement[bool]) -> bool:
        for column in (table.c.entry, table.c.ended_by):
            asked = sa.select(sa.literal(1)).select_from(table).where(column > entry, *limits).limit(1)
            if self._connection.scalar(asked) is not None:
                return True
        return False

    def drafts(self, year: int, month: int) -> tuple[int, ...]:
        """The numbers (登记号) of the month's drafts."""
        d = event_drafts.c
        asked = sa.select(d.number).where(d.year == year, d.month == month, d.ended_by.is_(None)).order_by(d.number)
        return tuple(self._connection.scalars(asked))

    def unapproved(self, since: date, until: date) -> int:
        """How many counted events of these days have no approver."""
        e = events.c
        nobody = sa.func.trim(sa.func.coalesce(e.approver, "")) == ""
        asked = sa.select(sa.func.count()).where(e.ended_by.is_(None), e.day.between(since, until), nobody)
        return int(self._connection.scalar(asked) or 0)

    def unevaluated(self, since: date, until: date) -> tuple[CaseWithout, ...]:
        """The cases that closed in these days and have no evaluation."""
        c = case_shares.c
        reviewed = sa.select(reviews.c.case_id).where(reviews.c.ended_by.is_(None))
        asked = (
            sa.select(case_numbers.c.number, sa.func.max(c.closed))
            .select_from(case_shares.join(case_numbers))
            .where(c.ended_by.is_(None), c.closed.between(since, until), c.case_id.not_in(reviewed))
            .group_by(case_numbers.c.number)
            .order_by(case_numbers.c.number)
        )
        return tuple(
            CaseWithout(number, date.fromisoformat(str(day))) for number, day in self._connection.execute(asked)
        )

    def heard_from(self, since: date, until: date) -> frozenset[str]:
        """The departments with an event, a draft or a closed case in these days."""
        people = [
            *self._people(events.c.person_id, events, events.c.day.between(since, until)),
            *self._people(
                event_drafts.c.person_id, event_drafts, event_drafts.c.year == until.year,
                event_drafts.c.month == until.month,
            ),
            *self._people(case_shares.c.person_id, case_shares, case_shares.c.closed.between(since, until)),
        ]  # fmt: skip
        there = (
            sa.select(departments.c.name)
            .select_from(stays.join(departments))
            .where(
                stays.c.ended_by.is_(None),
                stays.c.person_id.in_(people),
                sa.or_(stays.c.since.is_(None), stays.c.since <= until),
                sa.or_(stays.c.until.is_(None), stays.c.until >= since),
            )
        )
        own = (
            sa.select(departments.c.name)
            .select_from(case_shares.join(departments))
            .where(case_shares.c.ended_by.is_(None), case_shares.c.closed.between(since, until))
        )
        return frozenset([*self._connection.scalars(there), *self._connection.scalars(own)])

    def _people(self, column: sa.ColumnElement[Any], table: sa.Table, *limits: sa.ColumnElement[bool]) -> Iterator[int]:
        asked = sa.select(column).distinct().where(table.c.ended_by.is_(None), column.is_not(None), *limits)
        yield from self._connection.scalars(asked)

    def unadopted(self, year: int) -> tuple[str, ...]:
        """The categories whose scheme was not adopted."""
        asked = (
            sa.select(sa.func.coalesce(schemes.c.category, "检察官"))
            .where(schemes.c.year == year, schemes.c.ended_by.is_(None), schemes.c.decision.is_(None))
            .order_by(schemes.c.id)
        )
        return tuple(self._connection.scalars(asked))

    def grades(self, year: int, quarter: int) -> tuple[KeptGrade, ...]:
        """The quarter's grades."""
        g = routine_grades.c
        asked = (
            sa.select(persons.c.code, g.quarter, g.grade, g.reason, g.entry)
            .select_from(routine_grades.join(persons))
            .where(g.year == year, g.quarter == quarter, g.ended_by.is_(None))
            .order_by(persons.c.code)
        )
        return tuple(
            KeptGrade(code, held, RoutineGrade(grade), reason, entry)
            for code, held, grade, reason, entry in self._connection.execute(asked)
        )

    def put_grade(self, entry: int, year: int, given: KeptGrade) -> None:
        """A person's grade of a quarter in place of the old one."""
        self.end_grade(entry, year, given.quarter, given.code)
        person = self._connection.scalars(sa.select(persons.c.id).where(persons.c.code == given.code)).one()
        row = {
            "year": year,
            "quarter": given.quarter,
            "person_id": person,
            "grade": str(given.grade),
            "reason": given.reason,
            "entry": entry,
        }
        self._connection.execute(sa.insert(routine_grades), [row])

    def end_grade(self, entry: int, year: int, quarter: int, code: str) -> None:
        """Take a quarterly grade away."""
        g = routine_grades.c
        person = sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()
        ended = sa.update(routine_grades).where(
            g.year == year, g.quarter == quarter, g.person_id == person, g.ended_by.is_(None)
        )
        self._connection.execute(ended.values(ended_by=entry))


def _dated(year: int, day: date) -> Iterator[tuple[sa.Table, tuple[sa.ColumnElement[bool], ...]]]:
    """What figures as of a day rest on, beside marks that bear no date: each table, limited to what is dated so."""
    first = date(year, 1, 1)
    yield events, (events.c.day.between(first, day),)
    yield case_shares, (case_shares.c.closed.between(first, day),)
    closed = sa.select(case_shares.c.case_id).where(case_shares.c.closed.between(first, day))
    yield reviews, (reviews.c.case_id.in_(closed),)
    yield stays, (sa.or_(stays.c.since.is_(None), stays.c.since <= day),)
    yield leave, (leave.c.since <= day, leave.c.until >= first)
    yield schemes, (schemes.c.year == year,)
    yield routine_grades, (routine_grades.c.year == year, routine_grades.c.quarter <= (day.month + 2) // 3)
