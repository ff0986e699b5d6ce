"""The sheet as pages use it: the grid with its find bar beneath."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFrame, QWidget

from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.source import Outcome, RowKey, SheetSource

BlockRunner = Callable[[Callable[[], Sequence[Outcome]], Callable[[Sequence[Outcome]], None]], None]
"""Runs a block's commit elsewhere (work, then done in the window's thread), so that the window never stands still."""


class Sheet(QFrame):
    """A grid over a source. `set_source` shows it; `reload` after the source was read anew by the page."""

    current_changed = Signal(object, str)
    """The row's key and the column's id of the cell one stands on (None, "": none)."""
    saved = Signal(object)
    """A `Saved`, after the commit."""
    refused_changed = Signal(int)
    """How many cells are not accepted now (refused or changed by another)."""
    said = Signal(str)
    """A sentence for the status bar (a block that does not fit, nothing found)."""
    settled = Signal()
    """Nothing is on its way into the desk any more."""
    undo_changed = Signal(bool, bool)
    """Whether there is something to undo, to redo."""
    opened = Signal(object, str)
    """Double click or Enter on a cell that cannot be typed in."""

    def __init__(
        self, sheet_id: str, name: str, memory: QSettings, *, enter: Going = Going.DOWN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def set_source(self, source: SheetSource) -> None:
        """Show these rows and columns; forgets what could be undone and what was refused before."""

    def reload(self) -> None:
        """The source's rows or cells are others now; current cell, selection and refused cells stay."""

    def run_blocks_with(self, run: BlockRunner) -> None:
        """Let blocks be committed by the page's worker; until then they are committed at once."""

    def choose(self, row: RowKey, column: str) -> bool:
        """Make that cell current, bring it into view and focus it; False when it is not shown."""
        return False

    def current(self) -> tuple[RowKey, str] | None:
        """The cell one stands on."""
        return None

    def settle(self) -> bool:
        """Commit what is half typed or waiting, before the page shows something else; whether nothing waits."""
        return True

    def undo(self) -> None:
        """Take back the last act (Ctrl+Z)."""

    def redo(self) -> None:
        """Do it again (Ctrl+Y)."""

    def paste(self) -> None:
        """Put the clipboard's block at the current cell (Ctrl+V)."""

    def find(self) -> None:
        """Open the find bar (Ctrl+F)."""

    def next_refused(self, *, back: bool = False) -> None:
        """Go to the next cell that was not accepted (F8)."""
