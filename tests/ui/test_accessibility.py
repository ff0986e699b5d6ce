"""Every control that can be used has a name, on every page, so that screen readers and robots can use it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import PLACES
from committee_desk.ui.welcome.new_desk import NewDeskDialog

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractScrollArea)
Settled = Callable[[MainWindow], None]


def _inner(widget: QObject) -> bool:
    """Parts that Qt makes inside its own controls; the control speaks for them."""
    owner = widget.parent()
    while owner is not None:
        if isinstance(owner, QComboBox | QAbstractSpinBox | QTabBar) or (
            isinstance(owner, QLineEdit) and isinstance(widget, QAbstractButton)
        ):
            return True
        owner = owner.parent()
    corner = isinstance(widget, QAbstractButton) and type(widget).__name__ == "QAbstractButton"
    return corner or isinstance(widget, QHeaderView | QScrollArea)


def nameless(root: QWidget) -> list[str]:
    """Controls under `root` that a screen reader could not name."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or _inner(widget) or not widget.isVisibleTo(root):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("page", [each.id for each in PLACES if each.page])
def test_every_control_of_a_page_has_a_name(sample_window: MainWindow, page: str, settled: Settled) -> None:
    assert sample_window.frame is not None
    sample_window.frame.lead_to(page)
    settled(sample_window)
    assert nameless(sample_window) == []


def test_every_control_of_the_welcome_page_has_a_name(window: MainWindow) -> None:
    window.show_welcome()
    window.show()
    assert nameless(window) == []


def test_every_field_of_the_new_desk_dialog_has_a_name(qtbot: QtBot) -> None:
    dialog = NewDeskDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []


def test_the_system_page_s_tabs_have_names_and_take_the_keyboard(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("system")
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        settled(sample_window)
        assert page.tabs.tabText(at)
        assert nameless(sample_window) == []


def test_enter_moves_through_the_new_desk_dialog_and_an_empty_office_is_refused(qtbot: QtBot) -> None:
    dialog = NewDeskDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.office.setFocus()
    qtbot.keyClick(dialog.office, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.year.lineEdit() or dialog.focusWidget() is dialog.year
    dialog.confirm()
    assert dialog.at == 0
    assert dialog.isVisible()
