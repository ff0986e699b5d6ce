"""What is done to events besides typing: scans as pictures, papers claimed twice, approval in 严格, closing a month."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import EventField, EventState, RowTyped, voucher_subject
from committee_desk.ui.cases.attachments import AttachmentsDialog
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.main_window import MainWindow
from tests.services.seated_desks import sit, with_accounts
from tests.services.test_attachments import png
from tests.ui.answering import CTRL, Answers, said, typed
from tests.ui.entry_hands import Hands

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
F = EventField
WHOLE = {
    F.CODE: "J010", F.INDICATOR: "司法技能", F.DAY: "29", F.POINTS: "0.5", F.REASON: "信息简报采用",
    F.VOUCHER: "政〔2026〕402号",
}  # fmt: skip


def led_to(window: MainWindow, settled: Settled) -> EntryPage:
    assert window.frame is not None
    page = window.frame.lead_to("entry")
    settled(window)
    assert isinstance(page, EntryPage)
    return page


def stand_in(page: EntryPage, window: MainWindow, settled: Settled, qtbot: QtBot, number: int | None) -> None:
    page.read_again()
    settled(window)
    page.show_target((12, number))
    qtbot.wait(150)
    settled(window)


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    wanted = next(each for each in dialog.findChildren(QPushButton) if each.accessibleName() == name)
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Space)


def test_a_scan_is_kept_under_the_document_number_and_shown_as_a_picture(
    sample_window: MainWindow, settled: Settled, sample_desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    scan = png(tmp_path / "凭证.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    number = sample_desk.entry.enter(actor, 2026, 12, RowTyped({**WHOLE, F.APPROVER: "政治部主任"})).number
    page = led_to(sample_window, settled)
    stand_in(page, sample_window, settled, qtbot, number)

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, AttachmentsDialog)
        settled(sample_window)
        press(qtbot, dialog, "添加…")
        settled(sample_window)
        assert not dialog.picture.pixmap().isNull()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look)
    page.acts.scans.setFocus()
    qtbot.keyClick(page.acts.scans, Qt.Key.Key_Space)
    settled(sample_window)
    assert [row.name for row in sample_desk.attachments.of(voucher_subject(2026, WHOLE[F.VOUCHER]))] == ["凭证.png"]
    stand_in(page, sample_window, settled, qtbot, number)
    assert page.acts.scans.text() == "扫描件 1"


def test_a_paper_claimed_by_two_is_said_beside_the_row(
    sample_window: MainWindow, settled: Settled, sample_desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    paper = {F.REASON: "论文《论不起诉裁量》发表", F.APPROVER: "政治部主任"}
    sample_desk.entry.enter(actor, 2026, 12, RowTyped({**WHOLE, **paper, F.CODE: "J003", F.VOUCHER: "政〔2026〕500号"}))
    number = sample_desk.entry.enter(actor, 2026, 12, RowTyped({**WHOLE, **paper})).number
    page = led_to(sample_window, settled)
    stand_in(page, sample_window, settled, qtbot, number)
    assert "《论不起诉裁量》吴静 J003也已登记，请填署名次序" in said(page.panel)


def test_in_strict_nobody_types_who_approved_and_the_reviewer_approves_by_an_act(
    window: MainWindow, settled: Settled, sample_desk: Desk, qtbot: QtBot, answers: Ask
) -> None:
    with_accounts(sample_desk, Way.STRICT)
    typist = sit(sample_desk, Role.OPERATOR)
    number = sample_desk.entry.enter(typist, 2026, 12, RowTyped(WHOLE)).number
    sit(sample_desk, Role.REVIEWER)
    window.show_desk(sample_desk, "entry")
    window.show()
    settled(window)
    page = led_to(window, settled)
    stand_in(page, window, settled, qtbot, number)
    source = page.by_event.source
    assert source is not None
    assert not next(each for each in source.columns if each.id == F.APPROVER).editable
    assert not page.takes_typing()
    heard: list[str] = []

    def approve(dialog: QWidget) -> None:
        heard.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers(approve)
    assert page.acts.approval.isVisible()
    page.acts.approval.setFocus()
    qtbot.keyClick(page.acts.approval, Qt.Key.Key_Space)
    settled(window)
    assert "以你的名义审批" in heard[0]
    (row,) = (each for each in sample_desk.entry.rows(2026, 12).rows if each.number == number)
    assert (row.state, row.approver) == (EventState.COUNTED, "李强")


def test_who_may_only_look_is_told_so_in_the_cells(window: MainWindow, settled: Settled, sample_desk: Desk) -> None:
    with_accounts(sample_desk, Way.STRICT)
    sit(sample_desk, Role.MEMBER)
    window.show_desk(sample_desk, "entry")
    window.show()
    settled(window)
    page = led_to(window, settled)
    source = page.by_person.source
    assert source is not None
    assert "当前角色只能查看" in source.cell("J002", "effect").why
    assert not page.month_acts.main.isEnabled()


def test_closing_the_month_is_offered_with_what_is_missing_and_the_strip_says_it_is_closed(
    sample_window: MainWindow, settled: Settled, sample_desk: Desk, qtbot: QtBot, answers: Ask
) -> None:
    page = led_to(sample_window, settled)
    page.show_target(1)
    settled(sample_window)
    told: list[str] = []

    def close(dialog: QWidget) -> None:
        settled(sample_window)
        told.append(f"{dialog.windowTitle()} {said(dialog)}")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(close)
    page.month_acts.main.setFocus()
    qtbot.keyClick(page.month_acts.main, Qt.Key.Key_Space)
    assert "1月" in told[0]
    assert "没有评查" in told[0]
    sample_desk.months.close(page.place.actor, 2026, 1, "试关账")
    page.read_again()
    settled(sample_window)
    assert page.strip.accessibleDescription().startswith("1月，已关账")
    assert page.month_acts.main.text() == "公布 1月"
    assert not page.month_acts.again.isHidden()


def test_anothers_event_is_changed_from_its_cell_with_a_reason(
    sample_window: MainWindow, settled: Settled, sample_desk: Desk, qtbot: QtBot, answers: Ask
) -> None:
    event = RowTyped({**WHOLE, F.APPROVER: "政治部主任"})
    number = sample_desk.entry.enter(Actor("李四"), 2026, 12, event).number
    page = led_to(sample_window, settled)
    stand_in(page, sample_window, settled, qtbot, number)
    hands = Hands(qtbot, sample_window, settled)
    hands.type("0")
    hands.key(Qt.Key.Key_Return)
    hands.rest()
    ((_key, column, why),) = page.side.sheet.not_accepted()
    assert (column, "由“李四”登记" in why) == (F.POINTS, True)
    page.show_target((12, number))
    hands.rest()
    buttons = page.side.sheet._callouts.callout.buttons
    assert [each.text() for each in buttons] == ["写明理由…", "撤回…"]
    answers(typed(qtbot, "核对有误"))
    hands.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_Space)
    hands.rest()
    (row,) = (each for each in sample_desk.entry.rows(2026, 12).rows if each.number == number)
    assert (row.points, row.writer, page.side.sheet.not_accepted()) == (0, sample_window.place.actor.name, [])
    assert sample_desk.journal.rows(1)[0].why == "核对有误"
