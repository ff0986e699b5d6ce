"""The figures of a person, with a tick at those that are challenged and a field that looks for one of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from committee_desk.domain.proceedings import Challenge
from committee_desk.ui.rereview.form import framed
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import challenge_name

HIGH, CHALLENGE = 132, int(Qt.ItemDataRole.UserRole)


class ChallengeList(QWidget):
    """`changed` speaks when another figure is ticked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.whose = ""
        self.filter = _Filter()
        self.filter.setPlaceholderText(tr("案号、指标名称、凭证号"))
        self.filter.setAccessibleName(tr("在得分和事实中筛选"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("得分和事实"))
        self.list.setFixedHeight(HIGH)
        self.list.setTabKeyNavigation(False)
        self.filter.textChanged.connect(self._keep)
        self.filter.down.connect(self._enter)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.filter)
        column.addWidget(framed(self.list))
        self.setFocusProxy(self.filter)

    def wait_for(self, whose: str) -> None:
        """The figures of that person are being read."""
        self.whose = whose
        self.list.clear()

    def offer(self, found: tuple[Challenge, ...]) -> None:
        """These figures, none of them ticked."""
        was = self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for each in found:
            line = QListWidgetItem(challenge_name(each))
            line.setData(CHALLENGE, each)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(line)
        self.list.setCurrentRow(0)
        self.list.blockSignals(was)
        self._keep(self.filter.text())

    def taken(self) -> tuple[Challenge, ...]:
        """The figures with a tick."""
        lines = [self.list.item(at) for at in range(self.list.count())]
        ticked = (each for each in lines if each.checkState() is Qt.CheckState.Checked)
        return tuple(Challenge(*each.data(CHALLENGE)) for each in ticked)

    def _keep(self, text: str) -> None:
        words = text.split()
        first = -1
        for at in range(self.list.count()):
            line = self.list.item(at)
            hidden = any(word not in line.text() for word in words)
            line.setHidden(hidden)
            first = at if first < 0 and not hidden else first
        current = self.list.currentItem()
        if first >= 0 and (current is None or current.isHidden()):
            self.list.setCurrentRow(first)

    def _enter(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


class _Filter(QLineEdit):
    """Down goes into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads into the list, the rest is the field's."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
