"""The cases of a year, and one case with its handlers and its review."""

from typing import Protocol

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.errors import DeskError
from committee_desk.domain.roles import Right
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import CaseCard, CaseRow, Traced


class NoSuchCase(DeskError):
    """No case on this desk bears that number."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class CasesBook(Protocol):
    """Cases as recorded now."""

    def rows(self, year: int) -> tuple[CaseRow, ...]:
        """The cases closed in the year and those still open, by number."""
        ...

    def shares(self, number: str) -> tuple[Traced[CaseShare], ...]:
        """Every handler's share in the case."""
        ...

    def review(self, number: str) -> Traced[Review] | None:
        """The review of the case."""
        ...

    def names(self, number: str) -> dict[str, str]:
        """The names of the case's handlers by code."""
        ...


class CasesDesk:
    """Lists cases and shows one."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_CASES)
    def rows(self, year: int) -> tuple[CaseRow, ...]:
        """The cases closed in the year, and those still open."""
        with self._open.reading() as uow:
            return uow.cases.rows(year)

    @allowed(Right.SEE_CASES)
    def card(self, number: str) -> CaseCard:
        """One case with every handler's share and its review, each with its source."""
        with self._open.reading() as uow:
            shares = uow.cases.shares(number)
            if not shares:
                raise NoSuchCase(number)
            return CaseCard(number, shares, uow.cases.names(number), uow.cases.review(number))
