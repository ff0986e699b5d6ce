"""The roll of 等次审议 by keyboard: who has which place, and departures from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.grading.departing import DepartureForm
from committee_desk.ui.grading.page import GradingPage
from tests.services.committee_hands import YEAR
from tests.services.graded_desks import line
from tests.ui.answering import said
from tests.ui.grading_hands import Ask, Settled, choose, confirm, enter, fill, refusal, shown


def test_the_roll_says_who_has_which_place_and_what_waits(page: GradingPage) -> None:
    assert [shown(page, code) for code in ("J001", "J003", "J005", "J016")] == [
        ("优秀", "", ""),
        ("未定", "平票", ""),
        ("称职", "", ""),
        ("称职（未定）", "须先评审", ""),
    ]
    rule = page.roll.table.model().index(0, 0).data()
    assert rule == "检察官：优秀 2 名，名额 3 名（16 人 × 20%）"
    assert page.roll.apart.text().startswith("不在此评定：委Z001（上级考核）")
    assert page.roll.tabs.buttons["to_do"].text() == "待办 3"
    assert page.head.about.text() == "2026 年度 · 计分中 · 还差 2 项"


def test_a_person_is_told_whole_in_the_details(page: GradingPage) -> None:
    choose(page, "J003")
    assert page.detail_open
    facts = page.roll.panel.facts
    told = [facts.item(at).data(FACT) for at in range(facts.count())]
    assert ("总分", "91.86", "第 3 名") in [(each.text, each.right, each.more) for each in told]
    assert ("平票", "只余 1 名", "检J003、检J004") in [(each.text, each.right, each.more) for each in told]


def test_a_departure_without_a_reason_is_refused_at_its_field(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, DepartureForm)
        assert dialog.focusWidget() is dialog.grade
        qtbot.keyClick(dialog.grade, Qt.Key.Key_Down)
        assert "检J005的等次由称职改为基本称职" in said(dialog)
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.reason))
        fill(qtbot, dialog, "全年两件流程违规")
        confirm(qtbot, dialog)

    answers(answer)
    enter(page, qtbot, "J005", settled)
    assert told == ["检J005的等次与建议不同，没有写明理由。请写明理由。"]
    assert shown(page, "J005") == ("基本称职", "", "全年两件流程违规")
    assert line(desk, "J005").grade is Grade.BASIC
    assert page.roll.tabs.buttons["departing"].text() == "改动 1"


def test_a_grade_without_a_place_is_refused_at_the_grade(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, DepartureForm)
        qtbot.keyClick(dialog.grade, Qt.Key.Key_Home)
        fill(qtbot, dialog, "", "办案突出")
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.grade))
        dialog.reject()

    def first(dialog: QWidget) -> None:
        assert isinstance(dialog, DepartureForm)
        qtbot.keyClick(dialog.grade, Qt.Key.Key_Home)
        fill(qtbot, dialog, "", "办案突出")
        confirm(qtbot, dialog)

    answers(first, answer)
    enter(page, qtbot, "J005", settled)
    enter(page, qtbot, "J006", settled)
    assert told == ["检察官优秀名额 3 名（16 人的 20%，不足一名的舍去）已经用完。请先调整其他人的等次。"]
    assert line(desk, "J006").grade is Grade.COMPETENT


def test_what_another_secretary_recorded_meanwhile_is_told_and_what_was_typed_stays(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, DepartureForm)
        desk.grading.choose(Actor("林岚"), YEAR, "J005", Grade.INCOMPETENT, "履职不力")
        qtbot.keyClick(dialog.grade, Qt.Key.Key_Down)
        fill(qtbot, dialog, "", "全年两件流程违规")
        confirm(qtbot, dialog)
        told.append(said(dialog))
        assert line(desk, "J005").reason == "履职不力"
        assert (dialog.chosen, dialog.reason.text()) == (Grade.BASIC, "全年两件流程违规")
        assert "检J005的等次由不称职改为基本称职" in told[0]
        confirm(qtbot, dialog)

    answers(answer)
    enter(page, qtbot, "J005", settled)
    assert "林岚在" in told[0]
    assert "已把检J005的等次改定为不称职（理由：履职不力），没有覆盖。请核对；仍要改的，再确认一次。" in told[0]
    assert shown(page, "J005") == ("基本称职", "", "全年两件流程违规")
