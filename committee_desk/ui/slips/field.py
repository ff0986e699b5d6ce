"""The field of one line: a mark or a grade, 弃权 by one key, Enter goes on; a blank is Enter alone."""

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from committee_desk.domain.rounds import RoundKind
from committee_desk.domain.scores import Grade
from committee_desk.services.slip_reading import ABSTAINED
from committee_desk.ui.common.enter import ENTERS, is_enter
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

ABSTAINS = frozenset("-—－")
LONGEST = 40
"""The longest word for a grade in any language, and room for a serial that is scanned too early."""
GRADE_KEYS = {str(place): str(grade) for place, grade in enumerate(Grade, start=1)} | {"5": ABSTAINED}
WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MarkField(QLineEdit):
    """`entered` when the line is done, `left` when an arrow leads to another line.

    No input method stands between keyboard and field: what is typed here are digits and signs.
    """

    entered = Signal()
    left = Signal(int)

    def __init__(self, kind: RoundKind) -> None:
        super().__init__()
        self._kind = kind
        self.setMaxLength(LONGEST)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's signature

    @property
    def value(self) -> str:
        """What stands here as the desk takes it."""
        return _meant().get(self.text(), self.text())

    def put(self, value: str) -> None:
        """Show what the desk keeps."""
        self.setText(shown(value))

    def refused(self, *, wrong: bool) -> None:
        """Mark the field, or take the mark away."""
        now = "refused" if wrong else ""
        if (self.property("k") or "") != now:
            self.setProperty("k", now)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key abstains, on a grade ballot one key is a grade; Enter and the arrows go on."""
        if event.key() in ENTERS and event.isAutoRepeat():  # whoever leans on Enter types no blanks
            return
        if is_enter(event):
            self.entered.emit()
        elif event.key() in WAYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.left.emit(WAYS[Qt.Key(event.key())])
        elif (value := self._at_once(event)) is not None:
            self.put(value)
            self.textEdited.emit(self.text())
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _at_once(self, event: QKeyEvent) -> str | None:
        """What a single key says into an empty field, or over what stands in it."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if not plain or self.selectedText() != self.text() or event.isAutoRepeat():
            return None
        key = unicodedata.normalize("NFKC", event.text()) or event.text()
        if key in ABSTAINS:
            return ABSTAINED
        return GRADE_KEYS.get(key) if self._kind is RoundKind.GRADE else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of what stands here."""
        super().focusInEvent(event)
        self.selectAll()


def shown(value: str) -> str:
    """What the desk keeps, in the spoken language."""
    return _words().get(value, value)


def words() -> tuple[str, ...]:
    """Every word that can stand in a field."""
    return tuple(_words().values())


def _words() -> dict[str, str]:
    return {ABSTAINED: tr("弃权"), **{str(each): dictionary_word(str(each)) for each in Grade}}


def _meant() -> dict[str, str]:
    return {word: value for value, word in _words().items()}
