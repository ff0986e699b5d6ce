"""The papers of 公示 in the window: the notice, its record and photos, and notes that correct a slip."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, apply_look
from committee_desk.ui.publication.changing import CorrectDialog
from committee_desk.ui.publication.hanging import PhotoDialog
from tests.ui.answering import Answers, said, type_into
from tests.ui.publication_hands import Seen, confirm, type_on


def test_a_slip_is_corrected_by_a_note_and_a_grade_is_not(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, CorrectDialog)
        dialog.slip.setFocus()
        qtbot.keyClick(dialog.slip, Qt.Key.Key_End)
        qtbot.keyClick(dialog.slip, Qt.Key.Key_Up)
        assert dialog.slip.currentText() == "受理电话"
        assert "0000-5512" in said(dialog)
        dialog.after.setFocus()
        type_on(qtbot, dialog, "优秀", "笔误")
        confirm(qtbot, dialog)
        assert "不能改动“优秀”" in dialog._beneath[dialog.after][0].text()
        assert dialog.focusWidget() is dialog.after
        type_on(qtbot, dialog, "0000-5513")
        confirm(qtbot, dialog)

    answers(act)
    hanging.do("correct")
    assert "更正说明 第 1 号" in hanging.words
    assert "受理电话：“0000-5512”更正为“0000-5513”" in hanging.words


def test_a_photo_is_numbered_and_kept(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers], tmp_path: Path
) -> None:
    picture = tmp_path / "张贴.png"
    assert hanging.window.grab().save(str(picture))

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PhotoDialog)
        type_on(qtbot, dialog, "2026-照-014")
        type_into(qtbot, dialog.file.path, str(picture))
        confirm(qtbot, dialog)

    assert "补照片编号" in [each.text() for each in hanging.page.notice.findChildren(type(hanging.page.more))]
    answers(act)
    hanging.do("photo")
    current = hanging.office.view.current
    assert current is not None
    assert current.postings[0].photo == "2026-照-014"
    assert "照片 1 张" in [each.text() for each in hanging.page.notice.findChildren(type(hanging.page.more))]


@pytest.mark.parametrize("name", ["print_notice", "print_record"])
def test_papers_are_looked_at_and_kept_as_pdf(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers], tmp_path: Path, name: str
) -> None:
    path = tmp_path / "公示.pdf"

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(dialog.put.isEnabled)
        assert dialog.preview.accessibleDescription() == "共 1 页"
        looked_at.append(hanging.office.desk.journal.head().entries)
        dialog.put_into(path)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    before, looked_at = hanging.office.desk.journal.head().entries, list[int]()
    answers(act)
    hanging.do(name)
    assert path.read_bytes().startswith(b"%PDF")
    assert looked_at == [before]
    assert [row.verb for row in hanging.office.desk.journal.rows(1)] == ["publication.draw"]
    assert hanging.office.desk.journal.head().entries == before + 1


@pytest.mark.parametrize("name", ["print_notice", "print_record"])
def test_on_a_read_only_desk_papers_are_looked_at_and_do_not_leave(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers], name: str
) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(lambda: dialog.preview.accessibleDescription() == "共 1 页")
        assert not dialog.put.isEnabled()
        told.append(dialog.print.toolTip())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    hanging.window.place.show_read_only(ReadOnly.DAMAGED)
    answers(act)
    hanging.do(name)
    assert told == [hanging.window.place.no_writing]
    hanging.window.place.show_read_only(None)


def test_enter_on_the_notice_looks_at_it_in_full(qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        told.append(dialog.windowTitle())
        dialog.close()

    answers(act)
    picture = hanging.page.notice.picture
    qtbot.waitUntil(lambda: picture.accessibleDescription() == "共 1 页，按 Enter 放大")
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert told == ["2025 年度公示书 第 1 版"]


def test_paper_stays_white_in_the_dark(qapp: QApplication, hanging: Seen) -> None:
    apply_look(qapp, DARK_LOOK)
    try:
        hanging.page.read_again()
        hanging.settle()
        picture = hanging.page.notice.picture
        hanging.qtbot.waitUntil(lambda: "共 1 页" in picture.accessibleDescription())
        drawn = picture.grab().toImage()
        box = picture._box()
        assert drawn.pixelColor(box.left() + 5, box.top() + 5).name() == "#ffffff"
        assert hanging.page.window_card.calendar.grab().toImage().pixelColor(3, 2).lightness() < 80
    finally:
        apply_look(qapp, LIGHT_LOOK)
