"""Whose desk this is, its years and their schemes."""

from datetime import datetime

import sqlalchemy as sa

from committee_desk.domain.people import Category
from committee_desk.domain.scheme import NoSchemeOfCategory
from committee_desk.services.office_book import DeskRow
from committee_desk.storage.office_tables import desk, schemes, years


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
        """Open a year with the text of its prosecutors' scheme."""
        self._connection.execute(sa.insert(years), [{"year": year, "entry": entry}])
        self.add_scheme(entry, year, Category.PROSECUTOR, scheme)

    def add_scheme(self, entry: int, year: int, category: Category, scheme: str) -> None:
        """Give a year its scheme of a category that has none there yet, not adopted so far."""
        values = {"year": year, "category": str(category), "scheme": scheme, "entry": entry}
        self._connection.execute(sa.insert(schemes), [values])

    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> str:
        """The text of that year's scheme; KeyError for a year of no desk, ValueError for one that lost its own.

        NoSchemeOfCategory where a year has not taken over one of another category.
        """
        text: str | None = self._connection.scalar(
            sa.select(schemes.c.scheme).where(
                schemes.c.year == year,
                sa.func.coalesce(schemes.c.category, str(Category.PROSECUTOR)) == str(category),
                schemes.c.ended_by.is_(None),
            )
        )
        if text is not None:
            return text
        if year not in self.years():
            raise KeyError(year)
        raise ValueError if category is Category.PROSECUTOR else NoSchemeOfCategory(year, category)

    def scheme_categories(self, year: int) -> tuple[Category, ...]:
        """The categories that have a scheme in that year, in their own order."""
        asked = sa.select(schemes.c.category).where(schemes.c.year == year, schemes.c.ended_by.is_(None))
        held = {row or str(Category.PROSECUTOR) for row in self._connection.scalars(asked)}
        return tuple(each for each in Category if each in held)
