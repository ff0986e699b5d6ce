"""案件与评查: find cases among thousands, see what each lacks, and import more."""

from typing import ClassVar

from PySide6.QtCore import QTimer

from committee_desk.services.attachments import of_case
from committee_desk.services.changes import Topic
from committee_desk.services.views import CaseRow, Owed
from committee_desk.ui.cases.columns import Show, cases_spec, wanted
from committee_desk.ui.cases.panel import CasePanel
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.list_filters import DepartmentChoice
from committee_desk.ui.common.page import Page, PageCommand, Workplace, hairline
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.source_box import numbered_imports
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


class CasesPage(Page):
    """The cases closed in the year, and those still open."""

    page_id: ClassVar[str] = "cases"
    icon_name: ClassVar[str] = "briefcase"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CASES, Topic.PEOPLE, Topic.IMPORTS, Topic.SCHEME, Topic.ATTACHMENTS, Topic.EVENTS}
    )

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._rows: tuple[CaseRow, ...] = ()
        self._show = Show.ALL
        self._target: str | None = None
        self._initials = Initials()
        self.idle_button = self.head.add_action(tr("入额未办案"), "user-off", self.show_idle)
        self.import_button = self.head.add_action(
            tr("导入工作簿"), "file-import", self.import_, primary=True, key=Shortcut.IMPORT, writes=True
        )
        self.table: ListTable[CaseRow] = ListTable(cases_spec(self._initials.of), tr("案件"), place.memory)
        text = tr("导入案件工作簿；已有评查、加减分、评价的，可把整个文件夹一起导入。")
        self.empty = EmptyState("briefcase", tr("还没有案件"), text, (tr("导入工作簿"), self.import_))
        self.empty.hide()
        self.body.addWidget(self._tool_row())
        self.body.addWidget(hairline())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.detail = self._panel = CasePanel(self)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._panel.facts.choose_first())

    @classmethod
    def title(cls) -> str:
        """案件与评查."""
        return tr("案件与评查")

    def _tool_row(self) -> ToolRow:
        tools = ToolRow()
        words = [
            (Show.ALL.value, tr("全部")),
            (Show.OPEN.value, tr("未结")),
            (Show.UNREVIEWED.value, tr("缺评价")),
            (Show.CAUSELESS.value, tr("待认定原因")),
            (Show.LATE.value, tr("超期")),
        ]
        self.tabs = tools.add_tabs(words, self._pick_tab)
        self.kinds = tools.add_choice(tr("案件类别"), tr("全部案件类别"), lambda _kind: self._keep())
        self.departments = tools.add(DepartmentChoice(self._keep, tr("承办部门")))
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        return tools

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the cases."""
        desk, year = self.desk, self.year
        self.read(lambda: desk.cases.rows(year), self._take)

    def _take(self, rows: tuple[CaseRow, ...]) -> None:
        self._rows = rows
        reviewed = sum(row.grade is not None for row in rows)
        self.head.say(
            tr("{year} 年度 {count} 件，已评查 {reviewed} 件", year=self.year, count=len(rows), reviewed=reviewed)
        )
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for show in Show:
            self.tabs.count(show.value, sum(wanted(row, show) for row in rows))
        asked = any(wanted(row, Show.CAUSELESS) for row in rows) or self._show is Show.CAUSELESS
        self.tabs.buttons[Show.CAUSELESS.value].setVisible(asked)  # few offices ever have such a case
        self.kinds.offer(sorted({row.kind for row in rows}), dictionary_word)
        self.departments.offer_of(row.department or "" for row in rows)
        self.table.set_rows(rows)
        prepare_filter(self, self.table, rows, [name for row in rows for name in row.handlers], self._initials)
        target, self._target = self._target, None
        if target is not None:
            self.show_target(target)
        elif (current := self.table.current()) is not None:
            self._choose(current)

    # -- filters ---------------------------------------------------------------------------------------------------

    def _pick_tab(self, key: str) -> None:
        self._show = Show(key)
        self.tabs.pick(key)
        self._keep()

    def _keep(self) -> None:
        show = self._show
        self.table.keep(
            lambda row: wanted(row, show) and self.kinds.lets(row.kind) and self.departments.lets(row.department)
        )

    # -- the case --------------------------------------------------------------------------------------------------

    def _choose(self, row: CaseRow | None) -> None:
        if row is None:
            self.show_detail(wanted=False)
            return
        self._panel.show_row(row)
        self.show_detail(wanted=True)
        desk, year, number = self.desk, self.year, row.number
        self.read(
            lambda: (
                desk.cases.card(number),
                desk.scores.scheme(year),
                numbered_imports(desk),
                desk.attachments.of(of_case(number)),
                desk.evaluations.card(number),
            ),
            lambda five: self._panel.show_card(*five),
            kind="card",
        )

    def show_target(self, key: object) -> None:
        """Bring a case into view, lifting filters that hide it; or what a line of 工作台 is about."""
        if isinstance(key, Owed):
            self.when_read(lambda: self._lead_to(key))
        elif not self._rows:
            self._target = str(key)
        elif not self.table.choose(key):
            self.filter.clear()
            self.kinds.show_all()
            self.departments.show_all()
            self._pick_tab(Show.ALL.value)
            self.table.choose(key)

    def _lead_to(self, line: Owed) -> None:
        """The tab that lists what is owed, and the first case of it."""
        if line.kind == "without_cases":
            QTimer.singleShot(0, self, self.show_idle)
            return
        if not self._rows:
            return
        self.filter.clear()
        self.kinds.show_all()
        self.departments.show_all()
        self._pick_tab(LED_TO.get(line.kind, Show.ALL).value)
        if line.kind == "overdue":
            today = self.now().date()
            late = [row for row in self._rows if row.closed is None and row.due is not None and row.due < today]
            wanted_case: object = min(late, key=lambda row: (row.due or today, row.number)).number if late else None
        else:
            numbers = line.facts.get("numbers", ())
            wanted_case = line.facts.get("number") or (numbers[0] if isinstance(numbers, tuple) and numbers else None)
        if wanted_case is None and self.table.shown:
            wanted_case = self.table.shown[0].number
        if wanted_case is not None:
            self.table.choose(wanted_case)

    # -- acts ------------------------------------------------------------------------------------------------------

    def import_(self) -> None:
        """Open the import wizard."""
        self.place.import_wanted.emit(ImportRequest())

    def show_idle(self) -> None:
        """Quota-holders without a case (入额的不办案)."""
        from committee_desk.ui.cases.idle import show_idle  # noqa: PLC0415 - hardly ever

        show_idle(self)

    def commands(self) -> tuple[PageCommand, ...]:
        """Import, evaluate, and the history of the fact chosen at the right."""
        imports = PageCommand(tr("导入工作簿"), self.import_, "file-import", Shortcut.IMPORT)
        return (
            imports,
            *self._panel.evaluation.commands(),
            self._panel.overriding.command(),
            self._panel.history.command(),
            self._panel.attachments.command(),
            PageCommand(tr("入额未办案的检察官"), self.show_idle, "user-off"),
        )

    def help_text(self) -> str:
        """What the page shows."""
        return tr(
            "本年度审结的案件和仍未结的案件。选中一件，右侧列出日期、承办人及折合件数和评价，"
            "选中其中一条可看到它在原工作簿中的单元格。按 Ctrl+R 录入或补充这个案件的评价（一案一评），"
            "按 Ctrl+U 更正所选的导入值（须两人）。“缺评价”列出还没有评价的案件，"
            "“待认定原因”列出须先作原因认定的无罪、免予刑事处罚案件。把工作簿拖到窗口上即可导入。"
        )

    def focus_first(self) -> None:
        """Into the table."""
        if self._rows:
            self.table.setFocus()
        else:
            self.empty.button.setFocus()


LED_TO = {
    "unreviewed": Show.UNREVIEWED, "overdue": Show.OPEN, "case_due": Show.OPEN, "cause_missing": Show.CAUSELESS,
}  # fmt: skip
"""The tab that a line of 工作台 leads to."""
