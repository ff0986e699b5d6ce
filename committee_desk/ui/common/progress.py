"""The dialog of long work: what it is doing, how far it is, and a button that stops it without half results."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from committee_desk.ui.common.jobs import Job, Progress, Worker
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr

R = TypeVar("R")


class ProgressDialog(QDialog):
    """`carry_out` runs the work on the worker and returns its result, None when it was stopped or failed."""

    def __init__(self, parent: QWidget, title: str, *, stoppable: bool = True) -> None:
        super().__init__(parent)
        self._asker = parent
        self.setWindowTitle(title)
        self.setFixedWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "h3"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.bar.setTextVisible(False)
        column.addWidget(self.bar)
        self.said = label("", "cap")
        column.addWidget(self.said)
        self.stop = button(tr("停下"), self._stop)
        self.stop.setVisible(stoppable)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        self._job: Job[Any] | None = None
        self.stopped = False
        """Whether stop was pressed, even if the work was done by then."""

    def carry_out(
        self, worker: Worker, work: Callable[[Progress], R], *, asks: tuple[type[BaseException], ...] = ()
    ) -> R | None:
        """Do the work; a refusal is told in its sentence. What `asks` for something more is raised to the caller."""
        found: list[R] = []
        errors: list[BaseException] = []

        def done(result: R) -> None:
            found.append(result)
            self.accept()

        def failed(error: BaseException) -> None:
            errors.append(error)
            self.accept()

        self._job = worker.run(work, done, failed, self._progressed, writes=True)
        self.exec()
        self._job = None
        if errors and isinstance(errors[0], asks):
            raise errors[0]
        if errors:
            tell_failure(self._asker, errors[0])
        return found[0] if found else None

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        if total > 0 and not self.stopped:
            self.said.setText(tr("{done} / {total}", done=done, total=total))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.stopped = True
            self.stop.setEnabled(False)
            self.said.setText(tr("正在停下，不会留下一半的结果…"))

    def reject(self) -> None:
        """Esc means stop; the dialog closes when the work has ended."""
        if self.stop.isVisible():
            self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The close button means stop too."""
        if self._job is not None:
            event.ignore()
            self.reject()
