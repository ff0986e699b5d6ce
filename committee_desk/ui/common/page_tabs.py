"""The tabs of a page, which ask for no more height than the one in view."""

from PySide6.QtWidgets import QTabWidget


class PageTabs(QTabWidget):
    """As high as it may become: the wrapped words of a tab out of sight ask for no height."""

    def hasHeightForWidth(self) -> bool:
        """Qt would take the highest of all tabs."""
        return False
