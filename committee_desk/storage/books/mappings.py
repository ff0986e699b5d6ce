"""How strange workbooks are read: one row for each form of workbook."""

import json

import sqlalchemy as sa

from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.mapping import Remembered
from committee_desk.storage.tables import mappings


class MappingRows:
    """The book of remembered columns of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Remembered, ...]:
        """Every form that was said by hand, the newest first."""
        asked = sa.select(mappings).where(mappings.c.ended_by.is_(None)).order_by(mappings.c.id.desc())
        found = self._connection.execute(asked)
        return tuple(Remembered(Kind(row.kind), row.source, json.loads(row.columns)) for row in found)

    def put(self, entry: int, remembered: Remembered) -> None:
        """Remember a form, in the place of what was said of it before."""
        self.end(entry, remembered.kind, remembered.source)
        columns = json.dumps(remembered.columns, ensure_ascii=False, sort_keys=True)
        row = {"kind": remembered.kind.value, "source": remembered.source, "columns": columns, "entry": entry}
        self._connection.execute(sa.insert(mappings), [row])

    def end(self, entry: int, kind: Kind, source: str) -> None:
        """Forget a form."""
        which = mappings.c.kind == kind.value, mappings.c.source == source, mappings.c.ended_by.is_(None)
        self._connection.execute(sa.update(mappings).where(*which).values(ended_by=entry))
