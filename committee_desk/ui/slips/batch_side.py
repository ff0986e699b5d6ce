"""Beside the lines: which batch it is, how many slips it has, those typed, and what is done with the whole of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QListWidget, QPushButton

from committee_desk.domain.serials import in_groups, spelt
from committee_desk.services.round_file import BatchState
from committee_desk.services.slip_views import BatchRow
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr, tr_n

WIDE, UNBOUND = 236, 16_777_215


class SerialList(QListWidget):
    """`opened(serial)` on Enter, `struck(serial)` on Delete."""

    opened = Signal(str)
    struck = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types the slip again, Delete takes it back."""
        now = self.currentItem()
        if now is not None and is_enter(event):
            self.opened.emit(spelt(now.text()))
        elif now is not None and event.key() == Qt.Key.Key_Delete:
            self.struck.emit(spelt(now.text()))
        else:
            super().keyPressEvent(event)


class BatchSide(QFrame):
    """Counts and serials alone; never what a slip says."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "well")
        self.setAccessibleName(tr("本批"))
        self.figure = label("", "figure")
        self.count = label("", "cap", wrap=True)
        self.listed = label("", "sub", wrap=True)
        self.serials = SerialList()
        self.serials.setAccessibleName(tr("本批的票号"))
        self.serials.itemDoubleClicked.connect(lambda item: self.serials.opened.emit(spelt(item.text())))
        self.finish: QPushButton = button("", self.done.emit, primary=True)
        self.finish.setAutoDefault(False)
        self._all = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._all.setSpacing(6)
        for each in (self.figure, self.count, self.listed):
            self._all.addWidget(each)
        self._all.addWidget(self.serials, 1)
        self._all.addWidget(self.finish)
        self.fold(folded=False)

    def show_batch(self, row: BatchRow, serials: Sequence[str]) -> None:
        """The batch as it stands; `serials` of the first typist are those typed, of the second those still to type."""
        again = row.state is BatchState.TYPING_AGAIN
        done = row.typed_again if again else row.slips
        self.figure.setText(str(done))
        of_all = tr_n("已录，本批共 {count} 张", "已录，本批共 {count} 张", row.slips)
        self.count.setText(of_all if again else tr("张已录入并保存"))
        self.listed.setText(
            tr("还没有录的票号") if again else tr("已录的票号（Enter 改，Delete 撤回）") if serials else ""
        )
        self.serials.clear()
        self.serials.addItems([in_groups(each) for each in serials])
        word = tr("录完，与第一次比对") if again else tr("录完，交第二人录入") if row.strict else tr("录完，核对纸票")
        self.finish.setText(word)
        self.finish.setAccessibleName(word)
        self.finish.setToolTip(with_key(word, Shortcut.BATCH_DONE))
        self.finish.setEnabled(bool(row.slips))

    def fold(self, *, folded: bool) -> None:
        """Counts and the button alone, where there is little room."""
        way = QBoxLayout.Direction.LeftToRight if folded else QBoxLayout.Direction.TopToBottom
        self._all.setDirection(way)
        self._all.setContentsMargins(12, 2 if folded else 8, 12, 4 if folded else 12)
        self._all.setStretchFactor(self.count, int(folded))
        for each in (self.listed, self.serials):
            each.setVisible(not folded)
        self.setMinimumWidth(0 if folded else WIDE)
        self.setMaximumWidth(UNBOUND if folded else WIDE)
