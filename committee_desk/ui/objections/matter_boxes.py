"""What an objection is about (申请事项): a box for each matter of form 4, ticked with its digit or the space bar."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from committee_desk.domain.objections import Matter
from committee_desk.wording.language import tr
from committee_desk.wording.objections import matter_name


class MatterBoxes(QWidget):
    """Five boxes in a row; 1 to 5 tick them from any of them, the arrows go along the row."""

    ticked = Signal()

    def __init__(self, chosen: Iterable[Matter] = ()) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(14)
        before = set(chosen)
        self.boxes: dict[Matter, QCheckBox] = {}
        for digit, each in enumerate(Matter, 1):
            box = QCheckBox(matter_name(each))
            box.setToolTip(tr("按 {digit} 勾选或取消", digit=digit))
            box.setAccessibleName(matter_name(each))
            box.setChecked(each in before)
            box.toggled.connect(lambda _on: self.ticked.emit())
            self.boxes[each] = box
            line.addWidget(box)
        line.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.boxes[Matter.GRADE])

    @property
    def chosen(self) -> tuple[Matter, ...]:
        """Those that are ticked, in the form's order."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())

    def bar(self, matter: Matter, why: str) -> None:
        """Let a matter not be ticked, with the reason; empty gives it back."""
        box = self.boxes[matter]
        if why:
            box.setChecked(False)
        box.setEnabled(not why)
        box.setToolTip(why or tr("按 {digit} 勾选或取消", digit=list(Matter).index(matter) + 1))
        box.setAccessibleDescription(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits tick."""
        boxes = list(self.boxes.values())
        digit = event.text()
        if digit.isdecimal() and digit.isascii() and 1 <= int(digit) <= len(boxes):
            if boxes[int(digit) - 1].isEnabled():
                boxes[int(digit) - 1].toggle()
        else:
            super().keyPressEvent(event)
