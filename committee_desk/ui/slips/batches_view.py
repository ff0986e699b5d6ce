"""The batches of a round: how far each class is in counts, a new batch by its class, and what each batch waits for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from committee_desk.domain.ratings import BallotClass
from committee_desk.services.round_file import BatchState
from committee_desk.services.slip_views import BatchRow
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.surfaces import EmptyState, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.slips.slots import column_of
from committee_desk.ui.slips.work import Work
from committee_desk.wording.language import standing_alone, tr
from committee_desk.wording.rounds import ballot_class_name
from committee_desk.wording.slips import batch_state, counters_rated

CLASSES = {Qt.Key.Key_A: BallotClass.A, Qt.Key.Key_B: BallotClass.B, Qt.Key.Key_C: BallotClass.C}


class BatchesView(QWidget):
    """`opened(batch)`, `begun(class)`, `dropped(batch)`."""

    opened = Signal(object)
    begun = Signal(object)
    dropped = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.counts = label("", "sub", wrap=True)
        self.rated = label("", "warn", wrap=True)
        self.table: _Batches = _Batches(_spec(), tr("计票批次"), work.place.memory)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(lambda _row: self._say_possible())
        self.table.struck.connect(self._drop)
        self.table.wanted.connect(self.begun)
        self.empty = EmptyState(
            "clipboard-list",
            tr("还没有录入一批票"),
            tr("把收回的票按票类分开，一批一批地录。选好票类就开始，键盘上按 A、B、C 也行。"),
        )
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.table)
        self.fresh: dict[BallotClass, QPushButton] = {each: self._fresh(each) for each in BallotClass}
        self.go_on = button(tr("继续"), self._go_on, primary=True)
        self.drop = button(tr("删除这一批…"), self._drop, icon_name="trash")
        column = column_of(self.counts, margin=0)
        column.addLayout(self._row(label(tr("新的一批"), "name"), *self.fresh.values()))
        column.addWidget(self.rated)
        column.addWidget(self.middle, 1)
        column.addLayout(self._row(self.go_on, self.drop))
        self.setLayout(column)

    def _fresh(self, ballot_class: BallotClass) -> QPushButton:
        name = ballot_class_name(ballot_class)
        made = button(name, lambda: self.begun.emit(ballot_class), icon_name="plus")
        made.setAutoDefault(False)
        made.setToolTip(tr("开始录入新的一批{name}（{key}）", name=name, key=ballot_class.value))
        return made

    @staticmethod
    def _row(*widgets: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for each in widgets:
            line.addWidget(each)
            if isinstance(each, QPushButton):
                each.setAutoDefault(False)
        line.addStretch(1)
        return line

    def read(self, choose: int = 0) -> None:
        """Read and show; `choose` is the batch to stand on."""
        progress = self._work.slips.progress(*self._work.at)
        told = (
            tr(
                "{name}：印制 {made} 张，录入 {typed} 张，计入 {counted} 张",
                name=ballot_class_name(each), made=now.serials, typed=now.typed, counted=now.counted,
            )
            for each, now in sorted(progress.items())
        )  # fmt: skip
        self.counts.setText(tr("；").join(told))
        self._say_rated()
        rows = self._work.slips.batches(*self._work.at)
        self.table.set_rows(rows)
        self.middle.setCurrentWidget(self.table if rows else self.empty)
        waits = next((each.number for each in rows if each.yours), rows[-1].number if rows else 0)
        self.table.choose(choose or waits)
        self._say_possible()
        self.take_focus()

    def _say_rated(self) -> None:
        """Above the names of who counts: that one of them is rated himself."""
        told = counters_rated(self._work.slips.rated_counters(*self._work.at))
        self.rated.setText(told)
        self.rated.setVisible(bool(told))

    def take_focus(self) -> None:
        """Where work goes on."""
        (self.table if self.table.shown else self.fresh[BallotClass.A]).setFocus()

    def _say_possible(self) -> None:
        row = self.table.current()
        self.go_on.setText(next_step(row) if row is not None and row.yours else tr("继续"))
        self.go_on.setEnabled(row is not None and row.yours)
        self.go_on.setToolTip("" if row is None or row.yours else waits_for(row))
        self.drop.setEnabled(row is not None and row.state is not BatchState.COUNTED)

    def _go_on(self) -> None:
        if (row := self.table.current()) is not None:
            self.opened.emit(row)

    def _drop(self) -> None:
        row = self.table.current()
        if row is not None and self.drop.isEnabled():
            self.dropped.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A class's letter begins a batch of it."""
        if not event.modifiers() and (wanted := CLASSES.get(_key(event))) is not None:
            self.begun.emit(wanted)
        else:
            super().keyPressEvent(event)


class _Batches(ListTable[BatchRow]):
    struck = Signal()
    wanted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete drops the batch; a class's letter begins a new one, for a table would search with it."""
        if event.key() == Qt.Key.Key_Delete:
            self.struck.emit()
        elif not event.modifiers() and (wanted := CLASSES.get(_key(event))) is not None:
            self.wanted.emit(wanted)
        else:
            super().keyPressEvent(event)


def _key(event: QKeyEvent) -> Qt.Key:
    return Qt.Key(event.key())


def next_step(row: BatchRow) -> str:
    """What whoever sits here does with the batch."""
    return {
        BatchState.TYPING: tr("继续录入"),
        BatchState.TYPING_AGAIN: tr("录第二次"),
        BatchState.COMPARED: tr("重录有差异的"),
        BatchState.SETTLING: tr("照纸票裁定"),
    }.get(row.state, "")


def waits_for(row: BatchRow) -> str:
    """Whom the batch waits for, where that is somebody else."""
    if row.state is BatchState.TYPING:
        return tr("由{name}录完", name=row.typed_by)
    if row.state is BatchState.TYPING_AGAIN and not row.compared_by:
        return tr("由{name}以外的人录第二次", name=row.typed_by)
    if row.state in {BatchState.TYPING_AGAIN, BatchState.COMPARED}:
        return tr("由{name}继续", name=row.compared_by)
    if row.state is BatchState.SETTLING:
        return tr("由{first}、{second}以外的人裁定", first=row.typed_by, second=row.compared_by)
    return ""


def _next(row: BatchRow) -> str:
    return next_step(row) if row.yours else waits_for(row)


def _others(row: BatchRow) -> str:
    return tr("、").join(each for each in (row.compared_by, row.settled_by) if each)


def _slips(row: BatchRow) -> str:
    if row.state is BatchState.TYPING_AGAIN:
        return tr("{again}，共 {count}", again=row.typed_again, count=row.slips)
    return str(row.slips)


def _spec() -> TableSpec[BatchRow]:
    return TableSpec(
        "slips/batches",
        (
            Column("number", tr("批次"), lambda row: str(row.number), 60, right=True, sort=lambda row: row.number),
            Column(
                "class",
                tr("票类"),
                lambda row: tr("{ballot_class} 票", ballot_class=row.ballot_class),
                56,
                fits=True,
                tip=lambda row: ballot_class_name(row.ballot_class),
            ),
            Column("state", tr("进度"), lambda row: standing_alone(batch_state(row.state)), 72, fits=True),
            Column("slips", tr("张数"), _slips, 56, right=True, sort=lambda row: row.slips, fits=True),
            Column("typed", tr("计票人"), lambda row: row.typed_by, 64, style=Style.NAME, fits=True),
            Column("others", tr("监票人或第二、三人"), _others, 100, fits=True),
            Column("next", tr("下一步"), _next, 180, stretch=True, fits=True),
        ),
        key=lambda row: row.number,
        sort_by="number",
    )
