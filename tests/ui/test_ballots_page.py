"""测评 by keyboard: marks typed one after the other, duty reports received and read, opinions kept for reference."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.ballots.mark_rows import Pair, state
from committee_desk.ui.ballots.page import BallotsPage
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.main_window import MainWindow
from tests.services.leaders import (
    CHIEF,
    DEPUTY,
    HEAD,
    MOVED,
    ORDINARY,
    OTHER_DEPUTY,
    SECOND_HEAD,
    lead,
    read_in,
    wed,
)
from tests.services.test_attachments import pdf
from tests.ui.answering import CTRL, Answers, said, type_into, typed

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]


@pytest.fixture
def page(window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, settled: Settled) -> BallotsPage:
    read_in(desk, actor, tmp_path)
    lead(desk, actor)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    found = window.frame.lead_to("ballots", "marks")
    settled(window)
    assert isinstance(found, BallotsPage)
    return found


def press(qtbot: QtBot, wanted: QWidget) -> None:
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Space)


def to_tab(page: BallotsPage, qtbot: QtBot, settled: Settled, times: int) -> None:
    page.tabs.tabBar().setFocus()
    for _ in range(times):
        qtbot.keyClick(page.tabs.tabBar(), Qt.Key.Key_Right)
    settled(page.window())


def lines(page: BallotsPage) -> list[tuple[str, str, str]]:
    return [(pair.row.code, pair.rater, state(pair).text) for pair in page.marks.table.shown]


def facts_of(page: BallotsPage) -> list[str]:
    facts = page.detail.facts
    return [" ".join((f.text, f.right, f.more)) for f in (facts.item(at).data(FACT) for at in range(facts.count()))]


def test_it_says_who_must_mark_whom(page: BallotsPage) -> None:
    assert lines(page) == [
        (HEAD, "罗平", "待评"),
        (SECOND_HEAD, "方毅", "待评"),
        (ORDINARY, "罗平", "待评"),
        (MOVED, "方毅", "待评"),
    ]
    assert page.marks.tabs.buttons["owed"].text() == "待评 4"


def test_an_imported_mark_is_not_typed_over_and_the_button_names_the_way(
    sample_window: MainWindow, settled: Settled
) -> None:
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("ballots", "marks")
    settled(sample_window)
    assert isinstance(page, BallotsPage)
    page.marks.categories.setCurrentIndex(0)
    given = next(pair for pair in page.marks.table.shown if pair.given is not None)
    page.marks.table.choose(given.key)
    assert not page.marks.type.isEnabled()
    assert "更正导入值" in page.marks.type.toolTip()


def test_the_marks_of_one_leader_are_typed_one_after_the_other_without_the_mouse(
    page: BallotsPage, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    page.marks.raters.setCurrentText("罗平")
    page.marks.table.choose((HEAD, DEPUTY))
    answers(typed(qtbot, "95", "工作扎实"), typed(qtbot, "88.5", "调研不足"))
    qtbot.keyClick(page.marks.table, Qt.Key.Key_Return)
    settled(page.window())
    held = {row.code: [(each.held.mark, each.held.reason) for each in row.marks] for row in desk.marks.rows(2026)}
    assert held[HEAD] == [(Decimal(95), "工作扎实")]
    assert held[ORDINARY] == [(Decimal("88.5"), "调研不足")]
    assert lines(page) == [(HEAD, "罗平", "已录"), (ORDINARY, "罗平", "已录")]


def test_a_refused_mark_stays_in_the_form_with_its_sentence(
    page: BallotsPage, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    heard: list[str] = []

    def stumble(dialog: QWidget) -> None:
        for mark, reason in (("九十", "好"), ("100.5", "好"), ("90", "")):
            fields = [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]
            for field, text in zip(fields, (mark, reason), strict=True):
                field.clear()
                type_into(qtbot, field, text)
            qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
            heard.append(said(dialog))
            assert fields[0].text() == mark
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    page.marks.table.choose((HEAD, DEPUTY))
    answers(stumble)
    qtbot.keyClick(page.marks.table, Qt.Key.Key_Return)
    settled(page.window())
    assert "得分不是数字" in heard[0]
    assert "0 至 100 分打" in heard[1]
    assert "没有填写理由" in heard[2]
    assert all(not row.marks for row in desk.marks.rows(2026))


def test_the_panel_shows_both_departments_of_who_was_transferred_and_who_must_stand_aside(
    page: BallotsPage, desk: Desk, actor: Actor, settled: Settled
) -> None:
    page.show_target(MOVED)
    settled(page.window())
    told = " ".join(facts_of(page))
    assert "第一检察部 → 第二检察部" in told
    assert "由年末所在部门（第二检察部）的分管领导评价" in told
    wed(desk, actor, MOVED, OTHER_DEPUTY)
    page.read_again()
    settled(page.window())
    page.show_target(MOVED)
    settled(page.window())
    told = " ".join(facts_of(page))
    assert "方毅 回避 与此人有亲属关系" in told
    assert "严正 应当评 检察长" in told


def test_a_mark_by_a_relative_stands_under_what_must_be_looked_at(
    page: BallotsPage, desk: Desk, actor: Actor, qtbot: QtBot, settled: Settled
) -> None:
    desk.marks.enter(actor, 2026, ORDINARY, DEPUTY, Decimal(99), "优秀", None)
    wed(desk, actor, ORDINARY, DEPUTY)
    page.read_again()
    settled(page.window())
    press(qtbot, page.marks.tabs.buttons["odd"])
    assert lines(page) == [(ORDINARY, "罗平", "应当回避")]
    pair: Pair = page.marks.table.shown[0]
    assert "夫妻" in state(pair).why


def test_a_duty_report_is_received_with_text_and_file_and_read_at_the_right(
    page: BallotsPage, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask, tmp_path: Path
) -> None:
    to_tab(page, qtbot, settled, 1)
    assert page.reports.tabs.buttons["missing"].text() == "未交 4"
    scan = pdf(tmp_path / "report.pdf")

    def receive(dialog: QWidget) -> None:
        day, text, file = dialog.received, dialog.text, dialog.file.path  # type: ignore[attr-defined]
        assert isinstance(text, QPlainTextEdit)
        assert day.text() == "2027-01-11"
        day.clear()
        qtbot.keyClicks(day, "2026-12-20")
        text.insertPlainText("一年来办案四十二件。")
        qtbot.keyClicks(file, str(scan))
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    page.reports.table.choose(ORDINARY)
    answers(receive)
    qtbot.keyClick(page.reports.table, Qt.Key.Key_Return)
    settled(page.window())
    held = desk.reports.one(2026, ORDINARY)
    assert held is not None
    assert held.received.isoformat() == "2026-12-20"
    assert page.detail.text.toPlainText() == "一年来办案四十二件。"
    assert any("report.pdf" in fact for fact in facts_of(page))
    assert page.reports.tabs.buttons["missing"].text() == "未交 3"
    assert page.reports.look.isEnabled()


def test_a_report_whose_file_is_not_there_is_refused_in_its_form(
    page: BallotsPage, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    to_tab(page, qtbot, settled, 1)
    heard: list[str] = []

    def receive(dialog: QWidget) -> None:
        qtbot.keyClicks(dialog.file.path, "/nowhere/report.pdf")  # type: ignore[attr-defined]
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        heard.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    page.reports.table.choose(ORDINARY)
    answers(receive)
    qtbot.keyClick(page.reports.table, Qt.Key.Key_Return)
    assert "“report.pdf”不能作为附件：它不在那里了" in heard[0]
    assert all(row.held is None for row in desk.reports.rows(2026))


def test_an_opinion_is_written_down_corrected_and_withdrawn(
    page: BallotsPage, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    to_tab(page, qtbot, settled, 2)

    def write(dialog: QWidget) -> None:
        dialog.giver.insert("周国强")  # type: ignore[attr-defined]
        qtbot.keyClicks(dialog.about, "jt")  # type: ignore[attr-defined]
        dialog.about.setText("江涛")  # type: ignore[attr-defined]
        dialog.words.insertPlainText("释法说理很耐心。")  # type: ignore[attr-defined]
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers(write)
    press(qtbot, page.opinions.empty.button)
    settled(page.window())
    (row,) = desk.opinions.rows(2026)
    assert (row.about, row.opinion.code, row.opinion.opinion) == ("江涛", ORDINARY, "释法说理很耐心。")
    page.opinions.table.choose(1)
    settled(page.window())
    assert page.detail.text.toPlainText() == "释法说理很耐心。"
    assert any("参考，不计分" in fact for fact in facts_of(page))
    answers(typed(qtbot, "重复登记"))
    press(qtbot, page.opinions.withdraw)
    settled(page.window())
    assert desk.opinions.rows(2026) == ()


def test_form_13_is_looked_at_before_it_is_printed_and_only_then_stands_in_what_was_printed(
    page: BallotsPage, qtbot: QtBot, answers: Ask, settled: Settled, tmp_path: Path
) -> None:
    to_tab(page, qtbot, settled, 2)
    told: list[str] = []

    def look(asked: QWidget) -> None:
        assert isinstance(asked, PaperDialog)
        qtbot.waitUntil(asked.put.isEnabled)
        told.append(f"{asked.windowTitle()}，{asked.preview.accessibleDescription()}，{asked.about.text()}")
        assert page.desk.printed_papers.of_year(page.year) == ()
        asked.put_into(tmp_path / "征求表.pdf")
        qtbot.keyClick(asked, Qt.Key.Key_Escape)

    answers(look)
    next(each for each in page.commands() if each.title == "打印空白征求表").run()
    qtbot.waitUntil((tmp_path / "征求表.pdf").exists)
    assert told == ["外部监督意见征求表，共 1 页，打印或保存时记入日志。"]
    assert (tmp_path / "征求表.pdf").read_bytes().startswith(b"%PDF")
    assert [row.verb for row in page.desk.printed_papers.of_year(page.year)] == ["opinions.draw"]


def test_a_line_of_the_overview_leads_to_what_is_owed(
    page: BallotsPage, desk: Desk, settled: Settled, window: MainWindow
) -> None:
    owed = {line.kind: line for line in desk.overview(2026, desk.clock().date()).owed}
    window.frame.lead_to("ballots", owed["reports_missing"])
    settled(window)
    assert page.tab is page.reports
    assert {row.code for row in page.reports.table.shown} == {HEAD, SECOND_HEAD, ORDINARY, MOVED}
    window.frame.lead_to("ballots", owed["marks_owed"])
    settled(window)
    assert page.tab is page.marks
    assert all(pair.owed for pair in page.marks.table.shown)
    assert CHIEF not in {pair.row.code for pair in page.marks.table.shown}
