"""The window of 公示: which days count and why, and what lengthens it, by keyboard."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.publication import PublicationWindow, StepWhy, Terms, WindowStep
from committee_desk.services.publication_views import DayRole
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.publication.changing import LengthenDialog, RecountDialog
from committee_desk.ui.publication.hanging import HangAgainDialog, TakeDownDialog
from committee_desk.wording.publications import window_in_words
from tests.services.publishing_hands import ACTOR, BOARD, LOBBY, Publishing, day, moment
from tests.ui.answering import Answers, said
from tests.ui.publication_hands import POSTED, Seen, Settled, confirm, type_on


def test_the_window_says_which_days_count_and_why(qtbot: QtBot, hanging: Seen) -> None:
    told = hanging.words
    for line in (
        "还有 3 个工作日", "2月14日（周六，调休上班）17:30 截止", "已计 2 天，共 5 天", "2026年2月", "为什么是这 5 天",
        "张贴当日不计（参照民法典第 201 条）", "2月10—13日", "工作日，计 4 天", "周六调休上班，计第 5 天",
        "国办发明电〔2025〕7号", "2月9日 09:10，范伟雪、彭强涛",
    ):  # fmt: skip
        assert line in told
    calendar = hanging.page.window_card.calendar
    calendar.setFocus()
    heard = [calendar.accessibleDescription()]
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(calendar, key)
        heard.append(calendar.accessibleDescription())
    assert heard == [
        "2026-02-11（周三），工作日，计第 2 天，今天",
        "2026-02-14（周六），周六调休上班，计第 5 天，17:30 截止",
        "2026-02-15（周日），春节放假，不计",
        "2026-02-09（周一），张贴当日不计（参照民法典第 201 条）",
    ]


def test_a_notice_taken_down_a_day_early_is_longer_and_the_dates_are_read_before_and_after(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    def down(dialog: QWidget) -> None:
        assert isinstance(dialog, TakeDownDialog)
        assert dialog.focusWidget() is dialog.by.first
        type_on(qtbot, dialog, "范伟雪", "范伟雪")
        assert "最早延长到 2026-02-24（周二）17:30；没有重新张贴以前不能关闭公示。" in said(dialog)
        for typed in ("2026-02-09 09:00", "2026-02-13 16:30"):
            dialog.moment.setText(typed)
            span = "只能在 2026-02-09（周一）09:10 至 2026-02-13（周五）16:00 之间"
            qtbot.waitUntil(lambda span=span: span in dialog.foreseen.text())
        dialog.moment.setText("16:00")
        confirm(qtbot, dialog)
        assert "提前撤下的，请写明原因。" in said(dialog)
        type_on(qtbot, dialog, "墙面维修")
        confirm(qtbot, dialog)
        assert dialog._beneath[dialog.by][0].text() == "张贴和撤下都要两个人在场。请填写两个不同的姓名。"
        dialog.by.second.setFocus()
        type_on(qtbot, dialog, "彭强涛")
        confirm(qtbot, dialog)

    hanging.at("2026-02-13 16:00")
    answers(down)
    hanging.press(hanging.page.down_button)
    assert "公示期中断" in hanging.words
    assert "等待重新张贴，最早 2月24日（周二）17:30 截止" in hanging.words
    lost = [day for day in hanging.page.window_card.calendar._shown.days if day.role is DayRole.LOST]
    assert [str(each.day) for each in lost] == ["2026-02-13"]
    assert f"“{BOARD}”的公示书提前撤下了，公示期未满" in hanging.words

    def again(dialog: QWidget) -> None:
        assert isinstance(dialog, HangAgainDialog)
        assert "公示期由 2026-02-14（周六）延长到 2026-02-25（周三）17:30，并出补充公告。" in said(dialog)
        assert dialog.by.names() == ("范伟雪", "彭强涛")
        assert dialog.focusWidget() is dialog.place
        dialog.moment.setText("2026-02-13 15:00")
        qtbot.waitUntil(lambda: "张贴时间 2026-02-13（周五）15:00 不对" in dialog.foreseen.text())
        type_on(qtbot, dialog, "", "08:40", "", "", "二楼公告栏")
        confirm(qtbot, dialog)

    hanging.at("2026-02-14 08:40")
    answers(again)
    hanging.do("hang_again")
    told = hanging.words
    assert "2月25日（周三）17:30 截止" in told
    assert f"“{BOARD}”没有贴满整天，不计" in told
    assert "补充公告 第 1 号" in told
    assert "提前撤下后重新张贴：由 2026-02-14（周六）延长到 2026-02-25（周三）" in told
    assert f"{BOARD}（改贴二楼公告栏）" in told


def test_where_it_is_down_at_two_places_both_are_named_and_the_place_is_asked_first(
    qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing, answers: Callable[..., Answers]
) -> None:
    office.post(POSTED, BOARD, LOBBY)
    office.take_down(moment("2026-02-11 09:30"), LOBBY)
    office.take_down(moment("2026-02-11 09:40"), BOARD)
    seen = Seen(qtbot, window, settled, office)
    assert f"“{LOBBY}、{BOARD}”的公示书提前撤下了，公示期未满" in seen.words

    def again(dialog: QWidget) -> None:
        assert isinstance(dialog, HangAgainDialog)
        assert dialog.focusWidget() is dialog.place
        before = dialog.place.place
        qtbot.keyClick(dialog.place, Qt.Key.Key_Down)
        other = dialog.place.place
        assert {before, other} == {BOARD, LOBBY}
        type_on(qtbot, dialog, "", "", "", "", before)
        confirm(qtbot, dialog)
        assert f"“{before}”是这份公示书的另一个张贴地点，“{other}”的不能改贴到那里。" in said(dialog)
        assert dialog.focusWidget() is dialog.board
        dialog.board.clear()
        confirm(qtbot, dialog)

    answers(again)
    seen.do("hang_again")
    assert "、" not in next(line for line in seen.words.splitlines() if "提前撤下了" in line)


def test_a_calendar_that_changed_is_said_and_counted_anew_with_a_supplementary_notice(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    hanging.office.desk.calendar.set_day(ACTOR, day("2026-02-13"), DayKind.OFF, None, "试验用放假安排，非国务院通知")
    hanging.at("2026-02-11 10:30")
    assert "放假安排有变动，公示期现应到2026-02-24（周二）届满" in hanging.words

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, RecountDialog)
        assert "到 2026-02-24（周二）届满" in said(dialog)
        assert "原来的和补充的都留存" in said(dialog)
        confirm(qtbot, dialog)

    answers(act)
    hanging.do("recount")
    assert "2月24日（周二）17:30 截止" in hanging.words
    assert "放假安排变动：由 2026-02-14（周六）延长到 2026-02-24（周二）" in hanging.words
    assert hanging.page.entries["recount"].toolTip() == "按现在的日历，公示期没有变化"


def test_a_window_is_lengthened_and_never_shortened(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, LengthenDialog)
        type_on(qtbot, dialog, "多给几日")
        dialog.days.setFocus()
        type_on(qtbot, dialog, "3")
        confirm(qtbot, dialog)
        wrong = "公示期只能延长：现为 5 个工作日，不能改为 3 个。请填写更多的天数。"
        assert dialog._beneath[dialog.days][0].text() == wrong
        type_on(qtbot, dialog, "7")
        qtbot.waitUntil(lambda: "2月25日（周三）17:30 截止" in said(dialog))
        confirm(qtbot, dialog)

    answers(act)
    hanging.do("lengthen")
    assert "本院延长：由 2026-02-14（周六）延长到 2026-02-25（周三）" in hanging.words
    assert "还有 5 个工作日" in hanging.words


def test_a_clock_set_back_is_said_on_the_page_and_counts_no_days(qtbot: QtBot, hanging: Seen) -> None:
    hanging.office.clock.now = POSTED - timedelta(days=2)
    hanging.page.read_again()
    hanging.settle()
    told = hanging.words
    assert "电脑时间早于日志最新记录" in told
    assert "请校正电脑时间" in told
    assert "个工作日\n" not in told
    assert "已计" not in told.replace("已计\n将计", "")
    assert "今天" not in hanging.page.window_card.calendar.accessibleDescription()
    hanging.office.clock.now = POSTED


def test_days_of_another_year_are_said_with_it() -> None:
    window = PublicationWindow(1, (WindowStep(1, StepWhy.POSTED, POSTED, (day("2026-02-10"),), Terms(), "{}"),))
    assert window_in_words(window, 2027) == "2026年2月10日，共 1 个工作日；2026年2月10日（周二）17:30 截止"
