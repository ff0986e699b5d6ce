"""The forms of the window: refusals name everything at once, stay in the dialog and leave what was typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.calendar_tab import CalendarTab, DayDialog
from committee_desk.ui.system.settings_tab import SettingsTab
from committee_desk.ui.welcome.new_desk import NewDeskDialog

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


@pytest.fixture
def new_desk(qtbot: QtBot, tmp_path: Path) -> NewDeskDialog:
    dialog = NewDeskDialog(None)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path))
    return dialog


def founded(*_given: object, **_named: object) -> Desk:
    raise AssertionError


def test_everything_wrong_with_a_new_desk_is_said_at_once(qtbot: QtBot, new_desk: NewDeskDialog) -> None:
    def act(dialog: FormDialog) -> None:
        new_desk.year.selectAll()
        qtbot.keyClicks(new_desk.year, "1999")
        qtbot.keyClicks(new_desk.passphrase, "abc")
        confirm(qtbot, dialog)
        assert new_desk.year.value() == 1999
        qtbot.waitUntil(lambda: "请填写单位名称。" in said(dialog))
        for part in ("请填写单位名称。", "年度 1999 不能使用", "口令至少 8 位", "两次输入的口令不一致"):
            assert part in said(dialog)
        assert dialog.focusWidget() is new_desk.office
        qtbot.waitUntil(lambda: not overlapping(dialog))

    in_dialog(act)
    assert new_desk.found(founded) is None


def overlapping(dialog: QWidget) -> list[tuple[str, str]]:
    """Pairs of labels and fields drawn over each other."""
    shown = [each for each in [*dialog.findChildren(QLabel), new_year(dialog)] if each.isVisible() and each.height()]
    places = [(each, each.rect().translated(each.mapTo(dialog, each.rect().topLeft()))) for each in shown]
    found = [
        (str(one), str(other))
        for at, (one, place) in enumerate(places)
        for other, its in places[at + 1 :]
        if place.intersects(its) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]
    squeezed = [(str(each), "") for each in shown if each.height() < each.heightForWidth(each.width())]
    return found + squeezed


def new_year(dialog: QWidget) -> QWidget:
    assert isinstance(dialog, NewDeskDialog)
    return dialog.year


def test_a_file_that_exists_is_refused_in_the_field_of_its_name(
    qtbot: QtBot, new_desk: NewDeskDialog, desk: Desk, tmp_path: Path
) -> None:
    from committee_desk.domain.desk_file import DeskExists  # noqa: PLC0415 - beside its only use

    def refusing(path: Path, *_given: object, **_named: object) -> Desk:
        raise DeskExists(path)

    def act(dialog: FormDialog) -> None:
        new_desk.office.insert("云川县人民检察院")
        assert new_desk.file.text() == "云川县人民检察院.desk"
        confirm(qtbot, dialog)
        qtbot.waitUntil(lambda: f"“{tmp_path / '云川县人民检察院.desk'}”已经存在" in said(dialog))
        assert dialog.focusWidget() is new_desk.file
        new_desk.file.setText("另一本")
        assert new_desk.path == tmp_path / "另一本.desk"
        new_desk.office.setText("某院")
        assert new_desk.file.text() == "另一本"

    in_dialog(act)
    assert new_desk.found(refusing) is None


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
    tab._change("publication.cut_off", "截止时刻", "24 小时制")
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
