"""等次审议 in the window: its pictures, its papers, and what the palette leads to."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.grading.papers import PapersDialog
from committee_desk.ui.grading.spread import SpreadPicture
from tests.ui.grading_hands import Ask, Settled, choose, press, settled_page


def test_the_spread_is_walked_by_keyboard_and_leads_to_a_person(
    page: GradingPage, qtbot: QtBot, settled: Settled
) -> None:
    page.tabs.setCurrentWidget(page.spread)
    settled_page(page, settled)
    picture = page.spread.pictures[0]
    assert picture.accessibleName() == "检察官：优秀 2 人，称职 11 人，未定或另行确定 3 人"
    page.focus_first()
    qtbot.keyClick(picture, Qt.Key.Key_End)
    assert picture.accessibleDescription() == "93–93.99 分 1 人：检J001（优秀）"
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    seen = [each.text() for each in page.spread.findChildren(QLabel) if each.isVisible()]
    assert "91–91.99 分 2 人：检J003（未定）、检J004（未定）" in seen
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    current = page.roll.table.current()
    assert page.tabs.currentWidget() is page.roll
    assert current is not None
    assert current.code == "J003"


def test_the_papers_are_seen_before_they_are_printed(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    choose(page, "J016")
    seen: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, PapersDialog)
        for _ in range(3):
            settled_page(page, settled)
            qtbot.waitUntil(lambda: dialog.print.isEnabled() and dialog.preview.accessibleDescription() != "")
            settled_page(page, settled)
            seen.append(dialog.preview.accessibleName())
            dialog.paper.setFocus()
            qtbot.keyClick(dialog.paper, Qt.Key.Key_Down)
        assert dialog.person.currentData() == "J016"
        dialog.reject()

    answers(answer)
    press(page, qtbot, page.print_button, settled)
    assert seen == ["预览：考核得分汇总排名表", "预览：等次建议名册", "预览：业务能力评审意见表"]


def test_every_act_stands_in_the_palette(page: GradingPage, qtbot: QtBot) -> None:
    titles = {each.title for each in page.commands()}
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.text().endswith("…")]
    assert {"提出等次建议", "审议通过等次", "撤回等次建议", "退回审议", "登记平票决定"} <= titles
    assert len(buttons) >= 11


def test_a_tab_that_the_palette_leads_to_has_the_keyboard_though_it_was_in_the_rail(
    page: GradingPage, qtbot: QtBot, settled: Settled
) -> None:
    while page.isAncestorOf(where := page.window().focusWidget()) or page.roll.panel.isAncestorOf(where):
        qtbot.keyClick(where, Qt.Key.Key_F6)
    next(each.run for each in page.commands() if each.title == "考评委员会会议")()
    settled_page(page, settled)
    qtbot.waitUntil(lambda: page.meeting.isAncestorOf(page.window().focusWidget()))


def test_the_spread_of_a_large_office_is_no_higher_and_says_what_a_square_stands_for(page: GradingPage) -> None:
    roll = page.roll.acts.view
    assert roll is not None
    small = roll.rolls[0]
    large = SpreadPicture(replace(small, rows=small.rows[:1] * 5000))
    assert (large.each, large.height() < 300) == (75, True)
    assert SpreadPicture(small).each == 1
