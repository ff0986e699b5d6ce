"""One worker thread for what takes long: reading, importing, drawing. Shows how far it is and can be stopped."""

from collections.abc import Callable
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

T = TypeVar("T")
Progress = Callable[[int, int], None]


class Stopped(Exception):
    """The user stopped the job; nothing of it stays."""


class Job(QObject, Generic[T]):
    """One piece of work. Listeners are connected before it is queued; they run in the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()
    _result = Signal(object)
    _error = Signal(object)

    def __init__(self, work: Callable[[Progress], T], *, writes: bool = False) -> None:
        super().__init__()
        self._work = work
        self.writes = writes
        self._stop = Event()
        self._result.connect(self._take_result, Qt.ConnectionType.QueuedConnection)
        self._error.connect(self._take_error, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask the work to stop at its next report of progress; nothing half-done stays."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether a stop was asked for."""
        return self._stop.is_set()

    def report(self, done: int, total: int) -> None:
        """What the work calls: how far it is; raises when the user pressed stop."""
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(done, total)

    def carry_out(self) -> None:
        """Do the work; an exception in a runnable reaches nobody, so it is caught here."""
        try:
            if self._stop.is_set():
                raise Stopped  # noqa: TRY301 - a job stopped while waiting ends as one stopped while running
            result = self._work(self.report)
        except BaseException as error:  # noqa: BLE001 - every failure must reach the window's thread
            self._error.emit(error)
        else:
            self._result.emit(result)

    def _take_result(self, result: object) -> None:
        self.ended.emit()
        self.done.emit(result)

    def _take_error(self, error: object) -> None:
        self.ended.emit()
        self.failed.emit(error)


class _Run(QRunnable):
    def __init__(self, job: Job[Any]) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.carry_out()


def _while_there(owner: QObject | None, call: Callable[[T], None]) -> Callable[[T], None]:
    if owner is None:
        return call

    def called(answer: T) -> None:
        if isValid(owner):
            call(answer)

    return called


class Worker(QObject):
    """The one worker: jobs queue behind each other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: set[Job[Any]] = set()

    def run(  # noqa: PLR0913 - the work and who hears of it
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progressed: Callable[[int, int], None] | None = None,
        *,
        writes: bool = False,
        owner: QObject | None = None,
        behind: bool = False,
    ) -> Job[T]:
        """Queue the work; `done` or `failed` is called in the window's thread.

        `writes`: closing asks first. `owner`: nobody is called when that widget is gone by then. `behind`: the window
        paints first what it was just given to show, which else waits for its turn with the interpreter.
        """
        job: Job[T] = Job(work, writes=writes)
        job.done.connect(_while_there(owner, done))
        job.failed.connect(_while_there(owner, failed))
        if progressed is not None:
            job.progressed.connect(progressed)
        self._jobs.add(job)
        job.ended.connect(lambda: self._jobs.discard(job))
        if behind:
            QTimer.singleShot(0, self, lambda: self._pool.start(_Run(job)))
        else:
            self._pool.start(_Run(job))
        return job

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Whether a job that writes is running or waiting."""
        return any(job.writes for job in self._jobs)

    def wait(self) -> None:
        """Stop all jobs and wait for them, before the window closes."""
        for job in self._jobs:
            job.stop()
        self._pool.waitForDone()
