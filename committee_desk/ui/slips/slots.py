"""Columns and rows of widgets with the window's spacing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def column_of(*widgets: QWidget, margin: int = 20) -> QVBoxLayout:
    """Widgets one below the other."""
    column = QVBoxLayout()
    column.setContentsMargins(margin, margin and 16, margin, margin and 12)
    column.setSpacing(8)
    for each in widgets:
        column.addWidget(each)
    return column
