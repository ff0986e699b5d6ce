"""The one door for commands, and the worker."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.calendar import YearNotHeld
from committee_desk.domain.desk_file import DiskFull
from committee_desk.services.changes import Change, Topic
from committee_desk.ui.common import perform as door
from committee_desk.ui.common.jobs import Progress, Stopped, Worker
from committee_desk.ui.common.perform import Changes, perform
from committee_desk.wording import errors


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the user was told, instead of a dialog."""
    heard: list[tuple[str, str]] = []
    monkeypatch.setattr(door, "show_refusal", lambda _parent, text: heard.append(("refusal", text)))
    monkeypatch.setattr(door, "show_trouble", lambda _parent, text: heard.append(("trouble", text)))
    monkeypatch.setattr(door, "report_bug", lambda _parent, error: heard.append(("bug", str(error))))
    return heard


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_change_is_announced_to_the_screens(parent: QWidget, qtbot: QtBot, said: list[tuple[str, str]]) -> None:
    changes = Changes()
    with qtbot.waitSignal(changes.happened) as heard:
        done = perform(parent, changes, lambda: Change.of(Topic.PEOPLE, entry=3))
    assert heard.args == [done]
    assert said == []


def test_a_refusal_becomes_its_sentence_and_announces_nothing(
    parent: QWidget, qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    changes = Changes()

    def refused() -> Change:
        raise YearNotHeld(2030)

    with qtbot.assertNotEmitted(changes.happened):
        assert perform(parent, changes, refused) is None
    assert said == [("refusal", errors.sentence(YearNotHeld(2030)))]


def test_a_trouble_is_told_as_one(parent: QWidget, said: list[tuple[str, str]]) -> None:
    def trouble() -> Change:
        raise DiskFull(Path("台账.desk"))

    assert perform(parent, Changes(), trouble) is None
    assert said == [("trouble", errors.sentence(DiskFull(Path("台账.desk"))))]


def test_a_bug_is_reported_and_not_swallowed(parent: QWidget, said: list[tuple[str, str]]) -> None:
    def bug() -> Change:
        raise ZeroDivisionError("nought")

    assert perform(parent, Changes(), bug) is None
    assert said == [("bug", "nought")]


@pytest.fixture
def worker(qtbot: QtBot) -> Worker:
    return Worker()


def _run(qtbot: QtBot, worker: Worker, work: Callable[[Progress], object]) -> tuple[list[object], list[object]]:
    results: list[object] = []
    errors_: list[object] = []
    worker.run(work, results.append, errors_.append)
    qtbot.waitUntil(lambda: bool(results or errors_))
    return results, errors_


def test_work_is_done_beside_the_window_and_its_result_comes_back(qtbot: QtBot, worker: Worker) -> None:
    here = QThread.currentThread()
    results, _ = _run(qtbot, worker, lambda _progress: QThread.currentThread() is here)
    assert results == [False]


def test_an_exception_in_a_job_reaches_its_listener(qtbot: QtBot, worker: Worker) -> None:
    def broken(_progress: Progress) -> object:
        raise ZeroDivisionError

    _, failures = _run(qtbot, worker, broken)
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_stopped_job_ends_at_its_next_report(qtbot: QtBot, worker: Worker) -> None:
    failures: list[object] = []
    reports: list[int] = []

    def endless(progress: Progress) -> None:
        for at in range(10_000_000):
            progress(at, 10_000_000)

    job = worker.run(endless, lambda _result: None, failures.append, lambda done, _total: reports.append(done))
    qtbot.waitUntil(lambda: bool(reports))
    job.stop()
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Stopped)
    assert not worker.busy


class Shown(QWidget):
    """Tells when it was painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._told.append("painted")


def test_work_behind_what_is_shown_begins_once_that_is_painted(qtbot: QtBot, worker: Worker) -> None:
    told: list[str] = []
    shown = Shown(told)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: bool(told))
    told.clear()
    shown.update()
    worker.run(lambda _progress: told.append("worked"), lambda _done: None, lambda _error: None, behind=True)
    assert worker.busy
    qtbot.waitUntil(lambda: not worker.busy)
    assert told == ["painted", "worked"]
