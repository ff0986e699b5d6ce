"""决定与送达: results in the first tab; the other tabs are listed in `tabs`. The acts on the whole year at the head."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from committee_desk.domain.course import Stage
from committee_desk.domain.results import Opinion, ResultState
from committee_desk.services.changes import Topic
from committee_desk.services.result_views import ResultsView
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.page_tabs import PageTabs
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.decisions.results_tab import NARROW_BELOW, ResultsTab
from committee_desk.ui.decisions.tabs import TABS, DecisionsTab
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr, tr_n


class DecisionsPage(Page):
    """The tabs; each reads when it is seen. The results are read with every one of them: the head speaks of them."""

    page_id: ClassVar[str] = "decisions"
    icon_name: ClassVar[str] = "mail-forward"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.RESULTS, Topic.PROCEEDINGS, Topic.OBJECTIONS, Topic.PUBLICATION, Topic.COURSE, Topic.GRADES,
         Topic.CALENDAR, Topic.STANDING, Topic.SETTINGS, Topic.SIGNING, Topic.ATTACHMENTS}
    )  # fmt: skip

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.tabs = PageTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self._built: list[DecisionsTab] = [each.build(self) for each in TABS]
        for offered, tab in zip(TABS, self._built, strict=True):
            self.tabs.addTab(tab, offered.title())
        results = self._built[0]
        assert isinstance(results, ResultsTab)  # noqa: S101 - the first of them
        self.results = results
        self.detail = results.panel
        acts = results.acts
        self.print_button = self.head.add_action(tr("打印…"), "printer", self.print_, key=Shortcut.PRINT)
        self.archive_button = self.head.add_action(tr("归档…"), "archive", acts.archive)
        self.decide_button = self.head.add_action(tr("登记院党组决定…"), "gavel", results.decide, primary=True)
        self.tabs.currentChanged.connect(lambda _at: self._tab_changed())
        self.tabs.walked.connect(self.take_focus)
        self.tabs.tabBar().setVisible(len(TABS) > 1)
        self.tabs.size_by_current()
        self.body.addWidget(self.tabs, 1)
        self.follow_rights(self.show_rights)

    @classmethod
    def title(cls) -> str:
        """决定与送达."""
        return tr("决定与送达")

    @property
    def tab(self) -> DecisionsTab:
        """The tab in view."""
        return self._built[max(0, self.tabs.currentIndex())]

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the results, and the tab in view."""
        if not self.has_desk:
            return
        desk, year = self.desk, self.year
        self.read(lambda: desk.results.view(year), self._take, kind="results")
        if self.tab is not self.results:
            self.tab.refresh()

    def _take(self, view: ResultsView) -> None:
        self.results.show_view(view)
        told = [tr("{year} 年度", year=view.year), stage_name(view.stage)]
        waiting = sum(row.state is not ResultState.SIGNED or row.renewed for row in view.rows)
        refused = sum(row.signature is not None and row.signature.opinion is Opinion.REFUSED for row in view.rows)
        if view.rows and view.stage is Stage.CLOSED:
            if waiting:
                told.append(tr_n("{count} 人未办完", "{count} 人未办完", waiting))
            else:
                whole = tr_n("{count} 人拒签，其余全部签字", "{count} 人拒签，其余全部签字", refused)
                told.append(whole if refused else tr("全部签字"))
        self.head.say(" · ".join(told))
        self.show_rights()

    def show_rights(self) -> None:
        """Bar what cannot be done with the year, with the reason."""
        acts = self.results.acts
        self.head.allow(self.decide_button, acts.why_no_decision())
        self.head.allow(self.archive_button, acts.why_no_archive())

    def _tab_changed(self) -> None:
        self.tabs.size_by_current()
        self.show_detail(wanted=False)
        self.detail = self.tab.panel
        self.refresh()

    # -- what the window asks --------------------------------------------------------------------------------------

    def print_(self) -> None:
        """Ctrl+P: the papers of the tab in view."""
        self.tab.print_()

    def show_target(self, key: object) -> None:
        """In the tab that takes it; the results where none does."""
        at = next((at for at, each in enumerate(TABS) if each.takes(key)), 0)
        self.tabs.setCurrentIndex(at)
        self._built[at].show_target(key)

    def commands(self) -> tuple[PageCommand, ...]:
        """The other tabs, and the acts of all of them."""
        tabs = tuple(
            PageCommand(each.title(), lambda tab=tab: self._do_in(tab, self.focus_first), self.icon_name)  # type: ignore[misc]
            for each, tab in zip(TABS[1:], self._built[1:], strict=True)
        )
        acts = (
            replace(each, run=lambda tab=tab, each=each: self._do_in(tab, each.run))  # type: ignore[misc]
            for tab in self._built
            for each in tab.commands()
        )
        return (*tabs, *acts)

    def _do_in(self, tab: DecisionsTab, act: Callable[[], object]) -> None:
        """Turn to the tab, and do it there once it shows what it works on; the keyboard stays there afterwards."""

        def go_in() -> None:
            if not tab.isAncestorOf(self.window().focusWidget() or self):
                self.focus_first()
            act()

        self.tabs.setCurrentWidget(tab)
        self.when_read(lambda: QTimer.singleShot(0, self, go_in))

    def help_text(self) -> str:
        """What the tab in view is for."""
        return self.tab.help_text()

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the table."""
        super().show_low(low=low)
        for each in self._built:
            each.show_low(low=low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow head keeps the decision and the archiving; papers have a button beneath the list, too."""
        super().resizeEvent(event)
        self.print_button.setVisible(self.width() >= NARROW_BELOW)

    def focus_first(self) -> None:
        """Into the tab in view."""
        self.tab.first().setFocus()
