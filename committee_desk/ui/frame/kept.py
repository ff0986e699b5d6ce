"""What a page keeps when the window is made anew in another look: tabs, choices, filter, current row."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QComboBox, QPushButton, QTabWidget

from committee_desk.ui.common.page import Page
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import Choice, FilterField


@dataclass
class Kept:
    """How a page stood, by the names of its parts."""

    tabs: list[int] = field(default_factory=list)
    buttons: list[bool] = field(default_factory=list)
    choices: list[object] = field(default_factory=list)
    filters: list[str] = field(default_factory=list)
    rows: list[Hashable | None] = field(default_factory=list)
    typed: object = None
    """What was typed and not accepted, as the page itself keeps it."""


def keep(page: Page) -> Kept:
    """How the page stands now."""
    tables = page.findChildren(ListTable)
    current = [(table, table.current()) for table in tables]
    return Kept(
        [tabs.currentIndex() for tabs in page.findChildren(QTabWidget)],
        [button.isChecked() for button in _tab_buttons(page)],
        [choice.currentData() for choice in page.findChildren(Choice)],
        [each.text() for each in page.findChildren(FilterField)],
        [table.rows.spec.key(row) if row is not None else None for table, row in current],
        page.keep_typed(),
    )


def give_back(page: Page, kept: Kept) -> None:
    """Set the page as it stood, as far as it has the same parts again."""
    for tabs, at in zip(page.findChildren(QTabWidget), kept.tabs, strict=False):
        tabs.setCurrentIndex(at)
    for button, down in zip(_tab_buttons(page), kept.buttons, strict=False):
        if down and not button.isChecked():
            button.click()
    for choice, value in zip(page.findChildren(Choice), kept.choices, strict=False):
        _choose(choice, value)
    for each, text in zip(page.findChildren(FilterField), kept.filters, strict=False):
        each.setText(text)
    for table, key in zip(page.findChildren(ListTable), kept.rows, strict=False):
        if key is not None:
            table.choose(key)


def _choose(choice: QComboBox, value: object) -> None:
    at = choice.findData(value) if value is not None else 0
    if at >= 0:
        choice.setCurrentIndex(at)


def _tab_buttons(page: Page) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if button.property("k") == "tab"]
