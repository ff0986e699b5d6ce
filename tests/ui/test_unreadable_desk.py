"""A desk that does not open: the window stands all the same, says why, and leads to what can be had back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.app import make_window
from committee_desk.bootstrap import open_desk
from committee_desk.domain.backup import Reason
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from tests.storage.test_damaged_desks import break_page
from tests.storage.test_salvage_of_unreadable_desks import page_of_years
from tests.ui.answering import Answers, pressed, said

pytestmark = pytest.mark.breaks_the_desk
LIST = range(17, 19)
"""Pages of the file's own list of tables."""


@pytest.fixture
def real(qtbot: QtBot, memory: object) -> Iterator[MainWindow]:
    """The window with its real doors."""
    made = make_window(memory)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1200, 760)
    yield made
    made.place.worker.wait()


def shown(window: MainWindow) -> str:
    page = window.sides.currentWidget()
    assert page is window.welcome
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def door(window: MainWindow, text: str) -> QPushButton:
    assert window.welcome is not None
    found = [each for each in window.welcome.findChildren(QPushButton) if text in each.text() and each.isVisible()]
    assert found, text
    return found[0]


@pytest.mark.parametrize("what", ["years", "list"])
def test_a_desk_that_does_not_open_is_told_on_the_welcome_page_and_salvaged_from_there(
    what: str, real: MainWindow, sample_desk: Desk, tmp_path: Path, qtbot: QtBot,
    answers: Callable[..., Answers], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path, target = sample_desk.path, tmp_path / "抢救.desk"
    for page in [page_of_years(path)] if what == "years" else LIST:
        break_page(path, page)
    assert not real.open_file(path)
    real.show_welcome()  # as the start does when no desk opened
    real.show()
    assert f"“{path.name}”打不开" in shown(real)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    heard: list[str] = []

    def listen(box: QWidget) -> None:
        heard.append(said(box))
        pressed(qtbot, Qt.Key.Key_Return)(box)

    answers(listen)
    act = door(real, "抢救数据")
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Space)
    assert "条记录" in heard[0]
    saved = open_desk(target)
    assert saved.identity().years == (2026,)
    assert len(saved.people.roster(2026)) == 40
    qtbot.waitUntil(lambda: real.frame is not None and real.sides.currentWidget() is real.frame)
    real.close()


def test_the_copies_beside_a_desk_that_does_not_open_are_listed_and_lead_to_a_new_file(
    real: MainWindow, sample_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_desk.backup.automatic(Reason.OPENING)
    for page in LIST:
        break_page(sample_desk.path, page)
    wanted: list[object] = []
    monkeypatch.setattr(real, "restore", wanted.append)
    assert not real.open_file(sample_desk.path)
    real.show()
    copy = door(real, "的自动备份")
    copy.setFocus()
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert isinstance(wanted[0], Path)
    assert open_desk(wanted[0]).identity().uid
