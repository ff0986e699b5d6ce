"""Which ledger a word means for a person: an event belongs to one ledger of one category's scheme."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache

from committee_desk.domain.people import Category, Stay
from committee_desk.services.imports import cells
from committee_desk.services.imports.batch import Known
from committee_desk.services.imports.problems import Why
from committee_desk.services.imports.table import Cell

Meant = Mapping[Category, str]
"""The id of the ledger that a word names, for each category whose scheme has one."""


class LedgersOfPeople:
    """Looks a word up in the scheme of 检察官 for whoever is scored there in the year, else in that of the category on
    the day, else of any other of the year, else of 检察官 again.

    A name that two schemes share means the prosecutors' ledger for somebody who changed category: what scores
    prosecutors counts the events of the whole year (interface, part 3). The id of the other ledger says otherwise.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        ledgers = known.ledgers or {Category.PROSECUTOR: known.scheme.ledger_indicators}
        self._meant: defaultdict[str, dict[Category, str]] = defaultdict(dict)
        for category, indicators in ledgers.items():
            for each in indicators:
                for word in (each.id, each.name):
                    self._meant[cells.word(word)][category] = each.id
        self.names = tuple(each.name for each in ledgers.get(Category.PROSECUTOR, ()))
        self._of = ledgers
        self._stays = cache(self._stays_of)

    def read(self, cell: Cell) -> Meant | cells.Bad:
        """What the cell may mean."""
        return self._meant.get(cells.word(cell)) or cells.Bad(Why.NOT_ONE_OF, (("known", self.names),))

    def of(self, meant: Meant, code: str, day: date) -> str | cells.Bad:
        """What it means for that person on that day."""
        if meant.keys() == {Category.PROSECUTOR}:
            return meant[Category.PROSECUTOR]
        own = self._categories(code, day)
        first = tuple(each for each in own if each is Category.PROSECUTOR)
        for category in (*first, *own, Category.PROSECUTOR):
            if category in meant:
                return meant[category]
        names = tuple(each.name for category in own for each in self._of.get(category, ())) or self.names
        return cells.Bad(Why.NOT_ONE_OF, (("known", names),))

    def name_of(self, ledger: str) -> str:
        """The ledger's name, by its id."""
        return next(each.name for indicators in self._of.values() for each in indicators if each.id == ledger)

    def elsewhere(self, meant: Meant, code: str, day: date) -> Category | None:
        """The category on the day whose own ledger of that name was passed over for the prosecutors' one."""
        own = self._categories(code, day)
        passed = own and own[0] is not Category.PROSECUTOR and Category.PROSECUTOR in own and own[0] in meant
        return own[0] if passed and len(meant) > 1 else None

    def _categories(self, code: str, day: date) -> tuple[Category, ...]:
        stays = self._stays(day.year).get(code, ())
        there = [stay.category for stay in stays if stay.covers(day)]
        return tuple(dict.fromkeys([*there, *(stay.category for stay in reversed(stays))]))

    def _stays_of(self, year: int) -> dict[str, list[Stay]]:
        found: defaultdict[str, list[Stay]] = defaultdict(list)
        for stay in self._known.stays(year):
            found[stay.code].append(stay)
        return found
