"""Settings that were changed from their default."""

import sqlalchemy as sa

from committee_desk.storage.office_tables import settings


class SettingsRows:
    """The settings' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, str]:
        """Every setting that was put, as stored text."""
        holding = sa.select(settings.c.key, settings.c.value).where(settings.c.ended_by.is_(None))
        return {row.key: row.value for row in self._connection.execute(holding)}

    def put(self, entry: int, key: str, value: str) -> None:
        """Supersede the setting's value."""
        holding = sa.update(settings).where(settings.c.key == key, settings.c.ended_by.is_(None))
        self._connection.execute(holding.values(ended_by=entry))
        self._connection.execute(sa.insert(settings), [{"key": key, "value": value, "entry": entry}])
