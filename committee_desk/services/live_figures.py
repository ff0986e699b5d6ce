"""The scored year kept between readings: a typed mark moves one person's ledgers, not half a million cases."""

from collections.abc import Collection, Mapping
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.exact import Amount
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.people import Category
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.ports import UnitOfWork

MOST_AT_ONCE = 2_000
"""Where more people's events moved, scoring the year anew is as quick."""

KEPT = 4
"""So many years and categories are kept scored."""


class Moved(NamedTuple):
    """Whose events moved since a head, and the head now."""

    head: Head
    codes: frozenset[str]


class MovedBook(Protocol):
    """What moved since a year was scored."""

    def since(self, head: Head) -> Moved | None:
        """Whose events moved after that head; None where anything else did, or the journal has no such head."""
        ...

    def ledgers(self, year: int, codes: Collection[str]) -> Mapping[str, Mapping[str, Amount]]:
        """The year's events of these people, added up by ledger; nothing for who has none."""
        ...


class LiveFigures:
    """Years as they were last scored, each with the head of the journal that it was scored at.

    A reading goes on from there where nothing moved but some people's events, and scores anew otherwise. What it
    answers is always what scoring the facts anew would answer.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[int, Category], tuple[Head, LiveYear]] = {}
        self._turn = Lock()  # pages read on the worker, the entry page in the window

    def year(self, uow: "UnitOfWork", year: int, category: Category) -> LiveYear | None:
        """The year as it stands in that unit of work; None where it has to be scored from its facts."""
        with self._turn:
            known = self._kept.get((year, category))
            moved = uow.moved.since(known[0]) if known else None
            if known is None or moved is None or len(moved.codes) > MOST_AT_ONCE:
                return None
            live = known[1]
            if moved.codes:
                live = live.with_events(uow.moved.ledgers(year, moved.codes))
            self._keep(year, category, moved.head, live)
            return live

    def keep(self, uow: "UnitOfWork", year: int, category: Category, live: LiveYear) -> None:
        """Keep a year that was scored in that unit of work."""
        with self._turn:
            self._keep(year, category, uow.journal.head(), live)

    def _keep(self, year: int, category: Category, head: Head, live: LiveYear) -> None:
        self._kept.pop((year, category), None)
        self._kept[year, category] = head, live
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
