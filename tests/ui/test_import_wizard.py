"""The import wizard: what is shown is what would be written, and nothing is written before the last button."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMetaObject, QMimeData, QPoint, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Move
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import WorkbookChanged
from committee_desk.ui.common import perform
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.imports.tables import ignored_in_words
from committee_desk.ui.imports.wizard import ImportWizard
from committee_desk.ui.main_window import MainWindow
from committee_desk.wording.errors import sentence
from committee_desk.wording.imports import warning_in_words
from tests.services.closing_years import closing_office

OFFICE = resource("samples", "office")
Opened = Callable[..., ImportWizard]
HEADINGS = ("案号", "实体得分", "程序得分", "评查等次")


@pytest.fixture
def opened(qtbot: QtBot, place: Workplace) -> Opened:
    """Opens the wizard on a desk with these files."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def made(desk: Desk, *paths: Path, kind: str | None = None) -> ImportWizard:
        wizard = ImportWizard(parent, place, desk, 2026, ImportRequest(kind, paths))
        wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    return made


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The failures that would have been shown in a dialog."""
    errors: list[BaseException] = []
    monkeypatch.setattr("committee_desk.ui.common.progress.tell_failure", lambda _parent, error: errors.append(error))
    return errors


def reviews_in(folder: Path, *rows: tuple, name: str = "案管办导出.xlsx") -> Path:
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def reviewed(desk: Desk) -> tuple:
    """A reviewed case of the sample office as a row of its workbook."""
    row = next(each for each in desk.cases.rows(2026) if each.grade == "合格")
    review = desk.cases.card(row.number).review.fact
    return (review.number, int(review.substance), int(review.procedure), review.grade)


def go_on(qtbot: QtBot, wizard: ImportWizard) -> None:
    """Ctrl+Enter, as somebody without a mouse does; no screen means nobody gives the focus back after a dialog."""
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_folder_goes_in_by_keyboard_alone(qtbot: QtBot, opened: Opened, desk: Desk, place: Workplace) -> None:
    changes = []
    place.changes.happened.connect(changes.append)
    wizard = opened(desk, OFFICE)
    assert {row.chosen for row in wizard.choosing.rows} == set(Kind) - {Kind.CALENDAR}
    go_on(qtbot, wizard)
    assert wizard.forward.text() == "导入 1767 条"
    go_on(qtbot, wizard)
    assert wizard.result() == wizard.DialogCode.Accepted
    assert len(desk.cases.rows(2026)) == 608
    assert {Topic.CASES, Topic.PEOPLE, Topic.IMPORTS} <= changes[0].topics


def test_looking_writes_nothing(qtbot: QtBot, opened: Opened, desk: Desk) -> None:
    before = desk.journal.head()
    wizard = opened(desk, OFFICE)
    go_on(qtbot, wizard)
    wizard.reject()
    assert desk.journal.head() == before
    assert desk.imports.history() == ()


def test_the_content_is_told_from_the_headings(opened: Opened, sample_desk: Desk, tmp_path: Path) -> None:
    wizard = opened(sample_desk, reviews_in(tmp_path, reviewed(sample_desk)))
    assert [row.chosen for row in wizard.choosing.rows] == [Kind.REVIEWS]


def test_a_workbook_of_unknown_content_waits_for_an_answer(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("甲", "乙"))
    book.save(tmp_path / "什么.xlsx")
    wizard = opened(desk, tmp_path / "什么.xlsx")
    assert not wizard.forward.isEnabled()
    assert wizard.consequence.text() == "请给每个工作簿选定内容。"
    wizard.choosing.rows[0].kind.setCurrentText("人员")
    assert wizard.forward.isEnabled()


def test_every_bad_row_is_listed_and_none_is_written(
    qtbot: QtBot, opened: Opened, sample_desk: Desk, tmp_path: Path
) -> None:
    good = reviewed(sample_desk)
    path = reviews_in(tmp_path, good, ("没有〔2026〕1号", 50, 30, "合格"), (good[0] + "号", 77, 30, "合格"))
    wizard = opened(sample_desk, path)
    go_on(qtbot, wizard)
    assert (wizard.forward.isEnabled(), wizard.forward.text()) == (False, "导入")
    assert wizard.looking.tabs.tabText(0) == "错误 3"
    wizard.looking.focus_first()
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 3
    assert any("Sheet › B4" in line and "77" in line for line in copied)


def test_the_list_of_problems_is_saved_for_whoever_filled_the_workbook(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, opened: Opened, sample_desk: Desk, tmp_path: Path
) -> None:
    wizard = opened(sample_desk, reviews_in(tmp_path, ("没有〔2026〕1号", 50, 30, "合格")))
    go_on(qtbot, wizard)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "错误.csv"), ""))
    save = next(each for each in wizard.looking.findChildren(QPushButton) if each.text() == "保存清单…")
    qtbot.keyClick(save, Qt.Key.Key_Space)
    assert "没有〔2026〕1号" in (tmp_path / "错误.csv").read_text(encoding="utf-8-sig")


def test_differences_are_replaced_only_when_that_is_ticked(
    qtbot: QtBot, opened: Opened, sample_desk: Desk, tmp_path: Path
) -> None:
    number, substance, procedure, grade = reviewed(sample_desk)
    wizard = opened(sample_desk, reviews_in(tmp_path, (number, substance - 1, procedure, grade)))
    go_on(qtbot, wizard)
    assert not wizard.forward.isEnabled()
    assert wizard.focusWidget() is wizard.looking.replace
    qtbot.keyClick(wizard.looking.replace, Qt.Key.Key_Space)
    assert wizard.forward.text() == "替换 1 条"
    go_on(qtbot, wizard)
    assert sample_desk.cases.card(number).review.fact.substance == substance - 1


def test_odd_rows_are_accepted_with_a_reason_that_is_kept(
    qtbot: QtBot, opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    desk.imports.carry_out(opened(desk)._place.actor, Kind.PEOPLE, OFFICE / "人员.xlsx", 2026)
    book = openpyxl.Workbook()
    book.active.append(("工号", "姓名", "指标", "日期", "分值", "事由", "凭证号"))
    book.active.append(("J001", "别的人", "加分", "2026-03-01", 1, "某事", "政1号"))
    book.save(tmp_path / "加减分.xlsx")
    wizard = opened(desk, tmp_path / "加减分.xlsx")
    go_on(qtbot, wizard)
    assert not wizard.forward.isEnabled()
    assert wizard.focusWidget() is wizard.looking.reason
    qtbot.keyClicks(wizard.looking.reason, "ok")
    go_on(qtbot, wizard)
    assert desk.journal.rows(1)[0].why == "ok"


def test_rows_of_a_closed_month_are_shown_and_taken_with_a_reason_and_what_the_closer_saw_is_not_replaced(
    qtbot: QtBot, opened: Opened, told: list[BaseException], sample_desk: Desk, tmp_path: Path
) -> None:
    def looked_at(points: int) -> ImportWizard:
        book = openpyxl.Workbook()
        book.active.append(("工号", "指标", "日期", "分值", "事由", "凭证号", "审批人"))
        book.active.append(("J001", "司法技能", "2026-01-20", points, "某事", "政1号", "政治部主任"))
        book.save(tmp_path / "加减分.xlsx")
        wizard = opened(sample_desk, tmp_path / "加减分.xlsx")
        go_on(qtbot, wizard)
        return wizard

    sample_desk.months.close(Actor("周敏"), 2026, 1, "现状")
    wizard = looked_at(1)
    (said,) = [warning_in_words(each) for preview in wizard.looking.previews for each in preview.warnings]
    assert "有 1 行落在已关账的月份：2026年1月；公布前请重新核对。" in said
    assert not wizard.forward.isEnabled()
    qtbot.keyClicks(wizard.looking.reason, "ok")
    go_on(qtbot, wizard)
    assert sample_desk.journal.rows(1)[0].why == "ok"
    wizard = looked_at(2)
    qtbot.keyClicks(wizard.looking.reason, "ok")
    wizard.looking.replace.setFocus()
    qtbot.keyClick(wizard.looking.replace, Qt.Key.Key_Space)
    go_on(qtbot, wizard)
    assert "请在窗口的“评分录入”里写明理由重开2026年1月" in sentence(told[0])


def test_stopping_half_way_leaves_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, opened: Opened, desk: Desk
) -> None:
    wizard = opened(desk, OFFICE)
    go_on(qtbot, wizard)
    before = desk.journal.head()
    real = desk.imports.carry_out_all

    def stopped_at_half_of_the_rows(*given, progress, **named):
        def tell(done: int, total: int) -> None:
            if 2 * done > total > 0:
                QMetaObject.invokeMethod(QApplication.activeModalWidget(), "reject", Qt.BlockingQueuedConnection)
            progress(done, total)

        return real(*given, progress=tell, **named)

    monkeypatch.setattr(desk.imports, "carry_out_all", stopped_at_half_of_the_rows)
    go_on(qtbot, wizard)
    assert desk.journal.head() == before
    assert wizard.isVisible()


def test_stop_pressed_while_looking_shows_no_preview_even_if_it_was_done_by_then(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, opened: Opened, desk: Desk
) -> None:
    wizard = opened(desk, OFFICE)
    real = desk.imports.preview_all

    def deaf(actor, chosen, year, _progress):
        while (dialog := QApplication.activeModalWidget()) is None or not dialog.isVisible():
            QThread.msleep(5)
        QMetaObject.invokeMethod(QApplication.activeModalWidget(), "reject", Qt.BlockingQueuedConnection)
        return real(actor, chosen, year)

    monkeypatch.setattr(desk.imports, "preview_all", deaf)
    go_on(qtbot, wizard)
    assert wizard.steps.currentWidget() is wizard.choosing
    assert wizard.forward.text() == "查看将发生的变化"


def test_a_workbook_changed_after_it_was_looked_at_is_refused(
    qtbot: QtBot, opened: Opened, desk: Desk, tmp_path: Path, told: list[BaseException]
) -> None:
    path = tmp_path / "人员.xlsx"
    shutil.copyfile(OFFICE / "人员.xlsx", path)
    wizard = opened(desk, path)
    go_on(qtbot, wizard)
    book = openpyxl.load_workbook(path)
    book.active["B2"] = "换了人"
    book.save(path)
    go_on(qtbot, wizard)
    assert [type(error) for error in told] == [WorkbookChanged]
    assert desk.imports.history() == ()


def test_a_file_that_is_no_workbook_is_told_and_the_wizard_stays(
    qtbot: QtBot, opened: Opened, desk: Desk, tmp_path: Path, told: list[BaseException]
) -> None:
    (tmp_path / "人员.xlsx").write_bytes(b"")
    wizard = opened(desk, tmp_path / "人员.xlsx")
    go_on(qtbot, wizard)
    assert len(told) == 1
    assert wizard.steps.currentWidget() is wizard.choosing


def test_a_template_is_saved_where_the_user_says(
    monkeypatch: pytest.MonkeyPatch, opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "评查.xlsx"), ""))
    wizard = opened(desk)
    action = next(each for each in wizard.choosing.templates.menu().actions() if each.text() == "评查")
    action.trigger()
    headings = [str(cell.value) for row in openpyxl.load_workbook(tmp_path / "评查.xlsx").active for cell in row]
    assert {"案号", "实体得分"} <= {heading.strip("*＊ ") for heading in headings}


def test_a_template_gets_its_ending_and_overwrites_nothing_that_was_not_asked_about(
    monkeypatch: pytest.MonkeyPatch, opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(perform, "tell_failure", lambda _parent, error: told.append(sentence(error)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "评查"), ""))
    wizard = opened(desk)
    action = next(each for each in wizard.choosing.templates.menu().actions() if each.text() == "评查")
    action.trigger()
    assert [path.name for path in tmp_path.glob("评查*")] == ["评查.xlsx"]
    (tmp_path / "评查.xlsx").write_bytes(b"mine")
    action.trigger()
    assert (tmp_path / "评查.xlsx").read_bytes() == b"mine"
    assert len(told) == 1


def test_the_columns_that_are_not_read_are_named_over_the_workbook(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("序号", *HEADINGS))
    book.save(tmp_path / "评查.xlsx")
    preview = desk.imports.preview(Actor("周敏"), Kind.REVIEWS, tmp_path / "评查.xlsx", 2026)
    assert ignored_in_words(preview) == "没有读取的列：序号"


def test_taking_a_workbook_out_again_moves_the_focus_on(qtbot: QtBot, opened: Opened, desk: Desk) -> None:
    wizard = opened(desk, OFFICE / "人员.xlsx", OFFICE / "案件.xlsx")
    qtbot.keyClick(wizard.choosing.rows[0].remove, Qt.Key.Key_Space)
    assert [row.path.name for row in wizard.choosing.rows] == ["案件.xlsx"]
    assert wizard.focusWidget() is wizard.choosing.rows[0].kind


def test_dropping_workbooks_on_the_window_opens_the_wizard(
    monkeypatch: pytest.MonkeyPatch, sample_window: MainWindow
) -> None:
    opened: list[ImportWizard] = []
    monkeypatch.setattr(ImportWizard, "exec", lambda wizard: opened.append(wizard) or 0)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(OFFICE / "案件.xlsx"))])
    button, keys, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(sample_window, QDragEnterEvent(QPoint(5, 5), copy, held, button, keys))
    QApplication.sendEvent(sample_window, QDropEvent(QPointF(5, 5), copy, held, button, keys))
    assert [row.path.name for row in opened[0].choosing.rows] == ["案件.xlsx"]


def test_whose_figures_of_an_approved_year_would_move_is_shown_before_anything_can_be_confirmed(
    qtbot: QtBot, opened: Opened, tmp_path: Path, template_sample_desk: Path
) -> None:
    office = closing_office(tmp_path / "考评.desk", template_sample_desk)
    office.move(Move.PROPOSE, Move.APPROVE)
    book = openpyxl.Workbook()
    book.active.append(("工号", "指标", "日期", "分值", "事由", "凭证号", "审批人"))
    book.active.append(("J010", "司法技能", "2026-12-29", 0.5, "信息简报采用", "政1号", "政治部主任"))
    book.save(tmp_path / "加减分.xlsx")
    wizard = opened(office.desk, tmp_path / "加减分.xlsx")
    go_on(qtbot, wizard)
    read = "\n".join(each.text() for each in wizard.looking.findChildren(QLabel) if each.isVisible())
    assert "会改动已审议年度的数据 2 处，不能导入" in read
    assert "确要改动的，请先写明理由退回到“等次建议已提出”" in read
    assert wizard.looking.tabs.tabText(0) == "会变动 2"
    model = wizard.looking.tabs.currentWidget().findChild(ListTable).model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == [
        "姚玉伟（J010）总分 93.65→94.15", "段丽（J011）名次 2→3",
    ]  # fmt: skip
    assert not wizard.forward.isEnabled()
