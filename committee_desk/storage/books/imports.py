"""The history of imports."""

from datetime import datetime

import sqlalchemy as sa

from committee_desk.services.views import ImportRecord
from committee_desk.storage.office_tables import imports, journal


class ImportsRows:
    """The book of what was read in, of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def history(self) -> tuple[ImportRecord, ...]:
        """Every workbook that was read in, newest first."""
        asked = (
            sa.select(imports, journal.c.at, journal.c.actor)
            .join(journal, journal.c.seq == imports.c.entry)
            .order_by(imports.c.entry.desc())
        )
        return tuple(
            ImportRecord(
                entry=row.entry,
                kind=row.kind,
                year=row.year,
                workbook=row.workbook,
                sha256=row.sha256,
                sheet=row.sheet,
                at=datetime.fromisoformat(row.at),
                actor=row.actor,
                added=row.added,
                replaced=row.replaced,
                unchanged=row.unchanged,
                taken_back=row.taken_back_by is not None,
            )
            for row in self._connection.execute(asked)
        )
