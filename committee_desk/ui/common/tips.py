"""Tooltips of what is painted and is no widget of its own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def told_under_pointer(widget: QWidget, event: QEvent, told: Callable[[QPoint], str]) -> bool:
    """Whether the event asked for a tooltip; what lies there has been said then, or that nothing does."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return False
    QToolTip.showText(event.globalPos(), told(event.pos()), widget)
    return True
