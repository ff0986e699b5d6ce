"""等次审议 on the office of the worked example V5."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.main_window import MainWindow
from tests.services.committee_hands import appoint
from tests.services.graded_desks import COMMITTEE, Person, office, sixteen
from tests.ui.grading_hands import Open, Settled


@pytest.fixture
def open_page(window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, settled: Settled, qtbot: QtBot) -> Open:
    """Opens the page on the office of the worked example V5: equals at the last place, J016 at the bottom."""

    def lead(*others: Person) -> GradingPage:
        office(desk, tmp_path, [*sixteen(), *others])
        appoint(desk, actor, COMMITTEE, chair="Z001", deputy="Z002")
        window.show_desk(desk, "desk")
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settled(window)
        assert window.frame is not None
        found = window.frame.lead_to("grading")
        settled(window)
        assert isinstance(found, GradingPage)
        return found

    return lead


@pytest.fixture
def page(open_page: Open) -> GradingPage:
    return open_page()
