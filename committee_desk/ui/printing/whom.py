"""For whom to print: those selected, those in the list, or everybody."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton

from committee_desk.ui.common.surfaces import label
from committee_desk.wording.language import tr


class Whom(Enum):
    """The three answers."""

    SELECTED = "selected"
    LISTED = "listed"
    ALL = "all"


class WhomBar(QFrame):
    """Three radio buttons, each with how many people it means."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("r", "foot")
        self.setFixedHeight(44)
        self._words = {Whom.SELECTED: tr("所选"), Whom.LISTED: tr("列表中"), Whom.ALL: tr("全部")}
        self._counts = dict.fromkeys(Whom, 0)
        self._group = QButtonGroup(self)
        self.buttons: dict[Whom, QRadioButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        line.addWidget(label(tr("打印谁的"), "sub"))
        for whom, word in self._words.items():
            button = QRadioButton(word)
            self._group.addButton(button)
            self.buttons[whom] = button
            line.addWidget(button)
        line.addStretch(1)
        self.buttons[Whom.SELECTED].setChecked(True)
        self._group.buttonToggled.connect(lambda *_: changed())

    def count(self, selected: int, listed: int, everybody: int) -> None:
        """Say how many each means."""
        self._counts = {Whom.SELECTED: selected, Whom.LISTED: listed, Whom.ALL: everybody}
        for whom, button in self.buttons.items():
            button.setText(tr("{word} {count} 人", word=self._words[whom], count=self._counts[whom]))

    @property
    def scope(self) -> Whom:
        """Which one is chosen."""
        return next(whom for whom, button in self.buttons.items() if button.isChecked())

    def chosen(self) -> int:
        """How many people that means."""
        return self._counts[self.scope]
