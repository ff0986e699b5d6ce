"""汇总排名: the ranking with its quota line; any figure opens down to the cell it came from."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from committee_desk.domain.departments import department_order
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.scheme import NoSchemeOfCategory
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.views import Owed
from committee_desk.ui.common.category_box import CategoryBox, Listed
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.page import Page, PageCommand, Workplace, hairline
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import Banner
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import ROW_COMPACT
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.ranking.columns import Cut, ranking_spec, tie_sentence
from committee_desk.ui.ranking.detail import PersonDetail
from committee_desk.ui.ranking.empty import no_scheme, nobody, tie_reason, workbook_name
from committee_desk.ui.ranking.facts import FactsRow
from committee_desk.ui.ranking.foot import Foot
from committee_desk.ui.ranking.rows import RankingRow, Show, counts, wanted
from committee_desk.ui.ranking.shown import Shown, read_shown
from committee_desk.ui.ranking.ties import TiePaint
from committee_desk.wording.language import tr
from committee_desk.wording.protection import said_of_leaving
from committee_desk.wording.scheme_names import scheme_name

if TYPE_CHECKING:
    from committee_desk.services.second import Second

_EVERYWHERE: str | None = None


class RankingPage(Page):
    """Facts, filters, the table, who is not ranked; the person's score at the right."""

    page_id: ClassVar[str] = "ranking"
    icon_name: ClassVar[str] = "list-details"
    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.CALENDAR, Topic.SETTINGS, Topic.PRINTS}

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._shown: Shown | None = None
        self._show, self._department = Show.ALL, _EVERYWHERE
        self._initials = Initials()
        self._target: str | None = None
        self._cut = Cut()
        self._low = False
        self._table: ListTable[RankingRow] | None = None
        self._build_head()
        self.facts = FactsRow()
        self.facts.spread.picked.connect(self.show_target)
        self.foot = Foot(self.show_target, lambda: self._pick_tab(Show.UNRANKED.value))
        self._banner = QVBoxLayout()
        self._middle = QVBoxLayout()
        self.body.addWidget(self.facts)
        self.body.addWidget(hairline())
        self.body.addLayout(self._banner)
        self.body.addLayout(self._middle, 1)
        self.body.addWidget(self.foot)
        self.detail = self._person = PersonDetail(self)

    @classmethod
    def title(cls) -> str:
        """汇总排名."""
        return tr("汇总排名")

    def _build_head(self) -> None:
        self.category = CategoryBox(self._pick_category)
        self.head.add_widget(self.category)
        self.export_button = self.head.add_action(tr("导出"), "download", self.export, key=Shortcut.EXPORT)
        self.print_button = self.head.add_action(tr("打印"), "printer", self.print_)
        self.follow_rights(self._show_rights)

    def set_desk(self, desk: Desk, year: int) -> None:
        """Also bar what who sits here may not do."""
        super().set_desk(desk, year)
        self._show_rights()

    def _show_rights(self) -> None:
        self.head.allow(self.export_button, self.place.why_not(Right.EXPORT))
        self.head.allow(self.print_button, self.place.why_not(Right.PRINT_SHEETS))

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Score the year on the worker and show it."""
        desk, year, category, before = self.desk, self.year, self.category.category, self._shown
        self.read(lambda: read_shown(desk, year, category, before), self._take, failed=self._not_read)

    def _not_read(self, error: BaseException) -> None:
        """A year of an older desk has no scheme for that category: say so, and offer the shipped one."""
        if not isinstance(error, NoSchemeOfCategory):
            self.place.tell_failed_reading(self, error)
            return
        self._shown, self._table = None, None
        for layout in (self._banner, self._middle):
            _empty(layout)
        for widget in (self.facts, self.foot):
            widget.hide()
        self.show_detail(wanted=False)
        self.head.say("")
        may = not self.place.no_writing and self.desk.seat.may(Right.DRAFT_SCHEME)
        self._middle.addWidget(no_scheme(self.year, error.category, self.take_scheme if may else None))

    def _take(self, shown: Shown) -> None:
        again = self._shown is not None and self._shown.scheme == shown.scheme
        self._shown = shown
        self.facts.setVisible(not self._low)
        self._cut.set(shown.scores.quota, shown.rows)
        self.facts.show_scores(shown.scores, shown.rows)
        self.foot.show_people(shown.rows.others)
        self._show_banner(tie_sentence(shown.rows), tie_reason(shown.category))
        self.head.say(tr("{scheme}，算于 {at}", scheme=scheme_name(shown.scheme), at=f"{self.now():%m-%d %H:%M}"))
        if not again or self._table is None:
            self._build_table(shown)
        self._fill(shown)

    def _show_banner(self, sentence: str | None, plain: str) -> None:
        _empty(self._banner)
        if sentence:
            self._banner.addWidget(Banner("warn", sentence, plain))

    def _build_table(self, shown: Shown) -> None:
        _empty(self._middle)
        if not shown.people:
            self._table = None
            self._middle.addWidget(nobody(lambda: self.place.import_wanted.emit(ImportRequest())))
            return
        spec = ranking_spec(shown.scheme, self._cut, self._initials.of)
        table: ListTable[RankingRow] = ListTable(spec, tr("汇总排名"), self.place.memory, height=ROW_COMPACT)
        table.setItemDelegate(TiePaint(table.rows, ROW_COMPACT, table))
        table.chosen.connect(self._choose)
        table.opened.connect(lambda _row: self._person.focus_first())
        self._table = table
        self._middle.addWidget(self._tool_row(table))
        self._middle.addWidget(hairline())
        self._middle.addWidget(table, 1)

    def _tool_row(self, table: ListTable[RankingRow]) -> QWidget:
        row = ToolRow()
        words = [
            (Show.ALL.value, tr("全部")),
            (Show.EXCELLENT.value, tr("建议优秀")),
            (Show.TO_DO.value, tr("须处理")),
            (Show.UNRANKED.value, tr("不排名")),
        ]
        self.tabs = row.add_tabs(words, self._pick_tab)
        self.departments = row.add_choice(tr("部门"), tr("全部部门"), self._pick_department)
        self.filter = row.add_filter(table, table.filter_text, table.remembered_filter())
        return row

    def _fill(self, shown: Shown) -> None:
        if self._table is None:
            self.show_detail(wanted=False)
            return
        for show, count in counts(shown.rows.tally).items():
            self.tabs.count(show.value, count)
        self.departments.offer(sorted(shown.rows.tally.departments, key=department_order))
        self._table.set_rows(shown.people)
        names = (row.score.name for row in shown.people)
        prepare_filter(self, self._table, shown.people, names, self._initials)
        target, self._target = self._target, None
        if target is not None:
            self.show_target(target)
        elif (current := self._table.current()) is not None:
            self._choose(current)

    # -- whose list ------------------------------------------------------------------------------------------------

    def _pick_category(self, _category: Category) -> None:
        """Another list: nothing of the one before stays in sight."""
        self.show_detail(wanted=False)
        if self.has_desk:
            self.refresh()

    def _lead_to(self, line: Owed) -> None:
        """A line of 工作台: the list it is about, and the first of its people."""
        category = Category(str(line.facts.get("category", Category.PROSECUTOR)))
        codes = line.facts.get("codes")
        first = str(codes[0]) if isinstance(codes, tuple) and codes else None
        if category is not self.category.category:
            self._target = first
            self.category.choose(category)
            self._pick_category(category)
        elif first is not None:
            self.show_target(first)

    def _look_elsewhere(self, code: str) -> None:
        """Somebody who is on none of this category's lines may be on another list."""
        desk, year = self.desk, self.year
        self.read(lambda: desk.scores.lists_of(year, code), lambda lists: self._turn_to(lists, code), kind="lists")

    def _turn_to(self, lists: tuple[Category, ...], code: str) -> None:
        if lists and self.category.category not in lists:
            self._target = code
            self.category.choose(lists[-1])
            self._pick_category(lists[-1])

    def take_scheme(self) -> None:
        """Take over the shipped schemes of the categories that the year has none for."""
        desk, year, actor = self.desk, self.year, self.place.actor
        self.perform(lambda: desk.category_schemes.take_shipped(actor, year))

    # -- filters ---------------------------------------------------------------------------------------------------

    def _pick_tab(self, key: str) -> None:
        self._show = Show(key)
        self.tabs.pick(key)
        self._keep()

    def _pick_department(self, department: str | None) -> None:
        self._department = department
        self._keep()

    def _keep(self) -> None:
        if self._table is None:
            return
        show, department = self._show, self._department
        if show is Show.ALL and department is None:
            self._table.keep(None)
            return
        self._table.keep(lambda row: wanted(row, show) and department in (None, row.score.department))

    # -- the person ------------------------------------------------------------------------------------------------

    def _choose(self, row: RankingRow | None) -> None:
        self.facts.spread.select(row.score.code if row else None)
        if row is None or self._shown is None:
            self.show_detail(wanted=False)
            return
        self._person.show_person(row, self._shown)
        self.show_detail(wanted=True)

    def show_target(self, key: object) -> None:
        """Bring that person into view, lifting filters that hide them, on another category's list where need be."""
        if isinstance(key, Owed):
            self._lead_to(key)
            return
        if self._table is None or self._shown is None:
            self._target = str(key)
            return
        if self._table.choose(key):
            return
        self.filter.clear()
        self.departments.setCurrentIndex(0)
        self._pick_tab(Show.ALL.value)
        if not self._table.choose(key):
            self._look_elsewhere(str(key))

    # -- acts ------------------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Write the ranking, its breakdown and every figure's source to a workbook."""
        from committee_desk.ui.common.progress import ProgressDialog  # noqa: PLC0415 - not needed at start
        from committee_desk.ui.common.second import with_second_if_needed  # noqa: PLC0415 - the same

        if barred := self.place.why_not(Right.EXPORT):
            self.place.say(barred)
            return
        category = self.category.category
        name = workbook_name(self.year, category)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("导出汇总排名"), name, tr("工作簿 (*.xlsx)"))
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(".xlsx") else f"{chosen}.xlsx")
        desk, year, actor = self.desk, self.year, self.place.actor

        def write(second: "Second | None") -> Change | None:
            dialog = ProgressDialog(self, tr("正在导出"), stoppable=False)
            return dialog.carry_out(
                self.place.worker,
                lambda _progress: desk.scores.export(actor, year, path, second, category),
                asks=(DeskError, Trouble),
            )

        act = tr("将 {year} 年度汇总排名导出到“{name}”", year=year, name=path.name)
        change = self.perform(lambda: with_second_if_needed(self, desk, act, write))
        if change is not None:
            done = tr("已导出到 {path}", path=path)
            self.place.say(said_of_leaving(done, protected=desk.identity().protected))

    def print_(self) -> None:
        """Lead to 打印, to the person in view where there is one."""
        if barred := self.place.why_not(Right.PRINT_SHEETS):
            self.place.say(barred)
            return
        row = self._table.current() if self._table is not None else None
        self.go.emit("print", Listed(self.category.category, row.score.code) if row else None)

    def commands(self) -> tuple[PageCommand, ...]:
        """Export, and overriding or the history of the figure chosen at the right; the rest is navigation."""
        exports = PageCommand(tr("导出汇总排名"), self.export, "download", Shortcut.EXPORT)
        return (exports, self._person.overriding.command(), self._person.history.command())

    def help_text(self) -> str:
        """What the page shows."""
        return tr(
            "按总分排名；名额线之上建议优秀。选中一人，右侧列出各项得分的规则、算式和每一项依据，"
            "选中依据可看到它在原工作簿中的单元格。选中导入的依据可以更正它（须两人）。"
        )

    def show_low(self, *, low: bool) -> None:
        """A low window shows rows rather than facts."""
        super().show_low(low=low)
        self._low = low
        self.facts.setVisible(not low)

    def focus_first(self) -> None:
        """Into the table."""
        if self._table is not None:
            self._table.setFocus()
            if self._table.current() is None and self._table.shown and self._shown is not None:
                self._table.choose(self._table.shown[0].score.code)


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
