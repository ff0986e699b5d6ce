"""Somebody at a re-review in the window: an office whose grades hang, an objection, and the tab 复核与更正."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.ui.objections.page import ObjectionsPage
from committee_desk.ui.rereview.tab import RereviewTab
from tests.services.closing_years import ClosingOffice
from tests.services.deciding_hands import Decider, published_office
from tests.services.test_changes_on_review import HIS, UP_TO_YAO
from tests.ui.answering import CTRL
from tests.ui.closing_hands import ENTER, Clerk, seen

NUMBER = "2026-复-001"
"""Of the first re-review of the year."""
CASE = "XX检刑诉受〔2026〕465号"


class Sits(Protocol):
    """Somebody sits down before a re-review of that office: the first one, where none is named."""

    def __call__(self, decider: Decider, label: str = NUMBER) -> Clerk:
        """Waits until it is shown."""
        ...


def objected(path: Path, template: Path) -> Path:
    """马𬱖 objected on the day after the notice, and it was accepted; never opened by a test itself."""
    decider = published_office(path, template)
    decider.office.clock.now += timedelta(days=1)
    decider.object(HIS)
    decider.office.desk.close()
    return path


def copied(template: Path, path: Path) -> Decider:
    """A copy of it, on that day."""
    shutil.copyfile(template, path)
    office = ClosingOffice.reopened(path)
    office.clock.now += timedelta(days=1, hours=1)
    return Decider(office)


def found(decider: Decider) -> int:
    """Opened, declared, and found: one case and one bonus are otherwise."""
    number = decider.open(ProceedingKind.OBJECTION, 1)
    decider.find(number, *UP_TO_YAO)
    return number


def tab_of(clerk: Clerk) -> RereviewTab:
    """The tab, which must be in front."""
    page = clerk.page
    assert isinstance(page, ObjectionsPage)
    assert page.tab is page.rereviews
    return page.rereviews


def name(clerk: Clerk, *names: str) -> None:
    """Type people into one field after the other; Enter takes what a list offers, and goes on."""
    for each in names:
        clerk.key(Qt.Key.Key_A, held=CTRL)
        clerk.write(each)
        QApplication.processEvents()
        if QApplication.activePopupWidget() is not None:
            clerk.key(ENTER)
        clerk.key(ENTER)


def lines(tab: RereviewTab) -> list[tuple[str, ...]]:
    """The register as it is read: number, about whom, from what, by when, state."""
    model = tab.table.model()
    return [tuple(str(model.index(row, at).data()) for at in range(5)) for row in range(model.rowCount())]


def moved(tab: RereviewTab) -> list[tuple[str, ...]]:
    """Everybody who moves: name, total, rank, grade, why."""
    model = tab.panel.table.model()
    return [tuple(str(model.index(row, at).data()) for at in range(5)) for row in range(model.rowCount())]


def panel_words(tab: RereviewTab) -> str:
    """Everything that the preview says."""
    return seen(tab.panel)
