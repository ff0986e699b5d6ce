"""The acts on the lists, at the head of 等次审议: 提名, 审议通过, 撤回提名, 退回; those that lead from the stage."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move
from committee_desk.domain.roles import Right
from committee_desk.services.grading_views import GradingView
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.grading.moving import ApproveForm, BackForm, ProposeForm
from committee_desk.wording.courses import move_name, stage_name
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from committee_desk.ui.common.page import Page

RIGHTS = {
    Move.WITHDRAW: Right.GO_BACK,
    Move.RETURN: Right.GO_BACK,
    Move.PROPOSE: Right.PROPOSE_GRADES,
    Move.APPROVE: Right.DECIDE_GRADES,
}


UNVOTED = "grading.ListNotVoted"


class ListActs:
    """`lacking` brings what is missing into view, `done` goes on after an act."""

    def __init__(self, page: "Page", lacking: Callable[[], object], done: Callable[[], object]) -> None:
        self._page, self._lacking, self._done = page, lacking, done
        self._view: GradingView | None = None
        self._meetings: Sequence[MeetingRow] = ()
        add = page.head.add_action
        self.buttons: dict[Move, QPushButton] = {
            Move.WITHDRAW: add(tr("撤回提名…"), "arrow-back-up", self.withdraw),
            Move.RETURN: add(tr("退回…"), "arrow-back-up", self.return_),
            Move.PROPOSE: add(tr("提名…"), "flag", self.propose, primary=True),
            Move.APPROVE: add(tr("审议通过…"), "gavel", self.approve, primary=True),
        }
        for each in self.buttons.values():
            each.hide()
        page.follow_rights(self.show_rights)

    def follow(self, view: GradingView, meetings: Sequence[MeetingRow]) -> None:
        """Offer what leads on and back from this stage."""
        self._view, self._meetings = view, meetings
        self.show_rights()

    def show_rights(self) -> None:
        """Bar what cannot be done, with the reason."""
        stage = self._view.stage if self._view is not None else None
        for move, act in self.buttons.items():
            act.setVisible(stage is move.origin)
            self._page.head.allow(act, self._page.place.why_not(RIGHTS[move]))

    def commands(self) -> tuple[PageCommand, ...]:
        """The same for the search palette."""
        return (
            PageCommand(move_name(Move.PROPOSE), self.propose, "flag"),
            PageCommand(move_name(Move.APPROVE), self.approve, "gavel"),
            PageCommand(move_name(Move.WITHDRAW), self.withdraw, "arrow-back-up"),
            PageCommand(move_name(Move.RETURN), self.return_, "arrow-back-up"),
        )

    # -- acts ------------------------------------------------------------------------------------------------------

    def propose(self) -> None:
        """提名, unless something is missing: then that is shown."""
        view = self._possible(Move.PROPOSE)
        if view is not None and not self._lacks(view, Move.PROPOSE):
            form = ProposeForm(self._page, view)
            self._carried_out(tr("{year} 年度等次建议已提出", year=view.year), done=form.run(form.propose))

    def approve(self) -> None:
        """审议通过, unless something is missing."""
        view = self._possible(Move.APPROVE)
        if view is not None and not self._lacks(view, Move.APPROVE):
            form = ApproveForm(self._page, view, self._meetings)
            self._carried_out(tr("{year} 年度等次已审议通过", year=view.year), done=form.run(form.approve))

    def withdraw(self) -> None:
        """撤回提名."""
        self._go_back(Move.WITHDRAW)

    def return_(self) -> None:
        """退回."""
        self._go_back(Move.RETURN)

    def _go_back(self, move: Move) -> None:
        view = self._possible(move)
        if view is not None:
            form = BackForm(self._page, view, move)
            self._carried_out(tr("已办：{act}", act=move_name(move)), done=form.run(form.go_back))

    def _possible(self, move: Move) -> GradingView | None:
        """The view where the year stands where the move begins; else why it cannot be made is said."""
        view = self._view
        if view is None:
            return None
        why = self._page.place.why_not(RIGHTS[move])
        if view.stage is not move.origin:
            why = tr("现在是“{stage}”，不能{act}", stage=stage_name(view.stage), act=move_name(move))
        if why:
            self._page.place.say(why)
            return None
        return view

    def _lacks(self, view: GradingView, move: Move) -> bool:
        """Whether something is missing, which is then brought into view; what a vote lacks, and what a
        reason passes over, the form itself says."""
        count = sum(not each.warns and (each.kind != UNVOTED or not self._meetings) for each in view.lacks)
        if count:
            self._lacking()
            self._page.place.say(tr_n("{act}前还差 {count} 项", "{act}前还差 {count} 项", count, act=move_name(move)))
        return bool(count)

    def _carried_out(self, said: str, *, done: bool) -> None:
        """Say so; the button that was pressed is gone, and work goes on in the tab."""
        if done:
            self._page.place.say(said)
            self._done()
