"""复核与更正: the register, one of them beneath it, and at the right what a change does to everybody."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.roles import Right
from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.surfaces import Banner, EmptyState, scrolled
from committee_desk.ui.rereview.acts import RereviewActs
from committee_desk.ui.rereview.card import RereviewCard
from committee_desk.ui.rereview.effects_panel import EffectsPanel
from committee_desk.ui.rereview.reading import Foreseen, Listed, One, Source, foreseen, has_effects, listed, one
from committee_desk.ui.rereview.register import Register
from committee_desk.ui.rereview.tab_acts import TabActs
from committee_desk.ui.system.cards_tab import allow, emptied
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LEAST_HIGH = 48


class RereviewTab(QFrame):
    """The list and its card at the left; `panel` is the preview of effects."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("复核与更正"))
        self.listed = Listed((), ())
        self._wanted = 0
        self.acts = RereviewActs(page, self.lead_to)
        self.offers = TabActs(page, self.acts)
        self.register = Register(page, self.open, self.correct)
        self.table = self.register.table
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._enter())
        self.card = RereviewCard()
        self.area = scrolled(self.card, tr("复核详情"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setMinimumHeight(LEAST_HIGH)  # it takes what is left, and asks for no more
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.empty = EmptyState(
            "scale",
            tr("还没有复核或更正"),
            tr("受理的异议和申请在这里立项复核，由没有经手被异议得分的人承办；本院自己发现的错误，在这里立项更正。"),
            (tr("立项复核…"), lambda: self.open() if self.listed.waiting else self.correct()),
        )
        self.panel = EffectsPanel(page)
        self.said, self.material, self.call = self.panel.add_acts(self._material, self._ask_committee)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QVBoxLayout()
        column.addLayout(self._above)
        column.addWidget(self.register)
        self._rule = hairline()
        column.addWidget(self._rule)
        column.addWidget(self.area, 1)
        column.addWidget(self.empty, 1)
        self._foot_rule = hairline()
        column.addWidget(self._foot_rule)
        column.addWidget(self.offers)
        page.follow_rights(self.show_rights)

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the register."""
        desk, year = self._page.desk, self._page.year
        self._page.read(lambda: listed(desk, year), self._take, kind="rereviews")

    def _take(self, read: Listed) -> None:
        self.listed = read
        some = bool(read.rows)
        for each in (self._rule, self.area, self._foot_rule, self.offers):
            each.setVisible(some)
        self.empty.setVisible(not some)
        self._remind()
        self.register.show_rows(read.rows)
        if self._wanted:
            self.choose(self._wanted)
        self._choose(self.table.current())
        self.show_rights()

    def _remind(self) -> None:
        """Accepted papers that nobody examines yet stand above everything."""
        emptied(self._above)
        waiting = self.listed.waiting if self.listed.rows else ()  # with none of them the page says so itself
        self._above.setContentsMargins(*((12, 12, 12, 0) if waiting else (0, 0, 0, 0)))
        if waiting:
            names = tr("、").join(f"{each.label} {each.name}" for each in waiting[:3])
            words = tr_n("{count} 件已受理，还没有立项复核", "{count} 件已受理，还没有立项复核", len(waiting))
            self._above.addWidget(Banner("info", words, names, (tr("立项复核…"), self.open)))

    def choose(self, number: int) -> None:
        """That one; once it is read where it is not yet."""
        self._wanted = 0 if self.register.choose(number) else number

    # -- one of them -----------------------------------------------------------------------------------------------

    def _choose(self, row: ProceedingRow | None) -> None:
        if row is None:
            self.offers.show_possible(None, None)
            self.panel.show_nothing()
            self._show_detail(wanted=False)
            return
        desk, year, number = self._page.desk, self._page.year, row.held.number
        types = self._page.place.may(Right.REREVIEW)
        self._page.read(lambda: one(desk, year, number, types=types), self._show_one, kind="rereview")

    def _show_one(self, read: One) -> None:
        current = self.table.current()
        if current is None or current.held.number != read.card.row.held.number:
            return
        self.card.show_one(read)
        self._follow(read, None)
        self._show_detail(wanted=True)
        if not has_effects(read.card):
            self.panel.show_nothing(over=not read.card.row.held.open)
            return
        self.panel.show_working()
        desk, year, sees = self._page.desk, self._page.year, self._page.place.may(Right.SEE_SCORES)
        self._page.read(
            lambda: foreseen(desk, year, read.card, sees_scores=sees),
            lambda found: self._show_foreseen(read, found),
            kind="effects",
            failed=self.panel.show_refused,
        )

    def _show_foreseen(self, read: One, found: Foreseen | None) -> None:
        current = self.table.current()
        if current is None or current.held.number != read.card.row.held.number:
            return
        if found is None:
            self.panel.show_nothing()
        else:
            self.panel.show_foreseen(read.card, found)
        self._follow(read, found)

    def _follow(self, read: One, found: Foreseen | None) -> None:
        self.offers.show_possible(read, found)
        act = self.offers.of_committee
        self.call.setText(tr("{act}…", act=act.title))
        self.call.setAccessibleName(act.title)
        allow(self.call, self.offers.why_not(act))
        settled = not read.card.row.held.open
        self.said.setVisible(not settled)
        self.call.setVisible(not settled)

    def _show_detail(self, *, wanted: bool) -> None:
        if self.isVisible():
            self._page.show_detail(wanted=wanted)

    def _enter(self) -> None:
        if self.offers.primary.isVisible() and self.offers.primary.isEnabled():
            self.offers.primary.setFocus()

    # -- acts ------------------------------------------------------------------------------------------------------

    def open(self, source: Source | None = None) -> None:
        """立项复核 of a paper that waits."""
        if why := self._why_not_open():
            self._page.place.say(why)
            return
        self.acts.open(self.listed.waiting, source)

    def open_from(self, objection: int) -> None:
        """立项复核 of that objection."""
        waiting = self.listed.waiting
        of = (each for each in waiting if (each.kind, each.number) == (ProceedingKind.OBJECTION, objection))
        self.open(next(of, None))

    def open_from_paper(self, label: str) -> None:
        """立项复核 of the paper of that number, whatever sort it is."""
        self.open(next((each for each in self.listed.waiting if each.label == label), None))

    def lead_to(self, number: int) -> None:
        """Show that one, with the keyboard in the register."""
        self.choose(number)
        self.table.setFocus()

    def correct(self) -> None:
        """立项更正 of the committee's own motion."""
        if why := self._page.place.why_not(Right.REREVIEW):
            self._page.place.say(why)
            return
        self.acts.correct()

    def _ask_committee(self) -> None:
        self.offers.carry_out(self.offers.of_committee)

    def _material(self) -> None:
        if self.offers.read is not None:
            self.acts.sheets.material(self.offers.read)

    def _why_not_open(self) -> str:
        nothing = "" if self.listed.waiting else tr("没有已受理而未立项的异议或申请")
        return self._page.place.why_not(Right.REREVIEW) or nothing

    def show_rights(self) -> None:
        """Bar what cannot be done here, with the reason."""
        waiting, barred = len(self.listed.waiting), self._page.place.why_not(Right.REREVIEW)
        opens = tr_n("立项复核（{count} 件已受理）…", "立项复核（{count} 件已受理）…", waiting)
        self.empty.button.setText(opens if waiting else tr("立项更正…"))
        self.empty.button.setAccessibleName(self.empty.button.text())
        allow(self.register.open_button, self._why_not_open())
        for act in (self.empty.button, self.register.correct_button):
            allow(act, barred)
        if self.offers.read is not None:
            self._follow(self.offers.read, self.offers.foreseen)

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the card and the preview; the acts of the row stand in Ctrl+K too."""
        self.register.show_low(low=low)
        self.said.setMaximumHeight(0 if low else 1000)

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table, or onto the act that brings the first one."""
        if self.listed.rows:
            return self.table
        return self.empty.button if self.empty.button.isEnabled() else self.register.correct_button

    def commands(self) -> tuple[PageCommand, ...]:
        """What the search palette offers of this tab."""
        own = (
            PageCommand(tr("立项复核"), self.open, "plus"),
            PageCommand(tr("立项更正"), self.correct, "pencil"),
        )
        return (*own, *self.offers.commands())

    def help_text(self) -> str:
        """What the tab is for."""
        return tr(
            "受理的异议、申请在这里立项复核；本院自己发现的错误、审议以后的处分立项更正。打分、评查、录入、审批过"
            "被异议得分的人，本人的负责人和亲属都不能承办，填写时即说明为什么。承办人都签了回避声明才能登记查明"
            "事实；写明与原记录不同的各项，右边就显示若变更对每个人的影响。委员会在等次审议的会议上表决，"
            "再登记决定、送达、逐人告知。"
        )
