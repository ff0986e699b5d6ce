"""打印: choose whom, see the very sheet, put it into a folder or on a printer, see what was printed when."""

from typing import TYPE_CHECKING, ClassVar

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.scores import PersonScore
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.month_views import SheetVersion
from committee_desk.services.sheet_reading import FORMS
from committee_desk.services.sheet_views import PrintedSheet
from committee_desk.services.views import JournalRow
from committee_desk.ui.common.category_box import CategoryBox, Listed
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.list_filters import DepartmentChoice
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.paper.preview import PagePreview
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.printing.arrangement import PREVIEW, Arrangement
from committee_desk.ui.printing.drawing import Drawing
from committee_desk.ui.printing.lists import PrintedRow, SheetRow, people_spec, printed_rows, printed_spec, sheet_rows
from committee_desk.ui.printing.months import months_spec
from committee_desk.ui.printing.ways_out import WaysOut
from committee_desk.ui.printing.whom import Whom, WhomBar
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MONTHS = "months"


class PrintPage(Page):
    """The list at the left, the sheet at the right."""

    page_id: ClassVar[str] = "print"
    icon_name: ClassVar[str] = "printer"
    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.CALENDAR}

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._initials = Initials()
        self._rows: list[SheetRow] = []
        self._target: str | None = None
        self.out = WaysOut(self)
        self.category = CategoryBox(self._pick_category)
        self.head.add_widget(self.category)
        self.explain_button = self.head.add_action(tr("个人得分说明…"), "report-analytics", self.out.explain_month)
        self.explain_button.hide()
        self.folder_button = self.head.add_action(tr("存到文件夹…"), "folder", self.out.to_folder, key=Shortcut.EXPORT)
        self.print_button = self.head.add_action(tr("打印…"), "printer", self.print_, primary=True)
        self.table: ListTable[SheetRow] = ListTable(people_spec(self._initials.of), tr("考核等次确认表"), place.memory)
        self.printed: ListTable[PrintedRow] = ListTable(printed_spec(), tr("打印记录"), place.memory)
        self.months: ListTable[SheetVersion] = ListTable(months_spec(), tr("月度公布表"), place.memory)
        self._tab = "people"
        self.preview = PagePreview()
        self.whom = WhomBar(self._update_buttons)
        self.drawing = Drawing(self)
        text = tr("导入人员和案件工作簿、算出得分后，这里可以预览和打印每个人的考核等次确认表。")
        self.empty = EmptyState("printer", tr("还没有可以打印的表"), text)
        self.empty.hide()
        self._build()
        self.table.chosen.connect(lambda _row: self.drawing.start())
        self.months.chosen.connect(lambda _row: self._choose_month())
        self.months.opened.connect(lambda _row: self._to_preview())
        self.preview.resized.connect(self.drawing.start)
        self.table.opened.connect(lambda _row: self._to_preview())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.follow_rights(self._update_buttons)

    @classmethod
    def title(cls) -> str:
        """打印."""
        return tr("打印")

    def _build(self) -> None:
        tools = ToolRow()
        words = (("people", tr("人员")), (MONTHS, tr("月度表")), ("printed", tr("打印记录")), (PREVIEW, tr("预览")))
        self.tabs = tools.add_tabs(words, self._pick_tab)
        self.departments = tools.add(DepartmentChoice(self._keep))
        self.filter = tools.add_filter(self.table, self._filter, self.table.remembered_filter())
        lists: dict[str, QWidget] = {"people": self.table, MONTHS: self.months, "printed": self.printed}
        self.split = Arrangement(tools, lists, self.whom, self.preview)
        self.split.use_tabs(self.tabs)
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.empty, 1)

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read who has a sheet and what was printed."""
        desk, year, category = self.desk, self.year, self.category.category
        self.read(lambda: _sheets_of(desk, year, category), lambda read: self._take(*read))
        self.read(lambda: desk.months.versions(year), self._take_months, kind=MONTHS)

    def _pick_category(self, _category: Category) -> None:
        """Another list, other sheets."""
        if self.has_desk:
            self.refresh()

    def _take(
        self, people: tuple[PersonScore, ...], sheets: tuple[PrintedSheet, ...], papers: tuple[JournalRow, ...]
    ) -> None:
        self._rows, printed = sheet_rows(people, sheets), printed_rows(sheets, papers)
        self.split.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self.head.say(tr("考核等次确认表，{year} 年度；党组决定前为未定稿", year=self.year))
        self.tabs.count("people", len(self._rows))
        self.tabs.count("printed", len(printed))
        self.departments.offer_of(row.score.department for row in self._rows)
        self.printed.set_rows(printed)
        self.table.set_rows(self._rows)
        prepare_filter(self, self.table, self._rows, [row.score.name for row in self._rows], self._initials)
        target, self._target = self._target, None
        if target is not None:
            self.show_target(target)
        elif self.table.current() is None and self.table.shown:
            self.table.choose(self.table.shown[0].score.code)
        self._count()
        self.drawing.start()

    def _take_months(self, versions: tuple[SheetVersion, ...]) -> None:
        self.months.set_rows(versions)
        self.tabs.count(MONTHS, len(versions))
        if self.months.current() is None and self.months.shown:
            first = self.months.shown[0]
            self.months.choose((first.month, first.category, first.version))
        self._update_buttons()

    def _choose_month(self) -> None:
        self._update_buttons()
        self.drawing.start()

    @property
    def on_months(self) -> bool:
        """Whether what is shown and printed is a month's sheet and not somebody's."""
        return self._tab == MONTHS

    # -- whom ------------------------------------------------------------------------------------------------------

    def _pick_tab(self, key: str) -> None:
        self.tabs.pick(key)
        self.split.show_tab(key)
        if key != PREVIEW:
            self._tab = key
            self.whom.setVisible(not self.on_months)
            self.explain_button.setVisible(self.on_months)
            self._update_buttons()
            self.drawing.start()

    def _to_preview(self) -> None:
        """Into the sheet."""
        if self.split.narrow:
            self._pick_tab(PREVIEW)
        self.preview.setFocus()

    def _keep(self) -> None:
        self.table.keep(lambda row: self.departments.lets(row.score.department))
        self._count()

    def _filter(self, text: str) -> None:
        self.table.filter_text(text)
        self.printed.filter_text(text)
        self.months.filter_text(text)
        self._count()

    def _count(self) -> None:
        self.whom.count(len(self.table.selected()), len(self.table.shown), len(self._rows))
        self._update_buttons()

    def _update_buttons(self) -> None:
        some = self.months.current() is not None if self.on_months else self.whom.chosen() > 0
        nothing = "" if some else tr("先选中要打印的表") if self.on_months else tr("先选中要打印的人")
        for each in (self.folder_button, self.print_button):
            self.head.allow(each, self.barred() or nothing)

    def barred(self) -> str:
        """Why who sits here may print nothing of what is in view."""
        return self.place.why_not(Right.PUBLISH_MONTH if self.on_months else Right.PRINT_SHEETS)

    def codes(self) -> list[str] | None:
        """The people chosen; None for everybody."""
        if self.whom.scope is Whom.ALL:
            return None
        rows = self.table.selected() if self.whom.scope is Whom.SELECTED else self.table.shown
        return [row.score.code for row in rows]

    def show_target(self, key: object) -> None:
        """Bring that person into view, on the list that is named or on the one in sight."""
        if isinstance(key, Listed):
            if key.category is not self.category.category:
                self._target = key.code
                self.category.choose(key.category)
                self._pick_category(key.category)
                return
            key = key.code
        if not self._rows:
            self._target = str(key)
        elif not self.table.choose(key):
            self.filter.clear()
            self.departments.show_all()
            self.table.choose(key)

    # -- acts ------------------------------------------------------------------------------------------------------

    def print_(self) -> None:
        """Ctrl+P: the chosen sheets."""
        self.out.print_()

    def commands(self) -> tuple[PageCommand, ...]:
        """Both ways out."""
        return (
            PageCommand(tr("表存到文件夹…"), self.out.to_folder, "folder", Shortcut.EXPORT),
            PageCommand(tr("打印…"), self.print_, "printer", Shortcut.PRINT),
            PageCommand(tr("个人月度得分说明…"), self.out.explain_month, "report-analytics"),
        )

    def help_text(self) -> str:
        """What the page shows."""
        return tr(
            "右侧就是将要打印的那一页。先在左侧选人（Shift 或 Ctrl 可多选），或按部门筛选，"
            "再选打印所选、列表中或全部的人。"
            "同一份数据重打不换版本；数据变了，版本号加一，旧版标为已被取代。"
            "“打印记录”列出本类的考核表和本年度其他文书各在何时由谁打印。"
            "“月度公布表”列出已公布的各月各版，可以重印任何一版；“个人得分说明”把一个人一个月的得分说清在一页上。"
        )

    def focus_first(self) -> None:
        """Into the list."""
        self.table.setFocus()


def _sheets_of(
    desk: Desk, year: int, category: Category
) -> tuple[tuple[PersonScore, ...], tuple[PrintedSheet, ...], tuple[JournalRow, ...]]:
    """Who is on that list, what was printed of it, and the other papers of the year.

    Nobody is on it where the year has no scheme of that category.
    """
    papers = desk.printed_papers.of_year(year)
    if category not in desk.scores.categories(year):
        return (), (), papers
    printed = tuple(each for each in desk.sheets.printed(year) if each.form == FORMS[category])
    return desk.scores.year(year, category).people, printed, papers
