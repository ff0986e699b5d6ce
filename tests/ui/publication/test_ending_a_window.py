"""A window of 公示 is closed, taken back or sent back by two people, by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Stage
from committee_desk.ui.common.messages import Message
from committee_desk.ui.publication.changing import GoingBackDialog
from committee_desk.ui.publication.closing import ClosingDialog
from tests.services.publishing_hands import BOARD
from tests.ui.answering import Answers, said
from tests.ui.publication_hands import CUT_OFF, POSTED, Seen, confirm, second, type_on


def test_nobody_closes_early_and_the_sentence_says_until_when(hanging: Seen, answers: Callable[..., Answers]) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, Message)
        told.append(said(dialog))
        dialog.close()

    answers(act)
    hanging.do("close")
    assert "公示期到 2026-02-14（周六）17:30 才截止，现在是 2026-02-11（周三）10:24，不能提前关闭" in told[0]
    assert hanging.office.view.stage is Stage.PUBLISHED
    assert not hanging.page.close_button.isVisible()


def test_two_people_close_with_the_date_they_see(qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        assert dialog.shown.text() == "2026年2月14日　周六"
        assert "第 1 版，2月14日（周六）17:30 截止；4 人的等次，没有收到异议" in said(dialog)
        assert "以后收到的异议登记为逾期" in said(dialog)
        type_on(qtbot, dialog, "2026-03-14")
        confirm(qtbot, dialog)
        assert "填写的日期 2026-03-14（周六）与这台电脑的日期 2026-02-14（周六）不一致" in said(dialog)
        assert dialog.focusWidget() is dialog.day
        type_on(qtbot, dialog, "2026-02-14")
        confirm(qtbot, dialog)

    hanging.at("2026-02-14 17:30")
    assert "公示期已满" in hanging.words
    answers(act, second(qtbot, told))
    hanging.press(hanging.page.close_button)
    assert "关闭 2025 年度公示第 1 版，今天是 2026-02-14（周六）" in told[0]
    assert hanging.office.view.stage is Stage.CLOSED
    assert "公示已关闭" in hanging.words
    assert f"“{BOARD}”的公示书可以撤下了" in hanging.words


def test_a_clock_set_back_while_the_dialog_is_open_closes_nothing(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    hanging.at("2026-02-14 17:30")

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        hanging.office.clock.now = POSTED - timedelta(days=30)
        type_on(qtbot, dialog, "2026-01-10")
        confirm(qtbot, dialog)
        assert "电脑时间 2026-01-10 09:10 早于日志第 4 条的时间 2026-02-09 09:10" in said(dialog)
        assert dialog.day.text() == "2026-01-10"
        dialog.reject()

    answers(act)
    hanging.do("close")
    assert hanging.office.view.stage is Stage.PUBLISHED
    hanging.office.clock.now = CUT_OFF


def test_a_notice_is_taken_back_by_two_and_posted_again(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, GoingBackDialog)
        assert "第 1 版，4 人，2月14日（周六）17:30 截止" in said(dialog)
        confirm(qtbot, dialog)
        assert dialog._beneath[dialog.why][0].text().endswith("请填写理由。")
        type_on(qtbot, dialog, "姓名印错")
        confirm(qtbot, dialog)

    answers(act, second(qtbot, told))
    hanging.do("take_back")
    assert "撤回 2025 年度第 1 版公示，理由：姓名印错" in told[0]
    assert hanging.office.view.stage is Stage.APPROVED
    assert "这一版已撤回" in hanging.words
    assert "可以张贴新的一版公示" in hanging.words
    assert hanging.page.post_button.isVisible()


def test_after_a_closed_window_two_people_open_the_way_to_a_new_version(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, GoingBackDialog)
        assert "重新计满整个公示期" in said(dialog)
        type_on(qtbot, dialog, "等次有误")
        confirm(qtbot, dialog)

    hanging.office.close(CUT_OFF)
    hanging.at("2026-02-24 09:00")
    answers(act, second(qtbot, told))
    hanging.do("publish_again")
    assert "退回 2025 年度第 1 版公示，重新公示，理由：等次有误" in told[0]
    assert hanging.office.view.stage is Stage.APPROVED
    assert "与上一版相比，公示内容没有变化" in hanging.words


@pytest.mark.parametrize(("language", "large"), [("zh", "2026年2月14日　周六"), ("en", "2026-02-14　Sat")])
def test_the_date_is_shown_in_a_form_in_which_it_can_be_typed(
    hanging: Seen, speak: Callable[[str], None], answers: Callable[..., Answers], language: str, large: str
) -> None:
    hanging.at("2026-02-14 17:31")
    speak(language)
    shown: list[tuple[str, date | None, str]] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        dialog.day.setText(dialog.shown.text().split("　")[0])
        shown.append((dialog.shown.text(), dialog.day.day, dialog._beneath[dialog.day][0].text()))
        dialog.day.clear()
        dialog.reject()

    answers(look)
    hanging.press(hanging.page.close_button)
    ((told, typed, hint),) = shown
    assert (told, typed) == (large, date(2026, 2, 14))
    assert "2026-02-14" in hint
