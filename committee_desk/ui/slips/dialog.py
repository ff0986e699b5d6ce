"""The window in which slips are typed: the batches, the lines of a slip, the comparison, what differs."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.ratings import BallotClass
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import BatchState
from committee_desk.services.slip_views import BatchRow, Comparison
from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.messages import ask, show_notice, show_refusal
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.second import with_second
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.slips.batches_view import BatchesView, waits_for
from committee_desk.ui.slips.checking_view import CheckingView
from committee_desk.ui.slips.differing_view import DifferingView
from committee_desk.ui.slips.slots import column_of
from committee_desk.ui.slips.typing_view import TypingView
from committee_desk.ui.slips.work import Work, open_work
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.rounds import ballot_class_name
from committee_desk.wording.saying import sentence
from committee_desk.wording.slips import batch_state

R = TypeVar("R")
SIZE = QSize(1240, 700)


class TypingDialog(QDialog):
    """One open round. Esc goes back to the batches, from there it closes; what was kept is kept."""

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent)
        self._work = work
        self.setWindowTitle(tr("录入测评票：{label}　{title}", label=work.round.label, title=work.round.title))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.heading = label("", "h3")
        self.back = button(tr("全部批次"), self._to_batches, icon_name="arrow-left")
        self.close_ = button(tr("关闭"), self.reject)
        for each in (self.back, self.close_):
            each.setAutoDefault(False)
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.views = QStackedWidget()
        self.batches, self.typing = BatchesView(work), TypingView(work)
        self.checking, self.differing = CheckingView(work), DifferingView(work)
        for view in (self.batches, self.typing, self.checking, self.differing):
            self.views.addWidget(view)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        head.addWidget(self.close_)
        column = column_of(margin=20)
        column.addLayout(head)
        column.addWidget(self.views, 1)
        self.setLayout(column)
        self._connect()
        self._to_batches()

    def _connect(self) -> None:
        self.batches.opened.connect(self.open_batch)
        self.batches.begun.connect(self._begin)
        self.batches.dropped.connect(self._drop)
        self.typing.finished.connect(self._typed)
        self.checking.agreed.connect(self._confirm)
        self.checking.wrong.connect(self._type_again)
        self.differing.answered.connect(self._answer)
        QShortcut(Shortcut.CONFIRM.keys, self, self._save)

    # -- where one is ----------------------------------------------------------------------------------------------

    def _show(self, view: QWidget, heading: str) -> None:
        self.views.setCurrentWidget(view)
        self.heading.setText(heading)
        self.heading.setAccessibleName(heading)
        self.back.setVisible(view is not self.batches)

    def _to_batches(self, choose: int = 0) -> None:
        if self.views.currentWidget() is self.typing and not self.typing.leave():
            return
        self._show(self.batches, tr("本轮的计票批次"))
        self._try(lambda: self.batches.read(choose))

    def open_batch(self, row: BatchRow) -> None:
        """Go on with a batch where it stands; of one that waits for somebody else, say for whom."""
        if not row.yours:
            said = waits_for(row)
            show_notice(
                self,
                tr("第 {batch} 批：{state}", batch=row.number, state=batch_state(row.state)),
                tr("下一步{said}。换人登录后再打开这里。", said=said) if said else tr("这一批已经计入，不再改动。"),
            )
            return
        typing = row.state in {BatchState.TYPING, BatchState.TYPING_AGAIN}
        view: TypingView | DifferingView = self.typing if typing else self.differing
        self._show(view, _heading(row))
        self._try(lambda: view.show_batch(row))

    def _row(self, number: int) -> BatchRow:
        return next(each for each in self._work.slips.batches(*self._work.at) if each.number == number)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _try(self, act: Callable[[], R]) -> R | None:
        """Do it; what the desk refuses is said."""
        try:
            return act()
        except Exception as error:  # noqa: BLE001 - the one place that sorts refusal, trouble and bug
            tell_failure(self, error)
            return None

    def _begin(self, ballot_class: BallotClass) -> None:
        work = self._work
        begun = self._try(lambda: work.do(lambda: work.slips.begin(work.actor, *work.at, ballot_class)))
        if begun is not None:
            self.open_batch(self._row(begun[0]))

    def _drop(self, row: BatchRow) -> None:
        work = self._work
        text = tr_n(
            "这一批录入的 {count} 张票不保留，可以重新录入。",
            "这一批录入的 {count} 张票不保留，可以重新录入。",
            row.slips,
        )
        if ask(self, tr("删除第 {batch} 批？", batch=row.number), text, tr("删除"), careful=True):
            self._try(lambda: work.do(lambda: work.slips.drop(work.actor, *work.at, row.number)))
            self._to_batches()

    def _save(self) -> None:
        if self.views.currentWidget() is self.typing:
            self.typing.save()

    def _typed(self) -> None:
        """The typist is through with the batch."""
        row, work = self.typing.row, self._work
        if row.state is BatchState.TYPING_AGAIN:
            compared = self._try(lambda: work.do(lambda: work.slips.compare(work.actor, *work.at, row.number)))
            if compared is not None:
                self._compared(row, compared)
        elif row.strict:
            done = self._try(lambda: work.do(lambda: work.slips.hand_over(work.actor, *work.at, row.number)))
            if done is not None:
                self._to_batches(row.number)
                said = tr("另一名计票人登录后，在这里照纸票把这一批再录一次，看不到您录的内容。")
                show_notice(self, tr("第 {batch} 批交第二人录入", batch=row.number), said)
        else:
            self._show(self.checking, _heading(row, tr("监票人核对")))
            self._try(lambda: self.checking.show_batch(row))

    def _type_again(self, serial: str) -> None:
        """A slip that is not as on paper."""
        row = self.typing.row
        self._show(self.typing, _heading(row))
        self._try(lambda: self.typing.show_batch(self._row(row.number)))
        self.typing.again(serial)

    def _confirm(self) -> None:
        """The scrutineer confirms with his name, or with his password."""
        row, work = self.typing.row, self._work
        act = tr_n(
            "监票人确认第 {batch} 批 {ballot_class} {count} 张与纸票一致",
            "监票人确认第 {batch} 批 {ballot_class} {count} 张与纸票一致",
            row.slips, batch=row.number, ballot_class=ballot_class_name(row.ballot_class),
        )  # fmt: skip
        done = with_second(
            self, work.desk, act, lambda second: work.do(
                lambda: work.slips.confirm(work.actor, *work.at, row.number, second)
            ),
        )  # fmt: skip
        if done is not None:
            self._to_batches(row.number)

    def _compared(self, row: BatchRow, compared: Comparison) -> None:
        count = len(compared.differing)
        if not count:
            self._to_batches(row.number)
            show_notice(self, tr("第 {batch} 批两次录入一致", batch=row.number), tr("这一批已经计入。"))
            return
        said = tr_n("{count} 张票有差异，差异各行已清空并标出，请重新录入一次。",
                    "{count} 张票有差异，差异各行已清空并标出，请重新录入一次。", count)  # fmt: skip
        show_notice(self, tr("第 {batch} 批比对完毕", batch=row.number), said)
        self.open_batch(self._row(row.number))

    def _answer(self) -> None:
        """Every field that differed was typed anew."""
        work, row, fields = self._work, self.differing.row, self.differing.fields
        if row.state is BatchState.SETTLING:
            settled = self._try(lambda: work.do(lambda: work.slips.settle(work.actor, *work.at, row.number, fields)))
            if settled is not None:
                self._to_batches(row.number)
                show_notice(self, tr("第 {batch} 批已裁定", batch=row.number), tr("这一批已经计入。"))
            return
        found = self._try(lambda: work.do(lambda: work.slips.retype(work.actor, *work.at, row.number, fields)))
        if found is None:
            return
        self._to_batches(row.number)
        count = len(found.differing)
        said = tr_n("{count} 张票仍有差异，由第三人拿着纸票裁定。", "{count} 张票仍有差异，由第三人拿着纸票裁定。",
                    count)  # fmt: skip
        show_notice(
            self, tr("第 {batch} 批已重录", batch=row.number), said if count else tr("两次录入一致了，这一批已经计入。")
        )

    # -- leaving ---------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc leaves the slip, then the batch, then the window."""
        if self.views.currentWidget() is self.typing and self.typing.at_slip:
            self.typing.leave()
        elif self.views.currentWidget() is not self.batches:
            self._to_batches()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen."""
        fit_dialog(self, SIZE)
        super().showEvent(event)
        self.batches.take_focus()


def open_dialog(parent: QWidget, place: Workplace, desk: Desk, year: int, number: int) -> None:
    """Type slips of that round; the screens hear afterwards what was counted."""
    try:
        work = open_work(place, desk, year, number)
    except (DeskError, Trouble) as error:
        show_refusal(parent, sentence(error))
        return
    dialog = TypingDialog(parent, work)
    dialog.exec()
    dialog.deleteLater()
    if work.written:
        place.changes.announce(Change.of(Topic.ROUNDS))


def _heading(row: BatchRow, doing: str = "") -> str:
    step = {
        BatchState.TYPING: tr("第一次录入") if row.strict else tr("录入票面"),
        BatchState.TYPING_AGAIN: tr("第二次录入，看不到第一次的内容"),
        BatchState.COMPARED: tr("重录有差异的各行"),
        BatchState.SETTLING: tr("第三人裁定"),
    }
    return tr(
        "第 {batch} 批 · {ballot_class} · {doing}",
        batch=row.number, ballot_class=ballot_class_name(row.ballot_class), doing=doing or step.get(row.state, ""),
    )  # fmt: skip
