"""The acts on a 复核 or 申诉: the next one first, the others behind 更多, each with the reason where it is barred."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from committee_desk.domain.publication import CHINA
from committee_desk.domain.remedies import OPEN, ApplicationMove, ApplicationState, Remedy
from committee_desk.domain.roles import Right
from committee_desk.services.application_refusals import AnsweredByTheDecision, ApplicationLate, NotExtensible
from committee_desk.services.application_views import ApplicationCard
from committee_desk.ui.common.more_acts import MoreActs
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.decisions.applications_columns import left_words, to_carry_out
from committee_desk.ui.decisions.applications_taking import ApplicationTaking, of_application
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import application_move, application_state
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class Act(NamedTuple):
    """One act: its words, its icon, what it does with the chosen one, and why it cannot be done now."""

    title: str
    icon: str
    run: Callable[[ApplicationCard], object]
    why: Callable[[ApplicationCard], str]
    right: Right | None = Right.TAKE_OBJECTIONS


class ApplicationActs(QFrame):
    """A button that names the next act, by when it is due beside it, and a menu with everything."""

    def __init__(self, page: "Page", choose: Callable[[int], object]) -> None:
        super().__init__()
        self._page = page
        self.taking = ApplicationTaking(page, choose)
        self.card: ApplicationCard | None = None
        self.all = self._made()
        self._next = self.all["accept"]
        self.primary: QPushButton = button("", lambda: self.carry_out(self._next), primary=True)
        self.due = label("", "cap", wrap=True)
        self.more = MoreActs(tr("更多复核申诉操作"), self.all.values(), self.carry_out, dialogs=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 10)
        self._line = row
        row.setSpacing(8)
        row.addWidget(self.due, 1)
        row.addWidget(self.more)
        row.addWidget(self.primary)
        self.show_possible(None)

    def _made(self) -> dict[str, Act]:
        return {
            "accept": Act(tr("受理申请"), "check", self._accept, self._why_not_accept),
            "refuse": Act(tr("不予受理"), "x", self._refuse, partial(self._why_not_move, ApplicationMove.REFUSE)),
            "open": Act(tr("立项复核"), "scale", self._open, self._why_not_open, Right.REREVIEW),
            "answer": Act(tr("登记申诉处理决定"), "gavel", self._answer, self._why_not_answer),
            "extend": Act(tr("延长决定期限"), "calendar", self._extend, self._why_not_extend),
            "withdraw": Act(tr("登记撤回"), "arrow-back-up", self._withdraw,
                            partial(self._why_not_move, ApplicationMove.WITHDRAW)),
            "see": Act(tr("到复核案件"), "message-report", self._see, self._why_not_see, None),
            "scans": Act(tr("证据扫描件"), "file-certificate", self._scans, lambda _card: "", Right.SEE_CASES),
        }  # fmt: skip

    # -- what can be done ------------------------------------------------------------------------------------------

    def show_possible(self, card: ApplicationCard | None) -> None:
        """Name the next act, and bar what cannot be done now with its reason."""
        self.card = card
        self._next = self.all[_due(card)] if card is not None else self.all["accept"]
        title = tr("{act}…", act=self._next.title)
        self.primary.setText(title)
        self.primary.setAccessibleName(self._next.title)
        self.primary.setVisible(card is not None)
        self.more.setVisible(card is not None)
        self.due.setText(left_words(card.row) if card is not None and card.row.held.in_time else "")
        allow(self.primary, self.why_not(self._next))
        self.more.bar(self.why_not)

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the list."""
        self._line.setContentsMargins(*((20, 4, 20, 4) if low else (20, 8, 20, 10)))

    def why_not(self, act: Act) -> str:
        """Why the act cannot be done; empty where it can."""
        if self.card is None:
            return tr("先选中一件复核申请或申诉")
        barred = self._page.place.why_not(act.right) if act.right is not None else ""
        return barred or act.why(self.card)

    @staticmethod
    def _why_not_move(move: ApplicationMove, card: ApplicationCard) -> str:
        if move in card.moves:
            return ""
        state, word = application_state(card.row.held.state), application_move(move)
        return tr("{label} 现为“{state}”，不能“{move}”", label=card.row.label, state=state, move=word)

    def _why_not_accept(self, card: ApplicationCard) -> str:
        held = card.row.held
        if held.state is ApplicationState.RECEIVED and not held.in_time:
            return sentence(ApplicationLate(held.label, held.received.astimezone(CHINA).date(), held.last_day))
        return self._why_not_move(ApplicationMove.ACCEPT, card)

    def _why_not_answer(self, card: ApplicationCard) -> str:
        if card.row.held.kind is Remedy.REVIEW:
            return sentence(AnsweredByTheDecision(card.row.label))
        return self._why_not_move(ApplicationMove.ANSWER, card)

    @staticmethod
    def _why_not_extend(card: ApplicationCard) -> str:
        held = card.row.held
        return (
            ""
            if card.extensible
            else sentence(NotExtensible(held.label, held.kind, held.extended_to, waits=not held.runs))
        )

    @staticmethod
    def _why_not_open(card: ApplicationCard) -> str:
        held = card.row.held
        if held.proceeding is not None:
            return tr("已立项复核 {label}", label=card.row.proceeding_label)
        if held.kind is Remedy.APPEAL:
            return "" if to_carry_out(card.row) else tr("申诉由上一级机关处理；决定变更的，在这里立项执行")
        if held.state is ApplicationState.RECEIVED:
            return tr("先受理")
        return "" if held.state is ApplicationState.ACCEPTED else tr("已经办结，不再立项")

    @staticmethod
    def _why_not_see(card: ApplicationCard) -> str:
        return "" if card.row.proceeding_label else tr("还没有立项复核")

    # -- carrying out ----------------------------------------------------------------------------------------------

    def carry_out(self, act: Act) -> None:
        """Do it, or say why it cannot be done."""
        if (why := self.why_not(act)) or self.card is None:
            self._page.place.say(why)
            return
        act.run(self.card)

    def run(self, name: str) -> None:
        """The act of that name."""
        self.carry_out(self.all[name])

    def _accept(self, card: ApplicationCard) -> None:
        from committee_desk.ui.decisions.applications_forms import AcceptForm  # noqa: PLC0415 - when it is wanted

        form = AcceptForm(self._page, card.row)
        if form.run(form.accept_it):
            self._page.place.say(tr("{label} 已受理", label=card.row.label))

    def _refuse(self, card: ApplicationCard) -> None:
        from committee_desk.ui.decisions.applications_forms import RefuseForm  # noqa: PLC0415 - as above

        form = RefuseForm(self._page, card.row)
        if form.run(form.refuse_it):
            self._page.place.say(tr("{label} 不予受理", label=card.row.label))

    def _withdraw(self, card: ApplicationCard) -> None:
        from committee_desk.ui.decisions.applications_forms import WithdrawForm  # noqa: PLC0415 - as above

        form = WithdrawForm(self._page, card.row)
        if form.run(form.withdraw):
            self._page.place.say(tr("{label} 已撤回", label=card.row.label))

    def _extend(self, card: ApplicationCard) -> None:
        from committee_desk.ui.decisions.applications_forms import ExtendForm  # noqa: PLC0415 - as above

        form = ExtendForm(self._page, card.row)
        if form.run(form.extend):
            self._page.place.say(tr("{label} 的决定期限已延长", label=card.row.label))

    def _answer(self, card: ApplicationCard) -> None:
        from committee_desk.ui.decisions.applications_forms import AnswerForm  # noqa: PLC0415 - as above

        form = AnswerForm(self._page, card.row)
        if form.run(form.answer):
            self._page.place.say(tr("{label} 的处理决定已登记", label=card.row.label))

    def _open(self, card: ApplicationCard) -> None:
        self._page.go.emit("objections", card.row.label)

    def _see(self, card: ApplicationCard) -> None:
        self._page.go.emit("objections", card.row.proceeding_label)

    def _scans(self, card: ApplicationCard) -> None:
        from committee_desk.ui.cases.attachments import AttachmentsDialog  # noqa: PLC0415 - when scans are looked at

        held, name = card.row.held, tr("{label}　{name}", label=card.row.label, name=card.row.name)
        AttachmentsDialog(self._page, of_application(held.year, held.number), name).exec()

    def commands(self) -> tuple[PageCommand, ...]:
        """All of them, for the search palette."""
        own = PageCommand(tr("登记复核申请或申诉…"), self.taking.register, "plus")
        paper = PageCommand(tr("打印复核申诉台账"), self.taking.print_register, "printer")
        named = {"accept": tr("受理复核申请或申诉"), "refuse": tr("不予受理复核申请或申诉"),
                 "answer": tr("登记申诉处理决定"), "extend": tr("延长申诉决定期限"),
                 "withdraw": tr("登记撤回复核申请或申诉")}  # fmt: skip
        acts = (PageCommand(title, partial(self.run, name), self.all[name].icon) for name, title in named.items())
        return (own, *acts, paper)


def _due(card: ApplicationCard) -> str:
    held = card.row.held
    if held.state is ApplicationState.RECEIVED:
        return "accept" if held.in_time else "refuse"
    if to_carry_out(card.row):
        return "open"
    if held.state in OPEN and held.kind is Remedy.APPEAL:
        return "answer"
    if held.proceeding is not None:
        return "see"
    return "open" if held.state in OPEN else "scans"
