"""评分录入: a month's events typed line by line or person by person, each cell saved as it is left."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Claim, EventRow
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.initials import Initials
from committee_desk.ui.common.page import Page, PageCommand, Workplace, hairline
from committee_desk.ui.common.sheet.source import Outcome
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import tool
from committee_desk.ui.entry.by_event import ByEvent
from committee_desk.ui.entry.by_person import ByPerson
from committee_desk.ui.entry.desk_door import DeskDoor, Scope
from committee_desk.ui.entry.details import Details
from committee_desk.ui.entry.fixes import Ways
from committee_desk.ui.entry.foot import EntryFoot
from committee_desk.ui.entry.month_acts import MonthActs
from committee_desk.ui.entry.month_strip import MonthCell, MonthStrip
from committee_desk.ui.entry.not_accepted import NotAccepted
from committee_desk.ui.entry.panel import EntryPanel
from committee_desk.ui.entry.row_acts import RowActs
from committee_desk.ui.entry.shown import Beside, Shown, read_beside, read_shown
from committee_desk.ui.entry.targets import Targets
from committee_desk.ui.entry.tools import BY_EVENT, BY_PERSON, Acts, EntryTools
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.entry.grid_side import GridSide

WHEN_QUIET = 500
"""Milliseconds after the last cell until the month is read again as a whole."""
MONTH_KEY, MODE_KEY = "entry/month", "entry/mode"


class EntryPage(Page):
    """Strip, tools, batch line, one of two sheets, foot; what the row does at the right."""

    page_id: ClassVar[str] = "entry"
    icon_name: ClassVar[str] = "pencil"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.EVENTS, Topic.MONTHS, Topic.PEOPLE, Topic.SCHEME, Topic.IMPORTS, Topic.ATTACHMENTS, Topic.CASES}
    )

    touched = Signal(object)
    """A cell or a block reached the desk; from whichever thread."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.shown: Shown | None = None
        self.beside = Beside()
        self.scope = Scope(0, 1, Category.PROSECUTOR)
        self.refused = 0
        self.approver_typed = True
        self.initials = Initials()
        self._own, self._typed, self._barred = False, 0, ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(WHEN_QUIET)
        self._quiet.timeout.connect(self.read_again)
        self.touched.connect(self._announce)
        self.detail = self.panel = EntryPanel()
        self.panel.closed.connect(lambda: self.show_detail(wanted=False))
        self.details = Details(self, self.panel)
        self.acts = RowActs(self)
        for each in self.acts.buttons:
            self.panel.acts.addWidget(each)
        self.panel.acts.addStretch(1)
        self.month_acts = MonthActs(self)
        self.explained = tool(tr("本月得分说明"), "report-analytics", self.month_acts.explain)
        self.panel.tools.addWidget(self.explained)
        self.panel.tools.addWidget(self.acts.history.tool)
        self.acts.show_event(None)
        self.strip = MonthStrip()
        self.strip.picked.connect(lambda month: self.go_to(month=month))
        self.by_event, self.by_person = ByEvent(self), ByPerson(self)
        self.side: GridSide = self.by_event
        self.not_accepted = NotAccepted(self)
        self.targets = Targets(self)
        self._build()
        self._bind_keys()

    @classmethod
    def title(cls) -> str:
        """评分录入."""
        return tr("评分录入")

    def _build(self) -> None:
        acts = Acts(
            self.pick_mode,
            lambda category: self.go_to(category=category),
            self._undo,
            self._redo,
            self._paste,
            self.filter_rows,
            lambda _on: self.filter_rows(),
            lambda: self.show_detail(wanted=not self.detail_open),
        )
        self.tools = EntryTools(acts)
        self._sides = QStackedWidget()
        for side in (self.by_event, self.by_person):
            self._sides.addWidget(side)
            self.tools.saved.addWidget(side.saved)
            side.sheet.undo_changed.connect(self._tell_undo)
            side.sheet.refused_changed.connect(self._tell_refused)
            side.sheet.said.connect(self.place.say)
            side.sheet.run_blocks_with(self._run_block)
        self.foot = EntryFoot()
        for part in (self.strip, hairline(), self.tools.row, self.tools.filters, hairline()):
            self.body.addWidget(part)
        self.body.addWidget(self._sides, 1)
        self.body.addWidget(hairline())
        self.body.addWidget(self.foot)

    def _bind_keys(self) -> None:
        """The keys of the two ways of typing and of the months, wherever the focus is on the page."""
        self._by_key: dict[Shortcut, Callable[[], None]] = {
            Shortcut.BY_EVENT: lambda: self.pick_mode(BY_EVENT),
            Shortcut.BY_PERSON: lambda: self.pick_mode(BY_PERSON),
            Shortcut.PREVIOUS_MONTH: lambda: self.strip.step(-1),
            Shortcut.NEXT_MONTH: lambda: self.strip.step(1),
        }
        for key, act in self._by_key.items():
            QShortcut(key.keys, self, act)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def set_desk(self, desk: Desk, year: int) -> None:
        """Start with the month where work was left, else with the present one."""
        if year != self.scope.year or not self.has_desk:
            self.shown = None
            self.scope = Scope(year, self._first_month(desk, year), self.scope.category)
            self.strip.choose(self.scope.month)
        self.approver_typed = not desk.entry.strict
        self.pick_mode(BY_PERSON if self.place.memory.value(MODE_KEY) == BY_PERSON else BY_EVENT, focus=False)
        super().set_desk(desk, year)

    def _first_month(self, desk: Desk, year: int) -> int:
        kept = str(self.place.memory.value(f"{MONTH_KEY}/{year}", ""))
        if kept.isdecimal() and 1 <= int(kept) <= 12:
            return int(kept)
        today = desk.clock().date()
        return 12 if today.year > year else 1 if today.year < year else today.month

    def refresh(self) -> None:
        """Read the month, then what stands beside it."""
        desk, scope, typed = self.desk, self.scope, self._typed
        self.read(lambda: read_shown(desk, scope), lambda shown: self._take(shown, typed))
        self.read(lambda: read_beside(desk, scope), lambda beside: self._take_beside(scope, beside), kind="beside")

    def _take(self, shown: Shown, typed: int) -> None:
        if shown.scope != self.scope:
            return
        if typed != self._typed and self.shown is not None and self.shown.scope == shown.scope:
            self._quiet.start()  # a cell was saved since: this reading does not hold it
            return
        barred = self.may_type(shown)
        fresh = self.shown is None or self.shown.scope != shown.scope or barred != self._barred
        self._barred = barred
        self.shown = shown
        self.initials_wanted()
        self._show_strip()
        for side in (self.by_event, self.by_person):
            side.show_month(shown, self._door(), fresh=fresh)
        self.tools.departments.offer_of(each.department for each in shown.grid.people)
        self.month_acts.show_state()
        self._say_state()
        self.details.show_month()
        self.side.tell_where()
        if fresh:
            self.show_detail(wanted=True)
        self.targets.show_waiting()

    def _take_beside(self, scope: Scope, beside: Beside) -> None:
        if scope == self.scope:
            self.beside = beside
            self._show_strip()
            self.month_acts.show_state()
            self.details.show_month()
            self.side.tell_where()

    def _show_strip(self) -> None:
        if self.shown is not None:
            corrected = self.beside.corrected
            self.strip.show_months([MonthCell(each.view, each.month in corrected) for each in self.shown.months])

    def initials_wanted(self) -> None:
        """Learn how the names sound while nobody waits."""
        names = [each.name for each in self.shown.grid.people] if self.shown is not None else []
        self.read(lambda: self.initials.hear(names), lambda _nothing: None, kind="initials")

    def _door(self) -> DeskDoor:
        ways = Ways(self.acts.withdraw_number, self.month_acts.reopen, self.acts.ask_why)
        return DeskDoor(self.desk, self.place.actor, self.scope, ways, self.touched.emit)

    def _say_state(self) -> None:
        shown = self.shown
        if shown is None:
            return
        what = tr("加减分登记") if self.side is self.by_event else tr("按人员登记")
        self.head.say(tr("{month}，{what}", month=month_name(shown.scope.month), what=what))
        self.foot.show_sheet(shown.sheet)

    def takes_typing(self) -> bool:
        """Whether the month is open and who sits here may type."""
        return self.shown is not None and self.may_type(self.shown) == ""

    def may_type(self, shown: Shown) -> str:
        """Why nothing can be typed; empty when it can."""
        if self.place.no_writing:
            return self.place.no_writing
        if not self.place.may(Right.ENTER_EVENTS):
            return tr("当前角色只能查看，不能录入")
        return "" if shown.sheet.open else shown.closed_word()

    def nothing_lacking(self) -> str:
        """The title of the last part where nothing is missing."""
        shown = self.shown
        if shown is None or shown.sheet.open:
            return tr("没有缺项，可以关账")
        return self.strip.cell.said()

    def claims_of(self, event: EventRow) -> tuple[Claim, ...]:
        """Claims of its paper by others, or twice by the same person."""
        return self.beside.claims_of(event)

    # -- typing ----------------------------------------------------------------------------------------------------

    def _announce(self, change: Change) -> None:
        self._typed += 1
        self._own = True
        try:
            self.place.changes.announce(change)
        finally:
            self._own = False

    def _hear(self, change: Change) -> None:
        if self._own and self.shown is not None:
            self._quiet.start()
            return
        super()._hear(change)

    def read_at_once(self) -> None:
        """Another changed what was being typed: show theirs now."""
        self._take(read_shown(self.desk, self.scope), self._typed)

    def _run_block(self, work: Callable[[], Sequence[Outcome]], done: Callable[[Sequence[Outcome]], None]) -> None:
        def failed(error: BaseException) -> None:
            self.place.tell_failed_reading(self, error)

        self.place.worker.run(lambda _progress: work(), done, failed, writes=True, owner=self)

    def _tell_undo(self, undo: bool, redo: bool) -> None:  # noqa: FBT001 - as the sheet tells it
        if self.sender() is self.side.sheet:
            self.tools.can_undo(undo, redo)

    def _tell_refused(self, _count: int) -> None:
        if (count := self.not_accepted.here()) != self.refused:
            self.refused = count
            self.details.show_month()

    def lead(self, page: str, target: object) -> None:
        """Lead to the place of something missing."""
        if page == self.page_id:
            self.show_target(target)
        else:
            self.go.emit(page, target)

    def _undo(self) -> None:
        self.side.sheet.undo()

    def _redo(self) -> None:
        self.side.sheet.redo()

    def _paste(self) -> None:
        self.side.sheet.paste()

    def settle(self) -> None:
        """Cells and the batch line are saved as they stand."""
        self.settled()

    def settled(self) -> bool:
        """Save what is half typed; whether nothing is on its way any more."""
        if not self.has_desk or self.shown is None:
            return True
        self.by_person.bar.settle()
        settled = [side.sheet.settle() for side in (self.by_event, self.by_person)]
        return all(settled)

    # -- month, category, mode -------------------------------------------------------------------------------------

    def go_to(self, *, month: int | None = None, category: Category | None = None) -> None:
        """Another month or category, once what was typed is saved."""
        wanted = Scope(self.scope.year, month or self.scope.month, category or self.scope.category)
        if wanted == self.scope:
            return
        for side in (self.by_event, self.by_person):
            if not side.sheet.settle():
                side.settled_then(lambda: self.go_to(month=month, category=category))
                self._stay()
                return
        if self.not_accepted.here() and not self.not_accepted.may_leave():
            self._stay()
            return
        self.scope = wanted
        self._stay()
        self.place.memory.setValue(f"{MONTH_KEY}/{wanted.year}", wanted.month)
        self.read_again()

    def _stay(self) -> None:
        """Strip and category show the scope."""
        self.strip.choose(self.scope.month)
        self.tools.category.choose(self.scope.category)

    def unaccepted(self) -> int:
        """Cells of all months whose text was not accepted."""
        return self.not_accepted.everywhere()

    def keep_typed(self) -> object:
        """What was typed and not accepted, with the keys of its lines."""
        return self.not_accepted.keep()

    def take_typed(self, kept: object) -> None:
        """It stands here again when its month is read."""
        self.not_accepted.take(kept)

    def pick_mode(self, mode: str, *, focus: bool = True) -> None:
        """By event or by person."""
        self.side.sheet.settle()
        self.place.memory.setValue(MODE_KEY, mode)
        self.side = self.by_event if mode == BY_EVENT else self.by_person
        self.tools.tabs.pick(mode)
        self._sides.setCurrentWidget(self.side)
        self.tools.saved.setCurrentWidget(self.side.saved)
        self.refused = self.not_accepted.here()
        self.filter_rows()
        self._say_state()
        self.details.show_month()
        if self.shown is not None:
            self.side.tell_where()
        if focus:
            self.side.sheet.setFocus()

    def filter_rows(self) -> None:
        """Department, and what is still empty."""
        self.side.filter_rows(self.tools.departments.chosen, unfilled=self.tools.unfilled.isChecked())

    def show_target(self, key: object) -> None:
        """A month, or an event of a month: (12, 17), 12, or a person's code; or a line of 工作台."""
        self.targets.show(key)

    # -- acts ------------------------------------------------------------------------------------------------------

    def import_(self) -> None:
        """Open the import wizard."""
        self.place.import_wanted.emit(ImportRequest())

    def print_(self) -> None:
        """Ctrl+P: the month's sheets."""
        self.month_acts.versions()

    def commands(self) -> tuple[PageCommand, ...]:
        """Import, the month's acts, and those on the event in view."""
        imports = PageCommand(tr("导入工作簿"), self.import_, "file-import", Shortcut.IMPORT)
        line = PageCommand(tr("填写本列的批次"), self.by_person.to_line, "notes", Shortcut.BATCH)
        detail = PageCommand(tr("右侧详情"), lambda: self.show_detail(wanted=True), "info-circle")
        keys = [PageCommand(key.does(), act, "chevron-right", key) for key, act in self._by_key.items()]
        return (imports, line, detail, *keys, *self.month_acts.commands(), *self.acts.commands())

    def help_text(self) -> str:
        """What the page shows."""
        return tr(
            "逐月登记加减分。“按事件”一行一条，“按人员”每列一项指标，事由、凭证号和审批人填在该列的批次里（Ctrl+B）。"
            "输入后按 Enter 到下一格，每格离开时即保存；未接受的内容留在格中并说明原因，F8 逐处查看。"
            "可从 Excel、WPS 整块粘贴，Ctrl+D 向下填充，Ctrl+Z 撤销，Ctrl+F 查找。"
        )

    def show_low(self, *, low: bool) -> None:
        """A low window shows rows rather than states, sums and hints."""
        super().show_low(low=low)
        self.strip.show_low(low=low)
        self.foot.setVisible(not low)
        self.by_person.strip.setVisible(not low)

    def focus_first(self) -> None:
        """Into the grid, where typing goes on."""
        self.side.sheet.setFocus()
