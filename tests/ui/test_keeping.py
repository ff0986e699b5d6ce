"""The window copies a desk that it opened: at once, and when it is closed after something changed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from committee_desk.domain.backup import Reason
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import CopyRow
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.doors import Doors
from committee_desk.ui.main_window import MainWindow
from tests.ui.conftest import no_door

Settled = Callable[[MainWindow], None]


@pytest.fixture
def opened(qtbot: QtBot, place: Workplace, sample_desk: Desk, settled: Settled) -> MainWindow:
    window = MainWindow(place, Doors(lambda *_a, **_n: sample_desk, no_door, no_door, dict))
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.show()
    assert window.open_file(sample_desk.identity().path)
    qtbot.waitUntil(lambda: bool(sample_desk.backup.copies()))
    settled(window)
    return window


def reasons(copies: tuple[CopyRow, ...]) -> list[Reason]:
    return [copy.reason for copy in copies]


def test_a_desk_is_copied_when_it_was_opened(opened: MainWindow, sample_desk: Desk) -> None:
    assert reasons(sample_desk.backup.copies()) == [Reason.OPENING]


def test_a_changed_desk_is_copied_before_it_is_closed_an_unchanged_one_is_not_copied_twice(
    opened: MainWindow, sample_desk: Desk, tmp_path: Path
) -> None:
    sample_desk.settings.put(Actor("吴静"), "publication.cut_off", "18:00", "按新办法")
    opened.close_desk()
    assert sorted(reasons(sample_desk.backup.copies())) == [Reason.CLOSING, Reason.OPENING]
    opened.open_file(sample_desk.identity().path)
    opened.close_desk()
    assert len(sample_desk.backup.copies()) == 2
