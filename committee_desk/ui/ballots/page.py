"""测评: rating rounds, leaders' marks, duty reports, opinions from outside, each in a tab of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer

from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.views import Owed
from committee_desk.ui.ballots.mark_rows import Show
from committee_desk.ui.ballots.marks_tab import MarksTab
from committee_desk.ui.ballots.opinions_tab import OpinionsTab
from committee_desk.ui.ballots.reports_tab import ReportsTab
from committee_desk.ui.ballots.tab import Tab
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.page_tabs import PageTabs
from committee_desk.ui.rounds.help import help_text
from committee_desk.ui.rounds.tab import RoundsTab
from committee_desk.wording.language import tr


class BallotsPage(Page):
    """The tabs; each reads when it is seen."""

    page_id: ClassVar[str] = "ballots"
    icon_name: ClassVar[str] = "users"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.RATINGS,
            Topic.PEOPLE,
            Topic.RELATIONS,
            Topic.OPINIONS,
            Topic.ATTACHMENTS,
            Topic.IMPORTS,
            Topic.ROUNDS,
            Topic.COURSE,
        }
    )

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.tabs = PageTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.rounds = RoundsTab(self)
        self.marks, self.reports, self.opinions = MarksTab(self), ReportsTab(self), OpinionsTab(self)
        for tab, name in (
            (self.rounds, tr("民主测评")),
            (self.marks, tr("领导评价")),
            (self.reports, tr("述职")),
            (self.opinions, tr("外部意见")),
        ):
            self.tabs.addTab(tab, name)
        self.detail = self.rounds.panel
        self.tabs.currentChanged.connect(lambda _at: self._tab_changed())
        self.body.addWidget(self.tabs, 1)

    @classmethod
    def title(cls) -> str:
        """测评."""
        return tr("测评")

    @property
    def tab(self) -> Tab:
        """The tab in view."""
        held = (self.rounds, self.marks, self.reports, self.opinions)
        return {self.tabs.indexOf(each): each for each in held}[self.tabs.currentIndex()]

    def set_desk(self, desk: Desk, year: int) -> None:
        """Also say which year it is."""
        super().set_desk(desk, year)
        self.head.say(tr("{year} 年度", year=year))

    def refresh(self) -> None:
        """Read the tab in view."""
        if self.has_desk:
            self.tab.refresh()

    def _tab_changed(self) -> None:
        self.show_detail(wanted=False)
        self.detail = self.tab.panel
        self.refresh()

    def show_target(self, key: object) -> None:
        """A line of 工作台, a tab by its name, or a person."""
        kind = key.kind if isinstance(key, Owed) else str(key)
        if kind in {"reports_missing", "reports"}:
            self.tabs.setCurrentWidget(self.reports)
            self.reports.pick("missing" if isinstance(key, Owed) else "all")
        elif kind == "opinions":
            self.tabs.setCurrentWidget(self.opinions)
        elif kind.startswith("round"):
            self.tabs.setCurrentWidget(self.rounds)
            if isinstance(key, Owed):
                self.rounds.show_owed(key)
        else:
            self.tabs.setCurrentWidget(self.marks)
            if isinstance(key, Owed):
                self.marks.pick(Show.ODD.value if kind == "marks_odd" else Show.OWED.value)
                self.when_read(lambda: self.marks.show_line(key))
            elif kind != "marks":
                self.when_read(lambda: self.marks.show_person(kind))

    def commands(self) -> tuple[PageCommand, ...]:
        """The tabs, and the acts of each of them."""
        tabs = tuple(
            PageCommand(self.tabs.tabText(at), lambda at=at: self.tabs.setCurrentIndex(at), self.icon_name)  # type: ignore[misc]
            for at in range(self.tabs.count())
        )
        acts = (
            replace(each, run=lambda tab=tab, each=each: self._do_in(tab, each.run))  # type: ignore[misc]
            for tab in (self.rounds, self.marks, self.reports, self.opinions)
            for each in tab.commands()
        )
        return (*tabs, *acts)

    def _do_in(self, tab: Tab, act: Callable[[], object]) -> None:
        """Turn to the tab, and do it there once it shows what it works on."""
        self.tabs.setCurrentWidget(tab)
        self.when_read(lambda: QTimer.singleShot(0, self, act))

    def help_text(self) -> str:
        """What the tab in view is for."""
        if self.tab is self.rounds:
            return help_text()
        if self.tab is self.reports:
            return tr(
                "谁交了述职报告、哪天收到、正文和扫描件。选中一人按 Enter 登记；右侧可读正文，"
                "“看文件”把扫描件显示为图片。领导成员和年末前离岗的人无须提交。"
            )
        if self.tab is self.opinions:
            return tr(
                "人大代表、政协委员、人民监督员对个人或对本院工作的意见，供委员会评议时参考，从不计入得分。"
                "可打印外部监督意见征求表，也可打印空白表送去征求。"
            )
        return tr(
            "谁应当评价谁，还欠谁的。评价人是年末所在部门的分管领导；部门负责人由分管领导评价；"
            "任何人不评价本人和亲属，分管领导须回避的由检察长评价。选中一行按 Enter 录入得分和理由，"
            "保存后到同一评价人的下一个人。工作簿已导入的不用再录。分管和亲属关系在“人员”登记。"
        )

    def focus_first(self) -> None:
        """Into the tab in view."""
        self.tab.first().setFocus()
