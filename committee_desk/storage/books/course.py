"""How far each year is."""

from datetime import datetime

import sqlalchemy as sa

from committee_desk.domain.course import LOCKED, Move, Stage
from committee_desk.services.course_views import Taken
from committee_desk.storage.closing_tables import courses
from committee_desk.storage.tables import journal


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

    def put(self, entry: int, year: int, move: Move) -> None:
        """The stage that the move leads to, in place of the one before."""
        holding = sa.update(courses).where(courses.c.year == year, courses.c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))
        row = {"year": year, "stage": str(move.goal), "move": str(move), "entry": entry}
        self._connection.execute(sa.insert(courses), [row])
