"""The sample office from its scores to a closed window in the real window, by keys alone: no mouse, and no act but a
form's. What is no act of the closing (months, marks, duty reports, a calendar) is there when it begins."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.demonstrated_closing import CHOSEN, EQUALS, finish_the_figures
from committee_desk.demonstrated_year import REPORT, run
from committee_desk.domain.course import Stage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.report_views import ReportToKeep
from committee_desk.ui.main_window import MainWindow
from tests.services.posted_notices import YEAR, MovableClock, at, hold_calendar
from tests.ui.answering import Act, said
from tests.ui.closing_hands import DOWN, ENTER, SPACE, Clerk, questions
from tests.ui.notice_by_keyboard import (
    close_the_window,
    hang_again,
    object_after_hours,
    object_on_saturday,
    post,
    take_down,
)

Settled = Callable[[MainWindow], None]
TAKEN = ("崔东列为优秀", "廖红列为优秀")
DECISION, MINUTES = "检考评委〔2026〕6号", "检考评委〔2027〕{number}号"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(at(14))


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path, clock: MovableClock, actor: Actor) -> Desk:
    """Thursday 14 January 2027: the figures are there, and nobody has a grade."""
    shutil.copyfile(template_sample_desk, tmp_path / "考评.desk")
    desk = open_desk(tmp_path / "考评.desk", clock=clock)
    hold_calendar(desk)
    run(desk, actor, YEAR, tmp_path / "月表")
    finish_the_figures(desk, actor, YEAR)
    for row in desk.reports.rows(YEAR):
        if row.missing:
            desk.reports.put(actor, YEAR, ReportToKeep(row.code, date(2027, 1, 8), REPORT), None)
    return desk


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, settled: Settled, office: Desk) -> Clerk:
    """Somebody before the window, as it opens."""
    window.show_desk(office, "desk")
    window.show()
    settled(window)
    return Clerk(qtbot, window, settled)


def test_the_year_is_walked_from_its_scores_to_the_closed_window(
    clerk: Clerk, clock: MovableClock, office: Desk
) -> None:
    settle_the_incomplete(clerk)
    settle_the_tie(clerk)
    review_the_last(clerk)
    clock.now = at(18, 10)
    propose_and_approve(clerk)
    clock.now = at(25, 9, 10)
    post(clerk)
    clock.now = at(29, 17, 40)
    take_down(clerk)
    clock.now = at(30, 9, 5)
    hang_again(clerk)
    clock.now = at(30, 10, 21)
    object_on_saturday(clerk)
    clock.now = at(1, 17, 50, month=2)
    object_after_hours(clerk)
    clock.now = at(1, 19, month=2)
    close_the_window(clerk)
    listed = office.grading.in_force(YEAR)
    assert listed is not None
    assert {each.code for each in listed.people if each.code in EQUALS and each.grade is Grade.EXCELLENT} == set(CHOSEN)
    states = [(row.held.code, row.held.state) for row in office.objections.rows(YEAR)]
    assert states == [("J013", ObjectionState.RECEIVED), ("J005", ObjectionState.ROUTED)]
    assert office.course.view(YEAR).stage is Stage.CLOSED
    assert office.check.full().ok


def settle_the_incomplete(clerk: Clerk) -> None:
    """Nobody voted on assistants and staff: one decision, person by person."""
    clerk.tab_to("可以提出等次建议")
    clerk.key(ENTER)
    clerk.settle()
    assert "等 20 人评价不全，还没有决定如何处理" in clerk.words()
    clerk.key(ENTER)  # 去办
    clerk.settle()

    typed: list[str] = []

    def decide(dialog: Any) -> None:
        if "的决定填好，请核对" not in said(dialog):
            typed.append(dialog.windowTitle())
            clerk.key(ENTER, ENTER)  # another rating takes the points over; no meeting
            clerk.type(DECISION, "", "本年度未对该类人员组织民主测评")
        clerk.confirm()

    for _ in range(3):  # Enter on the roll: on with who waits next
        clerk.open(lambda: clerk.key(ENTER), decide)
    for _ in range(17):
        clerk.command("评价不全的处理", decide)
    assert typed == ["评价不全的处理：孟丽超", "评价不全的处理：彭强涛"]
    assert clerk.said == "高平一的处理已登记"


# -- the committee -----------------------------------------------------------------------------------------------------


def hold_a_meeting(clerk: Clerk, number: int, votes: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
    """Called on what grading needs, opened with everybody there, each question voted on, closed with its minutes."""

    def call(dialog: Any) -> None:
        clerk.type("10:30", "三楼会议室")
        if number == 1:
            assert dialog.agenda.item(0).text() == "分配剩余的 1 个优秀名额"
            clerk.key(SPACE)  # nobody is given it
        clerk.confirm()

    def come(dialog: Any) -> None:
        clerk.key(ENTER)
        assert "应到 7，实到 7，至少 5 人才能开会" in said(dialog)
        clerk.confirm()

    def begin(_dialog: Any) -> None:
        clerk.type("陈记录", "")
        clerk.key(ENTER)

    clerk.command("召集会议", call)
    clerk.open(lambda: clerk.key(ENTER), come)
    clerk.open(lambda: clerk.key(ENTER), begin)
    for asked in questions(clerk):
        clerk.open(lambda: clerk.key(ENTER), _voted(clerk, asked, votes(asked)))
        assert clerk.said == f"已登记表决：{asked[0]}"
        clerk.key(DOWN)

    def end(_dialog: Any) -> None:
        clerk.type(MINUTES.format(number=number))
        clerk.write("逐项表决。")
        clerk.confirm()

    clerk.command("结束会议", end)
    assert f"闫峰主持，陈记录记录 · 纪要 {MINUTES.format(number=number)}" in clerk.words()


def _voted(clerk: Clerk, asked: tuple[str, ...], count: tuple[str, ...]) -> Act:
    def vote(dialog: Any) -> None:
        told = said(dialog)
        assert asked[0] in told
        assert f"{asked[2]} 人：" in told
        assert not asked[1] or f"须回避\n{asked[1]}" in told
        clerk.type(*count)
        clerk.key(ENTER)

    return vote


def settle_the_tie(clerk: Clerk) -> None:
    """Three assistants are equal at the last of two places: the committee votes on each."""
    hold_a_meeting(clerk, 1, lambda asked: ("7", "", "") if asked[0].endswith(TAKEN) else ("0", "7", ""))
    assert [(each[0].rpartition("：")[2], each[3]) for each in questions(clerk)] == [
        ("崔东列为优秀", "通过"), ("廖红列为优秀", "通过"), ("彭栋鹏列为优秀", "未通过"), ("均不列为优秀", "未通过"),
    ]  # fmt: skip

    def decide(dialog: Any) -> None:
        told = said(dialog)
        assert "有 3 人四项全部相同，只余 2 个优秀名额" in told
        assert "崔东、廖红评为优秀，彭栋鹏不评为优秀" in told
        clerk.confirm()

    clerk.command("登记平票决定", decide)
    assert clerk.said == "平票决定已登记"


def review_the_last(clerk: Clerk) -> None:
    """The cursor went on to whoever waits next: the last in the ranking."""
    assert "袁华娜\nJ017" in clerk.words()

    def review(dialog: Any) -> None:
        assert dialog.windowTitle() == "业务能力评审：袁华娜"
        clerk.type("", "秦生康、薛一红", "案卷、庭审、文书")
        clerk.key(DOWN, ENTER, ENTER)
        clerk.write("办案程序规范，文书说理尚可加强。")
        clerk.confirm()

    clerk.open(lambda: clerk.key(ENTER), review)
    assert clerk.said == "袁华娜的业务能力评审已登记"


def propose_and_approve(clerk: Clerk) -> None:
    """The list is proposed; whoever is on it, or married to somebody on it, leaves for that question."""

    def propose(dialog: Any) -> None:
        assert "优秀 2 人，称职 9 人\n优秀：崔东、廖红" in said(dialog)
        clerk.key(ENTER)

    clerk.command("提名", propose, shows="提出等次建议")  # as its button calls it
    assert clerk.said == "2026 年度等次建议已提出"
    hold_a_meeting(clerk, 2, lambda asked: (asked[2], "", ""))
    assert ("审议 2026 年度考核等次建议：姚玉伟、钱英", "钱英", "6", "通过") in questions(clerk)

    def approve(dialog: Any) -> None:
        assert "通过后得分和等次锁定，接着是公示" in said(dialog)
        clerk.key(ENTER, ENTER)

    clerk.command("审议通过等次", approve)
    assert clerk.said == "2026 年度等次已审议通过"
