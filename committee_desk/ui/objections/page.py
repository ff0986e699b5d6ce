"""异议与复核: objections, re-reviews and letters, each in a tab; the counter's dialog from anywhere on it."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer

from committee_desk.domain.proceedings import names_proceeding
from committee_desk.domain.remedies import names_application
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.views import Owed
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.page_tabs import PageTabs
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.objections.acts import ObjectionActs
from committee_desk.ui.objections.columns import Show
from committee_desk.ui.objections.letters_tab import LettersTab
from committee_desk.ui.objections.objections_tab import ObjectionsTab
from committee_desk.ui.rereview.tab import RereviewTab
from committee_desk.wording.language import tr, tr_n

LETTERS = "letters"


class ObjectionsPage(Page):
    """The tabs; each reads when it is seen."""

    page_id: ClassVar[str] = "objections"
    icon_name: ClassVar[str] = "message-report"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.OBJECTIONS, Topic.PUBLICATION, Topic.COURSE, Topic.PEOPLE, Topic.CALENDAR, Topic.SETTINGS,
         Topic.ATTACHMENTS, Topic.PROCEEDINGS, Topic.COMMITTEE, Topic.GRADES, Topic.RESULTS}
    )  # fmt: skip

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        acts = ObjectionActs(self)
        self.register_list = self.head.add_action(tr("异议台账"), "printer", acts.sheets.register)
        self.register_button = self.head.add_action(tr("登记异议"), "plus", self.register, key=Shortcut.OBJECT)
        self.objections, self.letters = ObjectionsTab(self, acts, self._write_letter), LettersTab(self)
        self.tabs = PageTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.rereviews = RereviewTab(self)
        self.objections.rereview = self._rereview
        self.tabs.addTab(self.objections, tr("异议"))
        self.tabs.addTab(self.rereviews, tr("复核与更正"))
        self.tabs.addTab(self.letters, tr("情况反映"))
        self.detail = self.objections.panel
        self.tabs.currentChanged.connect(lambda _at: self._tab_changed())
        self.tabs.walked.connect(self.take_focus)
        self.tabs.size_by_current()
        self.body.addWidget(self.tabs, 1)
        self.follow_rights(self._show_rights)

    @classmethod
    def title(cls) -> str:
        """异议与复核."""
        return tr("异议与复核")

    @property
    def tab(self) -> ObjectionsTab | RereviewTab | LettersTab:
        """The tab in view."""
        current = self.tabs.currentWidget()
        return current if isinstance(current, RereviewTab | LettersTab) else self.objections

    def set_desk(self, desk: Desk, year: int) -> None:
        """Nothing of another year is said until this one is read."""
        super().set_desk(desk, year)
        self.head.say(tr("{year} 年度", year=year))

    def refresh(self) -> None:
        """Read the tab in view, and say how many objections there are."""
        if self.has_desk:
            self.tab.refresh()
            desk, year = self.desk, self.year

            def fetch() -> tuple[int, int]:
                return len(desk.publication.view(year).versions), len(desk.objections.rows(year))

            self.read(fetch, lambda both: self._say(*both), kind="head")

    def _say(self, version: int, objections: int) -> None:
        self.objections.version = version
        count = tr_n("{count} 件异议", "{count} 件异议", objections)
        posted = tr("第 {version} 版公示", version=version) if version else tr("公示书还没有张贴")
        self.head.say(tr("，").join((posted, count)) if version else posted)
        self._show_rights()

    def _show_rights(self) -> None:
        why = self.place.why_not(Right.TAKE_OBJECTIONS) or self.objections.why_no_register()
        self.head.allow(self.register_button, why)
        self.objections.show_rights()

    def _rereview(self, source: int, number: int | None) -> None:
        """To the re-review of an objection, or to opening one."""
        self.tabs.setCurrentWidget(self.rereviews)
        if number is not None:
            self.when_read(lambda: self.rereviews.lead_to(number))
        else:
            self.when_read(lambda: QTimer.singleShot(0, self, lambda: self.rereviews.open_from(source)))

    def _tab_changed(self) -> None:
        self.tabs.size_by_current()
        self.show_detail(wanted=False)
        self.detail = self.tab.panel
        self.refresh()

    # -- acts ------------------------------------------------------------------------------------------------------

    def register(self) -> None:
        """登记异议."""
        if not self.register_button.isEnabled():
            self.place.say(self.register_button.toolTip())
            return
        self.tabs.setCurrentWidget(self.objections)
        self.objections.register()

    def _write_letter(self) -> None:
        self.tabs.setCurrentWidget(self.letters)
        self.when_read(lambda: QTimer.singleShot(0, self, self.letters.write))

    def print_(self) -> None:
        """Ctrl+P prints the register of the tab in view."""
        if self.tab is self.rereviews:
            self.rereviews.acts.sheets.register()
        else:
            self.register_list.click()

    def show_target(self, key: object) -> None:
        """A line of 工作台, an objection by its number, or the letters."""
        kind = key.kind if isinstance(key, Owed) else ""
        if kind == "letters_open" or key == LETTERS:
            self.tabs.setCurrentWidget(self.letters)
            return
        if _of_application(key):
            self.tabs.setCurrentWidget(self.rereviews)
            self.when_read(lambda: QTimer.singleShot(0, self, lambda: self.rereviews.open_from_paper(str(key))))
            return
        if _of_rereview(kind, key):
            self._show_rereview(key)
            return
        self.tabs.setCurrentWidget(self.objections)
        numbers = key.facts.get("numbers", ()) if isinstance(key, Owed) else ()
        if kind.startswith("objection"):
            self.objections.pick(Show.LATE.value if kind == "objection_unrouted" else Show.OPEN.value)
        number = next(iter(numbers), None) if isinstance(numbers, tuple) else None
        wanted = number if number is not None else _number_of(key)
        if wanted:
            self.when_read(lambda: self.objections.choose(wanted))

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the re-review that is chosen."""
        super().show_low(low=low)
        self.rereviews.show_low(low=low)

    def _show_rereview(self, key: object) -> None:
        """A re-review by its label, or by a line of 工作台 that names some."""
        self.tabs.setCurrentWidget(self.rereviews)
        papers = key.facts.get("names", ()) if isinstance(key, Owed) else (key,)
        named = [str(each).partition(" ")[0] for each in papers] if isinstance(papers, tuple) else []
        number = next((_number_of(each) for each in named if _of_rereview("", each)), 0)
        if number:
            self.when_read(lambda: self.rereviews.lead_to(number))

    def commands(self) -> tuple[PageCommand, ...]:
        """The acts of all tabs."""
        own = PageCommand(Shortcut.OBJECT.does(), self.register, "plus", Shortcut.OBJECT)
        of_one = (self._in(self.objections, each) for each in self.objections.acts_on_chosen())
        others = (self._in(tab, each) for tab in (self.rereviews, self.letters) for each in tab.commands())
        return (own, *of_one, *self.objections.commands(), *others)

    def _in(self, tab: ObjectionsTab | RereviewTab | LettersTab, command: PageCommand) -> PageCommand:
        act = command.run

        def run() -> None:
            self.tabs.setCurrentWidget(tab)
            self.when_read(lambda: QTimer.singleShot(0, self, act))

        return replace(command, run=run)

    def help_text(self) -> str:
        """What the tab in view is for."""
        if self.tab is self.rereviews:
            return self.rereviews.help_text()
        if self.tab is self.letters:
            return tr(
                "匿名来信、不属于本人权利的意见登记为情况反映：留存核查，没有答复期限，不按异议办理。"
                "选中一件按 Enter 登记办理情况；来信扫描件放在附件。"
            )
        return tr(
            "公示期内收到的书面异议当场登记、当场打印回执。是否逾期按纸面收到的时间和公示书上印的截止时间核定，"
            "不按录入时间；逾期的也登记、出具回执，转结果通知后复核。公示期内的受理或写明理由不予受理，"
            "在答复期限前答复本人；撤回须有本人的书面申请。对他人结果有异议的，告知其本人但不写异议人。"
        )

    def focus_first(self) -> None:
        """Into the tab in view."""
        self.tab.first().setFocus()


def _of_rereview(kind: str, key: object) -> bool:
    """Whether a line of 工作台, or a label, is about a re-review or a correction."""
    if kind:
        return kind.startswith(("proceeding", "rereview", "correction", "informing"))
    return isinstance(key, str) and names_proceeding(key)


def _of_application(key: object) -> bool:
    """Whether it is the number of an application after the notice, from which a re-review is to be opened."""
    return isinstance(key, str) and names_application(key)


def _number_of(key: object) -> int:
    """The number of an objection as search and other pages name it: 1, or 2026-异-001."""
    if isinstance(key, int):
        return key
    last = str(key).rpartition("-")[2]
    return int(last) if last.isdecimal() and last.isascii() else 0
