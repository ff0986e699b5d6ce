"""An office whose grades are approved, and its 公示 in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.ui.main_window import MainWindow
from tests.services.publishing_hands import Publishing, born_office, moment, opened_office
from tests.sound_desks import require_sound
from tests.ui.publication_hands import POSTED, Seen, Settled


@pytest.fixture(scope="session")
def born(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("approved") / "已审议.desk"
    born_office(path)
    return path


@pytest.fixture
def office(tmp_path: Path, born: Path) -> Iterator[Publishing]:
    """A desk whose grades are approved; when the test is over, it must be sound."""
    opened = opened_office(tmp_path / "公示.desk", born)
    yield opened
    require_sound(opened.path)


@pytest.fixture
def seen(qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing) -> Seen:
    return Seen(qtbot, window, settled, office)


@pytest.fixture
def hanging(qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing) -> Seen:
    """Hung on 9 February at 09:10, seen on the 11th."""
    office.post(POSTED)
    office.at(moment("2026-02-11 10:24"))
    return Seen(qtbot, window, settled, office)
