"""What a start of the window costs: what it loads before its first page stands, and what it leaves on the disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

from committee_desk.services.desk import Desk

START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from committee_desk import app as program
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.frame import frame, keeping

frame.AFTER_THE_PAGE = frame.CHECKED_AFTER = keeping.ONCE_PAINTED = keeping.AT_THE_LATEST = 600_000
file = Path(sys.argv[1])
memory = QSettings(str(file.with_suffix(".ini")), QSettings.Format.IniFormat)
memory.setValue("page", "ranking")
program.memory_of_this_pc = lambda: memory
app = program.start_qt()
window = program.make_window(memory)
assert window.open_file(file)
window.show()

def look():
    if any(table.shown for table in window.frame.pages.current.findChildren(ListTable)):
        print(json.dumps(sorted(sys.modules)), flush=True)
        app.quit()

timer = QTimer()  # what is read behind the page waits, however slow this machine is
timer.timeout.connect(look)
timer.start(1)
app.exec()
window.place.worker.wait()
"""
LATER = (
    *("reportlab", "openpyxl", "python_calamine", "alembic", "chinese_calendar", "PIL", "argon2", "segno", "numpy"),
    *(f"committee_desk.storage.{name}" for name in ("tables", "closing_tables", "result_tables", "seals", "copies")),
    *(f"committee_desk.storage.{name}" for name in ("checking", "books.cases", "books.overview", "restore", "salvage")),
    *(f"committee_desk.services.{name}" for name in ("overview", "entry_views", "sheet_views", "imports", "backup")),
    *("committee_desk.ui.home.page", "committee_desk.ui.entry.page", "committee_desk.ui.grading.page"),
    *(f"committee_desk.ui.common.{name}" for name in ("overriding", "history_dialog", "progress", "second")),
    *("committee_desk.services.passwords", "committee_desk.domain.calendar"),
    "committee_desk.wording.errors",
)
"""Libraries, tables, services, pages and dialogs that a ranking does without."""


def test_the_first_page_stands_before_anything_else_is_loaded(sample_desk: Desk, tmp_path: Path) -> None:
    file = sample_desk.path
    sample_desk.close()
    told = started(file, XDG_STATE_HOME=str(tmp_path))
    modules = json.loads(told)
    assert "committee_desk.ui.ranking.page" in modules
    assert [each for each in modules if each.startswith(LATER)] == []


def test_a_window_that_is_closed_leaves_nothing_among_the_temporary_files(sample_desk: Desk, tmp_path: Path) -> None:
    file = sample_desk.path
    sample_desk.close()
    (tmp_path / "temporary").mkdir()
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "temporary"))
    started(file, XDG_STATE_HOME=str(tmp_path), **places)
    assert list((tmp_path / "temporary").iterdir()) == []


def started(file: Path, **places: str) -> str:
    """What a window of its own says that shows this desk until its first page stands, and is closed again."""
    return subprocess.run(
        [sys.executable, "-c", START, str(file)],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | places,
    ).stdout
