"""The accounts: who may sit at this desk, in which roles, and who signed in last."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class AccountsTab(QFrame):
    """A list of accounts and what can be done with the one chosen."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("账号"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def refresh(self) -> None:
        """Read the accounts."""
