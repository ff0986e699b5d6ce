"""The schemes of every year and category: what is and was in force, and what is being worked at."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.people import Category
from committee_desk.services.scheme_views import NewVersion, SchemeDraft, SchemeVersion
from committee_desk.storage.tables import journal, scheme_drafts, schemes

_category = sa.func.coalesce(schemes.c.category, str(Category.PROSECUTOR))
"""The first releases knew 检察官 alone and named no category."""


class SchemesRows:
    """The schemes' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def versions(self, year: int, category: Category) -> tuple[SchemeVersion, ...]:
        """Every text that was ever in force for them, oldest first."""
        return tuple(map(_version, self._connection.execute(_of(year, category))))

    def holding(self, year: int, category: Category) -> SchemeVersion | None:
        """The one in force; None where the category has none in that year."""
        row = self._connection.execute(_of(year, category).where(schemes.c.ended_by.is_(None))).one_or_none()
        return None if row is None else _version(row)

    def put(self, entry: int, version: NewVersion) -> None:
        """Put a text in force from that entry on, in the place of the one before."""
        before = sa.and_(schemes.c.year == version.year, _category == version.category, schemes.c.ended_by.is_(None))
        self._connection.execute(sa.update(schemes).where(before).values(ended_by=entry))
        row = {"year": version.year, "category": str(version.category), "scheme": version.text, "entry": entry}
        kept = {"version": version.version, "decision": version.decision, "adopted": version.adopted}
        self._connection.execute(sa.insert(schemes), [{**row, **kept}])

    def draft(self, year: int, category: Category) -> SchemeDraft | None:
        """What is being worked at."""
        asked = (
            sa.select(scheme_drafts.c.scheme, scheme_drafts.c.entry, journal.c.at, journal.c.actor)
            .select_from(scheme_drafts.join(journal, journal.c.seq == scheme_drafts.c.entry))
            .where(_drafted(year, category))
        )
        row = self._connection.execute(asked).one_or_none()
        if row is None:
            return None
        return SchemeDraft(year, category, row.scheme, row.entry, datetime.fromisoformat(row.at), row.actor)

    def put_draft(self, entry: int, year: int, category: Category, text: str) -> None:
        """Keep a draft, in the place of the one before."""
        self.end_draft(entry, year, category)
        row = {"year": year, "category": str(category), "scheme": text, "entry": entry}
        self._connection.execute(sa.insert(scheme_drafts), [row])

    def end_draft(self, entry: int, year: int, category: Category) -> None:
        """Let the draft go: it was adopted or dropped."""
        self._connection.execute(sa.update(scheme_drafts).where(_drafted(year, category)).values(ended_by=entry))


def _drafted(year: int, category: Category) -> sa.ColumnElement[bool]:
    d = scheme_drafts.c
    return sa.and_(d.year == year, d.category == str(category), d.ended_by.is_(None))


def _of(year: int, category: Category) -> sa.Select[Any]:
    s = schemes.c
    return (
        sa.select(s.id, s.year, _category.label("of"), s.scheme, s.version, s.decision, s.adopted, s.entry, s.ended_by)
        .add_columns(journal.c.at, journal.c.actor)
        .select_from(schemes.join(journal, journal.c.seq == s.entry))
        .where(s.year == year, _category == str(category))
        .order_by(s.id)
    )


def _version(row: sa.Row[Any]) -> SchemeVersion:
    return SchemeVersion(
        number=row.id,
        year=row.year,
        category=Category(row.of),
        text=row.scheme,
        version=None if row.decision is None else row.version,
        decision=row.decision,
        adopted=row.adopted,
        entry=row.entry,
        at=datetime.fromisoformat(row.at),
        actor=row.actor,
        superseded_by=row.ended_by,
    )
