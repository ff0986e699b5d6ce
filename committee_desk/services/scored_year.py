"""A year scored from its facts and explained to the cell, within one transaction and whoever asks."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.domain.sums import YearInputs
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.year_inputs import inputs_of
from committee_desk.services.year_schemes import scheme_of

if TYPE_CHECKING:
    from committee_desk.domain.explanation import PersonExplanation
    from committee_desk.domain.person_facts import PersonFacts


class TotalsBook(Protocol):
    """What scoring starts from."""

    def year_inputs(self, scheme: Scheme, year: int, day: date | None = None) -> YearInputs:
        """Everything that the year's scores depend on, by what is dated up to `day` where one is given."""
        ...

    def decided(self, year: int) -> bool:
        """Whether any decision about the year's grading holds."""
        ...

    def person_facts(self, year: int, code: str) -> "PersonFacts":
        """One person's facts with their sources."""
        ...


class NotScored(DeskError):
    """The person is not on the year's list: no stay of the assessed category touches the year."""

    def __init__(self, code: str, year: int, category: Category = Category.PROSECUTOR) -> None:
        super().__init__(code, year)
        self.code, self.year, self.category = code, year, category


class Explained(NamedTuple):
    """A year's scores with the explanations of those asked for, from one consistent state."""

    scheme: Scheme
    scores: YearScores
    explanations: "tuple[PersonExplanation, ...]"


def scored(uow: UnitOfWork, year: int, category: Category = Category.PROSECUTOR) -> LiveYear:
    """The year scored from its facts."""
    scheme = scheme_of(uow, year, category)
    return LiveYear.of(scheme, inputs_of(uow, scheme, year))


def explained(
    uow: UnitOfWork,
    year: int,
    codes: Iterable[str] | None = None,
    category: Category = Category.PROSECUTOR,
    live: LiveYear | None = None,
) -> Explained:
    """The year scored, and the explanations of these people or of everybody; NotScored for who is not listed.

    `live` is the year as that unit of work sees it, where it is scored already.
    """
    from committee_desk.domain.explaining import Explaining  # noqa: PLC0415 - a year is ranked without
    from committee_desk.domain.explaining_outcome import outcome, standing_inputs  # noqa: PLC0415 - the same
    from committee_desk.domain.explanation import PersonExplanation  # noqa: PLC0415 - the same

    live = live or scored(uow, year, category)
    scheme, scores = live.scheme, live.scores
    people = {person.code: person for person in scores.people}
    asked = list(people if codes is None else codes)
    missing = [code for code in asked if code not in people]
    if missing:
        raise NotScored(missing[0], year, category)
    explaining = Explaining(live.scoring)
    found = []
    for code in asked:
        facts = uow.totals.person_facts(year, code)
        standing = standing_inputs(scheme, facts, year)
        steps = outcome(scheme, scores, people[code], standing, live.scoring.inputs.decided)
        found.append(PersonExplanation(code, year, explaining.indicators(facts), steps, standing))
    return Explained(scheme, scores, tuple(found))
