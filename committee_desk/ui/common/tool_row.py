"""The row above a list: tabs with counts, choices, and the filter field that leads down into the table."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import name_inner_buttons
from committee_desk.ui.common.theme import TOOL_ROW
from committee_desk.wording.language import tr

SIDE = 14
FILTER_WIDTH, LEAST_FILTER, FILTER_FIRST = 170, 92, 10
CHOICE_WIDTH, LEAST_CHOICE, MOST_CHOICE = 128, 64, 220
"""Fields give way to each other in a narrow window, so that the page need not scroll sideways."""


OneChoice = TypeVar("OneChoice", bound="Choice")


class ToolRow(QFrame):
    """Tabs at the left, choices and filter at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(TOOL_ROW)
        self.setProperty("r", "top")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(SIDE, 0, 20, 0)
        self._line.setSpacing(4)
        self._stretched = False

    def add_tabs(self, tabs: Sequence[tuple[str, str]], picked: Callable[[str], object]) -> "Tabs":
        """Tabs of which one is down: (id, word)."""
        made = Tabs(self, tabs, picked)
        for button in made.buttons.values():
            self._line.addWidget(button)
        return made

    def add_choice(self, name: str, everything: str, picked: Callable[[str | None], object]) -> "Choice":
        """A drop-down whose first line lets everything through."""
        return self.add(Choice(name, everything, picked))

    def add(self, choice: OneChoice) -> OneChoice:
        """A drop-down that is made already."""
        self._stretch()
        said = QLabel(choice.accessibleName())  # unseen: over the accessibility bus a drop-down's own name is its value
        said.setBuddy(choice)
        said.hide()
        self._line.addWidget(said)
        self._line.addWidget(choice)
        return choice

    def add_filter(self, table: QWidget, typed: Callable[[str], object], text: str = "") -> QLineEdit:
        """The filter field: Ctrl+F leads here from anywhere, arrow down into the table, Esc empties it."""
        self._stretch()
        self._line.addSpacing(4)
        field = FilterField(table, text)
        field.textChanged.connect(typed)
        self._line.addWidget(field, FILTER_FIRST)
        return field

    def add_left(self, widget: QWidget) -> None:
        """Something else at the left, before anything stands at the right."""
        self._line.addWidget(widget)

    def add_widget(self, widget: QWidget) -> None:
        """Something else at the right."""
        self._stretch()
        self._line.addWidget(widget)

    def _stretch(self) -> None:
        if not self._stretched:
            self._line.addStretch(1)
            self._stretched = True


class Tabs:
    """Buttons of which exactly one is down."""

    def __init__(self, row: QWidget, tabs: Sequence[tuple[str, str]], picked: Callable[[str], object]) -> None:
        self._group = QButtonGroup(row)
        self.buttons: dict[str, QPushButton] = {}
        self._words = dict(tabs)
        for key, word in tabs:
            button = QPushButton(word)
            button.setProperty("k", "tab")
            button.setCheckable(True)
            button.setAccessibleName(word)
            button.clicked.connect(lambda _=False, key=key: picked(key))
            self._group.addButton(button)
            self.buttons[key] = button
        next(iter(self.buttons.values())).setChecked(True)

    def count(self, key: str, number: int) -> None:
        """Show how many rows a tab holds."""
        self.buttons[key].setText(f"{self._words[key]} {number}")
        self.buttons[key].setAccessibleName(f"{self._words[key]} {number}")

    def pick(self, key: str) -> None:
        """Press a tab down without telling anybody."""
        self.buttons[key].setChecked(True)


class Choice(QComboBox):
    """A drop-down filter; None stands for everything."""

    def __init__(self, name: str, everything: str, picked: Callable[[str | None], object]) -> None:
        super().__init__()
        self._everything, self._picked = everything, picked
        self.chosen: str | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMinimumWidth(LEAST_CHOICE)
        self.setMaximumWidth(MOST_CHOICE)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(everything, None)
        self.currentIndexChanged.connect(lambda _at: self._pick())

    def sizeHint(self) -> QSize:
        """At least so wide that short and long choices stand alike."""
        hint = super().sizeHint()
        return QSize(max(CHOICE_WIDTH, hint.width()), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is chosen; in a narrow window it ends with dots, not within a letter."""
        painter, shown = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(shown)
        style = self.style()
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, shown, QStyle.SubControl.SC_ComboBoxEditField, self
        ).width()
        shown.currentText = self.fontMetrics().elidedText(shown.currentText, Qt.TextElideMode.ElideRight, room - 2)  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)

    def lets(self, value: str | None) -> bool:
        """Whether a row with that value passes."""
        return self.chosen is None or self.chosen == value

    def choose(self, value: object) -> None:
        """Take that value; everything where it is not offered."""
        self.setCurrentIndex(max(0, self.findData(str(value))) if value is not None else 0)

    def show_all(self) -> None:
        """Let everything through."""
        self.setCurrentIndex(0)

    def _pick(self) -> None:
        self.chosen = self.currentData()
        self._picked(self.chosen)

    def offer(self, values: Sequence[str], said: Callable[[str], str] = str) -> None:
        """Offer these values in words; the one chosen stays chosen where it is still there."""
        if [self.itemData(i) for i in range(1, self.count())] == list(values):
            return
        before = self.currentData()
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        self.addItem(self._everything, None)
        for value in values:
            self.addItem(said(value), value)
        self.setCurrentIndex(max(0, self.findData(before)) if before is not None else 0)
        self.blockSignals(was)
        if self.currentData() != before:
            self.currentIndexChanged.emit(0)


class FilterField(QLineEdit):
    """Where one types what to look for."""

    def __init__(self, table: QWidget, text: str) -> None:
        super().__init__(text)
        self._table = table
        self.setPlaceholderText(tr("在表中筛选"))
        self.setAccessibleName(tr("在表中筛选"))
        self.setToolTip(with_key(tr("在表中筛选，可用拼音首字母"), Shortcut.FILTER))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(LEAST_FILTER)
        self.setMaximumWidth(FILTER_WIDTH)
        self.addAction(icon("filter", "mut", 16), QLineEdit.ActionPosition.LeadingPosition)
        table.installEventFilter(self)
        name_inner_buttons(self)

    def sizeHint(self) -> QSize:
        """As narrow as it may become: it gives way before the choices, and is the first to take room."""
        return QSize(LEAST_FILTER, 32)

    def take_focus(self) -> None:
        """Come here and offer the text to be overwritten."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go into the table, Esc empties the field."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._table.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Typing in the table filters it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if not held and event.text().isprintable() and event.text().strip():
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # any other reason would select what was typed
                self.setText(self.text() + event.text())
                return True
        return super().eventFilter(watched, event)
