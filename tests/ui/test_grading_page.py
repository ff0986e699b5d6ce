"""等次审议 by keyboard: the roll, departures, the tie, the review, the lists laid down and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.committee import NEITHER
from committee_desk.domain.course import Move, Stage
from committee_desk.domain.months import MONTHS
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.report_views import ReportToKeep
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.grading.departing import DepartureForm
from committee_desk.ui.grading.moving import ApproveForm, BackForm, ProposeForm
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.grading.papers import PapersDialog
from committee_desk.ui.grading.place_forms import LeftOverForm, PoolForm, QuarterForm
from committee_desk.ui.grading.reviewing import ReviewForm
from committee_desk.ui.grading.rows import grade_text
from committee_desk.ui.grading.settling import IncompleteForm
from committee_desk.ui.grading.spread import SpreadPicture
from committee_desk.ui.grading.ties import TieForm
from committee_desk.ui.grading.versions import VersionsDialog
from committee_desk.ui.main_window import MainWindow
from tests.services.committee_hands import YEAR, appoint, close, vote
from tests.services.graded_desks import (
    ASSISTANTS,
    COMMITTEE,
    Person,
    grades_item,
    held,
    line,
    office,
    pass_all,
    review_bottom,
    sixteen,
    tie_item,
)
from tests.services.test_attachments import pdf
from tests.ui.answering import CTRL, Act, Answers, said, type_into

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
Open = Callable[..., GradingPage]
EQUALS = ("J003", "J004")


@pytest.fixture
def open_page(window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, settled: Settled, qtbot: QtBot) -> Open:
    """Opens the page on the office of the worked example V5: equals at the last place, J016 at the bottom."""

    def lead(*others: Person) -> GradingPage:
        office(desk, tmp_path, [*sixteen(), *others])
        appoint(desk, actor, COMMITTEE, chair="Z001", deputy="Z002")
        window.show_desk(desk, "desk")
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settled(window)
        assert window.frame is not None
        found = window.frame.lead_to("grading")
        settled(window)
        assert isinstance(found, GradingPage)
        return found

    return lead


@pytest.fixture
def page(open_page: Open) -> GradingPage:
    return open_page()


def choose(page: GradingPage, code: str) -> None:
    page.roll.table.setFocus()
    assert page.roll.table.choose(code)


def enter(page: GradingPage, qtbot: QtBot, code: str, settled: Settled) -> None:
    """Enter on somebody's line, and wait for what follows."""
    choose(page, code)
    qtbot.keyClick(page.roll.table, Qt.Key.Key_Return)
    settled_page(page, settled)


def press(page: GradingPage, qtbot: QtBot, button: QWidget, settled: Settled) -> None:
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settled_page(page, settled)


def settled_page(page: GradingPage, settled: Settled) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    settled(window)


def shown(page: GradingPage, code: str) -> tuple[str, str, str]:
    """Grade, flags and reason as the line says them."""
    found = next(each for each in page.roll.table.shown if each.code == code)
    return grade_text(found.row), "、".join(each.text for each in found.flags), found.row.listed.reason


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, CTRL)


def fill(qtbot: QtBot, dialog: QWidget, *texts: str) -> None:
    """Types each text over what stands in a field, with Enter between them; None goes on."""
    for text in texts:
        field = dialog.focusWidget()
        if text:
            if not isinstance(field, QComboBox):
                qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
            type_into(qtbot, field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def refusal(dialog: QWidget, field: QWidget) -> str:
    """What is written beneath the field that the keyboard stands in."""
    assert dialog.focusWidget() is field or field.isAncestorOf(dialog.focusWidget())
    return field.accessibleDescription()


def vote_tie(desk: Desk, actor: Actor, *, up: str | None = "J004", document: str = "") -> int:
    """A meeting that voted on the equals: a place for one of them, or for none."""
    number = held(desk, actor, tie_item(EQUALS))
    for subject in (*EQUALS, NEITHER):
        ayes = 5 if subject == (up or NEITHER) else 0
        vote(desk, actor, number, ayes, 5 - ayes, item="平", subject=subject)
    if document:
        close(desk, actor, number, document)
    return number


# -- the roll ----------------------------------------------------------------------------------------------------------


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


# -- what waits --------------------------------------------------------------------------------------------------------


def test_the_bottom_is_reviewed_before_it_is_graded(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ReviewForm)
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.reviewers))
        told.extend(each.accessibleDescription() for each in (dialog.looked_at, dialog.opinion, dialog.findings))
        dialog.opinion.setFocus()
        qtbot.keyClick(dialog.opinion, Qt.Key.Key_Down)
        dialog.reviewers.setFocus()
        fill(qtbot, dialog, "薛评、薛评同志", "案卷、庭审、文书", "", "2027-01-06")
        type_into(qtbot, dialog.focusWidget(), "ok")
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.reviewers))
        dialog.reviewers.clear()
        type_into(qtbot, dialog.reviewers, "薛评、熊审")
        confirm(qtbot, dialog)

    answers(answer)
    enter(page, qtbot, "J016", settled)
    assert told == [
        "请填写评审人员。", "请填写评审内容，如：案卷、庭审、文书。", "请选择胜任或不胜任。", "请填写情况记述。",
        ("评审人“薛评”和“薛评同志”是同一个人，只能写一次。请删去一个；确是同名的两个人的，写上工号或单位，"
         "如：王伟（J003）、省院王伟。"),
    ]  # fmt: skip
    assert shown(page, "J016")[:2] == ("称职", "评审：胜任")
    row = next(each for each in page.roll.table.shown if each.code == "J016").row
    assert row.review is not None
    assert (row.review.reviewers, row.review.day) == (("薛评", "熊审"), date(2027, 1, 6))


def test_a_tie_is_settled_as_it_was_voted(
    page: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk, actor: Actor
) -> None:
    vote_tie(desk, actor, document="检考委〔2027〕1号")
    page.read_again()
    settled_page(page, settled)
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, TieForm)
        assert dialog.equals.chosen == ("J004",)
        assert "检J004：赞成 5，反对 0，弃权 0，通过" in said(dialog)
        assert "检J004评为优秀，检J003不评为优秀" in said(dialog)
        for code in EQUALS:
            dialog.equals.boxes[code].setFocus()
            qtbot.keyClick(dialog.equals.boxes[code], Qt.Key.Key_Space)
        assert dialog.document.text() == "检考委〔2027〕1号"
        confirm(qtbot, dialog)
        told.append(dialog.equals.accessibleDescription())
        for code in EQUALS:
            dialog.equals.boxes[code].setFocus()
            qtbot.keyClick(dialog.equals.boxes[code], Qt.Key.Key_Space)
        confirm(qtbot, dialog)

    answers(answer)
    enter(page, qtbot, "J003", settled)
    assert len(told) == 1
    assert told[0].startswith("2026 年度第 1 次会议对“优秀名额处平票的表决”的表决没有通过：赞成 0 票")
    assert shown(page, "J003")[:2] == ("称职", "平票已决")
    assert shown(page, "J004")[:2] == ("优秀", "平票已决")
    decision = desk.grading.view(YEAR).decisions[0]
    assert (decision.content["chosen"], decision.document) == (["J004"], "检考委〔2027〕1号")


def test_somebody_without_a_rating_is_settled_by_decision(
    open_page: Open, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    page = open_page(Person("J017", "88.00", ballot=False))
    assert shown(page, "J017")[:2] == ("未定", "评价不全")
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, IncompleteForm)
        assert "民主测评" in said(dialog)
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.document))
        told.append(dialog.reason.accessibleDescription())
        fill(qtbot, dialog, "检考委〔2027〕2号")
        dialog.reason.setFocus()
        fill(qtbot, dialog, "11 月调入，未参加民主测评")
        confirm(qtbot, dialog)

    answers(answer)
    enter(page, qtbot, "J017", settled)
    assert told == ["请填写文号或纪要编号。", "请填写理由，如：11 月调入，未参加民主测评。"]
    assert "评价不全已决" in shown(page, "J017")[1]
    assert desk.grading.view(YEAR).incomplete[0].decision is not None


# -- places ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def with_assistants(open_page: Open, settled: Settled) -> GradingPage:
    """Four assistants beside the sixteen: too few for a place of their own, so that one of the office is left over."""
    page = open_page(*(Person(f"F{number:03}", "0", ASSISTANTS) for number in range(1, 5)))
    page.tabs.setCurrentWidget(page.places)
    settled_page(page, settled)
    return page


def words(page: GradingPage) -> str:
    return "\n".join(each.text() for each in page.places.findChildren(QLabel) if each.isVisible())


def test_the_cards_say_each_floor_and_what_is_left_over(with_assistants: GradingPage) -> None:
    told = words(with_assistants)
    for sentence in (
        "优秀名额 4 名", "各类合计 3 名，余额 1 名", "没有提高比例的批复", "16 人 × 20%，单独计算 3 名",
        "4 人 × 20%，单独计算 0 名", "人数少，单独不足一名；可合并计算或分配余额",
    ):  # fmt: skip
        assert sentence in told


def test_a_left_over_place_is_given_by_decision_and_taken_back_with_a_reason(
    with_assistants: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    page, told = with_assistants, []

    def give(dialog: QWidget) -> None:
        assert isinstance(dialog, LeftOverForm)
        qtbot.keyClick(dialog.category, Qt.Key.Key_End)
        assert "检察辅助人员优秀名额由 0 名变为 1 名" in said(dialog)
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.document))
        fill(qtbot, dialog, "检考委〔2027〕3号")
        confirm(qtbot, dialog)

    def why(dialog: QWidget) -> None:
        assert "检察辅助人员，检考委〔2027〕3号" in said(dialog)
        fill(qtbot, dialog, "登记有误")
        confirm(qtbot, dialog)

    answers(give, why)
    press(page, qtbot, page.places.left_over, settled)
    assert told == ["请填写文号或纪要编号。"]
    assert "另分得余额 1 名" in words(page)
    page.places.table.setFocus()
    qtbot.keyClick(page.places.table, Qt.Key.Key_Home)
    press(page, qtbot, page.places.lift, settled)
    assert desk.grading.view(YEAR).decisions == ()


def test_small_categories_are_counted_as_one(
    with_assistants: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk
) -> None:
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, PoolForm)
        fill(qtbot, dialog, "3", "x")
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.places[ASSISTANTS]))
        fill(qtbot, dialog, "1")
        dialog.document.setFocus()
        fill(qtbot, dialog, "检考委〔2027〕3号")
        assert "合并后共 20 人，优秀名额最多 4 名（不足一名的舍去）" in said(dialog)
        confirm(qtbot, dialog)

    answers(answer)
    press(with_assistants, qtbot, with_assistants.places.pool, settled)
    assert told == ["请填写名额数，如 1；不合并的留空。"]
    assert "与检察辅助人员合并计算" in words(with_assistants)


def test_a_quarter_needs_its_file(
    with_assistants: GradingPage, qtbot: QtBot, answers: Ask, settled: Settled, desk: Desk, tmp_path: Path
) -> None:
    consent = pdf(tmp_path / "consent.pdf")
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QuarterForm)
        fill(qtbot, dialog, "组通〔2026〕9号", "2026-12-20")
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.file))
        fill(qtbot, dialog, str(tmp_path / "none.pdf"))
        confirm(qtbot, dialog)
        told.append(refusal(dialog, dialog.file))
        fill(qtbot, dialog, str(consent))
        confirm(qtbot, dialog)

    answers(answer)
    press(with_assistants, qtbot, with_assistants.places.quarter, settled)
    assert told[0] == "请选择批复文件。"
    assert "none.pdf" in told[1]
    assert "批复 组通〔2026〕9号（2026-12-20）" in words(with_assistants)


# -- lists -------------------------------------------------------------------------------------------------------------


def second(qtbot: QtBot) -> Act:
    """Somebody else confirms."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        type_into(qtbot, dialog.name, "王芳")
        confirm(qtbot, dialog)

    return act


def confirmed(qtbot: QtBot, kind: type[QWidget], told: list[str]) -> Act:
    """Reads a form and confirms it."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, kind)
        told.append(said(dialog))
        confirm(qtbot, dialog)

    return act


def proposed(qtbot: QtBot, told: list[str]) -> Act:
    """Reads the form, confirms it without a reason, gives one and confirms again."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ProposeForm)
        told.append(said(dialog))
        confirm(qtbot, dialog)
        assert refusal(dialog, dialog.why).endswith("确要现在提名的，请写明理由。")
        type_into(qtbot, dialog.focusWidget(), "各月已在院内网公布")
        confirm(qtbot, dialog)

    return act


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


# -- the pictures and the papers ---------------------------------------------------------------------------------------


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
