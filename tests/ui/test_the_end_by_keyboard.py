"""The demonstration from its closed window to its archive in the real window, by keys alone: no mouse, and no act but
a form's. Only what is done over and over, after two by keys, is done for everybody else by services."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.demonstrated_closing import LATE_OBJECTOR, OBJECTOR, close_the_year
from committee_desk.demonstrated_result import ABROAD, CASE, REFUSING, SANCTIONED, TYPICAL
from committee_desk.demonstrated_year import run
from committee_desk.demonstration import OFFICE, YEAR
from committee_desk.domain.course import Stage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.results import Means, Opinion
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.result_views import Served, Signed
from committee_desk.ui.main_window import MainWindow
from tests.services.posted_notices import MovableClock, at
from tests.ui.answering import said
from tests.ui.changes_by_keyboard import (
    HANDLER,
    Change,
    choose,
    decide,
    declare,
    examiners,
    figures,
    find,
    hear,
    lay,
    serve_and_tell,
    vote,
)
from tests.ui.closing_hands import Clerk
from tests.ui.rereview_hands import moved, name, panel_words, tab_of
from tests.ui.results_by_keyboard import (
    archive,
    close_again,
    decide_on_all,
    look_at,
    post_again,
    refuse,
    seal_all,
    serve,
    serve_abroad,
    sign,
)

Settled = Callable[[MainWindow], None]
PUSHED_OUT = "J010"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(at(2, 9, month=2))


@pytest.fixture
def office(tmp_path: Path, clock: MovableClock, actor: Actor) -> Desk:
    """The demonstration on the morning after its window was closed."""
    path = tmp_path / "演示.desk"
    with new_desk(path, OFFICE, YEAR, actor, demo=True) as desk:
        desk.imports.carry_out_folder(actor, resource("samples", "office"), YEAR)
        run(desk, actor, YEAR, tmp_path / "月表")
        close_the_year(desk, actor, YEAR)
    return open_desk(path, clock=clock)


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, settled: Settled, office: Desk) -> Clerk:
    """Somebody before the window, as it opens."""
    window.show_desk(office, "desk")
    window.show()
    settled(window)
    return Clerk(qtbot, window, settled)


def test_the_year_is_walked_from_its_closed_window_to_its_archive(
    clerk: Clerk, clock: MovableClock, office: Desk, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct(clerk, clock)
    tell_the_others(office, actor)
    re_review(clerk, clock)
    clock.now = at(3, 9, 10, month=2)
    post_again(clerk)
    clock.now = at(17, 18, 30, month=2)
    close_again(clerk, "2027-02-17")
    clock.now = at(18, 10, month=2)
    decide_on_all(clerk, "演示党〔2027〕3号", "2027-02-18", 39)
    clock.now = at(19, 9, 30, month=2)
    serve(clerk, OBJECTOR)
    sign(clerk, OBJECTOR)
    refuse(clerk, REFUSING)
    clock.now = at(25, 15, month=2)
    serve_abroad(clerk, ABROAD, "2027-02-24", "2027-03-26")
    sign(clerk, ABROAD)
    serve_the_others(office, actor)
    clock.now = at(26, 9, month=2)
    sheets = seal_all(clerk, tmp_path / "确认表", 39)
    changed = tmp_path / "改.pdf"
    changed.write_bytes(sheets[0].read_bytes() + b"\n")
    assert "由下列签名人签章，内容未被改动。" in look_at(clerk, sheets[0], "真", monkeypatch)
    assert "最后一个签名之后又添加了内容。" in look_at(clerk, changed, "不真", monkeypatch)
    archive(clerk, "2027-02-26")
    hung = office.publication.view(YEAR).versions[-1].held.notice
    assert {each.code: each.grade for each in hung.lines} == {OBJECTOR: "优秀", PUSHED_OUT: "称职", SANCTIONED: ""}
    states = {row.held.code: row.held.state for row in office.objections.rows(YEAR)}
    assert states == {OBJECTOR: ObjectionState.CHANGED, LATE_OBJECTOR: ObjectionState.ROUTED}
    assert office.course.view(YEAR).stage is Stage.ARCHIVED
    assert office.check.full().ok


def correct(clerk: Clerk, clock: MovableClock) -> None:
    """The decision of the year before that came after the posting: a correction of its own."""

    def open_(dialog: Any) -> None:
        name(clerk, SANCTIONED)
        clerk.type("检务督察部门 2027年1月29日移送的处分决定")
        figures(clerk, dialog, "处分")
        examiners(clerk, dialog, "是王㛃的部门负责人或者分管领导")

    clerk.command("立项更正", open_)
    assert clerk.said == "2026-更-001 已立项"
    declare(clerk)
    find(clerk, "处分决定在考核年度内作出，公示后收到。")
    tab = tab_of(clerk)
    assert ("王㛃", "86.43", "7 → —", "称职 → 不确定等次") in [each[:4] for each in moved(tab)]
    assert "作出决定后逐人告知 11 人" in panel_words(tab)
    hear(clerk, "对处分决定没有异议。")
    lay(clerk, "依照处分对考核的影响，重新确定。", "11 人变动")
    clock.now = at(2, 10, month=2)
    vote(clerk, "2026-更-001 王㛃更正", "检考评委〔2027〕3号")
    clock.now = at(2, 11, month=2)
    decide(clerk, "检考评更〔2027〕1号", "2027-02-02", ["等次变动：王㛃"])
    serve_and_tell(clerk, 11)


def re_review(clerk: Clerk, clock: MovableClock) -> None:
    """The objection: a case's review and a bonus are otherwise, which raises one and pushes another out."""

    def open_(dialog: Any) -> None:
        figures(clerk, dialog, f"案件评查 {CASE}", "加分")
        examiners(clerk, dialog, f"经手了被异议的“{CASE}”")

    clerk.command("立项复核", open_)
    assert clerk.said == "2026-复-002 已立项"
    declare(clerk)
    find(
        clerk,
        "调阅评查底稿和典型案例入选通知，异议所提两项属实。",
        (Change("案件评查", grade), Change("新增加减分", bonus)),
    )
    assert [(each[0], *each[2:4]) for each in moved(tab_of(clerk))] == [
        ("马𬱖", "4 → 3", "称职 → 优秀"), ("姚玉伟", "3", "优秀 → 称职"),
    ]  # fmt: skip
    lay(clerk, "评查等次和加分确有错漏，应当变更。", "2 人变动")
    clock.now = at(2, 15, month=2)
    vote(clerk, "2026-复-002 马𬱖复核", "检考评委〔2027〕4号")
    clock.now = at(2, 16, month=2)
    decide(clerk, "检考评复〔2027〕1号", "2027-02-02", ["等次变动：姚玉伟、马𬱖"])
    serve_and_tell(clerk, 2)


def grade(clerk: Clerk, dialog: Any) -> None:
    """The case is 合格."""
    clerk.qtbot.waitUntil(lambda: dialog.which.count() > 0)
    clerk.type(f"案件评查 {CASE}")
    choose(clerk, "评查等次")
    clerk.qtbot.waitUntil(lambda: "评查等次现为 基本合格" in said(dialog))
    clerk.type("合格", "评查等次有误", "案管部门评查底稿 3 份")


def bonus(clerk: Clerk, dialog: Any) -> None:
    """A case that was chosen as typical."""
    clerk.qtbot.waitUntil(lambda: dialog.indicator.count() > 0)
    choose(clerk, "加分")
    clerk.type("2026-12-01", TYPICAL, "最高检典型案例入选")
    assert clerk.under().accessibleName() == "应为"
    clerk.type("2.57", "典型案例入选未加分", TYPICAL)


def tell_the_others(desk: Desk, actor: Actor) -> None:
    """Of the correction, as two were told by keys."""
    for row in desk.effects.informings(YEAR, 1):
        if row.owed:
            desk.effects.told(actor, YEAR, 1, row.held.code, "当面送达告知书", desk.clock().date())


def serve_the_others(desk: Desk, actor: Actor) -> None:
    """The notice handed over and signed, as two were by keys."""
    today = desk.clock().date()
    for row in desk.results.view(YEAR).rows:
        seen = row.entry
        if row.delivery is None:
            served = Served(Means.DIRECT, today, actor.name if row.name == HANDLER else HANDLER)
            seen = desk.results.serve(actor, YEAR, row.code, 1, served, seen).entry or seen
        if row.signature is None:
            desk.results.sign(actor, YEAR, row.code, 1, Signed(Opinion.AGREE, today), seen)
