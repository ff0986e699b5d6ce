"""简易: the scrutineer compares every slip of the batch with its paper, one after the other, and confirms the batch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from committee_desk.domain.serials import in_groups, spelt
from committee_desk.services.slip_views import BatchRow, SlipNotInBatch, TypedSlip
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.slips.form import SlipForm
from committee_desk.ui.slips.serial_field import SerialField
from committee_desk.ui.slips.slots import column_of
from committee_desk.ui.slips.work import Work
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.rounds import invalid_name


class CheckingView(QWidget):
    """`agreed` once every slip was found as on paper; `wrong(serial)` for one that must be typed again."""

    agreed = Signal()
    wrong = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._slips: dict[str, TypedSlip] = {}
        self._seen: set[str] = set()
        self._row: BatchRow | None = None
        self._now = ""
        self.serial = SerialField(self._look_up)
        self.serial.known.connect(self._show)
        self.serial.nothing.connect(self._following)
        self.form = SlipForm(work.round.label, work.lines, work.round.kind)
        policy = self.form.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.form.setSizePolicy(policy)
        self.state = label("", "name")
        self.invalid = label("", "warn", wrap=True)
        self.agree = button(tr("与纸票一致"), self._agree, primary=True)
        self.agree.setAutoDefault(False)
        self.differs = button(tr("不一致，改这张票"), lambda: self.wrong.emit(self._now) if self._now else None)
        self.differs.setAutoDefault(False)
        self.differs.setToolTip(with_key(tr("不一致，改这张票"), Shortcut.LAST_SLIP))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.differs)
        foot.addWidget(self.agree)
        self.about = label(
            tr("监票人拿着纸票：扫描票号，或在空的票号处按 Enter 依次查看；与纸票逐行相同的，按 Enter 确认。"),
            "sub", wrap=True,
        )  # fmt: skip
        column = column_of(self.about, self.serial, self.invalid, margin=0)
        column.addWidget(self.form, 1)
        column.addLayout(foot)
        self.setLayout(column)
        QShortcut(Shortcut.LAST_SLIP.keys, self, self.differs.click)

    def show_batch(self, row: BatchRow) -> None:
        """Compare this batch; what was found as on paper before stays so while it is the same."""
        typed = {each.serial: each for each in self._work.slips.typed(*self._work.at, row.number)}
        if self._row is None or self._row.number != row.number:
            self._seen = set()
        self._seen = {each for each in self._seen if typed.get(each) == self._slips.get(each)}
        self._slips, self._row = typed, row
        self._ask("")

    def _look_up(self, text: str) -> str:
        serial = spelt(text)
        if serial not in self._slips:
            raise SlipNotInBatch(self._work.round.label, text.strip()[:20], self._row.number if self._row else 0)
        return serial

    def _show(self, serial: str) -> None:
        self._now = serial
        slip = self._slips[serial]
        self.serial.show_serial(serial, tr("已核对过") if serial in self._seen else "")
        self.form.show_only(slip.lines)
        self.form.setVisible(True)
        self.invalid.setText(tr("按无效票计数：{why}", why=invalid_name(slip.invalid)) if slip.invalid else "")
        self.invalid.setVisible(slip.invalid is not None)
        for each in (self.agree, self.differs):
            each.setEnabled(True)
        self.agree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        if not self._now:
            return
        self._seen.add(self._now)
        if self._left():
            self._ask(tr("{serial} 一致", serial=in_groups(self._now)))
            return
        self._ask("")
        self.agreed.emit()

    def _left(self) -> list[str]:
        return [each for each in self._slips if each not in self._seen]

    def _ask(self, said: str) -> None:
        self._now = ""
        self.form.show_only({})
        self.form.setVisible(False)
        self.invalid.hide()
        for each in (self.agree, self.differs):
            each.setEnabled(False)
        done, count = len(self._seen), len(self._slips)
        self.state.setText(
            tr("已核对 {done} 张，本批共 {count} 张", done=done, count=count)
            if self._left()
            else tr_n("{count} 张都已核对", "{count} 张都已核对", count)
        )
        self.serial.ask(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Who compares a long slip scrolls it by the arrows."""
        if not self._now or not self.form.scrolled_by(event):
            super().keyPressEvent(event)

    def _following(self) -> None:
        """Enter at an empty serial shows the next slip that was not compared; with all compared it confirms."""
        if left := self._left():
            self._show(left[0])
        else:
            self.agreed.emit()
