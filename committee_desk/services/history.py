"""The history of figures: every version of a fact, and of all facts that an indicator rests on."""

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.errors import DeskError
from committee_desk.domain.roles import Right
from committee_desk.domain.scheme import Indicator, RuleKind
from committee_desk.domain.scheme_file import load
from committee_desk.services.history_views import NATURAL_KEYS, FactKind, Version
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed

NEEDED = {
    FactKind.STAY: Right.SEE_PEOPLE,
    FactKind.CASE_SHARE: Right.SEE_CASES,
    FactKind.REVIEW: Right.SEE_CASES,
    FactKind.EVENT: Right.SEE_SCORES,
    FactKind.LEADER_MARK: Right.SEE_SCORES,
    FactKind.SANCTION: Right.SEE_SANCTIONS,
    FactKind.LEAVE: Right.SEE_SANCTIONS,
    FactKind.CALENDAR_DAY: Right.SEE_DESK,
    FactKind.SETTING: Right.SEE_DESK,
}
"""Whoever may see a fact may see what it was."""


class NoSuchIndicator(DeskError):
    """None of the year's schemes has such an indicator."""

    def __init__(self, indicator: str, year: int) -> None:
        super().__init__(indicator, year)
        self.indicator, self.year = indicator, year


class HistoryDesk:
    """Shows what was superseded."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_DESK)
    def of(self, kind: FactKind, key: tuple[object, ...]) -> tuple[Version, ...]:
        """Every version of that fact, oldest first; of every fact whose key begins so, where it is not whole."""
        self._seat.require(NEEDED[kind])
        with self._open.reading() as uow:
            return uow.history.versions(kind, dict(zip(NATURAL_KEYS[kind], key, strict=False)))

    @allowed(Right.SEE_SCORES)
    def of_indicator(self, year: int, code: str, indicator: str) -> tuple[Version, ...]:
        """Every version of every fact that the person's points for the indicator rest on, or once rested on.

        Ballots have none: nothing tells one from another.
        """
        with self._open.reading() as uow:
            found = _feeding(uow, year, code, _indicator(uow, year, indicator))
        return tuple(sorted(found, key=lambda version: version.brought.entry))


def _indicator(uow: UnitOfWork, year: int, indicator: str) -> Indicator:
    """The indicator in the scheme of whichever category has it: no two categories share an id."""
    categories = uow.office.scheme_categories(year)
    if not categories:
        raise NoSuchYear(year, uow.office.years())
    held = (load(uow.office.scheme(year, each)).indicator(indicator) for each in categories)
    known = next((each for each in held if each is not None), None)
    if known is None:
        raise NoSuchIndicator(indicator, year)
    return known


def _feeding(uow: UnitOfWork, year: int, code: str, indicator: Indicator) -> list[Version]:
    whose = {"code": code, "year": year}
    if indicator.rule is RuleKind.LEDGER:
        return list(uow.history.versions(FactKind.EVENT, {**whose, "indicator": indicator.id}))
    if indicator.rule is RuleKind.LEADER_MARKS:
        return list(uow.history.versions(FactKind.LEADER_MARK, whose))
    if indicator.rule is RuleKind.BALLOTS:
        return []
    cases = list(uow.history.versions(FactKind.CASE_SHARE, whose))
    if indicator.rule is not RuleKind.CASE_REVIEW:
        return cases
    numbers = frozenset(version.key[0] for version in cases)
    return list(uow.history.versions(FactKind.REVIEW, {"number": numbers}))
