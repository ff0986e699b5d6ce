"""Which journal entries are wanted: as conditions of a query."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import sqlalchemy as sa

from committee_desk.storage.tables import case_numbers, case_shares, journal, metadata, persons, reviews

if TYPE_CHECKING:
    from committee_desk.services.journal_views import JournalFilter

_TEXTS = (journal.c.actor, journal.c.authority, journal.c.verb, journal.c.subject, journal.c.what, journal.c.why)


def conditions(wanted: "JournalFilter") -> Iterator[sa.ColumnElement[bool]]:
    """What an entry has to fulfil; a day is the day that the entry itself says."""
    day = sa.func.substr(journal.c.at, 1, 10)
    if wanted.person is not None:
        yield sa.or_(journal.c.subject == wanted.person, journal.c.seq.in_(_about_person(wanted.person)))
    if wanted.subject is not None:
        yield journal.c.subject == wanted.subject
    if wanted.day_from is not None:
        yield day >= wanted.day_from.isoformat()
    if wanted.day_to is not None:
        yield day <= wanted.day_to.isoformat()
    if wanted.actor is not None:
        yield journal.c.actor == wanted.actor
    if wanted.verbs is not None:
        yield journal.c.verb.in_(wanted.verbs)
    if wanted.text is not None:
        yield sa.or_(*(text.icontains(wanted.text, autoescape=True) for text in _TEXTS))


def _about_person(code: str) -> sa.CompoundSelect[tuple[int]]:
    """The entries that wrote or ended any row which speaks of that person: facts, their cases' reviews, the code."""
    number = sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()
    theirs = sa.select(case_shares.c.case_id).where(case_shares.c.person_id == number)
    about = [(table, table.c.person_id == number) for table in metadata.sorted_tables if "person_id" in table.c]
    about += [(reviews, reviews.c.case_id.in_(theirs)), (case_numbers, case_numbers.c.id.in_(theirs))]
    about += [(persons, persons.c.id == number)]
    wrote = [sa.select(table.c.entry).where(theirs_only) for table, theirs_only in about]
    ended = [
        sa.select(table.c.ended_by).where(theirs_only, table.c.ended_by.is_not(None))
        for table, theirs_only in about
        if "ended_by" in table.c
    ]
    return sa.union(*wrote, *ended)
