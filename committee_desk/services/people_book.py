"""The port of the people's book: their stays, leave and sanctions as recorded now."""

from datetime import date
from typing import NamedTuple, Protocol

from committee_desk.domain.people import Stay
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.views import Traced


class LatestStay(NamedTuple):
    """One person's latest stay that touches a year, and how many stays there are."""

    stay: Stay
    stays: int


class PeopleBook(Protocol):
    """People as recorded now."""

    def latest_stays(self, since: date, until: date) -> tuple[LatestStay, ...]:
        """Everybody with a stay that touches these days, by code."""
        ...

    def stays_touching(self, since: date, until: date) -> tuple[Stay, ...]:
        """Everybody's stays that touch these days, by code, oldest first."""
        ...

    def stays(self, code: str) -> tuple[Traced[Stay], ...]:
        """All stays of one person, oldest first."""
        ...

    def leave(self, code: str | None = None) -> tuple[Traced[Leave], ...]:
        """Leave of one person, or of everybody."""
        ...

    def sanctions(self, code: str | None = None) -> tuple[Traced[Sanction], ...]:
        """Sanctions of one person, or of everybody."""
        ...
