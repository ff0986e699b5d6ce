"""Answers the dialogs of the window as they open, one after the other, with keys."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

Act = Callable[[QWidget], None]
PAUSE = 20
CTRL = Qt.KeyboardModifier.ControlModifier


def said(dialog: QWidget) -> str:
    """Everything that the dialog says."""
    QApplication.processEvents()  # a banner is seen once it was laid out
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


class Answers:
    """Each act answers one dialog; those that show only progress are let pass.

    However long a dialog takes to open, it is waited for until the test is over.
    """

    going: ClassVar[list["Answers"]] = []

    def __init__(self, acts: Sequence[Act], passing: type[QWidget]) -> None:
        self.going.append(self)
        self.left, self._passing, self._over = list(acts), passing, False
        in_front = QApplication.activeModalWidget()
        self._answered: list[QWidget] = [in_front] if in_front is not None else []  # that asks; the next is answered
        QTimer.singleShot(PAUSE, self._look)

    def end(self) -> int:
        """Answer nothing any more; how many dialogs never opened."""
        self._over = True
        return len(self.left)

    @classmethod
    def end_all(cls) -> None:
        """The test is over: nobody answers a dialog of the next one."""
        while cls.going:
            cls.going.pop().end()

    def _look(self) -> None:
        if self._over:
            return
        dialog = QApplication.activeModalWidget()
        known = dialog is None or isinstance(dialog, self._passing) or any(dialog is each for each in self._answered)
        if known or (dialog is not None and not dialog.isActiveWindow()):  # its shortcuts wait until it is
            if self.left:
                QTimer.singleShot(PAUSE, self._look)
            return
        assert dialog is not None
        self._answered.append(dialog)
        act = self.left.pop(0)
        if self.left:
            QTimer.singleShot(PAUSE, self._look)
        try:
            act(dialog)
        except BaseException:
            dialog.done(0) if isinstance(dialog, QDialog) else dialog.close()  # no question whether to leave it
            raise


def type_into(qtbot: QtBot, field: QWidget | None, text: str) -> None:
    """Key by key what a keyboard has; what an input method gives, at once."""
    if isinstance(field, QLineEdit) and not text.isascii():
        field.insert(text)
    else:
        qtbot.keyClicks(field, text)


def typed(qtbot: QtBot, *texts: str) -> Act:
    """Types each text into one field after the other, with Enter between them, and confirms with Ctrl+Enter."""

    def act(dialog: QWidget) -> None:
        for text in texts:
            type_into(qtbot, dialog.focusWidget(), text)
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    return act


def pressed(qtbot: QtBot, *keys: Qt.Key) -> Act:
    """Presses keys where the focus is."""

    def act(dialog: QWidget) -> None:
        for key in keys:
            qtbot.keyClick(dialog.focusWidget() or dialog, key)

    return act
