"""系统: calendar, settings, accounts, imports, copies, check, protection, journal, and what this installation is."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from committee_desk.domain.roles import Right
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.ui.common.history import EntryTarget
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.system.about import AboutTab
from committee_desk.ui.system.accounts_tab import AccountsTab
from committee_desk.ui.system.backup_tab import BackupTab
from committee_desk.ui.system.calendar_tab import CalendarTab
from committee_desk.ui.system.certificates_tab import CertificatesTab
from committee_desk.ui.system.check_tab import CheckTab
from committee_desk.ui.system.help import about_tab
from committee_desk.ui.system.imports_tab import ImportsTab
from committee_desk.ui.system.journal_tab import JournalTab
from committee_desk.ui.system.protection_tab import ProtectionTab
from committee_desk.ui.system.settings_tab import SettingsTab
from committee_desk.wording.language import tr
from committee_desk.wording.roles import right_name

if TYPE_CHECKING:
    from collections.abc import Callable

CALENDAR_LINES = {"calendar_missing", "next_calendar_missing"}


class SystemPage(Page):
    """Tabs; each reads when it is seen."""

    page_id: ClassVar[str] = "system"
    icon_name: ClassVar[str] = "settings"
    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else a click gives the focus to the next one
        self.tabs.setAccessibleName(self.title())
        self.accounts = AccountsTab(self)
        self.calendar, self.settings = CalendarTab(self), SettingsTab(self)
        self.journal, self.imports, self.about = JournalTab(self), ImportsTab(self), AboutTab(self)
        self.backup, self.check, self.protection = BackupTab(self), CheckTab(self), ProtectionTab(self)
        self.certificates = CertificatesTab(self)
        self._readers: dict[QWidget, Callable[[], None]] = {}
        self._names: dict[QWidget, str] = {}
        for tab, name in (
            (self.calendar, tr("日历")),
            (self.settings, tr("设置")),
            (self.accounts, tr("账号")),
            (self.imports, tr("导入记录")),
            (self.backup, tr("备份与恢复")),
            (self.check, tr("核查")),
            (self.protection, tr("保护")),
            (self.certificates, tr("签章证书")),
            (self.journal, tr("日志")),
            (self.about, tr("关于")),
        ):
            self.tabs.addTab(tab, name)
            self._readers[tab] = tab.refresh
            self._names[tab] = name
        self.tabs.currentChanged.connect(lambda _at: self._tab_changed())
        self.body.addWidget(self.tabs, 1)

    @classmethod
    def title(cls) -> str:
        """系统."""
        return tr("系统")

    def help_text(self) -> str:
        """What the tab in view is for, then what 系统 holds."""
        return f"{about_tab(self._names[self.tabs.currentWidget()])}\n\n{self._about_all()}"

    @staticmethod
    def _about_all() -> str:
        return tr(
            "日历决定公示期和各种期限怎样计算，只能依据国务院办公厅的放假通知改动，改动要填文号。"
            "设置的改动要写理由。导入记录可以整批撤回。日志只增不改，日志头印在每张正式的纸上备查。"
        )

    def commands(self) -> tuple[PageCommand, ...]:
        """The tabs, and the list that the imports rest on."""
        tabs = (
            PageCommand(self.tabs.tabText(at), lambda at=at: self.tabs.setCurrentIndex(at), self.icon_name)  # type: ignore[misc]
            for at in range(self.tabs.count())
            if self.tabs.isTabEnabled(at)
        )
        return (*tabs, PageCommand(tr("记住的列对应"), self._show_mappings, "table-import"))

    def _show_mappings(self) -> None:
        self.tabs.setCurrentWidget(self.imports)
        self.imports.show_mappings()

    def set_desk(self, desk: Desk, year: int) -> None:
        """Also tell the calendar which year to show."""
        self.calendar.year = year
        self.check.forget()
        self._show_rights()
        super().set_desk(desk, year)

    def _show_rights(self) -> None:
        """Tabs that who sits here may not read are barred, with the reason."""
        for tab, right in ((self.backup, Right.BACKUP), (self.journal, Right.SEE_JOURNAL)):
            at, may = self.tabs.indexOf(tab), self.place.may(right)
            self.tabs.setTabEnabled(at, may)
            self.tabs.setTabToolTip(at, "" if may else tr("您的角色无权{what}", what=right_name(right)))

    def _tab_changed(self) -> None:
        """Only the journal has details beside it."""
        self.show_detail(wanted=False)
        self.detail = self.journal.panel if self.tabs.currentWidget() is self.journal else None
        self.refresh()

    def refresh(self) -> None:
        """Read the tab that is seen."""
        if self.has_desk and self.tabs.isTabEnabled(self.tabs.currentIndex()):
            self._readers[self.tabs.currentWidget()]()

    def show_target(self, key: object) -> None:
        """A line of 工作台 about the calendar, or a tab by its place."""
        kind = getattr(key, "kind", key)
        if kind in CALENDAR_LINES:
            self.tabs.setCurrentWidget(self.calendar)
            year = getattr(key, "facts", {}).get("year")
            if isinstance(year, int):
                self.calendar.show_year(year)
        elif isinstance(key, EntryTarget):
            self.tabs.setCurrentWidget(self.journal)
            self.journal.open_entry(key.seq)
        elif kind in {"imports", "accounts", "backup", "check", "protection", "certificates", "journal"}:
            self.tabs.setCurrentWidget(getattr(self, str(kind)))

    def focus_first(self) -> None:
        """The tabs' bar."""
        self.tabs.tabBar().setFocus()
