"""Typing the slips of a batch: serial, lines, and the next; a slip is kept with Enter on its last line."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.serials import in_groups
from committee_desk.services.round_file import BatchState
from committee_desk.services.slip_views import BatchRow
from committee_desk.ui.common.messages import ask, show_refusal
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import Banner, label
from committee_desk.ui.slips.batch_side import BatchSide
from committee_desk.ui.slips.form import SlipForm
from committee_desk.ui.slips.mistakes import told, told_invalid
from committee_desk.ui.slips.serial_field import SerialField
from committee_desk.ui.slips.slots import column_of
from committee_desk.ui.slips.work import Work
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

NARROW_BELOW, LOW_BELOW = 760, 340


class TypingView(QWidget):
    """One batch, the first time or the second. `finished` when the typist says that the batch is through."""

    finished = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._row: BatchRow | None = None
        self._serial = ""
        self._anew = False
        """The slip stands in the batch already and is typed again."""
        self._warned = False
        self._last = ""
        self._listed: list[str] = []
        self._mine: dict[str, dict[str, str]] = {}
        """What was typed here since the batch was opened: the second's slips can be put right too."""
        self.serial = SerialField(self._look_up)
        self.form = SlipForm(work.round.label, work.lines, work.round.kind)
        self.side = BatchSide()
        self.keys = label(_keys(), "cap", wrap=True)
        self._warning = column_of(margin=0)
        main = column_of(self.serial, margin=0)
        main.addLayout(self._warning)
        main.addWidget(self.form, 1)
        main.addWidget(self.keys)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(16)
        self._both.addLayout(main, 1)
        self._both.addWidget(self.side)
        self._connect()

    def _connect(self) -> None:
        self.serial.known.connect(self._begin)
        self.form.done.connect(self.save)
        self.form.above.connect(self.serial.field.setFocus)
        self.form.touched.connect(self._forget_warning)
        self.side.serials.opened.connect(self.again)
        self.side.serials.struck.connect(self._strike)
        self.side.done.connect(self._finish)
        QShortcut(Shortcut.LAST_SLIP.keys, self, lambda: self.again(self._last) if self._last else None)
        QShortcut(Shortcut.BATCH_DONE.keys, self, self._finish)

    # -- the batch -------------------------------------------------------------------------------------------------

    def show_batch(self, row: BatchRow) -> None:
        """Type slips of this batch."""
        self._last, self._mine = "", {}
        self._show(row)
        self._next("")

    def read_batch(self) -> None:
        """The batch as it stands now."""
        assert self._row is not None  # noqa: S101 - shown by then
        number = self._row.number
        self._show(next(each for each in self._work.slips.batches(*self._work.at) if each.number == number))

    def _show(self, row: BatchRow) -> None:
        self._row = row
        slips, at = self._work.slips, (*self._work.at, row.number)
        if row.state is BatchState.TYPING:
            self._mine = {each.serial: dict(each.lines) for each in slips.typed(*at)}
            self._listed = list(self._mine)
        else:
            self._listed = list(slips.to_type_again(*at))
        self.side.show_batch(row, self._listed)

    def _kept(self, serial: str) -> None:
        """The batch with one slip more; nothing is read for it, for the next slip is waiting."""
        row, listed = self.row, self._listed
        if row.state is BatchState.TYPING_AGAIN:
            self._listed = [each for each in listed if each != serial]
            row = row._replace(typed_again=row.slips - len(self._listed))
        elif serial not in listed:
            self._listed = sorted([*listed, serial])
            row = row._replace(slips=len(self._listed))
        self._row = row
        self.side.show_batch(row, self._listed)

    @property
    def row(self) -> BatchRow:
        """The batch."""
        assert self._row is not None  # noqa: S101 - shown by then
        return self._row

    def _finish(self) -> None:
        if self._busy() and not self._may_leave():
            return
        self._next("")
        if self.row.slips:
            self.finished.emit()

    # -- a slip ----------------------------------------------------------------------------------------------------

    def _look_up(self, typed: str) -> str:
        return self._work.slips.check_serial(*self._work.at, self.row.number, typed)

    def _begin(self, serial: str, values: dict[str, str] | None = None) -> None:
        if self._serial and self._serial != serial and self.form.typed and not self._may_leave():
            self.serial.show_serial(self._serial)
            return
        fresh = serial != self._serial
        self._serial, self.form.serial = serial, serial
        self._forget_warning()
        self.form.bar(barred=False)
        if fresh:
            self.form.put(values or {})
        self.form.start()

    def _next(self, said: str) -> None:
        self._serial, self.form.serial, self._anew = "", "", False
        self._forget_warning()
        self.form.put({})
        self.form.bar(barred=True)
        self.serial.ask(said)

    def _busy(self) -> bool:
        """Whether a slip is half typed."""
        return bool(self._serial) and (self._anew or self.form.typed)

    def save(self) -> None:
        """Keep the slip and ask for the next; one that will not count is asked about once."""
        if not self._serial or not self.form.checked():
            return
        values = self.form.values
        why = self._work.invalid(self.row.ballot_class, values)
        if why is not None and not self._warned:
            self._warned = True
            self._warning.addWidget(Banner("warn", told_invalid(why)))
            self.form.end()
            return
        try:
            self._write(values)
        except (DeskError, Trouble) as error:
            self._refuse(error)
            return
        self._last = self._serial
        self._mine[self._serial] = values
        valid = tr("{serial} 已保存", serial=in_groups(self._serial))
        self._next(valid if why is None else tr("{serial} 已保存，按无效票计数", serial=in_groups(self._serial)))
        self._kept(self._last)

    def _write(self, values: dict[str, str]) -> None:
        work, at = self._work, (*self._work.at, self.row.number)
        if self._anew:
            work.do(lambda: work.slips.take_back(work.actor, *at, self._serial))
            self._anew = False
        work.do(lambda: work.slips.type(work.actor, *at, self._serial, values))

    def _refuse(self, error: DeskError | Trouble) -> None:
        self.serial.say_wrong(told(error))
        self.serial.field.setFocus()
        self.serial.field.selectAll()

    def _forget_warning(self) -> None:
        self._warned = False
        while (item := self._warning.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    # -- a slip once more ------------------------------------------------------------------------------------------

    def again(self, serial: str) -> None:
        """Type a slip of the batch again, over what was typed; one still to be typed is only begun."""
        if self._busy() and not self._may_leave():
            return
        if serial not in self._mine:
            self.serial.take(serial)
            return
        self._anew, self._serial = True, ""
        self.serial.show_serial(serial, tr("改这张票，录到最后一行保存"))
        self._begin(serial, self._mine[serial])

    def _strike(self, serial: str) -> None:
        """Take a slip out of the batch."""
        work, again = self._work, self.row.state is BatchState.TYPING_AGAIN
        text = (
            tr("第一次录入的也一起撤回。纸票不在这一批里的才这样做。")
            if again
            else tr("这张票从本批撤回，录过的不保留，以后可以再录。")
        )
        if not ask(self, tr("撤回票号 {serial}？", serial=in_groups(serial)), text, tr("撤回"), careful=True):
            return
        try:
            work.do(lambda: work.slips.take_back(work.actor, *work.at, self.row.number, serial))
        except (DeskError, Trouble) as error:
            show_refusal(self, sentence(error))
        self._mine.pop(serial, None)
        self._last = "" if self._last == serial else self._last
        self.read_batch()
        self._next("")

    def _may_leave(self) -> bool:
        said = tr("票号 {serial} 还没有录到最后一行，没有保存。", serial=in_groups(self._serial))
        kept = tr("票号 {serial} 改了一半，保存的还是原来的。", serial=in_groups(self._serial))
        text = kept if self._anew else said
        return ask(self, tr("这张票还没有录完"), text, tr("放弃这张票"), no=tr("继续录入"), careful=True)

    def leave(self) -> bool:
        """Leave the slip, asking where something stands on it; False when it is gone on with."""
        if self._busy() and not self._may_leave():
            return False
        if self._serial:
            self._next("")
        return True

    @property
    def at_slip(self) -> bool:
        """Whether a slip was begun."""
        return bool(self._serial)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The batch beside the lines, or in a small window above them."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self.keys.setVisible(self.height() >= LOW_BELOW)
        if self._both.direction() != direction:
            self._both.setDirection(direction)
            self.side.fold(folded=narrow)


def _keys() -> str:
    return tr(
        "Enter 下一行，什么都不填就是空白；“-” 弃权；↑ ↓ 移动；最后一行 Enter 保存；"
        "F2 改刚录的一张；F9 本批录完；Esc 离开"
    )
