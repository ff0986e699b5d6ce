"""领导评价: who must mark whom, who still owes it, and marks typed from the leaders' forms."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.mark_views import Leader, MarkRow
from committee_desk.services.views import Owed
from committee_desk.ui.ballots.mark_form import MarkDialog
from committee_desk.ui.ballots.mark_rows import Pair, Show, facts_of, pairs, spec, wanted
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.surfaces import EmptyState, button
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.people.columns import category_word
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class MarksTab(Tab):
    """One line for each mark that is owed or was given."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("领导评价"))
        self._rows: dict[str, MarkRow] = {}
        self._initials = Initials()
        self.table: ListTable[Pair] = ListTable(spec(self._initials.of), tr("领导评价"), page.place.memory)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.empty = EmptyState("users", tr("还没有人员"), tr("导入人员后，这里列出谁应当评价谁。"))
        self.empty.hide()
        self.column.addWidget(self._tools())
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.type = button(tr("录入评价…"), self.enter, icon_name="pencil", primary=True)
        self.charge = button(tr("登记分管…"), lambda: page.go.emit("people", None), icon_name="users")
        self.acts_below((self.type, Right.ENTER_MARKS), (self.charge, None))
        self.panel = ReadingPanel(page, tr("评价详情"), tr("谁来评价"), tr("理由"))

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        words = {Show.ALL: tr("全部"), Show.OWED: tr("待评"), Show.GIVEN: tr("已评"), Show.ODD: tr("须核对")}
        self.tabs = RowTabs(tools, self.table, words, wanted, self._of_filters)
        self.raters = tools.add_choice(tr("评价人"), tr("全部评价人"), lambda _rater: self.tabs.keep())
        self.departments = tools.add(DepartmentChoice(self.tabs.keep))
        self.categories = tools.add(CategoryChoice(self.tabs.keep))
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        return tools

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read who must mark whom."""
        desk, year = self._page.desk, self._page.year
        self._page.read(lambda: desk.marks.rows(year), self._take, kind="marks")

    def _take(self, rows: tuple[MarkRow, ...]) -> None:
        self._rows = {row.code: row for row in rows}
        lines = pairs(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.raters.offer(sorted({pair.rater for pair in lines if pair.rater}))
        self.departments.offer_of(row.department for row in rows)
        owing = {pair.row.category for pair in lines if wanted(pair, Show.OWED)}
        self.categories.start_with({row.category for row in rows}, owing)
        self.tabs.show_rows(lines)
        heard = [row.name for row in rows] + [pair.rater for pair in lines]
        prepare_filter(self._page, self.table, lines, heard, self._initials)
        self._choose(self.table.current())

    # -- filters ---------------------------------------------------------------------------------------------------

    def pick(self, key: str) -> None:
        """Show other lines."""
        self.tabs.pick(key)

    def _of_filters(self, pair: Pair) -> bool:
        return (
            self.raters.lets(pair.rater)
            and self.departments.lets(pair.row.department)
            and self.categories.lets(pair.row.category)
        )

    def show_line(self, line: Owed) -> None:
        """What a line of 工作台 is about: the leader's marks, in the category that owes them."""
        codes = line.facts.get("codes", ())
        among = {row.category for code in codes if (row := self._rows.get(code))} if isinstance(codes, tuple) else set()
        self.filter.clear()
        self.departments.show_all()
        self.raters.choose(line.facts.get("leader"))
        self.categories.choose(next(iter(among)) if len(among) == 1 else None)
        if self.table.shown:
            self.table.choose(self.table.shown[0].key)

    # -- one line --------------------------------------------------------------------------------------------------

    def _choose(self, pair: Pair | None) -> None:
        self.show_rights(lambda act: _in_the_way(pair) if act is self.type else "")
        if pair is None:
            self._page.show_detail(wanted=False)
            return
        row = pair.row
        about = " · ".join(word for word in (row.department, category_word(row.category), row.post) if word)
        self.panel.show_all(row.name, row.code, about, facts_of(row))
        self._page.show_detail(wanted=True)

    def _open(self, pair: Pair) -> None:
        if self.type.isEnabled():
            self._type(pair)
        else:
            self.panel.facts.choose_first()

    def enter(self) -> None:
        """Type the mark of the chosen line."""
        pair = self.table.current()
        if pair is not None:
            self._type(pair)

    def _type(self, pair: Pair | None) -> None:
        """One form after the other, down the list, until one is cancelled."""
        while pair is not None:
            if not pair.row.may:
                self._page.place.say(
                    tr("还没有登记谁分管{department}，先在“人员”登记分管", department=pair.row.department)
                )
                return
            following = self._next_owed(pair)
            if not self._form(pair):
                return
            pair = following

    def _form(self, pair: Pair) -> bool:
        dialog = MarkDialog(self._page.window(), pair.row, pair.leader or _first(pair.row))
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year

        def act() -> bool:
            held = dialog.held
            try:
                mark = dialog.typed()
            except ValueError:
                dialog.refuse(tr("得分不是数字。请填 0 至 100 之间的数，如 92.5。"), dialog.mark)
                return False
            if mark is None and held is None:
                dialog.refuse(tr("没有填写得分。请填 0 至 100 之间的数。"), dialog.mark)
                return False
            try:
                change = desk.marks.enter(
                    actor, year, pair.row.code, dialog.leader, mark, dialog.reason.text(), held.entry if held else None
                )
            except (DeskError, Trouble) as error:
                dialog.refuse(
                    sentence(error), dialog.reason if dialog.mark.text() and not dialog.reason.text() else dialog.mark
                )
                return False
            self._page.place.changes.announce(change)
            return True

        done = dialog.run(act)
        if done:
            self._page.place.say(tr("{name} 的领导评价已保存", name=pair.row.name))
        return done

    def _next_owed(self, pair: Pair) -> Pair | None:
        """The next line down the list that the same leader owes; None after the last."""
        shown = self.table.shown
        at = next((i for i, each in enumerate(shown) if each.key == pair.key), -1)
        leader = pair.leader
        return next((each for each in shown[at + 1 :] if each.owed and each.leader == leader), None) if leader else None

    # -- what the page asks ----------------------------------------------------------------------------------------

    def first(self) -> QWidget:
        """Into the table."""
        return self.table if self._rows else self.filter

    def show_person(self, code: str) -> None:
        """Bring a person's line into view."""
        line = next((pair for pair in pairs(self._rows.values()) if pair.row.code == code), None)
        if line is not None and not self.table.choose(line.key):
            self.filter.clear()
            for each in (self.raters, self.departments, self.categories):
                each.show_all()
            self.pick(Show.ALL.value)
            self.table.choose(line.key)

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts."""
        return (PageCommand(tr("录入领导评价"), self.enter, "pencil"),)

    def buttons(self) -> tuple[QPushButton, ...]:
        """The acts as buttons."""
        return self.type, self.charge


def _first(row: MarkRow) -> Leader | None:
    return next(iter((*row.owing, *row.due, *row.may)), None)


def _in_the_way(pair: Pair | None) -> str:
    """Why no mark can be typed there; empty where it can."""
    if pair is None:
        return tr("先选中一行")
    if pair.given is not None and pair.given.held.workbook:
        return tr("这个得分是导入的，要改用“更正导入值”（Ctrl+U）")
    return ""
