"""The acts on a meeting: the next one first, the others behind 更多, each with the reason where it is barred."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from committee_desk.domain.committee import AgendaItem, MeetingState
from committee_desk.domain.roles import Right
from committee_desk.ui.committee.acts import is_running
from committee_desk.ui.committee.stakes import declared_in
from committee_desk.ui.common.more_acts import MoreActs
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import button, tool
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.committee.meeting_tab import MeetingTab
    from committee_desk.ui.common.page import Page


class Act(NamedTuple):
    """One act: its words, its icon, what it does, and why it cannot be done now (empty: it can)."""

    title: str
    icon: str
    run: Callable[[], object]
    why: Callable[[], str]


class TabActs(QFrame):
    """A button that names the next act, the wall, the papers, and a menu with everything."""

    def __init__(self, page: "Page", tab: "MeetingTab") -> None:
        super().__init__()
        self._page, self._tab = page, tab
        self.all = self._made()
        self._next = self.all["call"]
        self.primary: QPushButton = button("", lambda: self._carry_out(self._next))
        self.wall = tool(tr("投影"), "device-desktop", tab.project)
        self.papers = tool(tr("会议文书…"), "printer", lambda: self._carry_out(self.all["papers"]))
        self.more = MoreActs(tr("更多会议操作"), self.all.values(), self._carry_out)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for each in (self.primary, self.wall, self.papers, self.more):
            line.addWidget(each)

    def _made(self) -> dict[str, Act]:
        hold, back = Right.HOLD_MEETING, Right.GO_BACK
        return {
            "presence": Act(tr("到会登记"), "user-check", self.presence, lambda: self._why(hold, self._over)),
            "open": Act(tr("宣布开会"), "gavel", self.open, lambda: self._why(hold, self._why_not_open)),
            "vote": Act(tr("登记表决"), "clipboard-check", self.vote, lambda: self._why(hold, self._why_not_vote)),
            "declare": Act(tr("登记申报的回避"), "user-off", self.declare, lambda: self._why(hold, self._over)),
            "lift": Act(tr("撤销申报的回避"), "arrow-back-up", self.lift, lambda: self._why(hold, self._why_not_lift)),
            "close": Act(tr("结束会议"), "lock", self.close_meeting, lambda: self._why(hold, self._not_open)),
            "papers": Act(tr("会议文书"), "printer", self.show_papers, lambda: self._why(None, self._withdrawn)),
            "wall": Act(tr("投影会议"), "device-desktop", self._tab.project, lambda: self._why(None)),
            "call": Act(tr("召集会议"), "plus", self.call, lambda: self._page.place.why_not(hold)),
            "amend": Act(tr("更改会议通知"), "pencil", self.amend, lambda: self._why(hold, self._over)),
            "withdraw": Act(tr("取消会议"), "x", self.withdraw, lambda: self._why(hold, self._why_not_withdraw)),
            "reopen": Act(tr("重新打开会议"), "lock-open", self.reopen, lambda: self._why(back, self._not_closed)),
        }

    # -- what can be done ------------------------------------------------------------------------------------------

    def show_possible(self) -> None:
        """Name the next act, and bar what cannot be done now with its reason."""
        self._next = self.all[self._due()]
        self.primary.setText(tr("{act}…", act=self._next.title))
        self.primary.setAccessibleName(self._next.title)
        allow(self.primary, self._next.why())
        self.papers.setEnabled(not self.all["papers"].why())
        self.more.bar(lambda act: act.why())

    def _due(self) -> str:
        view = self._tab.view
        if view is None or view.row.held.state in {MeetingState.CLOSED, MeetingState.WITHDRAWN}:
            return "call"
        if any(each.presence is None for each in view.attendance):
            return "presence"
        if view.row.held.state is MeetingState.CALLED:
            return "open"
        return "close" if all(each.vote for each in view.questions) else "vote"

    def _why(self, right: Right | None, *more: Callable[[], str]) -> str:
        if self._tab.view is None:
            return tr("还没有会议")
        barred = self._page.place.why_not(right) if right is not None else ""
        return barred or next((why for each in more if (why := each())), "")

    def _state(self) -> MeetingState | None:
        return self._tab.view.row.held.state if self._tab.view is not None else None

    def _over(self) -> str:
        return "" if is_running(self._tab.view) else tr("会议已结束或取消，只供阅读")

    def _withdrawn(self) -> str:
        return tr("会议已取消") if self._state() is MeetingState.WITHDRAWN else ""

    def _not_open(self) -> str:
        if self._state() is MeetingState.CALLED:
            return tr("会议还没有开会")
        return self._over()

    def _not_closed(self) -> str:
        return "" if self._state() is MeetingState.CLOSED else tr("会议没有结束，不需要重新打开")

    def _why_not_open(self) -> str:
        view = self._tab.view
        if self._state() is MeetingState.OPEN:
            return tr("会议已经开始")
        if view is not None and any(each.presence is None for each in view.attendance):
            return tr("先登记每名委员是否到会")
        return self._over()

    def _why_not_vote(self) -> str:
        return self._not_open() or ("" if self._tab.question is not None else tr("先选中一个表决事项"))

    def _why_not_lift(self) -> str:
        view = self._tab.view
        return self._over() or ("" if view is not None and declared_in(view) else tr("没有申报的回避"))

    def _why_not_withdraw(self) -> str:
        view = self._tab.view
        voted = view is not None and any(each.vote for each in view.questions)
        return self._over() or (tr("会议已经表决，不能取消") if voted else "")

    def _carry_out(self, act: Act) -> None:
        """Do it, or say why it cannot be done."""
        if why := act.why():
            self._page.place.say(why)
            return
        act.run()
        self.show_possible()

    def commands(self) -> tuple[PageCommand, ...]:
        """All of them, for the search palette."""
        return tuple(PageCommand(act.title, partial(self._carry_out, act), act.icon) for act in self.all.values())

    def enter(self) -> None:
        """Enter on a question: its vote while the meeting is open, the next act before that."""
        if self._state() is MeetingState.CALLED:
            self._carry_out(self._next)
        elif self._state() is MeetingState.OPEN:
            self._carry_out(self.all["vote"])

    # -- acts ------------------------------------------------------------------------------------------------------

    def call(self) -> None:
        """Call another meeting, and show it."""
        if self._tab.acts.call(None, 0):
            self._tab.show_newest()

    def call_for(self, items: tuple[AgendaItem, ...]) -> None:
        """Lay these before the committee: in the notice that is out already, else in a new one."""
        if why := self._page.place.why_not(Right.HOLD_MEETING):
            self._page.place.say(why)
            return
        called = [row for row in self._tab.rows if row.held.state is MeetingState.CALLED]
        row = called[-1] if called else None
        if self._tab.acts.call(row.held if row else None, row.entry if row else 0, items):
            self._tab.pick(row.held.number) if row else self._tab.show_newest()

    def amend(self) -> None:
        """Change the notice."""
        if self._tab.view is not None:
            row = self._tab.view.row
            self._tab.acts.call(row.held, row.entry)

    def withdraw(self) -> None:
        """Call the meeting off."""
        if self._tab.view is not None:
            self._tab.acts.withdraw(self._tab.view)

    def presence(self) -> None:
        """Write down who came."""
        if self._tab.view is not None:
            self._tab.acts.presence(self._tab.view)

    def declare(self) -> None:
        """Write a declared stake down."""
        if self._tab.view is not None:
            chosen = self._tab.question
            self._tab.acts.declare(self._tab.view, chosen.item.id if chosen else "")

    def lift(self) -> None:
        """Lift one."""
        if self._tab.view is not None:
            self._tab.acts.lift(self._tab.view)

    def open(self) -> None:
        """Open the meeting; who wrote down last time is offered."""
        if self._tab.view is not None:
            written = [row.held.recorder for row in self._tab.rows if row.held.recorder]
            self._tab.acts.open(self._tab.view, written[-1] if written else "")

    def vote(self) -> None:
        """Write down the vote on the chosen question."""
        view, chosen = self._tab.view, self._tab.question
        if view is not None and chosen is not None:
            self._tab.acts.vote(view, chosen, self._tab.majority)

    def close_meeting(self) -> None:
        """Close it with its minutes."""
        if self._tab.view is not None:
            self._tab.acts.close(self._tab.view)

    def reopen(self) -> None:
        """Open it again."""
        if self._tab.view is not None:
            self._tab.acts.reopen(self._tab.view)

    def show_papers(self) -> None:
        """Form 11 of the meeting."""
        from committee_desk.ui.committee.papers import PapersDialog  # noqa: PLC0415 - drawn on demand

        if self._tab.view is not None:
            may_slip = self._page.place.may(Right.HOLD_MEETING)
            PapersDialog(self._page, self._tab.view.row.held.number, may_slip=may_slip).exec()
