"""Whose desk this is, its years and their schemes."""

from datetime import datetime

import sqlalchemy as sa

from committee_desk.services.ports import DeskRow
from committee_desk.storage.tables import desk, schemes, years


class OfficeRows:
    """The office's book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def identity(self) -> DeskRow:
        """The desk's one row."""
        row = self._connection.execute(sa.select(desk)).one()
        return DeskRow(row.uid, row.office, row.demo, datetime.fromisoformat(row.created))

    def found(self, row: DeskRow) -> None:
        """Write the desk's one row: once, at its birth."""
        values = {"id": 1, "uid": row.uid, "office": row.office, "demo": row.demo, "created": row.created.isoformat()}
        self._connection.execute(sa.insert(desk), [values])

    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first; LookupError where there is none, as no desk was ever made."""
        found = tuple(self._connection.scalars(sa.select(years.c.year).order_by(years.c.year)))
        if not found:
            raise LookupError
        return found

    def open_year(self, entry: int, year: int, scheme: str) -> None:
        """Open a year with the text of its scheme."""
        self._connection.execute(sa.insert(years), [{"year": year, "entry": entry}])
        self._connection.execute(sa.insert(schemes), [{"year": year, "scheme": scheme, "entry": entry}])

    def scheme(self, year: int) -> str:
        """The text of that year's scheme; KeyError for a year of no desk, ValueError for one that lost its own."""
        holding = sa.select(schemes.c.scheme).where(schemes.c.year == year, schemes.c.ended_by.is_(None))
        text: str | None = self._connection.scalar(holding)
        if text is None:
            raise ValueError if year in self.years() else KeyError(year)
        return text
