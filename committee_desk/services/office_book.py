"""The ports of the office's own books: whose desk it is, its years and their schemes, its settings, its days off."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.people import Category

if TYPE_CHECKING:
    from committee_desk.domain.calendar import CalendarDay


class DeskRow(NamedTuple):
    """The one row that says whose desk this is."""

    uid: str
    office: str
    demo: bool
    created: datetime


class OfficeBook(Protocol):
    """Whose desk this is, its years and their schemes."""

    def identity(self) -> DeskRow:
        """The desk's one row."""
        ...

    def found(self, row: DeskRow) -> None:
        """Write the desk's one row: once, at its birth."""
        ...

    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first."""
        ...

    def open_year(self, entry: int, year: int, scheme: str) -> None:
        """Open a year with the text of its prosecutors' scheme."""
        ...

    def add_scheme(self, entry: int, year: int, category: Category, scheme: str) -> None:
        """Give a year its scheme of a category that has none there yet, not adopted so far."""
        ...

    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> str:
        """The text of that year's scheme; KeyError when the year is not on this desk, NoSchemeOfCategory where it
        has not taken over one for that category.
        """
        ...

    def scheme_categories(self, year: int) -> tuple[Category, ...]:
        """The categories that have a scheme in that year, in their own order."""
        ...


class SettingsBook(Protocol):
    """Settings that were changed from their default."""

    def all(self) -> dict[str, str]:
        """Every setting that was put, as stored text."""
        ...

    def put(self, entry: int, key: str, value: str) -> None:
        """Supersede the setting's value."""
        ...


class CalendarBook(Protocol):
    """Days that differ from Monday to Friday."""

    def days(self) -> "tuple[CalendarDay, ...]":
        """Every listed day, in order."""
        ...

    def seed(self, entry: int, days: "tuple[CalendarDay, ...]") -> None:
        """List all these days on a desk that has none yet."""
        ...

    def put(self, entry: int, day: "CalendarDay") -> None:
        """List the day, in place of what was listed for it."""
        ...

    def end(self, entry: int, day: date) -> None:
        """Take the day off the list."""
        ...
