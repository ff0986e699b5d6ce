"""Finding in a sheet: forwards and backwards, from the active cell on and round."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from committee_desk.services.search import readings
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.sheet.going import Place
from committee_desk.ui.common.sheet.model import SheetModel
from committee_desk.ui.common.sheet.source import Kind
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import label, name_inner_buttons, tool
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import MINUS

HEIGHT, FIELD = 42, 240


def found_from(model: SheetModel, start: Place, wanted: str, *, back: bool = False) -> tuple[Place, bool] | None:
    """The next cell that holds the text, from the one after `start`, and whether the end was passed on the way.

    Names are also found by the initials of their pinyin.
    """
    lines, columns = len(model.keys), len(model.columns)
    looked = wanted.casefold().strip().replace(MINUS, "-")
    if not looked or not lines or not columns:
        return None
    letters = looked.isascii() and looked.isalpha()
    first = start.line * columns + start.column
    step = -1 if back else 1
    for ahead in range(1, lines * columns + 1):
        at = (first + step * ahead) % (lines * columns)
        place = Place(*divmod(at, columns))
        if _holds(model, place, looked, letters=letters):
            return place, (at <= first) != back
    return None


def _holds(model: SheetModel, place: Place, looked: str, *, letters: bool) -> bool:
    text = model.text(place)
    if not text:
        return False
    if looked in text.casefold().replace(MINUS, "-"):
        return True
    named = letters and model.columns[place.column].kind is Kind.NAME
    return named and any(reading.startswith(looked) for reading in readings(text))


class FindBar(QFrame):
    """A line under the sheet. Enter finds the next, Shift+Enter the one before, Esc goes back to the sheet."""

    closed = Signal()

    def __init__(self, go: Callable[[str, bool], tuple[bool, bool]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go = go
        self.setProperty("r", "foot")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("查找"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("在表中查找"))
        self.field.setAccessibleName(tr("在表中查找"))
        self.field.setToolTip(tr("可用拼音首字母"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(FIELD)
        name_inner_buttons(self.field)
        self.answer = label("", "sub")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self.field)
        back = tool(Shortcut.FIND_PREVIOUS.does(), "chevron-up", lambda: self.look(back=True), Shortcut.FIND_PREVIOUS)
        line.addWidget(back)
        line.addWidget(tool(Shortcut.FIND_NEXT.does(), "chevron-down", self.look, Shortcut.FIND_NEXT))
        line.addWidget(self.answer, 1)
        line.addWidget(tool(tr("关闭查找"), "x", self.close_bar))
        self.field.textEdited.connect(lambda _text: self.answer.setText(""))
        self.hide()

    def open_bar(self) -> None:
        """Come here; what was looked for last is offered to be overwritten."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Go back to the sheet."""
        self.hide()
        self.closed.emit()

    def look(self, *, back: bool = False) -> None:
        """Go to the next cell that holds the text."""
        if not self.field.text().strip():
            self.open_bar()
            return
        found, round_ = self._go(self.field.text(), back)
        if not found:
            self.answer.setText(tr("没有找到“{text}”", text=self.field.text()))
        elif round_:
            self.answer.setText(tr("已到表头，从表尾继续") if back else tr("已到表尾，从表头继续"))
        else:
            self.answer.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Shift+Enter, F3, Esc."""
        again = is_enter(event) or Shortcut.FIND_NEXT.pressed_by(event)
        before = Shortcut.FIND_PREVIOUS.pressed_by(event) or (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if again or before:
            self.look(back=bool(before))
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
