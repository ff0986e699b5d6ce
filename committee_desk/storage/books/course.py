"""How far each year is."""

from collections.abc import Iterator
from datetime import date, datetime

import sqlalchemy as sa

from committee_desk.domain.course import LOCKED, Move, Stage
from committee_desk.services.course_views import Taken
from committee_desk.storage.closing_tables import courses, grading_decisions
from committee_desk.storage.tables import (
    ballots,
    case_shares,
    events,
    journal,
    leader_marks,
    leave,
    persons,
    reviews,
    routine_grades,
    sanctions,
    schemes,
    settings,
    stays,
)

FIGURES = frozenset(
    table.name
    for table in (
        *(stays, case_shares, reviews, events, leader_marks, ballots),
        *(schemes, routine_grades, grading_decisions, settings),
    )
)
"""The tables whose rows move figures of a year that is locked, or its places."""


class CourseRows:
    """The course's book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def stage(self, year: int) -> Stage:
        """The year's stage; a year that nothing was proposed for is being scored."""
        asked = sa.select(courses.c.stage).where(courses.c.year == year, courses.c.ended_by.is_(None))
        held: str | None = self._connection.scalar(asked)
        return Stage.SCORING if held is None else Stage(held)

    def entry_of(self, year: int) -> int | None:
        """The journal entry of the move that led to the stage; None while the year was never moved."""
        asked = sa.select(courses.c.entry).where(courses.c.year == year, courses.c.ended_by.is_(None))
        held: int | None = self._connection.scalar(asked)
        return held

    def taken(self, year: int) -> tuple[Taken, ...]:
        """Every move of the year, oldest first."""
        c, j = courses.c, journal.c
        asked = (
            sa.select(c.move, j.at, j.actor, j.authority, j.why, c.entry)
            .join(journal, j.seq == c.entry)
            .where(c.year == year)
            .order_by(c.entry)
        )
        return tuple(
            Taken(Move(move), datetime.fromisoformat(at), by, second, why, entry)
            for move, at, by, second, why, entry in self._connection.execute(asked)
        )

    def locked_years(self) -> tuple[int, ...]:
        """The years whose list of grades is approved, and not returned."""
        c = courses.c
        asked = sa.select(c.year).where(c.ended_by.is_(None), c.stage.in_([str(each) for each in LOCKED]))
        return tuple(self._connection.scalars(asked.order_by(c.year)))

    def locked_and_touched(self, entry: int) -> tuple[int, ...]:
        """Those of them that something came or went for from that entry on which their figures rest on.

        Sanctions and leave are left out: they are taken at any time.
        """
        return tuple(year for year in self.locked_years() if self._connection.scalar(_touching(year, entry)))

    def standing_touched(self, entry: int) -> bool:
        """Whether a sanction or leave came or went after that entry."""
        moved = (column > entry for table in (sanctions, leave) for column in (table.c.entry, table.c.ended_by))
        asked = sa.select(sa.or_(*(sa.exists().where(each) for each in moved)))
        return bool(self._connection.scalar(asked))

    def standing_touched_of(self, entry: int) -> frozenset[str]:
        """Of whom a sanction or leave came or went after that entry."""
        found: set[str] = set()
        for table in (sanctions, leave):
            moved = sa.or_(table.c.entry > entry, table.c.ended_by > entry)
            found |= set(self._connection.scalars(sa.select(persons.c.code).join(table).where(moved)))
        return frozenset(found)

    def put(self, entry: int, year: int, move: Move) -> None:
        """The stage that the move leads to, in place of the one before."""
        holding = sa.update(courses).where(courses.c.year == year, courses.c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))
        row = {"year": year, "stage": str(move.goal), "move": str(move), "entry": entry}
        self._connection.execute(sa.insert(courses), [row])


def _touching(year: int, entry: int) -> sa.Select[tuple[bool]]:
    """Whether anything that the year's figures rest on came or went from that entry on; each column has an index."""
    return sa.select(
        sa.or_(
            *(
                sa.exists().where(column >= entry, *limits)
                for table, limits in _of_year(year)
                for column in (table.c.entry, table.c.ended_by)
            )
        )
    )


def _of_year(year: int) -> Iterator[tuple[sa.Table, tuple[sa.ColumnElement[bool], ...]]]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    for table in (events, leader_marks, ballots, schemes, routine_grades, grading_decisions):
        yield table, (table.c.year == year,)
    yield case_shares, (case_shares.c.closed.between(first, last),)
    closed = sa.select(case_shares.c.case_id).where(case_shares.c.closed.between(first, last))
    yield reviews, (reviews.c.case_id.in_(closed),)
    there = (
        sa.or_(stays.c.since.is_(None), stays.c.since <= last),
        sa.or_(stays.c.until.is_(None), stays.c.until >= first),
    )
    yield stays, there
    yield settings, ()
