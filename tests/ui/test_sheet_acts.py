"""Blocks put into a sheet and taken out of it, what can be undone, and what is found."""

from collections.abc import Callable, Sequence
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from committee_desk.ui.common.sheet.source import Kept, Outcome
from tests.ui.invented_sheet import AT, Ledgers
from tests.ui.sheet_typist import Typist

Key = Qt.Key
Shift, Ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def copied_elsewhere(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def marks(source: Ledgers, rows: Sequence[str], columns: Sequence[str]) -> list[list[str]]:
    return [[source.held.get((row, column), "") for column in columns] for row in rows]


# -- paste -------------------------------------------------------------------------------------------------------------


def test_a_block_from_excel_is_pasted_as_one_act(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    copied_elsewhere("1\t2\r\n-3\t4.5\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert marks(source, ["J001", "J002"], ["l0", "l1"]) == [["+1.00", "+2.00"], ["−3.00", "+4.50"]]
    assert (len(source.commits), typist.selected()) == (1, (0, 2, 1, 3))


def test_the_bad_cells_of_a_block_stay_in_sight_and_the_good_ones_are_saved(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    copied_elsewhere("1\r\n二\r\n99\r\n4\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert marks(source, ["J001", "J002", "J003", "J004"], ["l0"]) == [["+1.00"], [""], [""], ["+4.00"]]
    assert [(row, said) for row, _column, said in typist.sheet.not_accepted()] == [
        ("J002", "“二”不是分数，请填数字。"),
        ("J003", "分值须在 −10 到 10 之间。"),
    ]
    assert [typist.seen(row, "l0") for row in ("J002", "J003")] == ["二", "99"]


@pytest.mark.parametrize("text", ["1\r\n" * 7, "\t".join(["1"] * 12)])
def test_a_block_that_does_not_fit_changes_nothing_and_says_so_in_one_sentence(typist: Typist, text: str) -> None:
    source = typist.sit(Ledgers())
    copied_elsewhere(text)
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert (source.commits, clipboard()) == ([], text)
    assert len(typist.said) == 1
    assert "从第 1 行“效果”起放不下，到末尾只有 6 行 8 列" in typist.callout()


def test_a_block_that_would_change_names_changes_nothing(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.choose("J001", "code")
    copied_elsewhere("J001\t孙二\t1\r\nJ002\t别人\t2\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert (source.commits, typist.said) == ([], ["第 2 行“姓名”不能填写。没有粘贴，其余各格不变。"])
    copied_elsewhere("J001\t孙二\t1\r\nJ002\t李三\t2\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert marks(source, ["J001", "J002"], ["l0"]) == [["+1.00"], ["+2.00"]]


def test_one_value_is_pasted_into_the_whole_range(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Right, Shift)
    copied_elsewhere("2.5\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert marks(source, ["J001", "J002"], ["l0", "l1"]) == [["+2.50"] * 2] * 2


def test_a_clipboard_without_text_says_so(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    QGuiApplication.clipboard().setMimeData(QMimeData())
    typist.press(Key.Key_V, Ctrl)
    assert (typist.said, source.commits) == (["剪贴板里没有可以粘贴的文字。"], [])


def test_a_source_that_grows_makes_room_for_a_block(typist: Typist) -> None:
    class Growing(Ledgers):
        def add_rows(self, count: int) -> None:
            self.show_only([*self.keys(), *(f"J9{n:02}" for n in range(count))])

    source = typist.sit(Growing(2))
    copied_elsewhere("1\r\n2\r\n3\r\n4\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert marks(source, ["J002", "J900", "J901"], ["l0"]) == [["+2.00"], ["+3.00"], ["+4.00"]]


def test_while_a_block_is_committed_elsewhere_one_types_on_and_it_comes_after(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    waiting: list[Callable[[], None]] = []

    def later(work: Callable[[], Sequence[Outcome]], done: Callable[[Sequence[Outcome]], None]) -> None:
        waiting.append(lambda: done(work()))

    typist.sheet.run_blocks_with(later)
    copied_elsewhere("1\r\n2\r\n3\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.sheet.settle()
    typist.choose("J002", "l0")
    typist.type("7")
    typist.press(Key.Key_Return)
    assert not typist.sheet.settle()
    assert typist.heard("J002", "l0") == "第 2 行“效果”：7，正在保存"
    waiting.pop()()
    assert typist.seen("J002", "l0") == "7"
    typist.until(lambda: source.held[("J002", "l0")] == "+7.00")
    assert marks(source, ["J001", "J002", "J003"], ["l0"]) == [["+1.00"], ["+7.00"], ["+3.00"]]
    assert typist.seen("J002", "l0") == "+7.00"


# -- copy --------------------------------------------------------------------------------------------------------------


def test_a_range_is_copied_as_excel_reads_it_with_and_without_headings(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held |= {("J001", "l0"): "−0.50", ("J002", "l1"): "+2.00"}
    typist.press(Key.Key_Down, Shift)
    typist.press(Key.Key_Right, Shift)
    typist.press(Key.Key_C, Ctrl)
    assert clipboard() == "-0.50\t\r\n\t+2.00\r\n"
    typist.press(Key.Key_C, Ctrl | Shift)
    assert clipboard() == "效果\t安全\r\n-0.50\t\r\n\t+2.00\r\n"


def test_a_note_that_looks_like_a_formula_is_harmless_outside_and_itself_inside(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "note"] = "=1+1"
    typist.choose("J001", "note")
    typist.press(Key.Key_C, Ctrl)
    assert clipboard() == "'=1+1\r\n"
    typist.press(Key.Key_Down)
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert source.held["J002", "note"] == "=1+1"


def test_cells_picked_with_ctrl_are_copied_without_what_lies_between(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held |= {(f"J00{n}", "l0"): f"+{n}.00" for n in (1, 2, 3)}
    typist.click("J001", "l0")
    typist.click("J003", "l0", Ctrl)
    typist.press(Key.Key_C, Ctrl)
    assert clipboard() == "+1.00\r\n\r\n+3.00\r\n"


def test_cut_empties_what_was_copied(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "l0"] = "+1.00"
    typist.press(Key.Key_X, Ctrl)
    typist.settle()
    assert (clipboard(), source.held["J001", "l0"]) == ("+1.00\r\n", "")


# -- undo --------------------------------------------------------------------------------------------------------------


def test_a_typed_cell_is_undone_and_done_again(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "l0"] = "+1.00"
    typist.type("2")
    typist.press(Key.Key_Return)
    typist.settle()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert source.held["J001", "l0"] == "+1.00"
    typist.press(Key.Key_Y, Ctrl)
    typist.settle()
    assert source.held["J001", "l0"] == "+2.00"


def test_a_block_is_undone_as_one_act(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J002", "l0"] = "+9.00"
    copied_elsewhere("1\r\n2\r\n3\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert marks(source, ["J001", "J002", "J003"], ["l0"]) == [[""], ["+9.00"], [""]]
    assert len(source.commits) == 2


def test_undoing_what_was_refused_shows_again_what_the_desk_holds_without_asking_it(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    source.held["J001", "l0"] = "+1.00"
    typist.type("99")
    typist.press(Key.Key_Return)
    typist.settle()
    assert typist.seen("J001", "l0") == "99"
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert (typist.seen("J001", "l0"), len(source.commits)) == ("+1.00", 1)
    typist.press(Key.Key_Y, Ctrl)
    typist.settle()
    assert (typist.seen("J001", "l0"), len(typist.sheet.not_accepted())) == ("99", 1)


def test_undoing_a_block_of_which_a_part_was_refused_takes_back_both_parts(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    copied_elsewhere("1\r\n99\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert [typist.seen(row, "l0") for row in ("J001", "J002")] == ["", ""]
    assert typist.sheet.not_accepted() == []
    assert source.held == {("J001", "l0"): ""}


def test_a_cell_that_was_changed_since_is_left_alone_by_undo(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    copied_elsewhere("1\r\n2\r\n")
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    source.held["J001", "l0"] = "+5.00"
    typist.sheet.reload()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert marks(source, ["J001", "J002"], ["l0"]) == [["+5.00"], [""]]
    assert typist.said == ["1 格后来又改过，没有撤销。"]


def test_rows_that_a_filter_hides_are_not_undone_behind_one_s_back(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.type("2")
    typist.press(Key.Key_Return)
    typist.settle()
    source.show_only(["J002", "J003"])
    typist.sheet.reload()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert (source.held["J001", "l0"], len(typist.said)) == ("+2.00", 1)
    source.show_only(["J001", "J002", "J003"])
    typist.sheet.reload()
    typist.press(Key.Key_Z, Ctrl)
    typist.settle()
    assert source.held["J001", "l0"] == ""


def test_the_page_is_told_whether_something_can_be_undone(typist: Typist) -> None:
    typist.sit(Ledgers())
    told: list[tuple[bool, bool]] = []
    typist.sheet.undo_changed.connect(lambda back, again: told.append((back, again)))
    typist.type("2")
    typist.press(Key.Key_Return)
    typist.press(Key.Key_Z, Ctrl)
    assert told == [(True, False), (False, True)]


# -- find --------------------------------------------------------------------------------------------------------------


def test_find_goes_forwards_backwards_and_round_and_back_into_the_sheet(typist: Typist) -> None:
    source = typist.sit(Ledgers(12))
    source.held |= {("J003", "l1"): "+7.25", ("J009", "l2"): "−7.25"}
    typist.press(Key.Key_F, Ctrl)
    typist.type("7.25")
    typist.press(Key.Key_Return)
    assert typist.at() == ("J003", "l1")
    typist.press(Key.Key_Return)
    assert typist.at() == ("J009", "l2")
    typist.press(Key.Key_Return, Shift)
    assert typist.at() == ("J003", "l1")
    typist.press(Key.Key_Return, Shift)
    assert (typist.at(), typist.sheet.find_bar.answer.text()) == (("J009", "l2"), "已到表头，从表尾继续")
    typist.press(Key.Key_Escape)
    assert typist.view.hasFocus()
    typist.press(Key.Key_F3)
    assert (typist.at(), typist.sheet.find_bar.answer.text()) == (("J003", "l1"), "已到表尾，从表头继续")
    typist.press(Key.Key_F3, Shift)
    assert typist.at() == ("J009", "l2")


def test_find_knows_initials_of_names_and_says_what_it_did_not_find(typist: Typist) -> None:
    typist.sit(Ledgers())
    typist.press(Key.Key_F, Ctrl)
    typist.type("zs")
    typist.press(Key.Key_Return)
    assert typist.at() == ("J003", "name")
    typist.press(Key.Key_A, Ctrl)
    typist.type("没有的")
    typist.press(Key.Key_Return)
    assert (typist.at(), typist.sheet.find_bar.answer.text()) == (("J003", "name"), "没有找到“没有的”")


def test_a_cell_being_typed_is_saved_before_one_looks_for_something(typist: Typist) -> None:
    source = typist.sit(Ledgers())
    typist.type("3")
    typist.press(Key.Key_F, Ctrl)
    typist.settle()
    assert source.held["J001", "l0"] == "+3.00"
    assert typist.sheet.find_bar.field.hasFocus()


def test_a_month_of_a_thousand_people_is_pasted_without_looking_through_the_sheet_again_and_again(
    typist: Typist,
) -> None:
    class Counting(Ledgers):
        asked = 0

        def cell(self, row: object, column: str):
            self.asked += 1
            return super().cell(row, column)

        def commit_block(self, changes: Sequence[object]) -> Sequence[Outcome]:  # type: ignore[override]
            return [Kept(AT)] * len(changes)

    source = typist.sit(Counting(1000))
    copied_elsewhere("\r\n".join(["\t".join("1234567")] * 1000))
    source.asked = 0
    started = perf_counter()
    typist.press(Key.Key_V, Ctrl)
    typist.settle()
    assert source.asked < 8 * 7000, perf_counter() - started
