"""Grading (等次审议): what the scheme proposes, what 政工 and committee decide, and the lists that they lay down."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.grade_list import GradeList
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.grading_views import AbilityReview, GradingView, ListVersion, Settlement, Spread
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from pathlib import Path

    from committee_desk.services.second import Second, Witnessing
    from committee_desk.services.year_figures import YearFigures


class GradingDesk:
    """Proposes and decides grades. Whatever it lays down, nobody has 优秀 without a place or beside his 业绩 grade."""

    def __init__(  # noqa: PLR0913, PLR0917 - what scores, guards, confirms and keeps a copy
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        figures: "YearFigures",
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], object],
    ) -> None:
        self._open, self._clock, self._figures, self._seat = open_work, clock, figures, seat
        self._witnessing, self._keep_a_copy = witnessing, keep_a_copy

    @allowed(Right.SEE_GRADING)
    def view(self, year: int) -> GradingView:
        """The roll by category with quota, ties, who is incomplete, what was decided, and what is missing."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def lists(self, year: int) -> tuple[ListVersion, ...]:
        """Every version of the year's lists, oldest first."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def in_force(self, year: int) -> GradeList | None:
        """The approved list, else the proposed one; None while the year is being scored."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def spread(self, year: int) -> tuple[Spread, ...]:
        """How grades and scores spread, by category."""
        raise NotImplementedError

    @allowed(Right.PROPOSE_GRADES)
    def choose(  # noqa: PLR0913, PLR0917 - whom, what, why, on what authority
        self,
        actor: Actor,
        year: int,
        code: str,
        grade: Grade | None,
        reason: str,
        meeting: int | None = None,
        document: str = "",
    ) -> Change:
        """Depart from the proposal with a reason; the proposal's own grade lifts the departure.

        While the year is being scored it is the 政工's, once proposed the committee's, in a meeting.
        """
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def decide_tie(  # noqa: PLR0913, PLR0917 - of whom, for whom, on what authority
        self,
        actor: Actor,
        year: int,
        category: Category | str,
        chosen: Iterable[str],
        meeting: int,
        document: str,
        day: date,
        item: str = "",
    ) -> Change:
        """Record how the committee voted on people equal at the last place; nobody chosen: all stay below."""
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def settle_incomplete(  # noqa: PLR0913, PLR0917 - whom, how, why, on what authority
        self,
        actor: Actor,
        year: int,
        code: str,
        how: Settlement,
        reason: str,
        document: str,
        day: date,
        meeting: int | None = None,
        item: str = "",
    ) -> Change:
        """Record what becomes of somebody without a rating. A hand-over is an input of scoring from then on."""
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def assign_left_over(  # noqa: PLR0913, PLR0917 - how many, to whom, on what authority
        self,
        actor: Actor,
        year: int,
        category: Category | str,
        places: int,
        document: str,
        day: date,
        reason: str = "",
        meeting: int | None = None,
        item: str = "",
    ) -> Change:
        """Give a category places of the office that no category's floor holds; 0 takes them back."""
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def pool(  # noqa: PLR0913, PLR0917 - whom, how many to each, on what authority
        self,
        actor: Actor,
        year: int,
        places: dict[str, int],
        document: str,
        day: date,
        reason: str = "",
        meeting: int | None = None,
        item: str = "",
    ) -> Change:
        """Count categories as one, and give each its places of the pool's floor."""
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def unpool(self, actor: Actor, year: int, categories: Iterable[str], why: str) -> Change:
        """Count pooled categories by themselves again."""
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def allow_quarter(  # noqa: PLR0913, PLR0917 - what consent needs
        self, actor: Actor, year: int, document: str, day: date, file: "Path | None", percent: int = 25
    ) -> Change:
        """Record the consent to more than 20 %: number, date and file; without any of them it is refused."""
        raise NotImplementedError

    @allowed(Right.REVIEW_ABILITY)
    def review(self, actor: Actor, year: int, review: AbilityReview) -> Change:
        """Record an ability review (业务能力评审)."""
        raise NotImplementedError

    @allowed(Right.PROPOSE_GRADES)
    def propose(self, actor: Actor, year: int) -> Change:
        """Lay the proposed list down (提名): figures, proposals and departures, locked with a fingerprint."""
        raise NotImplementedError

    @allowed(Right.GO_BACK)
    def withdraw(self, actor: Actor, year: int, why: str, second: "Second | None" = None) -> Change:
        """Take the proposed list back; the year is being scored again. An act for two."""
        raise NotImplementedError

    @allowed(Right.DECIDE_GRADES)
    def approve(
        self, actor: Actor, year: int, meeting: int, item: str, second: "Second | None" = None
    ) -> Change:
        """Lay the approved list down (审议通过): voted on by the committee, nobody graded before the 业务能力评审."""
        raise NotImplementedError

    @allowed(Right.GO_BACK)
    def return_(self, actor: Actor, year: int, why: str, second: "Second | None" = None) -> Change:
        """Send the approved list back (退回); what was proposed stands again. An act for two."""
        raise NotImplementedError
