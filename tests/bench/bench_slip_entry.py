"""Typing a printed slip: from a pressed key to the painted window, with 30 and with 300 people on a slip.

A round types marks the way a clerk does: two digits, Enter, an abstention, a way back, a mark that is refused. Each key
counts as in its best round, and of all keys the slowest. That a slip is kept (its last Enter) is timed by itself: it
writes the round's working file, here with a hundred slips in it.
"""

import os
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from baselines import KEY_MS
from measure import Result, told, within
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from committee_desk.bootstrap import new_desk
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundKind
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import AdoptedBy, RoundForm
from committee_desk.services.second import Second
from committee_desk.services.slip_views import RatedLine
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.theme import LIGHT_LOOK, apply_look, use_fonts
from committee_desk.ui.slips.dialog import TypingDialog
from committee_desk.ui.slips.form import SlipForm
from committee_desk.ui.slips.work import open_work

ROUNDS, KEPT_MS, SLIPS = 7, 100, 100
YEAR, NOW = 2026, datetime(2027, 1, 11, 9, 0, tzinfo=CHINA)
Key = Qt.Key
TYPED = (*("8", "7", Key.Key_Return) * 6, "-", Key.Key_Up, Key.Key_Down, *"101", Key.Key_Return, "9", Key.Key_Return)


def pressed(app: QApplication, key: Qt.Key | str) -> float:
    """Milliseconds until everything that the key changed is painted."""
    focused = QApplication.focusWidget()
    assert focused is not None
    started = time.perf_counter()
    if isinstance(key, str):
        QTest.keyClicks(focused, key)
    else:
        QTest.keyClick(focused, key)
    app.processEvents()
    return (time.perf_counter() - started) * 1000


def lines_of(people: int) -> tuple[RatedLine, ...]:
    """So many people on a slip."""
    return tuple(RatedLine(f"P{at:04}", f"姚玉{at % 90}", f"第{at % 9}检察部") for at in range(people))


def typed(app: QApplication, people: int) -> Result:
    """The lines of a slip with so many people."""
    form = SlipForm("2026-测-001", lines_of(people), RoundKind.SCORE)
    form.resize(1000, 560)
    form.show()
    form.activateWindow()
    app.processEvents()
    rounds = []
    for _ in range(ROUNDS + 1):
        form.put({})
        form.start()
        app.processEvents()
        rounds.append([pressed(app, key) for key in TYPED])
    form.close()
    slowest = max(min(taken) for taken in zip(*rounds[1:], strict=True))
    return within(f"slip of {people} people: a key until it is painted", slowest, "ms", KEY_MS)


def open_round(folder: Path) -> tuple[Desk, int, tuple[str, ...]]:
    """The sample office's people in an open round, with serials of printed slips."""
    actor = Actor("周敏")
    desk = new_desk(folder / "bench.desk", "演练县人民检察院", YEAR, actor, clock=lambda: NOW)
    alone = folder / "office"
    alone.mkdir()
    (alone / "人员.xlsx").write_bytes(resource("samples", "office", "人员.xlsx").read_bytes())
    desk.imports.carry_out_folder(actor, alone, YEAR)
    number, _ = desk.rounds.draft(actor, YEAR, RoundForm("年度民主测评", RoundKind.SCORE, (Category.PROSECUTOR,)))
    seen = desk.rounds.card(YEAR, number).round.entry
    desk.rounds.adopt(actor, YEAR, number, AdoptedBy("会议纪要", "2027-01-08", seen), Second("李强"))
    return desk, number, desk.slips.make_serials(actor, YEAR, number, BallotClass.C, SLIPS + ROUNDS + 1).serials


def kept(app: QApplication, folder: Path) -> Result:
    """A slip's last Enter, with a hundred slips kept before it."""
    desk, number, serials = open_round(folder)
    place = Workplace(desk.seat.actor, QSettings(str(folder / "bench.ini"), QSettings.Format.IniFormat))
    people = [each.code for each in desk.slips.lines(YEAR, number)]
    batch, _ = desk.slips.begin(desk.seat.actor, YEAR, number, BallotClass.C)
    for serial in serials[:SLIPS]:
        desk.slips.type(desk.seat.actor, YEAR, number, batch, serial, dict.fromkeys(people, "85"))
    dialog = TypingDialog(None, open_work(place, desk, YEAR, number))
    dialog.show()
    dialog.activateWindow()
    app.processEvents()
    dialog.open_batch(desk.slips.batches(YEAR, number)[0])
    taken = []
    for serial in serials[SLIPS:]:
        QTest.keyClicks(dialog.focusWidget(), serial)
        QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
        for _ in people[1:]:
            QTest.keyClicks(dialog.focusWidget(), "87")
            QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
        QTest.keyClicks(dialog.focusWidget(), "87")
        taken.append(pressed(app, Key.Key_Return))
    dialog.close()
    return within(f"slip kept beside {SLIPS} others: its last Enter", min(taken), "ms", KEPT_MS)


def main() -> int:
    """Measure; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_fonts(app)
    apply_look(app, LIGHT_LOOK)
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name, "state"))
        return told(typed(app, 30), typed(app, 300), kept(app, Path(name)))


if __name__ == "__main__":
    sys.exit(main())
