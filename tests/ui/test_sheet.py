"""A sheet to type in: keys as they are pressed, cells as they are seen, texts as they reached the desk."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import DiskFull
from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.saved_state import SavedState
from committee_desk.ui.common.sheet.source import Change, Outcome
from tests.ui.invented_sheet import LEDGERS, Ledgers
from tests.ui.sheet_typist import Typist

Key = Qt.Key
Shift, Ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_the_model_keeps_qt_s_rules(typist: Typist, qtmodeltester: ModelTester) -> None:
    typist.sit(Ledgers())
    qtmodeltester.check(typist.view.model())


def test_a_month_of_16_people_and_7_columns_takes_three_keys_a_mark(typist: Typist) -> None:
    source = typist.sit(Ledgers(16))
    for _cell in range(16 * 7):
        typist.type("10")
        typist.press(Key.Key_Return)
    typist.settle()
    assert typist.keys == 3 * 16 * 7
    assert sum(text == "+10.00" for text in source.held.values()) == 16 * 7


def test_enter_saves_and_goes_down_and_from_the_end_to_the_top_of_the_next_column(typist: Typist) -> None:
    source = typist.sit(Ledgers(2))
    for text in ("1", "2", "3"):
        typist.type(text)
        typist.press(Key.Key_Return)
    typist.settle()
    assert source.held == {("J001", "l0"): "+1.00", ("J002", "l0"): "+2.00", ("J001", "l1"): "+3.00"}
    assert typist.at() == ("J002", "l1")


def test_enter_may_lead_along_the_row_instead(typist: Typist) -> None:
    typist.sit(Ledgers(2), Going.ALONG)
    typist.press(Key.Key_Return)
    assert typist.at() == ("J001", "l1")


def test_tab_goes_along_and_on_to_the_next_row_and_out_at_the_end(typist: Typist) -> None:
    typist.sit(Ledgers(2))
    for _ in range(8):
        typist.press(Key.Key_Tab)
    assert typist.at() == ("J002", "l0")
    typist.press(Key.Key_Backtab)
    assert typist.at() == ("J001", "note")


def test_the_down_arrow_stays_on_the_last_row_and_enter_on_the_last_cell(typist: Typist) -> None:
    typist.sit(Ledgers(2))
    for _ in range(3):
        typist.press(Key.Key_Down)
    assert typist.at() == ("J002", "l0")
    typist.choose("J002", "note")
    typist.press(Key.Key_Return)
    assert typist.at() == ("J002", "note")


def test_typing_replaces_f2_edits_and_esc_leaves_the_cell_as_it_was(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "l0"] = "+1.50"
    typist.type("2")
    typist.press(Key.Key_Return)
    typist.settle()
    typist.choose("J001", "l0")
    typist.press(Key.Key_F2)
    typist.press(Key.Key_Backspace)
    typist.type("5")
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "l0"] == "+2.05"
    typist.choose("J001", "l0")
    typist.type("9")
    typist.press(Key.Key_Escape)
    typist.settle()
    assert (typist.seen("J001", "l0"), len(source.commits)) == ("+2.05", 2)


def test_arrows_leave_a_cell_that_was_typed_but_move_inside_one_that_is_edited(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.type("2")
    typist.press(Key.Key_Right)
    assert typist.at() == ("J001", "l1")
    typist.press(Key.Key_Left)
    typist.press(Key.Key_F2)
    typist.press(Key.Key_Left)
    assert typist.at() == ("J001", "l0")
    assert typist.view.editor is not None


def test_a_cell_left_as_it_was_is_not_committed(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "l0"] = "−1.50"
    typist.press(Key.Key_F2)
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.commits == []


def test_what_is_half_typed_is_saved_when_another_cell_is_clicked(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.type("4")
    typist.click("J003", "l2")
    typist.settle()
    assert source.held == {("J001", "l0"): "+4.00"}
    assert typist.at() == ("J003", "l2")


def test_what_is_half_typed_survives_that_the_rows_are_read_anew(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.choose("J003", "l0")
    typist.type("4")
    source.show_only(["J002", "J003"])
    typist.sheet.reload()
    assert typist.at() == ("J003", "l0")
    typist.type("5")
    typist.press(Key.Key_Escape)
    typist.type("4.5")
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held == {("J003", "l0"): "+4.50"}


def test_rows_added_at_the_end_leave_what_is_typed_alone(typist: Typist) -> None:
    source = typist.sit(Ledgers(2))
    typist.type("4")
    source.show_only(["J001", "J002", "J003"])
    typist.sheet.reload()
    assert typist.view.editor is not None
    assert typist.view.editor.text() == "4"
    assert typist.view.model().rowCount() == 3


def test_chinese_from_an_input_method_begins_in_the_cell(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "note"] = "旧"
    typist.choose("J001", "note")
    QApplication.sendEvent(typist.view, QInputMethodEvent("zhang", []))
    assert typist.view.editor is not None
    event = QInputMethodEvent()
    event.setCommitString("张")
    QApplication.sendEvent(QApplication.focusWidget(), event)
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "note"] == "张"


def test_a_character_that_the_input_method_writes_at_once_is_not_lost(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "note"] = "旧"
    typist.choose("J001", "note")
    typist.type("朱康")
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "note"] == "朱康"


def test_names_are_offered_by_their_initials_and_taken_with_enter(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.choose("J001", "note")
    typist.type("z")
    editor = typist.view.editor
    assert editor is not None
    assert editor.offering
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "note"] == "郑六"


def test_what_is_typed_and_offered_is_not_changed_into_another_offer(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.choose("J001", "note")
    typist.type("xyz")
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "note"] == "xyz"


def test_saved_is_said_with_cell_and_time_and_only_after_the_commit(typist: Typist) -> None:
    typist.sit(Ledgers())
    state = SavedState(typist.sheet)
    typist.type("3")
    typist.press(Key.Key_Return)
    assert state.text == ""
    typist.settle()
    assert state.text == "已保存 10:24:07，第 1 行“效果”"
    assert state.accessibleName() == state.text


def test_the_window_moves_on_before_the_commit(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.type("3")
    typist.press(Key.Key_Return)
    assert (source.commits, typist.at(), typist.seen("J001", "l0")) == ([], ("J002", "l0"), "3")
    typist.settle()
    assert typist.seen("J001", "l0") == "+3.00"


def test_a_closed_month_and_a_name_are_not_typed_and_say_why(typist: Typist) -> None:
    source = typist.sit(Ledgers(closed=[1]))
    typist.choose("J002", "l0")
    typist.type("3")
    assert typist.said == ["第 2 行“效果”已关账，不能填写。"]
    assert typist.callout() == "第 2 行“效果”已关账，不能填写。"
    typist.choose("J001", "name")
    typist.type("3")
    typist.press(Key.Key_Delete)
    typist.settle()
    assert (typist.said[-1], source.commits) == ("第 1 行“姓名”不能填写。", [])


def test_del_empties_the_range_as_one_act(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    for row in ("J001", "J002", "J003"):
        source.held[row, "l0"] = "+1.00"
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Delete)
    typist.settle()
    assert source.held == {("J001", "l0"): "", ("J002", "l0"): "", ("J003", "l0"): "+1.00"}
    assert len(source.commits) == 1


def test_fill_down_takes_the_first_line_and_in_a_single_cell_the_one_above(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "l0"], source.held["J001", "l1"] = "+1.00", "−2.00"
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Right, Shift)
    typist.press(Key.Key_D, Ctrl)
    typist.settle()
    assert [source.held[row, "l1"] for row in ("J002", "J003")] == ["−2.00"] * 2
    assert source.held["J003", "l0"] == "+1.00"
    typist.choose("J004", "l1")
    typist.press(Key.Key_D, Ctrl)
    typist.settle()
    assert source.held["J004", "l1"] == "−2.00"


def test_ctrl_enter_puts_what_is_typed_into_the_whole_selection(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Down, Shift)
    typist.type("3")
    typist.press(Key.Key_Return, Ctrl)
    typist.settle()
    assert [source.held[row, "l0"] for row in ("J001", "J002", "J003")] == ["+3.00"] * 3


def test_ctrl_arrows_home_and_end_lead_far(typist: Typist) -> None:
    source = typist.sit(Ledgers(40))
    source.held["J030", "l0"] = "+1.00"
    typist.press(Key.Key_Down, Ctrl)
    assert typist.at() == ("J030", "l0")
    typist.press(Key.Key_End, Ctrl)
    assert typist.at() == ("J040", "note")
    typist.press(Key.Key_Home)
    assert typist.at() == ("J040", "code")
    typist.press(Key.Key_PageUp)
    typist.press(Key.Key_A, Ctrl)
    assert typist.selected() == (0, 0, 39, 2 + len(LEDGERS))


def test_trouble_outside_the_desk_keeps_what_was_typed_in_sight(typist: Typist) -> None:
    class Full(Ledgers):
        def commit(self, row: object, column: str, text: str) -> Outcome:
            raise DiskFull(Path("考评.desk"))

        def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
            raise DiskFull(Path("考评.desk"))

    typist.sit(Full())
    typist.type("3")
    typist.press(Key.Key_Return)
    typist.settle()
    assert typist.seen("J001", "l0") == "3"
    assert len(typist.sheet.not_accepted()) == 1


def test_a_fault_of_the_program_is_reported_and_what_is_typed_next_is_saved(typist: Typist, qtbot: QtBot) -> None:
    class Faulty(Ledgers):
        def commit(self, row: object, column: str, text: str) -> Outcome:
            if text == "13":
                raise ZeroDivisionError
            return super().commit(row, column, text)

    source = typist.sit(Faulty())
    with qtbot.captureExceptions() as faults:
        typist.type("13")
        typist.press(Key.Key_Return)
        typist.until(lambda: bool(faults))
    assert [fault for fault, *_ in faults] == [ZeroDivisionError]
    typist.type("4")
    typist.press(Key.Key_Return)
    typist.until(lambda: source.held.get(("J002", "l0")) == "+4.00")
    assert typist.seen("J001", "l0") == "13"
    assert "没有保存" in typist.heard("J001", "l0")
