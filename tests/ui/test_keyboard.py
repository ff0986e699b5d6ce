"""The window without a mouse: where the focus starts, keys that work from anywhere, Enter on buttons, focus seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import colour
from committee_desk.ui.common.tool_row import FilterField
from committee_desk.ui.home.owed_line import OwedLine
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import PLACES
from committee_desk.ui.welcome.new_desk import NewDeskDialog

Settled = Callable[[MainWindow], None]
CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = [each.id for each in PLACES if each.page]


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget() or window, key, held)


@pytest.mark.parametrize("page", PAGES)
def test_a_desk_opens_with_the_focus_inside_its_page(
    window: MainWindow, sample_desk: Desk, page: str, settled: Settled
) -> None:
    window.show_desk(sample_desk, page)
    window.show()
    settled(window)
    QApplication.processEvents()
    assert window.frame is not None
    shown = window.frame.pages.current
    assert shown is not None
    focused = window.focusWidget()
    assert focused is not shown
    assert shown.isAncestorOf(focused)
    assert focused.isVisible()


def test_the_first_thing_to_do_has_the_focus_when_a_desk_opens_and_keeps_it_when_read_again(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    QApplication.processEvents()
    first = sample_window.focusWidget()
    assert isinstance(first, OwedLine)
    press(qtbot, sample_window, Qt.Key.Key_F5)
    settled(sample_window)
    again = sample_window.focusWidget()
    assert isinstance(again, OwedLine)
    assert again is not first


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_follow_the_line_that_has_the_focus(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot, key: Qt.Key
) -> None:
    QApplication.processEvents()
    assert isinstance(sample_window.focusWidget(), OwedLine)
    assert sample_window.frame is not None
    press(qtbot, sample_window, key)
    settled(sample_window)
    assert sample_window.frame.pages.current is not None
    assert sample_window.frame.pages.current.page_id != "desk"


def test_a_page_chosen_on_the_rail_takes_the_focus(sample_window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    assert sample_window.frame is not None
    qtbot.mouseClick(sample_window.frame.rail.items["people"], Qt.MouseButton.LeftButton)
    settled(sample_window)
    QApplication.processEvents()
    assert isinstance(sample_window.focusWidget(), ListTable)


def test_walking_along_the_rail_keeps_the_focus_there_and_enter_goes_in(
    sample_window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.rail.take_focus()
    for page in ("scheme", "cases"):
        press(qtbot, sample_window, Qt.Key.Key_Down)
        settled(sample_window)
        assert frame.rail.chosen == page
    assert sample_window.focusWidget() is frame.rail.items["cases"]
    press(qtbot, sample_window, Qt.Key.Key_Enter)
    assert isinstance(sample_window.focusWidget(), ListTable)


@pytest.mark.parametrize("page", ["cases", "people", "ranking", "print"])
def test_ctrl_f_leads_to_the_filter_from_anywhere(
    sample_window: MainWindow, qtbot: QtBot, page: str, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.lead_to(page)
    settled(sample_window)
    frame.rail.take_focus()
    press(qtbot, sample_window, Qt.Key.Key_F, CTRL)
    assert isinstance(sample_window.focusWidget(), FilterField)


@pytest.mark.parametrize("page", PAGES)
def test_ctrl_i_opens_the_import_on_every_page(
    sample_window: MainWindow, qtbot: QtBot, page: str, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = sample_window.frame
    assert frame is not None
    asked: list[object] = []
    sample_window.place.import_wanted.disconnect(sample_window.imports.open)
    sample_window.place.import_wanted.connect(asked.append)
    frame.lead_to(page)
    settled(sample_window)
    frame.rail.take_focus()
    press(qtbot, sample_window, Qt.Key.Key_I, CTRL)
    assert len(asked) == 1


def test_ctrl_n_is_heard_on_the_welcome_page(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_welcome()
    window.show()
    asked: list[str] = []
    monkeypatch.setattr(NewDeskDialog, "found", lambda *_: asked.append("new"))
    press(qtbot, window, Qt.Key.Key_N, CTRL)
    assert asked == ["new"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_focused_button_of_the_welcome_page(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.show_welcome()
    window.show()
    assert window.welcome is not None
    window.welcome.new_wanted.disconnect()
    with qtbot.waitSignal(window.welcome.new_wanted):
        press(qtbot, window, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_focused_tab_of_a_page(
    sample_window: MainWindow, qtbot: QtBot, key: Qt.Key, settled: Settled
) -> None:
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("cases")
    settled(sample_window)
    late = page.tabs.buttons["late"]  # type: ignore[attr-defined] # the page's own
    assert isinstance(late, QPushButton)
    late.setFocus()
    press(qtbot, sample_window, key)
    assert late.isChecked()


def test_tab_into_a_table_draws_a_current_row_and_the_ends_keep_one(
    sample_window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    assert sample_window.frame is not None
    sample_window.frame.lead_to("cases")
    settled(sample_window)
    table = sample_window.focusWidget()
    assert isinstance(table, ListTable)
    assert table.selected() == [table.shown[0]]
    press(qtbot, sample_window, Qt.Key.Key_End, CTRL)
    assert table.selected() == [table.shown[-1]]
    press(qtbot, sample_window, Qt.Key.Key_Home, CTRL)
    assert table.selected() == [table.shown[0]]


def test_esc_in_the_details_leads_back_to_the_table(sample_window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.lead_to("people")
    settled(sample_window)
    table = sample_window.focusWidget()
    press(qtbot, sample_window, Qt.Key.Key_F6)
    assert frame.details.isAncestorOf(sample_window.focusWidget())
    press(qtbot, sample_window, Qt.Key.Key_Escape)
    assert sample_window.focusWidget() is table
    assert not frame.details.isVisible()


def test_esc_leaves_the_welcome_page_for_the_open_desk(sample_window: MainWindow, qtbot: QtBot) -> None:
    title = sample_window.windowTitle()
    sample_window.show_welcome()
    assert sample_window.windowTitle() == "检察官考评台账"
    press(qtbot, sample_window, Qt.Key.Key_Escape)
    assert sample_window.sides.currentWidget() is sample_window.frame
    assert sample_window.windowTitle() == title


def test_the_pointer_paints_the_whole_row(sample_window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    assert sample_window.frame is not None
    sample_window.frame.lead_to("people")
    settled(sample_window)
    table = sample_window.focusWidget()
    assert isinstance(table, ListTable)
    row = table.visualRect(table.rows.index(3, 0))
    qtbot.mouseMove(table.viewport(), row.center())
    qtbot.waitUntil(lambda: table.rows.hovered == 3)
    picture = table.viewport().grab().toImage()
    across = [
        picture.pixelColor(table.columnViewportPosition(at) + 1, row.top() + 2).name()
        for at in range(table.rows.columnCount())
    ]
    assert set(across) == {colour("hover").name()}
