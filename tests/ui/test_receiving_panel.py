"""异议受理台 on 公示 keeps to its narrow card, in English too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Move
from committee_desk.services.actor import Actor
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.objections.receiving import ReceivingPanel
from tests.services.closing_years import closing_office
from tests.services.posted_notices import YEAR, PostedOffice, at


@pytest.mark.parametrize("wide", [1366, 683])
def test_its_list_shows_every_objection_without_a_scroll_bar(
    window: MainWindow, tmp_path: Path, template_sample_desk: Path, settled: Callable[[MainWindow], None],
    qtbot: QtBot, speak: Callable[[str], None], wide: int,
) -> None:  # fmt: skip
    speak("en")
    office = closing_office(tmp_path / "考评.desk", template_sample_desk)
    office.clock.now = at(3, month=2)
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    office.clock.now = at(17, 17, 50, month=2)
    filing = PostedOffice(office.desk, office.clock, office.path).file
    for code, received in (("J005", at(4, month=2)), ("J013", at(17, 17, 50, month=2))):
        office.desk.objections.register(Actor("范伟雪"), YEAR, filing(code=code, received=received))
    window.show_desk(office.desk, "publication")
    window.resize(wide, 768)
    window.show()
    settled(window)
    assert window.frame is not None
    table = window.frame.lead_to("publication").findChild(ReceivingPanel).table  # type: ignore[union-attr]
    settled(window)
    qtbot.waitUntil(lambda: len(table.shown) > 1)
    model = table.model()
    assert sum(table.columnWidth(at) for at in range(model.columnCount())) <= table.viewport().width()
    assert (table.horizontalScrollBar().maximum(), table.verticalScrollBar().maximum()) == (0, 0)
