"""Which ballots count, or came to count parted from their slips: asked by explanations, without the books of rounds."""

import sqlalchemy as sa

from committee_desk.storage.office_tables import journal
from committee_desk.storage.score_tables import ballots

COUNTED = "rounds.count_imported"
"""The act that closes the round of imported ballots, and parts them."""


def came_to_count(year: int) -> sa.ColumnElement[bool]:
    """Whether a ballot stands as it came, or came to stand parted: its marks then stand under the entry that ended
    it, and nothing says which of them were its."""
    parted = ballots.alias()
    standing = sa.select(parted.c.entry).where(parted.c.ended_by.is_(None), parted.c.year == year)
    counted = sa.select(journal.c.seq).where(journal.c.verb == COUNTED, journal.c.seq.in_(standing))
    return sa.or_(ballots.c.ended_by.is_(None), ballots.c.ended_by.in_(counted))
