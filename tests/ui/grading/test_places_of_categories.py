"""Places of 等次审议 by keyboard: the floors of categories, what is left over, small ones together, the quarter."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.frame.acts import entries
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.grading.place_forms import LeftOverForm, PoolForm, QuarterForm
from committee_desk.ui.main_window import MainWindow
from tests.services.committee_hands import YEAR
from tests.services.graded_desks import ASSISTANTS, Person
from tests.services.test_attachments import pdf
from tests.ui.answering import said
from tests.ui.grading_hands import Ask, Open, Settled, confirm, fill, press, refusal, settled_page


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


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("分配余额名额", "全院没有余额名额"),
        ("合并计算名额", "只有一个类别，不用合并"),
        ("撤销所选的等次决定", "先选中一项决定"),
    ],
)
def test_who_searches_for_an_act_that_has_nothing_to_be_about_reads_why(
    page: GradingPage, window: MainWindow, settled: Settled, qtbot: QtBot, title: str, why: str
) -> None:
    assert window.frame is not None
    frame = window.frame
    frame.lead_to("people")
    settled(window)
    next(each for each in entries(frame) if each.title == title).run()
    qtbot.waitUntil(lambda: frame.status.message.text() == why)
    assert frame.pages.current is page
    settled(window)
