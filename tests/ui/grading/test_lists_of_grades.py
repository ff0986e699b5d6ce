"""The lists of 等次审议 by keyboard: proposed with what is missing, approved, sent back."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.months import MONTHS
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.report_views import ReportToKeep
from committee_desk.ui.grading.departing import DepartureForm
from committee_desk.ui.grading.moving import ApproveForm, BackForm, ProposeForm
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.grading.versions import VersionsDialog
from tests.services.committee_hands import YEAR, close
from tests.services.graded_desks import grades_item, held, pass_all, review_bottom
from tests.ui.grading_hands import (
    Ask,
    Settled,
    confirm,
    confirmed,
    enter,
    fill,
    press,
    proposed,
    refusal,
    second,
    settled_page,
    vote_tie,
)


def ways(page: GradingPage) -> list[str]:
    return [each.accessibleName() for each in page.lacks.ways]


def test_what_is_missing_leads_to_its_place(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    answers(proposed(qtbot, []))
    press(page, qtbot, page.acts.buttons[Move.PROPOSE], settled)
    assert desk.course.stage(YEAR) is Stage.PROPOSED
    assert page.tabs.tabText(page.tabs.indexOf(page.lacks)) == "所缺 3"
    press(page, qtbot, page.acts.buttons[Move.APPROVE], settled)
    assert page.tabs.currentWidget() is page.lacks
    assert page.window().focusWidget() is page.lacks.ways[0]
    assert ways(page)[0].startswith("去办：检察官优秀名额处平票：检J003、检J004四项全部相同")
    assert ways(page)[1].startswith("去办：检J016排名在后，还没有业务能力评审意见")
    assert ways(page)[2].startswith("去办：等次建议第 1 版还没有经考评委员会表决通过并编定纪要。")
    qtbot.keyClick(page.lacks.ways[1], Qt.Key.Key_Space)
    current = page.roll.table.current()
    assert current is not None
    assert (page.tabs.currentWidget() is page.roll, current.code) == (True, "J016")
    page.tabs.setCurrentWidget(page.lacks)
    page.lacks.ways[2].click()
    settled_page(page, settled)
    assert page.tabs.currentWidget() is page.meeting


def test_what_a_reason_passes_over_leads_to_its_place_and_bars_nothing(page: GradingPage, qtbot: QtBot) -> None:
    assert page.tabs.tabText(page.tabs.indexOf(page.lacks)) == "所缺 2"
    page.tabs.setCurrentWidget(page.lacks)
    led: list[tuple[str, str]] = []
    page.go.disconnect()
    page.go.connect(lambda to, owed: led.append((to, owed.kind)))
    for way in page.lacks.ways:
        way.setFocus()
        qtbot.keyClick(way, Qt.Key.Key_Space)
    assert led == [("entry", "months_to_publish"), ("ballots", "reports_missing")]


def test_nobody_is_asked_for_a_reason_where_nothing_is_missing(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk, actor: Actor
) -> None:
    for month in MONTHS:
        desk.months.close(actor, YEAR, month, "按现有数据公布")
        desk.months.publish(actor, YEAR, month)
    for row in desk.reports.rows(YEAR):
        if row.missing:
            desk.reports.put(actor, YEAR, ReportToKeep(row.code, date(2027, 1, 8), "述职"), None)
    page.read_again()
    settled_page(page, settled)
    asked: list[bool] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ProposeForm)
        asked.append(dialog.why.isVisible())
        confirm(qtbot, dialog)

    answers(act)
    press(page, qtbot, page.acts.buttons[Move.PROPOSE], settled)
    assert (asked, desk.course.stage(YEAR)) == ([False], Stage.PROPOSED)


def test_a_list_is_proposed_approved_and_sent_back_by_keyboard(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk, actor: Actor
) -> None:
    review_bottom(desk, actor)
    vote_tie(desk, actor, document="检考委〔2027〕1号")
    desk.grading.decide_tie(actor, YEAR, "检察官", ("J004",), 1, "检考委〔2027〕1号", date(2027, 1, 11))
    page.read_again()
    settled_page(page, settled)
    told: list[str] = []
    answers(proposed(qtbot, told))
    press(page, qtbot, page.acts.buttons[Move.PROPOSE], settled)
    assert "优秀 3 人，称职 13 人" in told[0]
    assert "优秀：检J001、检J002、检J004" in told[0]
    assert "1月至12月的平时考核结果没有公布" in told[0]
    assert "16 名检察官没有交述职报告（检J001、" in told[0]
    assert page.head.about.text() == "2026 年度 · 等次建议已提出 · 第 1 版 · 还差 1 项"
    assert not page.acts.buttons[Move.PROPOSE].isVisible()

    number = held(desk, actor, grades_item(desk))
    page.read_again()
    settled_page(page, settled)

    def unvoted(dialog: QWidget) -> None:
        assert isinstance(dialog, ApproveForm)
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.meeting))
        dialog.reject()

    answers(unvoted)
    press(page, qtbot, page.acts.buttons[Move.APPROVE], settled)
    assert told[1].startswith("2026 年度第 2 次会议对“审议年度考核等次建议”还没有表决这些人：检J001、")
    pass_all(desk, actor, number)
    close(desk, actor, number, "检考委〔2027〕2号")
    page.read_again()
    settled_page(page, settled)
    answers(confirmed(qtbot, ApproveForm, told))
    press(page, qtbot, page.acts.buttons[Move.APPROVE], settled)
    assert desk.course.stage(YEAR) is Stage.APPROVED
    assert "各月已在院内网公布" in told[-1]
    assert not page.roll.depart.isEnabled()
    assert "委员会已审议通过" in page.roll.depart.toolTip()

    def back(dialog: QWidget) -> None:
        assert isinstance(dialog, BackForm)
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.why))
        fill(qtbot, dialog, "一人得分有误")
        confirm(qtbot, dialog)

    answers(back, second(qtbot))
    press(page, qtbot, page.acts.buttons[Move.RETURN], settled)
    assert told[3] == "2026 年度的名册退回没有写明理由。请写明理由。"
    assert desk.course.stage(YEAR) is Stage.PROPOSED
    answers(back, second(qtbot))
    press(page, qtbot, page.acts.buttons[Move.WITHDRAW], settled)
    versions: list[tuple[str, str]] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, VersionsDialog)
        model = dialog.table.model()
        versions.extend((model.index(at, 1).data(), model.index(at, 6).data()) for at in range(model.rowCount()))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    page.tabs.setCurrentWidget(page.places)
    answers(read)
    press(page, qtbot, page.places.versions, settled)
    assert sorted(versions) == [("审议通过的等次", "不再有效"), ("等次建议", "不再有效")]
    assert page.acts.buttons[Move.PROPOSE].isVisible()
    assert desk.course.stage(YEAR) is Stage.SCORING


def test_once_proposed_a_departure_names_its_meeting(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk, actor: Actor
) -> None:
    desk.grading.propose(actor, YEAR, "按现有数据提名")
    page.read_again()
    settled_page(page, settled)
    told: list[str] = []

    def nowhere(dialog: QWidget) -> None:
        assert isinstance(dialog, DepartureForm)
        qtbot.keyClick(dialog.grade, Qt.Key.Key_Down)
        fill(qtbot, dialog, "", "委员会认为不宜")
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.meeting))
        dialog.reject()

    answers(nowhere)
    enter(page, qtbot, "J005", settled)
    assert told == ["2026 年度等次建议已经提出，改动由委员会在会议上作出。请写明是第几次会议。"]
