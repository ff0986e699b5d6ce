"""A scored year that goes on with the typing: somebody's events change, and everybody's rank is there again at once.

A typed event moves its person's own ledgers and nothing else of anybody's figures; ranks, places and the review of the
lowest follow for all. Whatever else changes is scored anew from its facts.
"""

from collections.abc import Mapping
from typing import NamedTuple, Self

from committee_desk.domain.exact import Amount
from committee_desk.domain.grading import Grading
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.domain.scoring import Figures, Scoring
from committee_desk.domain.sums import YearInputs

Ledgers = Mapping[str, Amount]
"""One person's events added up by ledger."""


class LiveYear(NamedTuple):
    """One year of one category as it stands; never changed, only gone on from."""

    scoring: Scoring
    grading: Grading
    figures: Mapping[str, Figures]
    scores: YearScores

    @classmethod
    def of(cls, scheme: Scheme, inputs: YearInputs) -> Self:
        """The year scored from its facts."""
        scoring, grading = Scoring(scheme, inputs), Grading(scheme, inputs)
        figures = {each.code: each for each in scoring.figures()}
        return cls(scoring, grading, figures, grading.scores(tuple(figures.values())))

    @property
    def scheme(self) -> Scheme:
        """The scheme it is scored by."""
        return self.scoring.scheme

    def with_events(self, changed: Mapping[str, Ledgers]) -> "LiveYear":
        """The same year with these people's events in place of their former ones."""
        scoring = self.scoring.with_events({**self.scoring.inputs.events, **changed})
        theirs = {code: scoring.figures_of(code) for code in changed if code in self.figures}
        figures = {**self.figures, **theirs}
        known = [None if person.code in theirs else person for person in self.scores.people]
        return LiveYear(scoring, self.grading, figures, self.grading.scores(tuple(figures.values()), known))
