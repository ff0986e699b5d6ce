"""The window: the welcome page, or an open desk in its frame."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from committee_desk.domain.desk_file import DeskDamaged
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.views import DeskIdentity
from committee_desk.ui.booth.door import BoothDoor
from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.common.fitting import remember_window, restore_window
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.page import Page, Workplace
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import LOOK_KEY, apply_look, chosen_look
from committee_desk.ui.doors import Doors
from committee_desk.ui.frame.finding import Finding
from committee_desk.ui.frame.frame import Frame
from committee_desk.ui.frame.keeping import Keeping
from committee_desk.ui.frame.kept import Kept
from committee_desk.ui.frame.keys import WindowKeys
from committee_desk.ui.frame.losing import leaves_typed, loses_typed, stops_work
from committee_desk.ui.frame.menu import HELP, LEAVING, SEAT, ProgramAct, ProgramMenu
from committee_desk.ui.imports.door import ImportDoor
from committee_desk.ui.seat.seating import Seating
from committee_desk.ui.welcome.recent import RecentDesks
from committee_desk.ui.welcome.ways_in import WaysIn
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.welcome.page import WelcomePage

LEAST, FIRST_SIZE = QSize(560, 360), QSize(1366, 768)


class MainWindow(QMainWindow):
    """Shows the desk that is open, and who sits at it."""

    def __init__(self, place: Workplace, doors: Doors) -> None:
        super().__init__()
        self.place, self.doors = place, doors
        self.recent = RecentDesks(place.memory)
        self.setMinimumSize(LEAST)
        self.setWindowTitle(tr("检察官考评台账"))
        self.setWindowIcon(icon("building-bank", "accent", 32))
        self.sides = QStackedWidget()
        self.setCentralWidget(self.sides)
        self.frame: Frame | None = None
        self.welcome: WelcomePage | None = None
        self._aside: dict[str, Frame] = {}
        """The frames of those who left the desk to somebody else, as they stood, by login."""
        self._moving: tuple[Desk, int] | None = None
        self.ways_in = WaysIn(self, place, doors, self.recent)
        self.seating = Seating(self, place, doors, self._open_desk)
        self.finding = Finding(self, place, self._seen_frame, self._acts, self.choose_look)
        self.menu = self._menu()
        self.keys = WindowKeys(self, self._page)
        self.imports = ImportDoor(self, place, self._here)
        self.keeping = Keeping(self, place)
        self.booth = BoothDoor(self, place, self.seating, self._open_desk)
        restore_window(self, place.memory, FIRST_SIZE)
        self.seating.left.connect(self._set_aside)
        self.seating.taken.connect(self._give_back)
        self.seating.vacated.connect(self.close_desk)
        self.seating.lock_.opened.connect(lambda: self.frame.expect_own_entry() if self.frame is not None else None)
        place.restore_wanted.connect(self.restore)

    # -- desks -----------------------------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The page before a desk is open."""
        if self.welcome is None:
            from committee_desk.ui.welcome.page import WelcomePage  # noqa: PLC0415 - a known desk opens without

            self.welcome = WelcomePage(self.recent)
            self.welcome.new_wanted.connect(self.new_desk)
            self.welcome.open_wanted.connect(self.choose_desk)
            self.welcome.demo_wanted.connect(self.try_sample)
            self.welcome.verify_wanted.connect(self.verify)
            self.welcome.recent_wanted.connect(self.open_file)
            self.sides.addWidget(self.welcome)
        self.welcome.show_recent()
        self.setWindowTitle(tr("检察官考评台账"))
        self.sides.setCurrentWidget(self.welcome)
        if self.welcome.first is not None:
            self.welcome.first.setFocus()

    def show_desk(
        self, desk: Desk, page: str | None = None, stood: dict[str, Kept] | None = None, year: int = 0
    ) -> None:
        """Show an open desk, on the page where work was left or on the one named, its pages as they `stood`."""
        identity = desk.identity()
        if self.frame is not None and self.frame.desk is not None and self.frame.desk is not desk:
            self._leave_desk()
        self.seating.sit(desk)
        if self.frame is None:
            self.frame = Frame(self.place, self.menu)
            self.frame.search_wanted.connect(self.finding.open_palette)
            self.sides.addWidget(self.frame)
        self.recent.remember(identity.path)
        self.frame.pages.will_stand(stood or {})
        self.frame.set_desk(desk, year or identity.years[-1], identity)
        self.sides.setCurrentWidget(self.frame)
        self._name_after(identity)
        if page is None:
            self.frame.lead_to_last()
        else:
            self.frame.lead_to(page)

    def _name_after(self, identity: DeskIdentity) -> None:
        title = tr("{office} — 检察官考评台账", office=identity.office)
        self.setWindowTitle(tr("【演示】{title}", title=title) if identity.demo else title)

    def _back_to_desk(self) -> None:
        """Esc on the welcome page, when a desk is open behind it."""
        frame = self.frame
        if frame is None or frame.desk is None or self.sides.currentWidget() is frame:
            return
        self.sides.setCurrentWidget(frame)
        self._name_after(frame.desk.identity())
        if frame.pages.current is not None:
            frame.pages.current.take_focus()

    def open_file(self, path: Path) -> bool:
        """Open a desk file and have somebody sit down; asks for the passphrase and the password where there are."""
        open_now = self._open_desk()
        if open_now is not None and open_now.identity().path.absolute() == path.absolute():
            self._back_to_desk()
            return True
        if self.welcome is not None:
            self.welcome.forget_damaged()
        try:
            desk = self.ways_in.open(path)
            return desk is not None and self._enter(desk)
        except DeskDamaged as error:
            self._show_damaged(path, sentence(error))
            return False

    def _show_damaged(self, path: Path, said: str) -> None:
        """A desk that does not open: the welcome page says so and offers the ways out."""
        from committee_desk.ui.welcome.damaged import salvage_file  # noqa: PLC0415 - hardly ever

        def salvage() -> None:
            target = salvage_file(self, self.place, self.doors, path)
            if target is not None:
                self.open_file(target)

        self.show_welcome()
        assert self.welcome is not None  # noqa: S101 - made by then
        self.welcome.show_damaged(path, said, salvage, self.restore)
        self.recent.remember(path)
        if self.welcome.first is not None:
            self.welcome.first.setFocus()

    def _enter(self, desk: Desk, page: str | None = None) -> bool:
        try:
            if not self._may_lose_typed() or not self.seating.admit(desk):
                desk.close()
                return False
            self.show_desk(desk, page)
        except DeskDamaged:
            if self._open_desk() is desk:
                self._leave_desk()
            desk.close()
            raise
        self.keeping.opened(desk, self._page())
        return True

    def restore(self, backup: Path | None = None) -> None:
        """Put a copy back as a new file, whether a desk is open or none opens any more."""
        from committee_desk.ui.welcome.restore_new import RestoreDoor  # noqa: PLC0415 - hardly ever

        RestoreDoor(self, self.place, self.doors, self.open_file).open(backup)

    def choose_desk(self) -> None:
        """Pick a desk file and open it."""
        path = self.ways_in.choose()
        if path is not None:
            self.open_file(path)

    def new_desk(self) -> None:
        """Found a desk and open it."""
        desk = self.ways_in.found()
        if desk is not None:
            self._enter(desk, "desk")

    def try_sample(self) -> None:
        """Make a demonstration desk of the sample office in a folder of the user's choice, and open it."""
        path = self.ways_in.demonstrate()
        if path is not None:
            self.open_file(path)

    def verify(self) -> None:
        """核验: on its page beside an open desk, else in a dialog."""
        frame = self._seen_frame()
        if frame is not None and "verify" not in frame.barred():
            frame.lead_to("verify", "choose")
            return
        from committee_desk.ui.verify.dialog import VerifyDialog  # noqa: PLC0415 - hardly ever

        VerifyDialog(self, self.place, self.doors.checking).exec()

    def close_desk(self) -> None:
        """关闭台账: let go of the desk, so that another window may have it."""
        if self._open_desk() is None or not self._may_stop():
            return
        self._leave_desk()
        self.show_welcome()

    def _leave_desk(self) -> None:
        """Let go of the desk with everything that was shown of it."""
        self._settle()
        self.place.worker.wait()
        desk = self._open_desk()
        for frame in (self.frame, *self._aside.values()):
            if frame is not None:
                self.sides.removeWidget(frame)
                frame.deleteLater()
        self.frame = None
        self._aside.clear()
        self.seating.leave()
        if desk is not None:
            self.keeping.closing(desk)
            desk.close()

    def _settle(self) -> None:
        """Nothing that is half typed is lost with the window."""
        if self._open_desk() is not None and self.frame is not None:
            self.frame.pages.settle()

    def _open_desk(self) -> Desk | None:
        return self.frame.desk if self.frame is not None else None

    def _seen_frame(self) -> Frame | None:
        """The frame in view; None on the welcome page."""
        return self.frame if self.frame is not None and self.sides.currentWidget() is self.frame else None

    def _here(self) -> tuple[Desk, int] | None:
        """The desk and the year in view, for the import wizard."""
        frame = self._seen_frame()
        return (frame.desk, frame.year) if frame is not None and frame.desk is not None else None

    def _page(self) -> Page | None:
        """The page in view."""
        frame = self._seen_frame()
        return frame.pages.current if frame is not None else None

    # -- who sits there --------------------------------------------------------------------------------------------

    def _set_aside(self, login: str) -> None:
        """Somebody leaves: what they were doing stays as it is, for them alone."""
        frame = self.frame
        if frame is None or frame.desk is None:
            return
        frame.pages.settle()
        self._moving = frame.desk, frame.year
        frame.rest()
        self.sides.removeWidget(frame)
        frame.setParent(None)
        self.frame = None
        if login:
            self._aside[login] = frame
        else:
            frame.deleteLater()

    def _give_back(self, login: str) -> None:
        """Somebody sits down: on the pages that they left, else on new ones."""
        if self._moving is None:
            return
        (desk, year), self._moving = self._moving, None
        frame = self._aside.pop(login, None)
        if frame is None:
            self.show_desk(desk, "desk", year=year)
            return
        self.frame = frame
        self.sides.addWidget(frame)
        frame.wake(desk)
        self.sides.setCurrentWidget(frame)
        self.place.changes.announce(Change.of(*Topic))

    # -- menu and look ---------------------------------------------------------------------------------------------

    def _acts(self) -> tuple[ProgramAct, ...]:
        seating, finding = self.seating, self.finding
        return (
            ProgramAct(tr("新建台账…"), "file-plus", self.new_desk, Shortcut.NEW_DESK),
            ProgramAct(tr("打开台账…"), "folder-open", self.choose_desk, Shortcut.OPEN_DESK),
            ProgramAct(tr("关闭台账"), "door-exit", self.close_desk, bar=self._no_desk),
            ProgramAct(tr("从备份恢复到新文件…"), "history", self.restore),
            ProgramAct(tr("核验考核表…"), "shield-check", self.verify, Shortcut.VERIFY),
            ProgramAct(tr("欢迎页"), "home", self.show_welcome),
            ProgramAct(tr("锁定"), "lock", seating.lock, Shortcut.LOCK, SEAT, seating.no_lock),
            ProgramAct(tr("换人登录…"), "users", self._switch, None, SEAT, seating.no_accounts),
            ProgramAct(tr("修改我的密码…"), "key", seating.change_password, None, SEAT, seating.no_accounts),
            ProgramAct(tr("本页帮助"), "help", finding.show_help, Shortcut.HELP, HELP),
            ProgramAct(tr("全部快捷键"), "keyboard", finding.show_shortcuts, Shortcut.ALL_SHORTCUTS, HELP),
            ProgramAct(tr("退出"), "logout", self.close, Shortcut.QUIT, LEAVING),
        )

    def _no_desk(self) -> str:
        return "" if self._open_desk() is not None else tr("没有打开的台账")

    def _menu(self) -> ProgramMenu:
        return ProgramMenu(self, self._acts(), chosen_look(self.place.memory), self.choose_look)

    def choose_look(self, look: str) -> None:
        """Light, dark, or as the system has it; remembered."""
        self.place.memory.setValue(LOOK_KEY, look)
        self.follow_look()

    def follow_look(self) -> None:
        """Paint everything in the chosen look."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_look(app, chosen_look(self.place.memory))
            page = self.frame.pages.current.page_id if self.frame and self.frame.pages.current else None
            self._rebuild(page)

    def _rebuild(self, page: str | None) -> None:
        """Make the frame anew, because icons carry the colours of their palette."""
        old_frame, old_welcome = self.frame, self.welcome
        self._settle()
        stood = old_frame.pages.keep() if old_frame is not None else {}
        year = old_frame.year if old_frame is not None else 0
        on_welcome = self.sides.currentWidget() is old_welcome
        self.frame = self.welcome = None
        self.menu = self._menu_anew()
        if old_frame is not None and old_frame.desk is not None:
            self.show_desk(old_frame.desk, page, stood, year)
        for old in (old_frame, old_welcome):
            if old is not None:
                self.sides.removeWidget(old)
                old.deleteLater()
        if on_welcome or self.frame is None:
            self.show_welcome()

    def _menu_anew(self) -> ProgramMenu:
        for action in self.actions():
            self.removeAction(action)
        self.menu.deleteLater()
        return self._menu()

    # -- what is asked before something is lost --------------------------------------------------------------------

    def _may_stop(self) -> bool:
        """Whether a running job may be stopped, and what was typed and not accepted be lost."""
        return (not self.place.worker.writing or stops_work(self)) and self._may_lose_typed()

    def _may_lose_typed(self) -> bool:
        """Whether what was typed and not accepted may be lost with the pages that it stands on."""
        self._settle()
        frames = [frame for frame in (self.frame, *self._aside.values()) if frame is not None]
        return loses_typed(self, frames) and self.booth.may_close()

    def _switch(self) -> None:
        """换人登录."""
        self._settle()
        if leaves_typed(self, self.frame):
            self.seating.switch()

    # -- what Qt tells ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Esc leaves the welcome page."""
        if press_focused(self, event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._back_to_desk()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back to the window sees what others did to the desk meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.frame is not None:
            self.frame.look_for_changes()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a running job is stopped; remember size and place, let go of the desk."""
        if not self._may_stop():
            event.ignore()
            return
        remember_window(self, self.place.memory)
        self._settle()
        self.place.worker.wait()
        if (desk := self._open_desk()) is not None:
            self.keeping.closing(desk)
            desk.close()
        super().closeEvent(event)
