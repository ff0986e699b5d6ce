"""1366×768 at 200 %: dialogs fit and keep their buttons, pages keep their act and their rows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from committee_desk.ui.common import fitting
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.frame.top_bar import TopBar
from committee_desk.ui.imports.wizard import ImportWizard
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.page import SystemPage
from committee_desk.ui.welcome.new_desk import NewDeskDialog

Settled = Callable[[MainWindow], None]
ROOM = QSize(679, 344)


@pytest.fixture
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen of 683 × 384."""
    monkeypatch.setattr(fitting, "room_for", lambda _widget: ROOM)


@pytest.mark.usefixtures("small_screen")
def test_the_new_desk_dialog_fits_and_shows_its_buttons(qtbot: QtBot) -> None:
    dialog = NewDeskDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= ROOM.height()
    assert dialog.rect().contains(dialog.verb.mapTo(dialog, dialog.verb.rect().bottomRight()))


@pytest.mark.usefixtures("small_screen")
def test_the_wizard_fits_and_shows_its_buttons(sample_window: MainWindow, qtbot: QtBot) -> None:
    frame = sample_window.frame
    assert frame is not None
    assert frame.desk is not None
    wizard = ImportWizard(sample_window, sample_window.place, frame.desk, 2026, ImportRequest())
    qtbot.addWidget(wizard)
    wizard.show()
    assert wizard.size().boundedTo(ROOM) == wizard.size()
    assert wizard.rect().contains(wizard.forward.mapTo(wizard, wizard.forward.rect().bottomRight()))


@pytest.mark.parametrize(
    ("name", "date", "day", "left", "whole"),
    [
        ("1 件复核申请或申诉须决定", "2月18日（周四）", "2月18日", "还有 17 个工作日", False),
        ("1 application to be decided", "18 Feb (Thu)", "18 Feb", "17 working days left", False),
        ("公示截止", "2月17日（周三）17:30", "2月17日", "还有 2 个工作日", True),
    ],
    ids=["中文", "English", "公示"],
)
def test_the_next_deadline_on_a_small_screen_keeps_its_date_and_the_days_left_whole(
    name: str, date: str, day: str, left: str, whole: bool, qtbot: QtBot
) -> None:
    bar = TopBar(QMenu())
    qtbot.addWidget(bar)
    bar.show_deadline(f"{name} {date}", left, "accent", name, day)
    bar.show_narrow(narrow=True)
    bar.resize(683, bar.height())
    bar.show()

    def shown_whole(part: QLabel) -> bool:
        inside = bar.rect().contains(part.mapTo(bar, part.rect().bottomRight()))
        return inside and part.fontMetrics().horizontalAdvance(part.text()) <= part.width()

    qtbot.waitUntil(lambda: shown_whole(bar.deadline) and shown_whole(bar.left))
    assert bar.left.text() == left
    assert bar.deadline.text().endswith(f" {day}")
    assert (bar.deadline.text() == f"{name} {day}") is whole
    assert bar.deadline.toolTip() == f"{name} {date} {left}"


@pytest.mark.parametrize("page", ["scheme", "cases", "ballots", "people", "ranking", "print"])
def test_a_page_on_a_small_screen_scrolls_only_in_its_table(
    sample_window: MainWindow, page: str, settled: Settled, qtbot: QtBot
) -> None:
    frame = sample_window.frame
    assert frame is not None
    sample_window.resize(683, 360)
    frame.lead_to(page)
    settled(sample_window)
    area = frame.pages.stack.currentWidget()
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)  # type: ignore[attr-defined] # a scroll area


def test_in_a_narrow_window_enter_puts_the_detail_in_the_page_s_place_and_esc_takes_it_away(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    frame = sample_window.frame
    assert frame is not None
    sample_window.resize(683, 360)
    frame.lead_to("people")
    settled(sample_window)
    table = sample_window.focusWidget()
    assert frame.details.isHidden()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert frame.details.isVisible()
    assert frame.pages.stack.isHidden()
    qtbot.keyClick(sample_window.focusWidget(), Qt.Key.Key_Escape)
    assert frame.pages.stack.isVisible()
    assert sample_window.focusWidget() is table


@pytest.mark.parametrize("tab", ["backup", "check", "protection", "journal"])
def test_a_tab_of_the_system_on_a_small_screen_never_scrolls_sideways(
    sample_window: MainWindow, tab: str, settled: Settled, qtbot: QtBot
) -> None:
    frame = sample_window.frame
    assert frame is not None
    sample_window.resize(683, 360)
    page = frame.lead_to("system", tab)
    settled(sample_window)
    areas = [frame.pages.stack.currentWidget(), *page.findChildren(QScrollArea)]
    for area in areas:
        if isinstance(area, QScrollArea) and area.isVisible():
            qtbot.waitUntil(lambda area=area: area.horizontalScrollBar().maximum() == 0)  # type: ignore[misc]


def test_the_calendar_s_list_on_a_small_screen_has_no_bar_of_its_own_sideways(
    sample_window: MainWindow, system: Callable[[str], SystemPage], settled: Settled, qtbot: QtBot
) -> None:
    sample_window.resize(683, 360)
    page = system("accounts")
    page.tabs.setCurrentWidget(page.calendar)
    settled(sample_window)
    qtbot.waitUntil(lambda: page.calendar.table.horizontalScrollBar().maximum() == 0)
