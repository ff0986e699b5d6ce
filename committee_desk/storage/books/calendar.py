"""The days that differ from Monday to Friday, as the desk holds them."""

from datetime import date

import sqlalchemy as sa

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.storage.tables import calendar_days


class CalendarRows:
    """The listed days; a day listed anew ends the row that it replaces."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def days(self) -> tuple[CalendarDay, ...]:
        """Every listed day, in order."""
        held = calendar_days.c
        query = sa.select(held.day, held.kind, held.name, held.document).where(held.ended_by.is_(None))
        rows = self._connection.execute(query.order_by(held.day))
        return tuple(CalendarDay(row.day, DayKind(row.kind), row.name, row.document) for row in rows)

    def seed(self, entry: int, days: tuple[CalendarDay, ...]) -> None:
        """List all these days on a desk that has none yet."""
        rows = [{**listed._asdict(), "entry": entry} for listed in days]
        self._connection.execute(sa.insert(calendar_days), rows)

    def put(self, entry: int, day: CalendarDay) -> None:
        """List the day, in place of what was listed for it."""
        self.end(entry, day.day)
        self.seed(entry, (day,))

    def end(self, entry: int, day: date) -> None:
        """Take the day off the list."""
        holding = calendar_days.c.ended_by.is_(None) & (calendar_days.c.day == day)
        self._connection.execute(sa.update(calendar_days).where(holding).values(ended_by=entry))
