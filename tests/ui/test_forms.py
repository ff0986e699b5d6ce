"""The forms of the window: refusals name everything at once, stay in the dialog and leave what was typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.calendar_tab import CalendarTab, DayDialog
from committee_desk.ui.system.settings_tab import SettingsTab

Settled = Callable[[MainWindow], None]
CONFIRM = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def in_dialog(act: Callable[[FormDialog], None]) -> None:
    """Act in the dialog that is about to open, then leave it."""

    def acting() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        try:
            act(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(50, acting)


def confirm(qtbot: QtBot, dialog: FormDialog) -> None:
    """Ctrl+Enter."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, *CONFIRM)


def test_saving_a_setting_unchanged_says_so_and_keeps_the_reason(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled, sample_desk: Desk
) -> None:
    page = sample_window.frame.lead_to("system")
    settled(sample_window)
    tab = page.findChild(SettingsTab)
    tab.refresh()
    settled(sample_window)
    before = sample_desk.journal.head()

    def act(dialog: FormDialog) -> None:
        why = dialog.focusWidget()
        why.insert("按新办法")
        confirm(qtbot, dialog)
        qtbot.waitUntil(lambda: "没有改动" in said(dialog))
        assert why.text() == "按新办法"
        assert dialog.isVisible()

    in_dialog(act)
    change = next(each for each in tab.changes if each.accessibleName() == "修改截止时刻")
    change.setFocus()
    qtbot.keyClick(change, Qt.Key.Key_Space)
    assert sample_desk.journal.head() == before


def test_a_day_of_a_year_without_notice_is_refused_in_the_dialog(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled, sample_desk: Desk
) -> None:
    page = sample_window.frame.lead_to("system")
    settled(sample_window)
    tab = page.findChild(CalendarTab)
    tab.show_year(2027)
    settled(sample_window)

    def act(dialog: FormDialog) -> None:
        assert isinstance(dialog, DayDialog)
        dialog.document.insert("国办发明电〔2026〕9号")
        confirm(qtbot, dialog)
        qtbot.waitUntil(lambda: "不能单独填写一天" in said(dialog))
        assert dialog.isVisible()

    in_dialog(act)
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert 2027 not in sample_desk.calendar.held_years()
