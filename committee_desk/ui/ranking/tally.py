"""How many people of a ranking are what: counted once, and gone on with as single people move."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from committee_desk.domain.scores import Grade, PersonScore, Status


def needs_act(score: PersonScore) -> bool:
    """Whether somebody has to do something about this person before grades can be set."""
    return score.review_required or score.status is Status.TIE_AT_QUOTA or score.status is Status.INCOMPLETE


class Tally(NamedTuple):
    """How many there are, have a rank, get a place, need an act, need a review, are tied; and how many have each total
    (of those ranked) and are in each department.
    """

    everybody: int
    ranked: int
    excellent: int
    to_do: int
    review: int
    tied: int
    totals: Counter[int]
    departments: Counter[str]

    @classmethod
    def of(cls, people: Iterable[PersonScore]) -> Self:
        """These people counted."""
        return cls(0, 0, 0, 0, 0, 0, Counter(), Counter())._after(people, 1)

    def gone_on(self, before: Sequence[PersonScore], now: Sequence[PersonScore]) -> Self:
        """The same count with these people's former scores replaced by those that they have now."""
        return self._after(before, -1)._after(now, 1)

    def _after(self, people: Iterable[PersonScore], step: int) -> Self:
        everybody, ranked, excellent, to_do, review, tied = self[:6]
        totals, departments = self.totals.copy(), self.departments.copy()
        for score in people:
            everybody += step
            to_do += step * needs_act(score)
            departments[score.department] += step
            if score.rank is not None:
                ranked += step
                review += step * score.review_required
                excellent += step * (score.proposed_grade is Grade.EXCELLENT)
                tied += step * (score.status is Status.TIE_AT_QUOTA)
                totals[score.total] += step
        # an unary plus leaves out what nobody has any more
        return self._replace(
            everybody=everybody,
            ranked=ranked,
            excellent=excellent,
            to_do=to_do,
            review=review,
            tied=tied,
            totals=+totals,
            departments=+departments,
        )
