"""Which key a line of the events' sheet goes by: its own for as long as the window is open, never another's."""

from collections.abc import Hashable
from itertools import count

from committee_desk.services.entry_views import EventRow

_KEYS = count(1)


class Lines:
    """The keys of one month's lines. What was typed into a line and not accepted is found again under its key."""

    def __init__(self) -> None:
        self._key_of: dict[Hashable, int] = {}
        self.empty: list[int] = []
        """The lines that nothing was typed into, in their order; they are the same when the month is shown again."""

    @staticmethod
    def new() -> int:
        """A key that no line ever had."""
        return next(_KEYS)

    def key(self, row: EventRow) -> int:
        """The event's line."""
        identity = _identity(row)
        if identity not in self._key_of:
            self._key_of[identity] = self.new()
        return self._key_of[identity]

    def known(self, number: int) -> int | None:
        """The line of the event of that 登记号; None where it has none."""
        return self._key_of.get(number)

    def becomes(self, key: int, before: EventRow, now: EventRow | None) -> None:
        """The line is that event's from now on; None: nobody's."""
        self._key_of.pop(_identity(before), None)
        if now is not None:
            self._key_of[_identity(now)] = key


def _identity(row: EventRow) -> Hashable:
    """What makes an event itself: its 登记号; of an imported one the fact."""
    if row.number is not None:
        return row.number
    return row.code, row.indicator, row.day, row.voucher, row.reason
