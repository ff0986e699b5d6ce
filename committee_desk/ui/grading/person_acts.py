"""What is done about one person of the roll: another grade, a review, the vote on a tie, a missing rating."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from committee_desk.services.grading_decisions import DECIDING
from committee_desk.services.grading_views import CategoryRoll, DecisionKind, GradingView, Incomplete
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.grading.departing import DepartureForm
from committee_desk.ui.grading.reviewing import ReviewForm
from committee_desk.ui.grading.rows import Line
from committee_desk.ui.grading.settling import IncompleteForm
from committee_desk.ui.grading.ties import TieForm
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class PersonActs:
    """Each opens its form; `ratings` names the indicators that somebody may lack."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self.view: GradingView | None = None
        self._meetings: Sequence[MeetingRow] = ()
        self.ratings: Mapping[str, str] = {}
        self._settled_last = ""

    def follow(self, view: GradingView, meetings: Sequence[MeetingRow], ratings: Mapping[str, str]) -> None:
        """Work on this view."""
        self.view, self._meetings, self.ratings = view, meetings, ratings

    # -- what concerns whom ----------------------------------------------------------------------------------------

    def late(self) -> str:
        """Why nothing is decided any more; empty while it is."""
        if self.view is None or self.view.stage in DECIDING:
            return ""
        return tr("已经是“{stage}”，等次不再改动；确要改动的，先退回", stage=stage_name(self.view.stage))

    def roll(self, line: Line) -> CategoryRoll:
        """The part of the roll in which the line stands."""
        assert self.view is not None  # noqa: S101 - lines are of a view
        return next(each for each in self.view.rolls if each.category == line.row.listed.category)

    def tied(self, line: Line) -> CategoryRoll | None:
        """The part of the roll in which the person stands equal at the last place."""
        roll = self.roll(line)
        return roll if roll.tie is not None and line.code in roll.tie.equals else None

    def unrated(self, line: Line) -> Incomplete | None:
        """What the person lacks."""
        held = self.view.incomplete if self.view is not None else ()
        return next((each for each in held if each.code == line.code), None)

    # -- acts ------------------------------------------------------------------------------------------------------

    def depart(self, line: Line) -> None:
        """Depart from the proposal, or lift the departure."""
        if self.view is None:
            return
        form = DepartureForm(self._page, self.view.stage, self.roll(line), line.row, self._meetings)
        if form.run(form.depart):
            self._page.place.say(tr("{name}的等次已登记", name=line.row.listed.name))

    def review(self, line: Line) -> None:
        """Record the person's ability review."""
        form = ReviewForm(self._page, line.row)
        if form.run(form.record):
            self._page.place.say(tr("{name}的业务能力评审已登记", name=line.row.listed.name))

    def decide_tie(self, line: Line) -> None:
        """Record how the committee voted on the equals."""
        roll = self.tied(line)
        if self.view is None or roll is None or roll.tie is None:
            return
        seen = self.view.seen(DecisionKind.TIE, roll.category)
        form = TieForm(self._page, roll, roll.tie, self._meetings, seen)
        if form.run(form.decide):
            self._page.place.say(tr("平票决定已登记"))

    def settle_incomplete(self, line: Line) -> None:
        """Record what becomes of somebody without a rating."""
        held = self.unrated(line)
        if held is None:
            return
        missing = [self.ratings.get(each, each) for each in held.missing]
        form = IncompleteForm(self._page, held, missing, self._meetings, self._decided_before(held))
        if form.run(form.decide):
            self._settled_last = held.code
            self._page.place.say(tr("{name}的处理已登记", name=held.name))

    def _decided_before(self, held: Incomplete) -> Incomplete | None:
        """Who was decided on last here, where that one lacks the same."""
        others = self.view.incomplete if self.view is not None else ()
        last = next((each for each in others if each.code == self._settled_last and each.decision is not None), None)
        alike = last is not None and (last.missing, last.may_hand_over) == (held.missing, held.may_hand_over)
        return last if alike else None
