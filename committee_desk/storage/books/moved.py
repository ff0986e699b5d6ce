"""What moved since a year was scored: whose events, or so much that it has to be scored anew."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.exact import POINT, Amount, in_units
from committee_desk.services.live_figures import Moved
from committee_desk.services.views import Head
from committee_desk.storage.books.names import among
from committee_desk.storage.office_tables import journal, persons, schemes, settings
from committee_desk.storage.score_tables import (
    ballots,
    case_shares,
    events,
    grading_decisions,
    leader_marks,
    leave,
    reviews,
    routine_grades,
    sanctions,
    stays,
)

_OTHER_FACTS = (
    *(stays, case_shares, reviews, leader_marks, ballots, sanctions, leave, schemes),
    *(grading_decisions, routine_grades, settings),
)
"""What figures rest on beside events: facts, and what was decided about them."""


class MovedRows:
    """The book of what moved, of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def since(self, head: Head) -> Moved | None:
        """Whose events moved after that head; None where anything else did, or the journal has no such head."""
        at_head = sa.select(journal.c.hash).where(journal.c.seq == head.entries)
        if self._connection.scalar(at_head) != head.hash:
            return None
        latest = self._connection.execute(
            sa.select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
        ).one()
        if latest.seq == head.entries:
            return Moved(head, frozenset())
        if any(self._connection.scalar(sa.select(_touched(table, head.entries))) for table in _OTHER_FACTS):
            return None
        return Moved(Head(latest.seq, latest.hash), frozenset(self._connection.scalars(_owners(head.entries))))

    def ledgers(self, year: int, codes: Collection[str]) -> Mapping[str, Mapping[str, Amount]]:
        """The year's events of these people, added up by ledger; nothing for who has none."""
        found: dict[str, defaultdict[str, Amount]] = {code: defaultdict(int) for code in codes}
        asked = sa.select(persons.c.code, events.c.indicator, events.c.points).join(persons)
        theirs = asked.where(events.c.ended_by.is_(None), events.c.year == year, persons.c.code.in_(among(codes)))
        for code, indicator, points in self._connection.execute(theirs):
            found[code][indicator] += in_units(points, POINT)
        return found


def _touched(table: sa.Table, entry: int) -> sa.ColumnElement[Any]:
    """Whether an entry after that one brought or ended a row; both columns have an index."""
    brought = sa.exists().where(table.c.entry > entry)
    ended = sa.exists().where(table.c.ended_by.is_not(None), table.c.ended_by > entry)
    return sa.or_(brought, ended)


def _owners(entry: int) -> sa.Select[Any]:
    moved = sa.or_(events.c.entry > entry, sa.and_(events.c.ended_by.is_not(None), events.c.ended_by > entry))
    return sa.select(persons.c.code).distinct().select_from(events.join(persons)).where(moved)
