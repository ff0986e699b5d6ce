"""The window: the welcome page, or an open desk in its frame."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget

from committee_desk.domain.desk_file import PassphraseNeeded, WrongPassphrase
from committee_desk.services.desk import Desk
from committee_desk.services.views import Hit
from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.common.fitting import remember_window, restore_window
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.page import Page, Workplace
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import LOOK_KEY, apply_look, chosen_look
from committee_desk.ui.doors import Doors
from committee_desk.ui.frame.acts import entries, program_entries
from committee_desk.ui.frame.frame import Frame
from committee_desk.ui.frame.kept import Kept
from committee_desk.ui.frame.keys import WindowKeys
from committee_desk.ui.frame.menu import ProgramAct, ProgramMenu
from committee_desk.ui.frame.palette import Entry, SearchPalette
from committee_desk.ui.imports.door import ImportDoor
from committee_desk.ui.welcome.page import WelcomePage
from committee_desk.ui.welcome.recent import RecentDesks
from committee_desk.wording.language import tr

LEAST, FIRST_SIZE = QSize(560, 360), QSize(1366, 768)
HIT_PAGES = {"person": "people", "case": "cases"}


class MainWindow(QMainWindow):
    """Opens desks, owns the menu, the palette and the help."""

    def __init__(self, place: Workplace, doors: Doors) -> None:
        super().__init__()
        self.place, self.doors = place, doors
        self.recent = RecentDesks(place.memory)
        self.setMinimumSize(LEAST)
        self.setWindowTitle(tr("检察官考评台账"))
        self.setWindowIcon(icon("building-bank", "accent", 32))
        self.sides = QStackedWidget()
        self.setCentralWidget(self.sides)
        self.menu = self._menu()
        self.frame: Frame | None = None
        self.keys = WindowKeys(self, self._page)
        self.imports = ImportDoor(self, place, self._here)
        self.welcome: WelcomePage | None = None
        restore_window(self, place.memory, FIRST_SIZE)
        for key, act in (
            (Shortcut.SEARCH, self.open_palette),
            (Shortcut.HELP, self.show_help),
            (Shortcut.ALL_SHORTCUTS, self.show_shortcuts),
        ):
            QShortcut(key.keys, self, act)

    # -- desks -----------------------------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The page before a desk is open."""
        if self.welcome is None:
            self.welcome = WelcomePage(self.recent)
            self.welcome.new_wanted.connect(self.new_desk)
            self.welcome.open_wanted.connect(self.choose_desk)
            self.welcome.demo_wanted.connect(self.try_sample)
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
        if self.frame is None:
            self.frame = Frame(self.place, self.menu)
            self.frame.search_wanted.connect(self.open_palette)
            self.sides.addWidget(self.frame)
        self.recent.remember(identity.path)
        if self.frame.desk is not None and self.frame.desk is not desk:
            self.frame.desk.close()
        self.frame.pages.will_stand(stood or {})
        self.frame.set_desk(desk, year or identity.years[-1])
        self.sides.setCurrentWidget(self.frame)
        self._name_after(desk)
        if page is None:
            self.frame.lead_to_last()
        else:
            self.frame.lead_to(page)

    def _name_after(self, desk: Desk) -> None:
        identity = desk.identity()
        title = tr("{office} — 检察官考评台账", office=identity.office)
        self.setWindowTitle(tr("【演示】{title}", title=title) if identity.demo else title)

    def _back_to_desk(self) -> None:
        """Esc on the welcome page, when a desk is open behind it."""
        frame = self.frame
        if frame is None or frame.desk is None or self.sides.currentWidget() is frame:
            return
        self.sides.setCurrentWidget(frame)
        self._name_after(frame.desk)
        if frame.pages.current is not None:
            frame.pages.current.take_focus()

    def open_file(self, path: Path) -> bool:
        """Open a desk file; asks for the passphrase when it has one."""
        passphrase: str | None = None
        while True:
            try:
                self.show_desk(self.doors.open_desk(path, passphrase))
            except (PassphraseNeeded, WrongPassphrase) as error:
                if isinstance(error, WrongPassphrase):
                    tell_failure(self, error)
                passphrase = self._ask_passphrase(path)
                if passphrase is None:
                    return False
            except Exception as error:  # noqa: BLE001 - refusal, trouble and bug are sorted in tell_failure
                tell_failure(self, error)
                return False
            else:
                return True

    def _ask_passphrase(self, path: Path) -> str | None:
        from committee_desk.ui.welcome.passphrase import ask_passphrase  # noqa: PLC0415 - not needed at start

        return ask_passphrase(self, path.name)

    def choose_desk(self) -> None:
        """Pick a desk file and open it."""
        last = self.recent.last()
        start = str(last.parent) if last else ""
        name, _ = QFileDialog.getOpenFileName(self, tr("打开台账"), start, tr("台账文件 (*.desk)"))
        if name:
            self.open_file(Path(name))

    def new_desk(self) -> None:
        """Found a desk and open it."""
        from committee_desk.ui.welcome.new_desk import NewDeskDialog  # noqa: PLC0415 - not needed at start

        desk = NewDeskDialog(self).found(self.doors.new_desk)
        if desk is not None:
            self.show_desk(desk, "desk")

    def try_sample(self) -> None:
        """Make a demonstration desk of the sample office in a folder of the user's choice, and open it."""
        folder = QFileDialog.getExistingDirectory(self, tr("样例台账放在哪里"))
        if not folder:
            return
        from committee_desk.ui.common.progress import ProgressDialog  # noqa: PLC0415 - not needed at start

        dialog = ProgressDialog(self, tr("正在准备样例院"))
        made = dialog.carry_out(self.place.worker, lambda progress: self.doors.make_demo(Path(folder), progress))
        if made is not None:
            self.open_file(made)

    def _here(self) -> tuple[Desk, int] | None:
        """The desk and the year in view, for the import wizard."""
        if self.frame is None or self.frame.desk is None or self.sides.currentWidget() is not self.frame:
            return None
        return self.frame.desk, self.frame.year

    # -- menu ------------------------------------------------------------------------------------------------------

    def _acts(self) -> tuple[ProgramAct, ...]:
        return (
            ProgramAct(tr("新建台账…"), "file-plus", self.new_desk, Shortcut.NEW_DESK),
            ProgramAct(tr("打开台账…"), "folder-open", self.choose_desk, Shortcut.OPEN_DESK),
            ProgramAct(tr("欢迎页"), "home", self.show_welcome),
            ProgramAct(tr("本页帮助"), "help", self.show_help, Shortcut.HELP),
            ProgramAct(tr("全部快捷键"), "keyboard", self.show_shortcuts, Shortcut.ALL_SHORTCUTS),
            ProgramAct(tr("退出"), "logout", self.close, Shortcut.QUIT),
        )

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

    # -- search, help ----------------------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self.frame is None or self.sides.currentWidget() is not self.frame:
            return
        frame = self.frame
        desk, year = frame.desk, frame.year
        if desk is None:
            return
        palette = SearchPalette(
            self, self.place, self._entries(frame), lambda text: desk.search(text, year), self._open_hit
        )
        palette.open_under(frame.top)

    def _entries(self, frame: Frame) -> list[Entry]:
        return [*entries(frame), *program_entries(self._acts(), self.choose_look)]

    def _open_hit(self, hit: Hit) -> None:
        if self.frame is not None:
            self.frame.lead_to(HIT_PAGES.get(hit.kind, hit.kind), hit.key)

    def show_help(self) -> None:
        """F1: what this page is for."""
        from committee_desk.ui.frame.help import show_help  # noqa: PLC0415 - not needed at start

        show_help(self, self.frame.pages.current if self.frame else None)

    def show_shortcuts(self) -> None:
        """Ctrl+?: every shortcut."""
        from committee_desk.ui.frame.help import show_shortcuts  # noqa: PLC0415 - not needed at start

        show_shortcuts(self)

    def _page(self) -> Page | None:
        """The page in view."""
        frame = self.frame
        return frame.pages.current if frame is not None and self.sides.currentWidget() is frame else None

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

    # -- closing ---------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a running job is stopped; remember size and place."""
        if self.place.worker.writing and not ask(
            self,
            tr("还有工作没做完"),
            tr("现在退出会停下它，已完成的整件工作不受影响，未完成的不留痕迹。"),
            tr("停下并退出"),
        ):
            event.ignore()
            return
        remember_window(self, self.place.memory)
        self.place.worker.wait()
        if self.frame is not None and self.frame.desk is not None:
            self.frame.desk.close()
        super().closeEvent(event)
