"""The sample office after its window was closed, and 决定与送达 in the window."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.ui.main_window import MainWindow
from tests.services.closing_years import ClosingOffice, closing_office
from tests.services.decided_years import close_the_window
from tests.sound_desks import require_sound
from tests.ui.closing_hands import Clerk
from tests.ui.decisions_hands import Clerks, Settled


@pytest.fixture(scope="session")
def closed(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """The sample office on the evening on which its window was closed; never opened by a test itself."""
    path = tmp_path_factory.mktemp("closed") / "已截止.desk"
    office = closing_office(path, template_sample_desk)
    close_the_window(office)
    office.desk.close()
    return path


@pytest.fixture
def office(tmp_path: Path, closed: Path) -> Iterator[ClosingOffice]:
    """A copy of it, the morning after; when the test is over, it must be sound."""
    path = tmp_path / "考评.desk"
    shutil.copyfile(closed, path)
    opened = ClosingOffice.reopened(path)
    opened.clock.now += timedelta(days=8)
    yield opened
    require_sound(path)


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, settled: Settled, office: ClosingOffice) -> Clerks:
    """Opens the window on what the office has done by then; somebody sits before 决定与送达."""

    def sat_down() -> Clerk:
        window.show_desk(office.desk, "desk")
        window.show()
        settled(window)
        made = Clerk(qtbot, window, settled)
        assert window.frame is not None
        window.frame.lead_to("decisions")
        made.settle()
        return made

    return sat_down
