"""The next legal deadline in the top bar, while a window runs and when its cut-off has come."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.services.changes import Change, Topic
from committee_desk.ui.main_window import MainWindow
from tests.services.posted_notices import CLERK, YEAR, PostedOffice, at, posted_office

Settled = Callable[[MainWindow], None]


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs since Monday 11 January 2027, 10:00, until Monday 18 January, 17:30."""
    return posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))


def test_from_the_cut_off_on_the_answer_that_is_owed_stands_in_the_top_bar(
    qtbot: QtBot, window: MainWindow, settled: Settled, office: PostedOffice
) -> None:
    office.clock.now = at(18, 10)
    office.desk.objections.register(CLERK, YEAR, office.file())
    window.show_desk(office.desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    top = window.frame.top
    qtbot.waitUntil(lambda: top.deadline.text() == "公示截止 1月18日（周一）17:30")
    office.clock.now = at(18, 17, 30)
    window.place.changes.announce(Change.of(*Topic))
    qtbot.waitUntil(lambda: "异议须答复" in top.deadline.text())
    assert (top.deadline.text(), top.left.text()) == ("1 件异议须答复 1月25日（周一）", "还有 5 个工作日")
    settled(window)
