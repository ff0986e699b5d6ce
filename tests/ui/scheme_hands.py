"""Hands at 方案: its fields by name, typing over what stands there, what a line of the tree says."""

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from committee_desk.ui.scheme.page import SchemePage

EFFECT = "parts/0/indicators/3"


def field(page: SchemePage, key: str, name: str) -> QLineEdit:
    """The field of that name at that place, with the focus, the way Enter and Enter lead there."""
    assert page.tree.choose(key)
    QApplication.processEvents()  # fields are seen once they were laid out
    fields = page.panel.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == name and each.isVisible())


def overwrite(qtbot: QtBot, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:
        editor.insert(text)


def line(page: SchemePage, key: str) -> tuple[str, str, str]:
    item = page.tree._items[key]
    return item.text(0), item.text(1).strip(), item.text(2)
