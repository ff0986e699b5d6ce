"""A damaged desk in the window: said as soon as the check finds it, and what is whole saved into a new file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.surfaces import Banner
from committee_desk.ui.main_window import MainWindow
from tests.storage.test_damaged_desks import break_page, pages_of
from tests.ui.answering import Answers, said

Settled = Callable[[MainWindow], None]


@pytest.mark.breaks_the_desk
def test_a_broken_page_is_said_and_the_rest_is_saved(
    qtbot: QtBot, window: MainWindow, sample_desk: Desk, settled: Settled, answers: Callable[..., Answers],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, actor: Actor,
) -> None:  # fmt: skip
    path, target = sample_desk.identity().path, tmp_path / "抢救.desk"
    break_page(path, pages_of(path, "journal")[0])  # a page that 工作台 does not read
    desk = open_desk(path)
    window.show_desk(desk, "desk")
    window.show()
    frame = window.frame
    assert frame is not None
    qtbot.waitUntil(lambda: len(frame.banners.findChildren(Banner)) == 2)
    settled(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    heard: list[str] = []

    def listen(box: QWidget) -> None:
        heard.append(said(box))
        box.close()

    answers(listen)
    act = next(each for each in frame.banners.findChildren(QPushButton) if each.text() == "抢救数据…")
    act.setFocus()
    act.click()
    assert "不完整的：日志" in heard[0]
    assert not open_desk(target).check.full().ok
    window.close()
