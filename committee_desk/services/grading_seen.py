"""Two secretaries at one year's grades: what another recorded since it was looked at is not overwritten unseen."""

from datetime import datetime

from committee_desk.services.grading_refusals import GradingRefused
from committee_desk.services.grading_views import AbilityReview, Choice, Decision, DecisionKind
from committee_desk.services.ports import UnitOfWork

Recorded = Choice | AbilityReview | Decision


class GradingChanged(GradingRefused):
    """Somebody recorded or lifted a departure, a review or a decision since it was seen; `now` is what stands.

    `about` is the person's name or the decision's subject; `by` and `at` are unknown where nothing stands any more.
    """

    def __init__(self, year: int, about: str, now: Recorded | None, by: str = "", at: datetime | None = None) -> None:
        super().__init__(year)
        self.about, self.now, self.by, self.at = about, now, by, at

    @property
    def entry(self) -> int | None:
        """What whoever read the refusal has seen."""
        return self.now.entry if self.now is not None else None


def review_held(uow: UnitOfWork, year: int, code: str) -> AbilityReview | None:
    """The review of that person's ability."""
    return next((each for each in uow.grades.reviews(year) if each.code == code), None)


def decision_held(uow: UnitOfWork, year: int, kind: DecisionKind, subject: str) -> Decision | None:
    """The decision of that kind on that subject."""
    held = uow.grades.decisions(year)
    return next((each for each in held if (each.kind, each.subject) == (kind, subject)), None)


def require_seen(uow: UnitOfWork, year: int, about: str, now: Recorded | None, seen: int | None) -> None:
    """Refuse to overwrite what stands `now` unless the caller saw that entry; `seen` is None where nothing stood."""
    if (now.entry if now is not None else None) == seen:
        return
    if now is None:
        raise GradingChanged(year, about, None)
    entry = next(row for row in uow.journal.rows(1, now.entry + 1))
    raise GradingChanged(year, about, now, entry.actor, entry.at)
