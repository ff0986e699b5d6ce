"""名册: everybody by category and rank, and the acts on one person: another grade, review, tie, missing rating."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from committee_desk.domain.course import Stage
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.grading_views import GradingView
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.page import PageCommand, hairline
from committee_desk.ui.common.row_tabs import RowTabs
from committee_desk.ui.common.surfaces import EmptyState, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.grading.columns import Headings, roll_spec
from committee_desk.ui.grading.person import show_person
from committee_desk.ui.grading.person_acts import PersonActs
from committee_desk.ui.grading.place_cards import withdraw_first
from committee_desk.ui.grading.rows import Line, Show, lets
from committee_desk.wording.language import tr
from committee_desk.wording.scores import status_outside

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

APART_NAMED = 12
Held = TypeVar("Held")


class RollTab(Tab):
    """The list of people who are graded here."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page, tr("名册"))
        self.acts = PersonActs(page)
        self._lines: list[Line] = []
        self._initials, self._headings = Initials(), Headings()
        self.table: ListTable[Line] = ListTable(
            roll_spec(self._headings, self._initials.of), tr("等次建议名册"), page.place.memory
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _line: self.settle())
        self.empty = EmptyState("gavel", tr("还没有可以评定的人"), tr("导入人员并通过考核方案后，这里列出等次建议。"))
        self.empty.hide()
        self.column.addWidget(self._tools())
        self.column.addWidget(hairline())
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.empty, 1)
        self.apart = label("", "cap", wrap=True, select=True)
        self.apart.setContentsMargins(20, 6, 20, 6)
        self.column.addWidget(self.apart)
        self.depart = button(tr("改定等次…"), self.choose_grade, icon_name="pencil")
        self.review = button(tr("业务能力评审…"), self.review_ability, icon_name="clipboard-check")
        self.tie = button(tr("平票决定…"), self.decide_tie, icon_name="scale")
        self.incomplete = button(tr("评价不全…"), self.settle_incomplete, icon_name="clock")
        self.acts_below(
            (self.depart, Right.PROPOSE_GRADES),
            (self.review, Right.REVIEW_ABILITY),
            (self.tie, Right.DECIDE_GRADES),
            (self.incomplete, Right.DECIDE_GRADES),
        )
        self.panel = ReadingPanel(page, tr("等次详情"), tr("得分、等次和决定"), tr("情况记述"))

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        words = {Show.ALL: tr("全部"), Show.EXCELLENT: tr("优秀"), Show.TO_DO: tr("待办"), Show.DEPARTING: tr("改动")}
        self.tabs = RowTabs(tools, self.table, words, lets, self._of_filters)
        self.departments = tools.add(DepartmentChoice(self.tabs.keep))
        self.categories = tools.add(CategoryChoice(self.tabs.keep))
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        return tools

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_view(
        self, view: GradingView, meetings: Sequence[MeetingRow], ratings: Mapping[str, str], lines: list[Line]
    ) -> None:
        """Show this roll, whose lines were made beside the window."""
        self.acts.follow(view, meetings, ratings)
        self._lines = lines
        self._headings.of(view.rolls)
        self.table.setVisible(bool(self._lines))
        self.empty.setVisible(not self._lines)
        self.categories.offer_of({Category(each.category) for each in view.rolls})
        self.departments.offer_of(line.row.listed.department for line in self._lines)
        at = next((at for at, line in enumerate(self.table.shown) if line is self.table.current()), -1)
        self.tabs.show_rows(self._lines)
        self._choose_next(at)
        self._say_apart(view)
        names = [line.row.listed.name for line in self._lines]
        prepare_filter(self._page, self.table, self._lines, names, self._initials)
        self._choose(self.table.current())

    def _choose_next(self, at: int) -> None:
        """Whoever was dealt with left the list: on with who stands in that place now."""
        if at >= 0 and self.table.current() is None and (left := self.table.shown):
            self.table.choose(left[min(at, len(left) - 1)].code)

    def _say_apart(self, view: GradingView) -> None:
        """Who is not graded here."""
        apart = [each for roll in view.rolls for each in roll.apart]
        told = [tr("{name}（{status}）", name=each.name, status=status_outside(each.status)) for each in apart]
        more = tr("等 {count} 人", count=len(told)) if len(told) > APART_NAMED else ""
        self.apart.setText(tr("不在此评定：{names}", names=tr("、").join(told[:APART_NAMED]) + more))
        self.apart.setVisible(bool(told))

    def pick(self, key: str) -> None:
        """Show other people."""
        self.tabs.pick(key)

    def _of_filters(self, line: Line) -> bool:
        listed = line.row.listed
        return self.departments.lets(listed.department) and self.categories.lets(listed.category)

    def show_person(self, code: str) -> None:
        """Bring somebody into view."""
        if not self.table.choose(code):
            self.pick(Show.ALL.value)
            self.filter.clear()
            self.departments.show_all()
            self.categories.show_all()
            self.table.choose(code)

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the table."""
        self.apart.setVisible(not low and bool(self.apart.text()))

    # -- one person ------------------------------------------------------------------------------------------------

    def _choose(self, line: Line | None) -> None:
        self.show_rights(lambda act: self._why_not(act, line))
        if self._page.detail is not self.panel:
            return
        if line is None or self.acts.view is None:
            self._page.show_detail(wanted=False)
            return
        show_person(self.panel, self.acts.view, line, self.acts.ratings)
        self._page.show_detail(wanted=True)

    def show_chosen(self) -> None:
        """Tell who is chosen in the details, now that they are this tab's again."""
        self._choose(self.table.current())

    def _why_not(self, act: QPushButton, line: Line | None) -> str:
        """Why an act does not fit who is chosen; empty where it does."""
        if line is None or self.acts.view is None:
            return tr("先选中一个人")
        if late := self.acts.late():
            return late
        if act is self.tie and self.acts.tied(line) is None:
            return tr("该人不在平票之列")
        if act is self.incomplete:
            if self.acts.unrated(line) is None:
                return tr("该人的评价没有缺项")
            return withdraw_first() if self.acts.view.stage is Stage.PROPOSED else ""
        return ""

    def settle(self) -> None:
        """Enter: what is most pressing about the person; another grade where nothing is."""
        line = self.table.current()
        if line is None:
            return
        roll, unrated = self.acts.tied(line), self.acts.unrated(line)
        if roll is not None and roll.tie is not None and roll.tie.decision is None:
            self.decide_tie()
        elif unrated is not None and unrated.decision is None:
            self.settle_incomplete()
        elif line.row.awaits_review:
            self.review_ability()
        else:
            self.choose_grade()

    def choose_grade(self) -> None:
        """Another grade for who is chosen."""
        self._carry_out(self.depart, self.acts.depart)

    def review_ability(self) -> None:
        """The ability review of who is chosen."""
        self._carry_out(self.review, self.acts.review)

    def decide_tie(self) -> None:
        """The vote on the equals, one of whom is chosen."""
        self._carry_out(self.tie, self.acts.decide_tie)

    def settle_incomplete(self) -> None:
        """What becomes of who is chosen and lacks a rating."""
        self._carry_out(self.incomplete, self.acts.settle_incomplete)

    def _carry_out(self, act: QPushButton, carry_out: Callable[[Line], None]) -> None:
        """Do it where it can be done; else say why it cannot."""
        line = self.table.current()
        if line is not None and act.isEnabled():
            carry_out(line)
        else:
            self._page.place.say(act.toolTip() or tr("先选中一个人"))

    # -- what the page asks ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """The page reads for all its tabs."""
        self._page.refresh()

    def first(self) -> QWidget:
        """Into the table."""
        return self.table if self._lines else self.filter

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts on who is chosen."""
        return (
            PageCommand(tr("改定等次（所选人员）"), self.choose_grade, "pencil"),
            PageCommand(tr("所选人员的业务能力评审"), self.review_ability, "clipboard-check"),
            PageCommand(tr("登记平票决定"), self._first_tie, "scale"),
            PageCommand(tr("评价不全的处理"), self._first_incomplete, "clock"),
        )

    def _first_tie(self) -> None:
        self._choose_of(self.acts.tied, lambda roll: roll.tie is not None and roll.tie.decision is None)
        self.decide_tie()

    def _first_incomplete(self) -> None:
        self._choose_of(self.acts.unrated, lambda held: held.decision is None)
        self.settle_incomplete()

    def _choose_of(self, held: Callable[[Line], Held | None], is_open: Callable[[Held], bool]) -> None:
        """Somebody who still waits for a decision; where all have theirs, somebody whose may be changed."""
        waits = any((found := held(line)) is not None and is_open(found) for line in self._lines)
        self.choose_where(lambda line: (found := held(line)) is not None and (is_open(found) or not waits))

    def choose_where(self, fits: Callable[[Line], bool]) -> None:
        """Choose the first whom it fits, unless it fits who is chosen."""
        line = self.table.current()
        if line is None or not fits(line):
            found = next((each for each in self._lines if fits(each)), None)
            if found is not None:
                self.show_person(found.code)
