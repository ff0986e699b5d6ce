"""The year's scores and why each figure is what it is: read, explained to the cell, and taken along as a workbook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.grading import score_year
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_file import load
from committee_desk.domain.scores import YearScores
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork


class ScoreDesk:
    """Scores a year, explains its figures and exports them."""

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work

    def scheme(self, year: int) -> Scheme:
        """The scheme of that year."""
        with self._open.reading() as uow:
            return _scheme(uow, year)

    def year(self, year: int) -> YearScores:
        """Everybody's figures, ranks, proposed grades and the quota."""
        return self._scored(year, None)

    def as_of(self, year: int, day: date) -> YearScores:
        """The same by what is dated up to that day (months, dynamic ranking)."""
        return self._scored(year, day)

    def _scored(self, year: int, day: date | None) -> YearScores:
        with self._open.reading() as uow:
            scheme = _scheme(uow, year)
            return score_year(scheme, uow.totals.year_inputs(scheme, year, day))

    def explain(self, year: int, code: str) -> PersonExplanation:
        """Why that person's figures are what they are; NotScored when the person is not on the year's list."""
        raise NotImplementedError

    def explanations(self, year: int, codes: Iterable[str] | None = None) -> tuple[PersonExplanation, ...]:
        """The explanations of these people, or of everybody, from one scoring of the year."""
        raise NotImplementedError

    def export(self, actor: Actor, year: int, path: Path) -> Change:
        """Write ranking, breakdown and every figure's source to a workbook."""
        raise NotImplementedError


def _scheme(uow: UnitOfWork, year: int) -> Scheme:
    try:
        return load(uow.office.scheme(year))
    except KeyError:
        raise NoSuchYear(year, uow.office.years()) from None
