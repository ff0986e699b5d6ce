"""The acts on a re-review: the next one first, the others behind 更多, each with the reason where it is barred."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from committee_desk.domain.committee import MeetingState
from committee_desk.domain.proceedings import OWN_MOTION, ProceedingState
from committee_desk.domain.roles import Right
from committee_desk.ui.common.more_acts import MoreActs
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.rereview.acts import RereviewActs
from committee_desk.ui.rereview.reading import Foreseen, One
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

DECIDED = frozenset({ProceedingState.UPHELD, ProceedingState.CHANGED})


class Act(NamedTuple):
    """One act: its words, its icon, what it does with the chosen one, and why it cannot be done now."""

    title: str
    icon: str
    run: Callable[[One], object]
    why: Callable[[One], str]


class TabActs(QFrame):
    """A button that names the next act, what is still lacking beside it, and a menu with everything."""

    def __init__(self, page: "Page", acts: RereviewActs) -> None:
        super().__init__()
        self._page, self.acts = page, acts
        self.read: One | None = None
        self.foreseen: Foreseen | None = None
        self.all = self._made()
        self._next = self.all["declare"]
        self.primary: QPushButton = button("", lambda: self.carry_out(self._next), primary=True)
        self.lacking = label("", "cap", wrap=True)
        self.more = MoreActs(tr("更多复核操作"), self.all.values(), self.carry_out, dialogs=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 20, 10)
        line.setSpacing(8)
        line.addWidget(self.lacking, 1)
        line.addWidget(self.more)
        line.addWidget(self.primary)
        self.show_possible(None, None)

    def _made(self) -> dict[str, Act]:
        acts = self.acts
        return {
            "declare": Act(tr("登记承办人声明"), "writing-sign", acts.declare, self._why_not_declare),
            "find": Act(tr("登记查明的事实"), "search", acts.find, self._why_not_find),
            "hear": Act(tr("登记听取的意见"), "message-report", acts.hear, self._open_only),
            "review": Act(tr("登记业务能力评审意见"), "user-check", self._review, self._why_not_review),
            "lay": Act(tr("提出复核意见"), "scale", lambda read: acts.lay(read, self.foreseen), self._why_not_lay),
            "call": Act(tr("提请委员会表决"), "gavel", lambda read: acts.call(read, self.foreseen), self._why_not_call),
            "decide": Act(tr("登记委员会决定"), "certificate", lambda read: acts.decide(read, self.foreseen),
                          self._why_not_decide),
            "serve": Act(tr("登记决定书送达"), "mail-forward", acts.serve, self._why_not_serve),
            "told": Act(tr("逐人告知受影响的人"), "bell", acts.tell, self._why_not_tell),
            "appoint": Act(tr("更换复核的承办人"), "user-plus", acts.appoint, self._open_only),
            "withdraw": Act(tr("终止这件更正"), "x", acts.withdraw, self._why_not_withdraw),
            "papers": Act(tr("打印复核文书"), "printer", acts.papers, lambda _read: ""),
        }  # fmt: skip

    # -- what can be done ------------------------------------------------------------------------------------------

    def show_possible(self, read: One | None, foreseen: Foreseen | None) -> None:
        """Name the next act, and bar what cannot be done now with its reason."""
        self.read, self.foreseen = read, foreseen
        self._next = self.all[self._due(read)] if read is not None else self.all["declare"]
        self.primary.setText(tr("{act}…", act=self._next.title))
        self.primary.setAccessibleName(self._next.title)
        self.primary.setVisible(read is not None)
        self.more.setVisible(read is not None)
        allow(self.primary, self.why_not(self._next))
        lacks = len(read.card.lacks) if read is not None else 0
        self.lacking.setText(tr_n("还差 {count} 项，见进程", "还差 {count} 项，见进程", lacks) if lacks else "")
        self.more.bar(self.why_not)

    def why_not(self, act: Act) -> str:
        """Why the act cannot be done; empty where it can."""
        if self.read is None:
            return tr("先选中一件复核或更正")
        barred = self._page.place.why_not(self._right(act)) if act is not self.all["papers"] else ""
        return barred or act.why(self.read)

    def _right(self, act: Act) -> Right:
        other = {"call": Right.HOLD_MEETING, "decide": Right.DECIDE_REREVIEW, "review": Right.REVIEW_ABILITY}
        return next((right for name, right in other.items() if act is self.all[name]), Right.REREVIEW)

    def _due(self, read: One) -> str:
        held = read.card.row.held
        if not held.open:
            owed = held.state in DECIDED and any(each.owed for each in read.told)
            unserved = held.state in DECIDED and held.served is None
            return "serve" if unserved else "told" if owed else "papers"
        if held.undeclared or held.state is ProceedingState.OPENED:
            return "declare" if held.undeclared else "find"
        if held.state is ProceedingState.MOVED and not self._stale():
            closed = read.meeting is not None and read.meeting.held.state is MeetingState.CLOSED
            return "decide" if closed else "call"
        if self.foreseen is not None and self.foreseen.effects.reviews:
            return "review"
        return "hear" if self._must_hear(read) else "lay"

    def _stale(self) -> bool:
        return self.foreseen is not None and self.foreseen.moved

    def _must_hear(self, read: One) -> bool:
        loses = self.foreseen is not None and read.card.row.held.about in self.foreseen.effects.loses
        return "hearing" in read.card.lacks and loses

    def _open_only(self, read: One) -> str:
        return "" if read.card.row.held.open else tr("已经办结，不再改动")

    def _why_not_declare(self, read: One) -> str:
        return self._open_only(read) or ("" if read.card.row.held.undeclared else tr("承办人都已声明"))

    def _why_not_find(self, read: One) -> str:
        names = tr("、").join(each.name for each in read.card.row.held.undeclared)
        return self._open_only(read) or (tr("{names}还没有签回避声明", names=names) if names else "")

    def _why_not_review(self, read: One) -> str:
        needed = self.foreseen is not None and bool(self.foreseen.effects.reviews)
        return self._open_only(read) or ("" if needed else tr("没有人须先经业务能力评审"))

    def _why_not_lay(self, read: One) -> str:
        found = read.card.row.state is not ProceedingState.OPENED
        return self._open_only(read) or ("" if found else tr("先登记查明事实"))

    def _why_not_call(self, read: One) -> str:
        moved = read.card.row.state is ProceedingState.MOVED
        return self._open_only(read) or ("" if moved else tr("先提出复核意见"))

    def _why_not_decide(self, read: One) -> str:
        if why := self._why_not_call(read):
            return why
        if read.meeting is None:
            return tr("还没有表决这一件的会议，先提请委员会表决")
        return "" if read.meeting.held.state is MeetingState.CLOSED else tr("会议还没有结束，先表决并编定纪要")

    def _why_not_serve(self, read: One) -> str:
        held = read.card.row.held
        if held.state not in DECIDED:
            return tr("还没有作出决定")
        return tr("已经送达") if held.served is not None else ""

    def _why_not_tell(self, read: One) -> str:
        if read.card.row.state not in DECIDED:
            return tr("还没有作出决定")
        return "" if read.told else tr("没有受影响的人")

    def _why_not_withdraw(self, read: One) -> str:
        if read.card.row.held.kind not in OWN_MOTION:
            return tr("由本人书面撤回异议或申请，复核随之终止")
        return self._open_only(read)

    # -- carrying out ----------------------------------------------------------------------------------------------

    def carry_out(self, act: Act) -> None:
        """Do it, or say why it cannot be done."""
        if (why := self.why_not(act)) or self.read is None:
            self._page.place.say(why)
            return
        act.run(self.read)

    @property
    def of_committee(self) -> Act:
        """What is asked of the committee, or recorded of what it decided."""
        return self._next if self._next is self.all["decide"] else self.all["call"]

    def _review(self, read: One) -> None:
        if self.foreseen is not None:
            self.acts.review(read, self.foreseen)

    def commands(self) -> tuple[PageCommand, ...]:
        """All of them, for the search palette."""
        return tuple(PageCommand(act.title, partial(self.carry_out, act), act.icon) for act in self.all.values())
