"""评分录入 by event on the sample office, with keys alone: typing, refusals, filters, months, findings, withdrawing."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import EventField, EventState, RowTyped
from committee_desk.ui.common.sheet.source import State
from committee_desk.ui.entry.event_cells import EMPTY_ROW
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.main_window import MainWindow
from tests.ui.answering import Answers, said, typed
from tests.ui.entry_hands import Hands, keys_of, sheet_of, state_at, texts

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_a_whole_event_is_typed_along_its_line_and_counts(entry: EntryPage, hands: Hands, sample_desk: Desk) -> None:
    assert texts(entry, 7) == [""] * 9
    for text in ("j010", "", "司法技能", "29", "1.5", "信息简报采用", "政〔2026〕402号", "政治部主任"):
        hands.type(text)
        hands.key(Key.Key_Return)
    hands.rest()
    assert texts(entry, 7)[:8] == [
        "J010", "姚玉伟", "司法技能", "12-29", "+1.50", "信息简报采用", "政〔2026〕402号", "政治部主任",
    ]  # fmt: skip
    (row,) = sheet_of(sample_desk).values()
    assert (row.code, row.points, row.state) == ("J010", Decimal("1.5"), EventState.COUNTED)
    assert entry.by_event.saved.text.startswith("已保存 09:00:00，第 8 行")
    assert entry.side.sheet.current() == (entry.by_event.source.keys()[8], EventField.CODE)  # type: ignore[union-attr]


def test_what_lacks_its_document_stays_a_draft_marked_and_owed(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    for text in ("J010", "", "司法技能", "29", "1.5", "信息简报采用"):
        hands.type(text)
        hands.key(Key.Key_Return)
    hands.rest()
    (row,) = sheet_of(sample_desk).values()
    assert row.state is EventState.DRAFT
    key = entry.by_event.source.keys()[7]  # type: ignore[union-attr]
    assert state_at(entry, key, EventField.VOUCHER) is State.DRAFT
    told = said(entry.panel)
    assert "草稿还没有计入" in told
    assert "填完凭证号、审批人后计入。" in told
    assert "草稿 1 条" in entry.foot.sums.text()


def test_the_panel_says_what_a_row_does_to_its_ledger(entry: EntryPage, hands: Hands, sample_desk: Desk) -> None:
    for text in ("J010", "", "司法技能", "29", "0.5"):
        hands.type(text)
        hands.key(Key.Key_Return)
    hands.rest()
    running = sample_desk.entry.running(2026, "J010", "skill", Decimal("0.5"), next(iter(sheet_of(sample_desk))))
    told = said(entry.panel)
    assert entry.panel.heading.text() == "姚玉伟"
    assert f"{running.before:.2f}" in told
    assert f"{running.after:.2f}" in told
    assert f"尚可加 {running.possible:.2f}" in told


def test_a_name_that_two_bear_is_refused_with_both_to_choose_from_and_stays_in_sight(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    hands.key(Key.Key_Tab)
    hands.give("朱康")
    hands.key(Key.Key_Return)
    hands.rest()
    ((_key, column, sentence),) = entry.side.sheet.not_accepted()
    assert column == EventField.NAME
    assert "朱康" in sentence
    assert not sheet_of(sample_desk)
    assert "1 格未接受" in said(entry.panel)
    assert entry.by_event.saved.text == ""
    hands.key(Key.Key_F8)
    hands.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hands.key(Key.Key_Return)
    hands.rest()
    (row,) = sheet_of(sample_desk).values()
    assert row.code == "J015"
    assert texts(entry, 7)[:2] == ["J015", "朱康"]
    assert not entry.side.sheet.not_accepted()


def test_drafts_alone_are_left_where_only_what_is_unfilled_is_wanted(entry: EntryPage, hands: Hands) -> None:
    hands.type("J010")
    hands.key(Key.Key_Return)
    hands.rest()
    entry.tools.unfilled.setChecked(True)
    source = entry.by_event.source
    assert source is not None
    assert [source.row(key).code for key in keys_of(entry) if source.row(key) is not EMPTY_ROW] == ["J010"]


def test_the_months_are_walked_with_arrows_and_each_says_its_state(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    entry.strip.setFocus()
    hands.key(Key.Key_Left)
    hands.rest()
    assert entry.scope.month == 11
    assert entry.strip.accessibleDescription().startswith("11月，录入中")
    assert entry.head.about.text() == "11月，加减分登记"
    assert "11月小计" in said(entry.panel)


def test_a_closed_month_takes_no_typing_and_says_so(
    entry: EntryPage, hands: Hands, sample_desk: Desk, actor: Actor
) -> None:
    sample_desk.months.close(actor, 2026, 1, "试关账")
    entry.show_target((1, None))
    hands.rest()
    assert entry.month_acts.main.text() == "公布 1月"
    key = entry.by_event.source.keys()[0]  # type: ignore[union-attr]
    entry.side.sheet.choose(key, EventField.POINTS)
    hands.type("1")
    hands.key(Key.Key_Return)
    hands.rest()
    assert not sheet_of(sample_desk, 1)
    assert entry.by_event.source.first_empty() is None  # type: ignore[union-attr]


def test_an_event_is_withdrawn_only_with_a_reason(
    entry: EntryPage, hands: Hands, sample_desk: Desk, answers: Ask, qtbot: QtBot
) -> None:
    hands.type("J010")
    hands.key(Key.Key_Return)
    hands.rest()
    entry.show_target((12, next(iter(sheet_of(sample_desk)))))
    hands.rest()
    answers(typed(qtbot, "录错了人"))
    entry.acts.withdrawal.setFocus()
    hands.key(Key.Key_Space)
    hands.rest()
    assert not sheet_of(sample_desk)
    assert texts(entry, 7) == [""] * 9


def test_a_finding_about_an_earlier_case_is_refused_for_a_case_of_the_year(
    entry: EntryPage, hands: Hands, sample_desk: Desk, answers: Ask, qtbot: QtBot, actor: Actor
) -> None:
    number = sample_desk.entry.enter(actor, 2026, 12, RowTyped({EventField.CODE: "J010"})).number
    entry.read_again()
    hands.rest()
    entry.show_target((12, number))
    hands.rest()
    case = sample_desk.cases.rows(2026)[0].number
    heard: list[str] = []

    def fill(dialog: QWidget) -> None:
        typed(qtbot, case, "", "", "")(dialog)
        heard.append(said(dialog))
        qtbot.keyClick(dialog, Key.Key_Escape)

    answers(fill)
    entry.acts.more.setFocus()
    hands.key(Key.Key_Space)
    assert case in heard[0]
    assert sheet_of(sample_desk)[number or 0].case is None
