"""异议: the register of the year's objections, with the reminder to staff the desk above it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from committee_desk.domain.roles import Right
from committee_desk.services.attachment_views import AttachmentRow
from committee_desk.services.objection_views import ObjectionCard, ObjectionRow
from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.services.views import Owed
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.surfaces import Banner, EmptyState
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.objections.acts import ObjectionActs
from committee_desk.ui.objections.card import ObjectionPanel
from committee_desk.ui.objections.card_acts import CardActs
from committee_desk.ui.objections.columns import Show, spec, wanted
from committee_desk.ui.objections.papers import of_objection
from committee_desk.ui.objections.progress import examines
from committee_desk.ui.system.cards_tab import allow, emptied
from committee_desk.wording.language import tr
from committee_desk.wording.overview import owed_detail, owed_title

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class Shown(NamedTuple):
    """What the tab reads at once."""

    rows: tuple[ObjectionRow, ...]
    version: int
    """The newest notice; 0 where none was posted."""
    duty: Owed | None
    """The next day off on which the desk must be staffed."""


class ObjectionsTab(QFrame):
    """The list and its card."""

    def __init__(self, page: "Page", acts: ObjectionActs, write_letter: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._acts = page, acts
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("异议"))
        self._rows: tuple[ObjectionRow, ...] = ()
        self._initials, self._wanted = Initials(), 0
        self.version = 0
        self.rereview: Callable[[int, int | None], None] = lambda _source, _number: None
        """Leads to the re-review of an objection, or to opening one."""
        self.table: ListTable[ObjectionRow] = ListTable(spec(self._initials.of), tr("异议登记"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._enter_card())
        self.empty = EmptyState(
            "message-report",
            tr("还没有异议"),
            tr("公示期内收到的书面异议登记在这里，当场打印回执。匿名的和不属于本人权利的来信登记为情况反映。"),
            (tr("登记异议"), self.register),
        )
        self.unposted = EmptyState(
            "message-report",
            tr("公示书还没有张贴"),
            tr("张贴后，在这里登记公示期内收到的书面异议。张贴前收到的意见登记为情况反映。"),
            (tr("登记情况反映"), write_letter),
        )
        self.panel = ObjectionPanel(page, acts, self._lead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._above)
        column.addWidget(self._tools())
        column.addWidget(hairline())
        column.addWidget(self.table, 1)
        for each in (self.empty, self.unposted):
            column.addWidget(each, 1)
            each.hide()

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        words = {Show.ALL: tr("全部"), Show.OPEN: tr("待办"), Show.LATE: tr("逾期"), Show.SETTLED: tr("已办")}
        self.tabs = RowTabs(tools, self.table, words, wanted)
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        return tools

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the register, and which day the desk must be staffed."""
        desk, year, today = self._page.desk, self._page.year, self._page.now().date()

        def fetch() -> Shown:
            view = desk.publication.view(year)
            duty = (line for line in desk.overview(year, today).owed if line.kind == "staff_desk")
            version = view.versions[-1].version if view.versions else 0
            return Shown(desk.objections.rows(year), version, min(duty, key=lambda line: str(line.due), default=None))

        self._page.read(fetch, self._take, kind="objections")

    def _take(self, shown: Shown) -> None:
        self._rows, self.version = shown.rows, shown.version
        self.table.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows and bool(self.version))
        self.unposted.setVisible(not self._rows and not self.version)
        self._remind(shown.duty)
        self.tabs.show_rows(self._rows)
        names = [name for row in self._rows for name in (row.name, row.other_name) if name]
        prepare_filter(self._page, self.table, self._rows, names, self._initials)
        if self._wanted:
            self.choose(self._wanted)
        self._choose(self.table.current())
        self.show_rights()

    def _remind(self, duty: Owed | None) -> None:
        emptied(self._above)
        margin = 12 if duty is not None else 0
        self._above.setContentsMargins(margin, margin, margin, 0)
        if duty is not None:
            self._above.addWidget(Banner("info", owed_title(duty), owed_detail(duty)))

    def pick(self, key: str) -> None:
        """Show other rows."""
        self.tabs.pick(key)

    def choose(self, number: int) -> None:
        """That objection, whatever the list shows; once it is read where it is not yet."""
        self._wanted = 0 if any(row.held.number == number for row in self._rows) else number
        if not self._wanted:
            if self.filter.text():
                self.filter.clear()
            if not self.table.choose(number):
                self.pick(Show.ALL.value)
                self.table.choose(number)

    # -- one objection ---------------------------------------------------------------------------------------------

    def _choose(self, row: ObjectionRow | None) -> None:
        if row is None:
            self.panel.card = None
            self._page.show_detail(wanted=False)
            return
        desk, year, number = self._page.desk, self._page.year, row.held.number
        from_cases = self._page.place.may(Right.SEE_CASES)

        def fetch() -> tuple[ObjectionCard, tuple[AttachmentRow, ...], ProceedingRow | None]:
            scans = desk.attachments.of(of_objection(year, number)) if from_cases else ()
            of = [each for each in desk.proceedings.rows(year) if examines(each, number)]
            return desk.objections.card(year, number), scans, of[-1] if of else None

        self._page.read(fetch, lambda read: self._show_card(*read), kind="objection")

    def _show_card(self, card: ObjectionCard, scans: tuple[AttachmentRow, ...], examined: ProceedingRow | None) -> None:
        current = self.table.current()
        if current is None or current.held.number != card.row.held.number:
            return
        self.panel.show_card(card, len(scans), examined)
        self._page.show_detail(wanted=True)

    def _lead(self, source: int, number: int | None) -> None:
        self.rereview(source, number)

    def _enter_card(self) -> None:
        act = self.panel.first_act()
        if self.panel.isVisible() and act is not None:
            act.setFocus()

    def register(self) -> None:
        """登记异议, and then the new one is chosen."""
        why = self._page.place.why_not(Right.TAKE_OBJECTIONS)
        if why:
            self._page.place.say(why)
            return
        number = self._acts.register()
        if number is not None:
            self._page.when_read(lambda: self.choose(number))

    def show_rights(self) -> None:
        """Bar what cannot be done here, with the reason."""
        for act in (self.empty.button, self.unposted.button):
            allow(act, self._page.place.why_not(Right.TAKE_OBJECTIONS))

    def why_no_register(self) -> str:
        """Why nothing can be objected to yet."""
        return "" if self.version else tr("公示书还没有张贴，不能登记异议；意见请登记为情况反映")

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table, or onto the act that brings the first one."""
        if self._rows:
            return self.table
        act = self.empty.button if self.version else self.unposted.button
        return act if act.isEnabled() else self.filter

    def acts_on_chosen(self) -> tuple[PageCommand, ...]:
        """What can be done with the objection that is chosen."""
        return CardActs(self._page, self.panel, self._chosen_number).commands()

    def _chosen_number(self) -> int:
        row = self.table.current()
        return row.held.number if row is not None else 0

    def commands(self) -> tuple[PageCommand, ...]:
        """The papers of the counter."""
        sheets = self._acts.sheets
        return (
            PageCommand(tr("打印空白异议申请表"), sheets.form, "printer"),
            PageCommand(tr("打印异议台账"), sheets.register, "printer"),
        )
