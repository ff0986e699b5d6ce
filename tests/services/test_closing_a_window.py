"""Closing a window, and what a clock that is wrong cannot do."""

from datetime import timedelta

import pytest

from committee_desk.domain.course import Stage
from committee_desk.services.publication_views import TakenDown
from committee_desk.services.second import Second
from tests.services.publishing_hands import ACTOR, BOARD, OTHER, TWO, YEAR, Publishing, day, minutes, moment

POSTED, CUT_OFF = moment("2026-02-09 09:10"), moment("2026-02-14 17:30")


def test_a_window_is_closed_at_its_cut_off_and_not_a_minute_earlier(office: Publishing) -> None:
    office.post(POSTED)
    early = CUT_OFF - minutes(1)
    said = office.at(early).refused(lambda: office.close(early))
    assert said == (
        "公示期到 2026-02-14（周六）17:30 才截止，现在是 2026-02-14（周六）17:29，不能提前关闭。请在截止以后再办。"
    )
    view = office.close(CUT_OFF)
    assert view.stage is Stage.CLOSED
    assert view.current is not None
    assert view.current.closing is not None
    assert (view.current.closing.shown_day, view.current.closing.objections) == (day("2026-02-14"), 0)


def test_a_clock_set_back_closes_no_window_and_loses_nothing(office: Publishing) -> None:
    office.post(POSTED)
    office.clock.now = POSTED - timedelta(days=30)
    said = office.refused(lambda: office.desk.publication.close(ACTOR, YEAR, office.clock.now.date(), OTHER))
    assert said == (
        "电脑时间 2026-01-10 09:10 早于日志第 4 条的时间 2026-02-09 09:10，以日期为准的操作暂停。"
        "请校正电脑时间；如系第 4 条的时间有误，请两人在“系统”页的“日志”中更正这条的时间。"
    )
    office.clock.now = CUT_OFF
    assert office.close(CUT_OFF).stage is Stage.CLOSED


def test_a_clock_set_back_posts_nothing(office: Publishing) -> None:
    office.clock.now = moment("2025-12-28 09:10")
    plan = office.plan(office.clock.now)
    said = office.refused(lambda: office.desk.publication.post(ACTOR, YEAR, plan))
    assert said.startswith("电脑时间 2025-12-28 09:10 早于日志第 1 条的时间 2025-12-29 08:00，以日期为准的操作暂停。")


def test_a_clock_set_forward_is_seen_by_whoever_types_the_date(office: Publishing) -> None:
    office.post(POSTED)
    office.clock.now = moment("2026-03-14 17:30")
    said = office.refused(lambda: office.desk.publication.close(ACTOR, YEAR, day("2026-02-14"), OTHER))
    assert said == (
        "填写的日期 2026-02-14（周六）与这台电脑的日期 2026-03-14（周六）不一致，没有办理。"
        "请两人对照日历核对：填错的改正；电脑日期不对的，请先校正时钟。"
    )


def test_nobody_closes_a_window_alone(office: Publishing) -> None:
    office.post(POSTED)
    office.at(CUT_OFF)
    here = ACTOR.name
    for second, sentence in (
        (None, "“关闭公示”须由第二人确认。请另一位同事到场确认后办理。"),
        (Second(here), f"第二人不能是经手人本人（{here}）。请由另一位同事确认。"),
    ):
        said = office.refused(lambda second=second: office.desk.publication.close(ACTOR, YEAR, CUT_OFF.date(), second))
        assert said == sentence
    assert office.view.stage is Stage.PUBLISHED


def test_a_closed_window_is_not_found_to_have_been_too_short(office: Publishing) -> None:
    office.post(POSTED)
    office.close(CUT_OFF)
    office.at(CUT_OFF + timedelta(days=2))
    early = TakenDown(BOARD, moment("2026-02-12 10:00"), TWO)
    said = office.refused(lambda: office.desk.publication.take_down(ACTOR, YEAR, early))
    assert said == (
        "公示期已按计满至 2026-02-14（周六）17:30 关闭，不能再登记“内网公告栏”于 2026-02-12（周四）10:00 撤下。"
        "确在截止以前撤下、公示期没有计满的，请写明理由办理“退回重新公示”，另行张贴，重新计满公示期；"
        "截止以后撤下的，请填写截止以后的时间。"
    )
    assert [each.kind for each in office.view.owed] == ["take_down"]
    office.take_down(CUT_OFF + minutes(10))
    assert office.view.owed == ()


@pytest.mark.parametrize("act", ["take_back", "publish_again"])
def test_going_back_takes_a_reason(office: Publishing, act: str) -> None:
    office.post(POSTED)
    if act == "publish_again":
        office.close(CUT_OFF)
    verb = getattr(office.desk.publication, act)
    assert office.refused(lambda: verb(ACTOR, YEAR, " ", OTHER)) == (
        "延长、更正、撤回和重新公示都要写明理由，理由会记入日志。请填写理由。"
    )


def test_a_step_is_skipped_by_nobody(office: Publishing) -> None:
    desk = office.desk.publication
    assert "还不能办“关闭公示”" in office.refused(lambda: desk.close(ACTOR, YEAR, office.clock.now.date(), OTHER))
    office.post(POSTED)
    plan = office.plan(POSTED)
    assert "不用再办“张贴公示”" in office.refused(lambda: desk.post(ACTOR, YEAR, plan))
    office.close(CUT_OFF)
    assert office.refused(lambda: desk.take_back(ACTOR, YEAR, "再看", OTHER)) == (
        "2025 年度已经是“公示已截止”，过了“撤回公示”这一步。公示关闭以后要更正的，请写明理由办理“退回重新公示”。"
    )


def test_a_window_is_closed_once_though_two_windows_of_the_program_are_open(office: Publishing) -> None:
    office.post(POSTED)
    office.at(CUT_OFF)
    other = office.another()
    office.close(CUT_OFF)
    assert "不用再办“关闭公示”" in other.refused(lambda: other.close(CUT_OFF))
