"""The PC's clock, and the clock of a demonstration: its own day, moved on by hand and by the time that passes."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from time import monotonic

CHINA = timezone(timedelta(hours=8))
"""The one time of China; it has no summer time."""

DEMO_BEGINS = datetime(2027, 1, 11, 9, 0, tzinfo=CHINA)
"""When a demonstration's clock begins: the second Monday after the year that its sample office closes."""


def pc_clock() -> datetime:
    """The time now, to the second."""
    return datetime.now(CHINA).replace(microsecond=0)


class DemoClock:
    """A demonstration's clock: goes on from the newest thing that happened on its desk, never back."""

    def __init__(self, start: datetime = DEMO_BEGINS, elapsed: Callable[[], float] = monotonic) -> None:
        self._start = max(start, DEMO_BEGINS)
        self._elapsed = elapsed
        self._since = elapsed()

    def __call__(self) -> datetime:
        """The time now on the demonstration's desk."""
        passed = timedelta(seconds=int(self._elapsed() - self._since))
        return (self._start + passed).astimezone(CHINA)

    def advance_to(self, moment: datetime) -> None:
        """Move on to a moment of the script; earlier ones change nothing."""
        if moment > self():
            self._start, self._since = moment, self._elapsed()
