"""The tab 复核申诉: the register of applications after the notice with its clocks, late objections to take over."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.roles import Right
from committee_desk.services.application_views import ApplicationCard, ApplicationRow, Offered
from committee_desk.services.views import Owed
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.surfaces import Banner, EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.decisions.applications_acts import ApplicationActs
from committee_desk.ui.decisions.applications_card import show_application
from committee_desk.ui.decisions.applications_columns import Show, applications_spec, lets
from committee_desk.ui.decisions.applications_taking import of_application
from committee_desk.ui.decisions.tabs import DecisionsTab
from committee_desk.ui.system.cards_tab import allow, emptied
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.ui.common.page import Page

NAMED, WORDS_HIGH, NARROW_BELOW = 3, 168, 700


class Read(NamedTuple):
    """What the tab reads at once; `knowing` counts who knows of a result."""

    rows: tuple[ApplicationRow, ...]
    offered: tuple[Offered, ...]
    knowing: int


class ApplicationsTab(DecisionsTab):
    """The register, with the acts on whichever is chosen below it."""

    def __init__(self, page: "Page", name: str) -> None:
        super().__init__(page, name)
        self._rows: tuple[ApplicationRow, ...] = ()
        self.offered: tuple[Offered, ...] = ()
        self._initials, self._wanted, self._low = Initials(), 0, False
        self.table: ListTable[ApplicationRow] = ListTable(
            applications_spec(self._initials.of), tr("复核申诉登记"), page.place.memory
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.go_on())
        self.acts = ApplicationActs(page, self.lead_to)
        self.empty = EmptyState(
            "scale", tr("还没有复核申请或申诉"),
            tr("检察官知道结果后三十日内可以申请复核，任何等次都可以；定为不称职的，不论人员类别都可以申请复核或者申诉。收到书面申请，在这里登记。"),
            (tr("登记申请…"), self.acts.taking.register),
        )  # fmt: skip
        self.unknown = EmptyState(
            "mail-forward", tr("还没有送达结果通知书"),
            tr("本人收到结果通知书，复核和申诉的期限才开始。公示期内的书面意见按异议办理。"),
            (tr("到决定与送达"), lambda: page.go.emit("decisions", "results")),
        )  # fmt: skip
        self._above = QVBoxLayout()
        self.tools = self._tools()
        self.column.addLayout(self._above)
        self.column.addWidget(self.tools)
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        for each in (self.empty, self.unknown):
            self.column.addWidget(each, 1)
            each.hide()
        self._rule = hairline()
        self.column.addWidget(self._rule)
        self.column.addWidget(self.acts)
        self.panel = ReadingPanel(page, tr("复核申诉详情"), tr("期限和进程"), tr("事实和理由"))
        self.panel.text.setMaximumHeight(WORDS_HIGH)

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        words = {Show.ALL: tr("全部"), Show.OPEN: tr("待办"), Show.LATE: tr("逾期"), Show.SETTLED: tr("已办")}
        self.tabs = RowTabs(tools, self.table, words, lets)
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        self.register = button(tr("登记申请…"), self.acts.taking.register, icon_name="plus")
        self.printing = button(tr("打印台账…"), self.acts.taking.print_register, icon_name="printer")
        for each in (self.register, self.printing):
            tools.add_widget(each)
        return tools

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window Ctrl+P prints the register, and Ctrl+K."""
        super().resizeEvent(event)
        self.printing.setVisible(self.width() >= NARROW_BELOW)

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the register, what can be taken over, and whether anybody knows of a result."""
        desk, year = self._page.desk, self._page.year
        if not self._page.place.may(Right.SEE_OBJECTIONS):
            self._take(Read((), (), 0))
            return
        self._page.read(
            lambda: Read(
                desk.applications.rows(year), desk.applications.offered(year), desk.applications.knowing(year)
            ),
            self._take,
            kind="applications",
        )

    def _take(self, read: Read) -> None:
        self._rows, self.offered = read.rows, read.offered
        some = bool(read.rows)
        for each in (self.table, self._rule, self.acts):
            each.setVisible(some)
        sees = self._page.place.may(Right.SEE_OBJECTIONS)
        self.empty.setVisible(sees and not some and bool(read.knowing))
        self.unknown.setVisible(sees and not some and not read.knowing)
        self._remind()
        self.tabs.show_rows(read.rows)
        prepare_filter(self._page, self.table, read.rows, [row.name for row in read.rows], self._initials)
        if self._wanted:
            self.lead_to(self._wanted)
        self._choose(self.table.current())
        self.show_rights()

    def _remind(self) -> None:
        """Late objections whose authors know of their result by now stand above everything."""
        emptied(self._above)
        barred = "" if self._page.place.may(Right.SEE_OBJECTIONS) else self._page.place.why_not(Right.SEE_OBJECTIONS)
        edge = 4 if self._low else 12
        self._above.setContentsMargins(*((edge, edge, edge, 0) if self.offered or barred else (0, 0, 0, 0)))
        if barred:
            self._above.addWidget(Banner("info", barred))
            self._above.addStretch(1)
        if not self.offered:
            return
        count = len(self.offered)
        words = tr_n("{count} 件逾期异议可转为复核申请", "{count} 件逾期异议可转为复核申请", count)
        listed = tr("、").join(f"{each.label} {each.name}" for each in self.offered[:NAMED])
        names = "" if self._low else listed
        act = (tr("接转…"), lambda: self.acts.taking.take_over(self.offered))
        self._above.addWidget(Banner("info", words, names, act))

    def pick(self, key: str) -> None:
        """Show other rows."""
        self.tabs.pick(key)

    def lead_to(self, number: int) -> None:
        """That one, whatever the list shows; once it is read where it is not yet."""
        self._wanted = 0 if any(row.held.number == number for row in self._rows) else number
        if not self._wanted and not self.table.choose(number):
            self.pick(Show.ALL.value)
            self.filter.clear()
            self.table.choose(number)

    # -- one of them -----------------------------------------------------------------------------------------------

    def _choose(self, row: ApplicationRow | None) -> None:
        if row is None:
            self.acts.show_possible(None)
            if self._page.detail is self.panel:
                self._page.show_detail(wanted=False)
            return
        desk, year, number = self._page.desk, self._page.year, row.held.number
        sees_scans = self._page.place.may(Right.SEE_CASES)

        def fetch() -> tuple[ApplicationCard, int | None]:
            scans = len(desk.attachments.of(of_application(year, number))) if sees_scans else None
            return desk.applications.card(year, number), scans

        self._page.read(fetch, lambda read: self._show_card(*read), kind="application")

    def _show_card(self, card: ApplicationCard, scans: int | None) -> None:
        current = self.table.current()
        if current is None or current.held.number != card.row.held.number:
            return
        self.acts.show_possible(card)
        if self._page.detail is self.panel:
            show_application(self.panel, card, scans)
            self._page.show_detail(wanted=True)

    def go_on(self) -> None:
        """Enter: what is next for it."""
        if self.acts.primary.isEnabled():
            self.acts.primary.click()
        else:
            self._page.place.say(self.acts.primary.toolTip())

    # -- what the page asks ----------------------------------------------------------------------------------------

    def show_rights(self, possible: "Callable[[QPushButton], str]" = lambda _act: "") -> None:  # noqa: ARG002 - its own
        """Bar what cannot be done here, with the reason."""
        place = self._page.place
        why = place.why_not(Right.TAKE_OBJECTIONS)
        for each in (self.register, self.empty.button):
            allow(each, why)
        allow(self.printing, "" if place.may(Right.SEE_OBJECTIONS) else place.why_not(Right.SEE_OBJECTIONS))
        self.acts.show_possible(self.acts.card)

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the list; printing stands in Ctrl+P and Ctrl+K too."""
        if low is not self._low:
            self._low = low
            self.acts.show_low(low=low)
            self._remind()

    def first(self) -> QWidget:
        """Into the list, or onto the act that brings the first one."""
        if self._rows:
            return self.table
        if self.unknown.isVisible():
            return self.unknown.button
        return self.empty.button if self.empty.button.isEnabled() else self.filter

    def show_target(self, key: object) -> None:
        """A line of 工作台, or application:3."""
        if isinstance(key, Owed):
            found = key.facts.get("numbers")
            number = next(iter(found), 0) if isinstance(found, tuple) else 0
            taking = key.kind == "application_take_over"
            self.pick(Show.ALL.value if taking else Show.OPEN.value)
            number = 0 if taking else number
        else:
            last = str(key).rpartition(":")[2]
            number = int(last) if last.isdecimal() and last.isascii() else 0
        if number:
            self._page.when_read(lambda: self.lead_to(int(number)))

    def print_(self) -> None:
        """Ctrl+P in this tab: the register."""
        if self.printing.isEnabled():
            self.acts.taking.print_register()
        else:
            self._page.place.say(self.printing.toolTip())

    def commands(self) -> tuple[PageCommand, ...]:
        """What the palette offers."""
        over = PageCommand(tr("接转逾期异议…"), lambda: self.acts.taking.take_over(self.offered), "arrow-forward-up")
        own, *others = self.acts.commands()
        return (own, over, *others)

    def help_text(self) -> str:
        """What the tab is for."""
        return tr(
            "对结果不服的，从知道结果的次日起三十日内可以申请复核：检察官对任何等次，其他人员对不称职；申诉只限不称职。"
            "是否逾期按纸面收到的时间核定，逾期的登记留存、不予受理。复核申请受理后立项复核，三十日内作出决定；"
            "申诉由上一级机关六十日内处理，可以延长一次三十日，决定变更的在这里立项执行。"
            "复核、申诉期间不停止执行，也不因此加重。选中一件按 Enter 办理下一项。"
        )
