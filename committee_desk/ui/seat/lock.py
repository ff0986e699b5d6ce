"""The lock: every window of the program covered, and one dialog in front that asks who is there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid

from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.seat.cover import Covered
from committee_desk.ui.seat.sign_in import password_field
from committee_desk.wording.language import tr

Key = Callable[[str, str], str]
"""Takes login (empty on a desk without accounts) and secret; empty when the lock opens, else why it does not."""


class Irreplaceable:
    """A dialog that shows what is told once, to whoever opened it: nobody else closes it by signing in at the lock."""

    def why_it_stays(self) -> str:
        """What would be lost with it; empty once nothing would."""
        raise NotImplementedError


class Booth(QDialog):
    """What stands in front of the covered windows while somebody votes at this PC; the lock takes its place."""

    def come_forward(self) -> None:
        """Show itself above everything, ready for keys."""


class LockDialog(FormDialog):
    """Asks for the password, on a desk without accounts for the passphrase. Nothing but the key closes it.

    `word` where the desk has neither: the word with which its booth was left opens it.
    """

    def __init__(self, parent: QWidget, login: str, holder: str, key: Key, *, word: bool = False) -> None:
        super().__init__(parent, tr("检察官考评台账（已锁定）"), tr("解锁"), width=440)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.cancel.hide()
        self._key = key
        self.login, self.secret = QLineEdit(login), password_field()
        if holder:
            self.explain(tr("{name}锁定了台账，没做完的内容原样保留。其他人可以换成自己的账号登录。", name=holder))
            self.add_row(tr("登录名"), self.login)
            self.add_row(tr("密码"), self.secret)
        else:
            self.explain(tr("台账已锁定，没做完的内容原样保留。"))
            hint = tr("打开测评间时定的离开口令") if word else tr("打开台账文件的口令")
            self.add_row(tr("口令"), self.secret, hint)
        self._act = self._try

    def _try(self) -> bool:
        why = self._key(self.login.text().strip(), self.secret.text())
        self.secret.clear()
        if why:
            self.refuse(why, self.secret)
        return not why

    def come_forward(self) -> None:
        """Above everything, with the focus in the secret."""
        self.show()
        self.secret.setFocus()
        self.activateWindow()

    def reject(self) -> None:
        """Esc and the close button do not open a lock."""


class Lock(QObject):
    """`close` covers every window; `opened` is emitted once the key has turned, before the covers are lifted."""

    opened = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._covered: list[Covered] = []
        self.dialog: LockDialog | None = None
        self.booth: Booth | None = None

    @property
    def closed(self) -> bool:
        """Whether the desk is covered."""
        return self._front is not None

    @property
    def _front(self) -> "LockDialog | Booth | None":
        return self.dialog or self.booth

    @property
    def dialogs(self) -> tuple[QDialog, ...]:
        """The dialogs that wait under their covers for whoever opened them."""
        covered = (each.window for each in self._covered if isValid(each.window))
        return tuple(each for each in covered if isinstance(each, QDialog) and each.isVisible())

    def close(self, login: str, holder: str, key: Key) -> None:
        """Cover everything and ask for the key."""
        if not self.closed:
            self._cover_all()
            self._put_in_front(LockDialog(self._window, login, holder, key))

    def become_booth(self, booth: "Booth") -> None:
        """Cover everything and have the booth stand in front, until `lock_booth`."""
        if not self.closed:
            self._cover_all()
            self.booth = booth
            self._ask()

    def lock_booth(self, login: str, holder: str, key: Key, *, word: bool = False) -> None:
        """The booth is left: the covers stay, and the lock stands in its place."""
        booth, self.booth = self.booth, None
        if booth is None:
            return
        self._put_in_front(LockDialog(self._window, login, holder, key, word=word))
        booth.hide()
        booth.deleteLater()

    def _cover_all(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        for each in QApplication.topLevelWidgets():
            self._cover(each)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._look)

    def _put_in_front(self, dialog: LockDialog) -> None:
        self.dialog = dialog
        dialog.accepted.connect(self._open)
        self._ask()

    def _ask(self) -> None:
        if self._front is not None:
            self._front.come_forward()

    def _cover(self, window: QWidget) -> None:
        if window.isVisible() and isinstance(window, QDialog | QMainWindow) and not self._own(window):
            self._covered.append(Covered(window))

    def _own(self, window: QWidget) -> bool:
        """Whether the lock itself asks there."""
        each: QObject | None = window
        while each is not None and each is not self.dialog and each is not self.booth:
            each = each.parent()
        return each is not None

    def _look(self, _window: QWindow | None) -> None:
        """What opens while the desk is locked, such as the end of long work, is covered too, under the lock."""
        fresh = [
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible()
            and isinstance(each, QDialog)
            and not self._own(each)
            and all(each is not covered.window for covered in self._covered)
        ]
        for each in fresh:
            self._cover(each)
        if fresh and self._front is not None:
            self._front.hide()  # shown anew it stands above the newest dialog, which else would bar it
            QTimer.singleShot(0, self, self._ask)

    def _open(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._look)
        dialog.deleteLater()
        self.opened.emit()
        covered, self._covered = self._covered, []
        for each in reversed(covered):
            each.lift()
        if covered and isValid(covered[-1].window):
            QTimer.singleShot(0, self, partial(_raise, covered[-1].window))


def _raise(window: QWidget) -> None:
    if isValid(window):
        window.activateWindow()
