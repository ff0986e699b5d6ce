"""One objection at the right of the register: what it says, what was checked, its progress, and what can be done."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.objections import SETTLED, ObjectionMove, ObjectionState
from committee_desk.domain.roles import Right
from committee_desk.services.objection_views import HeldObjection, ObjectionCard
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import DetailPanel, button, label, scrolled, tool
from committee_desk.ui.objections.checks import Checks, checks_of
from committee_desk.ui.objections.columns import moment, state
from committee_desk.ui.objections.papers import of_objection
from committee_desk.ui.objections.progress import Progress, stops_of
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.objections import matter_names, put_right

if TYPE_CHECKING:
    from committee_desk.services.proceeding_views import ProceedingRow
    from committee_desk.ui.common.page import Page
    from committee_desk.ui.objections.acts import ObjectionActs


class ObjectionPanel(DetailPanel):
    """Shows one card; its acts are the page's."""

    def __init__(self, page: "Page", acts: "ObjectionActs", rereview: Callable[[int, int | None], None]) -> None:
        super().__init__(tr("异议详情"))
        self._page, self._acts, self._rereview = page, acts, rereview
        self.examined: ProceedingRow | None = None
        self.card: ObjectionCard | None = None
        self.wrap_heading()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(10)
        self.chip = ChipLabel()
        self.scans = tool(tr("附件"), "file-certificate", self._show_scans)
        column.addLayout(_beside(self.chip, self.scans))
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(4)
        self.facts.setColumnStretch(1, 1)
        self._facts: list[QWidget] = []
        column.addLayout(self.facts)
        column.addWidget(self._words())
        self.checks, self.progress = Checks(), Progress()
        column.addWidget(self.checks)
        column.addSpacing(4)
        column.addWidget(label(tr("进程"), "h3"))
        column.addWidget(self.progress)
        column.addStretch(1)
        area = scrolled(content, tr("异议内容"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys move a long card
        self.body.addWidget(area, 1)
        self.body.addWidget(hairline())
        self.body.addLayout(self._foot())
        self.closed.connect(lambda: page.show_detail(wanted=False))
        page.follow_rights(self._show_acts)

    def _words(self) -> QFrame:
        box = QFrame()
        box.setProperty("r", "well")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self.grounds, self.proofs = label("", wrap=True, select=True), label("", "cap", wrap=True)
        column.addWidget(self.grounds)
        column.addWidget(self.proofs)
        return box

    def _foot(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setContentsMargins(16, 8, 16, 12)
        lines.setSpacing(8)
        self.moves = {
            move: button(act_word(move),
                         lambda move=move: self._move(move), primary=move is ObjectionMove.ACCEPT)  # type: ignore[misc]
            for move in ObjectionMove
        }  # fmt: skip
        self.examine = button(tr("立项复核…"), lambda: self._with(self._examine), primary=True)
        self.tell = button(tr("登记已告知…"), lambda: self._with(lambda card: self._acts.inform(card.row)))
        self.correct = button(tr("更正…"), lambda: self._with(lambda card: self._acts.correct(card.row)))
        self.paper = button(tr("打印"), lambda: None, icon_name="printer")
        self.paper.setMenu(self._papers())
        withdraw = self.moves[ObjectionMove.WITHDRAW]
        lines.addLayout(_in_a_row(*(each for each in self.moves.values() if each is not withdraw), self.examine,
                                  self.tell))  # fmt: skip
        lines.addLayout(_in_a_row(self.correct, withdraw, self.paper))
        return lines

    def _papers(self) -> QMenu:
        menu, sheets = QMenu(self), self._acts.sheets
        self.papers = {
            name: menu.addAction(text, lambda act=act: self._with(act))
            for name, text, act in (
                ("receipt", tr("回执…"), lambda card: sheets.receipt(card.row.held.number, card.row.label)),
                ("form", tr("异议申请表…"), lambda card: sheets.form(card.row.held.number, card.row.label)),
                ("own_score", tr("个人得分说明…"), lambda card: sheets.own_score(card.row.held.code, card.row.name)),
                ("told", tr("告知书…"), lambda card: sheets.told(card.row)),
            )
        }
        self.told = self.papers["told"]
        return menu

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_card(self, card: ObjectionCard, scans: int = 0, examined: "ProceedingRow | None" = None) -> None:
        """Everything about it."""
        self.card, self.examined = card, examined
        row, held = card.row, card.row.held
        self.heading.setText(f"{row.label} {row.name}")
        self.chip.show_chip(state(row))
        self._show_facts(card)
        self.grounds.setText(held.grounds + (f"\n{held.new_facts}" if held.new_facts else ""))
        attached = tr_n("扫描件 {count} 份", "扫描件 {count} 份", scans) if scans else ""
        proofs = tr("证据：{evidence}", evidence=held.evidence) if held.evidence else tr("没有附证据")
        self.proofs.setText(tr("；").join(part for part in (proofs, attached) if part))
        self.checks.show_checks(checks_of(card))
        self.progress.show_stops(stops_of(card, examined))
        self.told.setVisible(held.other is not None)
        self._show_acts()

    def _show_facts(self, card: ObjectionCard) -> None:
        for old in self._facts:
            self.facts.removeWidget(old)
            old.deleteLater()
        self._facts.clear()
        for at, (name, text) in enumerate(_facts(card)):
            for column, made in enumerate((label(name, "sub"), label(text, wrap=True, select=True))):
                self.facts.addWidget(made, at, column, Qt.AlignmentFlag.AlignTop)
                self._facts.append(made)

    def _show_acts(self) -> None:
        card = self.card
        if card is None:
            return
        why = self._page.place.why_not(Right.TAKE_OBJECTIONS)
        unsigned = tr("申请表没有本人签字，补签并更正登记后才能受理") if not card.row.held.signed else ""
        for move, act in self.moves.items():
            act.setVisible(move in card.moves)
            allow(act, why, unsigned if move is ObjectionMove.ACCEPT else "")
        self._show_examining(card)
        self.tell.setVisible(card.row.owes_informing)
        allow(self.tell, why)
        settled = card.row.state in SETTLED
        allow(self.correct, why, tr("已办结的异议不再更正登记内容") if settled else "")

    def _show_examining(self, card: ObjectionCard) -> None:
        """The re-review that goes on, or the act that opens one."""
        words = tr("看复核 {label}", label=self.examined.label) if self.examined else tr("立项复核…")
        self.examine.setText(words)
        self.examine.setAccessibleName(words)
        self.examine.setVisible(self.examined is not None or card.row.state is ObjectionState.ACCEPTED)
        allow(self.examine, "" if self.examined is not None else self._page.place.why_not(Right.REREVIEW))

    def _examine(self, card: ObjectionCard) -> None:
        self._rereview(card.row.held.number, self.examined.held.number if self.examined is not None else None)

    # -- acts ------------------------------------------------------------------------------------------------------

    def first_act(self) -> QPushButton | None:
        """The act that is most likely wanted."""
        acts = (self.moves[ObjectionMove.ACCEPT], self.examine, *self.moves.values(), self.tell, self.correct)
        return next((each for each in acts if each.isVisibleTo(self) and each.isEnabled()), None)

    def _with(self, act: Callable[[ObjectionCard], object]) -> None:
        if self.card is not None:
            act(self.card)

    def _move(self, move: ObjectionMove) -> None:
        self._with(lambda card: self._acts.move(card.row, move))

    def _show_scans(self) -> None:
        card = self.card
        if card is not None:
            self._acts.sheets.scans(of_objection(self._page.year, card.row.held.number), card.row.label)


def act_word(move: ObjectionMove) -> str:
    """A move as its button has it."""
    return {
        ObjectionMove.ACCEPT: tr("受理…"),
        ObjectionMove.REFUSE: tr("不予受理…"),
        ObjectionMove.ROUTE: tr("转复核…"),
        ObjectionMove.WITHDRAW: tr("撤回…"),
    }[move]


def _facts(card: ObjectionCard) -> list[tuple[str, str]]:
    held: HeldObjection = card.row.held
    received = tr("{at}，{receiver}接收", at=moment(held.received), receiver=held.receiver)
    if held.typed_afterwards:
        received += tr("；{at} 补录", at=moment(held.typed))
    if corrected := put_right(card.row):
        received += tr("；") + corrected
    other = tr("（{name}）", name=card.row.other_name) if held.other else ""
    told = [
        (tr("申请人"), tr("，").join(part for part in (card.row.name, held.code, card.row.department) if part)),
        (tr("申请事项"), matter_names(held.matters) + other),
        (tr("收到"), received),
        (tr("请求"), held.request),
    ]
    return [(name, text) for name, text in told if text]


def _beside(chip: QWidget, act: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(chip)
    line.addStretch(1)
    line.addWidget(act)
    return line


def _in_a_row(*acts: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for each in acts:
        line.addWidget(each)
    line.addStretch(1)
    return line
