"""What a sheet does with a value that is not accepted, and with one that another changed meanwhile."""

import pytest
from PySide6.QtCore import QRect, Qt

from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.saved_state import SavedState
from committee_desk.ui.common.sheet.source import Change, Fix, Outcome, Refused
from tests.ui.invented_sheet import Ledgers
from tests.ui.sheet_typist import Typist

Key = Qt.Key
Alt, Shift, Ctrl = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
RANGE = "分值须在 −10 到 10 之间。"


def refuse(typist: Typist, row: str = "J001", column: str = "l0") -> None:
    typist.choose(row, column)
    typist.type("99")
    typist.press(Key.Key_Return)
    typist.settle()


def test_a_refused_value_stays_visible_marked_and_unsaved_with_its_sentence(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    told: list[int] = []
    typist.sheet.refused_changed.connect(told.append)
    refuse(typist)
    assert (typist.seen("J001", "l0"), source.held) == ("99", {})
    assert (typist.callout(), told[-1]) == (RANGE, 1)
    assert typist.at() == ("J002", "l0")
    assert typist.view.hasFocus()


def test_a_refused_value_survives_that_the_page_reads_again(typist: Typist) -> None:
    typist.sit(Ledgers())
    refuse(typist, "J003")
    typist.sheet.reload()
    assert typist.seen("J003", "l0") == "99"


def test_a_refused_value_waits_in_its_month_while_another_is_shown(typist: Typist) -> None:
    december, november = Ledgers(), Ledgers()
    typist.sit(december)
    typist.sheet.set_source(december, 12)
    refuse(typist, "J003")
    typist.sheet.set_source(november, 11)
    assert (typist.seen("J003", "l0"), typist.sheet.not_accepted()) == ("", [])
    typist.sheet.set_source(Ledgers(), 12)
    assert typist.seen("J003", "l0") == "99"
    assert [row for row, _column, _said in typist.sheet.not_accepted()] == ["J003"]


def test_refused_cells_in_rows_that_a_filter_hides_are_spoken_of(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    refuse(typist, "J003")
    source.show_only(["J001", "J002"])
    typist.sheet.reload()
    typist.press(Key.Key_F8)
    assert typist.said == ["未接受的格所在的行现在没有显示，请先取消筛选。"]


def test_a_corrected_value_is_saved_and_the_callout_goes(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    refuse(typist)
    typist.choose("J001", "l0")
    typist.press(Key.Key_F2)
    typist.press(Key.Key_Backspace)
    typist.press(Key.Key_Return)
    typist.settle()
    assert (source.held["J001", "l0"], typist.callout()) == ("+9.00", "")
    assert typist.sheet.not_accepted() == []


def test_alt_down_leads_to_the_ways_out_enter_takes_one_and_keys_go_to_the_sheet_again(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    refuse(typist)
    typist.press(Key.Key_Down, Alt)
    assert typist.focused.text() == "改为 10"  # type: ignore[attr-defined]
    typist.press(Key.Key_Right)
    typist.press(Key.Key_Left)
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "l0"] == "+10.00"
    assert typist.view.hasFocus()
    assert typist.callout() == ""


def test_esc_closes_the_callout_and_f2_leads_from_it_into_the_cell(typist: Typist) -> None:
    typist.sit(Ledgers())
    refuse(typist)
    typist.press(Key.Key_Escape)
    assert typist.callout() == ""
    assert typist.seen("J001", "l0") == "99"
    typist.press(Key.Key_Up)
    assert typist.callout() == RANGE
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Down, Alt)
    typist.press(Key.Key_F2)
    assert typist.at() == ("J001", "l0")
    assert typist.view.editor is not None
    assert typist.view.editor.text() == "99"


def test_esc_in_the_ways_out_gives_the_focus_back(typist: Typist) -> None:
    typist.sit(Ledgers())
    refuse(typist)
    typist.press(Key.Key_Down, Alt)
    typist.press(Key.Key_Escape)
    assert typist.view.hasFocus()
    assert typist.callout() == ""


def test_a_way_out_may_fill_another_column_and_settles_the_refused_one(typist: Typist) -> None:
    class TwoOfAName(Ledgers):
        def commit(self, row: object, column: str, text: str) -> Outcome:
            if column == "note" and text == "朱康" and not self.held.get((row, "l6")):
                return Refused("有两个“朱康”，请选其一。", (Fix("J015", "1", "l6"), Fix("J016", "2", "l6")))
            return super().commit(row, column, text)

    source = typist.sit(TwoOfAName())
    typist.choose("J001", "note")
    typist.type("朱康")
    typist.press(Key.Key_Return)
    typist.settle()
    typist.press(Key.Key_Down, Alt)
    typist.press(Key.Key_Right)
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held == {("J001", "l6"): "+2.00", ("J001", "note"): "朱康"}
    assert typist.sheet.not_accepted() == []


def test_f8_goes_from_one_refused_cell_to_the_next_and_the_chip_too(typist: Typist) -> None:
    typist.sit(Ledgers())
    state = SavedState(typist.sheet)
    refuse(typist, "J002")
    refuse(typist, "J004", "l3")
    assert state.refused.text() == "未接受 2 处"
    typist.choose("J001", "l0")
    typist.press(Key.Key_F8)
    assert typist.at() == ("J002", "l0")
    typist.press(Key.Key_F8)
    assert typist.at() == ("J004", "l3")
    typist.press(Key.Key_F8, Shift)
    assert typist.at() == ("J002", "l0")
    state.refused.click()
    assert typist.at() == ("J004", "l3")


def test_what_another_changed_is_shown_and_not_overwritten(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.theirs["J001", "l0"] = "+5.00"
    typist.type("3")
    typist.press(Key.Key_Return)
    typist.settle()
    assert source.held["J001", "l0"] == "+5.00"
    assert typist.callout() == "李敏在 10:24:07 把这一格改成了“+5.00”，你填的“3”没有保存。"
    assert typist.heard("J001", "l0").startswith("第 1 行“效果”：3，他人已改")


@pytest.mark.parametrize(("steps", "held"), [(0, "+5.00"), (1, "+3.00")])
def test_one_keeps_theirs_or_puts_one_s_own_knowingly(typist: Typist, steps: int, held: str) -> None:
    source = typist.sit(Ledgers())
    source.theirs["J001", "l0"] = "+5.00"
    typist.type("3")
    typist.press(Key.Key_Return)
    typist.settle()
    typist.press(Key.Key_Down, Alt)
    for _ in range(steps):
        typist.press(Key.Key_Right)
    typist.press(Key.Key_Return)
    typist.settle()
    assert (source.held["J001", "l0"], typist.seen("J001", "l0")) == (held, held)
    assert typist.sheet.not_accepted() == []


def test_undoing_one_s_own_after_another_s_keeps_theirs(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.theirs["J001", "l0"] = "+5.00"
    typist.type("3")
    typist.press(Key.Key_Return)
    typist.settle()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert (source.held["J001", "l0"], typist.seen("J001", "l0"), len(source.commits)) == ("+5.00", "+5.00", 1)


def test_two_marks_for_one_cell_at_once_leave_neither_lost(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.theirs["J001", "l0"] = "+5.00"
    source.theirs["J002", "l0"] = "+6.00"
    for text in ("1", "2"):
        typist.type(text)
        typist.press(Key.Key_Return)
    typist.settle()
    assert [typist.seen(row, "l0") for row in ("J001", "J002")] == ["1", "2"]
    assert [source.held[row, "l0"] for row in ("J001", "J002")] == ["+5.00", "+6.00"]


# -- where the callout lies --------------------------------------------------------------------------------------------


def bubble(typist: Typist) -> QRect:
    callout = typist.bubble
    assert callout.isVisible()
    return callout.geometry()


@pytest.mark.parametrize("row", ["J001", "J002", "J005", "J009", "J012"])
@pytest.mark.parametrize("column", ["l0", "l3", "l6", "note"])
@pytest.mark.parametrize("enter", list(Going))
def test_the_callout_covers_neither_its_cell_nor_the_active_one(
    typist: Typist, row: str, column: str, enter: Going
) -> None:
    class Strict(Ledgers):
        def _take(self, change: Change) -> Outcome:
            return Refused(RANGE, (Fix("改为 10", "10"),))

    typist.sit(Strict(30), enter, size=(1000, 420))
    refuse(typist, row, column)
    box = bubble(typist)
    assert not box.intersects(typist.box(row, column))
    assert not box.intersects(typist.box(*typist.at()))
    assert typist.view.viewport().rect().contains(box)


def test_the_callout_makes_room_for_what_is_typed_and_for_the_input_method_s_box(typist: Typist) -> None:
    typist.sit(Ledgers(30), size=(1000, 600))
    refuse(typist, "J004", "l3")
    typist.choose("J005", "l3")
    before = bubble(typist)
    typist.type("1")
    editor = typist.view.editor
    assert editor is not None
    below = QRect(editor.geometry().bottomLeft(), editor.geometry().bottomLeft()).adjusted(1, 1, 200, 60)
    assert before.intersects(below)
    assert not bubble(typist).intersects(below)
    assert not bubble(typist).intersects(typist.box("J005", "l3"))


def test_the_callout_follows_scrolling_and_widths_and_hides_with_its_cell(typist: Typist) -> None:
    typist.sit(Ledgers(60), size=(1000, 420))
    refuse(typist, "J008", "l2")
    cell, box = typist.box("J008", "l2"), bubble(typist)
    typist.view.verticalScrollBar().setValue(28)
    assert bubble(typist).top() - box.top() == typist.box("J008", "l2").top() - cell.top() == -28
    typist.view.setColumnWidth(2, 128)
    assert bubble(typist).left() - box.left() == typist.box("J008", "l2").left() - cell.left() == 40
    typist.view.verticalScrollBar().setValue(900)
    assert typist.callout() == ""
    typist.view.verticalScrollBar().setValue(0)
    assert typist.callout() == RANGE


def test_the_callout_ends_with_a_row(typist: Typist) -> None:
    typist.sit(Ledgers(60), size=(1000, 620))
    refuse(typist, "J004")
    typist.choose("J003", "l4")
    box = bubble(typist)
    assert (box.height() % 28, box.top()) == (0, typist.box("J004", "l0").bottom() + 1)


def test_all_its_words_stand_in_the_callout(typist: Typist) -> None:
    class Wordy(Ledgers):
        def _take(self, change: Change) -> Outcome:
            return Refused(
                "很长的一句话，说明哪里不对、为什么、怎么办。" * 5, tuple(Fix("一种改法", "1") for _ in range(3))
            )

    typist.sit(Wordy(60), size=(1000, 620))
    refuse(typist, "J004")
    callout = typist.bubble
    assert callout.sentence.height() >= callout.sentence.heightForWidth(callout.sentence.width())
    for each in callout.buttons:
        assert each.height() >= each.sizeHint().height()
        assert callout.rect().contains(each.geometry())
        assert each.geometry().top() > callout.sentence.geometry().bottom()


def test_the_callout_goes_when_one_goes_on_and_comes_back_with_f8(typist: Typist) -> None:
    typist.sit(Ledgers(30), size=(1000, 600))
    refuse(typist, "J002")
    assert (typist.at(), typist.callout()) == (("J003", "l0"), RANGE)
    typist.press(Key.Key_Down)
    assert typist.callout() == ""
    typist.press(Key.Key_F8)
    assert (typist.at(), typist.callout()) == (("J002", "l0"), RANGE)
    typist.press(Key.Key_Down)
    assert typist.callout() == RANGE
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Up)
    typist.press(Key.Key_Up)
    assert (typist.at(), typist.callout()) == (("J002", "l0"), RANGE)
