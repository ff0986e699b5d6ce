"""Whom a typed code or name means: the people of a year, and the ledgers that each of them has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from committee_desk.domain.months import last_day
from committee_desk.domain.names import spelt
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.scheme import Indicator
from committee_desk.services.entry_refusals import (
    Candidate,
    LedgerOfAnotherCategory,
    NameOfAnotherCode,
    NameOfSeveral,
    NobodyOfThatCode,
    NobodyOfThatName,
    NoSuchLedger,
)
from committee_desk.services.entry_views import GridPerson
from committee_desk.services.imports import cells
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.year_schemes import ledgers_of

_TAKEN_FOR = str.maketrans("oilzs", "01125")
OFFERED = 6
"""So many people are offered at most where nobody bears what was typed."""


class Roster:
    """Everybody with a stay that touches the year."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        self._stays: defaultdict[str, list[Stay]] = defaultdict(list)
        for stay in stays:
            self._stays[stay.code].append(stay)

    @cached_property
    def _codes(self) -> Mapping[str, dict[str, None]]:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for stays in self._stays.values():
            for stay in stays:
                found[_bare(stay.name)][stay.code] = None
        return found

    @cached_property
    def _spelt(self) -> Mapping[str, str]:
        return {spelt(code): code for code in self._stays}

    @classmethod
    def of(cls, uow: UnitOfWork, year: int) -> "Roster":
        """The year's people."""
        return cls(uow.people.stays_touching(date(year, 1, 1), date(year, 12, 31)))

    def __contains__(self, code: str) -> bool:
        return code in self._stays

    def code(self, typed: str) -> str:
        """The code that was meant; small letters stand for capitals."""
        code = self._spelt.get(spelt(typed))
        if code is None:
            alike = {_looks(each): meant for each, meant in self._spelt.items()}
            near = get_close_matches(_looks(spelt(typed)), alike, n=OFFERED)
            raise NobodyOfThatCode(typed, self._candidates(alike[each] for each in near))
        return code

    def bearers(self, typed: str) -> frozenset[str]:
        """Everybody who bears or bore the name in the year."""
        return frozenset(self._codes.get(_bare(typed), {}))

    def bearer(self, typed: str, code: str | None) -> str:
        """The code of whoever bears the name: the one typed beside it, else the only one there is."""
        codes = self._codes.get(_bare(typed), {})
        if code is not None:
            if codes and code not in codes:
                raise NameOfAnotherCode(typed, code, self.name(code))
            if codes:
                return code
        if not codes:
            near = get_close_matches(_bare(typed), self._codes, n=OFFERED, cutoff=0.5)
            raise NobodyOfThatName(typed, self._candidates(each for name in near for each in self._codes[name]))
        if len(codes) > 1:
            raise NameOfSeveral(typed, self._candidates(codes))
        return next(iter(codes))

    def name(self, code: str) -> str:
        """The name that the latest stay bears; the code of who has none in the year."""
        return self._stays[code][-1].name if code in self._stays else code

    def stay(self, code: str, day: date | None = None) -> Stay | None:
        """The stay on that day, else the latest one of the year."""
        stays = self._stays.get(code, ())
        there = [stay for stay in stays if day is not None and stay.covers(day)]
        return (there or list(stays) or [None])[-1]  # type: ignore[list-item]

    def categories(self, code: str, day: date | None) -> tuple[Category, ...]:
        """The person's category on the day, then every other one of the year."""
        stays = self._stays.get(code, ())
        on_the_day = self.on(code, day) if day is not None else ()
        return tuple(dict.fromkeys([*on_the_day, *(stay.category for stay in reversed(stays))]))

    def on(self, code: str, day: date) -> tuple[Category, ...]:
        """The category that the person is in on that day; none on a day without a stay."""
        return tuple(dict.fromkeys(stay.category for stay in self._stays.get(code, ()) if stay.covers(day)))

    def in_month(self, year: int, month: int, category: Category) -> tuple[GridPerson, ...]:
        """Everybody of the category with a stay that touches the month, by code."""
        first, last = date(year, month, 1), last_day(year, month)
        found = {}
        for code, stays in sorted(self._stays.items()):
            for stay in stays:
                touches = (stay.since or first) <= last and (stay.until or last) >= first
                if touches and stay.category is category:
                    found[code] = GridPerson(code, stay.name, stay.department, stay.post or "", stay.rank or "")
        return tuple(found.values())

    def _candidates(self, codes: Iterable[str]) -> tuple[Candidate, ...]:
        latest = ((code, self._stays[code][-1]) for code in dict.fromkeys(codes))
        return tuple(Candidate(code, stay.name, stay.department) for code, stay in latest)[:OFFERED]


class Ledgers:
    """The ledgers of a year, category by category. Their ids are distinct over all categories."""

    def __init__(self, schemes: Mapping[Category, tuple[Indicator, ...]]) -> None:
        self._of = schemes
        self._category = {each.id: category for category, ledgers in schemes.items() for each in ledgers}
        self._ledger = {each.id: each for ledgers in schemes.values() for each in ledgers}

    @classmethod
    def of(cls, uow: UnitOfWork, year: int) -> "Ledgers":
        """The ledgers of the schemes that the year has."""
        return cls(ledgers_of(uow, year))

    def all(self, category: Category) -> tuple[Indicator, ...]:
        """The category's ledgers as they are printed; none where the year has no scheme for it."""
        return self._of.get(category, ())

    def get(self, indicator: str) -> Indicator | None:
        """The ledger with that id."""
        return self._ledger.get(indicator)

    def category(self, indicator: str | None) -> Category | None:
        """Whose ledger it is."""
        return self._category.get(indicator or "")

    def find(self, typed: str, categories: Iterable[Category], code: str | None) -> str:
        """The id of the ledger that was meant, looked up in these categories' schemes in that order."""
        wanted = cells.word(typed)
        ordered = tuple(categories)
        for category in ordered:
            for each in self.all(category):
                if wanted in (cells.word(each.id), cells.word(each.name)):
                    return each.id
        for category, ledgers in self._of.items():
            if code is not None and any(wanted in (cells.word(each.id), cells.word(each.name)) for each in ledgers):
                raise LedgerOfAnotherCategory(typed, category, code)
        known = dict.fromkeys(each.name for category in ordered for each in self.all(category))
        raise NoSuchLedger(typed, tuple(known))

    def require_of(self, indicator: str, categories: Iterable[Category], code: str) -> None:
        """Refuse a ledger of a category that the person is never in."""
        category = self.category(indicator)
        if category is not None and category not in tuple(categories):
            raise LedgerOfAnotherCategory(self._ledger[indicator].name, category, code)


def _looks(code: str) -> str:
    """A code with one sign for those that are taken for each other on paper."""
    return code.translate(_TAKEN_FOR)


def _bare(name: str) -> str:
    tidy = cells.name(name)
    return spelt(tidy) if isinstance(tidy, str) else spelt(name)
