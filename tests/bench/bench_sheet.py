"""Typing in a sheet: from a pressed key to the painted window, with 1 000 and with 10 000 rows of ten columns.

A round types a month's column the way a clerk does: digits, Enter, arrows, a selection, pages, a way sideways under the
frozen columns. Each key counts as in its best round, and of all keys the slowest. The commits themselves are measured
in `bench_entry.py`; here the source keeps what it gets.
"""

import os
import sys
import tempfile
import time
from collections.abc import Hashable, Sequence
from pathlib import Path

from baselines import KEY_MS
from measure import Result, told, within
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from committee_desk.ui.common.sheet.sheet import Sheet
from committee_desk.ui.common.sheet.source import (
    Cell,
    Change,
    Completion,
    Kept,
    Kind,
    Outcome,
    SheetColumn,
    State,
)
from committee_desk.ui.common.theme import LIGHT_LOOK, ROW_COMPACT, apply_look, use_fonts

ROUNDS = 7
Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
MARKED = ("7", "5", Key.Key_Return)
MOVED = (Key.Key_Down, Key.Key_Right, Key.Key_Left, Key.Key_PageDown, Key.Key_PageUp, Key.Key_End, Key.Key_Home)


class Marks:
    """People × marks, in memory."""

    columns = (
        SheetColumn("code", "工号", 66, editable=False, frozen=True),
        SheetColumn("name", "姓名", 88, Kind.NAME, editable=False, frozen=True),
        *(SheetColumn(f"l{at}", f"台账 {at}", 120, Kind.NUMBER) for at in range(8)),
    )

    def __init__(self, people: int) -> None:
        self._keys = tuple(f"P{n:05}" for n in range(people))
        self._held = {(key, f"l{at}"): f"+{at}.{n % 100:02}" for n, key in enumerate(self._keys) for at in range(8)}

    def keys(self) -> Sequence[Hashable]:
        return self._keys

    def cell(self, row: Hashable, column: str) -> Cell:
        if column in {"code", "name"}:
            return Cell(str(row) if column == "code" else "姚玉伟", State.READ_ONLY)
        return Cell(self._held.get((row, column), ""))

    def commit(self, row: Hashable, column: str, text: str) -> Outcome:
        self._held[row, column] = f"+{text}.00"
        return Kept()

    def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
        return [self.commit(change.row, change.column, change.text) for change in changes]

    def completions(self, _column: str, _typed: str) -> Sequence[Completion]:
        return ()


def pressed(app: QApplication, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
    """Milliseconds until everything that the key changed is painted, its commit included."""
    focused = QApplication.focusWidget()
    assert focused is not None
    started = time.perf_counter()
    if isinstance(key, str):
        QTest.keyClicks(focused, key)
    else:
        QTest.keyClick(focused, key, held)
    app.processEvents()
    return (time.perf_counter() - started) * 1000


def a_round(app: QApplication, sheet: Sheet) -> list[float]:
    """What each key took."""
    keys = [pressed(app, key) for _mark in range(6) for key in MARKED]
    keys += [pressed(app, key) for key in MOVED]
    keys += [pressed(app, Key.Key_Down, Shift) for _ in range(4)]
    keys += [pressed(app, key) for key in (Key.Key_F8, Key.Key_Down)]
    return keys


def typed(app: QApplication, folder: Path, people: int) -> Result:
    """A sheet of so many people."""
    sheet = Sheet("bench", "评分", QSettings(str(folder / "bench.ini"), QSettings.Format.IniFormat), height=ROW_COMPACT)
    sheet.resize(870, 640)
    sheet.set_source(Marks(people))
    sheet.show()
    sheet.activateWindow()
    app.processEvents()
    sheet.choose(f"P{people // 2:05}", "l0")
    rounds = [a_round(app, sheet) for _ in range(ROUNDS + 1)][1:]
    sheet.close()
    slowest = max(min(taken) for taken in zip(*rounds, strict=True))
    return within(f"sheet of {people} × 10: a key until it is painted", slowest, "ms", KEY_MS)


def main() -> int:
    """Measure; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_fonts(app)
    apply_look(app, LIGHT_LOOK)
    with tempfile.TemporaryDirectory() as name:
        return told(*(typed(app, Path(name), people) for people in (1_000, 10_000)))


if __name__ == "__main__":
    sys.exit(main())
