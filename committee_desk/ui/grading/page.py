"""等次审议: the roll, its places, what it lacks, the committee's meetings, the spread; the acts at the head."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabWidget, QWidget

from committee_desk.domain.people import Category
from committee_desk.services.changes import Topic
from committee_desk.services.course_views import Lack
from committee_desk.services.desk import Desk
from committee_desk.services.grading_views import GradingView
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.services.views import Owed
from committee_desk.ui.committee.meeting_tab import MeetingTab
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.grading.lacks_tab import LacksTab
from committee_desk.ui.grading.list_acts import ListActs
from committee_desk.ui.grading.papers import Paper, PapersDialog
from committee_desk.ui.grading.places_tab import PlacesTab
from committee_desk.ui.grading.roll_tab import RollTab
from committee_desk.ui.grading.rows import Line, Show, lines_of
from committee_desk.ui.grading.spread_tab import SpreadTab
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.scheme_names import indicator_name

MEETING_LINES = {"minutes_open", "meeting_called"}
"""Lines of 工作台 that are about a meeting."""


class GradingPage(Page):
    """The tabs read one view together; the committee's meetings read their own."""

    page_id: ClassVar[str] = "grading"
    icon_name: ClassVar[str] = "gavel"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.GRADES, Topic.COURSE, Topic.COMMITTEE, Topic.RELATIONS, Topic.PEOPLE, Topic.CASES, Topic.EVENTS,
            Topic.RATINGS, Topic.STANDING, Topic.SCHEME, Topic.SETTINGS, Topic.IMPORTS, Topic.MONTHS,
        }
    )  # fmt: skip

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._view: GradingView | None = None
        self.roll, self.places = RollTab(self), PlacesTab(self)
        self.lacks, self.meeting = LacksTab(self, self._lead), MeetingTab(self)
        self.spread = SpreadTab(self, self._show_person)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        for tab, name in (
            (self.roll, tr("名册")),
            (self.lacks, tr("所缺")),
            (self.places, tr("名额")),
            (self.meeting, tr("会议")),
            (self.spread, tr("分布")),
        ):
            self.tabs.addTab(tab, name)
        self.detail = self.roll.panel
        self.tabs.currentChanged.connect(lambda _at: self._tab_changed())
        self.body.addWidget(self.tabs, 1)
        self.print_button = self.head.add_action(tr("打印…"), "printer", self.print_, key=Shortcut.PRINT)
        self.acts = ListActs(self, self._show_lacks, lambda: self.when_read(self.focus_first))

    @classmethod
    def title(cls) -> str:
        """等次审议."""
        return tr("等次审议")

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the view for all tabs, and the meetings where they are in view."""
        desk, year = self.desk, self.year
        self.read(lambda: _read(desk, year), lambda read: self._take(*read), kind="grading")
        if self.tabs.currentWidget() is self.meeting:
            self.meeting.refresh()

    def _take(
        self, view: GradingView, meetings: tuple[MeetingRow, ...], ratings: dict[str, str], lines: list[Line]
    ) -> None:
        self._view = view
        self._say(view)
        self.acts.follow(view, meetings)
        self.roll.show_view(view, meetings, ratings, lines)
        self.places.show_view(view, meetings)
        self.lacks.show_view(view)
        self.spread.show_view(view)

    def _say(self, view: GradingView) -> None:
        told = [tr("{year} 年度", year=view.year), stage_name(view.stage)]
        if view.list is not None:
            told.append(tr("第 {version} 版", version=view.list.version))
        if view.lacks:
            told.append(tr_n("还差 {count} 项", "还差 {count} 项", len(view.lacks)))
        self.head.say(" · ".join(told))
        count = len(view.lacks)
        self.tabs.setTabText(self.tabs.indexOf(self.lacks), f"{tr('所缺')} {count}" if count else tr("所缺"))

    # -- tabs ------------------------------------------------------------------------------------------------------

    def _tab_changed(self) -> None:
        self.show_detail(wanted=False)
        tab = self.tabs.currentWidget()
        self.detail = tab.panel if isinstance(tab, RollTab | MeetingTab) else None
        if tab is self.meeting and self.has_desk:
            self.meeting.refresh()
        elif tab is self.roll:
            self.roll.show_chosen()

    def _turn_to(self, tab: QWidget) -> None:
        self.tabs.setCurrentWidget(tab)

    def _show_lacks(self) -> None:
        self._turn_to(self.lacks)
        self.lacks.first().setFocus()

    def _show_person(self, code: str) -> None:
        self._turn_to(self.roll)
        self.roll.show_person(code)
        self.roll.table.setFocus()

    def _lead(self, lack: Lack) -> None:
        """To the place that settles what is missing."""
        if lack.page != self.page_id:
            self.go.emit(lack.page, lack.target)
            return
        kind = lack.kind.partition(".")[2]
        if kind == "OverPlaces":
            self._turn_to(self.places)
        elif kind == "ListNotVoted":
            self._turn_to(self.meeting)
            self.when_read(lambda: self.meeting.first().setFocus())
        elif kind == "FiguresMoved":
            self.acts.withdraw()
        else:
            self._turn_to(self.roll)
            self.roll.pick(Show.TO_DO.value)
            named = lack.facts.get("names")
            names = set(named) if isinstance(named, tuple) else set()
            self.roll.choose_where(lambda line: line.row.listed.name in names)
            self.roll.table.setFocus()

    def show_target(self, key: object) -> None:
        """A line of 工作台, a meeting's number, items for the next meeting, or a person."""
        if isinstance(key, Owed) and key.kind in MEETING_LINES:
            self._turn_to(self.meeting)
            self.meeting.show_target(key)
        elif isinstance(key, Owed):
            self._turn_to(self.lacks if key.kind in {"course_propose", "course_approve"} else self.roll)
            codes = key.facts.get("codes")
            if isinstance(codes, tuple) and codes:
                self.when_read(lambda: self._show_person(str(codes[0])))
        elif isinstance(key, int):
            self._turn_to(self.meeting)
            self.meeting.show_target(key)
        elif isinstance(key, tuple):  # what another page lays before the committee
            self._do_in(self.meeting, lambda: self.meeting.offers.call_for(key))
        elif key:
            self.when_read(lambda: self._show_person(str(key)))

    # -- papers ----------------------------------------------------------------------------------------------------

    def print_(self) -> None:
        """Form 7, the roll and form 12."""
        self._print(Paper.RANKING)

    def _print(self, paper: Paper) -> None:
        if self._view is not None:
            line = self.roll.table.current()
            PapersDialog(self, self._lines(), paper, line.code if line is not None else "").exec()

    def _lines(self) -> list[Line]:
        return lines_of(self._view) if self._view is not None else []

    # -- what the window asks --------------------------------------------------------------------------------------

    def commands(self) -> tuple[PageCommand, ...]:
        """The tabs, the acts at the head, and those of each tab."""
        tabs = tuple(
            PageCommand(name, lambda tab=tab: self._do_in(tab, self.focus_first), self.icon_name)  # type: ignore[misc]
            for tab, name in (
                (self.roll, tr("等次建议名册")),
                (self.lacks, tr("等次审议所缺")),
                (self.places, tr("优秀名额和决定")),
                (self.meeting, tr("考评委员会会议")),
                (self.spread, tr("等次和得分的分布")),
            )
        )
        papers = (
            PageCommand(tr("打印考核得分汇总排名表"), self.print_, "printer", Shortcut.PRINT),
            PageCommand(tr("打印等次建议名册"), lambda: self._print(Paper.ROLL), "printer"),
            PageCommand(tr("打印业务能力评审意见表"), lambda: self._print(Paper.REVIEW), "printer"),
        )
        of_tabs = (
            replace(each, run=lambda tab=tab, each=each: self._do_in(tab, each.run))  # type: ignore[misc]
            for tab in (self.roll, self.places, self.meeting)
            for each in tab.commands()
        )
        return (*tabs, *self.acts.commands(), *papers, *of_tabs)

    def _do_in(self, tab: QWidget, act: Callable[[], object]) -> None:
        """Turn to the tab, and do it there once it shows what it works on; the keyboard stays there afterwards."""

        def go_in() -> None:
            if not tab.isAncestorOf(self.window().focusWidget() or self):
                self.focus_first()
            act()

        self._turn_to(tab)
        self.when_read(lambda: QTimer.singleShot(0, self, go_in))

    def help_text(self) -> str:
        """What the tab in view is for."""
        tab = self.tabs.currentWidget()
        if tab is self.meeting:
            return self.meeting.help_text()
        if tab is self.places:
            return tr(
                "全院和各类的优秀名额，都舍去不足一名的部分。余额经决定分给某一类；人数少的类别可合并计算；"
                "超过 20% 须有批复的文号、日期和文件。已登记的决定写明理由可以撤销。"
            )
        if tab is self.spread:
            return tr(
                "等次和总分的分布，每人一格，格中的字是等次。用左右方向键逐段查看是谁，按回车在名册中看第一个人。"
            )
        return tr(
            "名册按类别和名次排列。选中一人按 Enter 办理最要紧的一项：平票、评价不全、业务能力评审，"
            "或改定等次（须写理由）。"
            "所缺的都办完后提名；委员会在“会议”中表决、编定纪要后审议通过。要改动的，写明理由，由两人撤回或退回。"
        )

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the table."""
        super().show_low(low=low)
        self.roll.show_low(low=low)

    def focus_first(self) -> None:
        """Into the tab in view."""
        tab = self.tabs.currentWidget()
        if isinstance(tab, RollTab | LacksTab | PlacesTab | MeetingTab | SpreadTab):
            tab.first().setFocus()


def _read(desk: Desk, year: int) -> tuple[GradingView, tuple[MeetingRow, ...], dict[str, str], list[Line]]:
    """The view, the meetings, what the ratings are called that somebody lacks, and the lines of the roll."""
    view = desk.grading.view(year)
    lacking = {each.category for each in view.incomplete}
    schemes = (desk.scores.scheme(year, Category(each)) for each in lacking)
    ratings = {each.id: indicator_name(each) for scheme in schemes for each in scheme.indicators}
    return view, desk.meetings.rows(year), ratings, lines_of(view)
