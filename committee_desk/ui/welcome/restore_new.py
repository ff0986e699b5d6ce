"""Restoring a copy to a new file: one person is enough, because no desk in use is touched."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from committee_desk.domain.desk_file import PassphraseNeeded, WrongPassphrase
from committee_desk.services.account_refusals import NotSignedIn
from committee_desk.services.actor import Actor, pc_user
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.seat.sign_in import SignInDialog
from committee_desk.ui.welcome.passphrase import ask_passphrase
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.services.desk import Desk
    from committee_desk.ui.common.page import Workplace
    from committee_desk.ui.doors import Doors


class WhoRestores(QObject):
    """Asks in the window's thread, while the worker waits, who sits down at a restored desk that has accounts."""

    _asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actors: list[Actor] = []
        self._asked.connect(self._ask, Qt.ConnectionType.BlockingQueuedConnection)

    def __call__(self, desk: "Desk") -> Actor:
        """Called on the worker; NotSignedIn where nobody signs in, so that nothing is restored."""
        if not desk.seat.has_accounts:
            return pc_user()
        self._asked.emit(desk)
        if not self._actors:
            raise NotSignedIn
        return self._actors.pop()

    def _ask(self, desk: "Desk") -> None:
        dialog = SignInDialog(self._window, desk)
        if dialog.run(dialog.sign_in):
            self._actors.append(desk.seat.actor)


class RestoreDoor:
    """Opened from 系统 and from the program's menu; `opened` opens the new file where the user wants that."""

    def __init__(self, window: QWidget, place: "Workplace", doors: "Doors", opened: "Callable[[Path], object]") -> None:
        self._window, self._place, self._doors, self._opened = window, place, doors, opened

    def open(self, backup: object = None) -> None:
        """Ask for what is missing, restore, and offer to open what was restored."""
        files = tr("台账文件 (*.desk)")
        if not isinstance(backup, Path):
            chosen, _ = QFileDialog.getOpenFileName(self._window, tr("选择备份"), "", files)
            if not chosen:
                return
            backup = Path(chosen)
        name = tr("恢复的台账.desk")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("恢复到新文件"), name, files)
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(".desk") else f"{chosen}.desk")
        if self._restored(backup, path):
            title, text = tr("已恢复到新文件"), tr("{path} 核查通过。现在打开它吗？", path=path)
            if ask(self._window, title, text, tr("打开")):
                self._opened(path)

    def _restored(self, backup: Path, path: Path) -> bool:
        who, refused, passphrase = WhoRestores(self._window), None, None
        while True:
            try:
                return self._carry_out(backup, path, who, passphrase)
            except (PassphraseNeeded, WrongPassphrase) as error:
                refused = error if isinstance(error, WrongPassphrase) else None
            passphrase = ask_passphrase(self._window, backup.name, refused)
            if passphrase is None:
                return False

    def _carry_out(self, backup: Path, path: Path, who: WhoRestores, passphrase: str | None) -> bool:
        dialog = ProgressDialog(self._window, tr("正在恢复并核查"), stoppable=False)
        done = dialog.carry_out(
            self._place.worker,
            lambda _progress: self._doors.restore(backup, path, who, passphrase),
            asks=(PassphraseNeeded, WrongPassphrase),
        )
        return done is not None
