"""A sheet as it is seen, heard and clicked: selections, frozen columns, widths, headings, the context menu."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.invented_sheet import Ledgers
from tests.ui.sheet_typist import Typist

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
Shift = Qt.KeyboardModifier.ShiftModifier


def test_shift_selects_from_the_active_cell_and_enter_goes_round_inside(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Right, Shift)
    assert typist.selected() == (0, 2, 1, 3)
    assert typist.at() == ("J001", "l0")
    typist.press(Key.Key_Return)
    typist.press(Key.Key_Return)
    assert (typist.at(), typist.selected()) == (("J001", "l1"), (0, 2, 1, 3))


def test_the_mouse_selects_what_it_is_drawn_over_and_shift_up_to_a_cell(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.drag(("J001", "l1"), ("J003", "l2"))
    assert (typist.at(), typist.selected()) == (("J001", "l1"), (0, 3, 2, 4))
    typist.click("J002", "l3", Shift)
    assert typist.selected() == (0, 3, 1, 5)
    typist.click("J002", "l3")
    assert typist.selected() == (1, 5, 1, 5)


def test_a_screen_reader_hears_where_a_cell_is_what_it_says_and_how_it_stands(typist: Typist) -> None:
    source = typist.sit(Ledgers(closed=[1]))
    source.held["J001", "l0"] = "+1.00"
    assert typist.heard("J001", "l0") == "第 1 行“效果”：+1.00"
    assert typist.heard("J002", "l1") == "第 2 行“安全”：空，已关账"
    typist.type("99")
    typist.press(Key.Key_Return)
    typist.settle()
    assert typist.heard("J001", "l0") == "第 1 行“效果”：99，未接受，分值须在 −10 到 10 之间。"


@pytest.mark.parametrize("column", ["code", "name"])
def test_code_and_name_stay_in_sight_and_can_be_clicked_while_scrolled_sideways(typist: Typist, column: str) -> None:
    typist.sit(Ledgers())
    typist.sheet.resize(500, 300)
    typist.choose("J003", "note")
    view = typist.view
    assert view.horizontalScrollBar().value() > 0
    assert typist.box("J002", column).left() == {"code": 0, "name": 66}[column]
    typist.click("J002", column)
    assert typist.at() == ("J002", column)
    assert view.horizontalScrollBar().value() > 0


def test_a_cell_is_brought_out_from_under_the_frozen_columns(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.sheet.resize(500, 300)
    typist.choose("J001", "note")
    for _ in range(7):
        typist.press(Key.Key_Left)
        box = typist.box(*typist.at())
        assert box.left() >= 66 + 88
        assert typist.view.indexAt(box.center()) == typist.view.currentIndex()


def test_frozen_cells_are_painted_where_they_stay(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.sheet.resize(500, 300)
    names = typist.view.viewport().grab().toImage().copy(70, 2, 80, 20)
    typist.choose("J001", "note")
    scrolled = typist.view.viewport().grab().toImage().copy(70, 2, 80, 20)
    assert scrolled == names


def test_a_column_keeps_the_width_that_it_was_given(typist: Typist) -> None:
    source = typist.sit(Ledgers(), size=(1300, 400))
    typist.view.setColumnWidth(3, 123)
    typist.sheet.set_source(source)
    assert typist.view.columnWidth(3) == 123
    assert typist.view.columnViewportPosition(9) + typist.view.columnWidth(9) == typist.view.viewport().width()


def test_a_double_click_edits_and_on_a_name_tells_the_page(typist: Typist) -> None:
    typist.sit(Ledgers())
    opened: list[tuple[object, str]] = []
    typist.sheet.opened.connect(lambda row, column: opened.append((row, column)))
    typist.double_click("J002", "l0")
    assert typist.view.editor is not None
    typist.press(Key.Key_Escape)
    typist.double_click("J002", "name")
    assert opened == [("J002", "name")]


def test_a_click_outside_cells_changes_nothing(typist: Typist) -> None:
    typist.sit(Ledgers(2))
    typist.click_at(QPoint(300, typist.view.viewport().height() - 5))
    assert typist.at() == ("J001", "l0")


def test_a_heading_selects_its_column_and_a_line_number_its_row(typist: Typist) -> None:
    source = typist.sit(Ledgers(3))
    source.held |= {(f"J00{n}", "l1"): "+1.00" for n in (1, 2, 3)}
    top, side = typist.view.horizontalHeader(), typist.view.verticalHeader()
    QTest.mouseClick(top.viewport(), LEFT, pos=QPoint(top.sectionViewportPosition(3) + 20, 10))
    assert typist.selected() == (0, 3, 2, 3)
    typist.press(Key.Key_Delete)
    typist.settle()
    assert {source.held[f"J00{n}", "l1"] for n in (1, 2, 3)} == {""}
    QTest.mouseClick(side.viewport(), LEFT, pos=QPoint(10, side.sectionViewportPosition(1) + 10))
    assert typist.selected() == (1, 0, 1, typist.view.end.column)


def test_a_frozen_heading_selects_its_own_column_while_others_are_scrolled_under_it(typist: Typist) -> None:
    typist.sit(Ledgers(3), size=(500, 300))
    typist.choose("J001", "note")
    QTest.mouseClick(typist.view.horizontalHeader().viewport(), LEFT, pos=QPoint(100, 10))
    assert typist.selected() == (0, 1, 2, 1)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_the_context_menu_shows_the_acts_with_their_keys_and_the_page_s_own(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.sheet.menu_opens.connect(lambda menu: menu.addAction("本页的事"))
    shown: list[list[tuple[str, str]]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        shown.append([(act.text(), act.shortcut().toString()) for act in menu.actions()])
        menu.close()

    QTimer.singleShot(0, look)
    spot = typist.box("J001", "l0").center()
    opens = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, typist.view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(typist.view.viewport(), opens)
    assert ("粘贴，可从 Excel、WPS 粘贴整块", "Ctrl+V") in shown[0]
    assert shown[0][-1] == ("本页的事", "")
