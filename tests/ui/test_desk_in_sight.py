"""The window keeps to the desk as it is: changed elsewhere, deleted, read-only; and to itself in another look."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import DeskMissing, ReadOnly
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import CUT_OFF
from committee_desk.ui.common import perform
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.page import SystemPage

Settled = Callable[[MainWindow], None]


def test_a_change_made_in_another_window_is_read_when_one_comes_back(
    sample_window: MainWindow, sample_desk: Desk, actor: Actor, qtbot: QtBot, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    qtbot.waitUntil(lambda: frame._head is not None)
    settled(sample_window)
    before = frame.status.head.said
    other = open_desk(sample_desk.identity().path)
    other.settings.put(actor, CUT_OFF, "16:30", "试一试")
    heard: list[object] = []
    sample_window.place.changes.happened.connect(heard.append)
    frame.look_for_changes()
    qtbot.waitUntil(lambda: frame.status.head.said != before)
    assert len(heard) == 1


def test_a_desk_that_is_gone_is_told_in_one_box_and_in_the_status_bar(
    sample_window: MainWindow, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    frame = sample_window.frame
    assert frame is not None
    boxes: list[str] = []
    monkeypatch.setattr(perform, "show_refusal", lambda _parent, text: boxes.append(text))
    monkeypatch.setattr(perform, "show_trouble", lambda _parent, text: boxes.append(text))

    def gone(*_arguments: object) -> None:
        raise DeskMissing(tmp_path / "没有.desk")

    assert frame.desk is not None
    for service, verb in ((frame.desk.cases, "rows"), (frame.desk.people, "roster"), (frame.desk, "overview")):
        monkeypatch.setattr(service, verb, gone)
    for page in ("cases", "people", "cases"):
        frame.lead_to(page).read_again()
        frame.read_state()
        settled(sample_window)
    qtbot.waitUntil(lambda: frame.status.unsound.said != "")
    assert len(boxes) == 1


def test_a_read_only_desk_says_so_in_the_status_bar(
    window: MainWindow, sample_desk: Desk, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    lies_on_a_stick = sample_desk.identity()._replace(read_only=ReadOnly.MEDIUM)
    monkeypatch.setattr(sample_desk, "identity", lambda: lies_on_a_stick)
    window.show_desk(sample_desk, "desk")
    settled(window)
    assert window.frame is not None
    assert window.frame.status.read_only.said == "只读"
    assert "台账以只读方式打开" in [each.text() for each in window.frame.banners.findChildren(QLabel)]


def test_another_look_keeps_tab_choice_filter_row_and_year(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    frame = sample_window.frame
    assert frame is not None
    page = frame.lead_to("people")
    settled(sample_window)
    page.departments.setCurrentIndex(1)  # type: ignore[attr-defined] # the page's own
    wanted = page.departments.currentData()  # type: ignore[attr-defined]
    system = frame.lead_to("system")
    system.tabs.setCurrentIndex(2)  # type: ignore[attr-defined]
    settled(sample_window)
    sample_window.choose_look("dark")
    settled(sample_window)
    assert sample_window.frame is not None
    assert sample_window.frame.lead_to("system").tabs.currentIndex() == 2  # type: ignore[attr-defined]
    again = sample_window.frame.lead_to("people")
    settled(sample_window)
    assert again is not page
    assert again.departments.currentData() == wanted  # type: ignore[attr-defined]
    sample_window.choose_look("light")
    settled(sample_window)


def test_the_look_in_use_is_ticked_in_the_menu(window: MainWindow) -> None:
    window.choose_look("dark")
    looks = window.menu.findChildren(QAction)
    assert [action.text() for action in looks if action.isChecked()] == ["深色"]
    window.choose_look("light")


def test_a_window_closed_maximised_comes_back_maximised(window: MainWindow, memory: QSettings, qtbot: QtBot) -> None:
    window.showMaximized()
    window.close()
    again = MainWindow(window.place, window.doors)
    qtbot.addWidget(again)
    assert again.windowState() & Qt.WindowState.WindowMaximized


def test_nothing_is_offered_to_be_written_in_the_tabs_of_a_desk_that_is_only_read(
    sample_window: MainWindow, system: Callable[[str], SystemPage]
) -> None:
    page = system("accounts")
    acts = [page.calendar.change, page.calendar.bring, *page.settings.changes, page.accounts.begin]
    assert all(each.isEnabled() for each in acts)
    sample_window.place.show_read_only(ReadOnly.MEDIUM)
    assert not any(each.isEnabled() for each in acts)
    assert all("只读" in each.toolTip() for each in acts)
    page.calendar.edit(date(2026, 5, 1))  # a double click on a day; no dialog opens
    assert "只读" in sample_window.frame.status.message.text()
    sample_window.place.show_read_only(None)
    assert all(each.isEnabled() for each in acts)
