"""核验 where no desk is open: the same panel in a dialog of its own."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.common.workplace import Workplace
from committee_desk.ui.verify.checking import Checking
from committee_desk.ui.verify.panel import VerifyPanel
from committee_desk.wording.language import tr

SIZE = QSize(760, 660)


class VerifyDialog(QDialog):
    """Esc closes it."""

    def __init__(self, parent: QWidget, place: Workplace, checking: Callable[[], Checking]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("核验考核表"))
        self.panel = VerifyPanel(place, checking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addStretch(1)
        close = button(tr("关闭"), self.reject)
        close.setAutoDefault(False)
        foot.addWidget(close)
        column.addLayout(foot)
        QShortcut(Shortcut.VERIFY.keys, self, self.panel.ask_file)
        self.panel.choose.setAutoDefault(True)
        self.panel.choose.setFocus()
        self.panel.again()

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen."""
        fit_dialog(self, SIZE)
        super().showEvent(event)
