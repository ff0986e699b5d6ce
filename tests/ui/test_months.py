"""Months in the window: closed with a reason, led from what is missing to its place, published, compared, printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.months import MonthState, RoutineGrade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.settings import MONTHS_GRADED, ON
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.months.acts import close_month, grade_quarter, publish_month, reopen_month, show_versions
from committee_desk.ui.months.closing import ClosingDialog
from committee_desk.ui.months.publishing import PublishingDialog
from committee_desk.ui.months.quarter import QuarterDialog
from committee_desk.ui.months.versions import VersionsDialog
from committee_desk.ui.printing.page import PrintPage
from tests.imports.workbooks import good, workbook
from tests.ui.answering import Answers, said, typed

CTRL = Qt.KeyboardModifier.ControlModifier
Settled = Callable[[MainWindow], None]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Some page."""
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


def published(desk: Desk, actor: Actor, *months: int) -> None:
    for month in months:
        desk.months.close(actor, 2026, month, "补登")
        desk.months.publish(actor, 2026, month)


def state(desk: Desk, month: int = 1) -> MonthState:
    return desk.months.strip(2026)[month - 1].state


def test_closing_names_what_is_missing_and_asks_why_by_keyboard(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk
) -> None:
    heard: list[object] = []
    place.changes.happened.connect(heard.append)

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        assert "关账前还差 3 项" in said(dialog)
        assert "检察侦查部" in said(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        assert "请写明理由" in said(dialog)
        assert dialog.isVisible()
        dialog.why.setText("已催办")
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers = Answers([act], ProgressDialog)
    assert close_month(parent, place, sample_desk, 2026, 1, lambda *_: None)
    assert state(sample_desk) is MonthState.CLOSED
    assert sample_desk.journal.rows(1)[0].why == "已催办"
    assert heard
    assert not answers.left


def test_what_is_missing_leads_to_its_place(qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk) -> None:
    led: list[tuple[str, object]] = []

    def act(dialog: QWidget) -> None:
        there = next(
            each for each in dialog.findChildren(QPushButton) if each.accessibleName().startswith("去办：本月审结")
        )
        there.setFocus()
        qtbot.keyClick(there, Qt.Key.Key_Space)

    answers = Answers([act], ProgressDialog)
    assert not close_month(parent, place, sample_desk, 2026, 1, lambda page, target: led.append((page, target)))
    assert led == [("cases", sample_desk.months.missing(2026, 1)[0].target)]
    assert state(sample_desk) is MonthState.OPEN
    assert not answers.left


def test_publishing_says_what_it_publishes_and_puts_the_files_where_it_is_told(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    sample_desk.months.close(actor, 2026, 1, "补登")
    folder = tmp_path / "公布"
    folder.mkdir()

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PublishingDialog)
        assert "检察官：19 人，第 1 版" in said(dialog)
        dialog.folder.setText(str(tmp_path / "没有"))
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        assert "找不到文件夹" in said(dialog)
        dialog.folder.setText(str(folder))
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers = Answers([act], ProgressDialog)
    assert publish_month(parent, place, sample_desk, 2026, 1)
    assert state(sample_desk) is MonthState.PUBLISHED
    assert {"2026年1月 检察官 月度考核公布表 第1版.pdf", "2026年1月 检察官 月度考核公布表 第1版.xlsx"} <= {
        each.name for each in folder.iterdir()
    }
    assert not answers.left


def test_reopening_asks_why(qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, actor: Actor) -> None:
    published(sample_desk, actor, 1)
    answers = Answers([typed(qtbot, "漏登一条")], ProgressDialog)
    assert reopen_month(parent, place, sample_desk, 2026, 1)
    assert state(sample_desk) is MonthState.OPEN
    assert sample_desk.journal.rows(1)[0].why == "漏登一条"
    assert not answers.left


def test_a_correction_is_shown_before_it_is_published_and_compared_afterwards(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    published(sample_desk, actor, 1)
    event = workbook(tmp_path / "加减分.xlsx", [good(Kind.EVENTS, 日期="2026-01-20")])
    sample_desk.imports.carry_out(actor, Kind.EVENTS, event, 2026)

    def publish(dialog: QWidget) -> None:
        told = said(dialog)
        assert "第 2 版，更正 2 处" in told
        assert "秦生康 J001 司法技能：0.00 → 1.50" in told
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    def compare(dialog: QWidget) -> None:
        assert isinstance(dialog, VersionsDialog)
        dialog.versions.choose((1, "检察官", 2))
        assert "第 2 版对第 1 版更正 2 处" in said(dialog)
        assert [(row.name, row.item) for row in dialog.differing.shown] == [
            ("秦生康", "司法技能"), ("秦生康", "累计总分"),
        ]  # fmt: skip
        dialog.versions.choose((1, "检察官", 1))
        assert "没有更正" in said(dialog)
        dialog.reject()

    answers = Answers([publish, compare], ProgressDialog)
    assert publish_month(parent, place, sample_desk, 2026, 1)
    show_versions(parent, place, sample_desk, 2026, 1)
    assert not answers.left


def test_a_quarterly_grade_is_given_with_enter(
    qtbot: QtBot, parent: QWidget, place: Workplace, sample_desk: Desk, actor: Actor
) -> None:
    sample_desk.settings.put(actor, MONTHS_GRADED, ON, "本院办法")

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QuarterDialog)
        dialog.table.choose("J001")
        QTimer.singleShot(50, lambda: give(QApplication.activeModalWidget()))
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        shown = next(row for row in dialog.table.shown if row.code == "J001")
        assert (shown.grade, shown.reason) == (RoutineGrade.GOOD, "办案突出")
        assert "已定 1 人" in said(dialog)
        dialog.reject()

    def give(dialog: QWidget | None) -> None:
        assert isinstance(dialog, FormDialog)
        box = dialog.findChild(QComboBox)
        assert box is not None
        assert box.currentText() == "较好"
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Up)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        assert "要写明理由" in said(dialog)
        dialog.focusWidget().insert("办案突出")  # type: ignore[attr-defined] # the line of the reason
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    answers = Answers([choose], ProgressDialog)
    grade_quarter(parent, place, sample_desk, 2026, 1)
    assert not answers.left


def test_the_print_page_lists_every_version_and_shows_it(
    sample_window: MainWindow, settled: Settled, sample_desk: Desk, actor: Actor, qtbot: QtBot, tmp_path: Path
) -> None:
    published(sample_desk, actor, 1)
    page = sample_window.frame.lead_to("print")  # type: ignore[union-attr] # there is a desk
    assert isinstance(page, PrintPage)
    settled(sample_window)
    page.refresh()
    settled(sample_window)
    page.tabs.buttons["months"].click()
    qtbot.waitUntil(lambda: page.preview.accessibleName() == "预览：2026年1月")
    assert not page.whom.isVisible()
    assert page.folder_button.isEnabled()
    assert ("检察官", 1) in {(row.category, row.version) for row in page.months.shown}
    page.months.choose((1, "检察官", 1))
    page.out.carry_out_folder(tmp_path)
    assert (tmp_path / "2026年1月 检察官 月度考核公布表 第1版.pdf").is_file()
    page.tabs.buttons["people"].click()
    assert page.whom.isVisible()


def test_a_page_of_months_speaks_english(
    parent: QWidget, place: Workplace, sample_desk: Desk, speak: Callable[[str], None]
) -> None:
    speak("en")
    dialog = ClosingDialog(parent, place, sample_desk, (2026, 1), sample_desk.months.missing(2026, 1))
    texts = "".join(each.text() for each in dialog.findChildren(QLabel))
    assert not [letter for letter in texts.replace("检察侦查部", "") if "一" <= letter <= "鿿" and letter not in NAMES]
    assert isinstance(dialog, QDialog)


NAMES = "检刑诉受捕公益政民执监申未行部第号察官辅助人员司法司行〔〕务"
"""Characters of case numbers, departments and categories, which stay as they are."""
