"""严格: only the fields that differ come back, emptied and marked; nobody's value is told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from committee_desk.domain.serials import in_groups
from committee_desk.services.round_file import BatchState
from committee_desk.services.slip_views import BatchRow, Differing
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.slips.form import SlipForm
from committee_desk.ui.slips.slots import column_of
from committee_desk.ui.slips.work import Work
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


class DifferingView(QWidget):
    """`answered` once every field was typed anew: by the second once, then by a third with the paper in hand."""

    answered = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._row: BatchRow | None = None
        self._slips: Sequence[Differing] = ()
        self._at = 0
        self._done: set[str] = set()
        self.fields: dict[str, dict[str, str]] = {}
        self.about = label("", "sub", wrap=True)
        self.serial = label("", "h2")
        self.place = label("", "cap")
        self.form = SlipForm(work.round.label, work.lines, work.round.kind)
        self.form.done.connect(self._next)
        self.form.above.connect(lambda: self._go(self._at - 1, last=True))
        self.before = button(tr("上一张"), lambda: self._go(self._at - 1))
        self.following = button(tr("下一张"), lambda: self._go(self._at + 1))
        for each, key in ((self.before, "PgUp"), (self.following, "PgDn")):
            each.setAutoDefault(False)
            each.setToolTip(tr("{text}（{key}）", text=each.text(), key=key))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.serial)
        head.addWidget(self.place, 1)
        head.addWidget(self.before)
        head.addWidget(self.following)
        column = column_of(self.about, margin=0)
        column.addLayout(head)
        column.addWidget(self.form, 1)
        self.setLayout(column)

    def show_batch(self, row: BatchRow) -> None:
        """The fields of this batch that are not settled."""
        self._row = row
        self._slips = self._work.slips.differing(*self._work.at, row.number)
        self.fields = {each.serial: {} for each in self._slips}
        third = row.state is BatchState.SETTLING
        self.about.setText(
            tr("第三人拿着纸票裁定：按票号找出纸票，标出的各行照纸票录入。纸票上是空白的，直接按 Enter。")
            if third
            else tr("两次录入不同的各行已清空并标出。按票号找出纸票，重新录入一次；两次各录了什么不显示。")
        )
        self._at, self._done = 0, set()
        self._go(0)

    @property
    def row(self) -> BatchRow:
        """The batch."""
        assert self._row is not None  # noqa: S101 - shown by then
        return self._row

    def _go(self, to: int, *, last: bool = False) -> None:
        if not 0 <= to < len(self._slips):
            return
        if self._at < len(self._slips) and to != self._at:
            self.fields[self._slips[self._at].serial] = self.form.values
        self._at = to
        slip = self._slips[to]
        self.serial.setText(tr("票号 {serial}", serial=in_groups(slip.serial)))
        self.place.setText(tr("第 {at} 张，共 {count} 张", at=to + 1, count=len(self._slips)))
        self.form.serial = slip.serial
        self.form.only(slip.codes)
        self.form.fill(self.fields[slip.serial])
        self.before.setEnabled(to > 0)
        self.following.setEnabled(to < len(self._slips) - 1)
        if last:
            self.form.end()
        else:
            self.form.start()

    def _next(self) -> None:
        self.fields[self._slips[self._at].serial] = self.form.values
        self._done.add(self._slips[self._at].serial)
        still = [at for at, each in enumerate(self._slips) if each.serial not in self._done]
        if still:
            self._go(next((at for at in still if at > self._at), still[0]))
        else:
            self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From slip to slip."""
        if event.key() == Qt.Key.Key_PageUp:
            self._go(self._at - 1)
        elif event.key() == Qt.Key.Key_PageDown:
            self._go(self._at + 1)
        else:
            super().keyPressEvent(event)
