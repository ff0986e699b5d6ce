"""名额: the office's places and each category's, and every recorded decision that grading rests on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from committee_desk.domain.course import Stage
from committee_desk.domain.roles import Right
from committee_desk.services.grading_views import Decision, DecisionKind, GradingView
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.surfaces import Card, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.grading.place_cards import category_card, content_in_words, office_card, withdraw_first
from committee_desk.ui.grading.place_forms import LeftOverForm, PoolForm, QuarterForm, subject_in_words
from committee_desk.ui.grading.versions import VersionsDialog
from committee_desk.ui.system.cards_tab import CardsTab, allow, emptied, row_of
from committee_desk.wording.courses import stage_name
from committee_desk.wording.gradings import decision_kind_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LEAST_CARD = 250
FEWEST_ROWS, MOST_ROWS = 4, 12
"""Of the decisions so many stand without a scroll bar of their own: in a low window the page scrolls, not both."""


class PlacesTab(CardsTab):
    """Cards of places above, decisions below."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("名额"))
        self._view: GradingView | None = None
        self._meetings: Sequence[MeetingRow] = ()
        self._shown: list[Card] = []
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.left_over = button(tr("分配余额…"), self.assign, icon_name="plus")
        self.pool = button(tr("合并计算…"), self.pool_up, icon_name="sum")
        self.quarter = button(tr("提高比例的批复…"), self.allow_more, icon_name="percentage")
        self.versions = button(tr("历次名册…"), self.show_versions, icon_name="history")
        self.column.addLayout(row_of(self.left_over, self.pool, self.quarter))
        self.column.addWidget(self._cards)
        self.decisions = Card(tr("已登记的决定"))
        self.table: ListTable[Decision] = ListTable(self._spec(), tr("已登记的决定"), page.place.memory)
        self.table.chosen.connect(lambda _row: self.show_rights())
        self.lift = button(tr("撤销所选决定…"), self.lift_chosen, icon_name="arrow-back-up")
        self.decisions.body.addWidget(self.table)
        self.decisions.body.addSpacing(8)
        self.decisions.body.addLayout(row_of(self.lift, self.versions))
        self.column.addWidget(self.decisions, 1)

    def show_view(self, view: GradingView, meetings: Sequence[MeetingRow]) -> None:
        """Show these places and decisions."""
        self._view, self._meetings = view, meetings
        emptied(self._grid)
        self._shown = [office_card(view), *(category_card(each) for each in view.rolls)]
        self._lay_cards()
        self.table.set_rows(view.decisions)
        rows = min(max(FEWEST_ROWS, len(view.decisions)), MOST_ROWS)
        self.table.setMinimumHeight(HEADER_ROW + rows * ROW + 4)
        self.show_rights()

    def _lay_cards(self) -> None:
        """As many beside each other as there is room for, all as wide, in lines as even as can be."""
        count = max(1, len(self._shown))
        most = max(1, min(count, self.width() // LEAST_CARD))
        lines = -(-count // most)
        across = -(-count // lines)
        for at in range(max(across, self._grid.columnCount())):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
        for at, card in enumerate(self._shown):
            self._grid.addWidget(card, at // across, at % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards stand below each other in a narrow window."""
        super().resizeEvent(event)
        self._lay_cards()

    def first(self) -> QWidget:
        """Where work starts."""
        open_ones = (each for each in (self.left_over, self.pool, self.quarter) if each.isEnabled())
        return next(open_ones, self.table)

    def show_rights(self) -> None:
        """Bar what cannot be done now, with the reason."""
        why, late = self._page.place.why_not(Right.DECIDE_GRADES), self._late()
        spare = self._view is not None and (self._view.office.left_over or self._view.office.assigned)
        allow(self.left_over, why, late, "" if spare else tr("全院没有余额名额"))
        several = self._view is not None and len(self._view.rolls) > 1
        allow(self.pool, why, late, "" if several else tr("只有一个类别，不用合并"))
        allow(self.quarter, why, late)
        row = self.table.current()
        tie = row is not None and row.kind is DecisionKind.TIE and self._stage() is Stage.PROPOSED
        allow(self.lift, why, "" if tie else late, "" if self.table.current() is not None else tr("先选中一项决定"))

    def _stage(self) -> Stage:
        return self._view.stage if self._view is not None else Stage.SCORING

    def _late(self) -> str:
        """Why nothing is decided any more."""
        view = self._view
        if view is None or view.stage is Stage.SCORING:
            return ""
        if view.stage is Stage.PROPOSED:
            return withdraw_first()
        return tr("已经是“{stage}”，等次不再改动；确要改动的，先退回", stage=stage_name(view.stage))

    # -- acts ------------------------------------------------------------------------------------------------------

    def _can(self, act: QPushButton) -> bool:
        """Whether it can be done; why not is said where it cannot, for who searched for it."""
        if not act.isEnabled():
            self._page.place.say(act.toolTip())
        return act.isEnabled()

    def assign(self) -> None:
        """Give a category a place that is left over."""
        if self._view is not None and self._can(self.left_over):
            form = LeftOverForm(self._page, self._view, self._meetings)
            self._done(form.run(form.decide))

    def pool_up(self) -> None:
        """Count categories as one."""
        if self._view is not None and self._can(self.pool):
            form = PoolForm(self._page, self._view, self._meetings)
            self._done(form.run(form.decide))

    def allow_more(self) -> None:
        """Record the consent to more than 20 %."""
        if self._view is not None and self._can(self.quarter):
            form = QuarterForm(self._page, self._view)
            self._done(form.run(form.decide))

    def lift_chosen(self) -> None:
        """Let a decision hold no longer."""
        row, view = self.table.current(), self._view
        if view is None or not self._can(self.lift) or row is None:
            return
        kind = decision_kind_name(row.kind)
        text = tr(
            "“{kind}”（{about}，{document}）不再有效，名额和等次随之重算；记录仍保存在台账里。",
            kind=kind,
            about=subject_in_words(row.kind, row.subject, self._names()),
            document=row.document,
        )
        why = ask_reason(self, tr("撤销决定"), text, tr("撤销"))
        if why is not None:
            desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
            self._page.perform(lambda: desk.grading.lift(actor, year, row.kind, row.subject, why, row.entry))

    def show_versions(self) -> None:
        """Every version of the year's lists."""
        VersionsDialog(self._page).exec()

    def _done(self, recorded: bool) -> None:  # noqa: FBT001 - what the form answered
        if recorded:
            self._page.place.say(tr("决定已登记"))

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts."""
        return (
            PageCommand(tr("分配余额名额"), self.assign, "plus"),
            PageCommand(tr("合并计算名额"), self.pool_up, "sum"),
            PageCommand(tr("提高优秀比例的批复"), self.allow_more, "percentage"),
            PageCommand(tr("撤销所选的等次决定"), self.lift_chosen, "arrow-back-up"),
            PageCommand(tr("历次名册"), self.show_versions, "history"),
        )

    # -- the table -------------------------------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        rolls = self._view.rolls if self._view is not None else ()
        return {row.code: row.listed.name for roll in rolls for row in roll.rows}

    def _spec(self) -> TableSpec[Decision]:
        return TableSpec(
            id="grading-decisions",
            columns=(
                Column("kind", tr("决定"), lambda row: decision_kind_name(row.kind), 90, style=Style.NAME, fits=True),
                Column("about", tr("对象"), lambda row: subject_in_words(row.kind, row.subject, self._names()), 80,
                       fits=True),
                Column("what", tr("内容"), lambda row: content_in_words(row, self._names()), 120, stretch=True,
                       tip=lambda row: row.reason or ""),
                Column("document", tr("决定文号"), lambda row: row.document, 110, style=Style.SUB, fits=True),
                Column("day", tr("日期"), lambda row: row.day.isoformat(), 90, style=Style.SUB, fits=True),
            ),
            key=lambda row: (row.kind, row.subject),
            sort_by="day",
        )  # fmt: skip
