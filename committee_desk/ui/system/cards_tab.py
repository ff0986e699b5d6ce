"""What the tabs of 系统 that hold cards share: cards one under the other, scrolling in a small window."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from committee_desk.ui.common.surfaces import scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN

if TYPE_CHECKING:
    from committee_desk.domain.roles import Right
    from committee_desk.ui.common.page import Page

NARROW_BELOW = 700


class CardsTab(QFrame):
    """Subclasses put cards into `column`."""

    def __init__(self, page: "Page", name: str) -> None:
        super().__init__()
        self._page = page
        self._rights: list[tuple[QPushButton, Right, str]] = []
        self._writing: list[QPushButton] = []
        page.place.writing_barred.connect(self._follow)
        self.setProperty("r", "win")
        self.setAccessibleName(name)
        content = QWidget()
        content.setProperty("r", "win")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self.column.setSpacing(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small screen's width belongs to the cards."""
        super().resizeEvent(event)
        aside = GAP // 2 if self.width() < NARROW_BELOW else PAGE_MARGIN
        self.column.setContentsMargins(aside, GAP, aside, GAP)

    def needs(self, right: "Right", *buttons: QPushButton, why: str) -> None:
        """These acts are for those who have that right; `why` says to everybody else whose they are."""
        self._rights += [(each, right, why) for each in buttons]

    def writes(self, *buttons: QPushButton) -> None:
        """These acts write: nobody can do them while the desk is only read."""
        self._writing += buttons

    def _follow(self, _why: str) -> None:
        self.show_rights()

    def show_rights(self) -> None:
        """Disable what who sits here may not do, and say so where it is disabled."""
        for each, right, why in self._rights:
            barred = self._page.place.no_writing if each in self._writing else ""
            allow(each, barred if self._page.place.may(right) else why)


def allow(act: QPushButton, *why: str) -> None:
    """Disable what cannot be done now, with the first reason that there is; enable it where there is none."""
    said = next((each for each in why if each), "")
    act.setEnabled(not said)
    act.setToolTip(said)
    act.setAccessibleDescription(said)


def row_of(*buttons: QWidget) -> QHBoxLayout:
    """Buttons side by side, from the left."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for each in buttons:
        line.addWidget(each)
    line.addStretch(1)
    return line


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
