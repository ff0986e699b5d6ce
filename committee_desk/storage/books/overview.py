"""Counts for 工作台."""

from datetime import date, timedelta

import sqlalchemy as sa

from committee_desk.domain.people import Category
from committee_desk.services.overview_book import Tally
from committee_desk.storage.tables import (
    ballots,
    case_numbers,
    case_shares,
    events,
    leader_marks,
    persons,
    reviews,
    stays,
)

SOON = timedelta(days=14)
"""How long before its last day an open case is spoken of."""


class OverviewRows:
    """The overview's book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def tally(self, year: int, today: date) -> Tally:
        """What the year holds and lacks, as of today."""
        holding, shares = case_shares.c.ended_by.is_(None), case_shares.c
        counted = sa.select(sa.func.count(shares.case_id.distinct())).where(holding, shares.year == year)
        still_open = sa.select(sa.func.count(shares.case_id.distinct())).where(holding, shares.year.is_(None))
        reviewed = sa.exists().where(reviews.c.case_id == shares.case_id, reviews.c.ended_by.is_(None))
        of_year = events.c.ended_by.is_(None) & (events.c.year == year)
        marked = _whose(leader_marks, year)
        balloted = _whose(ballots, year).where(ballots.c.mark.is_not(None))
        with_cases = _whose(case_shares, year)
        return Tally(
            people=len(self._prosecutors(year)),
            cases=self._count(counted),
            open_cases=self._count(still_open),
            overdue_cases=self._count(still_open.where(shares.due < today)),
            cases_due_soon=self._count(still_open.where(shares.due.between(today, today + SOON))),
            next_due=self._next_due(today),
            unreviewed=self._count(counted.where(~reviewed)),
            unapproved_events=self._count(
                sa.select(sa.func.count()).select_from(events).where(of_year, events.c.approver.is_(None))
            ),
            rated=self._any(leader_marks, year) or self._any(ballots, year),
            without_cases=self._prosecutors(year, without=with_cases),
            unmarked=self._prosecutors(year, without=marked),
            unballoted=self._prosecutors(year, without=balloted),
            first_unapproved=self._connection.scalar(
                sa.select(sa.func.min(events.c.day)).where(of_year, events.c.approver.is_(None))
            ),
        )

    def _count(self, asked: sa.Select[int]) -> int:
        return self._connection.execute(asked).scalar_one()

    def _next_due(self, today: date) -> tuple[str, date] | None:
        shares = case_shares.c
        asked = (
            sa.select(case_numbers.c.number, shares.due)
            .select_from(case_shares.join(case_numbers))
            .where(shares.ended_by.is_(None), shares.year.is_(None), shares.due.between(today, today + SOON))
            .order_by(shares.due, case_numbers.c.number)
            .limit(1)
        )
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else (row.number, row.due)

    def _any(self, table: sa.Table, year: int) -> bool:
        asked = sa.select(table.c.id).where(table.c.year == year, table.c.ended_by.is_(None)).limit(1)
        return self._connection.scalar(asked) is not None

    def _prosecutors(self, year: int, *, without: sa.Select[int] | None = None) -> tuple[str, ...]:
        """The codes of the year's prosecutors: all of them, or those who are not among these people."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        there = sa.select(stays.c.person_id).where(
            stays.c.ended_by.is_(None),
            stays.c.category == Category.PROSECUTOR,
            sa.or_(stays.c.since.is_(None), stays.c.since <= last),
            sa.or_(stays.c.until.is_(None), stays.c.until >= first),
        )
        asked = sa.select(persons.c.code).where(persons.c.id.in_(there)).order_by(persons.c.code)
        if without is not None:
            asked = asked.where(persons.c.id.not_in(without))
        return tuple(self._connection.scalars(asked))


def _whose(table: sa.Table, year: int) -> sa.Select[int]:
    return sa.select(table.c.person_id).where(table.c.year == year, table.c.ended_by.is_(None))
