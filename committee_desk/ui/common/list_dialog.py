"""The dialog that shows a list and changes nothing: what it says above, the list, and a button that closes it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr


class ListDialog(QDialog):
    """Subclasses build into `column` and end with `add_foot`."""

    def __init__(self, parent: QWidget, title: str, size: QSize) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.resize(size)

    def add_foot(self, said: str = "") -> None:
        """Words at the left where there are any, and the button that closes."""
        foot = QHBoxLayout()
        foot.addWidget(label(said, "cap", wrap=True), 1)
        close = button(tr("关闭"), self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        self.column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen."""
        fit_dialog(self, self.size())
        super().showEvent(event)
