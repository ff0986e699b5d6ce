"""The counter's dialog: scans judged as they are chosen, everything wrong said at once, what a correction turns."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.objections import Matter
from committee_desk.services.actor import Actor
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.objections.counter import CounterDialog
from committee_desk.ui.objections.page import ObjectionsPage
from committee_desk.ui.objections.papers import of_objection
from tests.services.posted_notices import YEAR, PostedOffice, at, posted_office
from tests.services.test_attachments import pdf, png
from tests.ui.answering import CTRL, Answers, said
from tests.ui.objection_hands import before_objections, confirm, counter, left_alone, looked

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs since Monday 11 January 2027, 10:00, until Monday 18 January, 17:30; it is Tuesday."""
    office = posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))
    office.clock.now = at(12, 10)
    return office


@pytest.fixture
def page(office: PostedOffice, window: MainWindow, settled: Settled, qtbot: QtBot) -> ObjectionsPage:
    """The window on that office, on 异议与复核."""
    return before_objections(office, window, settled, qtbot)


@pytest.fixture
def at_counter(page: ObjectionsPage, qtbot: QtBot, answers: Ask, settled: Settled) -> Callable[..., None]:
    """Opens the dialog with Ctrl+J and does that in it."""

    def opened(act: Callable[[CounterDialog], None], *further: Callable[[QWidget], None]) -> None:
        answers(lambda asked: act(counter(asked)), *further)
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_J, CTRL)
        window = page.window()
        assert isinstance(window, MainWindow)
        settled(window)

    return opened


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[..., None]:
    """Presses 添加扫描件… with Space, and the files are those; waits until they were looked at."""

    def chosen(dialog: CounterDialog, *paths: Path) -> None:
        names = [str(each) for each in paths]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: (names, ""))
        dialog.evidence.add.setFocus()
        qtbot.keyClick(dialog.evidence.add, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not dialog.evidence.looking)

    return chosen


def filled(dialog: CounterDialog) -> None:
    dialog.person.setText("J005")
    dialog.matters.boxes[Matter.SCORE].setChecked(True)
    dialog.grounds.setPlainText("目标件数应分段核定。")
    dialog.receiver.setText("范伟雪")


def listed(dialog: CounterDialog) -> list[str]:
    return [each.name for each in dialog.evidence.scans if f"移除“{each.name}”（Del）" in names_of_removers(dialog)]


def names_of_removers(dialog: CounterDialog) -> list[str]:
    return [each.accessibleName() for each in dialog.evidence.removers if each.isVisible()]


def test_each_scan_is_judged_as_it_is_chosen_and_what_is_wrong_is_said_at_the_field(
    office: PostedOffice, at_counter: Callable[..., None], choose: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "说明.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "大.pdf").write_bytes(b"%PDF-" + bytes(10 * 1024 * 1024))
    (tmp_path / "副本.pdf").write_bytes(pdf(tmp_path / "通知.pdf", 1).read_bytes())

    def act(dialog: CounterDialog) -> None:
        names = ("通知.pdf", "说明.docx", "大.pdf", "副本.pdf", "没有.png")
        choose(dialog, *(tmp_path / name for name in names))
        told = said(dialog)
        assert "“说明.docx”不能作为附件：按内容它不是 PDF、PNG 或 JPEG。请转成其中一种。" in told
        assert "“大.pdf”不能作为附件：它超过 10 MB。请压缩或分成几个文件。" in told
        assert "“副本.pdf”与已选的“通知.pdf”内容相同，没有重复添加。请核对是否选错。" in told
        assert "“没有.png”不能作为附件：它不在那里了。请核对后重新选择。" in told
        assert listed(dialog) == ["通知.pdf"]
        choose(dialog, png(tmp_path / "照片.png"))
        assert "不能作为附件" not in said(dialog)
        assert listed(dialog) == ["通知.pdf", "照片.png"]
        dialog.reject()

    at_counter(act)
    assert office.desk.objections.rows(YEAR) == ()


def test_a_scan_is_taken_off_with_del_or_with_enter_and_what_is_left_is_attached(
    office: PostedOffice, at_counter: Callable[..., None], choose: Callable[..., None], qtbot: QtBot, tmp_path: Path
) -> None:
    scans = [png(tmp_path / f"{n}.png", colour=colour) for n, colour in enumerate(("red", "green", "blue"))]

    def act(dialog: CounterDialog) -> None:
        choose(dialog, *scans)
        qtbot.keyClick(dialog.evidence.add, Qt.Key.Key_Tab)
        assert dialog.evidence.removers[0].hasFocus()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Delete)
        assert listed(dialog) == ["1.png", "2.png"]
        assert dialog.evidence.removers[0].hasFocus()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert listed(dialog) == ["2.png"]
        filled(dialog)
        looked(qtbot, dialog, "第 1 天")
        confirm(qtbot, dialog)

    at_counter(act, left_alone(qtbot))
    number = office.desk.objections.rows(YEAR)[0].held.number
    assert [each.name for each in office.desk.attachments.of(of_objection(YEAR, number))] == ["2.png"]


def test_a_scan_that_went_away_meanwhile_is_said_before_anything_is_registered(
    office: PostedOffice, at_counter: Callable[..., None], choose: Callable[..., None], qtbot: QtBot, tmp_path: Path
) -> None:
    scan = png(tmp_path / "照片.png")

    def act(dialog: CounterDialog) -> None:
        choose(dialog, scan)
        filled(dialog)
        looked(qtbot, dialog, "第 1 天")
        scan.unlink()
        confirm(qtbot, dialog)
        assert "“照片.png”不能作为附件：它不在那里了。" in said(dialog)
        dialog.evidence.removers[0].setFocus()
        qtbot.keyClick(dialog.evidence.removers[0], Qt.Key.Key_Delete)
        assert "不能作为附件" not in said(dialog)
        dialog.reject()

    at_counter(act)
    assert office.desk.objections.rows(YEAR) == ()


def test_every_text_that_is_too_long_is_said_at_once_and_at_its_own_field(
    office: PostedOffice, at_counter: Callable[..., None], qtbot: QtBot
) -> None:
    def act(dialog: CounterDialog) -> None:
        filled(dialog)
        dialog.grounds.setPlainText("长" * 4001)
        dialog.request.setText("长" * 501)
        dialog.evidence.words.setText("长" * 1001)
        dialog.receiver.setText("长" * 41)
        confirm(qtbot, dialog)
        red = {each.text() for each in dialog.findChildren(QLabel) if each.property("r") == "bad" and each.isVisible()}
        assert red == {
            "“事实和理由”最多 4000 字。请删减后再保存。", "“请求”最多 500 字。请删减后再保存。",
            "“证据清单”最多 1000 字。请删减后再保存。", "“接收人”最多 40 字。请删减后再保存。",
        }  # fmt: skip
        assert "有 4 处要改正" in said(dialog)
        assert dialog.grounds.hasFocus()
        dialog.reject()

    at_counter(act)
    assert office.desk.objections.rows(YEAR) == ()


def test_the_correction_says_what_it_turns_before_it_is_confirmed(
    office: PostedOffice, page: ObjectionsPage, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    office.clock.now = at(18, 18)
    late = office.desk.objections.register(Actor("范伟雪"), YEAR, office.file(received=at(18, 17, 50)))
    page.place.changes.announce(late.change)
    window = page.window()
    assert isinstance(window, MainWindow)
    settled(window)
    page.objections.table.choose(late.number)
    settled(window)

    def correct(asked: QWidget) -> None:
        dialog = counter(asked)
        looked(qtbot, dialog, "逾期（20 分钟）")
        assert "更正 2026-异-001：仍为逾期 20 分钟" in said(dialog)
        dialog.received.setText("2027-01-18 17:25")
        looked(qtbot, dialog, "公示期内")
        assert "更正 2026-异-001：由逾期改为公示期内，须两人办理" in said(dialog)
        dialog.received.setText("2027-01-18 17:75")
        looked(qtbot, dialog, "不能登记")
        assert "由逾期改为" not in said(dialog)
        dialog.reject()

    answers(correct)
    act = next(each for each in page.objections.panel.findChildren(QPushButton) if each.text() == "更正…")
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Space)
    QApplication.processEvents()
