"""A clerk at the real window of a protected desk: opens every page, filters by a name, previews, meets a bug."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from committee_desk import app as program
from committee_desk.bootstrap import open_desk
from committee_desk.services.access import Access
from committee_desk.ui.common.tool_row import FilterField

PAUSE = 150


def sit_down(path: Path, passphrase: str, name: str, number: str) -> None:
    """Everything that a window can write down, provoked."""
    app = program.start_qt()
    window = program.make_window(program.memory_of_this_pc())
    window.show_desk(open_desk(path, passphrase=passphrase, access=Access.WINDOW))
    window.show()
    frame = window.frame
    assert frame is not None
    for pause in (PAUSE, PAUSE + 30, PAUSE + 70):  # one whose turn it is while a box opens waits for that box
        answering = QTimer(app)
        answering.timeout.connect(dismiss)
        answering.start(pause)
    visited = 0
    for page in ("desk", "ranking", "cases", "people", "print", "system"):
        frame.lead_to(page)
        settle(app, window)
        now = frame.pages.current
        assert now is not None
        for field in now.findChildren(FilterField):
            for text in (number, name):
                field.clear()
                field.insert(text)
                QTest.qWait(PAUSE)
                settle(app, window)
        visited += now.page_id == page
    desk = frame.desk
    assert desk is not None
    code = desk.scores.year(2026).people[0].code
    pages = desk.sheets.pages(desk.sheets.preview(2026, code), 60)
    QTimer.singleShot(0, lambda: fail(name, number))
    QTest.qWait(4 * PAUSE)
    desk.close()
    window.hide()
    window.place.worker.wait()
    window.place.memory.sync()
    print(f"visited {visited}, previewed {len(pages)}", flush=True)


def dismiss() -> None:
    """Close whatever box is in the way."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QDialog):
        box.reject()


def settle(app: QApplication, window: object) -> None:
    """Wait until the worker has nothing left to read."""
    for _ in range(400):
        app.processEvents()
        if not window.place.worker.busy:  # type: ignore[attr-defined]
            return
        QTest.qWait(10)


def fail(name: str, number: str) -> None:
    """A bug whose error quotes what the desk protects."""
    raise KeyError(f"{name} {number}")


if __name__ == "__main__":
    sit_down(Path(sys.argv[1]), *sys.argv[2:])
