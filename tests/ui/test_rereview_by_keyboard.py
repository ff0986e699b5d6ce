"""A re-review by keys from the declaration to whom is told: found, laid, voted, decided by two, served."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from committee_desk.domain.committee import ItemKind
from committee_desk.domain.proceedings import Motion, ProceedingKind, ProceedingState
from committee_desk.domain.results import Means
from committee_desk.ui.committee.calling import CallDialog
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.rereview.change_form import ChangeDialog
from committee_desk.ui.rereview.deciding import DecideDialog
from committee_desk.ui.rereview.finding import FindDialog
from committee_desk.ui.rereview.informing import InformingDialog
from committee_desk.ui.rereview.recording import DeclareDialog, MotionDialog
from committee_desk.ui.rereview.serving import ServeDialog, ToldDialog
from tests.services.closing_years import YEAR
from tests.services.deciding_hands import PAPER, Decider
from tests.services.test_changes_on_review import HIS, UP_TO_YAO, YAO
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER, ESC, TAB, Clerk, seen
from tests.ui.rereview_hands import CASE, Sits, found, lines, moved, panel_words, tab_of

Clerks = Callable[[], Clerk]


@pytest.fixture
def clerk(sits: Sits, decider: Decider) -> Clerks:
    """Somebody sits before 复核与更正, on the first of them, once the test has opened it."""
    return lambda: sits(decider)


def declare(at: Clerk) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, DeclareDialog)
        at.confirm()

    return act


def one_change(at: Clerk) -> Callable[[QWidget], None]:
    """The case's review is 合格, not 基本合格."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        at.qtbot.waitUntil(lambda: dialog.which.count() > 0)
        dialog.which.setFocus()
        at.type("案件评查 " + CASE)
        at.key(DOWN, DOWN, ENTER)  # from 实体得分 to 评查等次
        at.qtbot.waitUntil(lambda: "评查等次现为 基本合格" in said(dialog))
        at.type("基本合格", "评查等次有误")
        at.confirm()
        assert "请填写证明材料的名称和文号" in said(dialog)
        assert at.under() is dialog.evidence
        at.type("案管办底稿第 3 份")
        at.confirm()
        assert "没有改动" in said(dialog)
        assert dialog.value.isAncestorOf(at.under())
        at.type("合格")
        at.confirm()

    return act


def test_what_is_found_is_typed_and_its_effects_stand_beside(clerk: Clerks, decider: Decider) -> None:
    decider.open(ProceedingKind.OBJECTION, 1)
    at = clerk()
    tab = tab_of(at)
    assert tab.panel.nothing.isVisible(), "nothing was found yet"

    def find(dialog: QWidget) -> None:
        assert isinstance(dialog, FindDialog)
        at.confirm()
        assert "没有写查明的事实" in said(dialog)
        assert at.under() is dialog.findings
        at.write("调阅原卷，逐项核对。")
        at.key(TAB)
        at.open(lambda: at.press("添加一项…"), one_change(at))
        assert [each.after for each in dialog.changes.changes] == ["合格"]
        at.confirm()

    at.command("登记查明的事实", find)
    assert at.said == "查明的事实已保存"
    at.settle()
    assert lines(tab)[0][4] == "已查明"
    assert [each.key for each in decider.of(1).changes] == [(CASE,)]
    assert moved(tab)[0][:2] == ("马𬱖", "90.08 → 91.08")
    assert "其余 18 人得分、名次、等次不变" in panel_words(tab)
    assert tab.offers.primary.text() == "提出复核意见…"
    assert tab.call.toolTip() == "先提出复核意见"


def test_a_motion_goes_before_the_committee_with_everybody_whom_it_regrades(clerk: Clerks, decider: Decider) -> None:
    found(decider)
    at = clerk()

    def lay(dialog: QWidget) -> None:
        assert isinstance(dialog, MotionDialog)
        assert "2 人变动，其余 17 人得分、名次、等次不变" in said(dialog)
        at.confirm()
        assert "没有写理由" in said(dialog)
        assert at.under() is dialog.reasons
        at.write("评查等次有误，典型案例应当加分。")
        at.confirm()

    at.command("提出复核意见", lay)
    assert decider.of(1).motion is Motion.CHANGE
    asked: list[str] = []

    def call(dialog: QWidget) -> None:
        assert isinstance(dialog, CallDialog)
        (item,) = dialog.agenda.taken()
        asked.append(item.title)
        assert (item.kind, set(item.about)) == (ItemKind.REVIEW, {HIS, YAO})
        at.type("15:00")
        at.confirm()

    at.command("提请委员会表决", call)
    assert asked == ["2026-复-001 马𬱖复核"]
    assert at.page.page_id == "grading"
    assert [each.held.agenda[0].kind for each in decider.office.desk.meetings.rows(YEAR)][-1] is ItemKind.REVIEW


def test_two_decide_with_the_date_typed_and_everybody_who_moves_is_told(clerk: Clerks, decider: Decider) -> None:
    found(decider)
    decider.lay(1)
    decider.vote(1)
    at = clerk()
    tab = tab_of(at)
    assert tab.offers.primary.text() == "登记委员会决定…"

    def decide(dialog: QWidget) -> None:
        assert isinstance(dialog, DecideDialog)
        assert "2027年1月12日　周二" in said(dialog)
        assert "2 人公示内容变更，须重新公示 5 个工作日" in said(dialog)
        minutes = dialog.meeting.currentText()
        assert "检考委〔2027〕2号" in minutes
        assert dialog.meeting.fontMetrics().horizontalAdvance(minutes) < dialog.meeting.width() - 32, (
            "the arrow covers it"
        )
        at.type(PAPER, "", "2027-01-11")
        at.confirm()
        assert "有 2 处" not in said(dialog)
        assert at.under() is dialog.day
        at.type("2027-01-12")
        at.confirm()

    def second(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        assert "变更 2026-复-001（检考委复〔2027〕1号），今天是 2027-01-12（周二）" in said(dialog)
        at.type("王芳")
        at.confirm()

    at.command("登记委员会决定", decide, second)
    at.settle()
    assert decider.of(1).state is ProceedingState.CHANGED
    assert at.said == "2026-复-001 已决定变更，请送达并逐人告知"
    assert "已作出决定" in tab.panel.chip.accessibleName()
    assert "逐人告知受影响的人" in tab.card.progress.accessibleDescription()


def test_the_decision_is_served_and_two_are_told_one_after_the_other(clerk: Clerks, decider: Decider) -> None:
    found(decider)
    decider.carried_out(1)
    at = clerk()

    def serve(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeDialog)
        assert "申诉期限" not in said(dialog), "there is none against the answer to an objection"
        at.confirm()
        assert "缺送达人" in said(dialog)
        assert at.under() is dialog.by
        at.type("马𬱖")
        at.confirm()
        assert at.under() is dialog.by, "nobody serves himself"
        at.type("范伟雪")
        at.confirm()

    at.command("登记决定书送达", serve)
    served = decider.of(1).served
    assert served is not None
    assert (served.by, served.means) == ("范伟雪", Means.DIRECT)

    def told(dialog: QWidget) -> None:
        assert isinstance(dialog, InformingDialog)
        assert "还有 2 人没有告知" in said(dialog)

        def how(asked: QWidget) -> None:
            assert isinstance(asked, ToldDialog)
            at.confirm()
            assert at.under() is asked.how
            at.type("当面送达告知书")
            at.confirm()

        at.open(lambda: at.key(ENTER), how)
        assert "还有 1 人没有告知" in said(dialog)
        at.open(lambda: at.key(ENTER), how)
        assert "受影响的人都已告知" in said(dialog)
        assert not dialog.tell.isEnabled()
        at.key(ESC)

    at.command("逐人告知受影响的人", told)
    assert not any(each.owed for each in decider.office.desk.effects.informings(YEAR))


def test_what_was_upheld_says_that_it_moved_nobody(clerk: Clerks, decider: Decider) -> None:
    number = decider.open(ProceedingKind.OBJECTION, 1)
    decider.find(number)
    decider.carried_out(number, Motion.UPHOLD)
    tab = tab_of(clerk())
    assert "对任何人都没有影响" in panel_words(tab)
    assert "还没有可预览的影响" not in panel_words(tab)
    assert "事实清楚，理由成立，周敏登记" in seen(tab)


def test_what_somebody_else_recorded_meanwhile_is_said_and_then_done(clerk: Clerks, decider: Decider) -> None:
    number = decider.open(ProceedingKind.OBJECTION, 1)
    decider.find(number, *UP_TO_YAO)
    at = clerk()

    def lay(dialog: QWidget) -> None:
        assert isinstance(dialog, MotionDialog)
        decider.hear(number, HIS)
        at.write("理由成立。")
        at.confirm()
        assert "2026-复-001 刚由周敏改动" in said(dialog)
        at.confirm()

    at.command("提出复核意见", lay)
    assert decider.of(1).motion is Motion.CHANGE
