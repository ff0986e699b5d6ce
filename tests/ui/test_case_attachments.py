"""附件 of a case by keyboard: add one, look at its pages, withdraw it with a reason, be told why a file is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.attachments import of_case
from committee_desk.services.desk import Desk
from committee_desk.ui.cases.attachments import AttachmentsDialog
from committee_desk.ui.cases.page import CasesPage
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.main_window import MainWindow
from tests.services.test_attachments import pdf, png
from tests.ui.answering import Answers, said, typed

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]


@pytest.fixture
def cases(sample_window: MainWindow, settled: Settled) -> CasesPage:
    page = sample_window.frame.lead_to("cases")
    settled(sample_window)
    assert isinstance(page, CasesPage)
    page.show_target(page.table.shown[0].number)
    settled(sample_window)
    return page


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Which file is picked in the system's own dialog."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    """Move to the button and press it with the space bar."""
    wanted = next(each for each in dialog.findChildren(QPushButton) if each.accessibleName() == name)
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Space)


def open_them(qtbot: QtBot, cases: CasesPage) -> None:
    cases.detail.attachments.tool.setFocus()
    qtbot.keyClick(cases.detail.attachments.tool, Qt.Key.Key_Space)


def test_a_file_is_added_looked_at_and_stands_in_the_card(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask,
    choose: Callable[[Path], None], tmp_path: Path,
) -> None:  # fmt: skip
    choose(pdf(tmp_path / "评查表.pdf", 2))
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, AttachmentsDialog)
        settled(sample_window)
        told.append(said(dialog))
        press(qtbot, dialog, "添加…")
        settled(sample_window)
        told.append(said(dialog))
        press(qtbot, dialog, "下一页")
        settled(sample_window)
        told.append(said(dialog))
        assert not dialog.later.isEnabled()
        assert not dialog.picture.pixmap().isNull()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look)
    open_them(qtbot, cases)
    settled(sample_window)
    assert "还没有附件" in told[0]
    assert "第 1 页，共 2 页" in told[1]
    assert "第 2 页，共 2 页" in told[2]
    facts = [cases.detail.facts.item(at).data(FACT) for at in range(cases.detail.facts.count())]
    assert [fact.right for fact in facts if fact.text == "附件"] == ["1 个"]
    assert "评查表.pdf" in [fact.text for fact in facts]


def test_a_file_that_is_none_of_those_is_refused_in_words(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask,
    choose: Callable[[Path], None], tmp_path: Path,
) -> None:  # fmt: skip
    program = tmp_path / "照片.png"
    program.write_bytes(b"MZ\x90\0" * 200)
    choose(program)
    heard: list[str] = []

    def listen(box: QWidget) -> None:
        heard.append(said(box))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    def look(dialog: QWidget) -> None:
        settled(sample_window)
        press(qtbot, dialog, "添加…")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look, listen)
    open_them(qtbot, cases)
    assert "按内容它不是 PDF、PNG 或 JPEG" in heard[0]


def test_an_attachment_is_withdrawn_with_its_reason(
    qtbot: QtBot, cases: CasesPage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, answers: Ask,
    tmp_path: Path,
) -> None:  # fmt: skip
    subject = of_case(cases.detail.attachments.number)
    sample_desk.attachments.keep(sample_window.place.actor, subject, png(tmp_path / "现场.png"))

    def look(dialog: QWidget) -> None:
        settled(sample_window)
        press(qtbot, dialog, "撤回…")
        settled(sample_window)
        assert "还没有附件" in said(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look, typed(qtbot, "附错了案件"))
    open_them(qtbot, cases)
    assert sample_desk.attachments.of(subject) == ()
    assert sample_desk.journal.rows(1)[0].why == "附错了案件"


def test_a_page_fits_the_width_and_the_arrow_keys_move_it(
    qtbot: QtBot, cases: CasesPage, sample_desk: Desk, sample_window: MainWindow, settled: Settled, answers: Ask,
    tmp_path: Path,
) -> None:  # fmt: skip
    subject = of_case(cases.detail.attachments.number)
    sample_desk.attachments.keep(sample_window.place.actor, subject, pdf(tmp_path / "评查表.pdf", 1))

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, AttachmentsDialog)
        settled(sample_window)
        area = dialog.findChild(QScrollArea)
        assert area is not None
        dialog.resize(760, 420)
        QApplication.processEvents()
        assert dialog.picture.pixmap().deviceIndependentSize().width() <= area.viewport().width()
        assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
        area.setFocus()
        qtbot.keyClick(area, Qt.Key.Key_PageDown)
        moved.append(area.verticalScrollBar().value())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    moved: list[int] = []
    answers(look)
    open_them(qtbot, cases)
    assert moved[0] > 0
