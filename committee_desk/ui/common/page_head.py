"""The head of a page: its title, a line about its state, and its actions."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from committee_desk.ui.common.about_line import AboutLine
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.theme import PAGE_HEAD, PAGE_HEAD_LOW, PAGE_MARGIN


class PageHead(QFrame):
    """Title, a line about its state, and the page's actions at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEAD)
        self.setProperty("r", "top")
        line = QHBoxLayout(self)
        line.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        line.setSpacing(8)
        name = QLabel(title)
        name.setProperty("r", "title")
        self.about = AboutLine()
        line.addWidget(name)
        line.addSpacing(12)
        line.addWidget(self.about, 1)
        self._line = line
        self._writing: list[tuple[QPushButton, str]] = []
        self._tips: dict[QPushButton, str] = {}

    def say(self, text: str) -> None:
        """The line beside the title: which version, as of when."""
        self.about.setText(text)
        self.about.setToolTip(text)

    def add_action(  # noqa: PLR0913 - what a button of the head is
        self,
        text: str,
        icon_name: str,
        act: Callable[[], object],
        *,
        primary: bool = False,
        key: Shortcut | None = None,
        writes: bool = False,
    ) -> QPushButton:
        """An action at the right; one of them may be primary, and is added last. The window listens for its key."""
        button = QPushButton(icon(icon_name, "onfill" if primary else "text", 16), text)
        button.setIconSize(QSize(16, 16))
        button.setProperty("k", "primary" if primary else "button")
        button.clicked.connect(lambda _=False: act())
        button.setAccessibleName(text)
        if key is not None:
            button.setToolTip(with_key(text, key))
        self._tips[button] = button.toolTip()
        if writes:
            self._writing.append((button, button.toolTip()))
        self._line.addWidget(button)
        return button

    def bar_writing(self, why: str) -> None:
        """Acts that write cannot be pressed, and say why; empty gives them back."""
        for button, tip in self._writing:
            button.setEnabled(not why)
            button.setToolTip(why or tip)

    def allow(self, button: QPushButton, why: str) -> None:
        """An act that cannot be done now cannot be pressed, and says why; empty gives it and its key back."""
        button.setEnabled(not why)
        button.setToolTip(why or self._tips[button])
        button.setAccessibleDescription(why)

    def show_low(self, *, low: bool) -> None:
        """Give room to the page's body when the window is low."""
        self.setFixedHeight(PAGE_HEAD_LOW if low else PAGE_HEAD)

    def add_widget(self, widget: QWidget) -> None:
        """Something else at the right, such as a chip or a link."""
        self._line.addWidget(widget)
