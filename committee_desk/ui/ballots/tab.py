"""What the three tabs of 测评 share: a row of tools, a table, what stands there before anything is, acts below."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.roles import Right
from committee_desk.ui.ballots.panel import ReadingPanel
from committee_desk.ui.common.page import hairline
from committee_desk.ui.system.cards_tab import allow

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page, PageCommand


class Tab(QFrame):
    """Subclasses build into `column`, read in `refresh` and name their detail in `panel`."""

    panel: ReadingPanel

    def __init__(self, page: "Page", name: str) -> None:
        super().__init__()
        self._page = page
        self._acts: list[tuple[QPushButton, Right | None]] = []
        self.setProperty("r", "surface")
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        page.follow_rights(self.show_rights)

    def refresh(self) -> None:
        """Read again and show."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where work starts."""
        raise NotImplementedError

    def commands(self) -> "tuple[PageCommand, ...]":
        """What the search palette offers of this tab."""
        return ()

    def acts_below(self, *acts: tuple[QPushButton, Right | None]) -> None:
        """A line of acts under the table; each with the right that it needs, None where reading is enough."""
        self._acts = list(acts)
        line = QHBoxLayout()
        line.setContentsMargins(20, 8, 20, 10)
        line.setSpacing(8)
        for each, _ in acts:
            line.addWidget(each)
        line.addStretch(1)
        self.column.addWidget(hairline())
        self.column.addLayout(line)

    def show_rights(self, possible: Callable[[QPushButton], str] = lambda _act: "") -> None:
        """Bar what cannot be done, with the reason; `possible` says why an act fits not what is chosen."""
        place = self._page.place
        for act, right in self._acts:
            allow(act, place.why_not(right) if right is not None else "", possible(act))
