"""What else is typed of a re-review: new events, slips, ties and ability reviews; and who may only look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, ProceedingKind, ProceedingState
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.scores import Grade
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.rereview.ability import AbilityForm
from committee_desk.ui.rereview.appointing import AppointDialog
from committee_desk.ui.rereview.change_form import ChangeDialog
from committee_desk.ui.rereview.deciding import DecideDialog
from committee_desk.ui.rereview.finding import FindDialog
from tests.services import graded_desks as graded
from tests.services.closing_years import YEAR
from tests.services.deciding_hands import PAPER, Decider, sixteen_approved
from tests.services.seated_desks import sit, with_accounts
from tests.services.test_changes_after_the_end import raised
from tests.services.test_changes_on_review import HIS
from tests.sound_desks import require_sound
from tests.ui.answering import CTRL, said
from tests.ui.closing_hands import DOWN, ENTER, ESC, SPACE, TAB, seen
from tests.ui.rereview_hands import CASE, Sits, found, panel_words, tab_of

NEWS = "高检办〔2026〕88号"


@pytest.fixture
def sixteen(tmp_path: Path, template_desk: Path) -> Iterator[Decider]:
    """Sixteen people, three places, their list approved; the fourth has half a point less than the third.

    When the test is over, the desk must be sound.
    """
    path = tmp_path / "考评.desk"
    yield sixteen_approved(path, template_desk)
    require_sound(path)


def test_an_event_that_was_left_out_is_added_with_its_paper(decider: Decider, sits: Sits) -> None:
    decider.open(ProceedingKind.OBJECTION, 1)
    clerk = sits(decider)

    def add(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        clerk.key(DOWN, DOWN, DOWN)  # 案件评查, 案件分担, 加减分, 新增加减分
        assert dialog.chosen is ChangeKind.NEW_EVENT
        clerk.qtbot.waitUntil(lambda: dialog.indicator.findText("加分") >= 0)
        assert not dialog.which.isVisible()
        dialog.indicator.setCurrentIndex(dialog.indicator.findText("加分"))
        clerk.key(ENTER)
        clerk.key(ENTER)
        clerk.type("2027-12-01", NEWS, "最高检典型案例入选", "2.57", "入选未加分", NEWS)
        clerk.confirm()
        assert "不是 2026 年度的事实" in said(dialog)
        dialog.day.setFocus()
        clerk.type("2026-12-01")
        clerk.confirm()

    def find(dialog: QWidget) -> None:
        assert isinstance(dialog, FindDialog)
        clerk.write("典型案例入选属实。")
        clerk.key(TAB)
        clerk.open(lambda: clerk.press("添加一项…"), add)
        clerk.confirm()

    clerk.command("登记查明的事实", find)
    (change,) = decider.of(1).changes
    assert (change.kind, change.key[0], change.before, change.after) == (ChangeKind.NEW_EVENT, HIS, "", "2.57")
    clerk.settle()
    assert "新增加减分 马𬱖 加分 2026-12-01" in panel_words(tab_of(clerk))


def test_a_part_of_a_number_means_the_case_and_never_shows_another_ones_figure(decider: Decider, sits: Sits) -> None:
    decider.open(ProceedingKind.OBJECTION, 1)
    clerk = sits(decider)

    def add(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        clerk.qtbot.waitUntil(lambda: "实体得分现为" in said(dialog))
        clerk.confirm()
        assert [
            words for words in ("请填写应为什么", "请填写理由", "请填写证明材料") if words not in said(dialog)
        ] == []
        dialog.which.setFocus()
        clerk.type("没有这件")
        assert "实体得分现为" not in said(dialog), "that is the figure of the case that stood there before"
        dialog.which.setFocus()
        clerk.key(Qt.Key.Key_A, held=CTRL)
        clerk.write("465")
        clerk.key(TAB)
        assert dialog.which.currentText() == "案件评查 " + CASE
        clerk.qtbot.waitUntil(lambda: "实体得分现为" in said(dialog))
        dialog.done(0)

    def find(dialog: QWidget) -> None:
        assert isinstance(dialog, FindDialog)
        clerk.open(lambda: clerk.press("添加一项…"), add)
        dialog.done(0)

    clerk.command("登记查明的事实", find)


def test_what_is_challenged_is_offered_first(decider: Decider, sits: Sits) -> None:
    decider.open(ProceedingKind.OBJECTION, 1, challenged=[Challenge(ChallengeKind.REVIEW, (CASE,))])
    clerk = sits(decider)

    def add(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        clerk.qtbot.waitUntil(lambda: dialog.which.count() > 0)
        assert dialog.which.currentText() == "案件评查 " + CASE
        dialog.done(0)

    def find(dialog: QWidget) -> None:
        assert isinstance(dialog, FindDialog)
        clerk.open(lambda: clerk.press("添加一项…"), add)
        dialog.done(0)

    clerk.command("登记查明的事实", find)


def test_a_slip_that_is_not_there_is_refused_where_its_number_stands(decider: Decider, sits: Sits) -> None:
    decider.open(ProceedingKind.OBJECTION, 1)
    clerk = sits(decider)

    def add(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData(ChangeKind.BALLOT.value))
        dialog.named_by.setCurrentIndex(dialog.named_by.findData(""))
        clerk.settle()
        dialog.slip.setFocus()
        clerk.type("没有这张票", "80", "计票有误", "计票复核记录")
        clerk.confirm()
        assert "台账里没有“测评票 没有这张票 J013”" in said(dialog)
        assert clerk.under() is dialog.slip
        dialog.done(0)

    def find(dialog: QWidget) -> None:
        assert isinstance(dialog, FindDialog)
        clerk.open(lambda: clerk.press("添加一项…"), add)
        assert dialog.changes.changes == []
        dialog.done(0)

    clerk.command("登记查明的事实", find)


def test_a_mark_of_a_counted_round_is_named_by_its_class_and_what_was_counted(decider: Decider, sits: Sits) -> None:
    decider.open(ProceedingKind.OBJECTION, 1)
    clerk = sits(decider)

    def add(dialog: QWidget) -> None:
        assert isinstance(dialog, ChangeDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData(ChangeKind.BALLOT.value))
        assert dialog.named_by.currentData() == "A", "what is counted has no slip any more: that comes first"
        dialog.named_by.setFocus()
        clerk.settle()
        assert dialog.counted.isVisible()
        assert not dialog.slip.isVisible()
        dialog.counted.setFocus()
        clerk.type("0.5", "80", "计票有误", "计票复核记录")
        clerk.confirm()
        assert "台账里没有“测评票 A J013”" in said(dialog)
        assert clerk.under() is dialog.counted
        dialog.done(0)

    def find(dialog: QWidget) -> None:
        assert isinstance(dialog, FindDialog)
        clerk.open(lambda: clerk.press("添加一项…"), add)
        dialog.done(0)

    clerk.command("登记查明的事实", find)


def test_a_tie_that_opens_is_decided_with_the_change(sixteen: Decider, sits: Sits) -> None:
    number = raised(sixteen, "0.1")
    effects = sixteen.lay(number)
    assert effects is not None
    (tie,) = effects.ties
    sixteen.vote(number, graded.tie_item(tie.equals), ties={"J004": "aye"})
    clerk = sits(sixteen, sixteen.of(number).label)
    assert "检J003、检J004四项全部相同" in panel_words(tab_of(clerk))

    def decide(dialog: QWidget) -> None:
        assert isinstance(dialog, DecideDialog)
        (box,) = dialog.ties.values()
        clerk.type(PAPER, "")
        assert clerk.under() is box
        clerk.key(DOWN, SPACE, TAB)
        clerk.type("2027-01-12")
        clerk.confirm()

    def second(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        clerk.type("王芳")
        clerk.confirm()

    clerk.command("登记委员会决定", decide, second)
    listed = sixteen.office.desk.grading.in_force(YEAR)
    assert listed is not None
    assert (listed.of("J003").grade, listed.of("J004").grade) == (Grade.COMPETENT, Grade.EXCELLENT)


def test_who_comes_to_the_bottom_is_reviewed_from_here(sixteen: Decider, sits: Sits) -> None:
    number = raised(sixteen, "1.3", "J016")
    clerk = sits(sixteen, sixteen.of(number).label)
    tab = tab_of(clerk)
    assert "检J015须先经业务能力评审" in panel_words(tab)
    assert tab.offers.primary.text() == "登记业务能力评审意见…"

    def review(dialog: QWidget) -> None:
        assert isinstance(dialog, AbilityForm)
        clerk.type("", "赵明、钱红", "案卷、文书")
        dialog.opinion.setCurrentIndex(1)
        dialog.findings.setFocus()
        clerk.write("基本胜任。")
        clerk.confirm()

    clerk.command("登记业务能力评审意见", review)
    for _ in range(2):
        clerk.settle()
    assert "业务能力评审" not in panel_words(tab)
    assert tab.offers.primary.text() == "提出复核意见…"


def test_others_who_examine_after_the_finding_begin_again_as_the_form_says(decider: Decider, sits: Sits) -> None:
    found(decider)
    clerk = sits(decider)

    def replace(dialog: QWidget) -> None:
        assert isinstance(dialog, AppointDialog)
        assert "更换后由新的承办人重新查明" in seen(dialog)
        dialog.examiners[1].setFocus()
        clerk.key(Qt.Key.Key_A, held=CTRL)
        clerk.type("陈晓明")
        dialog.why.setFocus()
        clerk.type("郝文俊病假")
        clerk.confirm()

    clerk.command("更换复核的承办人", replace)
    clerk.settle()
    held = decider.of(1)
    assert (held.state, [each.name for each in held.undeclared]) == (ProceedingState.OPENED, ["陈晓明"])
    assert tab_of(clerk).offers.primary.text() == "登记承办人声明…"


def test_who_may_only_look_sees_everything_and_why_nothing_can_be_done(decider: Decider, sits: Sits) -> None:
    found(decider)
    with_accounts(decider.office.desk, Way.STRICT)
    sit(decider.office.desk, Role.AUDITOR)
    clerk = sits(decider)
    tab = tab_of(clerk)
    assert "2 人公示内容变更" in panel_words(tab)
    assert tab.offers.primary.toolTip() == "您的角色无权承办复核与更正"
    assert tab.call.toolTip().startswith("您的角色无权")
    assert not tab.register.correct_button.isEnabled()
    assert all(not action.isEnabled() for action, act in tab.offers.more.offered if act is not tab.offers.all["papers"])


def test_the_material_for_the_committee_is_looked_at_before_it_is_printed(decider: Decider, sits: Sits) -> None:
    found(decider)
    clerk = sits(decider)
    titles: list[str] = []

    def look(dialog: QWidget) -> None:
        titles.append(dialog.windowTitle())
        button: QPushButton = dialog.print  # type: ignore[attr-defined] # a dialog of a paper
        clerk.qtbot.waitUntil(button.isEnabled)
        clerk.key(ESC)

    tab_of(clerk).material.setFocus()
    clerk.open(lambda: clerk.key(SPACE), look)
    assert titles == ["复核材料 2026-复-001"]
    assert decider.of(1).state is ProceedingState.EXAMINED
