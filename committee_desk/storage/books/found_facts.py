"""Facts that a re-review found to be otherwise, beside those that `overrides` puts right: a slip counted again, an
event that does not stand."""

from decimal import Decimal
from random import SystemRandom

import sqlalchemy as sa

from committee_desk.domain.ratings import BallotClass
from committee_desk.storage.blinding import new_blind
from committee_desk.storage.books.facts import RANDOM_IDS
from committee_desk.storage.books.names import insert_many
from committee_desk.storage.books.overridden import end
from committee_desk.storage.exact import to_stored
from committee_desk.storage.tables import ballots, events, imports, persons


class FoundFactsRows:
    """The book of facts found otherwise, of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def ballot(self, year: int, slip: str, code: str) -> tuple[int, Decimal | None] | None:
        """The row and mark that a slip bears for somebody; None where there is no such line."""
        asked = (
            sa.select(ballots.c.id, ballots.c.mark)
            .join(persons)
            .where(ballots.c.ended_by.is_(None), ballots.c.year == year, ballots.c.slip == slip, persons.c.code == code)
        )
        row = self._connection.execute(asked).one_or_none()
        return None if row is None else (row.id, row.mark)

    def equal_ballots(self, year: int, ballot_class: BallotClass, code: str, mark: Decimal | None) -> tuple[int, ...]:
        """The rows of somebody's ballots of a class that bear that mark."""
        asked = (
            sa.select(ballots.c.id, ballots.c.mark)
            .join(persons)
            .where(ballots.c.ended_by.is_(None), ballots.c.year == year, ballots.c.ballot_class == str(ballot_class))
            .where(persons.c.code == code)
        )
        return tuple(row.id for row in self._connection.execute(asked) if row.mark == mark)

    def recount(self, entry: int, row: int, mark: Decimal | None) -> None:
        """Let the line say what the slip says; its number tells nothing of when it was written, as of every ballot."""
        held = self._connection.execute(sa.select(ballots).where(ballots.c.id == row)).one()
        came_by = self._connection.scalar(  # of a parted slip no workbook is known
            sa.select(imports.c.entry).where(imports.c.entry == (held.source_entry or held.entry))
        )
        stored = None if mark is None else to_stored(mark)
        end(self._connection, ballots, row, entry)
        line = (SystemRandom().randrange(1, RANDOM_IDS), held.year, held.slip, held.ballot_class, held.person_id)
        names = "id, year, slip, ballot_class, person_id, mark, source_entry, entry, blind"
        insert_many(self._connection, ballots, names, [(*line, stored, came_by, entry, new_blind())])

    def withdraw_event(self, entry: int, row: int) -> None:
        """Let an event count no longer."""
        end(self._connection, events, row, entry)
