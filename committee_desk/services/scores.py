"""The year's scores and why each figure is what it is: read, explained to the cell, and taken along as a workbook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.ports import OpenUnitOfWork


class ScoreDesk:
    """Scores a year, explains its figures and exports them."""

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work

    def scheme(self, year: int) -> Scheme:
        """The scheme of that year."""
        raise NotImplementedError

    def year(self, year: int) -> YearScores:
        """Everybody's figures, ranks, proposed grades and the quota."""
        raise NotImplementedError

    def as_of(self, year: int, day: date) -> YearScores:
        """The same by what is dated up to that day (months, dynamic ranking)."""
        raise NotImplementedError

    def explain(self, year: int, code: str) -> PersonExplanation:
        """Why that person's figures are what they are; NotScored when the person is not on the year's list."""
        raise NotImplementedError

    def explanations(self, year: int, codes: Iterable[str] | None = None) -> tuple[PersonExplanation, ...]:
        """The explanations of these people, or of everybody, from one scoring of the year."""
        raise NotImplementedError

    def export(self, actor: Actor, year: int, path: Path) -> Change:
        """Write ranking, breakdown and every figure's source to a workbook."""
        raise NotImplementedError
