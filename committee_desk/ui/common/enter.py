"""Enter presses the button that has the focus, in the window as in dialogs; Qt's own buttons outside dialogs do not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QToolButton, QWidget

ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_enter(event: QKeyEvent) -> bool:
    """Enter or the keypad's Enter, by itself."""
    return event.key() in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the focused button of the window when the key is Enter; whether one was pressed."""
    focused = window.focusWidget() or QApplication.focusWidget()
    if not is_enter(event) or not isinstance(focused, QAbstractButton) or not focused.isEnabled():
        return False
    if isinstance(focused, QCheckBox | QRadioButton):  # Space is for these: Enter is no answer to them
        return False
    if not event.isAutoRepeat():
        if isinstance(focused, QToolButton) and focused.menu() is not None:
            focused.showMenu()
        else:
            focused.click()
    return True
