"""The page of meetings on an office whose list is proposed, and what its reader sees."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.committee.meeting_tab import MeetingTab
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.main_window import MainWindow
from tests.services.graded_desks import office, ready, sixteen

Settled = Callable[[MainWindow], None]
UNTIED = ("95.00", *(f"{90 - number}.50" for number in range(15)))


def proposed(desk: Desk, actor: Actor, folder: Path, *, tied: bool = False) -> Desk:
    """Sixteen people proposed; 委Z003 is the spouse of J005."""
    ready(office(desk, folder, sixteen() if tied else sixteen(UNTIED)), actor)
    desk.relations.relate(actor, Relationship("Z003", "检J005", "J005", Kinship.SPOUSE, ""))
    return desk


def lead(window: MainWindow, settled: Settled) -> MeetingTab:
    """To the tab, as Ctrl+K leads there."""
    assert window.frame is not None
    page: Any = window.frame.lead_to("grading")
    settled(window)
    page.tabs.setCurrentWidget(page.meeting)
    settled(window)
    tab = page.meeting
    assert isinstance(tab, MeetingTab)
    return tab


def press(qtbot: QtBot, wanted: QWidget) -> None:
    """The button by its key."""
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Space)


def shown(tab: MeetingTab) -> list[tuple[str, ...]]:
    """The table as it is read, line by line: whom, who leaves, how many may vote, how it ended."""
    columns = tab.table.rows.spec.columns
    wanted = [each for each in columns if each.id in {"title", "leaving", "entitled", "outcome"}]
    return [tuple(each.text(row) for each in wanted) for row in tab.table.shown]


def facts(tab: MeetingTab) -> list[str]:
    """The panel's lines."""
    held = tab.panel.facts
    return [" ".join((f.text, f.right, f.more)) for f in (held.item(at).data(FACT) for at in range(held.count()))]


def banners(tab: MeetingTab) -> str:
    """What stands above the table."""
    return "\n".join(each.text() for each in tab.head.findChildren(QLabel) if each.isVisible())
