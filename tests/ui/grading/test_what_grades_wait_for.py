"""What grades wait for, by keyboard: the review of the bottom, the tie, whoever has no rating."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.grading.reviewing import ReviewForm
from committee_desk.ui.grading.settling import IncompleteForm
from committee_desk.ui.grading.ties import TieForm
from tests.services.committee_hands import YEAR
from tests.services.graded_desks import Person
from tests.ui.answering import said, type_into
from tests.ui.grading_hands import (
    EQUALS,
    Ask,
    Open,
    Settled,
    confirm,
    enter,
    fill,
    refusal,
    settled_page,
    shown,
    vote_tie,
)


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
