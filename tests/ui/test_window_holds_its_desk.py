"""The window holds its desk against other windows, and lets go when it shows another desk or closes."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.app import make_window
from committee_desk.services.access import Access
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import PLACES
from tests.storage.test_lock_of_a_desk import another_program
from tests.ui.answering import Answers, said
from tests.ui.conftest import forget_refused

Settled = Callable[[MainWindow], None]


def locked(path: Path) -> bool:
    return path.with_name(f".{path.name}.lock").exists()


def test_a_desk_is_let_go_when_another_is_shown_and_when_the_window_closes(
    qtbot: QtBot, memory: QSettings, template_desk: Path, tmp_path: Path, settled: Settled
) -> None:
    first, second = tmp_path / "甲.desk", tmp_path / "乙.desk"
    for path in (first, second):
        shutil.copyfile(template_desk, path)
    window = make_window(memory)
    qtbot.addWidget(window)
    window.show()
    assert window.open_file(first)
    settled(window)
    assert locked(first)
    assert window.open_file(first)
    settled(window)
    assert locked(first)
    assert window.open_file(second)
    settled(window)
    assert (locked(first), locked(second)) == (False, True)
    window.close()
    assert not locked(second)


def test_every_page_of_the_desk_before_is_forgotten_when_another_desk_is_opened(
    qtbot: QtBot, memory: QSettings, template_desk: Path, template_sample_desk: Path, tmp_path: Path, settled: Settled
) -> None:
    first, second = tmp_path / "甲.desk", tmp_path / "乙.desk"
    shutil.copyfile(template_sample_desk, first)
    shutil.copyfile(template_desk, second)
    window = make_window(memory)
    qtbot.addWidget(window, before_close_func=forget_refused)
    window.show()
    assert window.open_file(first)
    for place in PLACES:
        if place.page:
            assert window.frame is not None
            window.frame.lead_to(place.id)
            settled(window)
    assert window.open_file(second)  # a page that heard of it after its end would fail the test here
    settled(window)
    window.place.show_read_only(None)
    settled(window)
    assert window.frame is not None
    assert window.frame.desk is not None
    assert window.frame.desk.path == second


def test_a_desk_that_another_window_has_open_is_refused_in_words(
    qtbot: QtBot, memory: QSettings, template_desk: Path, tmp_path: Path, answers: Callable[..., Answers]
) -> None:
    path = tmp_path / "甲.desk"
    shutil.copyfile(template_desk, path)
    window = make_window(memory)
    qtbot.addWidget(window)
    window.show()
    heard: list[str] = []

    def listen(box: QWidget) -> None:
        heard.append(said(box))
        box.close()

    answers(listen)
    with another_program(path, Access.WINDOW):
        assert not window.open_file(path)
    assert "另一个窗口或命令" in heard[0]
    window.close()
