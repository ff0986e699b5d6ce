"""What was typed into 评分录入 and not accepted stays in its own line with its own reason, and is not lost unasked."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import EventField, Line, MarkTyped, RowTyped
from committee_desk.ui.common.theme import DARK_LOOK
from committee_desk.ui.entry.event_cells import EMPTY_ROW
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.entry.tools import BY_EVENT, BY_PERSON
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.months.closing import ClosingDialog
from tests.ui.answering import Answers, pressed, said
from tests.ui.entry_hands import Hands, sheet_of, texts

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ANOTHER = Actor("李四")


def pasted(hands: Hands, *rows: str) -> None:
    QGuiApplication.clipboard().setText("".join(f"{row}\r\n" for row in rows))
    hands.key(Key.Key_V, CTRL)
    hands.rest()


def chosen(qtbot: QtBot, words: str) -> Callable[[QWidget], None]:
    """Goes to the button of those words and presses it."""

    def act(dialog: QWidget) -> None:
        button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
        button.setFocus()
        qtbot.keyClick(button, Key.Key_Space)

    return act


def mode(page: EntryPage, qtbot: QtBot, wanted: str) -> None:
    qtbot.keyClick(page.tools.tabs.buttons[wanted], Key.Key_Space)


def test_what_was_refused_in_a_new_line_never_comes_to_lie_over_an_event(
    entry: EntryPage, hands: Hands, qtbot: QtBot, answers: Ask
) -> None:
    hands.type("zz99")
    hands.key(Key.Key_Return)
    hands.rest()
    mode(entry, qtbot, BY_PERSON)
    for _ in range(3):
        hands.type("-1")
        hands.key(Key.Key_Return)
    hands.rest()
    for to in (Key.Key_Left, Key.Key_Right):
        if to is Key.Key_Left:
            answers(chosen(qtbot, "离开"))
        entry.strip.setFocus()
        qtbot.keyClick(entry.strip, to)
        hands.rest()
    assert entry.scope.month == 12
    mode(entry, qtbot, BY_EVENT)
    ((key, column, _why),) = entry.by_event.sheet.not_accepted()
    assert column == EventField.CODE
    assert entry.by_event.source is not None
    assert entry.by_event.source.row(key) is EMPTY_ROW
    assert len(sheet_of(entry.desk)) == 3


def test_anothers_mark_that_came_while_a_cell_was_typed_is_not_overwritten(
    by_person: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    current = by_person.side.sheet.current()
    assert current is not None
    hands.type("2")
    sample_desk.entry.mark(ANOTHER, 2026, 12, MarkTyped(str(current[0]), current[1], "-1"))
    by_person.read_again()
    hands.rest()
    hands.key(Key.Key_Return)
    hands.rest()
    assert [row.points for row in sheet_of(sample_desk).values()] == [Decimal(-1)]
    ((_key, _column, why),) = by_person.side.sheet.not_accepted()
    assert "李四" in why
    assert "−1.00" in why


def test_anothers_field_that_came_while_it_was_typed_is_not_overwritten(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    for text in ("J010", "", "司法技能", "29"):
        hands.type(text)
        hands.key(Key.Key_Return)
    hands.rest()
    ((number, row),) = sheet_of(sample_desk).items()
    hands.type("2")
    sample_desk.entry.enter(ANOTHER, 2026, 12, RowTyped({EventField.POINTS: "-1"}, number, row.seen))
    entry.read_again()
    hands.rest()
    hands.key(Key.Key_Return)
    hands.rest()
    assert sheet_of(sample_desk)[number].points == Decimal(-1)
    assert len(entry.side.sheet.not_accepted()) == 1


def test_anothers_field_beside_the_one_that_is_typed_is_no_conflict(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    for text in ("J010", "", "司法技能", "29"):
        hands.type(text)
        hands.key(Key.Key_Return)
    hands.rest()
    ((number, row),) = sheet_of(sample_desk).items()
    hands.type("2")
    sample_desk.entry.enter(ANOTHER, 2026, 12, RowTyped({EventField.REASON: "信息简报采用"}, number, row.seen))
    entry.read_again()
    hands.rest()
    hands.key(Key.Key_Return)
    hands.rest()
    now = sheet_of(sample_desk)[number]
    assert (now.points, now.reason) == (Decimal(2), "信息简报采用")


def test_each_cell_of_a_pasted_row_bears_its_own_reason_and_good_ones_are_kept(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    pasted(hands, "J001\t\t没有的指标\t13-45\t1.5\t信息简报采用\t政〔2026〕402号\t政治部主任")
    reasons = {column: why for _key, column, why in entry.side.sheet.not_accepted()}
    assert set(reasons) == {EventField.INDICATOR, EventField.DAY}
    assert "没有的指标" in reasons[EventField.INDICATOR]
    assert "13-45" in reasons[EventField.DAY]
    (row,) = sheet_of(sample_desk).values()
    assert (row.code, row.points, row.day) == ("J001", Decimal("1.5"), None)
    assert texts(entry, 7)[0] == "J001"


def test_a_name_waits_for_the_code_beside_it_and_is_tried_again_with_it(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    pasted(hands, "zz99\t姚玉伟\t司法技能\t12-29\t1.5\t信息简报采用\t政〔2026〕402号\t政治部主任")
    reasons = {column: why for _key, column, why in entry.side.sheet.not_accepted()}
    assert set(reasons) == {EventField.CODE, EventField.NAME}
    assert "zz99" in reasons[EventField.CODE]
    assert "“工号”还没有被接受" in reasons[EventField.NAME]
    assert [row.code for row in sheet_of(sample_desk).values()] == [None]
    hands.type("J010")
    hands.key(Key.Key_Return)
    hands.rest()
    assert not entry.side.sheet.not_accepted()
    assert [(row.code, row.name) for row in sheet_of(sample_desk).values()] == [("J010", "姚玉伟")]


def refuse_one(hands: Hands) -> None:
    hands.type("zz99")
    hands.key(Key.Key_Return)
    hands.rest()


def heard(texts_heard: list[str], *keys: Qt.Key, qtbot: QtBot) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        texts_heard.append(said(dialog))
        pressed(qtbot, *keys)(dialog)

    return act


def test_leaving_a_month_asks_for_the_cells_of_both_sheets_and_enter_means_no(
    entry: EntryPage, hands: Hands, qtbot: QtBot, answers: Ask
) -> None:
    refuse_one(hands)
    mode(entry, qtbot, BY_PERSON)
    refuse_one(hands)
    told: list[str] = []
    answers(heard(told, Key.Key_Return, qtbot=qtbot))
    entry.strip.setFocus()
    qtbot.keyClick(entry.strip, Key.Key_Left)
    assert "还有 2 格" in told[0]
    assert entry.scope.month == 12
    assert "2 格未接受" in said(entry.panel)


def test_the_window_does_not_close_over_refused_cells_unless_they_are_given_up(
    entry: EntryPage, hands: Hands, sample_window: MainWindow, qtbot: QtBot, answers: Ask
) -> None:
    refuse_one(hands)
    told: list[str] = []
    answers(heard(told, Key.Key_Return, qtbot=qtbot))
    assert not sample_window.close()
    assert "还有 1 格" in told[0]
    answers(heard(told, Key.Key_Return, qtbot=qtbot))
    sample_window.close_desk()
    assert len(told) == 2
    assert entry.by_event.sheet.not_accepted()
    answers(chosen(qtbot, "不要这些内容，关闭"))
    assert sample_window.close()


def test_half_typed_text_that_would_be_refused_is_asked_about_too(
    entry: EntryPage, hands: Hands, sample_window: MainWindow, qtbot: QtBot, answers: Ask
) -> None:
    hands.type("zz99")
    told: list[str] = []
    answers(heard(told, Key.Key_Return, qtbot=qtbot))
    assert not sample_window.close()
    assert "还有 1 格" in told[0]
    entry.by_event.sheet.give_up(entry.scope)


def test_another_look_keeps_what_was_refused_in_its_line(
    entry: EntryPage, hands: Hands, sample_window: MainWindow, settled: Settled
) -> None:
    refuse_one(hands)
    before = entry.by_event.sheet.kept()
    sample_window.choose_look(DARK_LOOK)
    settled(sample_window)
    assert sample_window.frame is not None
    page = sample_window.frame.pages.current
    assert isinstance(page, EntryPage)
    assert page is not entry
    ((key, column, why),) = page.by_event.sheet.not_accepted()
    assert (key, column) in before[page.scope]
    assert "zz99" in why
    assert page.by_event.source is not None
    assert page.by_event.source.row(key) is EMPTY_ROW
    page.by_event.sheet.give_up(page.scope)


def test_a_month_waits_for_its_refused_cells_until_they_are_given_up(
    entry: EntryPage, hands: Hands, settled: Settled, sample_window: MainWindow, qtbot: QtBot, answers: Ask
) -> None:
    refuse_one(hands)
    told: list[str] = []

    def close(dialog: QWidget) -> None:
        settled(sample_window)
        told.append(said(dialog))
        assert isinstance(dialog, ClosingDialog)
        assert not dialog.close_it()
        told.append(said(dialog))
        chosen(qtbot, "放弃这些内容")(dialog)
        told.append(said(dialog))
        qtbot.keyClick(dialog, Key.Key_Escape)

    answers(close)
    entry.month_acts.close()
    assert "1 格填了没有被接受" in told[0]
    assert "工号：zz99" in told[0]
    assert "请先改好" in told[1]
    assert "zz99" not in told[2]
    assert not entry.by_event.sheet.not_accepted()


def test_refused_marks_are_never_shown_over_another_batch(
    by_person: EntryPage, hands: Hands, sample_desk: Desk, sample_window: MainWindow, settled: Settled
) -> None:
    desk, actor, side = sample_desk, by_person.place.actor, by_person.by_person
    desk.entry.put_line(actor, 2026, 12, Line("effect", 1, "投诉", "政〔2026〕9号", "政治部主任"))
    by_person.read_again()
    hands.rest()
    by_person.side.sheet.setFocus()
    hands.type("99")
    hands.key(Key.Key_Return)
    hands.rest()
    assert [cell[:2] for cell in side.sheet.not_accepted()] == [("J001", "effect")]
    side.bar.another.setFocus()
    hands.key(Key.Key_Space)
    hands.rest()
    assert side.bar.batches.currentText() == "第 1 批"
    assert sample_window.frame is not None
    assert "“办案效果”第 1 批还有没有被接受的分值" in sample_window.frame.status.message.text()
    assert side.sheet.current() == ("J001", "effect")
    desk.entry.put_line(ANOTHER, 2026, 12, Line("effect", 2, "表扬", "政〔2026〕10号", "政治部主任"))
    by_person.read_again()
    hands.rest()
    assert (side.bar.batches.currentText(), side.bar.batches.count()) == ("第 1 批", 2)
    side.bar.batches.setFocus()
    hands.key(Key.Key_Down)
    hands.rest()
    assert side.bar.batches.currentText() == "第 1 批"
    sample_window.choose_look(DARK_LOOK)
    settled(sample_window)
    page = sample_window.frame.pages.current
    assert isinstance(page, EntryPage)
    assert page is not by_person
    assert page.by_person.bar.batches.currentText() == "第 1 批"
    page.by_person.sheet.give_up(page.scope)
    page.by_person.bar.batches.setFocus()
    hands.key(Key.Key_Down)
    hands.rest()
    assert page.by_person.bar.batches.currentText() == "第 2 批"
