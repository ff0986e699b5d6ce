"""A notice and what comes to the counter while it hangs, by keys: posted, taken down early, hung again, closed."""

from typing import Any

from PySide6.QtCore import Qt

from tests.ui.answering import CTRL, said
from tests.ui.closing_hands import ENTER, ESC, TAB, Clerk

BOARD = "一楼公告栏"


# -- the notice --------------------------------------------------------------------------------------------------------


def post(clerk: Clerk) -> None:
    """Hung on a Monday at two places, for five working days of which the last is a made-up Saturday."""

    def fill(dialog: Any) -> None:
        clerk.type(BOARD, "", "", "内网公告栏", "", "", "", "", "")  # a third place is left empty
        clerk.type("范伟雪", "彭强涛", "", "", "", "", "", "政治部", "办公楼 305 室", "0000-5512", "范伟雪")
        counted = "1月26日、1月27日、1月28日、1月29日、1月30日，共 5 个工作日；1月30日（周六）17:30 截止\n公示 37 人"
        clerk.qtbot.waitUntil(lambda: dialog.side.said.text() == counted)
        clerk.confirm()

    clerk.command("张贴公示", fill)
    assert clerk.said == "公示已张贴，开始计算公示期"
    assert "周六调休上班，计第 5 天" in clerk.words()
    assert clerk.under().accessibleDescription().startswith("2027-01-25")  # the calendar's day
    assert "公示截止 1月30日（周六）17:30\n还有 5 个工作日" in clerk.deadline


def take_down(clerk: Clerk) -> None:
    """A day early, for repairs."""

    def fill(_dialog: Any) -> None:
        clerk.type("范伟雪", "彭强涛", "公告栏检修")
        clerk.key(ENTER)

    clerk.command("登记撤下…", fill)
    assert "公示期中断" in clerk.words()
    assert "公示等待重新张贴" in clerk.deadline


def hang_again(clerk: Clerk) -> None:
    """The day that it missed is counted on Monday."""

    def look(dialog: Any) -> None:
        assert "公示期由 2027-01-30（周六）延长到 2027-02-01（周一）17:30，并出补充公告。" in said(dialog)
        clerk.confirm()

    clerk.command("登记重新张贴…", look)
    assert f"“{BOARD}”没有贴满整天，不计" in clerk.words()
    assert "补充公告 第 1 号" in clerk.words()
    assert "公示截止 2月1日（周一）17:30\n还有 1 个工作日" in clerk.deadline


# -- the counter -------------------------------------------------------------------------------------------------------


def take_objection(clerk: Clerk, who: str, chip: str, receiver: str) -> None:
    """Ctrl+J, filled in from top to bottom; its receipt is looked at and left."""

    def fill(dialog: Any) -> None:
        clerk.write(who)
        clerk.key(ENTER, ENTER)
        clerk.qtbot.waitUntil(lambda: chip in dialog.chip.accessibleName())
        clerk.key(ENTER, ENTER)
        clerk.write("23")
        clerk.key(ENTER)
        clerk.write("请求复核办案数量得分。")
        clerk.key(TAB)
        clerk.type("重新计算得分", "书面说明 1 份", "", receiver)
        clerk.key(ENTER)

    def receipt(dialog: Any) -> None:
        clerk.qtbot.waitUntil(dialog.print.hasFocus)
        clerk.key(ESC)

    clerk.open(lambda: clerk.key(Qt.Key.Key_J, held=CTRL), fill, receipt)


def object_on_saturday(clerk: Clerk) -> None:
    """In time: the day is one of work."""
    take_objection(clerk, "J013", "公示期内", "范伟雪")
    assert clerk.said == "异议 2026-异-001 已登记"


def object_after_hours(clerk: Clerk) -> None:
    """Late by twenty minutes: kept, receipted, and routed to the re-review."""
    clerk.command("异议与复核")
    take_objection(clerk, "xp", "逾期（20 分钟）", "")
    assert clerk.said == "异议 2026-异-002 已登记"
    assert "逾期（20 分钟）；截止 2月1日 17:30" in clerk.words()


def close_the_window(clerk: Clerk) -> None:
    """Two people, with the date that stands there in large."""

    def close(dialog: Any) -> None:
        told = said(dialog)
        assert "2027年2月1日　周一" in told
        assert "37 人的等次，收到 2 件异议" in told
        clerk.type("2027-02-01")
        clerk.key(ENTER)

    def second(dialog: Any) -> None:
        assert "关闭 2026 年度公示第 1 版，今天是 2027-02-01（周一）" in said(dialog)
        clerk.type("复核人")
        clerk.key(ENTER)

    clerk.command("关闭公示…", close, second)
    assert clerk.said == "公示已关闭"
    assert "的公示书可以撤下了" in clerk.words()
