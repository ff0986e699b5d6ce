"""核验 by keys: the answer and what is proved; an unknown office trusted off paper; with a desk at hand and without."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.documents.signing_on_demand import LazyTrust, verify
from committee_desk.domain.journal import groups
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.doors import Doors
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.verify.checking import Checking
from committee_desk.ui.verify.dialog import VerifyDialog
from committee_desk.ui.verify.page import VerifyPage
from committee_desk.ui.verify.trusting import TrustDialog
from tests.conftest import NOW, OFFICE, frozen_clock
from tests.sealing import Decided
from tests.ui.answering import Answers, pressed, said
from tests.ui.closing_hands import CTRL, ENTER, SHIFT
from tests.ui.conftest import no_door
from tests.ui.sealed_office import SECOND, decided_on, seal_all, seen, told

Settled = Callable[[MainWindow], None]
Look = Callable[[Path], VerifyPage]


@pytest.fixture
def finals(sample_desk: Desk) -> Decided:
    return decided_on(sample_desk)


@pytest.fixture
def sheet(sample_desk: Desk, finals: Decided, actor: Actor, tmp_path: Path) -> Path:
    """A sheet that the office of the desk at hand has sealed."""
    assert finals.people
    return seal_all(sample_desk, actor, tmp_path / "出")[0]


@pytest.fixture
def look(qtbot: QtBot, sample_window: MainWindow, settled: Settled, monkeypatch: pytest.MonkeyPatch) -> Look:
    """Ctrl+Shift+O from whatever page, and this file chosen."""

    def choose(path: Path) -> VerifyPage:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
        sample_window.activateWindow()
        qtbot.waitUntil(sample_window.isActiveWindow)
        qtbot.keyClick(sample_window.focusWidget(), Qt.Key.Key_O, CTRL | SHIFT)
        settled(sample_window)
        page = sample_window.frame.pages.current if sample_window.frame else None
        assert isinstance(page, VerifyPage)
        qtbot.waitUntil(lambda: page.panel.path == path and not page.place.worker.busy)
        QApplication.processEvents()
        return page

    return choose


def test_a_genuine_sheet_is_said_to_be_so_with_who_signed_it_when_for_whom(look: Look, sheet: Path) -> None:
    page = look(sheet)
    assert page.panel.verdict.answer.text() == "真"
    said = told(page.panel.verdict)
    for each in (OFFICE, "张三（J001）", "2026", "第 1 版", f"院印　{OFFICE}　{NOW:%Y-%m-%d %H:%M}"):
        assert each in said
    anchor = page.desk.certificates.view().anchor
    assert anchor is not None
    assert groups(anchor.fingerprint)[:39] in said
    assert not page.panel.verdict.demo.isVisible()


def test_a_sheet_with_one_byte_more_is_not_genuine_and_the_reason_stands_in_one_sentence(
    look: Look, sheet: Path, tmp_path: Path
) -> None:
    other = tmp_path / "改.pdf"
    other.write_bytes(sheet.read_bytes() + b"\n")
    page = look(other)
    assert page.panel.verdict.answer.text() == "不真"
    assert page.panel.verdict.why.text() == "最后一个签名之后又添加了内容。"
    assert OFFICE not in told(page.panel.verdict)


def test_a_file_that_is_not_there_is_refused_where_the_answer_would_stand(look: Look, tmp_path: Path) -> None:
    page = look(tmp_path / "没有.pdf")
    assert "找不到文件" in seen(page)
    assert not page.panel.verdict.isVisible()


def test_the_desk_at_hand_knows_that_a_later_version_took_its_place(
    look: Look, sheet: Path, sample_desk: Desk, finals: Decided, actor: Actor, tmp_path: Path
) -> None:
    assert look(sheet).panel.verdict.answer.text() == "真"
    finals.versions["J001"] = 2
    seal_all(sample_desk, actor, tmp_path / "又")
    page = look(sheet)
    assert page.panel.verdict.answer.text() == "已被替代"
    assert page.panel.verdict.why.text() == "这是第 1 版，已被第 2 版替代。"


def test_the_desk_at_hand_knows_that_the_certificate_was_withdrawn(
    look: Look, sheet: Path, sample_desk: Desk, actor: Actor
) -> None:
    assert not look(sheet).panel.verdict.withdrawn.isVisible()
    seal = sample_desk.certificates.view().seal
    assert seal is not None
    sample_desk.certificates.withdraw(actor, seal.number, "换发", SECOND)
    page = look(sheet)
    assert page.panel.verdict.answer.text() == "真"
    assert page.panel.verdict.withdrawn.text() == f"证书已于 {NOW:%Y-%m-%d} 停用，停用以前签的仍然算数。"


def test_nobody_trusted_yet_is_said_where_the_list_would_stand(look: Look, tmp_path: Path) -> None:
    page = look(tmp_path / "没有.pdf")
    assert "本机还没有信任任何单位" in seen(page.panel.trusted)
    assert not page.panel.trusted.table.isVisible()


def _types_paper(qtbot: QtBot, fingerprint: str) -> Callable[[QWidget], None]:
    """The fingerprint character by character as paper shows it; the fields follow each other by themselves."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, TrustDialog)
        QApplication.clipboard().setText(fingerprint)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_V, CTRL)
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        assert field.text() == "", "what was copied from a screen proves nothing"
        qtbot.keyClick(field, ENTER, CTRL)
        qtbot.waitUntil(lambda: "每组 4 个字符" in said(dialog))
        wrong = "0" if fingerprint[0] != "0" else "1"
        for first in (wrong, fingerprint[0]):
            for each in dialog.fields:
                each.clear()
            dialog.fields[0].setFocus()
            for each in first + fingerprint[1:]:
                qtbot.keyClicks(dialog.focusWidget(), each)
            qtbot.keyClick(dialog.focusWidget(), ENTER, CTRL)
            if first == wrong:
                qtbot.waitUntil(lambda: "与文件里证书的指纹不同" in said(dialog))
                assert dialog.at == 0
        assert dialog.at == 1
        assert f"单位：{OFFICE}" in said(dialog)
        qtbot.keyClick(dialog.focusWidget(), ENTER, CTRL)

    return act


def test_an_unknown_office_is_trusted_once_its_fingerprint_was_typed_off_paper_and_forgotten_again(
    qtbot: QtBot,
    look: Look,
    sheet: Path,
    sample_desk: Desk,
    answers: Callable[..., Answers],
    settled: Settled,
    sample_window: MainWindow,
) -> None:
    anchor = sample_desk.certificates.view().anchor
    assert anchor is not None
    sample_desk.certificates.forget(anchor.fingerprint)
    page = look(sheet)
    verdict = page.panel.verdict
    assert verdict.answer.text() == "不能认定"
    assert f"本机还不信任“{OFFICE}”的这份证书" in verdict.why.text()
    answers(_types_paper(qtbot, anchor.fingerprint))
    verdict.trust.setFocus()
    qtbot.keyClick(verdict.trust, Qt.Key.Key_Space)
    settled(sample_window)
    assert verdict.answer.text() == "真"
    trusted = page.panel.trusted
    assert [row.name for row in trusted.table.shown] == [OFFICE]
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    assert page.panel.choose.hasFocus(), "the button that was pressed is gone"
    trusted.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert trusted.remove.isEnabled()
    answers(pressed(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space))
    trusted.remove.setFocus()
    qtbot.keyClick(trusted.remove, Qt.Key.Key_Space)
    settled(sample_window)
    assert (verdict.answer.text(), trusted.table.shown) == ("不能认定", [])


def test_a_file_that_is_dropped_is_looked_at(look: Look, sheet: Path, tmp_path: Path, qtbot: QtBot) -> None:
    page = look(tmp_path / "没有.pdf")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    plain = Qt.KeyboardModifier.NoModifier
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, plain
    enter = QDragEnterEvent(QPoint(9, 9), *how)
    QApplication.sendEvent(page.panel, enter)
    assert enter.isAccepted()
    assert "松开鼠标" in told(page.panel)
    page.panel.dropEvent(QDropEvent(QPointF(9, 9), *how))
    qtbot.waitUntil(lambda: page.panel.verdict.answer.text() == "真")


def test_without_a_desk_the_welcome_page_leads_to_the_same_answer(
    qtbot: QtBot, place: Workplace, sheet: Path, answers: Callable[..., Answers], monkeypatch: pytest.MonkeyPatch
) -> None:
    checking = Checking(partial(verify, clock=frozen_clock), LazyTrust())
    window = MainWindow(place, Doors(no_door, no_door, no_door, dict, checking=lambda: checking))
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(sheet), ""))

    def looks(dialog: QWidget) -> None:
        assert isinstance(dialog, VerifyDialog)
        qtbot.keyClick(dialog.focusWidget(), ENTER)
        qtbot.waitUntil(lambda: dialog.panel.verdict.answer.text() == "真")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert window.welcome is not None
    door = next(each for each in window.welcome.findChildren(QPushButton) if each.accessibleName() == "核验考核表")
    answers(looks)
    door.setFocus()
    qtbot.keyClick(door, Qt.Key.Key_Space)
    place.worker.wait()
