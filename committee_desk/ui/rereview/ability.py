"""业务能力评审 of whom a change brings to the bottom of the ranks: the form of 等次审议, kept for the change."""

from typing import TYPE_CHECKING

from committee_desk.domain.grade_list import Listed
from committee_desk.services.changes import Change
from committee_desk.services.grading_views import AbilityReview, RollRow
from committee_desk.ui.grading.reviewing import ReviewForm

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class AbilityForm(ReviewForm):
    """The same form, about the line that the person would have."""

    def __init__(self, page: "Page", after: Listed, number: int) -> None:
        super().__init__(page, RollRow(after))
        self._number = number

    def keep(self, review: AbilityReview) -> Change:
        """Recorded for that change."""
        return self.page.desk.effects.review(self.page.place.actor, self.page.year, self._number, review)
