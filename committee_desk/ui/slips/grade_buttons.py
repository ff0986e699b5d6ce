"""A line of the booth's grade ballot: the grades and 弃权 as buttons, one key each."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from committee_desk.ui.common.enter import ENTERS, is_enter
from committee_desk.ui.common.theme import colour
from committee_desk.ui.slips.field import ABSTAINS, GRADE_KEYS, WAYS, shown
from committee_desk.wording.language import tr

KEYS = {**GRADE_KEYS, **dict.fromkeys(ABSTAINS, GRADE_KEYS["5"])}
EMPTIES = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class GradeButtons(QWidget):
    """Behaves as the field of a mark does; the focus is the line's, a click on the chosen grade takes it back."""

    entered = Signal()
    left = Signal(int)
    textEdited = Signal(str)  # noqa: N815 - as a line edit names it

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(2)
        self._buttons = {value: self._button(key, value) for key, value in GRADE_KEYS.items()}
        for each in self._buttons.values():
            row.addWidget(each)

    def _button(self, key: str, value: str) -> QPushButton:
        made = QPushButton(tr("{key} {grade}", key=key, grade=shown(value)))
        made.setProperty("k", "tab")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(shown(value))
        made.clicked.connect(partial(self._clicked, value))
        return made

    @property
    def value(self) -> str:
        """The grade that is chosen, 弃权, or nothing."""
        return next((value for value, each in self._buttons.items() if each.isChecked()), "")

    def put(self, value: str) -> None:
        """Choose that."""
        for mine, each in self._buttons.items():
            each.setChecked(mine == value)
        self.setAccessibleDescription(shown(value))

    def refused(self, *, wrong: bool) -> None:
        """A button is never wrong."""

    def selectAll(self) -> None:
        """The whole line is chosen by its focus."""

    def _clicked(self, value: str, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.put(value if checked else "")
        self.setFocus()
        self.textEdited.emit(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key chooses and goes on; Left and Right choose, Enter and the arrows go on."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if event.isAutoRepeat() and (key in ENTERS or event.text() in KEYS):
            return
        if is_enter(event):
            self.entered.emit()
        elif plain and key in WAYS:
            self.left.emit(WAYS[key])
        elif plain and event.text() in KEYS:
            self._take(KEYS[event.text()])
            self.entered.emit()
        elif plain and key in EMPTIES:
            self._take("")
        elif plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._beside(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _take(self, value: str) -> None:
        self.put(value)
        self.textEdited.emit(value)

    def _beside(self, by: int) -> None:
        values = tuple(self._buttons)
        at = values.index(self.value) + by if self.value else (0 if by > 0 else len(values) - 1)
        if 0 <= at < len(values):
            self._take(values[at])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame of the focus."""
        if self.hasFocus():
            painter = QPainter(self)
            pen = painter.pen()
            pen.setColor(colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(QRect(1, 1, self.width() - 2, self.height() - 2), 4, 4)
            painter.end()
