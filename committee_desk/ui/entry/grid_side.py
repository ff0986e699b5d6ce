"""What both ways of typing have: a sheet with its saved state, a month to show, rows to keep."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.saved_state import SavedState
from committee_desk.ui.common.sheet.sheet import Sheet
from committee_desk.ui.common.sheet.source import SheetSource
from committee_desk.ui.common.theme import ROW_COMPACT
from committee_desk.ui.entry.desk_door import DeskDoor
from committee_desk.ui.entry.shown import Shown

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage


class GridSide(QWidget):
    """One of the two sheets of the page."""

    source: SheetSource | None

    def __init__(self, page: "EntryPage", sheet_id: str, name: str, enter: Going) -> None:
        super().__init__()
        self.page = page
        self.sheet = Sheet(sheet_id, name, page.place.memory, enter=enter, height=ROW_COMPACT + 1)
        self.saved = SavedState(self.sheet)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.sheet, 1)
        self.setFocusProxy(self.sheet)
        self.sheet.current_changed.connect(lambda *_: self.tell_where())
        self.sheet.saved.connect(lambda _saved: self.tell_where())

    def show_month(self, shown: Shown, door: DeskDoor, *, fresh: bool) -> None:
        """Show the month as it was read; `fresh` when it is another one."""
        raise NotImplementedError

    def tell_where(self) -> None:
        """Tell the panel where one stands."""
        raise NotImplementedError

    def filter_rows(self, department: str | None, *, unfilled: bool) -> None:
        """Show only those rows."""
        raise NotImplementedError

    def headings(self) -> dict[str, str]:
        """What its columns are called."""
        return {column.id: column.heading for column in self.source.columns} if self.source is not None else {}

    def settled_then(self, act: Callable[[], None]) -> None:
        """Once nothing is on its way any more."""
        self.sheet.settled.connect(act, Qt.ConnectionType.SingleShotConnection)
