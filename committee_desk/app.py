"""Starts the window: language, fonts, look, crash log, and the desk of last time or the welcome page."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QStandardPaths, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from committee_desk.paths import log_folder
from committee_desk.services.access import AcceptOlder, Access
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.desk import Desk
from committee_desk.services.ports import Progress
from committee_desk.ui.common.crash import catch_everything, last_crash, silence_qt
from committee_desk.ui.common.messages import show_notice
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.theme import apply_look, chosen_look, use_fonts
from committee_desk.ui.doors import Doors
from committee_desk.ui.main_window import MainWindow
from committee_desk.wording.language import CHINESE, language, tr

if TYPE_CHECKING:
    from committee_desk.domain.desk_file import DeskRefused
    from committee_desk.services.restoring import Restored
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.ui.verify.checking import Checking

STANDS_AFTER = 1000


def open_window(file: Path | None = None) -> int:
    """Show the window on this desk file, else on the last one, else on the welcome page; the exit code."""
    app = start_qt()
    window = make_window(memory_of_this_pc())
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: window.follow_look())
    wanted = file or window.recent.last()
    if wanted is None or not window.open_file(wanted):
        window.show_welcome()
    window.show()
    QTimer.singleShot(STANDS_AFTER, settle)
    QTimer.singleShot(STANDS_AFTER, lambda: _tell_last_crash(window))
    return app.exec()


def settle() -> None:
    """The window stands: what was loaded stays, and is not looked through again."""
    gc.freeze()
    gc.enable()


def start_qt() -> QApplication:
    """The application object with its fonts, look and Qt's own words in the spoken language."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("committee-desk")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("committee-desk")
    catch_everything()
    silence_qt()
    _speak_qt(app)
    use_fonts(app)
    apply_look(app, chosen_look(memory_of_this_pc()))
    return app


def memory_of_this_pc() -> QSettings:
    """What the window remembers: widths, order, recent desks. No figures, and nothing that anybody typed."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    memory = QSettings(str(Path(folder, "committee-desk", "window.ini")), QSettings.Format.IniFormat)
    _forget_typed(memory)
    return memory


def _forget_typed(memory: QSettings) -> None:
    """Take out of the memory what an earlier version of the program kept of filters."""
    for key in memory.allKeys():
        if key.startswith("tables/") and key.endswith("/filter"):
            memory.remove(key)


def make_window(memory: QSettings) -> MainWindow:
    """The window with its doors to storage."""
    return MainWindow(Workplace(pc_user(), memory), _doors())


def _doors() -> Doors:
    def open_desk(path: Path, passphrase: str | None, accept_older: AcceptOlder | None = None) -> Desk:
        from committee_desk.bootstrap import open_desk  # noqa: PLC0415 - SQLAlchemy loads when a desk is opened

        return open_desk(path, passphrase=passphrase, access=Access.WINDOW, accept_older=accept_older)

    def new_desk(path: Path, office: str, year: int, *, passphrase: str | None) -> Desk:
        from committee_desk.bootstrap import new_desk  # noqa: PLC0415 - SQLAlchemy loads when a desk is opened

        return new_desk(path, office, year, pc_user(), passphrase=passphrase, access=Access.WINDOW)

    def make_demo(folder: Path, progress: Progress) -> Path:
        from committee_desk.demonstration import make_demonstration  # noqa: PLC0415 - not needed at start

        return make_demonstration(folder, pc_user(), progress).desk

    def check() -> dict[str, object]:
        from committee_desk.self_check import self_check  # noqa: PLC0415 - not needed at start

        return self_check()

    def try_passphrase(path: Path, passphrase: str) -> None:
        from committee_desk.bootstrap import try_passphrase  # noqa: PLC0415 - asked for when a lock is opened

        try_passphrase(path, passphrase)

    def restore(backup: Path, path: Path, who: Callable[[Desk], Actor], passphrase: str | None) -> "Restored":
        from committee_desk.bootstrap import restore  # noqa: PLC0415 - hardly ever

        return restore(backup, path, who, passphrase=passphrase)

    def salvage(path: Path, target: Path, passphrase: str | None) -> "tuple[SavedTable, ...]":
        from committee_desk.bootstrap import salvage_file  # noqa: PLC0415 - hardly ever

        return salvage_file(path, target, passphrase)

    def unfit_place(path: Path) -> "DeskRefused | None":
        from committee_desk.bootstrap import unfit_place  # noqa: PLC0415 - SQLAlchemy loads when a desk is opened

        return unfit_place(path)

    def checking() -> "Checking":
        from committee_desk.documents.signing_on_demand import LazyTrust, verify  # noqa: PLC0415 - as above
        from committee_desk.ui.verify.checking import Checking  # noqa: PLC0415 - as above

        return Checking(verify, LazyTrust())

    return Doors(open_desk, new_desk, make_demo, check, try_passphrase, restore, unfit_place, salvage, checking)


def _speak_qt(app: QApplication) -> None:
    chinese = language() == CHINESE
    QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
    if chinese:
        translator = QTranslator(app)
        if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
        from committee_desk.ui.common.qt_words import QtWords  # noqa: PLC0415 - English needs none

        app.installTranslator(QtWords(app))


def _tell_last_crash(window: MainWindow) -> None:
    if last_crash() is not None:
        show_notice(
            window,
            tr("上次运行时程序出过错"),
            tr("已保存的内容不受影响。错误记在 {path}，请告诉信息技术人员。", path=str(log_folder())),
        )
