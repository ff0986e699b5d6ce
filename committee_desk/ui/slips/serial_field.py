"""The field of a slip's serial: a scanner types into it and ends with Enter, or somebody types it from the paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.serials import in_groups
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.slips.mistakes import told
from committee_desk.wording.language import tr

WIDE, LONGEST = 180, 40


class SerialField(QWidget):
    """`known(serial)` once what was typed is a slip's, `nothing` on Enter with nothing typed. What is wrong with it
    stands beneath."""

    known = Signal(str)
    nothing = Signal()

    def __init__(self, look_up: Callable[[str], str]) -> None:
        super().__init__()
        self._look_up = look_up
        self.field = _Field()
        self.field.setAccessibleName(tr("票号"))
        self.field.setMaxLength(LONGEST)
        self.field.setFixedWidth(WIDE)
        self.field.setPlaceholderText(tr("扫描或键入"))
        self.field.entered.connect(self._enter)
        self.field.textEdited.connect(lambda _text: self.say_wrong(""))
        self.said = label("", "sub")
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        name = label(tr("票号"), "name")
        name.setBuddy(self.field)
        for each in (name, self.field):
            line.addWidget(each)
        line.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.wrong)

    def ask(self, said: str = "") -> None:
        """Ask for the next slip; `said` is how the last one went."""
        self.say_wrong("")
        self.field.clear()
        self.said.setText(said)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_serial(self, serial: str, said: str = "") -> None:
        """The slip that is being typed."""
        self.say_wrong("")
        self.field.setText(in_groups(serial))
        self.said.setText(said)

    def take(self, serial: str) -> None:
        """As if it had been scanned."""
        self.field.setText(serial)
        self._enter()

    def say_wrong(self, text: str) -> None:
        """What is wrong with the serial; nothing when all is well."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        now = "refused" if text else ""
        if (self.field.property("k") or "") != now:
            self.field.setProperty("k", now)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _enter(self) -> None:
        if not self.field.text().strip():
            self.nothing.emit()
            return
        try:
            serial = self._look_up(self.field.text())
        except (DeskError, Trouble) as error:
            self.said.setText("")
            self.say_wrong(told(error))
            self.field.selectAll()
            return
        self.show_serial(serial)
        self.known.emit(serial)


class _Field(QLineEdit):
    """A serial is Latin letters and digits: no input method stands before them, whatever is switched on."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's signature

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, the scanner's too, looks it up."""
        if is_enter(event):
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)
