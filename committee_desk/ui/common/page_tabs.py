"""The tabs of a page, which ask for no more height than the one in view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QTabWidget

TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class PageTabs(QTabWidget):
    """As high as it may become: the wrapped words of a tab out of sight ask for no height."""

    walked = Signal()
    """Ctrl+Tab led on from within a tab: the keyboard belongs where work starts, not on the first chip above it."""

    def hasHeightForWidth(self) -> bool:
        """Qt would take the highest of all tabs."""
        return False

    def size_by_current(self) -> None:
        """A tab out of sight takes no room: else the widest and highest of them would make all others scroll."""
        for at in range(self.count()):
            policy = QSizePolicy.Policy.Preferred if at == self.currentIndex() else QSizePolicy.Policy.Ignored
            self.widget(at).setSizePolicy(policy, policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt lets the keyboard fall on whatever comes first in the next tab."""
        on_bar, before = self.tabBar().hasFocus(), self.currentIndex()
        super().keyPressEvent(event)
        if event.key() in TABS and not on_bar and self.currentIndex() != before:
            self.walked.emit()
